"""Wall times in bulk beside the clock itself, one by one."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
import pytest

from treatyclock.civil.clocks.database import iana_names, packaged_data
from treatyclock.civil.clocks.tzif import read_tzif
from treatyclock.civil.clocks.zones import zone
from treatyclock.frames.walls import wall_instants
from treatyclock.instants import DAY

ODD = [
    "Europe/Moscow",
    "Asia/Manila",
    "America/St_Johns",
    "Pacific/Apia",
    "Africa/Monrovia",
    "Manchukuo",
    "+09:00",
    "UTC",
]


def around(name: str) -> list[int]:
    """Wall times on both sides of a few changes of a clock, and of midnights nearby."""
    edges = read_tzif(packaged_data(name)).edges if name in iana_names() else (0,)
    near = [edge * 1_000_000 if abs(edge) < 10**12 else edge for edge in (*edges[:4], *edges[-3:])]
    steps = (-2 * DAY, -DAY, -3_600_000_000, -1, 0, 1, 1_800_000_000, DAY)
    return sorted(
        {at + shift + step for at in near for step in steps for shift in (0, 10_800_000_000, -18_000_000_000)}
    )


@pytest.mark.parametrize("name", ODD)
def test_bulk_is_what_the_clock_says_of_each(name: str) -> None:
    clock = zone(name)
    walls = [at for at in around(name) if abs(at) < 60_000_000_000_000_000]
    first, last, shown = wall_instants(clock, np.array(walls, dtype=np.int64))
    for at, early, late, there in zip(walls, first.tolist(), last.tolist(), shown.tolist(), strict=True):
        found = clock.instants(datetime(1970, 1, 1) + timedelta(microseconds=at))
        assert there is bool(found)
        assert not found or (early, late) == (found[0], found[-1])


def test_no_clock_was_changed_twice_within_two_days_to_come_out_where_it_was() -> None:
    """On this rests that a day of 24 hours between two midnights has one offset."""
    changed = 0
    for name in sorted(iana_names()):
        line = read_tzif(packaged_data(name))
        unit = 1 if line.edges and max(map(abs, line.edges)) > 10**12 else 1_000_000
        for number in range(len(line.edges) - 1):
            apart = (line.edges[number + 1] - line.edges[number]) * unit
            assert apart > 2 * DAY or line.values[number] != line.values[number + 2], (name, line.edges[number])
            changed += 1
    assert changed > 10_000
