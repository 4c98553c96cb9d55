"""A first notice, which some clauses ask for some time before the notice that ends the treaty."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import TWO_OF_THREE, act, clause, ends, entry, ratified, said, three, two
from treatyclock.derive.inverse.notice_result import NoticeCause

EXIT = clause(
    "denunciation", when="at any time", notice="P1D", first_day="counted",
    first_notice={"before": "P90D", "first_day": "counted"},
)  # fmt: skip
TEXT = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-01-01", CCC="1936-01-01") + EXIT


@pytest.mark.parametrize(("on", "last"), [("1950-05-29", "none"), ("1950-05-30", "1950-05-30"), ("1950", "unknown")])
def test_the_second_notice_comes_some_time_after_the_first(on: str, last: str) -> None:
    found = three(TEXT, act("first notice", "AAA", "1950-03-01"), act("withdrawal", "AAA", on))
    if last == "unknown":
        assert found.in_force("1960", party="AAA").truth is tc.Truth.UNKNOWN
    else:
        assert ends(found, "AAA") == [last]


def test_it_is_the_author_s_own() -> None:
    found = three(TEXT, act("first notice", "BBB", "1950-03-01"), act("withdrawal", "AAA", "1951-01-01"))
    assert ends(found, "AAA") == ["none"]
    assert "no first notice was given in time before the notice" in said(found.in_force("1960", party="AAA"))
    answer = found.notice(by="AAA", on="1952-01-01")
    reason = answer.reasons[0].value
    assert reason is not None
    assert reason.cause is NoticeCause.NO_FIRST_NOTICE


@pytest.mark.parametrize(("back", "last"), [("1950-12-31", "none"), ("1951-01-02", "1951-01-01")])
def test_one_that_was_taken_back_by_then_does_not_count(back: str, last: str) -> None:
    first = act("first notice", "AAA", "1950-03-01", id="first") + act("rescission", "AAA", back, of="first")
    assert ends(three(TEXT, first, act("withdrawal", "AAA", "1951-01-01")), "AAA") == [last]


def test_one_of_several_takes_it_back_for_itself() -> None:
    first = act("first notice", "AAA BBB", "1950-03-01", id="first")
    first += act("rescission", "AAA", "1950-04-01", of="first")
    found = three(TEXT, first, act("withdrawal", "AAA", "1951-01-01"), act("withdrawal", "BBB", "1951-01-01"))
    assert [ends(found, "AAA"), ends(found, "BBB")] == [["none"], ["1951-01-01"]]


def test_taken_back_on_the_day_of_the_second_is_open() -> None:
    first = act("first notice", "AAA", "1950-03-01", id="first") + act("rescission", "AAA", "1951-01-01", of="first")
    assert sorted(ends(three(TEXT, first, act("withdrawal", "AAA", "1951-01-01")), "AAA")) == ["1951-01-01", "none"]


def test_one_before_the_entry_into_force_is_none() -> None:
    early = act("first notice", "CCC", "1940-01-01")
    text = TWO_OF_THREE + ratified(CCC="1945-01-01") + EXIT
    assert ends(three(text, early, act("withdrawal", "CCC", "1946-01-01")), "CCC") == ["none"]


def test_it_serves_for_one_second_notice_and_perhaps_for_another() -> None:
    first = act("first notice", "AAA", "1950-03-01")
    used = act("withdrawal", "AAA", "1951-01-01", id="one", effective="1952-01-01", effect_day="last in force")
    used += act("rescission", "AAA", "1951-02-01", of="one")
    again = act("withdrawal", "AAA", "1953-01-01", id="again")
    assert sorted(ends(three(TEXT, first, used, again), "AAA")) == ["1953-01-01", "none"]
    anew = act("first notice", "AAA", "1952-03-01", id="anew")
    assert ends(three(TEXT, first, used, anew, again), "AAA") == ["1953-01-01"]


def test_of_a_treaty_of_two_the_earliest_notice_is_that_of_who_gave_a_first_one() -> None:
    text = entry("ratified by all") + ratified(AAA="1936-01-01", BBB="1936-01-01") + EXIT
    assert str(two(text).earliest_notice()) == "none"
    assert "without one no notice has an effect" in " ".join(two(text).earliest_notice().explain().split())
    found = two(text, act("first notice", "BBB", "1950-03-01"))
    days = [str(found.earliest_notice(party=party)) for party in (None, "AAA", "BBB")]
    assert days == ["1950-05-30", "none", "1950-05-30"]
    assert str(found.earliest_exit()) == "1950-05-31 (last day in force 1950-05-30)"


@pytest.mark.parametrize("until", ["1950-10-01", "1950-10-04"])
def test_after_the_end_of_the_record_one_may_have_been_given(until: str) -> None:
    text = clause("record", until=until) + TEXT + act("withdrawal", "AAA", "1951-01-01")
    asked = [each.text for each in three(text).in_force("1951-01-03T12:00Z", party="AAA").depends_on]
    # From 3 October the ninetieth day, if the first counts, is 31 December.
    assert any("was a first notice given" in each for each in asked) is (until == "1950-10-01")
