"""When there is a party: the last exit of all, at its hour, and what is no sign that all have left."""

from __future__ import annotations

from small_treaties import (
    BOTH,
    HALF_A_YEAR,
    TWO_OF_THREE,
    act,
    clause,
    ends,
    entry,
    ratified,
    said,
    status,
    three,
    truth,
)

AT_ONCE = clause("denunciation", when="at any time")


def out(by: str, on: str) -> str:
    return act("withdrawal", by, on, id=f"out-{by.lower()}")


def test_it_ends_with_the_last_of_the_exits_and_says_by_which() -> None:
    found = three(TWO_OF_THREE, HALF_A_YEAR, out("AAA", "1940-01-01"), out("BBB", "1939-01-01"))
    assert (ends(found), ends(found, "BBB")) == (["1940-06-30"], ["1939-06-30"])
    told = said(found.in_force("1950"))
    assert "by these exits every party has left, so the treaty ceases to be in force with 30 June 1940" in told
    assert "by the notice the last day in force is 30 June 1939" in told


def test_at_the_hour_of_the_last_exit() -> None:
    found = three(TWO_OF_THREE, AT_ONCE, out("AAA", "1940-01-01T15:00Z"), out("BBB", "1939-01-01T15:00Z"))
    assert (truth(found, "1940-01-01T14:59Z"), truth(found, "1940-01-01T15:00Z")) == ("yes", "no")


def test_not_while_one_is_left_or_comes_on_the_day_after() -> None:
    assert ends(three(TWO_OF_THREE, HALF_A_YEAR, out("AAA", "1940-01-01"))) == ["none"]
    back = act("accession", "CCC", "1940-07-01")
    assert ends(three(TWO_OF_THREE, HALF_A_YEAR, out(BOTH, "1940-01-01").replace("aaa bbb", "all"), back)) == ["none"]


def test_a_vague_exit_leaves_open_when() -> None:
    found = three(TWO_OF_THREE, HALF_A_YEAR, out("AAA", "1940-01"), out("BBB", "1939-01-01"))
    assert ends(found) == ["[1940-06-30..1940-07-30]"]
    assert (truth(found, "1940-07-10"), truth(found, "1940-08-01")) == ("unknown", "no")


def test_where_others_must_have_been_parties_the_exits_of_those_on_record_say_nothing() -> None:
    text = entry({"instruments": 30}, recorded="1936-01-01") + ratified(AAA="1935-01-01", BBB="1935-01-01")
    found = three(text, HALF_A_YEAR, out("AAA", "1940-01-01"), out("BBB", "1939-01-01"))
    assert (ends(found), ends(found, "AAA")) == (["none"], ["1940-06-30"])


def test_an_end_that_comes_to_all_before_counts() -> None:
    stop = act("termination by consent", BOTH, "1939-10-01T00:00Z")
    found = three(TWO_OF_THREE, HALF_A_YEAR, out("AAA", "1940-01-01"), out("BBB", "1939-01-01"), stop)
    assert ends(found) == ["1939-09-30"]


def test_an_exit_that_was_taken_back_is_none() -> None:
    back = act("rescission", "AAA", "1940-03-01", of="out-aaa")
    found = three(TWO_OF_THREE, HALF_A_YEAR, out("AAA", "1940-01-01"), out("BBB", "1939-01-01"), back)
    assert ends(found) == ["none"]
    assert status(found, "1950") == {"party"}


def test_who_joins_after_a_gap_without_leaving_does_not_hide_the_gap() -> None:
    joins = act("accession", "CCC", "1945-01-01")
    found = three(TWO_OF_THREE, HALF_A_YEAR, out("AAA", "1940-01-01"), out("BBB", "1939-01-01"), joins)
    assert (truth(found, "1944-06-01"), truth(found, "1946")) == ("no", "unknown")
