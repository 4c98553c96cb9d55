"""A treaty of which one party is left, of many or between pairs alone: the days by hand."""

from __future__ import annotations

import pytest

from small_treaties import HALF_A_YEAR, act, clause, ends, entry, ratified, three, truth, two

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


def many(*more: str, needed: int = 2, number: int | None = None) -> list[str]:
    few = "" if number is None else clause("minimum_parties", number=number)
    text = entry({"instruments": needed}) + ratified(AAA="1936-01-01", BBB="1936-01-01") + HALF_A_YEAR
    return sorted(ends(three(text, few, out("BBB", "1940-01-01"), *more), "AAA"))


def test_whether_a_treaty_of_many_has_ended_with_one_party_left_is_open() -> None:
    assert many() == ["1940-06-30", "none"]
    assert many(ratified(CCC="1938-01-01")) == ["none"]
    assert many(ratified(CCC="1941-01-01")) == ["1940-06-30", "none"]


def test_the_treaty_itself_may_say_how_many_must_be_left() -> None:
    assert many(needed=1) == many(number=1) == ["none"]
    assert many(number=2) == ["1940-06-30"]


def test_nothing_is_asked_where_others_than_those_listed_are_parties_or_the_treaty_was_over_before() -> None:
    assert many(clause("record", parties="in part")) == ["none"]
    assert many(clause("term", until="1939-12-31")) == ["1939-12-31"]
    assert many(clause("term", until="1950-12-31")) == ["1940-06-30", "1950-12-31"]


def test_where_exits_may_lack_whether_one_was_left_alone_is_asked_first() -> None:
    three_of_three = ratified(AAA="1936-01-01", BBB="1936-01-01", CCC="1936-01-01")
    text = entry({"instruments": 2}, recorded="1936-01-01") + three_of_three + HALF_A_YEAR
    part = clause("record", acts="in part", missing="exit", of=["BBB", "CCC"])
    asked = three(text, part).in_force("1950", party="AAA").depends_on
    assert {each.key for each in asked} >= {"a time with one party left", "one_left"}
    some = clause("record", acts="in part", missing="exit", of=["CCC"])
    assert truth(three(text, some), "1950", party="AAA") == "yes"


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
    assert [each.key for each in left.in_force("1942", party="AAA").depends_on] == ["one_left"]
    # Who lists two of many says by the number that the treaty needs that it was not between two.
    some = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-01-01") + clause("joining", delay="P30D")
    assert set(ends(two(some, HALF_A_YEAR, out("BBB", "1940-01-01")), "AAA")) == {"1940-06-30", "none"}
