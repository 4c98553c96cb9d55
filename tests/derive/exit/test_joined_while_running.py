"""A State that joins its side while a notice by all on that side runs."""

from __future__ import annotations

import pytest

from small_treaties import act, clause, entry, ratified, status, three

OPEN, PARTY, FORMER = {"party", "former party"}, {"party"}, {"former party"}
LEAVING = clause("denunciation", when="at any time", notice="P6M", first_day="not counted", effect_day="first out")
ACTS = entry({"instruments": 2}) + ratified(AAA="1936-01-01", CCC="1936-01-01") + LEAVING
NOTICE = act("denunciation", "AAA", "1938-01-10")


def sides(**more: object) -> str:
    return clause("[side]", parties=["AAA", "BBB"], **more) + clause("[side]", parties=["CCC"])


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, OPEN),
        ({"represented_by": ["AAA"]}, OPEN),
        ({"notice_of_some": "without effect"}, OPEN),
        ({"notice_of_some": "ends it for them"}, PARTY),  # each on that side leaves by its own notice
    ],
)
def test_whether_the_notice_releases_it_too(more: dict[str, object], found: set[str]) -> None:
    treaty = three(ACTS, sides(**more), NOTICE, ratified(BBB="1938-04-01"))
    assert [status(treaty, "1938-05-01", party) for party in ("AAA", "BBB", "CCC")] == [PARTY] * 3
    assert [status(treaty, "1939-01-01", party) for party in ("AAA", "BBB", "CCC")] == [FORMER, found, found]


def test_not_what_was_taken_back_or_came_later() -> None:
    back = act("rescission", "AAA", "1938-05-01", of="denunciation-aaa")
    treaty = three(ACTS, sides(notice_of_some="without effect"), NOTICE, back, ratified(BBB="1938-04-01"))
    assert [status(treaty, "1939-01-01", party) for party in ("AAA", "BBB", "CCC")] == [PARTY] * 3
