"""Texts and values that cannot be read as times, zones, calendars or periods."""

from __future__ import annotations

from collections.abc import Iterable

from treatyclock.errors._base import TreatyclockError, nearest, shown


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
    """A text that is not EDTF (ISO 8601-2), with the place where it goes wrong.

    Attributes:
        text: The whole text.
        position: Where, counted from 0; the length of the text if something is missing at its end.
        found: The wrong characters that stand there; empty at the end of the text.
        problem: What is wrong there.
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
        """Return the same fault in a longer text, in which this text begins at ``start``."""
        return EdtfError(text, start + self.position, self.found, self.problem, self.hint)


class UndateError(CivilTimeError):
    """A time that the package ``undate`` cannot hold without loss.

    Attributes:
        text: The time.
    """

    def __init__(self, text: object, problem: str, hint: str) -> None:
        """Name the time and what would be lost."""
        super().__init__(f"{shown(text)} cannot be given to undate: {problem}", hint)
        self.text = text


class NoSuchDateError(CivilTimeError):
    """A date that no calendar or no clock of the place ever had."""

    def __init__(self, text: object, problem: str, hint: str) -> None:
        """Name the date and why it never was."""
        super().__init__(f"there was no {shown(text)}: {problem}", hint)
        self.text = text


class NaiveTimeError(CivilTimeError):
    """A wall time without a clock: it may mean any instant within some fifty hours."""

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
    """A text with a zone and an offset, if the zone did not have that offset then."""

    def __init__(self, text: object, zone: str, offset: str, real: str) -> None:
        """Name both sides of the conflict."""
        super().__init__(
            f"{shown(text)} says offset {shown(offset)}, but the clocks of {shown(zone)} stood at {real}",
            "leave out the offset or the zone, whichever is wrong: one of them is enough",
        )


class UnknownZoneError(CivilTimeError, LookupError):
    """A zone name that neither the packaged database nor the historic table has."""

    def __init__(self, name: object, known: Iterable[str], why: str = "", *, label: bool = False) -> None:
        """Name the zone and suggest its neighbours; say so if it is a label as documents print it."""
        zones = tuple(known)
        hint = f"look it up with label({str(name)!r}): it is what documents print" if label else nearest(name, zones)
        if not label and not hint.startswith("did you mean"):
            hint = _by_place(name, zones)
        super().__init__(f"no zone is called {shown(name)}{why}", hint)
        self.name = name


def _by_place(name: object, zones: Iterable[str]) -> str:
    """Suggest the zones of the places that a mistyped place may mean."""
    at = {zone.rpartition("/")[2]: zone for zone in zones if "/" in zone}
    meant = nearest(str(name).rpartition("/")[2], at)
    found = [zone for place, zone in at.items() if shown(place) in meant and meant.startswith("did you mean")]
    if found:
        return "did you mean " + " or ".join(map(shown, found)) + "?"
    return "write a place as the tz database does (Europe/Moscow), a historic clock (Manchukuo) or +09:00"


class LongitudeError(CivilTimeError):
    """A longitude that cannot be read, or that lies beyond 180 degrees."""

    def __init__(self, longitude: object, problem: str) -> None:
        """Name the longitude and what is wrong with it."""
        super().__init__(
            f"{shown(longitude)} is not a longitude: {problem}",
            "write degrees east of Greenwich with their sign, west being minus (+139.7333, -43.2), or 139°44'E;"
            " they run to 180",
        )
        self.longitude = longitude


class UnknownLabelError(CivilTimeError, LookupError):
    """A label that the label table does not have."""

    def __init__(self, label: object, known: Iterable[str], *, zone: bool = False) -> None:
        """Name the label; say so if it is the name of a zone."""
        hint = f"look it up with zone({str(label)!r}): it is a zone" if zone else nearest(label, known)
        super().__init__(f"no label {shown(label)} is in the label table", hint)
        self.label = label


class LabelWithoutClockError(CivilTimeError, LookupError):
    """A label that names no clock, or a label whose clock on the date is not known."""

    def __init__(self, label: str, on: object, problem: str) -> None:
        """Name the label, the date, and what the table has for other dates."""
        date = "" if on is None else f" on {shown(on)}"
        super().__init__(
            f"{shown(label)} names no clock{date}: {problem}",
            "check the date and the label; if another source settles the clock, give the offset (+09:00) or the zone of"
            " the place",
        )
        self.label = label
        self.on = on


class OutOfRangeError(CivilTimeError):
    """A date before year 1 or after year 9999."""

    def __init__(self, what: str) -> None:
        """Say what left the range."""
        super().__init__(
            f"{what} lies outside the years 1 to 9999", "use a shorter period or a date inside these years"
        )


class SkippedDateError(NoSuchDateError):
    """A date that a country left out when it changed calendars.

    Attributes:
        text: The date.
        calendar: The country.
        last: The last date of the old calendar, as printed.
        first: The first date of the new calendar.
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
        super().__init__(f"{shown(text)} is not a date of {calendar}: {why}", hint)
        self.text = text
        self.calendar = calendar


