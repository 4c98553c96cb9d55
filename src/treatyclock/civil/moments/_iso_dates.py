"""Dates of ISO 8601: a day, a month or a year in digits."""

from __future__ import annotations

import re
from datetime import date, timedelta

from treatyclock.civil._months import MONTH_NAMES, month_length
from treatyclock.civil.days import Days
from treatyclock.errors import NoSuchDateError

ISO_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def iso_days(text: str, match: re.Match[str]) -> Days:
    """Return the days of a date.

    Args:
        text: The whole text, for messages.
        match: The date, as :data:`ISO_DATE` found it.

    Raises:
        NoSuchDateError: If there was no such day, month or year.

    Example:
        >>> match = ISO_DATE.fullmatch("1945-08")
        >>> str(iso_days("1945-08", match))
        '[1945-08-01..1945-08-31]'
    """
    year, month, day = int(match[1]), match[2], match[3]
    try:
        first = date(year, int(month or 1), int(day or 1))
    except ValueError:
        problem = _no_such_day(year, int(month or 1))
        hint = "check year (0001 to 9999), month and day"
        if day is None and month is not None and year % 100 < int(month):
            years = f"{match[1]}..{match[1][:2]}{month}"
            hint = f"write [{years}] for some day of the years {years.replace('..', ' to ')}"
        raise NoSuchDateError(text, problem, hint) from None
    if day is not None:
        return Days.on(first)
    if month is not None:
        return Days(first=first, last=_last_of_month(year, int(month)))
    return Days(first=first, last=date(year, 12, 31))


def _no_such_day(year: int, month: int) -> str:
    if not 1 <= year <= 9999:
        return "years run from 1 to 9999"
    if not 1 <= month <= 12:
        return "months run from 1 to 12"
    return f"{MONTH_NAMES[month - 1]} {year} has {month_length(year, month)} days"


def _last_of_month(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)
