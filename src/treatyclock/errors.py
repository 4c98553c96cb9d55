"""What can go wrong, as data: one class a mistake, one sentence, then a hint.

Every exception that a user can provoke descends from :class:`TreatyclockError`.
Its message names the offending value in backticks and ends with a remedy, and
the values themselves are attributes, so a program need not read the prose.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

_LONGEST_SHOWN = 80


def plain(text: object) -> str:
    r"""Make text safe for a terminal: control characters become escapes.

    Example:
        >>> plain("a\x1b[31mb")
        'a\\x1b[31mb'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in str(text))


def shown(value: object) -> str:
    r"""Write an offending value in backticks, harmless to a terminal and cut to one line.

    Example:
        >>> shown("a\x1b[31mb")
        '`a\\x1b[31mb`'
    """
    text = plain(value)
    if len(text) > _LONGEST_SHOWN:
        text = text[: _LONGEST_SHOWN - 3] + "..."
    return f"`{text}`"


def nearest(word: str, known: Iterable[str]) -> str:
    """Suggest what a mistyped word may have meant, or list what there is.

    Example:
        >>> nearest("Asia/Tokio", ["Asia/Tokyo", "Europe/Moscow"])
        'did you mean `Asia/Tokyo`?'
    """
    names = sorted(set(known))
    # Comparing with hundreds of zone names takes milliseconds; a first letter is seldom mistyped.
    near = names if len(names) <= 100 else [name for name in names if name[:1].lower() == word[:1].lower()]
    folded = {name.casefold(): name for name in near}
    close = [folded[each] for each in get_close_matches(word[:_LONGEST_SHOWN].casefold(), folded, n=3, cutoff=0.6)]
    if close:
        return "did you mean " + " or ".join(shown(name) for name in close) + "?"
    if not names:
        return "there is none to choose from"
    few = ", ".join(shown(name) for name in names[:8])
    return f"there is {few}" if len(names) <= 8 else f"there is {few} and {len(names) - 8} more"


class TreatyclockError(Exception):
    """The root of all errors of this package.

    Attributes:
        sentence: What is wrong, one sentence without a full stop.
        hint: What would mend it.
    """

    def __init__(self, sentence: str, hint: str) -> None:
        """Keep the two halves of the message apart."""
        super().__init__(sentence, hint)
        self.sentence = sentence
        self.hint = hint

    def __str__(self) -> str:
        """Write the sentence, then the hint on a line of its own."""
        return f"{self.sentence}.\n  hint: {self.hint}"


class CivilTimeError(TreatyclockError, ValueError):
    """A text or value that cannot be read as a time."""


class TimeFormatError(CivilTimeError):
    """The text is not in a form that is read as a time.

    Attributes:
        text: The text.
    """

    def __init__(self, text: object, problem: str, hint: str) -> None:
        """Name the text and what is wrong with it."""
        super().__init__(f"{shown(text)} cannot be read as a time: {problem}", hint)
        self.text = text


class NoSuchDateError(CivilTimeError):
    """A date that no calendar or no clock of the place ever had."""

    def __init__(self, text: object, problem: str, hint: str) -> None:
        """Name the date and why it never was."""
        super().__init__(f"there was no {shown(text)}: {problem}", hint)
        self.text = text


class NaiveTimeError(CivilTimeError):
    """A wall time without a clock: it may mean any of fifty hours."""

    def __init__(self, text: object) -> None:
        """Name the wall time."""
        super().__init__(
            f"{shown(text)} is a wall time without a zone",
            "say on which clock: zone='Europe/Moscow' (--zone Europe/Moscow; in a treaty file clock ="
            ' "Europe/Moscow"), or write the offset behind it as in 1945-08-09T00:10+09:00; a bare day'
            " such as 1945-08-09 needs none",
        )
        self.text = text


class WallTimeSkippedError(CivilTimeError):
    """A wall time that the clocks of the zone jumped over."""

    def __init__(self, text: object, zone: str, before: str, after: str) -> None:
        """Name the time, the zone and the last and first readings around the gap."""
        super().__init__(
            f"the clocks of {shown(zone)} never showed {shown(text)}: they went from {before} to {after}",
            "check the date and the zone; if the source means elapsed time, give the instant in UTC (Z)",
        )
        self.text = text
        self.zone = zone


class OffsetConflictError(CivilTimeError):
    """A text that names a zone and an offset that the zone did not have then."""

    def __init__(self, text: object, zone: str, offset: str, real: str) -> None:
        """Name both sides of the conflict."""
        super().__init__(
            f"{shown(text)} says offset {shown(offset)}, but the clocks of {shown(zone)} stood at {real}",
            "leave out the one that is wrong: the offset alone or the zone alone is enough",
        )


