"""Moments: precise, imprecise, near a change of a clock."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import treatyclock as tc
from treatyclock.instants import SECOND
from treatyclock.testing.strategies import moments, zones
from treatyclock.testing.strategies.zones import changes_of

FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LOW, HIGH = date(1931, 1, 2), date(1945, 5, 1)


@FEW
@given(moments(min_value=LOW, max_value=HIGH))
def test_a_moment_has_its_date_within_the_bounds(at: tc.Moment) -> None:
    assert LOW <= at.days.first <= at.days.last <= HIGH


@FEW
@given(moments(imprecise=False))
def test_a_precise_moment_is_an_hour_on_one_clock(at: tc.Moment) -> None:
    assert at.wall is not None and len(at.zones) == 1
    assert 1 <= len(at.support) <= 2


@FEW
@given(moments(imprecise=True))
def test_an_imprecise_moment_is_a_date_or_on_one_of_two_clocks(at: tc.Moment) -> None:
    assert at.wall is None or len(at.zones) == 2 or at.notes


@FEW
@given(moments(zones=zones(historic=True), near_change=True, imprecise=False))
def test_a_moment_near_a_change_is_within_a_day_of_one(at: tc.Moment) -> None:
    (clock,) = at.zones
    assert clock.basis.source == "historic table"
    near = changes_of(clock, date(1800, 1, 1), date(2100, 1, 1))
    assert at.span.start is not None
    assert min(abs(at.span.start - change) for change in near) <= (86_400 + 3 * 3600) * SECOND


def test_hours_that_were_shown_twice_are_drawn_and_read_either_way() -> None:
    there = st.just(tc.zone("America/St_Johns"))
    near = moments(zones=there, near_change=True, imprecise=False)
    for fold in tc.Fold:
        found = find(near, lambda at, fold=fold: len(at.zones[0].instants(at.wall)) == 2 and at.fold is fold)  # type: ignore[misc]
        assert len(found.support) == (2 if fold is tc.Fold.BOTH else 1)


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"zones": "UTC"}, "zones='UTC'"),
        ({"min_value": date.min}, "min_value"),
        ({"near_change": True, "min_value": LOW, "max_value": LOW}, "min_value"),
    ],
)
def test_what_cannot_be_is_refused_by_name_and_value(asked: dict[str, Any], named: str) -> None:
    with pytest.raises(InvalidArgument, match=named):
        moments(**asked)
