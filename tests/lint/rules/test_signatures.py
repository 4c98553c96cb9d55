"""Signatures outside the time in which the treaty is open for them."""

from __future__ import annotations

import pytest

from small_treaties import act, clause, findings, text_of_two
from treatyclock.lint.rules import signatures

OPEN = clause("open_for_signature", **{"from": "1930-01-15"}, until="1930-12-31")
ENTRY = clause("entry_into_force", when="ratified by all")


@pytest.mark.parametrize(
    ("opened", "day", "found"),
    [
        (OPEN, "1930-01-14", ["signed-out-of-time act[1].on"]),
        (OPEN, "1930-01-15", []),
        (OPEN, "1930-12-31", []),
        (OPEN, "1931-01-01", ["signed-out-of-time act[1].on"]),
        (OPEN, "1931", ["signed-out-of-time act[1].on"]),
        (OPEN, "1930", []),
        (clause("open_for_signature", parties=["AAA"]), "1931-01-01", ["signed-out-of-time act[1].by"]),
    ],
)
def test_a_signature_outside_the_time_is_told(opened: str, day: str, found: list[str]) -> None:
    assert findings(text_of_two(opened, ENTRY, act("signature", "BBB", day, id="s")), signatures) == found


def test_other_acts_are_not_signatures() -> None:
    assert findings(text_of_two(OPEN, ENTRY, act("ratification", "BBB", "1931-01-01", id="r")), signatures) == []
