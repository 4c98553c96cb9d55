"""What can go wrong, as data: one class a mistake, one sentence, then a hint.

Every exception that a user can provoke descends from :class:`TreatyclockError`.
Its message names the offending value in backticks and ends with a remedy, and
the values themselves are attributes, so a program need not read the prose.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

_LONGEST_SHOWN = 80


def plain(text: object) -> str:
    r"""Make text safe for a terminal and one line: line ends become blanks, other control characters escapes.

    Example:
        >>> plain("a\x1b[31mb")
        'a\\x1b[31mb'
    """
    flat = str(text).replace("\n", " ").replace("\t", " ")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in flat)


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
    # Comparing takes 10 microseconds a name: of many only those that begin alike are tried.
    near = names
    for letters in (1, 3):
        if len(near) > 100:
            near = [name for name in near if name[:letters].casefold() == word[:letters].casefold()]
    folded = {name.casefold(): name for name in near[:200]}
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

    def __reduce__(self) -> tuple[Any, ...]:
        """Let the error travel between processes, whatever its constructor takes."""
        return _revived, (type(self), self.args, self.__dict__)


def _revived(kind: type[TreatyclockError], args: tuple[Any, ...], data: dict[str, Any]) -> TreatyclockError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(data)
    return error


class WrongTypeError(TreatyclockError, TypeError):
    """A value of a type that is not taken there."""

    def __init__(self, what: str, value: object, wanted: str) -> None:
        """Name the place, the value and what is taken."""
        super().__init__(f"{what} cannot be {shown(repr(value))}, a {type(value).__name__}", f"give {wanted}")
        self.value = value


def expect(value: object, types: type | tuple[type, ...], what: str, wanted: str) -> None:
    """Refuse a value of a type that is not taken.

    Raises:
        WrongTypeError: If it is none of the types, or a boolean where a number is taken.
    """
    if not isinstance(value, types) or isinstance(value, bool):
        raise WrongTypeError(what, value, wanted)


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


class EdtfError(TimeFormatError):
    """A text that is no EDTF (ISO 8601-2), with the place where it goes wrong.

    Attributes:
        text: The whole text.
        position: Where, counted from 0; the length of the text where something is missing at its end.
        found: What stands there, as far as it is wrong; empty at the end of the text.
        problem: What is wrong with it.
    """

    def __init__(self, text: str, position: int, found: str, problem: str, hint: str) -> None:
        """Name the text and the place in it, which people count from 1; ``found`` is one character unless given."""
        found = found or text[position : position + 1]
        there = shown(found) if found else "where the text ends"
        super().__init__(text, f"at column {position + 1}, {there}: {problem}", hint)
        self.position = position
        self.found = found
        self.problem = problem

    def within(self, text: str, start: int) -> EdtfError:
        """Return the same fault as seen in a longer text, of which this one's begins at ``start``."""
        return EdtfError(text, start + self.position, self.found, self.problem, self.hint)


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

    def __init__(self, name: object, known: Iterable[str], why: str = "", *, label: bool = False) -> None:
        """Name the zone and suggest its neighbours; say so if it is a label as documents print it."""
        hint = (
            f"it is what documents print: look it up with label({str(name)!r})" if label else nearest(str(name), known)
        )
        if not label and not hint.startswith("did you mean"):
            hint = "write a place as the tz database does (Europe/Moscow), a historic clock (Manchukuo) or +09:00"
        super().__init__(f"no zone is called {shown(name)}{why}", hint)
        self.name = name


class LongitudeError(CivilTimeError):
    """A longitude that cannot be read, or that no place on earth has."""

    def __init__(self, longitude: object, problem: str) -> None:
        """Name the longitude and what is wrong with it."""
        super().__init__(
            f"{shown(longitude)} is no longitude: {problem}",
            "write degrees east of Greenwich with their sign, west being minus (+139.7333, -43.2), or 139°44'E;"
            " they run to 180",
        )
        self.longitude = longitude


class UnknownLabelError(CivilTimeError, LookupError):
    """A label that the label table does not have."""

    def __init__(self, label: object, known: Iterable[str], *, zone: bool = False) -> None:
        """Name the label; say so if it is the name of a zone."""
        hint = f"it is a zone: zone({str(label)!r})" if zone else nearest(str(label), known)
        super().__init__(f"no label {shown(label)} is in the label table", hint)
        self.label = label


class LabelWithoutClockError(CivilTimeError, LookupError):
    """A label that names no clock, or none that is known on the date asked about."""

    def __init__(self, label: str, on: object, problem: str) -> None:
        """Name the label, the date, and what the table has instead."""
        date = "" if on is None else f" on {shown(on)}"
        super().__init__(
            f"{shown(label)} names no clock{date}: {problem}",
            "check the date and the label; if another source settles it, give the offset (+09:00) or the place's zone",
        )
        self.label = label
        self.on = on


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


class DuplicateActError(TreatyclockError, ValueError):
    """An act to add whose id the record already has."""

    def __init__(self, act: str, treaty: str) -> None:
        """Name the act and the treaty."""
        super().__init__(
            f"{shown(treaty)} already records an act {shown(act)}", "drop that one, or give an id of its own"
        )
        self.act = act


class ContradictoryChoiceError(TreatyclockError, ValueError):
    """A reading that answers one convention twice."""

    def __init__(self, convention: str) -> None:
        """Name the convention."""
        super().__init__(
            f"{shown(convention)} is chosen twice", "a reading settles a convention once, or leaves it open"
        )
        self.convention = convention


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
