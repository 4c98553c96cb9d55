"""By which entry into force, and by which time of being a party, a notice is measured."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import HALF_A_YEAR, SIGNED, TWO_OF_THREE, act, clause, day, evaluation, ratified, three, two
from treatyclock.derive.for_all import what_holds_for_all
from treatyclock.derive.notice_context import NoticeContext, measures, notice_context

BACK = act("withdrawal", "AAA", "1940-01-01") + act("accession", "AAA", "1950-01-01")
MANY = three(TWO_OF_THREE, ratified(CCC="1938-01-01"), HALF_A_YEAR, BACK)


def context(treaty: tc.Treaty, party: str | None, on: str | None = None) -> NoticeContext | None:
    found = evaluation(treaty)
    return notice_context(found, what_holds_for_all(found), party, None if on is None else day(on))


@pytest.mark.parametrize(
    ("party", "on", "since", "until"),
    [
        (None, None, "1936-01-01", None),
        ("CCC", None, "1938-01-01", None),
        ("CCC", "1930-01-01", "1938-01-01", None),  # before its time began: that time all the same
        ("AAA", None, "1950-01-01", None),  # the last time
        ("AAA", "1939-01-01", "1936-01-01", "1940-06-30"),
        ("AAA", "1949-12-31", "1936-01-01", "1940-06-30"),
        ("AAA", "1950-01-01", "1950-01-01", None),
        ("AAA", "1930-01-01", "1936-01-01", "1940-06-30"),
    ],
)
def test_the_time_that_a_notice_is_measured_by(
    party: str | None, on: str | None, since: str, until: str | None
) -> None:
    found = context(MANY, party, on)
    assert found is not None
    assert found.entry.day == day(since)
    assert (None if found.end is None else found.end.last_day) == (None if until is None else day(until))
    assert found.treaty.day == day("1936-01-01")
    assert measures(found) == (found.clause, found.entry, found.treaty)


def test_where_one_notice_ends_it_for_all_the_treatys_own_time_counts() -> None:
    found = context(two(SIGNED, HALF_A_YEAR), "BBB")
    assert found is not None
    assert found.entry is found.treaty


def test_there_is_none_without_a_right_to_leave_an_entry_or_a_membership() -> None:
    assert context(two(SIGNED), "AAA") is None
    assert context(two(HALF_A_YEAR), "AAA") is None
    assert context(three(TWO_OF_THREE, HALF_A_YEAR, clause("joining", delay="P1M")), "CCC") is None
