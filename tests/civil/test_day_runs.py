"""Runs of days that touch or overlap are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyclock.civil._day_runs import DayRun, joined

RUNS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5)).map(lambda run: (run[0], run[0] + run[1])), max_size=6)


@pytest.mark.parametrize(
    ("runs", "one"),
    [
        ([], []), ([(1, 1)], [(1, 1)]), ([(1, 3), (4, 5)], [(1, 5)]), ([(1, 3), (5, 5)], [(1, 3), (5, 5)]),
        ([(1, 9), (2, 3)], [(1, 9)]),
    ],
)  # fmt: skip
def test_by_hand(runs: list[DayRun], one: list[DayRun]) -> None:
    assert list(joined(runs)) == one


@given(RUNS)
def test_the_days_are_the_same_and_there_is_room_between_the_runs(runs: list[DayRun]) -> None:
    found = list(joined(sorted(runs)))
    days = {day for first, last in runs for day in range(first, last + 1)}
    assert [day for first, last in found for day in range(first, last + 1)] == sorted(days)
    assert all(one[1] + 1 < other[0] for one, other in zip(found, found[1:], strict=False))
