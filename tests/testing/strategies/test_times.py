"""Partial dates, moments, periods and zones: what is drawn is what was asked for, and what cannot be is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import treatyclock as tc
from treatyclock.civil.edtf import DateInterval, parse_edtf
from treatyclock.instants import SECOND
from treatyclock.testing.strategies import (
    interval_sets,
    intervals,
    moments,
    partial_dates,
    periods,
    timelines,
    zones,
)
from treatyclock.testing.strategies.zones import changes_of

FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LOW, HIGH = date(1931, 1, 2), date(1945, 5, 1)


@FEW
@given(partial_dates(min_value=LOW, max_value=HIGH))
def test_a_partial_date_is_a_moment_within_its_bounds(text: str) -> None:
    days = tc.moment(text).days
    assert LOW <= days.first <= days.last <= HIGH


@FEW
@given(partial_dates(min_value=LOW, max_value=HIGH, printed=True))
def test_a_printed_date_is_read_as_documents_print_it(text: str) -> None:
    days = tc.read_date(text).days
    assert LOW <= days.first <= days.last <= HIGH


@FEW
@given(partial_dates(kinds=["interval"]))
def test_an_interval_is_drawn_only_where_it_is_asked_for(text: str) -> None:
    assert isinstance(parse_edtf(text), DateInterval)


@pytest.mark.parametrize(
    ("kind", "simplest"),
    [
        ("day", "2000-01-01"),
        ("month", "2000-01"),
        ("season", "2000-21"),
        ("year", "2000"),
        ("decade", "200X"),
        ("unspecified", "2000-01-XX"),
        ("set", "[2000-01-01,2000-01-02]"),
        ("range", "[2000-01-01..2000-01-02]"),
        ("interval", "2000-01-01/2000-01-02"),
    ],
)
def test_each_kind_of_date_shrinks_to_the_first_of_2000(kind: str, simplest: str) -> None:
    assert find(partial_dates(kinds=[kind]), lambda text: True, settings=settings(max_examples=10)) == simplest


@pytest.mark.parametrize("kind", ["day", "season", "decade"])
def test_the_narrowest_bounds_leave_one_date(kind: str) -> None:
    bounds = {
        "day": (date(1945, 8, 9), date(1945, 8, 9)),
        "season": (date(1944, 12, 1), date(1945, 2, 28)),
        "decade": (date(1940, 1, 1), date(1949, 12, 31)),
    }[kind]
    text = find(partial_dates(kinds=[kind], min_value=bounds[0], max_value=bounds[1]), lambda text: True)
    days = tc.moment(text).days
    assert (days.first, days.last) == bounds


@FEW
@given(partial_dates(qualified=True))
def test_a_qualified_date_has_a_sign(text: str) -> None:
    assert text[-1] in "?~%"


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


@FEW
@given(zones(pre_1970=True))
def test_a_zone_of_before_1970_changed_often(zone: tc.Zone) -> None:
    assert len(changes_of(zone, date(1800, 1, 1), date(1970, 1, 1))) >= 5


@FEW
@given(zones() | zones(historic=True) | st.floats(-180, 180).map(tc.lmt))
def test_the_repr_of_a_zone_makes_it_again(zone: tc.Zone) -> None:
    assert eval(repr(zone), {"zone": tc.zone}) == zone


@FEW
@given(periods(max_years=2, max_months=0, max_days=31, allow_zero=False))
def test_a_period_is_no_longer_than_asked_for(period: tc.Period) -> None:
    assert period and period.years <= 2 and period.months == 0 and period.days <= 31


@FEW
@given(intervals(bounded=True), interval_sets(max_size=2), timelines(st.booleans(), max_changes=3))
def test_intervals_and_timelines(interval: tc.Interval, instants: tc.IntervalSet, line: tc.Timeline[bool]) -> None:
    assert interval.start is not None and interval.end is not None
    assert len(instants) <= 2 and len(line.edges) <= 3


@pytest.mark.parametrize(
    ("strategy", "asked", "named"),
    [
        (partial_dates, {"min_value": date(2000, 1, 2), "max_value": date(2000, 1, 1)}, "max_value"),
        (partial_dates, {"min_value": datetime(2000, 1, 2)}, "min_value"),
        (partial_dates, {"min_value": "1945"}, "min_value='1945'"),
        (partial_dates, {"kinds": ["decade"], "max_value": date(1805, 1, 1)}, "decade"),
        (partial_dates, {"kinds": ["week"]}, "'week'"),
        (partial_dates, {"kinds": []}, r"kinds=\[\]"),
        (partial_dates, {"kinds": ["season"], "printed": True}, "kinds"),
        (partial_dates, {"printed": True, "qualified": True}, "qualified=True"),
        (partial_dates, {"printed": True, "min_value": date(1500, 1, 1)}, "min_value"),
        (partial_dates, {"kinds": ["set"], "qualified": True}, "qualified=True"),
        (moments, {"zones": "UTC"}, "zones='UTC'"),
        (moments, {"min_value": date.min}, "min_value"),
        (moments, {"near_change": True, "min_value": LOW, "max_value": LOW}, "min_value"),
        (zones, {"historic": "yes"}, "historic='yes'"),
        (periods, {"max_days": -1}, "max_days=-1"),
        (periods, {"max_years": 0, "max_months": 0, "max_days": 0, "allow_zero": False}, "max_years=0"),
        (intervals, {"min_value": datetime(2000, 1, 1)}, "min_value"),
        (interval_sets, {"max_size": -1}, "max_size=-1"),
    ],
)
def test_what_cannot_be_is_refused_by_name_and_value(
    strategy: Callable[..., Any], asked: dict[str, Any], named: str
) -> None:
    with pytest.raises(InvalidArgument, match=named):
        strategy(**asked)


def test_timelines_are_of_a_strategy() -> None:
    with pytest.raises(InvalidArgument, match="values=True"):
        timelines(True)  # type: ignore[arg-type]