class UnknownCalendarError(CivilTimeError, LookupError):
    """A calendar, country or era that the package does not know."""

    def __init__(self, name: object, known: Iterable[str]) -> None:
        """Name it and suggest its neighbours."""
        hint = nearest(name, known)
        if not hint.startswith("did you mean"):
            hint = "name a calendar (gregorian, julian, hebrew), a country (russia, britain) or an era (showa)"
        super().__init__(f"no calendar is called {shown(name)}", hint)
        self.name = name


class NoSingleDayError(CivilTimeError):
    """A month or a year, though one day was asked for.

    Attributes:
        text: The text.
        days: The days that it may mean, as EDTF writes them.
    """

    def __init__(self, text: object, days: str) -> None:
        """Name the text and its days."""
        super().__init__(f"{shown(text)} names no single day: it may be any of {days}", "ask for its `ranges` of days")
        self.text = text
        self.days = days


class DualDateError(CivilTimeError):
    """A text that prints one day in several calendars, and they are different days.

    Attributes:
        text: The text.
        dates: Which day each of the dates is.
    """

    def __init__(self, text: str, dates: Iterable[str]) -> None:
        """Name the text and each of its dates."""
        self.text = text
        self.dates = tuple(dates)
        super().__init__(
            f"{shown(text)} prints different days as one: {', but '.join(self.dates)}",
            "check the dates against the source; to read one of them alone, write it with O.S., N.S. or its calendar",
        )


class PeriodError(TreatyclockError, ValueError):
    """A text or value that is not a calendar period."""

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
            "choose what then counts: MonthEnd.CLAMP (its last day) or MonthEnd.ROLL (the first day of the next month)",
        )


class ReversedDaysError(TreatyclockError, ValueError):
    """A last day that lies before the first day."""

    def __init__(self, first: object, last: object) -> None:
        """Name both days."""
        super().__init__(f"{shown(last)} lies before {shown(first)}", "give the first day, then the last")
        self.first = first
        self.last = last


class NotOneInstantError(CivilTimeError):
    """A time that is no single instant, where one is needed.

    Attributes:
        time: The time.
    """

    def __init__(self, time: str) -> None:
        """Name the time."""
        super().__init__(
            f"{shown(time)} is no single instant",
            "give the hour and the clock: '1945-08-09 00:10' with zone='Asia/Tokyo', or '1945-08-08T15:10Z'",
        )
        self.time = time


class EmptyIntervalError(TreatyclockError, ValueError):
    """An interval that ends where or before it starts."""

    def __init__(self, start: object, end: object) -> None:
        """Name both ends."""
        super().__init__(
            f"an interval from {shown(start)} to {shown(end)} holds no instant",
            "give a start before the end, which is not inside; write the empty set as IntervalSet()",
        )
