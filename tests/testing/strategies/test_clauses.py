from __future__ import annotations

from typing import Any

import pytest
from hypothesis import find, given, settings
from hypothesis.errors import InvalidArgument

import treatyclock as tc
from treatyclock.testing.strategies import FileTable, clauses

HEAD: dict[str, Any] = {
    "schema": 1,
    "id": "two",
    "title": "Two",
    "parties": {"SUN": "USSR", "JPN": "Japan"},
    "sources": {"series": "Treaty series"},
    "term": {"until": "1950-12-31", "ref": "art. 1"},
    "act": [{"id": "opening", "kind": "event", "by": "SUN", "on": "1936-01-01", "ref": "r"}],
}


@settings(max_examples=25, deadline=None)
@given(clauses(kinds=["renewal", "denunciation", "entry_into_force"], parties=["SUN", "JPN"], acts=["opening"]))
def test_a_drawn_clause_loads(clause: FileTable) -> None:
    assert tc.from_dict({**HEAD, clause.name: clause.keys})


def test_the_smallest_clause_says_no_more_than_it_needs() -> None:
    smallest = find(clauses(kinds=["suspension"]), lambda _: True, settings=settings(max_examples=30, database=None))
    assert str(smallest) == '[suspension]\nref = "art. 1"'


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"kinds": ["renewel"]}, r"there is no 'renewel'; did you mean `renewal`"),
        ({"kinds": "renewal"}, "got kinds='renewal'"),
        ({"kinds": []}, "one name or more but got kinds="),
        ({"parties": ["SUN"]}, "two different parties"),
        ({"parties": ["SUN", "SUN"]}, "two different parties"),
        ({"parties": ["SUN", "J P N"]}, "'J P N' is no code"),
        ({"parties": "SUN"}, "is one text"),
        ({"parties": None}, "Expected a list but got parties=None"),
        ({"acts": "abc"}, "Expected a list but got acts='abc'"),
        ({"acts": ["a b"]}, "acts cannot stand in a treaty file"),
        ({"acts": [1]}, "Expected a list of texts"),
    ],
)
def test_impossible_asks_are_refused_at_once(asked: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidArgument, match=said):
        clauses(**asked)
