"""Treaties, acts, parties and readings that are not there or contradict one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from treatyclock.errors._base import TreatyclockError, nearest, plain, shown, shown_path
from treatyclock.errors._files import FaultyFileError

_MOST_CHOICES = 8


class UnusableRecordError(TreatyclockError, ValueError):
    """A record from which, under some reading, no dates can be worked out."""

    def __init__(self, treaty: str, reading: str, cause: TreatyclockError) -> None:
        """Name the treaty, the reading and the cause."""
        super().__init__(f"{shown(treaty)} under reading {shown(reading)}: {cause.sentence}", cause.hint)
        self.treaty = treaty
        self.reading = reading


class TooManyWorldsError(TreatyclockError, ValueError):
    """Too many choices are open together: not all combinations can be tried."""

    def __init__(self, limit: int, open_choices: Iterable[str]) -> None:
        """Name the bound and the choices."""
        self.open_choices = tuple(open_choices)
        more = len(self.open_choices) - _MOST_CHOICES
        named = ", ".join(self.open_choices[:_MOST_CHOICES]) + (f" and {more} more" if more > 0 else "")
        super().__init__(
            f"more than {limit} combinations of open choices: {named}",
            "settle some of them in the file or by a reading",
        )


class TooManyDatesError(TreatyclockError, ValueError):
    """More dates than one answer lists."""

    def __init__(self, limit: int) -> None:
        """Name the bound."""
        super().__init__(f"there are more than {limit} such dates", "ask for a shorter time")
        self.limit = limit


class UnknownTreatyError(TreatyclockError, LookupError):
    """Neither a shipped treaty nor a readable file; or none that a book or a table has."""

    def __init__(self, name: object, known: Iterable[str], *, file: str = "", of: str = "") -> None:
        """Name what was asked for, the file that may be meant, and what it was looked for in."""
        hint = f"did you mean the file {shown_path(file)}?" if file else nearest(name, known)
        if str(name).endswith(".toml") and not hint.startswith("did you mean"):
            hint = "check the path of the file; `treatyclock corpus` lists the shipped treaties"
        where = f"no treaty of {of}" if of else "no shipped treaty and no file"
        super().__init__(f"{where} is called {shown(name)}", hint)
        self.name = name


NO_NAMES: Mapping[str, str] = {}


def nearest_party(party: object, known: Iterable[str], names: Mapping[str, str]) -> str:
    """Suggest which code a mistyped party may mean, by the codes and by the names.

    Example:
        >>> nearest_party("USSR", ["SUN", "JPN"], {"SUN": "the USSR", "JPN": "Japan"})
        'did you mean `SUN` (the USSR)?'
    """
    codes = sorted(set(known))
    hint = nearest(party, codes)
    if hint.startswith("did you mean") or not names:
        return hint
    by_name = {name.removeprefix("the "): code for code, name in names.items()}
    meant = by_name and nearest(str(party).removeprefix("the "), by_name)
    for name, code in by_name.items():
        if meant == f"did you mean {shown(name)}?":
            return f"did you mean {shown(code)} ({plain(names[code])})?"
    if len(codes) > _MOST_CHOICES:
        return hint
    return "the choices are " + ", ".join(
        f"{shown(code)} ({plain(names[code])})" if code in names else shown(code) for code in codes
    )


class UnknownPartyError(TreatyclockError, LookupError):
    """A party that the treaty does not name."""

    def __init__(self, party: object, treaty: str, known: Iterable[str], names: Mapping[str, str] = NO_NAMES) -> None:
        """Name the party and the treaty, and the code that may be meant; ``names`` has the names by their codes."""
        in_part = '(where the file lists only some of the parties: parties = "in part" in [record])'
        super().__init__(
            f"{shown(party)} is not a party of {shown(treaty)}", f"{nearest_party(party, known, names)} {in_part}"
        )
        self.party = party


class UnknownActorError(TreatyclockError, LookupError):
    """A State that no treaty of a book names."""

    def __init__(self, name: str, row: int, known: Iterable[str]) -> None:
        """Name the State and its row."""
        super().__init__(f"row {row}: no treaty of the book names {shown(name)}", nearest(name, known))
        self.name = name
        self.row = row


class UnknownReadingError(TreatyclockError, LookupError):
    """A reading that the treaty's file does not declare."""

    def __init__(self, reading: object, treaty: str, known: Iterable[str]) -> None:
        """Name the reading and the treaty."""
        super().__init__(f"{shown(treaty)} declares no reading {shown(reading)}", nearest(reading, known))
        self.reading = reading


