"""A suspension by all on a side, for a State that joined that side only later."""

from __future__ import annotations

from small_treaties import act, clause, entry, ratified, status, three

SUSPENDED, PARTY = {"suspended"}, {"party"}
SIDES = clause("[side]", parties=["AAA", "BBB"]) + clause("[side]", parties=["CCC"])
BOTH_SIDES = entry({"instruments": 2}) + ratified(AAA="1936-01-01", CCC="1936-01-01") + SIDES
ASLEEP = act("suspension", "AAA", "1938-01-01", id="s")


def test_whether_it_holds_for_who_joins_later_is_open() -> None:
    found = three(BOTH_SIDES, ASLEEP, ratified(BBB="1939-01-01"))
    assert [status(found, "1939-06-01", party) for party in ("AAA", "BBB", "CCC")] == [
        SUSPENDED,
        SUSPENDED | PARTY,
        SUSPENDED | PARTY,
    ]


def test_not_for_who_was_there_and_did_not_suspend() -> None:
    found = three(BOTH_SIDES, ASLEEP, ratified(BBB="1937-01-01"))
    assert [status(found, "1939-06-01", party) for party in ("AAA", "BBB", "CCC")] == [SUSPENDED, PARTY, PARTY]


def test_nor_where_it_was_over_before() -> None:
    back = act("resumption", "AAA", "1938-06-01", of="s")
    assert status(three(BOTH_SIDES, ASLEEP, back, ratified(BBB="1939-01-01")), "1939-06-01", "BBB") == PARTY


def test_who_succeeds_consented_only_after_it() -> None:
    success = act("succession", "BBB", "1939-01-01", effective="1937-01-01")
    answer = three(BOTH_SIDES, ASLEEP, success).in_force("1939-06-01", party="BBB")
    assert [each.text for each in answer.depends_on] == ["does s hold for BBB too, which consented only after it?"]


def test_towards_one_it_holds_for_no_pair_with_another() -> None:
    sides = clause("[side]", parties=["AAA", "BBB"]) + clause("[side]", parties=["CCC"])
    towards = act("suspension", "AAA", "1938-01-01", id="s", to="CCC")
    found = three(
        entry({"instruments": 2}),
        ratified(AAA="1936-01-01", CCC="1936-01-01"),
        sides,
        towards,
        ratified(BBB="1939-01-01"),
    )
    assert status(found, "1939-06-01", "BBB") == SUSPENDED | PARTY
