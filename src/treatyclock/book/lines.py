"""A treaty's life for somebody as a line of integers: at which instants, or on which days, it changes, and to what.

Each world has a line of its own. The lines of all worlds are cut at the same edges, so that a segment has the statuses
of each world: what two States have together is worked out world by world.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from treatyclock.book.statuses import NOTHING_KNOWN, UNKNOWN, mask_of, statuses_of, truth_of, union
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.derive.histories.by_date import clocks_of
from treatyclock.derive.histories.history import History
from treatyclock.derive.histories.life import Course, Life
from treatyclock.derive.reasoning.worlds import Question, World
from treatyclock.errors import UnusableRecordError
from treatyclock.instants import DAY, date_microseconds, to_datetime
from treatyclock.intervals import Interval
from treatyclock.law.status import Status
from treatyclock.law.subjects import Subject
from treatyclock.questions.dependencies import depends_on
from treatyclock.questions.looked_up import Cut, LookedUp, time_of_days

BY_INSTANT, BY_DAY = "instant", "day"
"""What is asked about: instants; or days of the treaty, which are compared as dates."""

Answers = tuple[tuple[Question, str], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """What holds for somebody with all worlds taken together.

    Attributes:
        edges: When anything changes.
        masks: The statuses of each segment.
        reasons: Why each is as it is, in words; empty texts where nobody asked.
    """

    edges: tuple[int, ...]
    masks: tuple[int, ...]
    reasons: tuple[str, ...]


def unusable(error: UnusableRecordError) -> Outline:
    """Return the outline of a treaty of which no dates can be worked out: nothing is known at any time."""
    return Outline((), (NOTHING_KNOWN,), (error.sentence,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What holds for somebody at every instant, or on every day, in each world.

    Attributes:
        edges: When anything changes, in microseconds since 1970; of days, each day counts as its midnight in UTC.
        worlds: For each world, its answers, and its statuses in each segment: one more than edges.
        varies: For each segment whether its statuses differ within one day, or by the clock that counts it.
        course: What it was made of.
        life: The life from which that comes.
        by: Whether it is about instants or days.
    """

    edges: tuple[int, ...]
    worlds: tuple[tuple[Answers, tuple[int, ...]], ...]
    varies: tuple[bool, ...]
    course: Course
    life: Life
    by: str

    def outline(self, *, reasons: bool) -> Outline:
        """Return it with all worlds taken together.

        Args:
            reasons: Whether it is told why each segment is as it is.
        """
        masks = tuple(map(union, zip(*(held for _, held in self.worlds), strict=True)))
        return Outline(self.edges, masks, tuple(self._reasons(masks)) if reasons else ("",) * len(masks))

    def _reasons(self, masks: Sequence[int]) -> list[str]:
        """Return by which change it is so, where it is told whether the treaty is in force; else the open questions."""
        happened = _happened([world.result for world in self.course.worlds], self._place_of_day)
        told = []
        for number, mask in enumerate(masks):
            start = None if number == 0 else self.edges[number - 1]
            end = self.edges[number] if number < len(self.edges) else None
            asks = truth_of(mask) == UNKNOWN
            told.append(self._open(start, end) if asks else happened(start, statuses_of(mask)))
        return told

    def _place_of_day(self, instant: int) -> int:
        return instant if self.by == BY_INSTANT else instant - DAY  # by no clock a day begins earlier

    def _open(self, start: int | None, end: int | None) -> str:
        at = start if start is not None else 0 if end is None else end - (1 if self.by == BY_INSTANT else DAY)
        if self.by == BY_DAY:
            cuts = tuple(_cut_of_day(world.result, _clocks(self.life, world), at) for world in self.course.worlds)
        else:
            cuts = tuple(((Interval.point(at), world.result.line.at_instant(at)),) for world in self.course.worlds)
        looked = LookedUp(life=self.life, course=self.course, cuts=cuts, by_date=self.by == BY_DAY)
        return "; ".join(dict.fromkeys(each.text for each in depends_on(looked, looked.truths) if each.decides_truth))


