"""Treaties that are written and read again are equal: those that ship, those of the tests, and drawn ones."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from treatyclock.testing.specifications import many_text, two_text
from treatyclock.testing.strategies.specifications import specifications_of_many, specifications_of_two

TESTS = Path(__file__).parents[1]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def texts_of_cases() -> Iterator[Any]:
    for file in sorted((TESTS / "cases").glob("*.cases")):
        text, _, _ = file.read_text(encoding="utf-8").partition("===\n")
        if "\ntreaty: " not in text:
            yield pytest.param(text, id=file.stem)


def comes_back(treaty: tc.Treaty) -> None:
    """Check that a treaty is read again from its tables, from their JSON and from its text, and is written the same."""
    tables, text = treaty.to_dict(), tc.dumps(treaty)
    assert tc.from_dict(tables) == tc.from_dict(json.loads(json.dumps(tables))) == treaty
    again = tc.loads(text)
    assert again == treaty and hash(again) == hash(treaty)
    assert tomllib.loads(text) == tables and tc.dumps(again) == text


@pytest.mark.parametrize("id", tc.shipped())
def test_shipped_treaties_come_back(id: str) -> None:
    comes_back(tc.load(id))


@pytest.mark.parametrize("file", sorted((TESTS / "lint").glob("*.toml")), ids=lambda file: file.stem)
def test_files_of_the_lint_tests_come_back(file: Path) -> None:
    comes_back(tc.load(file))


@pytest.mark.parametrize("text", list(texts_of_cases()))
def test_treaties_of_the_cases_come_back(text: str) -> None:
    comes_back(tc.loads(text))


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(st.one_of(specifications_of_two().map(two_text.to_toml), specifications_of_many().map(many_text.to_toml)))
def test_drawn_treaties_come_back(text: str) -> None:
    comes_back(tc.loads(text))
