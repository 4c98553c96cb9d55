"""Instants between which something comes about, and the days beside a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from treatyclock.civil.days import EARLIEST, LATEST
from treatyclock.errors import OutOfRangeError
from treatyclock.instants import from_datetime
from treatyclock.truth import Truth

_EARLIEST, _LATEST = (from_datetime(datetime.combine(day, time(), UTC)) for day in (EARLIEST, LATEST))
_FEW_DAYS = timedelta(days=5) // timedelta(microseconds=1)
"""No clock and no day before or after makes a greater difference. A date beyond the bounds is a date that is known."""


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
        return abs(self.earliest - _EARLIEST) > _FEW_DAYS

    @property
    def bounded_after(self) -> bool:
        """Whether anything is known of when it comes at the latest."""
        return abs(self.latest - _LATEST) > _FEW_DAYS

    def may_have_come(self, instant: int) -> bool:
        """Tell whether it may have come about by an instant: by any, where nothing is known of the earliest."""
        return not self.bounded_before or self.earliest <= instant

    def or_later(self, other: Span) -> Span:
        """Return when the later of two things comes about."""
        return Span(max(self.earliest, other.earliest), max(self.latest, other.latest))

    def before(self, other: Span) -> Truth:
        """Tell whether it comes about before something else does."""
        if self.latest < other.earliest:
            return Truth.YES
        return Truth.NO if self.earliest >= other.latest else Truth.UNKNOWN

    def has_come(self, instant: int) -> bool:
        """Tell whether it surely has come about by an instant: by none, where nothing is known of the latest."""
        return self.bounded_after and self.latest <= instant


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
