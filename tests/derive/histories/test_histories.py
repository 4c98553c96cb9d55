"""What follows for a State, for two States, and for the treaty: of two what both did, of many what holds for all."""

from __future__ import annotations

import treatyclock as tc
from small_treaties import BOTH, HALF_A_YEAR, TWO_OF_THREE, act, clause, entry, ratified, status, three, two

NOTICE = act("withdrawal", "AAA", "1940-01-01")  # out with the end of 30 June 1940
LATER = ratified(CCC="1938-01-01")


def between(treaty: tc.Treaty, at: str, one: str, other: str) -> set[str]:
    return {each.value for each in treaty.status(at, between=(one, other))}


def test_the_treaty_is_signed_when_the_last_party_may_have_signed() -> None:
    found = two(entry("ratified by all"), act("signature", "AAA", "1926-11"), act("signature", "BBB", "1926-11-05"))
    assert found.status("1926-11-10T12:00Z") == {tc.Status.NEGOTIATING, tc.Status.SIGNATORY}
    assert found.status("1926-11-10T12:00Z", party="BBB") == {tc.Status.SIGNATORY}


def test_the_steps_of_two_parties_and_of_the_treaty_between_them() -> None:
    found = two(
        entry("ratified by all", delay="P1M"), act("signature", "AAA", "1930-01-01"),
        act("signature", "BBB", "1930-01-10"), ratified(AAA="1930-02-01", BBB="1930-03-01"),
    )  # fmt: skip
    steps = {
        "1929-12-01": ("negotiating", "negotiating", "negotiating"),
        "1930-01-05": ("signatory", "negotiating", "negotiating"),
        "1930-01-15": ("signatory", "signatory", "signatory"),
        "1930-02-15": ("contracting State", "signatory", "signatory"),
        "1930-03-15": ("contracting State",) * 3,
        "1930-04-02": ("party",) * 3,
    }
    for at, expected in steps.items():
        assert tuple(*map(tuple, [[next(iter(status(found, at, who))) for who in ("AAA", "BBB", None)]])) == expected


def test_of_many_the_treaty_is_in_force_whoever_has_left() -> None:
    found = three(TWO_OF_THREE, LATER, HALF_A_YEAR, NOTICE)
    assert status(found, "1941-01-01") == {"party"}
    assert status(found, "1941-01-01", "AAA") == {"former party"}
    assert status(found, "1937-01-01", "CCC") == {"never a party"}


def test_between_two_it_is_in_force_while_it_is_for_both() -> None:
    found = three(TWO_OF_THREE, LATER, HALF_A_YEAR, NOTICE)
    assert between(found, "1937-01-01", "AAA", "CCC") == {"never a party"}
    assert between(found, "1939-01-01", "AAA", "CCC") == {"party"}
    assert between(found, "1941-01-01", "CCC", "AAA") == {"former party"}
    assert between(found, "1941-01-01", "BBB", "CCC") == {"party"}
    dates = found.dates(between=("AAA", "CCC"))
    assert [each.value for each in dates.entry_into_force] == [("1938-01-01",)]
    assert [each.value for each in dates.last_day_in_force] == [("1940-06-30",)]


def test_two_who_were_never_parties_together_have_no_dates() -> None:
    found = three(TWO_OF_THREE, HALF_A_YEAR, NOTICE, ratified(CCC="1940-07-01"))
    dates = found.dates(between=("AAA", "CCC"))
    assert [each.value for each in dates.entry_into_force] == [()]
    together = three(TWO_OF_THREE, HALF_A_YEAR, NOTICE, ratified(CCC="1940-06-30")).dates(between=("AAA", "CCC"))
    assert [each.value for each in together.entry_into_force] == [("1940-06-30",)]


def test_who_never_joined_stays_out_when_the_treaty_ends() -> None:
    found = three(TWO_OF_THREE, act("signature", "CCC", "1936-06-01"), clause("term", until="1940-12-31"))
    assert status(found, "1937-01-01", "CCC") == {"signatory"}
    assert status(found, "1941-06-01", "CCC") == {"never a party"}
    assert status(found, "1941-06-01", "AAA") == {"former party"}


def test_a_suspension_by_one_of_two_suspends_for_both() -> None:
    found = two(entry("signed"), act("signature", BOTH, "1930-01-15"), act("suspension", "AAA", "1931-01-01"))
    assert {who: status(found, "1932-01-01", who) for who in (None, "BBB")} == {
        None: {"suspended"},
        "BBB": {"suspended"},
    }


def test_between_two_who_leave_it_ends_with_the_first() -> None:
    later = act("withdrawal", "CCC", "1942-01-01")
    dates = three(TWO_OF_THREE, LATER, HALF_A_YEAR, NOTICE, later).dates(between=("CCC", "AAA"))
    assert [each.value for each in dates.last_day_in_force] == [("1940-06-30",)]
