"""Periods: no longer than asked for."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import InvalidArgument

import treatyclock as tc
from treatyclock.testing.strategies import periods

FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(periods(max_years=2, max_months=0, max_days=31, allow_zero=False))
def test_a_period_is_no_longer_than_asked_for(period: tc.Period) -> None:
    assert period and period.years <= 2 and period.months == 0 and period.days <= 31


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"max_days": -1}, "max_days=-1"),
        ({"max_years": 0, "max_months": 0, "max_days": 0, "allow_zero": False}, "max_years=0"),
    ],
)
def test_what_cannot_be_is_refused_by_name_and_value(asked: dict[str, Any], named: str) -> None:
    with pytest.raises(InvalidArgument, match=named):
        periods(**asked)
