"""By which entry into force, and by which time of being a party, a notice is measured."""

from __future__ import annotations

from datetime import date

import pytest

import treatyclock as tc
from small_treaties import HALF_A_YEAR, SIGNED, TWO_OF_THREE, act, clause, day, evaluation, ratified, three, two
from treatyclock.derive.histories.for_all import what_holds_for_all
from treatyclock.derive.inverse.notice_context import NoticeContext, at_day, measures, notice_contexts

BACK = act("withdrawal", "AAA", "1940-01-01") + act("accession", "AAA", "1950-01-01")
MANY = three(TWO_OF_THREE, ratified(CCC="1938-01-01"), HALF_A_YEAR, BACK)


def contexts(treaty: tc.Treaty, party: str | None, at: str | None = None) -> tuple[NoticeContext, ...]:
    found = evaluation(treaty)
    made = notice_contexts(found, what_holds_for_all(found), party)
    return at_day(made, None if at is None else date.fromisoformat(at))


FIRST, SECOND = ("1936-01-01", "1940-06-30"), ("1950-01-01", None)


@pytest.mark.parametrize(
    ("party", "at", "expected"),
    [
        (None, None, [("1936-01-01", None)]),
        ("CCC", None, [("1938-01-01", None)]),
        ("CCC", "1930-01-01", [("1938-01-01", None)]),  # before its time began: that time all the same
        ("AAA", None, [FIRST, SECOND]),
        ("AAA", "1930-01-01", [FIRST]),
        ("AAA", "1940-06-30", [FIRST]),
        ("AAA", "1940-07-01", [SECOND]),
        ("AAA", "1960-01-01", [SECOND]),
    ],
)
def test_the_times_that_a_notice_may_be_measured_by(
    party: str | None, at: str | None, expected: list[tuple[str, str | None]]
) -> None:
    found = contexts(MANY, party, at)
    ends = [None if each.end is None else str(each.end.last_day) for each in found]
    assert [(str(each.entry.day), end) for each, end in zip(found, ends, strict=True)] == expected
    assert all(each.treaty.day == day("1936-01-01") for each in found)
    assert all(measures(each) == (each.clause, each.entry, each.treaty) for each in found)
    assert [each.name for each in contexts(MANY, "AAA")] == ["", "AAA as a party for time 2"]


def test_what_is_over_has_no_time() -> None:
    over = three(TWO_OF_THREE, HALF_A_YEAR, clause("term", until="1945-01-01"))
    assert contexts(over, "AAA", "1945-01-01") != ()
    assert contexts(over, "AAA", "1945-01-02") == ()


def test_where_one_notice_ends_it_for_all_the_treatys_own_time_counts() -> None:
    (found,) = contexts(two(SIGNED, HALF_A_YEAR), "BBB")
    assert found.entry is found.treaty


def test_there_is_none_without_a_right_to_leave_an_entry_or_a_membership() -> None:
    assert contexts(two(SIGNED), "AAA") == ()
    assert contexts(two(HALF_A_YEAR), "AAA") == ()
    assert contexts(three(TWO_OF_THREE, HALF_A_YEAR, clause("joining", delay="P1M")), "CCC") == ()
    for_all = clause("denunciation", when="at any time", notice="P6M", ends_for="all")
    assert contexts(three(TWO_OF_THREE, for_all), "CCC") == ()  # one notice would end it for all, and not one of CCC
    assert len(contexts(three(TWO_OF_THREE, for_all), "AAA")) == 1
