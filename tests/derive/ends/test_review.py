"""A conference decides whether it goes on: decided, decided otherwise, and not decided."""

from __future__ import annotations

import pytest

from small_treaties import ALL, TWO_OF_THREE, act, clause, ends, said, three

REVIEW = TWO_OF_THREE + clause("review", after="P10Y")  # by 1 January 1946


def decided(on: str = "1945-06-01", **what: str) -> str:
    return act("decision of a conference", ALL, on, id=f"decision-{on}", **what)


@pytest.mark.parametrize(
    ("acts", "last"),
    [
        (decided(outcome="indefinite"), ["none"]),
        (decided(until="1950-12-31"), ["1950-12-31"]),
        (decided(outcome="ends"), ["1945-06-01"]),
        (decided(outcome="ends", effective="1946-01-01"), ["1945-12-31", "1946-01-01"]),
        (decided("1945-01-01", outcome="ends") + decided(outcome="indefinite"), ["none"]),  # the last one counts
        ("", ["none", "1946-01-01"]),
    ],
)
def test_what_follows_from_the_conference(acts: str, last: list[str]) -> None:
    assert ends(three(REVIEW, acts)) == last


def test_while_nothing_is_decided_the_future_is_open() -> None:
    answer = three(REVIEW).in_force("1950")
    assert answer.truth.value == "unknown"
    assert [(each.kind, each.key) for each in answer.depends_on] == [("fact", "decision")]
    assert three(REVIEW).in_force("1945-12-31").truth.value == "yes"


def test_a_decision_on_an_end_is_told_in_plain_words() -> None:
    text = said(three(REVIEW, decided(until="1950-12-31")).in_force("1960"))
    assert "by that decision the treaty ends with 31 December 1950" in text
    assert "with between" not in said(three(REVIEW, decided(outcome="ends")).in_force("1960"))


def test_without_a_clause_no_conference_decides() -> None:
    assert ends(three(TWO_OF_THREE, decided(outcome="ends"))) == ["none"]
