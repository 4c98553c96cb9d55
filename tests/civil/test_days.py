"""A date that may be known only to lie between two."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from small_treaties import day
from treatyclock.civil.days import Days
from treatyclock.truth import Truth


@pytest.mark.parametrize(
    ("one", "other", "truth"),
    [
        (day("1936-01-01"), day("1936-01-01"), Truth.YES),
        (day("1936-01-02"), day("1936-01-01"), Truth.NO),
        (day("1936-01-01", "1936-01-05"), day("1936-01-05"), Truth.YES),
        (day("1936-01-01", "1936-01-05"), day("1936-01-04"), Truth.UNKNOWN),
        (day("1936-01-05", "1936-01-09"), day("1936-01-01", "1936-01-05"), Truth.UNKNOWN),
        (day("1936-01-06", "1936-01-09"), day("1936-01-01", "1936-01-05"), Truth.NO),
    ],
)
def test_which_is_not_after_which(one: Days, other: Days, truth: Truth) -> None:
    assert one.not_after(other) is truth


def test_the_first_and_the_last_of_several() -> None:
    several = [day("1936-01-01", "1936-01-09"), day("1936-01-05")]
    assert Days.latest(iter(several)) == day("1936-01-05", "1936-01-09")
    assert Days.earliest(iter(several)) == day("1936-01-01", "1936-01-05")


def test_a_step_is_taken_once_where_the_date_is_known() -> None:
    taken: list[date] = []

    def step(at: date) -> date:
        taken.append(at)
        return at + timedelta(days=1)

    assert Days.on(date(1936, 1, 1)).map(step) == day("1936-01-02")
    assert len(taken) == 1
    assert day("1936-01-01", "1936-01-05").map(step) == day("1936-01-02", "1936-01-06")


@pytest.mark.parametrize("by", [timedelta(days=-1), timedelta(days=400)])
def test_a_side_without_a_bound_has_none_after_a_step(by: timedelta) -> None:
    later, earlier = Days.between(date(1955, 1, 1)), Days.between(None, date(1955, 1, 1))
    assert later.map(lambda at: at + by) == Days.between(date(1955, 1, 1) + by)
    assert earlier.map(lambda at: at + by) == Days.between(None, date(1955, 1, 1) + by)


def test_how_it_is_written() -> None:
    assert str(day("1936-01-01")) == "1936-01-01"
    assert str(day("1936-01-01", "1936-01-31")) == "[1936-01-01..1936-01-31]"
    assert day("1936-01-01").known and not day("1936-01-01", "1936-01-02").known


def test_a_known_day_has_bounds_in_every_year() -> None:
    for year in (1, 843, 1000, 1941, 8000, 9895):
        assert Days.on(date(year, 1, 1)).bounded
    for days in (Days.between(), Days.between(date(1941, 1, 1)), Days.between(None, date(1941, 1, 1))):
        assert not days.bounded
