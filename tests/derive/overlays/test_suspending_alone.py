"""What a clause on suspension makes of a suspension that not all parties did together."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import ALL, SIGNED, TWO_OF_THREE, act, clause, reading, said, status, three, two

SUSPENDED, PARTY = {"suspended"}, {"party"}
ON_A_GROUND = clause("suspension", needs_ground=True)
OF_AAA = clause("suspension", parties=["AAA"], notice="P1M", first_day="counted")


def suspension(by: str = "AAA", on: str = "1938-01-01", **more: object) -> str:
    return act("suspension", by, on, id="s", **more)


@pytest.mark.parametrize(
    ("text", "by", "found"),
    [
        (suspension(grounds="a breach"), "AAA", SUSPENDED),
        (suspension(), "AAA", SUSPENDED | PARTY),
        (suspension(ALL), "AAA", SUSPENDED),  # by consent of all
        (suspension(grounds="a breach"), "BBB", SUSPENDED),  # with the only other party
    ],
)
def test_on_a_ground(text: str, by: str, found: set[str]) -> None:
    assert status(three(TWO_OF_THREE, ON_A_GROUND, text), "1938-06-01", by) == found


def test_who_may_and_when() -> None:
    alone = three(TWO_OF_THREE, OF_AAA, suspension())
    assert [status(alone, day, "AAA") for day in ("1938-01-31", "1938-02-01")] == [PARTY, SUSPENDED]
    barred = three(TWO_OF_THREE, OF_AAA, suspension("BBB"))
    assert status(barred, "1938-06-01", "BBB") == PARTY
    assert "the clause on suspension is not for who did this" in said(barred.in_force("1938-06-01", party="BBB"))
    together = three(TWO_OF_THREE, OF_AAA, suspension("AAA BBB"))
    assert [status(together, "1938-06-01", party) for party in ("AAA", "BBB")] == [
        SUSPENDED,
        SUSPENDED,
    ]  # by A alone in any case
    assert status(three(TWO_OF_THREE, OF_AAA, suspension(ALL)), "1938-01-02", "BBB") == SUSPENDED


def test_while_the_text_does_not_say_whether_the_first_day_counts() -> None:
    found = three(TWO_OF_THREE, clause("suspension", notice="P1M"), suspension())
    days = [status(found, day, "AAA") for day in ("1938-01-31", "1938-02-01", "1938-02-02")]
    assert days == [PARTY, SUSPENDED | PARTY, SUSPENDED]


def test_over_before_it_begins() -> None:
    found = three(TWO_OF_THREE, OF_AAA, suspension(until="1938-01-20"))
    assert {frozenset(status(found, f"1938-{month:02}-15", "AAA")) for month in range(1, 6)} == {frozenset(PARTY)}


def test_a_day_that_it_names_is_no_earlier_than_the_clause_allows() -> None:
    for named, last in (("1938-01-15", "1938-01-31"), ("1938-06-01", "1938-05-31")):
        found = three(TWO_OF_THREE, OF_AAA, suspension(effective=named))
        assert (status(found, last, "AAA"), status(found, "1938-06-01", "AAA")) == (PARTY, SUSPENDED)


def test_a_vague_day_leaves_it_open_within_its_bounds() -> None:
    found = three(TWO_OF_THREE, OF_AAA, suspension(on="1938"))
    days = [status(found, day, "AAA") for day in ("1938-01-31", "1938-06-01", "1939-02-02")]
    assert days == [PARTY, SUSPENDED | PARTY, SUSPENDED]


def test_of_two_parties() -> None:
    found = two(SIGNED, OF_AAA, suspension("BBB"))
    assert [status(found, "1938-06-01", party) for party in (None, "AAA", "BBB")] == [PARTY, PARTY, PARTY]
    own = two(SIGNED, OF_AAA, suspension())
    assert [status(own, day) for day in ("1938-01-31", "1938-02-01")] == [PARTY, SUSPENDED]


def test_a_claim_that_a_reading_admits_goes_by_no_clause() -> None:
    claim = act("claimed suspension", "BBB", "1938-01-01", id="s") + reading("claimed", admits="s")
    found = three(TWO_OF_THREE, OF_AAA, claim)
    assert status(found, "1938-06-01", "BBB") == PARTY
    assert {each.value for each in found.status("1938-06-01", party="BBB", reading="claimed")} == SUSPENDED


def test_a_first_day_needs_a_notice() -> None:
    with pytest.raises(tc.TreatyFileError, match="has no period to run from"):
        three(TWO_OF_THREE, clause("suspension", first_day="counted"))


def test_a_part_may_be_suspended_by_a_clause_of_its_own() -> None:
    part = clause("[part]", id="annex", title="the annex")
    part += clause("part.suspension", parties=["AAA"])
    of_part = [suspension(by, part="annex") for by in ("AAA", "BBB")]
    found = [three(TWO_OF_THREE, part, text) for text in of_part]
    by = ("AAA", "BBB")
    assert [status(each, "1938-06-01", who) for each, who in zip(found, by, strict=True)] == [PARTY, PARTY]
    there = [
        {one.value for one in each.status("1938-06-01", party=who, part="annex")}
        for each, who in zip(found, by, strict=True)
    ]
    assert there == [SUSPENDED, PARTY]
    # What suspends the whole goes by no clause of the part.
    whole = three(TWO_OF_THREE, part, suspension("BBB"))
    assert {one.value for one in whole.status("1938-06-01", party="BBB", part="annex")} == SUSPENDED
    both = three(TWO_OF_THREE, OF_AAA, part, suspension("AAA"))
    days = ("1938-01-31", "1938-02-01")
    seen = [{one.value for one in both.status(day, party="AAA", part="annex")} for day in days]
    assert seen == [PARTY, SUSPENDED]
    assert "by the clause the suspension begins" in said(both.in_force(days[1], party="AAA", part="annex"))
