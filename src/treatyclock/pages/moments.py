"""The moments of a treaty's life: when something was done, and when a status changes by one reading or another."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import TypeVar

from treatyclock.answers.chronology import Chronology
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.days import EARLIEST, LATEST
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import MomentLike, moment
from treatyclock.derive.histories.history import Statuses
from treatyclock.instants import from_datetime, to_datetime, up_to_whole
from treatyclock.intervals import Interval
from treatyclock.law.acts.act import Act
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.show.pictures.lives import fill_of
from treatyclock.view import View

_FIRST = from_datetime(datetime.fromisoformat("0002-01-01T00:00Z"))
_LAST = from_datetime(datetime.fromisoformat("9998-12-31T00:00Z"))

_FEW_DAYS = timedelta(days=5)
"""So far from a bound that stands for none may a day lie that was made from it."""

T = TypeVar("T", bound=Hashable)
W = TypeVar("W")
Changes = dict[tuple[Statuses, Statuses], list[W]]
"""From which statuses to which something changes, and for or by whom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeChange:
    """What a moment changes.

    Attributes:
        before: Every status that was possible before.
        now: Every status that is possible from then on.
        by: The readings by which it does.
        of: The names of the parties for which it does; none for those whom the page is about.
    """

    before: Statuses
    now: Statuses
    by: tuple[Reading, ...] = ()
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeMoment:
    """A moment of a treaty's life: an instant, or a day of which no hour is recorded.

    Attributes:
        instant: The instant; None for a day.
        day: The day, or the days in which it lies; None for an instant.
        wall: Where it stands in a picture, on the clock by which the treaty counts.
        lasts: From when to when the day lasted, where it is the day of one clock; None elsewhere.
        acts: What was done then.
        changes: What changes then.
        asked: The moment that somebody asked about, where it is that; None elsewhere.
    """

    instant: int | None
    day: Moment | None
    wall: datetime
    lasts: Interval | None = None
    acts: tuple[Act, ...] = ()
    changes: tuple[LifeChange, ...] = ()
    asked: Moment | None = None

    @property
    def at(self) -> MomentLike:
        """The same as a question takes it."""
        if self.instant is not None:
            return to_datetime(self.instant)
        assert self.day is not None
        return self.day


def readings_of(view: View) -> tuple[Reading, ...]:
    """Return the readings of a treaty: first the one of the view, then its text and the others that it declares."""
    others = (each for each in (TEXT, *view.record.readings) if each.id != view.reading.id)
    return (view.reading, *others)


def life_moments(view: View, asked: Sequence[Moment] = ()) -> tuple[LifeMoment, ...]:
    """Return the moments of a treaty's life, in order.

    Where it is known on which clock the treaty counts its days, statuses change at instants. Where it is not, they
    change with dates.

    Args:
        view: The treaty.
        asked: Moments that somebody asked about besides.

    Example:
        >>> import treatyclock as tc
        >>> found = life_moments(tc.load("soviet-japanese-neutrality-pact").under())
        >>> [each.wall.isoformat(sep=" ")[:16] for each in found][:3]
        ['1941-04-13 00:00', '1941-04-13 00:00', '1941-04-14 00:00']
    """
    clock = clock_of(view)
    found = [
        *_done(view, clock),
        *_changed(view, clock),
        *_parties_changed(view, clock),
        *_asked_about(asked, clock),
    ]
    joined: dict[object, LifeMoment] = {}
    for each in sorted(found, key=lambda moment: (moment.wall, moment.instant is not None)):
        key = (each.instant, None if each.day is None else each.day.days)
        joined[key] = _together(joined[key], each) if key in joined else each
    return tuple(joined.values())


def clock_of(view: View) -> Zone:
    """Return the clock on which a picture places instants: the first by which the treaty counts, else UTC."""
    return zone(next(iter(view.record.midnights_by(view.reading)), "UTC"))


def wall_of(at: Moment, clock: Zone) -> datetime:
    """Return where a moment stands in a picture: an instant as a clock shows it, a day at its beginning."""
    start = at.support.intervals[0].start
    return datetime.combine(at.days.first, time()) if at.wall is None or start is None else clock.local(start)


def _together(one: LifeMoment, other: LifeMoment) -> LifeMoment:
    lasts = one.lasts if one.lasts == other.lasts or not other.acts else None
    return replace(
        one, acts=one.acts + other.acts, changes=one.changes + other.changes, asked=one.asked or other.asked,
        lasts=lasts if one.acts else other.lasts,
    )  # fmt: skip


