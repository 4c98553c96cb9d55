"""Shapes of single values: what they take, what they say of the rest, and that their JSON Schema judges alike."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from treatyclock.formats.documents.shapes import (
    ChoiceShape,
    FlagShape,
    NumberShape,
    Shape,
    TextShape,
    WholeNumberShape,
    what_it_is,
)

CODE = TextShape(pattern="[A-Z]{3}", hint="write three letters")
GOOD: list[tuple[Shape, list[object]]] = [
    (TextShape(), ["a", "two\nlines"]),
    (CODE, ["SUN"]),
    (ChoiceShape(values=("clamp", "roll")), ["clamp"]),
    (ChoiceShape(values=(1,)), [1]),
    (WholeNumberShape(least=1, most=9), [1, 9]),
    (NumberShape(), [0.5, 17, 10**14]),
    (FlagShape(), [True, False]),
]
BAD: list[tuple[Shape, object, str]] = [
    (TextShape(), 5, "is a number, not text"),
    (TextShape(), "", "is empty"),
    (TextShape(), "a\x1b[31mb", "is not of the right form"),
    (TextShape(), "a\u202eb", "is not of the right form"),
    (CODE, "SUN\n", "is not of the right form"),
    (CODE, "sun", "is not of the right form"),
    (ChoiceShape(values=("clamp", "roll")), "clamped", "is not one of the allowed values"),
    (ChoiceShape(values=(1,)), True, "is not one of the allowed values"),
    (ChoiceShape(values=(1,)), "1", "is not one of the allowed values"),
    (WholeNumberShape(least=1, most=9), 10, "is not an allowed number"),
    (WholeNumberShape(least=0, most=9), False, "is not an allowed number"),
    (NumberShape(), 0, "is not an allowed number"),
    (NumberShape(), True, "is not an allowed number"),
    (FlagShape(), "true", "is text, not true or false"),
]


@pytest.mark.parametrize(("shape", "values"), GOOD)
def test_right_values_have_no_flaw(shape: Shape, values: list[object]) -> None:
    for value in values:
        assert list(shape.flaws(value, ())) == []
        assert judged_by_schema(shape, value)


@pytest.mark.parametrize(("shape", "value", "problem"), BAD)
def test_wrong_values_have_one_flaw_with_a_hint(shape: Shape, value: object, problem: str) -> None:
    (flaw,) = shape.flaws(value, ("act", 0, "x"))
    assert (flaw.path, flaw.value, flaw.problem) == (("act", 0, "x"), value, problem)
    assert flaw.hint
    assert not judged_by_schema(shape, value)


def judged_by_schema(shape: Shape, value: Any) -> bool:
    return Draft202012Validator(shape.schema()).is_valid(value)


def test_numbers_that_toml_has_and_json_has_not() -> None:
    for value in (float("nan"), float("inf")):
        assert [flaw.problem for flaw in NumberShape().flaws(value, ())] == ["is not an allowed number"]


def test_a_doc_is_the_description_for_editors() -> None:
    assert FlagShape(doc="whether it counts").schema() == {"description": "whether it counts", "type": "boolean"}
    assert "description" not in FlagShape().schema()


def test_a_value_is_named_in_a_word() -> None:
    values: list[object] = [True, 1, 1.5, "a", {}, [], time(12)]
    assert [what_it_is(each) for each in values] == [
        "true or false", "a number", "a number", "text", "a table", "a list", "a time of day",
    ]  # fmt: skip


def test_a_number_in_quotes_is_told_to_be_text() -> None:
    (flaw,) = ChoiceShape(values=(1,)).flaws("1", ("schema",))
    assert flaw.hint == "write 1 without quotes"
