"""Consents that name a later day: whether they count toward the entry into force before it."""

from __future__ import annotations

import pytest

from small_treaties import TWO_OF_THREE, act, entry, said, three, truth

KEY = "consents that name a later day to count from that day"
TWO = entry({"instruments": 2})
THREE = entry({"instruments": 3})


def ratified(by: str, on: str, named: str | None = None) -> str:
    return act("ratification", by, on, **({"effective": named} if named else {}))


C = ratified("CCC", "1950-02-01")


@pytest.mark.parametrize(
    ("acts", "open_"),
    [
        (THREE + ratified("AAA", "1950-01-01", "1950-06-01") + ratified("BBB", "1950-02-01") + C, True),
        (THREE + ratified("AAA", "1950-01-01") + ratified("BBB", "1950-02-01", "1950-06-01") + C, True),
        # all name one day: they agree on it
        (TWO + ratified("AAA", "1950-01-01", "1950-06-01") + ratified("BBB", "1950-02-01", "1950-06-01"), False),
    ],
)
def test_a_consent_that_names_a_later_day_may_count_from_that_day(acts: str, open_: bool) -> None:
    found = three(acts)
    answer = found.in_force("1950-04-01")
    assert answer.truth.value == ("unknown" if open_ else "no")
    assert [each.key for each in answer.depends_on] == ([KEY] if open_ else [])
    assert [truth(found, day) for day in ("1950-01-31", "1950-06-01")] == ["no", "yes"]
    author = "AAA" if 'by = ["AAA"]\non = "1950-01-01"\neffective' in acts else "BBB"
    assert truth(found, "1950-05-31", party=author) == "no"
    assert truth(found, "1950-06-01", party=author) == "yes"


def test_another_consent_may_come_before_the_day_named() -> None:
    acts = ratified("AAA", "1950-01-01", "1950-06-01") + ratified("BBB", "1950-02-01") + ratified("CCC", "1950-03-01")
    found = three(TWO, acts)
    assert [truth(found, day) for day in ("1950-02-15", "1950-03-01")] == [
        "no",
        "yes",
    ]  # before March only B could be a party


def test_it_is_asked_only_where_it_makes_a_difference() -> None:
    for acts in (ratified("CCC", "1960-01-01", "1960-06-01"), ""):
        (world,) = three(TWO_OF_THREE, acts).life().course().worlds
        assert KEY not in world.answers
    recorded = three(entry({"instruments": 2}, recorded="1950-02-01"), ratified("AAA", "1950-01-01", "1950-06-01"))
    assert truth(recorded, "1950-04-01") == "yes"


def test_the_argument_says_what_is_taken() -> None:
    found = three(THREE, ratified("AAA", "1950-01-01", "1950-06-01"), ratified("BBB", "1950-02-01"), C)
    assert "a consent that names a later day counts toward the entry into force from that day" in said(
        found.in_force("1951")
    )
