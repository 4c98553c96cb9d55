from __future__ import annotations

from typing import Any

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import treatyclock as tc
from treatyclock.testing.strategies import FileTable, acts

HEAD: dict[str, Any] = {
    "schema": 1,
    "id": "three",
    "title": "Three",
    "parties": {"AAA": "A", "BBB": "B", "CCC": "C"},
    "sources": {"series": "Treaty series"},
}
NOTICE = FileTable("act", {"id": "n", "kind": "withdrawal", "by": "AAA", "on": "1941-04-25", "ref": "r"})


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_drawn_acts_load_one_after_the_other(data: st.DataObject) -> None:
    done = [NOTICE]
    for _ in range(2):
        done.append(data.draw(acts(after=done)))
    assert tc.from_dict({**HEAD, "act": [each.keys for each in done]})


def test_the_smallest_answer_is_of_the_day_of_what_it_answers() -> None:
    smallest = find(
        acts(kinds=["rescission"], after=[NOTICE]), lambda _: True, settings=settings(max_examples=30, database=None)
    )
    assert str(smallest).splitlines() == [
        "[[act]]",
        'id   = "rescission"',
        'kind = "rescission"',
        'by   = "AAA"',
        'on   = "1941-04-25"',
        'of   = "n"',
        'ref  = "art. 1"',
    ]


EARLIER = {"id": "n", "kind": "denunciation", "by": "AAA", "on": "1940-01-01", "ref": "r"}
NOTICE_OF_NOBODY = FileTable("act", {"id": "n", "kind": "denunciation", "by": "ZZZ", "on": "1940-01-01"})


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"kinds": ["rescission"]}, "nothing in `after` can be answered by an act of kind 'rescission'"),
        ({"kinds": ["recision"]}, "there is no 'recision'"),
        ({"after": [FileTable("term", {})]}, "is no act with an id"),
        ({"parties": ["AAA"]}, "two different parties"),
        ({"parties": 5}, "Expected a list but got parties=5"),
        ({"after": 5}, "Expected a list but got after=5"),
        ({"after": [NOTICE_OF_NOBODY]}, "source: is missing, and so is ref"),
        ({"after": [FileTable("act", {**NOTICE_OF_NOBODY.keys, "ref": "r"})]}, "by: .*`ZZZ`"),
        ({"after": [FileTable("act", {**NOTICE_OF_NOBODY.keys, "kind": "foo"})]}, "kind: .*`foo`"),
        ({"after": [FileTable("act", {**EARLIER, "on": "9000-01-01"})]}, "after 8000"),
    ],
)
def test_impossible_asks_are_refused_at_once(asked: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidArgument, match=said):
        acts(**asked)
