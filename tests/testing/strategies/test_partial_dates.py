"""Partial dates: within their bounds, of the kinds asked for, and read as what they are."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis.errors import InvalidArgument

import treatyclock as tc
from treatyclock.civil.edtf import DateInterval, parse_edtf
from treatyclock.testing.strategies import partial_dates

FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
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


@pytest.mark.parametrize("bounds", [(date(2000, 1, 1), date(2021, 12, 30)), (date(1900, 6, 1), date(1924, 12, 31))])
def test_a_season_that_can_be_read_as_years_keeps_to_the_bounds_as_well(bounds: tuple[date, date]) -> None:
    @settings(max_examples=200, database=None)
    @given(partial_dates(kinds=["season"], min_value=bounds[0], max_value=bounds[1]))
    def within(text: str) -> None:
        days = tc.moment(text).days
        assert bounds[0] <= days.first <= days.last <= bounds[1]

    within()


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


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"min_value": date(2000, 1, 2), "max_value": date(2000, 1, 1)}, "max_value"),
        ({"min_value": datetime(2000, 1, 2)}, "min_value"),
        ({"min_value": "1945"}, "min_value='1945'"),
        ({"kinds": ["decade"], "max_value": date(1805, 1, 1)}, "decade"),
        ({"kinds": ["season"], "min_value": date(2000, 1, 1), "max_value": date(2001, 1, 1)}, "season"),
        ({"kinds": ["week"]}, "'week'"),
        ({"kinds": []}, r"kinds=\[\]"),
        ({"kinds": ["season"], "printed": True}, "kinds"),
        ({"printed": True, "qualified": True}, "qualified=True"),
        ({"printed": True, "min_value": date(1500, 1, 1)}, "min_value"),
        ({"kinds": ["set"], "qualified": True}, "qualified=True"),
    ],
)
def test_what_cannot_be_is_refused_by_name_and_value(asked: dict[str, Any], named: str) -> None:
    with pytest.raises(InvalidArgument, match=named):
        partial_dates(**asked)
