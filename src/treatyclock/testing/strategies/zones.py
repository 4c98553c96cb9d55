"""Zones: the clocks of the time zone database, and those of documents that the database lacks."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import pairwise

from hypothesis import strategies as st

from treatyclock.civil.clocks.database import iana_names, packaged_data
from treatyclock.civil.clocks.historic import historic_zone, historic_zones
from treatyclock.civil.clocks.tzif import read_tzif
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.instants import DAY, date_microseconds
from treatyclock.testing import checked

_RICH = 5
"""So many changes before 1970 and more are a rich history."""
_RULED = 4 * 366 * DAY
_FAMILIAR = ("UTC", "Europe/London", "Europe/Berlin", "Europe/Moscow", "Asia/Tokyo", "America/New_York")
"""Towards which examples shrink."""


def zones(*, pre_1970: bool = False, historic: bool = False) -> st.SearchStrategy[Zone]:
    """Return a strategy for zones of the time zone database; examples shrink to UTC, or to the first by name.

    Args:
        pre_1970: Only zones that changed their offset at least five times before 1970, where many libraries have no
            data or wrong ones.
        historic: Only clocks of the library's historic table, such as ``Manchukuo``: the database lacks them or has
            another clock under their name. With ``pre_1970``, zones of either sort.

    Raises:
        hypothesis.errors.InvalidArgument: If an option is neither True nor False.

    Example:
        >>> from hypothesis import find
        >>> from datetime import timedelta
        >>> find(zones(), lambda zone: True)
        zone('UTC')
        >>> find(zones(historic=True), lambda zone: zone.offset_at(0) == timedelta(hours=9)).basis.source
        'historic table'
    """
    checked.flag("pre_1970", pre_1970)
    checked.flag("historic", historic)
    # The names are found when an example is drawn: to count the changes of all zones takes a third of a second.
    return st.deferred(lambda: _one_of(_names(pre_1970=pre_1970, historic=historic)))


def _one_of(names: tuple[str, ...]) -> st.SearchStrategy[Zone]:
    # Not `sampled_from`, which would write hundreds of names whenever Hypothesis says what it draws from.
    return st.integers(0, len(names) - 1).map(lambda place: zone(names[place]))


@cache
def _names(*, pre_1970: bool, historic: bool) -> tuple[str, ...]:
    """Return the names of zones, the simplest first."""
    names = (*_FAMILIAR, *sorted(iana_names() - set(_FAMILIAR)))
    if not pre_1970 and not historic:
        return names
    rich = [name for name in names if pre_1970 and sum(at < 0 for at in _listed(name)) >= _RICH]
    return (*rich, *(each.id for each in historic_zones() if historic))


@cache
def changes_of(clock: Zone, first: date, last: date) -> tuple[int, ...]:
    """Return the instants at which a clock changed its offset, from the beginning of a day to that of another in UTC.

    Of those that a rule foresees for all the future, only the first few years are told.

    Example:
        >>> from treatyclock.instants import iso
        >>> [iso(at) for at in changes_of(zone("Asia/Tokyo"), date(1950, 1, 1), date(1951, 1, 1))]
        ['1950-05-06T15:00:00Z', '1950-09-09T15:00:00Z']
    """
    low, high = date_microseconds(first), date_microseconds(last)
    found = _listed_changes(clock)
    if clock.basis.source == "tzdata package":
        # A file lists the changes up to a year. From then on a rule holds: each year is like the other, and its changes
        # lie months apart. So a few years show all that there is to see.
        since = max([low, *found[-1:]])
        looked_at = range(since, min(high, since + _RULED), 14 * DAY)
        found += tuple(
            clock.change(one, other)
            for one, other in pairwise(looked_at)
            if clock.offset_at(one) != clock.offset_at(other)
        )
    return tuple(at for at in found if low <= at < high)


def _listed_changes(clock: Zone) -> tuple[int, ...]:
    if clock.basis.source == "tzdata package":
        return _listed(clock.key)
    table = historic_zone(clock.key)
    return () if table is None else table.offsets.edges


@cache
def _listed(name: str) -> tuple[int, ...]:
    return read_tzif(packaged_data(name)).edges
