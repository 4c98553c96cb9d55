"""A notice too late for the last term, where the treaty goes on without one, worked out by hand."""

from __future__ import annotations

import pytest

from small_treaties import FIVE_YEARS, SIGNED, THEN_WITHOUT_TERM, act, day, ends, evaluation, said, truth, two
from treatyclock.derive.histories.for_all import what_holds_for_all
from treatyclock.derive.reasoning.reasons import Derived, Key

# The term ends with 15 January 1935; the last day for a notice is 15 January 1934, and then three months are enough.
RUNS = THEN_WITHOUT_TERM + 'late_notice = "from the notice"\n'
FOLLOWS = THEN_WITHOUT_TERM + 'late_notice = "from the end of the term"\n'


def notice(on: str) -> str:
    return act("denunciation", "AAA", on, id="n")


@pytest.mark.parametrize(
    ("on", "last_day", "on_20_january"),
    [
        ("1934-10-05", "1935-01-15", "no"),  # its own end, 5 January, lies before the term's
        ("1934-10-28", "1935-01-28", "yes"),
        ("1934-10", "[1935-01-15..1935-01-31]", "unknown"),
    ],
)
def test_from_the_notice_its_period_waits_for_the_end_of_the_term(on: str, last_day: str, on_20_january: str) -> None:
    found = two(SIGNED, FIVE_YEARS, RUNS, notice(on))
    assert ends(found) == [last_day]
    assert truth(found, "1935-01-20T00:00Z") == on_20_january


def test_where_the_text_is_silent_all_three_ways_are_tried() -> None:
    found = two(SIGNED, FIVE_YEARS, THEN_WITHOUT_TERM, notice("1934-10-05"))
    assert set(ends(found)) == {"1935-01-15", "1935-04-15", "none"}
    answer = found.in_force("1935-01-16")
    assert answer.truth.value == "unknown"
    assert "late_notice" in {each.key for each in answer.depends_on}


@pytest.mark.parametrize("on", ["1934-01-16", "1934-10-28", "1935-01-15"])
def test_from_the_end_of_the_term_the_first_day_without_one_counts(on: str) -> None:
    found = two(SIGNED, FIVE_YEARS, FOLLOWS, notice(on))
    assert ends(found) == ["1935-04-15"]
    assert "its period runs from the end of that term" in said(found.in_force("1935-04-16"))


def test_a_notice_at_once_then_ends_it_with_the_term() -> None:
    found = two(SIGNED, FIVE_YEARS, FOLLOWS.replace("P3M", "P0D"), notice("1934-10-28"))
    assert ends(found) == ["1935-01-15"]


def test_without_effect_a_new_notice_is_needed() -> None:
    text = THEN_WITHOUT_TERM + 'late_notice = "without effect"\n'
    assert ends(two(SIGNED, FIVE_YEARS, text, notice("1935-01-15"))) == ["none"]
    found = two(SIGNED, FIVE_YEARS, text, notice("1934-10-28"), act("denunciation", "BBB", "1936-01-10"))
    assert ends(found) == ["1936-04-10"]


@pytest.mark.parametrize("on", ["1935-01-16", "1936-01-16"])
def test_once_there_is_no_term_a_notice_runs_from_its_own_day(on: str) -> None:
    (last,) = ends(two(SIGNED, FIVE_YEARS, THEN_WITHOUT_TERM, notice(on)))
    assert last == on.replace("-01-", "-04-")


def test_whether_it_came_before_the_end_of_the_term_is_a_question_of_fact() -> None:
    found = two(SIGNED, FIVE_YEARS, FOLLOWS, notice("1935-01"))
    assert set(ends(found)) == {
        "1935-04-15",
        "[1935-04-01..1935-04-30]",
        "[1935-04-01..1935-05-01]",
    }  # a month may clamp or roll


def test_that_it_waits_is_told_only_where_it_does() -> None:
    for on, waits in (("1934-10-05", True), ("1934-10-28", False)):
        found = evaluation(two(SIGNED, FIVE_YEARS, RUNS, notice(on)))
        what_holds_for_all(found)
        reason = found.findings.reasons.get(Key("notice waits", "n"))
        assert (reason is not None) == waits
        assert reason is None or (isinstance(reason, Derived) and reason.value == day("1935-01-15"))
