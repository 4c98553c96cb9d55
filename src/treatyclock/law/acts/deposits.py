"""Of several times at which an act was received: the first and the last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment, on_days
from treatyclock.law.acts.act import surely_before


def first_of(moments: Sequence[Moment]) -> Moment:
    """Return the moment that surely came first, or the days in which the first of them lies."""
    return _one_of(moments, _no_later, Days.earliest)


def last_of(moments: Sequence[Moment]) -> Moment:
    """Return the moment that surely came last, or the days in which the last of them lies."""
    return _one_of(moments, lambda one, other: _no_later(other, one), Days.latest)


def _one_of(
    moments: Sequence[Moment],
    goes_before: Callable[[Moment, Moment], bool],
    of_days: Callable[[Iterable[Days]], Days],
) -> Moment:
    for each in moments:
        if all(goes_before(each, other) for other in moments):
            return each
    days = of_days(each.days for each in moments)
    return on_days(str(days), [days], moments[0].zones)


def _no_later(one: Moment, other: Moment) -> bool:
    if one == other or surely_before(one, other):
        return True
    return one.wall is None and other.wall is None and one.days.last <= other.days.first
