"""What a treaty file was by what was known on a day: without later acts, clauses and recorded days."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from small_treaties import act, clause, entry, text_of_three
from treatyclock.testing import laws
from treatyclock.testing.laws._knowledge import known_then

LATER = text_of_three(
    entry({"instruments": 2}, delay="P10Y", recorded="1960-01-01"),
    clause("denunciation", when="at any time", notice="P1Y", first_day="counted"),
    clause("review", after="P5Y", decides=False, from_="entry into force", known="1965-01-01"),
    clause("end", recorded="1970-12-31", effect_day="last in force"),
    act("ratification", "AAA BBB", "1950-01-01"),
    act("accession", "CCC", "1962-01-01"),
)
"""A treaty of which much became known later."""


def test_what_came_later_is_left_out() -> None:
    then = known_then(LATER, date(1955, 6, 1))
    assert then is not None
    tables = tomllib.loads(then)
    assert "recorded" not in tables["entry_into_force"]
    assert "end" not in tables
    assert "review" not in tables
    assert [act["kind"] for act in tables["act"]] == ["ratification"]


def test_a_recorded_day_that_the_acts_do_not_bear_out_leaves_open_what_was_known() -> None:
    other = LATER.replace('recorded = "1960-01-01"', 'recorded = "1960-02-01"')
    assert known_then(other, date(1955, 6, 1)) is None


def test_where_nothing_had_been_done_nothing_was_known() -> None:
    assert known_then(LATER, date(1949, 1, 1)) is None


@pytest.mark.parametrize("day", [date(1955, 6, 1), date(1961, 1, 1), date(1980, 1, 1)])
def test_our_own_register_uses_nothing_later(day: date) -> None:
    assert laws.of_what_was_known(day).check(LATER) == ()
