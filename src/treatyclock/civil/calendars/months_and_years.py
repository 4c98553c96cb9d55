"""Months and years of any calendar. A change of calendars or the end of an era may have left days out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from treatyclock.civil._day_runs import joined
from treatyclock.civil.calendars.calendar import Calendar, CalendarDate, ordinal
from treatyclock.civil.calendars.convertdate import ConvertdateCalendar
from treatyclock.civil.calendars.eras import Era
from treatyclock.civil.days import Days
from treatyclock.errors import NoSuchDateError, OutsideCalendarError

_LONGEST = 32  # no calendar here has a longer month


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOrYear:
    """A month or a year as a calendar names it.

    Attributes:
        calendar: The name under which :func:`treatyclock.civil.calendars.names.calendar` finds it.
        year: The year as printed.
        month: Its number; None for a whole year.
        month_name: The month's name, empty if documents number months or for a whole year.
        era: The era in which years are counted, empty if the calendar has only one count of years.
        style: What is written behind: ``"O.S."``.

    Example:
        >>> print(MonthOrYear(calendar="julian", year=1917, month=10, month_name="October", style="O.S."))
        October 1917 O.S.
        >>> print(MonthOrYear(calendar="showa", year=16, month=4, era="Showa"))
        4th month of Showa 16
    """

    calendar: str
    year: int
    month: int | None = None
    month_name: str = ""
    era: str = ""
    style: str = ""

    @property
    def short(self) -> str:
        """The month or year in digits. Under the same calendar it is read again as the same."""
        year = f"{self.era} {self.year}" if self.era else f"{self.year:04}"
        return year if self.month is None else f"{year}-{self.month:02}"

    def __str__(self) -> str:
        """Write it in words."""
        if self.era:
            month = "" if self.month is None else f"{ordinal(self.month)} month of "
            return f"{month}{self.era} {self.year}"
        return " ".join(filter(None, [self.month_name, str(self.year), self.style]))


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDays:
    """The days of a month or a year.

    Attributes:
        ranges: The days, in order. There are several ranges if the months of a printed year do not lie together.
        name: What the calendar calls the month or the year.
        notes: What a reader must know.
    """

    ranges: tuple[Days, ...]
    name: MonthOrYear
    notes: tuple[str, ...]


ToDay = Callable[[int, int, int], date]


def calendar_days(calendar: Calendar, year: int, month: int | None, to_day: ToDay | None = None) -> CalendarDays:
    """Return the days of a month or a year, as many as there were.

    Args:
        calendar: The calendar.
        year: The year as printed.
        month: The month; the whole year if None.
        to_day: How to find a day; the ``to_gregorian`` of the calendar if not given.

    Raises:
        NoSuchDateError: If the calendar has no such month.
        OutsideCalendarError: If the calendar was not in use then.

    Example:
        >>> from treatyclock.civil.calendars.names import calendar
        >>> [str(days) for days in calendar_days(calendar("britain"), 1752, 9).ranges]
        ['[1752-09-12..1752-09-30]']
        >>> [str(days) for days in calendar_days(calendar("showa"), 64, None).ranges]
        ['[1989-01-01..1989-01-07]']
    """
    months = range(1, _months(calendar) + 1) if month is None else (month,)
    found = [each for number in months for each in _dates(calendar, year, number, to_day or calendar.to_gregorian)]
    # Days outside an era by law are read only if the month or year has no other days.
    lawful = [each for each in found if not isinstance(calendar, Era) or calendar.holds(each[0])]
    cut = 0 < len(lawful) < len(found)
    found = lawful or found
    if not found:
        (to_day or calendar.to_gregorian)(year, months[0], 1)
    runs = joined(sorted((day.toordinal(), day.toordinal()) for day, _ in found))
    ranges = tuple(Days(first=date.fromordinal(first), last=date.fromordinal(last)) for first, last in runs)
    (_, first), (_, last) = min(found), max(found)
    names = [calendar.write(year, *each) for each in (first, last)]
    name, notes = _name(names, month), _notes(calendar, year, (first, last))
    if cut:
        notes += (f"{calendar.title} has no day of {name} but these by law",)
    return CalendarDays(ranges=ranges, name=name, notes=notes)


def _dates(calendar: Calendar, year: int, month: int, to_day: ToDay) -> Iterator[tuple[date, tuple[int, int]]]:
    """Yield the days of a month, each with its month and number."""
    days = range(1, _LONGEST + 1)
    if isinstance(calendar, ConvertdateCalendar):
        # Such a month has no gaps, and a day may take long to compute: so only its ends are computed.
        start = _found(to_day, year, month, 1)
        if start is not None:
            last = next(number for number in reversed(days) if _found(to_day, year, month, number) is not None)
            yield from ((start + timedelta(days=number - 1), (month, number)) for number in range(1, last + 1))
        return
    for number in days:
        if (day := _found(to_day, year, month, number)) is not None:
            yield day, (month, number)


def _found(to_day: ToDay, year: int, month: int, day: int) -> date | None:
    try:
        return to_day(year, month, day)
    except (NoSuchDateError, OutsideCalendarError):
        return None


def _months(calendar: Calendar) -> int:
    return len(calendar.months) if isinstance(calendar, ConvertdateCalendar) else 12


def _name(ends: list[CalendarDate], month: int | None) -> MonthOrYear:
    first, last = ends
    return MonthOrYear(
        calendar=first.calendar,
        year=first.year,
        month=month,
        month_name="" if month is None else first.month_name,
        era=first.era,
        style=first.style if first.style == last.style else "",
    )


def _notes(calendar: Calendar, year: int, ends: tuple[tuple[int, int], tuple[int, int]]) -> tuple[str, ...]:
    notes = [calendar.notes(year, *each) for each in ends]
    if isinstance(calendar, Era) and calendar.holds(calendar.to_gregorian(year, *ends[0])):
        # A day may lie in two eras, but its other name is not the name of the whole month.
        return notes[0][:1]
    return tuple(dict.fromkeys(note for each in notes for note in each))
