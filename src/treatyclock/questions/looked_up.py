"""What a life comes to in a time that was asked about: in each world, the pieces of the timeline inside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import chain, groupby, pairwise

from treatyclock.answers.answer import PartOfTime
from treatyclock.answers.neighbours import Neighbours
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.histories.by_date import clocks_of
from treatyclock.derive.histories.history import History, Statuses
from treatyclock.derive.histories.life import Course, Life
from treatyclock.instants import to_datetime
from treatyclock.intervals import Interval, IntervalSet
from treatyclock.law.subjects import Subject
from treatyclock.questions.inputs import TimeAsked
from treatyclock.truth import Truth

Cut = tuple[tuple[Interval, Statuses], ...]
"""The pieces of a timeline inside the time asked about, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedUp:
    """What a life comes to in the time asked about.

    Attributes:
        life: The life that was looked into.
        course: What follows there for whom it was asked about.
        cuts: In each world, the pieces of the timeline there.
        by_date: Whether a day is meant, which is compared as a date.
    """

    life: Life
    course: Course
    cuts: tuple[Cut, ...]
    by_date: bool

    @property
    def truths(self) -> list[Truth]:
        """Whether it was in force, in each world."""
        return [truth_of(cut) for cut in self.cuts]

    @property
    def truth(self) -> Truth:
        """Whether it was in force."""
        return Truth.agreed(self.truths)

    @property
    def status(self) -> Statuses:
        """Every status that is possible."""
        return union(self.cuts)


def look_up(life: Life, time: TimeAsked, subject: Subject) -> LookedUp:
    """Look up a time: a day as a date, anything else as an instant."""
    return (on_a_day if time.by_date else at_an_instant)(life, time.at, subject)


def at_an_instant(life: Life, at: Moment, subject: Subject) -> LookedUp:
    """Look up a moment, which may be any of the instants of its support."""
    course = life.course(subject)
    cuts = tuple(world.result.line.during(at.support) for world in course.worlds)
    return LookedUp(life=life, course=course, cuts=cuts, by_date=False)


def on_a_day(life: Life, at: Moment, subject: Subject) -> LookedUp:
    """Look up a day, or a range of days, from one midnight of the treaty to another.

    Args:
        life: A life whose dates are compared as dates.
        at: The day, without an hour and without a clock.
        subject: For whom.
    """
    course = life.course(subject)
    on = cache(lambda key: _on(zone(key), at))
    cuts = []
    for world in course.worlds:
        pieces = (world.result.line.during(on(key)) for key in clocks_of(life.record, life.reading, world))
        cuts.append(tuple(dict.fromkeys(chain(*pieces))))
    return LookedUp(life=life, course=course, cuts=tuple(cuts), by_date=True)


def parts(looked: LookedUp) -> tuple[PartOfTime, ...]:
    """Return the parts of the time asked about in which it was in force and was not, where every world has the same."""
    first, *others = (_turns(cut) for cut in looked.cuts)
    if not looked.by_date or len(first) < 2 or any(each != first for each in others):
        return ()
    if any(_gaps(cut) for cut in looked.cuts):
        return ()  # of several days that do not touch, no part is one stretch of time
    return first if all(part.truth is not Truth.UNKNOWN for part in first) else ()


def _gaps(cut: Cut) -> bool:
    return any(one.end != other.start for (one, _), (other, _) in pairwise(cut))


def neighbours(looked: LookedUp) -> Neighbours | None:
    """Return the nearest days in force before and after the time asked about, in every world.

    None where it was not in force within a period of membership, such as between two of whom one objects to the other.
    """
    times = {id(world.result): cut for world, cut in zip(looked.course.worlds, looked.cuts, strict=True)}
    if any(_within(found, *_bounds(times[id(found)])) for found in (world.result for world in looked.course.worlds)):
        return None

    def before(found: History) -> tuple[str, ...]:
        start, _ = _bounds(times[id(found)])
        ends = [each.end for each in found.memberships if each.end is not None]
        return tuple(str(end.last_day) for end in ends if start is not None and end.at.latest <= start)[-1:]

    def after(found: History) -> tuple[str, ...]:
        _, end = _bounds(times[id(found)])
        entries = [each.entry for each in found.memberships]
        return tuple(str(each.day) for each in entries if end is not None and each.begins.earliest >= end)[:1]

    outcomes = looked.course.outcomes
    return Neighbours(last_day_before=outcomes(before), first_day_after=outcomes(after))


def _bounds(cut: Cut) -> tuple[int | None, int | None]:
    return cut[0][0].start, cut[-1][0].end


def _within(found: History, start: int | None, end: int | None) -> bool:
    """Tell whether a period of membership has anything of a time, for certain."""
    return any(
        (end is None or each.entry.begins.latest < end)
        and (each.end is None or start is None or each.end.at.earliest > start)
        for each in found.memberships
    )


def _turns(cut: Cut) -> tuple[PartOfTime, ...]:
    """Return the parts in which the truth is the same, without the beginning and the end of the time itself."""
    grouped = groupby(cut, lambda piece: truth_of([piece]))
    stretches = [(truth, [during for during, _ in pieces]) for truth, pieces in grouped]
    last = len(stretches) - 1
    return tuple(
        PartOfTime(
            truth=truth,
            start=to_datetime(during[0].start) if number and during[0].start is not None else None,
            end=to_datetime(during[-1].end) if number < last and during[-1].end is not None else None,
        )
        for number, (truth, during) in enumerate(stretches)
    )


def union(cuts: Iterable[Cut]) -> Statuses:
    """Return every status in some pieces."""
    return frozenset().union(*(statuses for cut in cuts for _, statuses in cut))


def truth_of(cut: Sequence[tuple[Interval, Statuses]]) -> Truth:
    """Tell whether it was in force in all of some pieces, in none, or who knows."""
    return Truth.agreed(truth_of_piece(statuses) for _, statuses in cut)


@cache  # of the few sets of statuses that there are
def truth_of_piece(statuses: Statuses) -> Truth:
    """Tell whether it was in force where some statuses are possible."""
    return Truth.agreed(Truth.of(status.in_force) for status in statuses)


def _on(clock: Zone, at: Moment) -> IntervalSet:
    """Return days on a clock, without what belongs to the day before or after as well.

    A clock that goes back over midnight shows two days twice: a last day in force lasts to its second end, a day of
    entry begins with its first beginning, and what lies between belongs to neither day alone. A day that the clock
    skipped is the moment at which it did, before and after.
    """
    several = (time_of_days(clock, days.first, days.last) for days in at.ranges or (at.days,))
    return IntervalSet(tuple(part for each in several for part in each))


def time_of_days(clock: Zone, first: date, last: date) -> IntervalSet:
    """Return the days from one to another on a clock, both inside, as :func:`on_a_day` looks them up.

    Args:
        clock: The clock.
        first: The first day.
        last: The last.
    """
    start = end = None
    if first > _FIRST:
        start = max(clock.start_of_day(first), clock.end_of_day(first - _ONE_DAY))
    if last < _LAST:
        end = min(clock.end_of_day(last), clock.start_of_day(last + _ONE_DAY))
    if start is not None and end is not None and end <= start:
        return IntervalSet((Interval(end - 1, end + 1),))
    return IntervalSet((Interval(start, end),))


_ONE_DAY = timedelta(days=1)
_FIRST, _LAST = date.min + 2 * _ONE_DAY, date.max - 2 * _ONE_DAY
"""Days beyond which there is no clock any more: the years 1 and 9999 end there."""
