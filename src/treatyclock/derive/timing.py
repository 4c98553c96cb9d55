"""Instants between which something comes about, and the days beside a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from treatyclock.errors import OutOfRangeError


class Span(NamedTuple):
    """The earliest and the latest instant at which something may come about; equal where the instant is known.

    Attributes:
        earliest: Microseconds since 1970 in UTC.
        latest: The same.
    """

    earliest: int
    latest: int


def later(day: date, days: int = 1) -> date:
    """Return the day some days after.

    Raises:
        OutOfRangeError: If that leaves the years 1 to 9999.
    """
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise OutOfRangeError(f"{days} days after {day}" if days > 1 else f"the day after {day}") from None


def eve(day: date) -> date:
    """Return the day before.

    Raises:
        OutOfRangeError: If that leaves the years 1 to 9999.
    """
    try:
        return day - timedelta(days=1)
    except OverflowError:
        raise OutOfRangeError(f"the day before {day}") from None
