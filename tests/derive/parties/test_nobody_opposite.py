"""A treaty between pairs alone of which one party is left: the days by hand."""

from __future__ import annotations

import pytest

from small_treaties import HALF_A_YEAR, act, clause, ends, entry, ratified, three, two

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


def test_a_treaty_of_two_that_others_may_join_ends_for_both_with_a_notice_while_nobody_has() -> None:
    text = entry("ratified by all") + ratified(AAA="1936-01-01", BBB="1936-01-01") + clause("joining", delay="P30D")
    found = two(text, HALF_A_YEAR, out("BBB", "1940-01-01"))
    assert set(ends(found, "AAA")) == {"1940-06-30"}
    third = ratified(AAA="1936-01-01", BBB="1936-01-01") + act("accession", "CCC", "1938-01-01")
    joined = three(entry("ratified by all"), third + clause("joining", delay="P30D"), HALF_A_YEAR)
    out_of_it = three(
        entry("ratified by all"), third + clause("joining", delay="P30D"), HALF_A_YEAR + out("BBB", "1940-01-01")
    )
    assert ends(joined, "AAA") == ends(out_of_it, "AAA") == ["none"]
    alone = HALF_A_YEAR + out("BBB", "1940-01-01") + out("CCC", "1941-01-01")
    left = three(entry("ratified by all"), third + clause("joining", delay="P30D"), alone)
    assert set(ends(left, "AAA")) == {"1941-06-30", "none"}
    assert "of two parties that others may join" in str(left.in_force("1942", party="AAA"))
    # Who lists two of many says by the number that the treaty needs that there were more.
    some = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-01-01") + clause("joining", delay="P30D")
    assert ends(two(some, HALF_A_YEAR, out("BBB", "1940-01-01")), "AAA") == ["none"]
