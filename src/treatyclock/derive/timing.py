"""Instants between which something comes about, and the days beside a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from treatyclock.civil.days import EARLIEST, LATEST
from treatyclock.errors import OutOfRangeError
from treatyclock.instants import from_datetime

# A few days inside the bounds, so that no clock and no day before or after makes a difference.
_EARLIEST = from_datetime(datetime.combine(EARLIEST + timedelta(days=5), time(), UTC))
_LATEST = from_datetime(datetime.combine(LATEST - timedelta(days=5), time(), UTC))


class Span(NamedTuple):
    """The earliest and the latest instant at which something may come about; equal where the instant is known.

    Attributes:
        earliest: Microseconds since 1970 in UTC.
        latest: The same.
    """

    earliest: int
    latest: int

    @property
    def bounded_before(self) -> bool:
        """Whether anything is known of when it comes at the earliest."""
        return self.earliest > _EARLIEST

    @property
    def bounded_after(self) -> bool:
        """Whether anything is known of when it comes at the latest."""
        return self.latest < _LATEST


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
