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


def test_each_clause_is_drawn_where_it_is_asked_for_and_only_there() -> None:
    for name in CLAUSES:
        tables = find(beginnings(PARTIES, [name, "term"]), lambda tables, name=name: name in tables)
        assert set(tables) <= {"parties", "counting", "entry_into_force", "term", name}
