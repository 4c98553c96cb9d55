"""A treaty between pairs alone of which one party is left: the days by hand."""

from __future__ import annotations

import pytest

from small_treaties import HALF_A_YEAR, act, ends, entry, ratified, three

PAIRS = entry("pairwise") + ratified(AAA="1936-01-01", BBB="1936-01-01") + HALF_A_YEAR


def out(by: str, on: str) -> str:
    return act("withdrawal", by, on, id=f"out-{by.lower()}")


@pytest.mark.parametrize(
    ("acts", "last"),
    [
        ("", ["none"]),
        (out("BBB", "1940-01-01"), ["1940-06-30", "none"]),
        (out("BBB", "1940-01-01") + ratified(CCC="1938-01-01"), ["none"]),  # C is still opposite
        (out("BBB", "1940-01-01") + ratified(CCC="1941-01-01"), ["1940-06-30", "none"]),
        (out("BBB", "1940-01-01") + out("AAA", "1941-01-01"), ["1940-06-30", "1941-06-30"]),
    ],
)
def test_whether_it_has_ended_with_one_party_left_is_open(acts: str, last: list[str]) -> None:
    assert sorted(ends(three(PAIRS, acts), "AAA")) == last


def test_one_party_left_of_another_treaty_stays_a_party() -> None:
    text = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-01-01") + HALF_A_YEAR
    assert ends(three(text, out("BBB", "1940-01-01")), "AAA") == ["none"]
