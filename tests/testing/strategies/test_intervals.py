"""Intervals, sets of them, and timelines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import treatyclock as tc
from treatyclock.testing.strategies import interval_sets, intervals, timelines

FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(intervals(bounded=True), interval_sets(max_size=2), timelines(st.booleans(), max_changes=3))
def test_intervals_and_timelines(interval: tc.Interval, instants: tc.IntervalSet, line: tc.Timeline[bool]) -> None:
    assert interval.start is not None and interval.end is not None
    assert len(instants) <= 2 and len(line.edges) <= 3


def test_timelines_are_of_a_strategy() -> None:
    with pytest.raises(InvalidArgument, match="values=True"):
        timelines(True)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("strategy", "asked", "named"),
    [
        (intervals, {"min_value": datetime(2000, 1, 1)}, "min_value"),
        (interval_sets, {"max_size": -1}, "max_size=-1"),
        (interval_sets, {"max_size": (1, 3)}, "Expected a whole number from 0 to 1000"),
    ],
)
def test_what_cannot_be_is_refused_by_name_and_value(
    strategy: Callable[..., Any], asked: dict[str, Any], named: str
) -> None:
    with pytest.raises(InvalidArgument, match=named):
        strategy(**asked)
