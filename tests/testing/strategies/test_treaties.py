from __future__ import annotations

import tomllib
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis.errors import InvalidArgument

import treatyclock as tc
from treatyclock.errors import UnusableRecordError
from treatyclock.testing.strategies import treaties, treaty_texts

FEW = settings(max_examples=6, deadline=None)


@FEW
@given(treaties(parties=(2, 4), parts=True))
def test_a_drawn_treaty_comes_back_from_its_repr(treaty: tc.Treaty) -> None:
    assert eval(repr(treaty), {"treatyclock": tc}) == treaty
    assert treaty.record.parts


@FEW
@given(treaties(settled=True))
def test_settled_treaties_answer(treaty: tc.Treaty) -> None:
    assert treaty.in_force("1941-04-25").truth in tc.Truth


@FEW
@given(treaty_texts(parties=3, settled=True, parts=True))
def test_texts_of_settled_treaties_with_a_part_load(text: str) -> None:
    assert tc.loads(text).record.parts


@FEW
@given(treaties(parties=2, clauses=[], acts=(kind for kind in ["signature"])))
def test_a_treaty_of_no_other_clause_and_of_some_acts(treaty: tc.Treaty) -> None:
    assert {clause.TABLE for clause in treaty.record.clauses} == {"entry_into_force"}
    assert {act.kind.name for act in treaty.record.acts} <= {"signature"}


def in_force_with_a_renewal(treaty: tc.Treaty) -> bool:
    if not any(clause.TABLE == "renewal" for clause in treaty.record.clauses):
        return False
    try:
        return treaty.in_force("1945-01-01").truth is tc.Truth.YES
    except UnusableRecordError:
        return False


SMALL: dict[str, Any] = {
    "parties": 2,
    "clauses": ["term", "renewal", "suspension"],
    "acts": ["signature", "ratification", "withdrawal"],
}


SHRINKING = [Phase.generate, Phase.shrink]
"""Without the phase that explains a failure: before Python 3.12 that follows every line that is run."""


@pytest.mark.long
def test_the_smallest_file_with_a_renewal_has_nothing_else() -> None:
    few = settings(max_examples=50, database=None, deadline=None, phases=SHRINKING)
    smallest = find(treaty_texts(**SMALL), lambda text: "[renewal]" in text, settings=few, random=Random(1))
    tables = tomllib.loads(smallest)
    assert set(tables) == {"schema", "id", "title", "parties", "entry_into_force", "term", "renewal"}
    assert len(smallest.splitlines()) < 25


def test_of_a_failing_treaty_only_those_parties_and_acts_stay_that_matter() -> None:
    some = settings(max_examples=300, database=None, deadline=None, phases=SHRINKING)
    smallest = find(
        treaty_texts(acts=["signature", "ratification", "withdrawal"]),
        lambda text: 'kind = "withdrawal"' in text,
        settings=some,
        random=Random(1),
    )
    tables = tomllib.loads(smallest)
    assert set(tables) <= {"schema", "id", "title", "parties", "entry_into_force", "act"}
    assert len(tables["parties"]) == 2 and [act["kind"] for act in tables["act"]][-1:] == ["withdrawal"]
    assert len(tables["act"]) <= 2


@pytest.mark.long
def test_the_smallest_treaty_in_force_with_a_renewal_has_little_else() -> None:
    many = settings(max_examples=2000, database=None, deadline=None, phases=SHRINKING)
    smallest = find(treaties(), in_force_with_a_renewal, settings=many, random=Random(1))
    needed = {"schema", "id", "title", "parties", "entry_into_force", "term", "renewal"}
    assert needed <= set(smallest.to_dict()) and len(set(smallest.to_dict()) - needed) < 3
    assert len(smallest.record.parties) == 2 and len(tc.dumps(smallest).splitlines()) < 50


def test_a_failing_test_shows_the_file_once() -> None:
    @settings(max_examples=1, database=None, deadline=None, phases=[Phase.generate])
    @given(treaties(parties=2, clauses=["term"], acts=["signature"]))
    def fails(treaty: tc.Treaty) -> None:
        raise ValueError(treaty.record.id)

    with pytest.raises(ValueError, match="drawn") as failure:
        fails()
    shown = "\n".join(failure.value.__notes__)
    assert shown.count("title  = ") == 2  # in the repr of the treaty, and in the file beside it


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"parties": 1}, "Expected 2 to 26"),
        ({"parties": (4, 3)}, "Expected 2 to 26"),
        ({"clauses": ["renewal"]}, "'renewal' cannot stand without 'term'"),
        ({"clauses": ["terms"]}, "there is no 'terms'"),
        ({"acts": ["rescission"]}, "'rescission' needs one of .*'denunciation'.* to answer"),
        ({"acts": ["signature", "resumption"]}, "'resumption' needs one of"),
        ({"acts": ["denounce"]}, "there is no 'denounce'"),
        ({"settled": True, "acts": ["withdrawal"]}, "leave out clauses and acts"),
        ({"settled": True, "parties": 7}, "Expected 2 to 6"),
        ({"settled": True, "parties": 2, "parts": True}, "three parties at least"),
        ({"parts": "no"}, "Expected True or False but got parts='no'"),
        ({"settled": 1}, "Expected True or False but got settled=1"),
        ({"clauses": [["term"]]}, "Expected a list of texts"),
        ({"acts": 5}, "Expected a list but got acts=5"),
    ],
)
def test_impossible_asks_are_refused_at_once(asked: dict[str, Any], said: str) -> None:
    for strategy in (treaties, treaty_texts):
        with pytest.raises(InvalidArgument, match=said):
            strategy(**asked)
