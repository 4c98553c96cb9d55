"""What a clock showed at many times, as instants: exact, and quick where the same days come again.

On a day on which its clock was not changed, a wall time and UTC differ by one offset. So each day is looked at once,
and only the times of days with a change are asked about one by one.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from treatyclock.book.segments import Int64
from treatyclock.civil.clocks.zones import Zone
from treatyclock.instants import DAY

_EPOCH = date(1970, 1, 1)
_MICROSECOND = timedelta(microseconds=1)
_BEGINNING = datetime(1970, 1, 1)  # noqa: DTZ001 - the wall time from which wall times are counted


def wall_instants(clock: Zone, walls: Int64) -> tuple[Int64, Int64, NDArray[np.bool_]]:
    """Return the first and the last instant at which a clock showed each wall time, and whether it ever did.

    Args:
        clock: The clock.
        walls: The wall times, in microseconds since midnight of 1 January 1970 on that clock.

    Returns:
        Two instants, which differ where the clock showed the time twice; and where it skipped the time, False.

    Example:
        >>> from treatyclock.civil.clocks.zones import zone
        >>> first, last, shown = wall_instants(zone("Asia/Tokyo"), np.array([0]))
        >>> first.tolist(), last.tolist(), shown.tolist()
        ([-32400000000], [-32400000000], [True])
    """
    days, place = np.unique(walls // DAY, return_inverse=True)
    shifts, steady = np.zeros(len(days), dtype=np.int64), np.zeros(len(days), dtype=bool)
    for number, day in enumerate(days.tolist()):
        shift = _shift_of(clock, day)
        if shift is not None:
            shifts[number], steady[number] = shift, True
    first = walls - shifts[place]
    last, shown = first.copy(), np.ones(len(walls), dtype=bool)
    odd = np.flatnonzero(~steady[place])
    times, which = np.unique(walls[odd], return_inverse=True)
    for number, time in enumerate(times.tolist()):
        found = clock.instants(_BEGINNING + time * _MICROSECOND)
        rows = odd[which == number]
        shown[rows] = bool(found)
        if found:
            first[rows], last[rows] = found[0], found[-1]
    return first, last, shown


def _shift_of(clock: Zone, day: int) -> int | None:
    """Return by how much a clock was ahead of UTC all through a day; None if it was changed on it or near it.

    No clock of the packaged database was ever changed twice within two days to come out where it was: a test looks
    through all of them.
    """
    midnight = _BEGINNING + timedelta(days=day)
    begins = clock.instants(midnight)
    ends = clock.instants(midnight + timedelta(days=1)) if day < (date.max - _EPOCH).days else ()
    if len(begins) != 1 or len(ends) != 1 or ends[0] - begins[0] != DAY:
        return None
    return day * DAY - begins[0]
