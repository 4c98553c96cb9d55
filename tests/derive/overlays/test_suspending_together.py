"""A suspension by all who were parties then, be all listed States among them or not."""

from __future__ import annotations

from small_treaties import TWO_OF_THREE, act, clause, ratified, said, status, three

SUSPENDED, PARTY = {"suspended"}, {"party"}
ON_A_GROUND = clause("suspension", needs_ground=True)
LEAVES = clause("denunciation", when="at any time", notice="P1Y", first_day="counted")
BY_TWO = act("suspension", "AAA BBB", "1938-01-01", id="s")


def test_a_state_that_never_consented_is_not_needed() -> None:
    found = three(TWO_OF_THREE, ON_A_GROUND, BY_TWO)
    assert [status(found, "1938-06-01", party) for party in (None, "AAA", "BBB")] == [SUSPENDED] * 3
    assert "all who were parties then did it together" in said(found.in_force("1938-06-01"))


def test_nor_one_that_has_left_or_joins_later() -> None:
    left = ratified(CCC="1936-01-01") + act("denunciation", "CCC", "1936-06-01") + LEAVES
    for third in (left, ratified(CCC="1939-01-01")):
        assert status(three(TWO_OF_THREE, ON_A_GROUND, third, BY_TWO), "1938-06-01", "AAA") == SUSPENDED


def test_one_that_was_a_party_is_needed() -> None:
    third = ratified(CCC="1936-01-01")
    assert status(three(TWO_OF_THREE, ON_A_GROUND, third, BY_TWO), "1938-06-01", "AAA") == SUSPENDED | PARTY


def test_one_party_alone_goes_by_the_clause() -> None:
    gone = act("denunciation", "BBB", "1936-06-01") + LEAVES
    alone = act("suspension", "AAA", "1938-01-01")
    found = three(TWO_OF_THREE.replace("2", "1"), ON_A_GROUND, gone, alone)
    assert "did it together" not in said(found.in_force("1938-06-01", party="AAA"))


def test_others_than_those_listed_may_have_been_parties() -> None:
    in_part = clause("record", parties="in part")
    found = three(TWO_OF_THREE, ON_A_GROUND, in_part, BY_TWO)
    assert status(found, "1938-06-01", "AAA") == SUSPENDED | PARTY
    asked = {each.key for each in found.in_force("1938-06-01", party="AAA").depends_on}
    assert "s done by all who are not listed" in asked


def test_a_record_that_may_lack_acts_leaves_it_open() -> None:
    in_part = clause("record", acts="in part", missing="consent", of="CCC")
    found = three(TWO_OF_THREE, ON_A_GROUND, in_part, BY_TWO)
    assert status(found, "1938-06-01", "AAA") == SUSPENDED | PARTY
