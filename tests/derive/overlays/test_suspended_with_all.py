"""A State for which nothing is in operation, since it is suspended with each of the other parties."""

from __future__ import annotations

import treatyclock as tc
from small_treaties import TWO_OF_THREE, act, clause, ratified, status, three

SUSPENDED, PARTY = {"suspended"}, {"party"}
THIRD = ratified(CCC="1936-02-01")


def suspension(by: str, on: str, **more: object) -> str:
    return act("suspension", by, on, id=f"s-{by.lower()}", **more)


def of_each(treaty: tc.Treaty, day: str) -> list[set[str]]:
    return [status(treaty, day, party) for party in ("AAA", "BBB", "CCC", None)]


def test_while_one_of_two_others_has_not_suspended_it_is_in_operation() -> None:
    found = three(TWO_OF_THREE, THIRD, suspension("AAA", "1938-01-01"))
    assert of_each(found, "1938-06-01") == [SUSPENDED, PARTY, PARTY, PARTY]


def test_once_both_others_have_suspended_it_sleeps_for_the_third() -> None:
    found = three(TWO_OF_THREE, THIRD, suspension("AAA", "1938-01-01"), suspension("BBB", "1939-01-01"))
    assert of_each(found, "1938-06-01") == [SUSPENDED, PARTY, PARTY, PARTY]
    assert of_each(found, "1939-06-01") == [SUSPENDED] * 4


def test_with_the_only_other_party_until_a_third_joins() -> None:
    found = three(TWO_OF_THREE, suspension("AAA", "1938-01-01"), ratified(CCC="1939-01-01"))
    assert of_each(found, "1938-06-01") == [SUSPENDED, SUSPENDED, {"never a party"}, SUSPENDED]
    assert of_each(found, "1939-06-01") == [SUSPENDED, PARTY, PARTY, PARTY]


def test_towards_one_alone_who_is_the_only_one_left() -> None:
    leaves = clause("denunciation", when="at any time", effect_day="first out") + act(
        "denunciation", "BBB", "1938-07-01"
    )
    found = three(TWO_OF_THREE, THIRD, leaves, suspension("AAA", "1938-01-01", to="CCC"))
    assert of_each(found, "1938-06-01") == [PARTY] * 4
    assert of_each(found, "1938-08-01") == [SUSPENDED, {"former party"}, SUSPENDED, SUSPENDED]


def test_a_resumption_wakes_it_for_all() -> None:
    back = act("resumption", "AAA", "1938-06-01", of="s-aaa")
    found = three(TWO_OF_THREE, suspension("AAA", "1938-01-01"), back)
    assert [status(found, day, "BBB") for day in ("1938-05-31", "1938-06-01")] == [SUSPENDED, PARTY]


def test_others_than_those_listed_may_be_parties() -> None:
    in_part = clause("record", parties="in part")
    found = three(TWO_OF_THREE, in_part, suspension("AAA", "1938-01-01"))
    assert status(found, "1938-06-01", "BBB") == SUSPENDED | PARTY


def test_what_is_suspended_towards_one_is_in_operation_with_who_joins_later() -> None:
    found = three(TWO_OF_THREE, suspension("BBB", "1938-01-01", to="AAA"), ratified(CCC="1939-01-01"))
    assert of_each(found, "1938-06-01") == [SUSPENDED, SUSPENDED, {"never a party"}, SUSPENDED]
    assert of_each(found, "1939-06-01") == [PARTY] * 4


def test_those_listed_in_part_are_not_all() -> None:
    found = three(TWO_OF_THREE, clause("record", parties="in part"), act("suspension", "AAA BBB CCC", "1938-01-01"))
    assert of_each(found, "1938-06-01")[3] == SUSPENDED | PARTY
