"""What comes of a notice: who may give one, what it needs, and the changes to it in the law's order."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import (
    HALF_A_YEAR,
    ONE_IS_ENOUGH,
    SIGNED,
    act,
    clause,
    day,
    ends,
    evaluation,
    ratified,
    said,
    three,
    two,
)
from treatyclock.derive.entry.treaty_entry import entry_into_force
from treatyclock.derive.exit.by_notice import BEFORE_ENTRY, NO_CLAUSE, NO_GROUNDS, judged
from treatyclock.derive.exit.notice import AT_ONCE, RUNS
from treatyclock.derive.reasoning.facts import NoticeJudged
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.term.prolonging import extensions_of
from treatyclock.derive.term.term import Terms


def notice(on: str = "1940-01-01", by: str = "AAA", **more: object) -> str:
    return act("denunciation", by, on, id="n", **more)


def judgement(treaty: tc.Treaty, party: str | None = None, **answers: str) -> NoticeJudged:
    found = evaluation(treaty, **answers)
    entered = entry_into_force(found)
    assert entered is not None
    made = judged(
        found, entered, entered, Terms(found, entered, extensions_of(found)), treaty.record.act("n"), party=party
    )
    assert found.findings.facts[Key("notice", "n" if made.whole else f"n for {party}")] is made
    return made


def test_the_rule_that_decides() -> None:
    grounds = clause("denunciation", when="at any time", notice="P6M", first_day="counted", needs_ground=True)
    at_once = clause("denunciation", when="at any time")
    cases = [
        (two(SIGNED, HALF_A_YEAR, notice()), RUNS, "1940-06-30"),
        (two(SIGNED, at_once, notice()), AT_ONCE, "1940-01-01"),
        (two(SIGNED, notice()), NO_CLAUSE, None),
        (two(SIGNED, HALF_A_YEAR, notice("1930-01-14")), BEFORE_ENTRY, None),
        (two(SIGNED, HALF_A_YEAR, notice("1930-01-15")), RUNS, "1930-07-14"),
        (two(SIGNED, grounds, notice()), NO_GROUNDS, None),
        (two(SIGNED, grounds, notice(grounds="a tragedy")), RUNS, "1940-06-30"),
    ]
    for treaty, rule, last in cases:
        made = judgement(treaty)
        assert made.rule is rule
        assert (None if made.end is None else made.end.last_day) == (None if last is None else day(last))
    effective = judgement(two(SIGNED, grounds, notice()), grounds="effective")
    assert effective.rule is RUNS


def test_the_date_that_counts_is_the_one_that_the_clause_names() -> None:
    dates = notice(sent="1940-01-10", received="1940-02-01", circulated="1940-03-01")
    for runs_from, last in (("sent", "1940-07-09"), ("circulated", "1940-08-31"), ("dated", "1940-06-30")):
        named = clause("denunciation", when="at any time", notice="P6M", first_day="counted", runs_from=runs_from)
        assert ends(two(SIGNED, named, dates)) == [last]
    assert ends(two(SIGNED, HALF_A_YEAR, dates)) == ["1940-07-31"]


def test_of_a_notice_that_several_gave_each_has_an_end_of_its_own() -> None:
    found = three(ONE_IS_ENOUGH, HALF_A_YEAR, notice(by="AAA BBB"), act("rescission", "AAA", "1940-03-01", of="n"))
    assert judgement(found).whole
    assert not judgement(found, "AAA").whole
    assert judgement(found, "AAA").end is None
    assert judgement(found, "BBB").end is not None
    assert (ends(found, "AAA"), ends(found, "BBB")) == (["none"], ["1940-06-30"])


def test_a_notice_before_the_state_itself_was_a_party() -> None:
    text = ONE_IS_ENOUGH + clause("joining", delay="P1Y") + ratified(CCC="1940-01-01") + HALF_A_YEAR
    for on, last in (("1940-12-31", "none"), ("1941-01-01", "1941-06-30")):
        assert ends(three(text, act("withdrawal", "CCC", on)), "CCC") == [last]


@pytest.mark.parametrize(
    ("more", "last"),
    [
        ({}, "1940-06-30"),
        ({"recorded": "1940-08-01"}, "1940-07-31"),  # the record goes before the count
        ({"effective": "1940-12-01"}, "1940-11-30"),  # a later day that it names
        ({"effective": "1940-12-01", "recorded": "1940-08-01"}, "1940-07-31"),
    ],
)
def test_the_changes_come_in_the_order_of_the_law(more: dict[str, str], last: str) -> None:
    first_out = clause("denunciation", when="at any time", notice="P6M", first_day="counted", effect_day="first out")
    assert ends(two(SIGNED, first_out, notice(**more))) == [last]
    again = act("rescission", "AAA", last, of="n")
    assert ends(two(SIGNED, first_out, notice(**more), again)) == ["none"]


def test_what_has_no_effect_is_told_all_the_same() -> None:
    text = said(two(SIGNED, notice()).in_force("1950"))
    assert "no clause allows a denunciation, so the notice has no effect by the treaty's terms" in text
