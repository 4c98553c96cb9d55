"""A notice for the end of a term, worked out by hand."""

from __future__ import annotations

import pytest

from small_treaties import (
    A_YEAR_BEFORE,
    FIVE_YEARS,
    SIGNED,
    act,
    clause,
    day,
    ends,
    evaluation,
    last_days,
    said,
    two,
)
from treatyclock.derive.histories.for_all import what_holds_for_all
from treatyclock.derive.reasoning.facts import MissedDeadline, NoticeJudged

ONE_MORE = clause("renewal", block="P2Y", times=1) + A_YEAR_BEFORE


def notice(on: str) -> str:
    return act("denunciation", "AAA", on, id="n")


@pytest.mark.parametrize(
    ("on", "last_day"),
    [
        ("1934-01-15", "1935-01-15"),  # the last day for it
        ("1934-01-16", "1937-01-15"),  # late for the first term, in time for the next
        ("1936-01-15", "1937-01-15"),
    ],
)
def test_the_first_term_that_a_notice_is_in_time_for(on: str, last_day: str) -> None:
    assert ends(two(SIGNED, FIVE_YEARS, ONE_MORE, notice(on))) == [last_day]


def test_a_notice_that_is_late_for_every_term_has_no_effect() -> None:
    found = two(SIGNED, FIVE_YEARS, ONE_MORE, notice("1936-01-16"))
    assert ends(found) == ["1937-01-15"]
    assert "the notice was too late to have any effect" in said(found.in_force("1937-06-01"))
    assert last_days(found.effective_withdrawal("n")) == ((),)


def test_by_the_end_of_its_day_is_by_the_midnight_of_the_clock_that_counts() -> None:
    for at, last_day in (("1934-01-15T23:59+00:00", "1935-01-15"), ("1934-01-16T00:00+00:00", "1937-01-15")):
        assert ends(two(SIGNED, FIVE_YEARS, ONE_MORE, notice(at))) == [last_day]


def test_where_the_term_waits_for_its_anchor_there_is_no_end_to_give_notice_for() -> None:
    waits = clause("term", lasts="P5Y", from_="exchange of instruments", first_day="not counted")
    found = two(SIGNED, waits, A_YEAR_BEFORE, notice("1931-01-01"))
    assert ends(found) == ["none"]
    assert "no term is running, so a notice for the end of a term has no effect" in said(found.in_force("1940-01-01"))


def test_the_deadline_that_a_notice_missed() -> None:
    missed = {
        "1934-01-15": None,
        "1934-01-16": ("1934-01-15", "1935-01-15"),
        "1936-01-16": ("1936-01-15", "1937-01-15"),
    }
    for on, days in missed.items():
        found = evaluation(two(SIGNED, FIVE_YEARS, ONE_MORE, notice(on)))
        what_holds_for_all(found)
        ((_, fact),) = found.findings.facts_of(NoticeJudged)
        assert fact.missed == (None if days is None else MissedDeadline(deadline=day(days[0]), end=day(days[1])))


@pytest.mark.parametrize(
    ("on", "last"),
    [
        ("1934-01", {"1935-01-15", "1937-01-15"}),  # in time for the first term or for the second
        ("1936-01", {"1937-01-15"}),  # in time for the second, or for none: it ends with that one all the same
        ("1933", {"1935-01-15"}),
    ],
)
def test_whether_a_vague_notice_was_in_time_is_a_question_of_fact(on: str, last: set[str]) -> None:
    found = two(SIGNED, FIVE_YEARS, ONE_MORE, notice(on))
    assert set(ends(found)) == last
    effect = {values[0] if values else "none" for values in last_days(found.effective_withdrawal("n"))}
    assert effect == (last if on != "1936-01" else {"1937-01-15", "none"})
