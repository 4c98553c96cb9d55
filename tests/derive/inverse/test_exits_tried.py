"""What a notice brings, by its day or as an act: the end that the treaty shows with that notice, or none."""

from __future__ import annotations

from typing import Any

import pytest

import treatyclock as tc
from small_treaties import ALL, HALF_A_YEAR, SIGNED, TWO_OF_THREE, act, clause, last_days, ratified, reading, three, two

THREE = three(TWO_OF_THREE, HALF_A_YEAR, act("withdrawal", "AAA", "1940-01-01"))
BOTH_WAYS = two(SIGNED, HALF_A_YEAR)


def tried(asked: tc.Treaty, party: str, on: str) -> set[tuple[str, ...]]:
    notice: dict[str, Any] = {"id": "n", "kind": "denunciation", "by": party, "on": on, "ref": "r"}
    by_day = last_days(asked.earliest_exit(party, notice_on=on))
    assert by_day == last_days(asked.effective_withdrawal(notice, party=party))
    return set(by_day)


@pytest.mark.parametrize(
    ("party", "on", "last"),
    [
        ("BBB", "1937-01-01", ("1937-06-30",)),
        ("AAA", "1939-01-01", ("1939-06-30",)),
        ("AAA", "1940-01-01", ("1940-06-30",)),  # with the notice on record, on the same day
        ("AAA", "1940-01-02", ()),  # by then that notice has ended it
        ("AAA", "1950-01-01", ()),  # no day before the notice, as it was said once
        ("CCC", "1940-01-01", ()),  # never a party
        ("BBB", "1930-01-01", ()),  # not yet
    ],
)
def test_a_notice_of_one_of_many(party: str, on: str, last: tuple[str, ...]) -> None:
    assert tried(THREE, party, on) == {last}


def test_of_two_one_notice_ends_it_and_another_comes_too_late() -> None:
    assert tried(BOTH_WAYS, "BBB", "1940-01-01") == {("1940-06-30",)}
    over = BOTH_WAYS.what_if(add={"id": "x", "kind": "denunciation", "by": "AAA", "on": "1935-01-01", "ref": "r"})
    assert tried(over, "BBB", "1940-01-01") == {()}
    answer = over.earliest_exit("BBB", notice_on="1940-01-01")
    assert "by then it is no longer in force" in " ".join(answer.explain().split())


def test_where_one_notice_ends_it_for_all_only_a_party_can_give_it() -> None:
    for_all = clause("denunciation", when="at any time", notice="P6M", first_day="counted", ends_for="all")
    found = three(TWO_OF_THREE, for_all, ratified(CCC="1945-01-01"))
    assert tried(found, "AAA", "1940-01-01") == {("1940-06-30",)}
    assert tried(found, "CCC", "1940-01-01") == {()}  # not a party before 1945
    assert tried(found, "CCC", "1946-01-01") == {("1946-06-30",)}
    assert found.earliest_notice(party="CCC").values == (("1945-01-01",),)
    assert last_days(found.earliest_exit(notice_on="1946-01-01")) == (("1946-06-30",),)


def test_the_first_exit_from_each_time_as_a_party() -> None:
    back = three(
        TWO_OF_THREE,
        ratified(CCC="1936-01-01"),
        HALF_A_YEAR,
        act("withdrawal", "AAA", "1940-01-01"),
        act("accession", "AAA", "1950-01-01"),
    )
    assert back.earliest_notice(party="AAA").values == (("1936-01-01", "1950-01-01"),)
    assert last_days(back.earliest_exit("AAA")) == (("1936-06-30", "1950-06-30"),)
    assert last_days(back.earliest_exit("AAA", at="1945-01-01")) == (("1950-06-30",),)
    assert tried(back, "AAA", "1945-01-01") == {()}
    assert tried(back, "AAA", "1951-01-01") == {("1951-06-30",)}
    text = " ".join(back.earliest_exit("AAA").explain().split())
    assert "1 January 1936" in text and "1 January 1950" in text


