"""A State with which each of the others ended the treaty, by notices to it alone."""

from __future__ import annotations

from small_treaties import HALF_A_YEAR, TWO_OF_THREE, act, ratified, said, status, three

BOUND = TWO_OF_THREE + ratified(CCC="1936-01-01") + HALF_A_YEAR
OPEN, PARTY = {"party", "former party"}, {"party"}


def to_a(by: str, on: str) -> str:
    return act("withdrawal", by, on, id=f"{by.lower()}-to-a", to=["AAA"])


def test_who_is_bound_towards_nobody_is_a_party_perhaps() -> None:
    found = three(BOUND, to_a("BBB", "1940-01-01"), to_a("CCC", "1941-01-01"))
    assert [status(found, "1940-12-31", party) for party in ("AAA", "BBB", "CCC", None)] == [PARTY] * 4
    assert [status(found, "1942-01-01", party) for party in ("AAA", "BBB", "CCC", None)] == [OPEN, PARTY, PARTY, PARTY]
    answer = found.in_force("1942-01-01", party="AAA")
    (question,) = answer.depends_on
    assert [(told, truth.value) for told, truth in question.outcomes] == [("yes", "yes"), ("no", "no")]
    assert "with each of the others the treaty is over for that State" in said(answer)


def test_while_one_of_the_others_stays_towards_it_it_is_a_party() -> None:
    assert status(three(BOUND, to_a("BBB", "1940-01-01")), "1942-01-01", "AAA") == PARTY


def test_where_no_two_others_are_left_it_is_the_last_one() -> None:
    leaves = act("withdrawal", "CCC", "1941-01-01", id="c-leaves")
    answer = three(BOUND, to_a("BBB", "1940-01-01"), leaves).in_force("1942-01-01", party="AAA")
    assert not any("bound towards nobody" in each.key for each in answer.depends_on)
