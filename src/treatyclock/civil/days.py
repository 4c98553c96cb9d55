"""A civil date that may be known only to lie between two: the coin in which the law counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from treatyclock.truth import Truth

EARLIEST = date(1000, 1, 1)
LATEST = date(8000, 1, 1)
"""Bounds of a date of which nothing is known on that side. A date counted from it has none on that side either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """One civil date, known to be neither before ``first`` nor after ``last``.

    Dates are labels: two of them compare as printed, whatever clock they were printed under.

    Example:
        >>> may = Days(first=date(1941, 5, 1), last=date(1941, 5, 31))
        >>> Days.on(date(1941, 5, 20)).not_after(may)
        <Truth.UNKNOWN: 'unknown'>
        >>> str(may), str(Days.on(date(1941, 5, 20)))
        ('[1941-05-01..1941-05-31]', '1941-05-20')
    """

    first: date
    last: date

    @classmethod
    def on(cls, day: date) -> Days:
        """Return a date that is known."""
        return cls(first=day, last=day)

    @classmethod
    def between(cls, first: date | None = None, last: date | None = None) -> Days:
        """Return a date of which only bounds are known, or a bound on one side; the last is never before the first."""
        first = first or EARLIEST
        return cls(first=first, last=max(first, last or LATEST))

    @property
    def known(self) -> bool:
        """Whether there is only one date it can be."""
        return self.first == self.last

    @property
    def bounded(self) -> bool:
        """Whether something is known of it on both sides."""
        return self.known or (self.first > EARLIEST and self.last < LATEST)

    def map(self, step: Callable[[date], date]) -> Days:
        """Apply a step that never turns a later date into an earlier one; a side without a bound stays without."""
        first = self.first if self.first <= EARLIEST and not self.known else step(self.first)
        if self.known:
            return Days.on(first)
        return Days(first=first, last=self.last if self.last >= LATEST else step(self.last))

    def not_after(self, other: Days) -> Truth:
        """Tell whether this date is the other or before it."""
        if self.last <= other.first:
            return Truth.YES
        return Truth.NO if self.first > other.last else Truth.UNKNOWN

    @classmethod
    def latest(cls, days: Iterable[Days]) -> Days:
        """Return the last of several dates."""
        several = tuple(days)
        return cls(first=max(d.first for d in several), last=max(d.last for d in several))

    @classmethod
    def earliest(cls, days: Iterable[Days]) -> Days:
        """Return the first of several dates."""
        several = tuple(days)
        return cls(first=min(d.first for d in several), last=min(d.last for d in several))

    def __str__(self) -> str:
        """Write one date, or EDTF's "one of" (ISO 8601-2) for a range, which may be open at either side."""
        if self.known:
            return str(self.first)
        first = "" if self.first <= EARLIEST else str(self.first)
        return f"[{first}..{'' if self.last >= LATEST else self.last}]"