def _done(view: View, clock: Zone) -> Iterator[LifeMoment]:
    """Yield the moments of the acts on record, but for those of which no day is known at all."""
    for act in view.record.acts:
        if act.dated.wall is None:
            days = act.dated.days
            if days.bounded:
                lasts = act.dated.span if len(act.dated.zones) == 1 and days.known else None
                yield _of_days(act.dated.unplaced(), lasts=lasts, acts=(act,))
        else:
            for part in act.dated.support.intervals:
                assert part.start is not None
                yield _of_instant(part.start, clock, acts=(act,))


def _asked_about(asked: Sequence[Moment], clock: Zone) -> Iterator[LifeMoment]:
    """Yield the moments asked about; an hour that a clock showed twice is two of them."""
    for each in asked:
        if each.wall is None:
            yield _of_days(each, asked=each)
        else:
            starts = (part.start for part in each.support.intervals)
            yield from (_of_instant(start, clock, asked=each) for start in starts if start is not None)


def _of_days(
    days: Moment,
    *,
    lasts: Interval | None = None,
    acts: tuple[Act, ...] = (),
    changes: tuple[LifeChange, ...] = (),
    asked: Moment | None = None,
) -> LifeMoment:
    wall = datetime.combine(days.days.first, time())
    return LifeMoment(instant=None, day=days, wall=wall, lasts=lasts, acts=acts, changes=changes, asked=asked)


def _of_instant(
    instant: int,
    clock: Zone,
    *,
    acts: tuple[Act, ...] = (),
    changes: tuple[LifeChange, ...] = (),
    asked: Moment | None = None,
) -> LifeMoment:
    wall = clock.local(instant)
    return LifeMoment(instant=instant, day=None, wall=wall, acts=acts, changes=changes, asked=asked)


def _changed(view: View, clock: Zone) -> Iterator[LifeMoment]:
    """Yield the moments at which a status changes by any reading."""
    views = [(reading, replace(view, reading=reading)) for reading in readings_of(view)]
    if view.record.midnights_by(view.reading):
        for instant, changes in _each_change((reading, _by_instants(one)) for reading, one in views):
            yield _of_instant(instant, clock, changes=_by_readings(changes))
    else:
        for day, changes in _each_change((reading, _by_dates(one.chronology())) for reading, one in views):
            yield _of_days(moment(day), changes=_by_readings(changes))


def _by_readings(changes: Changes[Reading]) -> tuple[LifeChange, ...]:
    return tuple(LifeChange(before=before, now=now, by=tuple(by)) for (before, now), by in changes.items())


def _parties_changed(view: View, clock: Zone) -> Iterator[LifeMoment]:
    """Yield, for a treaty of many, when it enters into force for a party or ends for it."""
    if view.subject != GENERALLY or len(view.record.parties) < _MANY:
        return
    own = [(each, replace(view, subject=Subject((each.id,)))) for each in view.record.parties]
    if view.record.midnights_by(view.reading):
        for instant, changes in _each_change((party.name, _by_instants(one)) for party, one in own):
            if told := _of_parties(changes):
                yield _of_instant(instant, clock, changes=told)
    else:
        for day, changes in _each_change((party.name, _by_dates(one.chronology())) for party, one in own):
            if told := _of_parties(changes):
                yield _of_days(moment(day), changes=told)


def _of_parties(changes: Changes[str]) -> tuple[LifeChange, ...]:
    """Return what a reader asks of parties: from when to when it was in force for them."""
    return tuple(
        LifeChange(before=before, now=now, of=tuple(names))
        for (before, now), names in changes.items()
        if fill_of(before) is not fill_of(now)
    )


_MANY = 3


def _by_instants(view: View) -> Iterator[tuple[int, Statuses, Statuses]]:
    """Yield each instant at which a status changes, with those possible before and from then on."""
    line = view.timeline()
    for place, edge in enumerate(line.edges):
        if _FIRST < edge < _LAST:
            yield up_to_whole(edge), line.values[place], line.values[place + 1]


def _by_dates(life: Chronology) -> Iterator[tuple[date, Statuses, Statuses]]:
    """Yield each day with or within which a status changes, likewise."""
    for before, now in pairwise(life.stages):
        if now.first_day is not None and now.first_day < date.max and not _stands_for_none(now.first_day):
            yield now.first_day, before.status, now.status


def _stands_for_none(day: date) -> bool:
    return any(abs(day - bound) <= _FEW_DAYS for bound in (EARLIEST, LATEST))


def _each_change(lines: Iterable[tuple[W, Iterator[tuple[T, Statuses, Statuses]]]]) -> Iterator[tuple[T, Changes[W]]]:
    """Yield when anything changes, and what, each change with those whose lines have it."""
    found: dict[T, Changes[W]] = {}
    for whose, line in lines:
        for at, before, now in line:
            found.setdefault(at, {}).setdefault((before, now), []).append(whose)
    yield from found.items()
