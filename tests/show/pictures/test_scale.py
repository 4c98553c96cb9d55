"""Scales: few, round, in order."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from treatyclock.show.pictures.scale import around, ticks


@given(st.lists(st.dates(min_value=date(1, 1, 2), max_value=date(9999, 12, 30)), min_size=0, max_size=4))
def test_a_scale_has_a_few_round_moments_in_order_between_its_edges(days: list[date]) -> None:
    first, last = around([datetime(day.year, day.month, day.day) for day in days])
    found = ticks(first, last)
    assert len(found) <= 9
    assert all(first <= tick.at <= last for tick in found)
    assert [tick.at for tick in found] == sorted({tick.at for tick in found})
    assert all(first <= datetime(day.year, day.month, day.day) <= last for day in days)
