"""What lapsed before its condition was met: who had consented is no contracting State any more."""

from __future__ import annotations

import pytest

from small_treaties import act, entry, three

LAPSES = entry({"instruments": 2}, lapses="1936-12-31")
ONE = act("ratification", "AAA", "1936-06-01")


@pytest.mark.parametrize(
    ("acts", "at", "party", "status"),
    [
        (ONE, "1936-12-31", "AAA", "contracting State"),
        (ONE, "1937-01-02", "AAA", "never a party"),
        (ONE + act("ratification", "BBB", "1937-06-01"), "1938-01-01", "BBB", "never a party"),
        (ONE + act("ratification", "BBB", "1936-12-01"), "1938-01-01", "BBB", "party"),
    ],
)
def test_after_the_last_day_for_the_condition(acts: str, at: str, party: str, status: str) -> None:
    assert {each.value for each in three(LAPSES, acts).in_force(at, party=party).status} == {status}
