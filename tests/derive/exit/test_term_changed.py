"""A notice for the end of a term that all prolong, or end, after it, or that a conference lifted before it."""

from __future__ import annotations

import pytest

from small_treaties import A_YEAR_BEFORE, FIVE_YEARS, SIGNED, THEN_WITHOUT_TERM, act, clause, ends, said, truth, two


def notice(on: str) -> str:
    return act("denunciation", "AAA", on, id="n")


@pytest.mark.parametrize(
    ("on", "open_"), [("1932-06-01", True), ("1933-06-01", True), ("1933-06-02", False), ("1938-01-01", False)]
)
def test_whether_what_all_agree_on_supersedes_a_notice_before_it_is_open(on: str, open_: bool) -> None:
    longer = act("extension of the term", "AAA BBB", "1933-06-01", until="1940-12-31", id="x")
    for_ever = clause("renewal", block="P2Y", times="for ever")
    found = two(SIGNED, FIVE_YEARS, for_ever, A_YEAR_BEFORE, longer, notice(on))
    answer = found.in_force("1941-06-01")
    assert truth(found, "1940-12-30") == "yes"
    assert [each.key for each in answer.depends_on] == (["n superseded by x"] if open_ else [])
    assert answer.truth.value == ("unknown" if open_ else "no")
    assert ("all agreed to prolong the term" in said(answer)) == open_


@pytest.mark.parametrize(("on", "by_itself"), [("1935-06-01", "1935-09-01"), ("1937-01-01", "1937-04-01")])
def test_a_last_day_agreed_on_for_a_treaty_without_a_term_may_leave_a_notice_as_it_is(on: str, by_itself: str) -> None:
    agreed = act("extension of the term", "AAA BBB", "1936-06-01", until="1940-12-31", id="x")
    if on < "1936":
        agreed = agreed.replace("1936-06-01", "1935-08-01")
    found = two(SIGNED, FIVE_YEARS, THEN_WITHOUT_TERM, agreed, notice(on))
    assert set(ends(found)) == {by_itself, "1940-12-31"}
    answer = found.in_force("1938")
    assert answer.truth.value == "unknown"
    assert "the treaty to end with the day named by x" in {each.key for each in answer.depends_on}
    assert "it is taken not to end with that day" in said(found.in_force("1950"))
