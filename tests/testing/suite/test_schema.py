"""The JSON Schema of a suite's files."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from answered_cases import expectations
from answering_engines import by_days, by_the_library
from treatyclock.testing.suite.posed import suite_of
from treatyclock.testing.suite.schema import suite_schema
from treatyclock.testing.suite.writing import group_data, suite_schema_path


def test_the_shipped_schema_is_made_of_the_declarations() -> None:
    # To renew it: python -m treatyclock.testing.suite > src/treatyclock/testing/suite/suite.schema.json
    assert json.loads(suite_schema_path().read_text(encoding="utf-8")) == suite_schema()
    Draft202012Validator.check_schema(suite_schema())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("level", 6),
        ("requires", ["clause:no-such-clause"]),
        ("question", {"at": "1950-01-01", "date": "begins"}),
        ("question", {"party": "AAA"}),
        ("expected", {"truth": "maybe", "statuses": [], "conventions": [], "facts": []}),
        ("expected", {"dates": []}),
        ("expected", {}),
        ("id", ""),
    ],
)
def test_what_is_no_test_is_refused(key: str, value: Any) -> None:
    (group,) = suite_of([expectations("swiss-month-end.cases")])
    data = group_data(group)
    validator = Draft202012Validator(suite_schema())
    assert validator.is_valid(data)
    data["tests"][0][key] = value
    assert not validator.is_valid(data)


def test_the_lines_of_answers_have_their_form_too() -> None:
    (group,) = suite_of([expectations("swiss-month-end.cases")])
    answer = Draft202012Validator({**suite_schema(), "oneOf": [{"$ref": "#/$defs/answer"}]})
    claim = Draft202012Validator({**suite_schema(), "oneOf": [{"$ref": "#/$defs/claim"}]})
    for told in (*by_the_library(group_data(group)), *by_days(group_data(group)), {"id": "a", "error": "none"}):
        assert answer.is_valid(told) and not claim.is_valid(told)
    assert claim.is_valid({"implementation": "mine", "level": 2, "features": ["clause:term"]})
    assert not answer.is_valid({"id": "a"}) and not answer.is_valid({"id": "a", "truth": "maybe"})
