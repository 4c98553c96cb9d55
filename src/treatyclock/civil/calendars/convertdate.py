"""Calendars that the package ``convertdate`` computes.

The package is imported when one of them is first used. It comes with the extra ``calendars``, since it brings an
astronomy package under another licence.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from treatyclock.civil._folding import fold
from treatyclock.civil._months import YearMonthDay
from treatyclock.civil.calendars.calendar import CalendarDate
from treatyclock.civil.calendars.day_counts import check_numbers, checked_day, digits
from treatyclock.civil.calendars.table import table
from treatyclock.civil.days import Days
from treatyclock.errors import MissingExtraError, NoSuchDateError, OutsideCalendarError


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubledMonth:
    """A month that a leap year has twice.

    Attributes:
        name: Its name in a common year; in a leap year it may mean either.
        first: Its number.
        second: The number of the month that a leap year has besides.
        first_name: What the month of the first number is called in a leap year.
    """

    name: str
    first: int
    second: int
    first_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertdateCalendar:
    """A calendar whose arithmetic ``convertdate`` does.

    Attributes:
        name: The name under which it is found.
        title: What it is.
        module: The module of ``convertdate``.
        method: The rule of leap years, if the module has several.
        offset: What is added to a year of the module.
        first: The first day that is read.
        last: The last day that is read.
        months: The names of its months.
        spellings: Other names of the months, with their numbers.
        roman_years: How many of its years documents write in Roman numerals, from I on.
        doubled: The month that a leap year has twice, None if there is none.
        sunset: Whether its days begin at sunset of the evening before.
        off: By how many days a date may differ from what is computed.
        remark: What a reader must know.
    """

    name: str
    title: str
    module: str
    method: str | None
    offset: int
    first: date
    last: date
    months: tuple[str, ...]
    spellings: tuple[tuple[str, int], ...]
    roman_years: int
    doubled: DoubledMonth | None
    sunset: bool
    off: int
    remark: str

    def to_gregorian(self, year: int, month: int, day: int) -> date:
        """Return the day that the calendar calls so."""
        check_numbers(self.title, year, month, day)
        text = digits(year, month, day)
        found = None
        if 1 <= year <= 99_999 and 1 <= month <= len(self.months) and 1 <= day <= 32:
            found = _to_gregorian(self, year, month, day)
        # The package also computes a date with a month or a day too many. Only the way back shows that.
        if found is None or (self.first <= found <= self.last and _fields(self, found) != (year, month, day)):
            raise NoSuchDateError(text, f"{self.title} has no such date", "check the year, the month and the day")
        return self._within(found, text)

    def from_gregorian(self, day: date) -> CalendarDate:
        """Return what the calendar calls a day."""
        fields = _fields(self, self._within(checked_day(day), day.isoformat()))
        if fields is None:
            raise OutsideCalendarError(day.isoformat(), self.title, "it is not computed so far", "take a nearer day")
        return self.write(*fields)

    def write(self, year: int, month: int, day: int) -> CalendarDate:
        """Return the words for a date."""
        name = self.months[month - 1]
        if self.doubled is not None and month == self.doubled.first and self._leap(year):
            name = self.doubled.first_name
        return CalendarDate(calendar=self.name, year=year, month=month, day=day, month_name=name)

    def months_of(self, name: str, number: int, year: int) -> tuple[int, ...]:
        """Return the numbers of the months that a name may mean in a year: two if a leap year has the month twice.

        Args:
            name: The name as printed.
            number: The number that the name has in most years.
            year: The year.

        Raises:
            NoSuchDateError: If the name tells two months apart and the year has one.

        Example:
            >>> hebrew = convertdate_calendars()["hebrew"]
            >>> hebrew.months_of("Adar", 12, 5706), hebrew.months_of("Adar", 12, 5705)
            ((12, 13), (12,))
        """
        doubled = self.doubled
        if doubled is None or number not in (doubled.first, doubled.second):
            return (number,)
        plain, leap = fold(name) == fold(doubled.name), self._leap(year)
        if not plain and not leap:
            problem = f"{year} is a common year of {self.title}, which has one {doubled.name}"
            called = doubled.first_name if number == doubled.first else self.months[number - 1]
            raise NoSuchDateError(f"{called} {year}", problem, f"write {doubled.name}, or check the year")
        return (doubled.first, doubled.second) if plain and leap else (number,)

    def may_be(self, day: date) -> Days:
        """Return the civil days on which a date may lie whose day by computation is given.

        Example:
            >>> islamic = convertdate_calendars()["islamic"]
            >>> str(islamic.may_be(date(1973, 10, 7)))
            '[1973-10-04..1973-10-09]'
        """
        first, last = day - timedelta(days=self.off + self.sunset), day + timedelta(days=self.off)
        return Days(first=first, last=last)

    def _leap(self, year: int) -> bool:
        # The package also computes a month too many; only the way back shows it.
        first = None if self.doubled is None else _to_gregorian(self, year, self.doubled.second, 1)
        return first is not None and _fields(self, first) == (year, self.doubled.second if self.doubled else 0, 1)

    def notes(self, year: int, month: int, day: int) -> tuple[str, ...]:
        """Return what a reader must know."""
        return (f"{self.title}: {self.remark}",)

    def _within(self, day: date, text: str) -> date:
        if self.first <= day <= self.last:
            return day
        why = f"it is read from {self.first} to {self.last}"
        raise OutsideCalendarError(text, self.title, f"{why} ({self.remark})", "take a day inside, or another calendar")


@cache
def convertdate_calendars() -> dict[str, ConvertdateCalendar]:
    """Return the calendars by id, without importing the package.

    Example:
        >>> "hebrew" in convertdate_calendars()
        True
    """
    return {
        entry["id"]: ConvertdateCalendar(
            name=entry["id"],
            title=entry["title"],
            module=entry["module"],
            method=entry.get("method"),
            offset=entry.get("offset", 0),
            first=date.fromisoformat(entry["first"]),
            last=date.fromisoformat(entry["last"]),
            months=tuple(entry["months"]),
            spellings=tuple(entry["spellings"].items()),
            roman_years=entry.get("roman_years", 0),
            doubled=DoubledMonth(**entry["doubled"]) if "doubled" in entry else None,
            sunset=entry.get("sunset", False),
            off=entry.get("off", 0),
            remark=entry["remark"],
        )
        for entry in table()["convertdate"]
    }


@lru_cache(maxsize=1024)
def _to_gregorian(calendar: ConvertdateCalendar, year: int, month: int, day: int) -> date | None:
    found = _ask(calendar, "to_gregorian", year - calendar.offset, month, day)
    try:
        return None if found is None else date(*found)
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=1024)
def _fields(calendar: ConvertdateCalendar, day: date) -> YearMonthDay | None:
    found = _ask(calendar, "from_gregorian", day.year, day.month, day.day)
    return None if found is None else (found[0] + calendar.offset, found[1], found[2])


def _ask(calendar: ConvertdateCalendar, name: str, *parts: int) -> YearMonthDay | None:
    """Call a function of the package; return None if it has no answer."""
    options = {} if calendar.method is None else {"method": calendar.method}
    function = getattr(_module(calendar), name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # some releases call functions that they themselves deprecate
            year, month, day = function(*parts, **options)
    except (ValueError, ArithmeticError, LookupError):
        return None
    return int(year), int(month), int(day)


def _module(calendar: ConvertdateCalendar) -> Any:
    try:
        return import_module(f"convertdate.{calendar.module}")
    except ImportError:
        raise MissingExtraError(calendar.title, "convertdate", "calendars") from None