class UnknownZoneError(CivilTimeError, LookupError):
    """A zone name that neither the packaged database nor the historic table has."""

    def __init__(self, name: object, known: Iterable[str], why: str = "") -> None:
        """Name the zone and suggest its neighbours."""
        hint = nearest(str(name), known)
        if not hint.startswith("did you mean"):
            hint = "write a place as the tz database does (Europe/Moscow), a historic clock (Manchukuo) or +09:00"
        super().__init__(f"no zone is called {shown(name)}{why}", hint)
        self.name = name


class OutOfRangeError(CivilTimeError):
    """A date before year 1 or after year 9999."""

    def __init__(self, what: str) -> None:
        """Say what left the range."""
        super().__init__(f"{what} lies outside the years 1 to 9999", "use a shorter period or a date inside them")


class SkippedDateError(NoSuchDateError):
    """A date that a country left out when it changed calendars.

    Attributes:
        text: The date.
        calendar: The country.
        last: The last date of the old reckoning, as printed.
        first: The first of the new.
    """

    def __init__(self, text: str, calendar: str, last: str, first: str, hint: str) -> None:
        """Name the date and both sides of the gap."""
        super().__init__(text, f"{calendar} went from {last} to {first}", hint)
        self.calendar = calendar
        self.last = last
        self.first = first


class OutsideCalendarError(CivilTimeError):
    """A day on which a calendar was not in use, so that its date is not read.

    Attributes:
        text: The date or the day.
        calendar: The calendar.
    """

    def __init__(self, text: object, calendar: str, why: str, hint: str) -> None:
        """Name the day, the calendar and the reason."""
        super().__init__(f"{shown(text)} is no date of {calendar}: {why}", hint)
        self.text = text
        self.calendar = calendar


class UnknownCalendarError(CivilTimeError, LookupError):
    """A calendar, country or era that the package does not know."""

    def __init__(self, name: object, known: Iterable[str]) -> None:
        """Name it and suggest its neighbours."""
        hint = nearest(str(name), known)
        if not hint.startswith("did you mean"):
            hint = "name a calendar (gregorian, julian, hebrew), a country (russia, britain) or an era (showa)"
        super().__init__(f"no calendar is called {shown(name)}", hint)
        self.name = name


class DoubleDateError(CivilTimeError):
    """A text that prints one day in several calendars, and they are different days.

    Attributes:
        text: The text.
        sides: What each side says.
    """

    def __init__(self, text: str, sides: Iterable[str]) -> None:
        """Name the text and every side."""
        self.text = text
        self.sides = tuple(sides)
        super().__init__(
            f"{shown(text)} prints different days as one: {', but '.join(self.sides)}",
            "check both against the source; to read one side alone, write it with O.S., N.S. or its calendar",
        )


class MissingExtraError(TreatyclockError, ImportError):
    """Something that needs a package which is not installed.

    Attributes:
        package: The package.
        extra: The extra of this distribution that brings it.
    """

    def __init__(self, what: str, package: str, extra: str) -> None:
        """Name what was asked for, the package and the extra."""
        super().__init__(
            f"{what} needs the package {shown(package)}, which is not installed",
            f"pip install 'treatyclock[{extra}]'",
        )
        self.package = package
        self.extra = extra


class PeriodError(TreatyclockError, ValueError):
    """A text or value that is no calendar period."""

    def __init__(self, value: object, problem: str) -> None:
        """Name the value and what is wrong with it."""
        super().__init__(
            f"{shown(value)} is not a period: {problem}",
            "write an ISO 8601 duration of whole years, months, weeks and days: P5Y, P6M, P30D, P1Y6M",
        )
        self.value = value


class MonthEndError(TreatyclockError, ValueError):
    """The corresponding day does not exist, and the policy is to refuse."""

    def __init__(self, day: str, period: str) -> None:
        """Name the day and the period."""
        super().__init__(
            f"{shown(day)} and {shown(period)}: the month reached has no such day",
            "choose what then counts: MonthEnd.CLAMP (its last day) or MonthEnd.ROLL (the next first)",
        )


class EmptyIntervalError(TreatyclockError, ValueError):
    """An interval that ends where or before it starts."""

    def __init__(self, start: object, end: object) -> None:
        """Name both ends."""
        super().__init__(
            f"an interval from {shown(start)} to {shown(end)} holds no instant",
            "the start must come before the end, which is not inside; nothing at all is IntervalSet()",
        )


