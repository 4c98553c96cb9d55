"""Shapes of lists and tables: each says what is wrong with itself, then with what it holds."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from treatyclock.formats.documents.containers import AnyShape, ListShape, MapShape, TableShape, one_or_several
from treatyclock.formats.documents.flaws import KeyPath
from treatyclock.formats.documents.shapes import FlagShape, Shape, TextShape, WholeNumberShape

WORD = TextShape(pattern="[a-z]+", hint="write a word", doc="a word")
TABLE = TableShape(
    keys={"id": WORD, "on": WORD, "at": WORD, "source": WORD, "ref": WORD, "ours": FlagShape()},
    required=("id",),
    any_of=((("source", "ref"), "say where"),),
    one_of=((("on", "at"), "say when"),),
)
GOOD = {"id": "a", "on": "b", "ref": "c"}


def problems(shape: Shape, value: Any) -> list[tuple[KeyPath, str]]:
    found = [(flaw.path, flaw.problem) for flaw in shape.flaws(value, ())]
    assert Draft202012Validator(shape.schema()).is_valid(value) == (not found)
    return found


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"source": "d"}, []),
        ({"id": None}, [(("id",), "is missing")]),
        ({"ref": None}, [(("source",), "is missing, and so is ref")]),
        ({"on": None}, [(("on",), "is missing, and so is at")]),
        ({"at": "d"}, [(("at",), "cannot stand beside on")]),
        ({"x": 1}, [(("x",), "is not a known key")]),
        ({"ours": 1}, [(("ours",), "is a number, not true or false")]),
    ],
)
def test_tables(change: dict[str, Any], expected: list[tuple[KeyPath, str]]) -> None:
    assert problems(TABLE, {key: value for key, value in {**GOOD, **change}.items() if value is not None}) == expected


def test_the_hint_for_a_missing_key_says_what_it_means() -> None:
    flaws = list(TABLE.flaws({}, ("act", 0)))
    assert [(flaw.path[-1], flaw.hint) for flaw in flaws] == [
        ("id", "add id: a word"), ("source", "say where"), ("on", "say when"),
    ]  # fmt: skip
    assert [flaw.hint for flaw in TABLE.flaws(5, ())] == ["write a table with id"]


def test_more_than_two_keys_of_which_one_is_missing_are_listed() -> None:
    shape = TableShape(keys={"a": WORD, "b": WORD, "c": WORD}, one_of=((("a", "b", "c"), "say one"),))
    assert problems(shape, {}) == [(("a",), "is missing, and so are b and c")]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (["a", "b"], []),
        ("a", [((), "is text, not a list")]),
        ([], [((), "is empty")]),
        (["a", "B", 5], [((1,), "is not of the right form"), ((2,), "is a number, not text")]),
        (["a"] * 4, [((), "has too many entries")]),
    ],
)
def test_lists(value: object, expected: list[tuple[KeyPath, str]]) -> None:
    assert problems(ListShape(shape=WORD, most=3), value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"AAA": "a"}, []),
        ("a", [((), "is text, not a table")]),
        ({}, [((), "has the wrong number of entries")]),
        ({"aaa": "a"}, [(("aaa",), "cannot be the name of an entry here")]),
        ({"AAA": "A"}, [(("AAA",), "is not of the right form")]),
        ({"A": "a", "B": "b", "C": "c"}, [((), "has the wrong number of entries")]),
    ],
)
def test_maps(value: object, expected: list[tuple[KeyPath, str]]) -> None:
    shape = MapShape(shape=WORD, key="[A-Z]+", key_hint="k", key_example="A", least=1, most=2, count_hint="c")
    assert problems(shape, value) == expected


def test_of_several_shapes_the_nearest_says_what_is_wrong() -> None:
    shape = AnyShape(shapes=(WORD, WholeNumberShape(least=1, most=3), TABLE))
    assert problems(shape, "a") == problems(shape, 2) == problems(shape, GOOD) == []
    assert problems(shape, "A") == [((), "is not of the right form")]
    assert problems(shape, {**GOOD, "x": 1}) == [(("x",), "is not a known key")]
    # Nothing comes nearest to a list here: the first shape says it.
    assert problems(shape, []) == [((), "is a list, not text")]


def test_one_value_or_a_list_of_them() -> None:
    shape = one_or_several(WORD, "words")
    assert problems(shape, "a") == problems(shape, ["a", "b"]) == []
    assert problems(shape, ["a", "B"]) == [((1,), "is not of the right form")]
    assert shape.schema()["description"] == "words"
