"""Moments: hours that a clock showed, dates that leave much open, and what lies near a change of a clock."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from treatyclock.civil.clocks.zones import Zone
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.instants import SECOND
from treatyclock.testing import checked
from treatyclock.testing.strategies.partial_dates import FIRST, LAST, partial_dates
from treatyclock.testing.strategies.zones import changes_of
from treatyclock.testing.strategies.zones import zones as any_zones

_AROUND = (0, -1, 1, -60, 60, -1800, 1800, -3599, -3600, 3599, 3600, -7200, 7200, -86_400, 86_400)
"""Seconds before and after a change of a clock; a change is mostly one by half an hour, one or two hours."""
_ROOM = timedelta(days=3)
"""More than a clock can stand from UTC together with the farthest second around a change."""
_TELLING_HOURS = (time(0), time(12), time(23, 59), time(0, 0, 1), time(23, 59, 59), time(23, 59, 59, 999_999))
_HOURS = st.sampled_from(_TELLING_HOURS) | st.times()


def moments(
    *,
    zones: st.SearchStrategy[Zone] | None = None,
    min_value: date = FIRST,
    max_value: date = LAST,
    imprecise: bool | None = None,
    near_change: bool = False,
) -> st.SearchStrategy[Moment]:
    """Return a strategy for moments, as :func:`treatyclock.moment` reads them; examples shrink to 2000-01-01 in UTC.

    Args:
        zones: The clocks that a moment may be on, such as ``zones(pre_1970=True)``. Any where not given; an imprecise
            moment is then on no clock, too.
        min_value: The earliest date that a moment may have on its clock.
        max_value: The latest.
        imprecise: False for hours on one clock; a clock may have shown an hour twice. True for moments that leave more
            open: a bare date, a month, a set of dates (:func:`partial_dates`), an hour on one of two clocks. Either
            where not given.
        near_change: Only moments within a day of a change of their clock, often within the hour that it showed twice.
            A clock that never changed between the two bounds is then not drawn.

    Raises:
        hypothesis.errors.InvalidArgument: If there is no such moment, or ``zones`` is no strategy.

    Example:
        >>> from hypothesis import find
        >>> from hypothesis import strategies as st
        >>> import treatyclock as tc
        >>> newfoundland = st.just(tc.zone("America/St_Johns"))
        >>> print(find(moments(zones=newfoundland, imprecise=False, near_change=True), lambda at: len(at.support) == 2))
        1999-10-30T23:01 America/St_Johns
    """
    first, last = checked.days(min_value=min_value, max_value=max_value)
    if first < date.min + _ROOM or last > date.max - _ROOM:
        raise InvalidArgument(f"No clock can be told so near the years 1 and 9999: {min_value=}, {max_value=}")
    if imprecise is not None:
        checked.flag("imprecise", imprecise)
    clocks = any_zones() | any_zones(historic=True) if zones is None else checked.strategy("zones", zones)
    if checked.flag("near_change", near_change):
        if last - first < 2 * _ROOM:
            raise InvalidArgument(f"There is no room for a change of a clock between {min_value=} and {max_value=}")
        walls = _near_change(clocks, first, last)
        dates = st.builds(_dated, walls)
    else:
        walls = _walls(clocks, first, last)
        texts = partial_dates(min_value=first, max_value=last)
        dates = _placed(clocks, texts) | _either(clocks, walls)
        if zones is None:
            dates = st.builds(moment, texts) | dates
    hours = walls.flatmap(_hour)
    return {None: hours | dates, False: hours, True: dates}[imprecise]


Shown = tuple[datetime, Zone]
"""What a clock showed, and the clock."""


@st.composite
def _walls(draw: st.DrawFn, clocks: st.SearchStrategy[Zone], first: date, last: date) -> Shown:
    clock, day = draw(clocks), draw(st.dates(first, last))
    wall = datetime.combine(day, draw(_HOURS))
    if not clock.instants(wall):
        # The clock never showed it: what it showed instead, just after it had been put forward.
        wall = clock.local(clock.gap(wall)[0])
        assume(wall.date() <= last)
    return wall, clock


@st.composite
def _near_change(draw: st.DrawFn, clocks: st.SearchStrategy[Zone], first: date, last: date) -> Shown:
    room = first + _ROOM, last - _ROOM
    clock = draw(clocks.filter(lambda each: bool(changes_of(each, *room))))
    nearest_2000 = sorted(changes_of(clock, *room), key=lambda at: abs(at - _SIMPLE))
    at = draw(st.sampled_from(nearest_2000))
    return clock.local(at + draw(st.sampled_from(_AROUND)) * SECOND), clock


_SIMPLE = 946_684_800 * SECOND  # the beginning of 2000


@st.composite
def _hour(draw: st.DrawFn, shown: Shown) -> Moment:
    """Draw the moment of an hour that a clock showed; of one that it showed twice, either or one of the two."""
    wall, clock = shown
    if len(clock.instants(wall)) < 2:
        return draw(st.builds(moment, st.just(_text(wall)), zone=st.just(clock)))
    folds = st.sampled_from(("both", "earlier", "later"))
    return draw(st.builds(moment, st.just(_text(wall)), zone=st.just(clock), fold=folds))


def _text(wall: datetime) -> str:
    return wall.isoformat(timespec="auto" if wall.second or wall.microsecond else "minutes")


def _dated(shown: Shown) -> Moment:
    wall, clock = shown
    return moment(wall.date().isoformat(), zone=clock)


@st.composite
def _placed(draw: st.DrawFn, clocks: st.SearchStrategy[Zone], texts: st.SearchStrategy[str]) -> Moment:
    """Draw a date on a clock that did not skip it."""
    text, clock = draw(texts), draw(clocks)
    read = moment(text)
    assume(any(clock.during(each.first, each.last) for each in read.ranges or (read.days,)))
    return draw(st.builds(moment, st.just(text), zone=st.just(clock)))


@st.composite
def _either(draw: st.DrawFn, clocks: st.SearchStrategy[Zone], walls: st.SearchStrategy[Shown]) -> Moment:
    """Draw an hour on one of two clocks; the other may never have shown it."""
    (wall, clock), other = draw(walls), draw(clocks)
    assume(clock != other)
    return draw(st.builds(moment, st.just(_text(wall)), zone=st.just([clock, other])))
