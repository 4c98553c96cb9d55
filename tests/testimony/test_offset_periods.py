"""Offset periods against the clock itself, hour by hour, and what one showed."""

from __future__ import annotations

import pytest

from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.moments.read import moment
from treatyclock.testimony.offset_periods import OffsetPeriod, offset_periods


@pytest.mark.parametrize(
    "name", ["Europe/Moscow", "Europe/Berlin", "Manchukuo", "Asia/Tokyo", "America/New_York", "UTC"]
)
def test_periods_are_the_clock_s(name: str) -> None:
    clock, hour = zone(name), 3_600_000_000
    low, high = (moment(f"{year}-01-01T00:00Z").span.start or 0 for year in (1936, 1947))
    found = offset_periods(clock, low, high)
    for instant in range(low, high, 37 * hour):
        (period,) = [
            each for each in found
            if (each.start is None or each.start <= instant) and (each.end is None or instant < each.end)
        ]  # fmt: skip
        assert period.offset == clock.offset_at(instant).total_seconds() * 1_000_000


def test_a_period_shows_what_the_clock_showed_in_it() -> None:
    period = OffsetPeriod(start=100, end=200, offset=10)
    assert [period.shows(at, at) for at in (109, 110, 209, 210)] == [False, True, True, False]
    assert OffsetPeriod(start=None, end=None, offset=10).shows(-(10**20), -(10**20))


def test_periods_meet_that_have_an_instant_in_common() -> None:
    first, second = OffsetPeriod(start=None, end=5, offset=0), OffsetPeriod(start=5, end=None, offset=1)
    assert not first.meets(second)
    assert not second.meets(first)
    assert first.meets(OffsetPeriod(start=4, end=9, offset=7))
