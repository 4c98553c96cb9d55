"""Cases: a treaty file and, below ``===``, when | truth | statuses | depends on | contested by.

A line that begins with ``dates`` gives a field of the dates and its values, ``none`` for no date.
"""

from __future__ import annotations

from typing import Any

import pytest

from answered_cases import cases, treaty


def listed(text: str) -> set[str]:
    return {part.strip() for part in text.split(",") if part.strip()}


def asked(words: list[str]) -> dict[str, Any]:
    """Read whom a line asks for: ``for=JPN``, ``between=SUN,JPN``, ``reading=text``, or a zone."""
    found: dict[str, Any] = {}
    for word in words:
        key, _, value = word.partition("=")
        if key == "for":
            found["party"] = value
        elif key == "between":
            found["between"] = tuple(value.split(","))
        elif key in ("reading", "known_as_of", "part"):
            found[key] = value
        else:
            found["zone"] = word
    return found


@pytest.mark.parametrize(("file", "line"), list(cases()))
def test_case(file: str, line: str) -> None:
    when, truth, statuses, depends, contested = (part.strip() for part in (line + " | | | ").split("|")[:5])
    at, *words = when.split()
    if at == "dates":
        found = treaty(file).dates(**asked(words))
        assert {text.lower() for each in getattr(found, truth) for text in each.value or ("none",)} == listed(statuses)
        return
    answer = treaty(file).in_force(at, **asked(words))
    assert answer.truth.value == truth
    assert {status.value for status in answer.status} == listed(statuses)
    assert {each.key for each in answer.depends_on} == listed(depends)
    if contested:
        assert {each.reading.id for each in answer.contested_by} == (set() if contested == "-" else listed(contested))
    assert answer.rests_on
    assert answer.explain()


def test_there_are_cases() -> None:
    assert len(list(cases())) > 50
