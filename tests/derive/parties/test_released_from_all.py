"""A State that is released from the treaty with each of the others who are parties."""

from __future__ import annotations

from small_treaties import TWO_OF_THREE, act, clause, ratified, status, three

THIRD = ratified(CCC="1936-02-01")
OPEN, PARTY, FORMER = {"party", "former party"}, {"party"}, {"former party"}
TWO_END_IT = act("termination by consent", "AAA CCC", "1938-01-01", effective="1938-01-01", effect_day="first out")
LEAVES = clause("denunciation", when="at any time", effect_day="first out") + act("denunciation", "BBB", "1939-01-01")


def test_while_a_third_is_a_party_both_are() -> None:
    found = three(TWO_OF_THREE, THIRD, TWO_END_IT)
    assert [status(found, "1940-01-01", party) for party in ("AAA", "CCC", None)] == [PARTY] * 3


def test_once_the_third_has_left_it_is_open() -> None:
    found = three(TWO_OF_THREE, THIRD, TWO_END_IT, LEAVES)
    assert [status(found, "1938-06-01", party) for party in ("AAA", "BBB", "CCC", None)] == [PARTY] * 4
    assert [status(found, "1940-01-01", party) for party in ("AAA", "BBB", "CCC", None)] == [OPEN, FORMER, OPEN, OPEN]


def test_what_was_agreed_before_one_of_them_consented_does_not_release_it() -> None:
    found = three(TWO_OF_THREE, ratified(CCC="1938-06-01"), TWO_END_IT, LEAVES)
    assert status(found, "1940-01-01", "AAA") == PARTY
