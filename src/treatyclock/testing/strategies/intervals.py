"""Intervals of instants, sets of them, and timelines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from treatyclock.instants import SECOND, from_datetime
from treatyclock.intervals import Interval, IntervalSet, Timeline
from treatyclock.testing import checked

T = TypeVar("T")

_FIRST, _LAST = datetime(1800, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


def intervals(
    *, min_value: datetime = _FIRST, max_value: datetime = _LAST, bounded: bool | None = None
) -> st.SearchStrategy[Interval]:
    """Return a strategy for intervals of instants; examples shrink to all time, or to the first second of 1970.

    Args:
        min_value: The earliest instant at which an interval may begin or end.
        max_value: The latest.
        bounded: True for intervals with a beginning and an end, False for those that lack one or both; either where
            not given.

    Raises:
        hypothesis.errors.InvalidArgument: If there is no such interval.

    Example:
        >>> from hypothesis import find
        >>> find(intervals(), lambda interval: True)
        Interval(start=None, end=None)
        >>> str(find(intervals(bounded=True), lambda interval: True))
        '[1970-01-01T00:00:00Z, 1970-01-01T00:00:01Z)'
    """
    low, high = _instants_between(min_value, max_value)
    if bounded is not None:
        checked.flag("bounded", bounded)
    edges = _edges(low, high)
    closed = st.lists(edges, min_size=2, max_size=2, unique=True).map(lambda two: Interval(min(two), max(two)))
    some = st.sampled_from((True, False))
    half = st.builds(lambda at, before: Interval(None, at) if before else Interval(at, None), edges, some)
    unbounded = st.just(Interval(None, None)) | half
    return {None: unbounded | closed, True: closed, False: unbounded}[bounded]


def interval_sets(
    *, min_value: datetime = _FIRST, max_value: datetime = _LAST, max_size: int = 5
) -> st.SearchStrategy[IntervalSet]:
    """Return a strategy for sets of instants, of some intervals that may touch and overlap; examples shrink to none.

    Args:
        min_value: The earliest instant at which an interval may begin or end.
        max_value: The latest.
        max_size: The most intervals of which a set is made.

    Raises:
        hypothesis.errors.InvalidArgument: If there is no such set.

    Example:
        >>> from hypothesis import find
        >>> find(interval_sets(), lambda instants: True)
        IntervalSet(intervals=())
    """
    parts = intervals(min_value=min_value, max_value=max_value)
    most = checked.whole("max_size", max_size, least=0, most=1000)
    return st.builds(IntervalSet, st.lists(parts, max_size=most).map(tuple))


def timelines(
    values: st.SearchStrategy[T], *, min_value: datetime = _FIRST, max_value: datetime = _LAST, max_changes: int = 5
) -> st.SearchStrategy[Timeline[T]]:
    """Return a strategy for timelines of values; examples shrink to one value throughout.

    Args:
        values: What holds at an instant.
        min_value: The earliest instant of a change.
        max_value: The latest.
        max_changes: The most changes.

    Raises:
        hypothesis.errors.InvalidArgument: If there is no such timeline.

    Example:
        >>> from hypothesis import find
        >>> from hypothesis import strategies as st
        >>> find(timelines(st.booleans()), lambda line: len(line.edges) == 1).values
        (False, True)
    """
    checked.strategy("values", values)
    low, high = _instants_between(min_value, max_value)
    most = checked.whole("max_changes", max_changes, least=0, most=1000)
    edges = st.lists(_edges(low, high), max_size=most, unique=True).map(sorted)
    return edges.flatmap(
        lambda at: st.builds(
            Timeline, st.just(tuple(at)), st.lists(values, min_size=len(at) + 1, max_size=len(at) + 1).map(tuple)
        )
    )


def _instants_between(min_value: datetime, max_value: datetime) -> tuple[int, int]:
    for name, value in (("min_value", min_value), ("max_value", max_value)):
        if checked.of_type(name, value, datetime, "an aware datetime").utcoffset() is None:
            raise InvalidArgument(f"Expected an aware datetime but got {name}={value!r}")
    if max_value - min_value < timedelta(seconds=10):
        raise InvalidArgument(f"There is no room for intervals between {min_value=} and {max_value=}")
    return from_datetime(min_value), from_datetime(max_value)


def _edges(low: int, high: int) -> st.SearchStrategy[int]:
    """Return instants, mostly whole seconds; the simplest is the first that is none before 1970."""
    whole = st.integers(-(-low // SECOND), high // SECOND).map(lambda second: second * SECOND)
    return whole | st.integers(low, high)
