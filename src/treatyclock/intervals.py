"""Half-open intervals, sets of them, and timelines: piecewise-constant functions of time.

All of them count instants (see :mod:`treatyclock.instants`) and may be unbounded
both ways. They know nothing of treaties or calendars.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import partial
from heapq import merge
from operator import index
from typing import Any, Generic, TypeVar, cast

from treatyclock.errors import EmptyIntervalError, NaiveTimeError, WrongTypeError, expect
from treatyclock.instants import from_datetime, instants_of, iso, repackaged, to_datetime, up_to_whole

T = TypeVar("T")
U = TypeVar("U")

_FIRST = from_datetime(datetime.min.replace(tzinfo=UTC))
_LAST = from_datetime(datetime.max.replace(tzinfo=UTC))

_AWARE = (
    "an aware datetime, such as datetime(1945, 8, 9, tzinfo=UTC); for a text, a day or a year ask in_force(at='1945')"
)


@dataclass(frozen=True, slots=True)
class Interval:
    """The instants from ``start`` on, up to and without ``end``.

    Args:
        start: First instant inside, in microseconds; None for no beginning.
        end: First instant no longer inside; None for no end.

    Raises:
        EmptyIntervalError: If no instant is inside.

    Example:
        >>> 5 in Interval(0, 10), 10 in Interval(0, 10), 10 in Interval(0, None)
        (True, False, True)
    """

    start: int | None
    end: int | None

    def __post_init__(self) -> None:
        """Refuse an empty interval."""
        for end in (self.start, self.end):
            if end is not None:
                expect(end, int, "an end of an interval", "whole microseconds since 1970, or None for no end")
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise EmptyIntervalError(self.start, self.end)

    @classmethod
    def point(cls, instant: int) -> Interval:
        """Return the interval of one single instant."""
        return cls(instant, instant + 1)

    def __contains__(self, instant: int) -> bool:
        """Tell whether an instant is inside."""
        return (self.start is None or self.start <= instant) and (self.end is None or instant < self.end)

    def __str__(self) -> str:
        """Write ``[start, end)`` in UTC."""
        return f"[{iso(self.start)}, {iso(self.end)})"


def _look(
    edges: tuple[datetime, ...],
    values: tuple[T, ...],
    when: datetime,
    # Defaults are found faster than globals.
    _utc: Any = UTC,
    _bisect: Callable[..., int] = bisect_right,
    _datetime: type[datetime] = datetime,
) -> T:
    """Return the value at an aware ``datetime``."""
    if not isinstance(when, _datetime):
        raise WrongTypeError("the time to look up", when, _AWARE)
    zone = when.tzinfo
    if zone is not _utc:
        when = repackaged(when)
        if when.utcoffset() is None:
            raise NaiveTimeError(when.isoformat())
        try:
            when = when.astimezone(_utc)
        except OverflowError:  # an offset carries it past year 1 or 9999
            return values[0 if when.year == 1 else -1]
    return values[_bisect(edges, when)]


@dataclass(frozen=True, slots=True, repr=False)
class Timeline(Generic[T]):
    """A value for every instant, constant between sorted edges.

    Args:
        edges: The instants at which the value changes, strictly rising.
        values: One more than edges; ``values[i]`` holds before ``edges[i]`` and
            from ``edges[i - 1]`` on. Equal neighbours are merged.

    Example:
        >>> war = Timeline.of("peace", [(10, "war"), (20, "peace")])
        >>> war.at_instant(9), war.at_instant(10), war.at_instant(20)
        ('peace', 'war', 'peace')
        >>> [str(i.start) for i in war.where(lambda v: v == "war")]
        ['10']
    """

    edges: tuple[int, ...]
    values: tuple[T, ...]

    def __post_init__(self) -> None:
        """Check the shape and merge equal neighbours, so that equal functions are equal values."""
        object.__setattr__(self, "edges", tuple(self.edges))
        object.__setattr__(self, "values", tuple(self.values))
        if len(self.values) != len(self.edges) + 1:
            raise TypeError(f"{len(self.edges)} edges need {len(self.edges) + 1} values, not {len(self.values)}")
        if any(a >= b for a, b in zip(self.edges, self.edges[1:], strict=False)):
            raise TypeError("edges must rise strictly")
        kept = [i for i in range(len(self.edges)) if self.values[i] != self.values[i + 1]]
        if len(kept) != len(self.edges):
            object.__setattr__(self, "values", (self.values[0], *(self.values[i + 1] for i in kept)))
            object.__setattr__(self, "edges", tuple(self.edges[i] for i in kept))

    @classmethod
    def of(cls, first: T, changes: Iterable[tuple[int, T]] = ()) -> Timeline[T]:
        """Build from the value before all time and the changes in order; of equal instants the last wins."""
        edges: list[int] = []
        values = [first]
        for edge, value in changes:
            if edges and edges[-1] == edge:
                values[-1] = value
            else:
                edges.append(edge)
                values.append(value)
        return cls(tuple(edges), tuple(values))

    def at(self, when: datetime) -> T:
        """Look up the value at an aware ``datetime``.

        A number is refused, since 1943 may be meant as a year; :meth:`at_instant` takes microseconds.

        Raises:
            NaiveTimeError: For a ``datetime`` without a zone.
            WrongTypeError: For a value of another type.

        Example:
            >>> from datetime import datetime, UTC
            >>> Timeline.of("old", [(0, "new")]).at(datetime(1943, 1, 1, tzinfo=UTC))
            'old'
        """
        if not isinstance(when, datetime):
            raise WrongTypeError("the time to look up", when, _AWARE)
        return self.at_instant(from_datetime(when))

    def at_instant(self, instant: int) -> T:
        """Look up the value at an instant, given in whole microseconds since 1970 in UTC.

        Raises:
            WrongTypeError: For a value of another type.
        """
        if isinstance(instant, bool) or not hasattr(instant, "__index__"):
            raise WrongTypeError("an instant", instant, "whole microseconds since 1970 in UTC, or ask at(datetime)")
        return self.values[bisect_right(self.edges, index(instant))]

    def lookup(self) -> Callable[[datetime], T]:
        """Compile to a function of an aware ``datetime``: the fastest single look-up there is here.

        Edges outside the years 1 to 9999 fall away, since no ``datetime`` reaches them. The function can be pickled.

        Raises:
            NaiveTimeError: When the function is given a ``datetime`` without a zone.
            WrongTypeError: When it is given anything else.

        Example:
            >>> from datetime import datetime, UTC
            >>> Timeline.of("old", [(0, "new")]).lookup()(datetime(1970, 1, 1, tzinfo=UTC))
            'new'
        """
        first, last = bisect_right(self.edges, _FIRST), bisect_right(self.edges, _LAST)
        edges = tuple(to_datetime(edge) for edge in self.edges[first:last])
        # Arguments of a module's function rather than a closure, so that the look-up can be pickled.
        return partial(_look, edges, self.values[first : last + 1])

    def lookup_many(self, when: Any, *, zone: str | None = None, missing: Any = None) -> Any:
        """Look up the values at many instants at once, as an array of numpy.

        Args:
            when: Whole microseconds since 1970 in UTC, as an array of integers or a list; or an array of
                ``datetime64``, with hours.
            zone: ``"UTC"`` where ``when`` is of ``datetime64``, which says nothing of a clock.
            missing: The value where ``when`` is ``NaT``, a missing time.

        Returns:
            An array of the same shape: of booleans, integers or texts where all values are, else of objects.

        Raises:
            NaiveTimeError: For ``datetime64`` without a zone.
            WrongTypeError: For values of another type, among them ``datetime64`` that counts days or more.

        Example:
            >>> line = Timeline.of("old", [(0, "new")])
            >>> line.lookup_many([-1, 0, 5]).tolist()
            ['old', 'new', 'new']
            >>> import numpy as np
            >>> line.lookup_many(np.array(["1969-12-31T23:59", "NaT"], dtype="M8[s]"), zone="UTC").tolist()
            ['old', None]
        """
        import numpy as np

        asked = np.asarray(when) if np.size(when) else np.empty(np.shape(when), dtype=np.int64)
        lacks = np.isnat(asked) if asked.dtype.kind == "M" else np.zeros(asked.shape, dtype=bool)
        places = np.searchsorted(np.array(self.edges, dtype=np.int64), instants_of(asked, zone), side="right")
        places[lacks] = len(self.values)
        held = [*self.values, missing] if lacks.any() else list(self.values)
        kinds = {type(value) for value in held}
        values = np.array(held) if len(kinds) == 1 and kinds <= {bool, int, str} else np.empty(len(held), dtype=object)
        if values.dtype == object:
            values[:] = held
        return values[places]

    def __str__(self) -> str:
        """Write a line for each piece: its first instant, the first after it, and the value."""
        rows = [(_shown(during.start), _shown(during.end), _legible(value)) for during, value in self.pieces()]
        widths = [max(len(row[place]) for row in rows) for place in (0, 1)]
        return "\n".join(f"{start:<{widths[0]}}  {end:<{widths[1]}}  {value}" for start, end, value in rows)

    def __repr__(self) -> str:
        """Name the number of pieces and their bounds."""
        if not self.edges:
            return f"<Timeline: {_legible(self.values[0])} throughout>"
        return f"<Timeline: {len(self.values)} pieces, from {iso(self.edges[0])} to {iso(self.edges[-1])}>"

    def pieces(self) -> Iterator[tuple[Interval, T]]:
        """Yield each stretch of equal value with the value, in order."""
        bounds = (None, *self.edges, None)
        for i, value in enumerate(self.values):
            yield Interval(bounds[i], bounds[i + 1]), value

    def map(self, function: Callable[[T], U]) -> Timeline[U]:
        """Apply a function to every value."""
        return Timeline(self.edges, tuple(function(value) for value in self.values))

    def combine(self, function: Callable[..., U], *others: Timeline[Any]) -> Timeline[U]:
        """Join with other timelines, instant by instant, in time linear in all edges.

        Args:
            function: Takes one value of each timeline, this one's first.
            others: As many as wanted.

        Example:
            >>> a, b = Timeline.of(False, [(0, True)]), Timeline.of(False, [(5, True)])
            >>> a.combine(lambda x, y: x and y, b).edges
            (5,)
        """
        lines: tuple[Timeline[Any], ...] = (self, *others)
        current = [line.values[0] for line in lines]
        edges: list[int] = []
        values = [function(*current)]
        tagged = [[(edge, n, i + 1) for i, edge in enumerate(line.edges)] for n, line in enumerate(lines)]
        queue = list(merge(*tagged))
        for place, (edge, n, i) in enumerate(queue):
            current[n] = lines[n].values[i]
            if place + 1 == len(queue) or queue[place + 1][0] != edge:
                edges.append(edge)
                values.append(function(*current))
        return Timeline(tuple(edges), tuple(values))

    def where(self, predicate: Callable[[T], bool]) -> IntervalSet:
        """Return the instants whose value satisfies a predicate."""
        return IntervalSet.from_timeline(self.map(lambda value: bool(predicate(value))))

    def during(self, span: IntervalSet) -> tuple[tuple[Interval, T], ...]:
        """Return the pieces that lie inside a set of instants, cut to it."""
        found = []
        for part in span:
            first = 0 if part.start is None else bisect_right(self.edges, part.start)
            for i in range(first, len(self.values)):
                start = part.start if i == first else self.edges[i - 1]
                if part.end is not None and start is not None and start >= part.end:
                    break
                end = self.edges[i] if i < len(self.edges) else None
                if end is None or (part.end is not None and part.end < end):
                    end = part.end
                found.append((Interval(start, end), self.values[i]))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class IntervalSet:
    """A set of instants: disjoint half-open intervals in order, with room between them.

    Args:
        intervals: In any order; overlapping and touching ones are joined.

    Example:
        >>> s = IntervalSet((Interval(0, 5), Interval(5, 8), Interval(20, None)))
        >>> len(s), 6 in s, 8 in s
        (2, True, False)
        >>> [(i.start, i.end) for i in ~s]
        [(None, 0), (8, 20)]
    """

    intervals: tuple[Interval, ...] = ()

    def __post_init__(self) -> None:
        """Sort and join."""
        for part in self.intervals:
            expect(part, Interval, "a part of a set of intervals", "intervals")
        object.__setattr__(self, "intervals", _joined(self.intervals))

    @classmethod
    def from_timeline(cls, line: Timeline[bool]) -> IntervalSet:
        """Return the instants at which a timeline of booleans is true."""
        return cls(tuple(interval for interval, inside in line.pieces() if inside))

    def timeline(self) -> Timeline[bool]:
        """Return the membership function of the set."""
        changes = [
            (edge, inside)
            for part in self.intervals
            for edge, inside in ((part.start, True), (part.end, False))
            if edge is not None
        ]
        return Timeline.of(bool(self.intervals) and self.intervals[0].start is None, changes)

    def __iter__(self) -> Iterator[Interval]:
        """Yield the intervals in order."""
        return iter(self.intervals)

    def __len__(self) -> int:
        """Count the intervals."""
        return len(self.intervals)

    def __contains__(self, instant: int) -> bool:
        """Tell whether an instant is inside."""
        place = bisect_right(self.intervals, cast(float, instant), key=_start_key)
        return place > 0 and instant in self.intervals[place - 1]

    def __or__(self, other: IntervalSet) -> IntervalSet:
        """Either set."""
        return IntervalSet(self.intervals + other.intervals)

    def __and__(self, other: IntervalSet) -> IntervalSet:
        """Both sets."""
        return self._with(other, lambda a, b: a and b)

    def __sub__(self, other: IntervalSet) -> IntervalSet:
        """This set without the other."""
        return self._with(other, lambda a, b: a and not b)

    def __xor__(self, other: IntervalSet) -> IntervalSet:
        """One of the sets but not both."""
        return self._with(other, lambda a, b: a is not b)

    def __invert__(self) -> IntervalSet:
        """Every other instant."""
        return IntervalSet.from_timeline(self.timeline().map(lambda inside: not inside))

    def issubset(self, other: IntervalSet) -> bool:
        """Tell whether every instant of this set is in the other."""
        return not (self - other)

    def _with(self, other: IntervalSet, function: Callable[[bool, bool], bool]) -> IntervalSet:
        return IntervalSet.from_timeline(self.timeline().combine(function, other.timeline()))

    def __str__(self) -> str:
        """Write the intervals joined by commas."""
        return ", ".join(str(part) for part in self.intervals) or "nothing"


def _shown(instant: int | None) -> str:
    return iso(None if instant is None else up_to_whole(instant))


def _legible(value: object) -> str:
    """Write a value as a person reads it: one of an enumeration by its value, a set of them joined."""
    if isinstance(value, frozenset):
        return " or ".join(sorted(map(_legible, value))) or "not known"
    return str(value.value if isinstance(value, Enum) else value)


def _start_key(part: Interval) -> float:
    # Exact: Python compares an int with a float by value, and only -inf is one here.
    return float("-inf") if part.start is None else part.start


def _joined(parts: Iterable[Interval]) -> tuple[Interval, ...]:
    joined: list[Interval] = []
    for part in sorted(parts, key=_start_key):
        last = joined[-1] if joined else None
        if last is None or (last.end is not None and _start_key(part) > last.end):
            joined.append(part)
        elif last.end is not None and (part.end is None or part.end > last.end):
            joined[-1] = Interval(last.start, part.end)
    return tuple(joined)