def test_a_party_from_the_first_is_meant_where_none_is_named() -> None:
    assert last_days(THREE.earliest_exit(notice_on="1939-01-01")) == (("1939-06-30",),)
    ended = three(TWO_OF_THREE, HALF_A_YEAR, act("termination by consent", ALL, "1938-01-01"))
    assert last_days(ended.earliest_exit(notice_on="1939-01-01")) == ((),)
    assert last_days(three(TWO_OF_THREE).earliest_exit(notice_on="1939-01-01")) == ((),)  # no right to leave


def test_after_all_had_left_it_is_the_period_in_which_the_notice_comes_that_counts() -> None:
    left = act("withdrawal", "AAA BBB", "1940-01-01").replace("aaa bbb", "all")
    joined = reading("open", choose={"nobody_left": "can be joined", "one_left": "goes on"})
    found = three(TWO_OF_THREE, HALF_A_YEAR, left, act("accession", "CCC", "1950-01-01"), joined)

    def last(on: str) -> tuple[tuple[str, ...], ...]:
        return last_days(found.earliest_exit(notice_on=on, reading="open"))

    assert last("1939-01-01") == (("1939-06-30",),)
    assert last("1951-01-01") == (("1951-06-30",),)
    assert last("1945-01-01") == ((),)  # before the next entry into force
    answer = found.earliest_exit(reading="open")
    assert last_days(answer) == (("1936-06-30", "1950-06-30"),)
    assert answer.values == (("1936-07-01", "1950-07-01"),)
    told = " ".join(answer.explain().split())
    assert "in force is 30 June 1936" in told and "in force is 30 June 1950" in told


def test_a_notice_on_record() -> None:
    assert last_days(THREE.effective_withdrawal("withdrawal-aaa", party="AAA")) == (("1940-06-30",),)
    assert last_days(THREE.effective_withdrawal("withdrawal-aaa")) == (("1940-06-30",),)
    unknown = THREE.effective_withdrawal("withdrawal-aaa", party="AAA", known_as_of="1939-01-01")
    assert unknown.values == ((),)


def test_of_a_treaty_that_ran_out_before_anybody_joined_there_is_no_exit() -> None:
    by_event = clause("entry_into_force", when={"event": "opened"}) + act("event", "AAA", "1935-03-31", id="opened")
    term = clause("term", lasts="P3Y", **{"from": "entry into force"})
    found = three(by_event, term, HALF_A_YEAR, ratified(AAA="1939-01-01", BBB="1939-01-01"))
    assert not found.in_force("1937-01-01")
    for party in (None, "AAA"):
        assert last_days(found.earliest_exit(party)) == ((),)
        assert last_days(found.earliest_exit(party, notice_on="1940-03-01")) == ((),)


RECORDED = TWO_OF_THREE.replace('ref = "r"', 'recorded = "1936-01-01"\nref = "r"', 1) + HALF_A_YEAR


@pytest.mark.parametrize(
    ("record", "found"),
    [
        # an act that is not on record may have ended it before the notice, or within the six months that follow it
        ({"missing": "exit"}, {(), ("[1940-01-01..1940-06-30]",), ("1940-06-30",)}),
        # who left before may have come back, on any day, and then gives that notice; without it B is alone
        (
            {"of": ["AAA"]},
            {(), ("[1940-01-01..]",), ("[1940-01-01..1940-06-30]",), ("[1940-07-01..]",), ("1940-06-30",)},
        ),
    ],
)
def test_no_notice_brings_an_end_before_it_was_given(record: dict[str, object], found: set[tuple[str, ...]]) -> None:
    part = three(RECORDED, clause("record", acts="in part", **record))
    assert tried(part, "AAA", "1940-01-01") == found


def test_nor_does_the_notice_of_an_original_party() -> None:
    part = three(RECORDED, clause("record", acts="in part", missing="exit"))
    found = part.earliest_exit(notice_on="1940-01-01")
    assert set(last_days(found)) == {(), ("[1940-01-01..1940-06-30]",), ("1940-06-30",)}