def line_of(life: Life, subject: Subject, by: str) -> Line:
    """Return the line of a life for somebody.

    Args:
        life: The life; one whose dates are compared as dates where days are asked about.
        subject: For whom.
        by: :data:`BY_INSTANT` or :data:`BY_DAY`.
    """
    course = life.course(subject)
    if by == BY_DAY:
        lines = [_by_day(life, world.result, _clocks(life, world)) for world in course.worlds]
    else:
        lines = [_by_instant(world.result) for world in course.worlds]
    edges = lines[0].edges if len(lines) == 1 else tuple(sorted({edge for own in lines for edge in own.edges}))
    held = [each.at_edges(edges) for each in lines]
    return Line(
        edges=edges,
        worlds=tuple((world.choices, each.masks) for world, each in zip(course.worlds, held, strict=True)),
        varies=tuple(map(any, zip(*(each.varies for each in held), strict=True))),
        course=course,
        life=life,
        by=by,
    )


@dataclass(frozen=True, slots=True)
class _OfWorld:
    """The line of one world: its edges, and for each segment its statuses and whether they differ within a day."""

    edges: tuple[int, ...]
    masks: tuple[int, ...]
    varies: tuple[bool, ...]

    def at_edges(self, edges: tuple[int, ...]) -> _OfWorld:
        """Cut it at more edges."""
        if edges == self.edges:
            return self
        places = [0, *(bisect_right(self.edges, edge) for edge in edges)]
        return _OfWorld(edges, tuple(self.masks[n] for n in places), tuple(self.varies[n] for n in places))


def _by_instant(history: History) -> _OfWorld:
    line = history.line
    return _OfWorld(line.edges, tuple(map(mask_of, line.values)), (False,) * len(line.values))


def _happened(
    histories: Sequence[History], place: Callable[[int], int]
) -> Callable[[int | None, frozenset[Status]], str]:
    """Return what tells by which change statuses came about: the last that had surely come by then and gave one."""
    found = {(place(change.at.latest), change.status, change.what) for each in histories for change in each.changes}
    changes = sorted(found, key=lambda change: change[0])
    times = [time for time, _, _ in changes]

    def last(start: int | None, statuses: frozenset[Status]) -> str:
        until = 0 if start is None else bisect_right(times, start)
        giving = [change for change in changes[:until] if change[1] in statuses]
        return " or ".join(sorted({what for time, _, what in giving if time == giving[-1][0]}))

    return last


# --- days ---------------------------------------------------------------------------------------

_ONE_DAY = timedelta(days=1)
_EPOCH = date(1970, 1, 1)
_EARLIEST, _LATEST = (date_microseconds(date.min + 4 * _ONE_DAY), date_microseconds(date.max - 4 * _ONE_DAY))


def _clocks(life: Life, world: World[History]) -> tuple[Zone, ...]:
    return tuple(map(zone, clocks_of(life.record, life.reading, world)))


def _cut_of_day(history: History, clocks: Sequence[Zone], at: int) -> Cut:
    day = to_datetime(at).date()
    pieces = (history.line.during(time_of_days(clock, day, day)) for clock in clocks)
    return tuple(dict.fromkeys(piece for each in pieces for piece in each))


def _by_day(life: Life, history: History, clocks: Sequence[Zone]) -> _OfWorld:
    """Return the days on which a world's line changes, and the statuses of the days.

    On whichever clock, what a day has changes only within three days of an edge: those days are looked at one by one.
    """
    near: set[date] = set()
    for edge in history.line.edges:
        kept = min(max(edge, _EARLIEST), _LATEST)
        for clock in clocks:
            there = clock.local(kept).date()
            near.update(there + step * _ONE_DAY for step in range(-2, 4))
    days = sorted(near)

    def held(day: date) -> tuple[int, bool]:
        masks = {mask_of(statuses) for _, statuses in _cut_of_day(history, clocks, date_microseconds(day))}
        return union(masks), len(masks) > 1

    edges, found = list[int](), [held(days[0] - _ONE_DAY if days else _EPOCH)]
    for day in days:
        now = held(day)
        if now != found[-1]:
            edges.append(date_microseconds(day))
            found.append(now)
    return _OfWorld(tuple(edges), tuple(mask for mask, _ in found), tuple(varies for _, varies in found))
