"""The JSON Schema of what a suite consists of, made from the same declarations as the tests."""

from __future__ import annotations

from typing import Any

from treatyclock.law.status import Status
from treatyclock.testing.expectations import ASKED
from treatyclock.testing.suite.features import FEATURES
from treatyclock.testing.suite.levels import LEVELS
from treatyclock.truth import Truth

SUITE_SCHEMA = 1
"""The version of this format."""

_TEXT = {"type": "string", "minLength": 1}
_COUNT = {"type": "integer", "minimum": 0}
_DATES = [name.partition(":")[2] for name in FEATURES if name.startswith("date:")]


def suite_schema() -> dict[str, Any]:
    """Return the JSON Schema of ``suite.json`` and of every file in ``tests``.

    Its ``$defs`` also have the lines with which an implementation answers: ``claim`` and ``answer``.

    Example:
        >>> sorted(suite_schema()["$defs"])
        ['answer', 'claim', 'contents', 'expected', 'group', 'head', 'question', 'test', 'treaty']
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"treatyclock suite, schema {SUITE_SCHEMA}",
        "oneOf": [_ref("contents"), _ref("group")],
        "$defs": {
            "head": {
                "properties": {
                    "schema": {"const": SUITE_SCHEMA, "description": "the version of this format"},
                    "version": {**_TEXT, "description": "the version of treatyclock that wrote the file"},
                },
                "required": ["schema", "version"],
            },
            "contents": _contents(),
            "group": _group(),
            "treaty": _table(
                "the treaty that every test of the file asks, twice",
                toml={**_TEXT, "description": "the text of a treaty file"},
                json={"type": "object", "description": "the same tables; treaty.schema.json tells what they hold"},
            ),
            "test": _table(
                "a question and what must come out",
                id={**_TEXT, "description": "its name, which no other test of the suite has"},
                description={**_TEXT, "description": "what it is about, with the law and the source"},
                level={"enum": list(LEVELS)},
                requires=_several({"enum": list(FEATURES)}, "the features that an engine needs to answer it"),
                question=_ref("question"),
                expected=_ref("expected"),
            ),
            "question": _question(),
            "expected": _expected(),
            "claim": _claim(),
            "answer": _answer(),
        },
    }


def _contents() -> dict[str, Any]:
    number = {"enum": list(LEVELS)}
    level = _table("a level and how many tests it has", level=number, about=_TEXT, tests=_COUNT)
    feature = _table(
        "a feature, the lowest level that needs it, and how many tests do",
        feature={"enum": list(FEATURES)}, about=_TEXT, level=number, tests=_COUNT,
    )  # fmt: skip
    file = _table("a file of tests", file={"type": "string", "pattern": "^tests/[^/]+[.]json$"}, tests=_COUNT)
    lists = {name: {"type": "array", "items": each} for name, each in
             (("levels", level), ("features", feature), ("files", file))}  # fmt: skip
    return _headed("suite.json: what there is", tests=_COUNT, **lists)


def _group() -> dict[str, Any]:
    tests = {"type": "array", "minItems": 1, "items": _ref("test")}
    return _headed("a file of tests", name=_TEXT, description={"type": "string"}, treaty=_ref("treaty"), tests=tests)


def _question() -> dict[str, Any]:
    options: dict[str, Any] = dict.fromkeys(ASKED.values(), _TEXT)
    options["between"] = {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2}
    return {
        "type": "object",
        "description": "was it in force at a time, or which date follows",
        "properties": {
            "at": {**_TEXT, "description": "the time: an hour with an offset, or on the clock of zone; or a bare day"},
            "date": {"enum": _DATES, "description": "the date that is asked for"},
            **options,
        },
        "oneOf": [{"required": ["at"]}, {"required": ["date"]}],
        "additionalProperties": False,
    }


def _expected() -> dict[str, Any]:
    told = _told()
    contested, dates = told.pop("contested_by"), told.pop("dates")
    for_a_time = _table("what must come out for a time", **told)
    for_a_time["properties"]["contested_by"] = contested
    return {"oneOf": [for_a_time, _table("what must come out for a date", dates={**dates, "minItems": 1})]}


def _told() -> dict[str, Any]:
    """Return what an answer may tell: a truth and what belongs to it, or dates."""
    return {
        "truth": {"enum": [each.value for each in Truth]},
        "statuses": _several({"enum": [each.value for each in Status]}, "every status that is possible"),
        "conventions": _several(_TEXT, "the keys of the conventions on which it depends"),
        "facts": _several(_TEXT, "what else it depends on, in the words of whoever answers"),
        "contested_by": _several(_TEXT, "the readings that answer otherwise; absent where that does not matter"),
        "dates": _several({"type": ["string", "null"]}, "every value that the date may have; null for no such date"),
    }


def _claim() -> dict[str, Any]:
    features = _several({"enum": list(FEATURES)}, "the features that it claims")
    claim = _table(
        "the first line of answers: what is claimed",
        implementation=_TEXT, level={"enum": list(LEVELS)}, features=features,
    )  # fmt: skip
    return {**claim, "required": []}


def _answer() -> dict[str, Any]:
    answer = _table("a line of answers", id=_TEXT, **_told(), error={"type": "string"})
    return {**answer, "required": ["id"], "anyOf": [{"required": [key]} for key in ("truth", "dates", "error")]}


def _table(meaning: str, /, **keys: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "description": meaning,
        "properties": keys,
        "required": list(keys),
        "additionalProperties": False,
    }


def _headed(meaning: str, /, **keys: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "description": meaning,
        "$ref": "#/$defs/head",
        "properties": keys,
        "required": list(keys),
        "unevaluatedProperties": False,
    }


def _several(each: Any, about: str) -> dict[str, Any]:
    return {"type": "array", "items": each, "uniqueItems": True, "description": about}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}
