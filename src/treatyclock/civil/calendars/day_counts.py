"""Day counts: the Gregorian, the Julian, and Sweden's between them.

A day count turns year, month and day into a Julian day number and back, in integers. Calendars are
made of day counts and of tables that say who used which.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from treatyclock.civil._months import LONGEST, MONTH_NAMES, YearMonthDay, month_length
from treatyclock.errors import NoSuchDateError, OutOfRangeError, TimeFormatError, legible

_JDN_OF_ORDINAL_ZERO = 1_721_425  # the Julian day number of 31 December of the year before 1, Gregorian
_JDN_OF_MARCH = 1_721_118  # the Julian day number of 1 March of the year before 1, Julian

_LARGEST = 99_999  # no date has a larger number, and Python may refuse to print one


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """One way of counting days.

    Attributes:
        name: Its name in the table.
        style: What is written behind its dates.
        count: The Julian day number of a date.
        fields: The date of a Julian day number.
        length: The days of a month.
    """

    name: str
    style: str
    count: Callable[[int, int, int], int]
    fields: Callable[[int], YearMonthDay]
    length: Callable[[int, int], int]


def jdn(day: date) -> int:
    """Return the Julian day number that begins at noon of a day.

    Example:
        >>> jdn(date(2000, 1, 1))
        2451545
    """
    return day.toordinal() + _JDN_OF_ORDINAL_ZERO


def day_of(number: int, what: str) -> date:
    """Return the day of a Julian day number.

    Raises:
        OutOfRangeError: Outside the Gregorian years 1 to 9999.
    """
    try:
        return date.fromordinal(number - _JDN_OF_ORDINAL_ZERO)
    except (ValueError, OverflowError):
        raise OutOfRangeError(what) from None


def julian_count(year: int, month: int, day: int) -> int:
    """Return the Julian day number of a date of the Julian calendar.

    Example:
        >>> julian_count(1917, 10, 25) == jdn(date(1917, 11, 7))
        True
    """
    # Years are counted from 1 March: a leap day is then the last day of its year, and
    # months need no table, since any five of them in a row from March or August on have 153 days.
    past, since = year - (month < 3), (month + 9) % 12
    return 365 * past + past // 4 + (153 * since + 2) // 5 + day - 1 + _JDN_OF_MARCH


def julian_fields(number: int) -> YearMonthDay:
    """Return the date of the Julian calendar that has a Julian day number.

    Example:
        >>> julian_fields(jdn(date(1918, 2, 14)))
        (1918, 2, 1)
    """
    days = number - _JDN_OF_MARCH
    past = (4 * days + 3) // 1461
    days -= 1461 * past // 4
    since = (5 * days + 2) // 153
    month = (since + 2) % 12 + 1
    return past + (month < 3), month, days - (153 * since + 2) // 5 + 1


def _gregorian_fields(number: int) -> YearMonthDay:
    day = day_of(number, f"Julian day {number}")
    return day.year, day.month, day.day


def _julian_length(year: int, month: int) -> int:
    return 28 if month == 2 and year % 4 else LONGEST[month]


# Sweden, March 1700 to February 1712: one day ahead of the Julian count, until a second leap day
# of 1712 brought it back.
_SECOND_LEAP_DAY = (1712, 2, 30)
_ITS_COUNT = julian_count(1712, 2, 29)


def _swedish_count(year: int, month: int, day: int) -> int:
    return _ITS_COUNT if (year, month, day) == _SECOND_LEAP_DAY else julian_count(year, month, day) - 1


def _swedish_fields(number: int) -> YearMonthDay:
    return _SECOND_LEAP_DAY if number == _ITS_COUNT else julian_fields(number + 1)


def _swedish_length(year: int, month: int) -> int:
    return 30 if (year, month) == _SECOND_LEAP_DAY[:2] else _julian_length(year, month)


GREGORIAN = DayCount(
    name="gregorian",
    style="",
    count=lambda year, month, day: jdn(date(year, month, day)),
    fields=_gregorian_fields,
    length=month_length,
)
JULIAN = DayCount(name="julian", style="O.S.", count=julian_count, fields=julian_fields, length=_julian_length)
SWEDISH = DayCount(
    name="swedish", style="Swedish", count=_swedish_count, fields=_swedish_fields, length=_swedish_length
)
DAY_COUNTS = {day_count.name: day_count for day_count in (GREGORIAN, JULIAN, SWEDISH)}


def check_date(title: str, year: object, month: object, day: object, *day_counts: DayCount, text: str = "") -> None:
    """Refuse a date that none of some day counts has.

    Args:
        title: The calendar, for the message.
        year: The year, counted from 1 January.
        month: The month.
        day: The day.
        day_counts: The day counts, one of which must have the date.
        text: The date as printed, if its printed year is another.

    Raises:
        TimeFormatError: If the parts are not whole numbers.
        NoSuchDateError: If there is no such month or day, or no such year.
    """
    check_numbers(title, year, month, day)
    assert isinstance(year, int) and isinstance(month, int) and isinstance(day, int)
    text = text or digits(year, month, day)
    if not 1 <= year <= 9999:
        raise NoSuchDateError(text, "years run from 1 to 9999", "check the year; a year before 1 is not read")
    if not 1 <= month <= 12:
        raise NoSuchDateError(text, "months run from 1 to 12", "check the order: year, month, day")
    longest = max(day_count.length(year, month) for day_count in day_counts)
    if not 1 <= day <= longest:
        problem = f"{MONTH_NAMES[month - 1]} {year} has {longest} days in {title}"
        leap = "; a 29 February may be the other style's (O.S., N.S.)" if (month, day) == (2, 29) else ""
        hint = f"check the day and the month{leap}"
        raise NoSuchDateError(text, problem, hint)


def check_numbers(title: str, *parts: object) -> None:
    """Refuse parts of a date that are not whole numbers.

    Raises:
        TimeFormatError: Naming them.
        NoSuchDateError: If a number is larger than any date's.
    """
    if any(isinstance(part, int) and abs(part) > _LARGEST for part in parts):
        raise NoSuchDateError("a date of more than five digits", "years run to 9999", "check the year, month and day")
    if any(not isinstance(part, int) or isinstance(part, bool) for part in parts):
        text = ", ".join(repr(part) for part in parts)
        hint = f"give year, month and day of {title} as integers, or read text with treatyclock.read_date()"
        raise TimeFormatError(text, "year, month and day are whole numbers", hint)


def checked_day(day: object) -> date:
    """Return a plain ``date`` as it is.

    Raises:
        TimeFormatError: If it is anything else.
    """
    if isinstance(day, datetime) or not isinstance(day, date):
        raise TimeFormatError(legible(day), f"a {type(day).__name__} is not a day", "give a datetime.date")
    return day


def digits(year: int, month: int, day: int) -> str:
    """Write a date of any calendar in digits.

    Example:
        >>> digits(1918, 2, 5)
        '1918-02-05'
    """
    return f"{year:04}-{month:02}-{day:02}"