class UnknownPartError(TreatyclockError, LookupError):
    """A part that the treaty's file does not declare."""

    def __init__(self, part: object, treaty: str, known: Iterable[str]) -> None:
        """Name the part and the treaty."""
        known = tuple(known)
        hint = nearest(part, known) if known else "write [[part]] with an id for a part that has a life of its own"
        super().__init__(f"{shown(treaty)} has no part {shown(part)}", hint)
        self.part = part


class UnknownChoiceError(TreatyclockError, ValueError):
    """A convention, or an answer to one, that does not exist."""

    def __init__(self, convention: str, answer: object, known: Iterable[str]) -> None:
        """Name the convention and the answer."""
        super().__init__(f"{shown(convention)} cannot be {shown(answer)}", nearest(answer, known))
        self.convention = convention
        self.answer = answer


class DuplicateActError(TreatyclockError, ValueError):
    """An act to add whose id the record already has."""

    def __init__(self, act: str, treaty: str) -> None:
        """Name the act and the treaty."""
        super().__init__(
            f"{shown(treaty)} already records an act {shown(act)}", "drop that act, or give the new one another id"
        )
        self.act = act


class BadOptionError(TreatyclockError, ValueError):
    """An option of the command that cannot be used as it was given."""

    def __init__(self, option: str, value: str, problem: str, hint: str) -> None:
        """Name the option and what was given."""
        super().__init__(f"{option} {shown(value)}: {problem}", hint)
        self.option = option
        self.value = value


class ContradictoryChoiceError(TreatyclockError, ValueError):
    """A reading that answers one convention twice."""

    def __init__(self, convention: str) -> None:
        """Name the convention."""
        super().__init__(f"{shown(convention)} is chosen twice", "leave out one of the two choices")
        self.convention = convention


class UnknownActError(TreatyclockError, LookupError):
    """An act that the treaty's record does not hold."""

    def __init__(self, act: object, treaty: str, known: Iterable[str]) -> None:
        """Name the act and the treaty."""
        super().__init__(f"{shown(treaty)} records no act {shown(act)}", nearest(act, known))
        self.act = act


class UnwritableTreatyError(TreatyclockError, ValueError):
    """A treaty that no treaty file can hold as it is."""

    def __init__(self, treaty: str, problem: str, cause: TreatyclockError | None = None) -> None:
        """Name the treaty and what no file can say of it."""
        told = f": {cause.sentence}" if cause is not None else ""
        if isinstance(cause, FaultyFileError):
            told = f": {cause.faults[0].key} {cause.faults[0].problem}"
        super().__init__(f"{shown(treaty)} cannot be written: it {problem}{told}", "write the treaty as it was loaded")
        self.treaty = treaty


class TreatyFileError(FaultyFileError):
    """A treaty file with faults: all of them, not only the first."""


class BesideError(TreatyclockError, ValueError):
    """Treaties that cannot stand beside each other."""


class BookError(TreatyclockError, ValueError):
    """Two treaties of a book that have one id."""

    def __init__(self, treaty: str) -> None:
        """Name the id."""
        super().__init__(f"two treaties have the id {shown(treaty)}", "give each treaty an id of its own")
        self.treaty = treaty


class ExpectationFileError(FaultyFileError):
    """A file of expectations with faults: all of them, and those of the treaty in it."""


class AnswersFileError(FaultyFileError):
    """A file of another implementation's answers with faults: all of them."""


class WikidataError(TreatyclockError, ValueError):
    """A file of Wikidata that no treaty file can be made of."""

    def __init__(self, file: str, problem: str, hint: str) -> None:
        """Name the file, and say what is wrong with it."""
        super().__init__(f"no treaty file can be made of {shown_path(file)}: {plain(problem)}", hint)
        self.file = file


class ReceiptError(TreatyclockError, ValueError):
    """What is no receipt of an answer, or one whose question cannot be asked any more."""

    def __init__(self, problem: str, hint: str = "") -> None:
        """Say what is wrong with it."""
        super().__init__(
            f"the receipt cannot be replayed: {problem}",
            hint or "write a receipt anew: treatyclock ask ... --format receipt > receipt.json",
        )
