"""Runs of consecutive days, counted as ``date.toordinal`` counts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

DayRun: TypeAlias = tuple[int, int]
"""The first and the last of consecutive days, both inside."""


def joined(several: Iterable[DayRun]) -> Iterator[DayRun]:
    """Join sorted runs that touch or overlap, in one pass.

    Example:
        >>> list(joined([(1, 3), (4, 9), (8, 8), (11, 12)]))
        [(1, 9), (11, 12)]
    """
    start = end = None
    for first, last in several:
        if start is None or end is None:
            start, end = first, last
        elif first <= end + 1:
            end = max(end, last)
        else:
            yield start, end
            start, end = first, last
    if start is not None and end is not None:
        yield start, end
