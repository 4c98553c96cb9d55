"""What every calendar can do, and a day as a calendar names it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from treatyclock.civil._months import MONTH_NAMES
from treatyclock.civil.calendars.day_counts import DayCount, check_date, checked_day, day_of, digits, jdn
from treatyclock.errors import OutOfRangeError


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDate:
    """A day as a calendar names it.

    Attributes:
        calendar: The name under which :func:`treatyclock.civil.calendars.names.calendar` finds it.
        year: The year as printed; in Britain before 1752 the one that began on 25 March.
        month: Its number.
        day: The day of the month.
        month_name: The month's name, empty if documents number months.
        era: The era in which years are counted, empty if the calendar has only one count of years.
        also_year: The year counted from 1 January, if that is another year.
        style: What is written behind: ``"O.S."``.

    Example:
        >>> print(CalendarDate(calendar="julian", year=1917, month=10, day=25, month_name="October", style="O.S."))
        25 October 1917 O.S.
        >>> showa = CalendarDate(calendar="showa", year=16, month=4, day=13, era="Showa")
        >>> str(showa), showa.short
        ('13th day of the 4th month of Showa 16', 'Showa 16-04-13')
    """

    calendar: str
    year: int
    month: int
    day: int
    month_name: str = ""
    era: str = ""
    also_year: int | None = None
    style: str = ""

    @property
    def short(self) -> str:
        """The date in digits, year first. Under the same calendar it is read again as this date."""
        if self.era:
            return f"{self.era} {self.year}-{self.month:02}-{self.day:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    def __str__(self) -> str:
        """Write it in words."""
        if self.era:
            return f"{ordinal(self.day)} day of the {ordinal(self.month)} month of {self.era} {self.year}"
        year = str(self.year) if self.also_year is None else f"{self.year}/{self.also_year % 100:02}"
        return f"{self.day} {self.month_name} {year} {self.style}".rstrip()


class Calendar(Protocol):
    """What every calendar can do; :func:`treatyclock.civil.calendars.names.calendar` finds one."""

    @property
    def name(self) -> str:
        """The name under which it is found."""

    @property
    def title(self) -> str:
        """What it is, in words."""

    def to_gregorian(self, year: int, month: int, day: int) -> date:
        """Return the day that the calendar calls so.

        Raises:
            NoSuchDateError: If it calls no day so.
            SkippedDateError: If the country left that date out when it changed calendars.
            OutsideCalendarError: If the calendar was not in use then.
            OutOfRangeError: If it is before year 1 or after year 9999.
        """

    def from_gregorian(self, day: date) -> CalendarDate:
        """Return what the calendar calls a day.

        Raises:
            OutsideCalendarError: If the calendar was not in use then.
            OutOfRangeError: If the calendar has no positive year for it.
        """

    def write(self, year: int, month: int, day: int) -> CalendarDate:
        """Return the words for a date; the date must be one of the calendar."""

    def notes(self, year: int, month: int, day: int) -> tuple[str, ...]:
        """Return what a reader must know of such a date, and what the calendar rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainCalendar:
    """A calendar with one day count for all time: the proleptic Gregorian calendar or the Julian.

    Example:
        >>> from treatyclock.civil.calendars.day_counts import DAY_COUNTS
        >>> julian = PlainCalendar(name="julian", title="the Julian calendar", day_count=DAY_COUNTS["julian"])
        >>> julian.to_gregorian(1700, 2, 29).isoformat()
        '1700-03-11'
        >>> print(julian.from_gregorian(date(1918, 2, 14)))
        1 February 1918 O.S.
    """

    name: str
    title: str
    day_count: DayCount

    def to_gregorian(self, year: int, month: int, day: int) -> date:
        """Return the day that the calendar calls so."""
        check_date(self.title, year, month, day, self.day_count)
        return day_of(self.day_count.count(year, month, day), f"{digits(year, month, day)} of {self.title}")

    def from_gregorian(self, day: date) -> CalendarDate:
        """Return what the calendar calls a day."""
        fields = self.day_count.fields(jdn(checked_day(day)))
        if fields[0] < 1:
            raise OutOfRangeError(f"{day.isoformat()} in {self.title}")
        return self.write(*fields)

    def write(self, year: int, month: int, day: int) -> CalendarDate:
        """Return the words for a date."""
        style, name = self.day_count.style, MONTH_NAMES[month - 1]
        return CalendarDate(calendar=self.name, year=year, month=month, day=day, month_name=name, style=style)

    def notes(self, year: int, month: int, day: int) -> tuple[str, ...]:
        """Return nothing: a day count rests on nothing but itself."""
        return ()


def ordinal(number: int) -> str:
    """Write ``1st``, ``2nd``, ``11th``.

    Example:
        >>> [ordinal(n) for n in (1, 2, 3, 11, 13, 21, 30)]
        ['1st', '2nd', '3rd', '11th', '13th', '21st', '30th']
    """
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
