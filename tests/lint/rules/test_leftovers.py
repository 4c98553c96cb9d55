"""What nothing uses, and dates that are not sure."""

from __future__ import annotations

import pytest

from small_treaties import (
    BOTH,
    SIGNED,
    TWO_OF_THREE,
    act,
    clause,
    entry,
    findings,
    ratified,
    reading,
    text_of_three,
    text_of_two,
)
from treatyclock.lint.rules import leftovers

REPUDIATED = act("repudiation", "AAA", "1940-01-01", id="r")


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([SIGNED], []),
        ([SIGNED, REPUDIATED], ["act-without-effect act[2].kind"]),
        ([SIGNED, REPUDIATED, reading("mine", admits="r")], []),
        ([SIGNED, act("event", "AAA", "1940-01-01")], ["act-without-effect act[2].kind"]),
        ([SIGNED, act("publication", "AAA", "1940-01-01")], []),  # it is for the record
        ([SIGNED, act("denunciation", "AAA", "1940-01-01")], []),  # told by the rules on notices
        (
            [
                entry("instruments exchanged"), ratified(AAA="1930-01-01"),
                act("exchange of instruments", BOTH, "1930-02-01"),
            ],
            [],
        ),
        ([entry("signed"), act("signature", BOTH, "1930-01-15", certain=False)], ["uncertain-date act[1].certain"]),
        ([entry("signed"), act("signature", BOTH, "1930-01")], ["vague-date act[1].on"]),
        ([entry("signed"), act("signature", BOTH, "1930-01-15", known="1930")], ["vague-date act[1].known"]),
        ([entry("signed"), act("signature", BOTH, "1930-01-15?")], ["uncertain-date act[1].on"]),
    ],
)  # fmt: skip
def test_acts_and_their_dates(parts: list[str], found: list[str]) -> None:
    assert findings(text_of_two(*parts), leftovers) == found


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([TWO_OF_THREE], ["idle-party parties.CCC"]),
        ([TWO_OF_THREE, ratified(CCC="1940-01-01")], []),
        ([entry({"instruments": 2, "among": ["BBB", "CCC"]}), ratified(AAA="1936-01-01")], []),
        ([entry({"all_of": [{"ratified_by": "CCC"}, {"signed_by": "BBB"}]}), ratified(AAA="1936-01-01")], []),
    ],
)
def test_parties_that_do_nothing_and_that_no_clause_names(parts: list[str], found: list[str]) -> None:
    assert findings(text_of_three(*parts), leftovers) == found


def test_sources_that_nothing_cites() -> None:
    sources = '[sources]\nbook = "a book"\nother = "another"\n'
    text = text_of_two(SIGNED, sources, clause("sunset", source="book", ref="1"), act("event", "AAA", "1940-01-01"))
    assert "unused-source sources.other" in findings(text, leftovers)
    assert "unused-source sources.book" not in findings(text, leftovers)
    in_a_reading = text_of_two(SIGNED, sources, reading("mine", source=["book", "other"]))
    assert findings(in_a_reading, leftovers) == []
