"""When the parties become too few, to the day and to the hour: by hand."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import TWO_OF_THREE, act, clause, ends, evaluation, reading, three
from treatyclock.derive.histories.for_all import what_holds_for_all
from treatyclock.derive.histories.history import Standing
from treatyclock.derive.parties.headcount import Memberships, fall
from treatyclock.derive.parties.membership import membership

AT_ONCE = clause("denunciation", when="at any time", first_day="counted")
HALF = clause("denunciation", when="at any time", notice="P6M", first_day="counted")


def memberships(treaty: tc.Treaty) -> Memberships:
    found = evaluation(treaty)
    endless = Standing(entry=what_holds_for_all(found).entry, end=None)
    return [membership(found, endless, party.id, listed=True).periods for party in treaty.record.parties]


@pytest.mark.parametrize(
    ("number", "acts", "last"),
    [
        (2, "", None),
        (3, act("withdrawal", "AAA", "1940-01-01"), None),  # there never were three
        (2, act("withdrawal", "AAA", "1940-01-01"), "1940-06-30"),
        (1, act("withdrawal", "AAA", "1940-01-01"), None),
        (1, act("withdrawal", "AAA", "1940-01-01") + act("withdrawal", "BBB", "1939-01-01"), "1940-06-30"),
        (2, act("withdrawal", "AAA", "1940-01") + act("accession", "CCC", "1941-01-01"), "1940-06-30 to 1940-07-30"),
        (2, act("withdrawal", "AAA", "1940-01-01") + act("accession", "CCC", "1940-07-01"), None),
        # the third joins on the first day on which one of three may leave: they may fall within that day already
        (3, act("withdrawal", "AAA", "1940-01") + act("accession", "CCC", "1940-07-01"), "1940-07-01 to 1940-07-30"),
    ],
)
def test_between_which_days_they_fall(number: int, acts: str, last: str | None) -> None:
    treaty = three(TWO_OF_THREE, HALF, acts)
    found = fall(evaluation(treaty), number, memberships(treaty), "too few")
    days = None if found is None else [day.isoformat() for day in (found.last.first, found.last.last)]
    assert days == (None if last is None else (last.split(" to ") * 2)[:2])


@pytest.mark.parametrize(
    ("joins", "gap"),
    [
        ("1940-03-01", False),  # it is a party from the beginning of that day
        ("1940-03-02", True),  # from 15:00 until midnight there was no party
    ],
)
def test_an_exit_at_an_hour_leaves_a_gap_until_the_next_day(joins: str, gap: bool) -> None:
    gone = act("withdrawal", "BBB", "1939-01-01") + act("withdrawal", "AAA", "1940-03-01T15:00Z")
    ended = reading("ended", choose={"nobody_left": "has ended", "one_left": "goes on"})
    found = three(TWO_OF_THREE, AT_ONCE, gone, act("accession", "CCC", joins), ended)
    assert bool(found.in_force("1941-01-01", reading="ended")) is not gap
    assert found.in_force("1940-03-01T14:59Z", reading="ended")
    assert bool(found.in_force("1940-03-01T15:01Z", reading="ended")) is not gap


def test_too_few_at_an_hour_end_it_at_that_hour() -> None:
    two = TWO_OF_THREE + AT_ONCE + clause("minimum_parties", number=2)
    found = three(two, act("withdrawal", "AAA", "1940-03-01T15:00Z"))
    assert found.in_force("1940-03-01T14:59Z", party="BBB")
    assert not found.in_force("1940-03-01T15:00Z", party="BBB")
    assert ends(found, "BBB") == ["1940-03-01"]


def test_who_reaches_back_may_not_have_been_counted_until_it_consented() -> None:
    # By 30 June 1940 one is left, unless the successor, who consents in 1945, is counted from 1939.
    two_needed = TWO_OF_THREE + HALF + clause("minimum_parties", number=2)
    gone = act("withdrawal", "AAA", "1940-01-01")
    later = act("succession", "CCC", "1945-01-01", effective="1939-01-01")
    answer = three(two_needed, gone, later).in_force("1942-01-01", party="BBB")
    assert answer.truth is tc.Truth.UNKNOWN
    assert not three(two_needed, gone).in_force("1942-01-01", party="BBB")


def test_they_fall_no_later_than_there_are_enough_for_good() -> None:
    # AAA and BBB leave some day from 1938 on, and CCC, which joins in 1940, stays.
    vague = act("withdrawal", "AAA BBB", "[1938-01-01..1950-01-01]") + act("accession", "CCC", "1940-07-01")
    treaty = three(TWO_OF_THREE, HALF, vague)
    found = fall(evaluation(treaty), 1, memberships(treaty), "too few")
    assert found is not None
    assert (str(found.last.first), str(found.last.last)) == ("1938-06-30", "1940-06-30")
    assert [len(each) for each in found.after] == [0, 0, 1]


def test_of_two_times_at_which_they_may_be_too_few_each_is_asked_about() -> None:
    # AAA and BBB leave some day from 1938 to 1950; CCC, which joins in 1940, leaves in 1960: in between there was one.
    vague = act("withdrawal", "AAA BBB", "[1938-01-01..1950-01-01]") + act("accession", "CCC", "1940-07-01")
    joined = reading("joined", choose={"nobody_left": "can be joined", "one_left": "goes on"})
    found = three(TWO_OF_THREE, HALF, vague, act("withdrawal", "CCC", "1960-01-01"), joined)
    for day, expected in (("1937", "yes"), ("1939", "unknown"), ("1952", "yes"), ("1961", "no")):
        assert found.in_force(f"{day}-06-01", reading="joined").truth.value == expected
