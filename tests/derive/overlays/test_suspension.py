"""Suspension: of one, of all, up to a day, and taken up again."""

from __future__ import annotations

import pytest

from small_treaties import (
    ALL,
    SIGNED,
    TWO_OF_THREE,
    act,
    clause,
    entry,
    ratified,
    reading,
    said,
    status,
    three,
    truth,
    two,
)
from treatyclock.law.vocabulary import ACT_KINDS, DOCTRINES

SUSPENDED, PARTY = {"suspended"}, {"party"}


def suspension(by: str = "AAA", on: str = "1938-01-01", kind: str = "suspension", **more: object) -> str:
    return act(kind, by, on, id="s", **more)


def test_what_all_suspend_together_is_suspended_generally() -> None:
    one = three(TWO_OF_THREE, ratified(CCC="1937-01-01"), suspension())
    assert (status(one, "1938-06-01"), status(one, "1938-06-01", "AAA")) == (PARTY, SUSPENDED)
    assert status(one, "1938-06-01", "BBB") == PARTY
    assert status(three(TWO_OF_THREE, suspension(ALL)), "1938-06-01") == SUSPENDED


def test_suspended_it_is_still_in_force() -> None:
    assert truth(three(TWO_OF_THREE, suspension()), "1938-06-01") == "yes"


@pytest.mark.parametrize(
    ("acts", "last_suspended", "first_free"),
    [
        (suspension(until="1938-06-30"), "1938-06-30T23:59Z", "1938-07-01T00:00Z"),
        (suspension(until="1938-06-30T12:00Z"), "1938-06-30T11:59Z", "1938-06-30T12:01Z"),
        (suspension() + act("resumption", "AAA", "1938-05-01", of="s"), "1938-04-30T23:59Z", "1938-05-01T00:00Z"),
        (suspension() + act("resumption", "AAA", "1938-05-01", of="s", effective="1938-06-01"), "1938-05-31T23:59Z",
         "1938-06-01T00:00Z"),
        (suspension(until="1938-12-31") + act("resumption", "AAA", "1938-05-01", of="s"), "1938-04-30T23:59Z",
         "1938-05-01T00:00Z"),
        (suspension(until="1938-03-31") + act("resumption", "AAA", "1938-05-01", of="s"), "1938-03-31T23:59Z",
         "1938-04-01T00:00Z"),
    ],
)  # fmt: skip
def test_when_it_is_over(acts: str, last_suspended: str, first_free: str) -> None:
    found = three(TWO_OF_THREE, acts)
    assert status(found, last_suspended, "AAA") == SUSPENDED
    assert status(found, first_free, "AAA") == PARTY


def test_when_it_begins() -> None:
    named = three(TWO_OF_THREE, suspension(effective="1938-03-01"))
    assert status(named, "1938-02-28T23:59Z", "AAA") == PARTY
    assert status(named, "1938-03-01T00:00Z", "AAA") == SUSPENDED
    hour = three(TWO_OF_THREE, suspension(on="1938-01-01T15:00+00:00"))
    assert status(hour, "1938-01-01T14:59Z", "AAA") == PARTY
    assert status(hour, "1938-01-01T15:00Z", "AAA") == SUSPENDED


def test_a_claimed_suspension_counts_where_a_reading_admits_it() -> None:
    found = two(SIGNED, suspension(kind="claimed suspension"), reading("mine", admits="s"))
    assert status(found, "1938-06-01") == PARTY
    assert status(found, "1938-06-01", "BBB", "mine") == SUSPENDED
    text = said(found.in_force("1938-06-01", reading="mine"))
    (doctrine,) = (each for each in DOCTRINES if ACT_KINDS["claimed suspension"] in each.acts)
    assert "Reading mine: title of mine" in text
    assert f"its operation is suspended from 1 January 1938, while it stays in force. [{doctrine.law}]" in text


def test_what_others_say_of_its_end_leaves_it_open() -> None:
    found = three(TWO_OF_THREE, suspension(), act("resumption", "BBB", "1939-01-01", of="s"))
    assert status(found, "1938-06-01", "AAA") == SUSPENDED
    assert status(found, "1940", "AAA") == SUSPENDED | PARTY


def test_what_one_of_two_sides_suspends_sleeps_for_the_other() -> None:
    sides = clause("[side]", parties=["AAA", "BBB"], represented_by="AAA") + clause("[side]", parties="CCC")
    head = (sides, entry("ratified by all"), ratified(AAA="1930-01-01", BBB="1930-01-01", CCC="1930-01-01"))
    one = three(*head, suspension(), act("resumption", "AAA", "1939-01-01", of="s"))
    for party in (None, "AAA", "BBB", "CCC"):
        assert (status(one, "1938-06-01", party), status(one, "1939-01-01", party)) == (SUSPENDED, PARTY)
    by_member = three(*head, suspension("BBB"))
    found = [status(by_member, "1938-06-01", party) for party in ("BBB", "CCC", None)]
    assert found == [SUSPENDED, PARTY, PARTY]


def test_a_clause_for_who_represents_a_side_lets_it_suspend_for_all_on_it() -> None:
    sides = clause("[side]", parties=["AAA", "BBB"], represented_by="AAA") + clause("[side]", parties="CCC")
    allowed = clause("suspension", parties="AAA")
    head = (sides, entry("ratified by all"), ratified(AAA="1930-01-01", BBB="1930-01-01", CCC="1930-01-01"))
    assert status(three(*head, allowed, suspension()), "1938-06-01", "BBB") == SUSPENDED


def test_of_two_suspensions_by_a_side_the_second_counts_where_the_first_was_not_that_of_all_on_it() -> None:
    sides = clause("[side]", parties=["AAA", "BBB"]) + clause("[side]", parties=["CCC"])
    head = entry({"instruments": 3}) + clause("provisional_application") + sides
    bound = act("signature", "AAA BBB CCC", "1936-01-01") + ratified(AAA="1936-02-01", BBB="1936-02-01")
    some = act("suspension", "AAA", "1938-01-01", id="of-some")
    found = three(head, bound, some, act("suspension", "AAA BBB", "1939-01-01", id="of-all"))
    assert status(found, "1938-06-01", "CCC") == {"provisionally applying"}
    assert status(found, "1939-06-01", "CCC") == {"provisionally applying", "signatory"}
