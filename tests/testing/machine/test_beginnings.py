"""The treaties with which a story begins are whole treaty files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import find, given, settings

from treatyclock.testing.machine.beginnings import CLAUSES, beginnings
from treatyclock.testing.machine.story import Story, loaded

PARTIES = ("AAA", "BBB", "CCC")


@settings(max_examples=20, deadline=None)
@given(beginnings(PARTIES, CLAUSES))
def test_every_one_can_be_loaded(tables: Mapping[str, Any]) -> None:
    treaty = loaded(Story.begun(tables).text)
    assert not treaty.record.acts and 2 <= len(treaty.record.parties) <= 3
    assert "renewal" not in tables or "term" in tables


def test_the_simplest_has_two_parties_and_no_clause_that_it_need_not_have() -> None:
    found = find(beginnings(PARTIES, CLAUSES), lambda tables: True)
    assert found == {
        "parties": {"AAA": "Aaa", "BBB": "Bbb"},
        "counting": {"midnight": "+00:00", "month_end": "clamp"},
        "entry_into_force": {"when": {"instruments": 2}},
    }


@settings(max_examples=10, deadline=None)
@given(beginnings(PARTIES, ["sunset", "term"]))
def test_only_the_clauses_that_were_asked_for_are_drawn(tables: Mapping[str, Any]) -> None:
    assert set(tables) <= {"parties", "counting", "entry_into_force", "term", "sunset"}


def test_the_first_to_leave_may_be_one_too_few() -> None:
    def of_three(tables: Mapping[str, Any]) -> bool:
        return len(tables["parties"]) == 3 and "minimum_parties" in tables

    found = find(beginnings(PARTIES, ["minimum_parties"]), of_three, settings=settings(max_examples=100, database=None))
    assert found["minimum_parties"] == {"number": 3}
