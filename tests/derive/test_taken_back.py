"""A consent taken back before the treaty was in force for the State."""

from __future__ import annotations

from small_treaties import (
    HALF_A_YEAR,
    TWO_OF_THREE,
    act,
    clause,
    ratified,
    status,
    three,
)

OUT = act("withdrawal", "AAA", "1940-01-01", id="out")  # the last day is 30 June 1940


def back(on: str, kind: str = "accession") -> str:
    return act(kind, "AAA", on, id="back")


def test_who_has_left_stays_a_former_party_when_it_takes_back_a_new_consent() -> None:
    text = TWO_OF_THREE + HALF_A_YEAR + OUT + clause("joining", delay="P1Y") + act("signature", "AAA", "1935-12-01")
    taken_back = act("withdrawal of consent", "AAA", "1950-06-01")
    assert status(three(text, back("1950-03-01"), taken_back), "1960", "AAA") == {"former party"}


def test_a_consent_taken_back_before_entry_into_force() -> None:
    text = TWO_OF_THREE + clause("joining", delay="P6M") + ratified(CCC="1937-01-01")  # in force from 1 July 1937
    for on, after in (("1937-06-30", "never a party"), ("1937-07-01", "party")):
        assert status(three(text, act("withdrawal of consent", "CCC", on)), "1938-01-01", "CCC") == {after}
    signed = act("signature", "CCC", "1936-06-01") + act("withdrawal of consent", "CCC", "1937-03-01")
    assert status(three(text, signed), "1938-01-01", "CCC") == {"signatory"}