class UndecidedError(TreatyclockError, TypeError):
    """``bool()`` was asked of a truth that is unknown."""

    def __init__(self) -> None:
        """Explain that unknown is not no."""
        super().__init__(
            "UNKNOWN is neither true nor false",
            "compare with `is Truth.YES` or `is Truth.NO`, and read the answer's depends_on",
        )


class UnusableRecordError(TreatyclockError, ValueError):
    """A record from which, under some reading, no dates can be worked out."""

    def __init__(self, treaty: str, reading: str, cause: TreatyclockError) -> None:
        """Name the treaty, the reading and the cause."""
        super().__init__(f"{shown(treaty)} under reading {shown(reading)}: {cause.sentence}", cause.hint)
        self.treaty = treaty
        self.reading = reading


class TooManyWorldsError(TreatyclockError, ValueError):
    """So many choices are open together that they cannot all be tried."""

    def __init__(self, limit: int, open_choices: Iterable[str]) -> None:
        """Name the bound and the choices."""
        self.open_choices = tuple(open_choices)
        super().__init__(
            f"more than {limit} combinations of open choices: {', '.join(self.open_choices)}",
            "settle some of them in the file or by a reading",
        )


class UnknownTreatyError(TreatyclockError, LookupError):
    """Neither a shipped treaty nor a readable file."""

    def __init__(self, name: object, known: Iterable[str]) -> None:
        """Name what was asked for."""
        super().__init__(f"no shipped treaty and no file is called {shown(name)}", nearest(str(name), known))
        self.name = name


class UnknownPartyError(TreatyclockError, LookupError):
    """A party that the treaty does not name."""

    def __init__(self, party: object, treaty: str, known: Iterable[str]) -> None:
        """Name the party and the treaty."""
        super().__init__(f"{shown(party)} is no party of {shown(treaty)}", nearest(str(party), known))
        self.party = party


class UnknownReadingError(TreatyclockError, LookupError):
    """A reading that the treaty's file does not declare."""

    def __init__(self, reading: object, treaty: str, known: Iterable[str]) -> None:
        """Name the reading and the treaty."""
        super().__init__(f"{shown(treaty)} declares no reading {shown(reading)}", nearest(str(reading), known))
        self.reading = reading


class UnknownChoiceError(TreatyclockError, ValueError):
    """A convention, or an answer to one, that does not exist."""

    def __init__(self, convention: str, answer: object, known: Iterable[str]) -> None:
        """Name the convention and the answer."""
        super().__init__(f"{shown(answer)} is nothing that {shown(convention)} can be", nearest(str(answer), known))
        self.convention = convention
        self.answer = answer


class UnknownActError(TreatyclockError, LookupError):
    """An act that the treaty's record does not hold."""

    def __init__(self, act: object, treaty: str, known: Iterable[str]) -> None:
        """Name the act and the treaty."""
        super().__init__(f"{shown(treaty)} records no act {shown(act)}", nearest(str(act), known))
        self.act = act


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong with a treaty file.

    Attributes:
        file: The file as the user named it.
        line: Its line, counted from 1, where it can be known.
        key: The path of the key, such as ``act[2].kind``; empty for the file as a whole.
        value: The offending value as text, or None where something is missing.
        problem: What is wrong, without a full stop.
        hint: What would mend it.
        structural: True where an editor with the JSON Schema sees it too; false
            where only the meaning is wrong (a party that nobody declared).
    """

    file: str
    line: int | None
    key: str
    value: str | None
    problem: str
    hint: str
    structural: bool = True

    def __str__(self) -> str:
        """Write ``FILE:LINE: KEY: problem: `value``` and the hint below."""
        place = plain(self.file) + (f":{self.line}" if self.line is not None else "")
        key = f"{plain(self.key)}: " if self.key else ""
        told = self.value is None or shown(self.value) in self.problem
        value = "" if told else f": {shown(self.value)}"
        return f"{place}: {key}{self.problem}{value}\n  hint: {self.hint}"


class TreatyFileError(TreatyclockError, ValueError):
    """A treaty file with faults: all of them, not the first.

    Attributes:
        faults: The faults in the order of their lines.
    """

    def __init__(self, file: str, faults: Iterable[Fault]) -> None:
        """Keep all faults."""
        self.file = file
        self.faults = tuple(sorted(faults, key=lambda f: (f.line is None, f.line or 0)))
        count = len(self.faults)
        super().__init__(f"{shown(file)} has {count} fault{'s' if count != 1 else ''}", "mend each")

    def __str__(self) -> str:
        """Write every fault."""
        return self.sentence + ":\n" + "\n".join(str(fault) for fault in self.faults)
