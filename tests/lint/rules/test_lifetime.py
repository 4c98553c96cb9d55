"""A treaty that ends before it begins is told, and one that ends on its day of entry is not."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import BOTH, HALF_A_YEAR, SIGNED, act, clause, entry, findings, text_of_two
from treatyclock.lint.rules import lifetime


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([SIGNED, clause("term", until="1930-01-14")], ["ends-before-entry term.until"]),
        ([SIGNED, clause("term", until="1930-01-15")], []),
        ([SIGNED, act("termination by consent", BOTH, "1929-12-01")], ["ends-before-entry entry_into_force"]),
        ([SIGNED, HALF_A_YEAR], []),
        ([entry("signed")], []),
    ],
)
def test_an_end_before_the_entry(parts: list[str], found: list[str]) -> None:
    assert findings(text_of_two(*parts), lifetime) == found


def test_it_says_both_days() -> None:
    (told,) = (
        each for each in tc.checks(text_of_two(SIGNED, clause("term", until="1930-01-14")))
        if each.code == "ends-before-entry"
    )  # fmt: skip
    assert told.problem == (
        "it ends with 1930-01-14, before it enters into force on 1930-01-15, so it was never in force"
    )
