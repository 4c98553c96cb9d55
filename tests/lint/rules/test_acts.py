"""Acts out of order, too late, agreed by too few, or recorded otherwise than counted."""

from __future__ import annotations

import pytest

from small_treaties import (
    ALL,
    BOTH,
    SIGNED,
    TWO_OF_THREE,
    act,
    clause,
    entry,
    findings,
    ratified,
    text_of_three,
    text_of_two,
)
from treatyclock.lint.rules import acts

NOTICE = clause("denunciation", when="at any time", notice="P6M", first_day="counted", effect_day="first out")
UNTIL_1935 = clause("term", until="1935-12-31")


def left(**more: object) -> str:
    """A notice by which 30 June 1940 is the last day."""
    return NOTICE + act("denunciation", "AAA", "1940-01-01", id="n", **more)


def extended(on: str) -> str:
    return act("extension of the term", BOTH, on, until="1940-12-31")


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([act("ratification", "AAA", "1930-01-14")], ["ratification-before-signature act[2].on"]),
        ([act("ratification", "AAA", "1930-01-15")], []),
        ([act("exchange of instruments", BOTH, "1930-02-01"), act("ratification", "AAA", "1930-02-02")],
         ["exchange-before-ratification act[2].on"]),
        ([act("exchange of instruments", BOTH, "1930-02-01"), act("ratification", "AAA", "1930-02-01")], []),
        ([left(), act("rescission", "AAA", "1940-06-30", of="n")], []),
        ([left(), act("rescission", "AAA", "1940-07-01", of="n")], ["rescission-after-effect act[3].on"]),
        ([UNTIL_1935, extended("1935-12-31")], []),
        ([UNTIL_1935, extended("1936-01-01")], ["extension-after-end act[2].on"]),
        ([left(recorded="1940-07-01")], []),
        ([left(recorded="1940-07-02")], ["recorded-differs act[2].recorded"]),
        ([act("termination by consent", BOTH, "1940-01-01")], []),
        ([act("termination by consent", "AAA", "1940-01-01")], ["agreed-by-some act[2].by"]),
    ],
)  # fmt: skip
def test_acts_of_two(parts: list[str], found: list[str]) -> None:
    assert findings(text_of_two(SIGNED, *parts), acts) == found


@pytest.mark.parametrize(
    ("on", "found"), [("1935-12-31", ["accession-before-signature act[4].on"]), ("1936-01-01", [])]
)
def test_nobody_accedes_before_anybody_has_signed(on: str, found: list[str]) -> None:
    text = text_of_three(TWO_OF_THREE, act("signature", BOTH, "1936-01-01"), act("accession", "CCC", on))
    assert findings(text, acts) == found


def test_the_treatys_own_day_recorded_otherwise_than_counted() -> None:
    for recorded, found in (("1936-01-01", []), ("1936-01-02", ["recorded-differs entry_into_force.recorded"])):
        text = text_of_three(entry({"instruments": 2}, recorded=recorded), ratified(AAA="1936-01-01", BBB="1936-01-01"))
        assert findings(text, acts) == found


def test_a_notice_that_several_gave_and_took_back_too_late() -> None:
    text = TWO_OF_THREE + ratified(CCC="1936-02-01") + NOTICE + act("withdrawal", ALL, "1940-01-01", id="n")
    late = act("rescission", ALL, "1940-07-01", of="n")
    assert findings(text_of_three(text, late), acts) == ["rescission-after-effect act[5].on"]
