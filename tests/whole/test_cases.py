"""Every file of expectations in ``tests/cases``: what must come out does, and says on what it rests and why."""

from __future__ import annotations

import pytest

from answered_cases import FILES, expectations, treaty
from treatyclock.testing.conformance import conformance


@pytest.mark.parametrize("file", FILES)
def test_case(file: str) -> None:
    assert [
        (each.expectation.text, *each.mismatches) for each in conformance(expectations(file)) if not each.agrees
    ] == []


@pytest.mark.parametrize("file", FILES)
def test_every_answer_rests_on_something_and_is_explained(file: str) -> None:
    for each in expectations(file).expected:
        if each.at:
            answer = treaty(file).in_force(each.at, **each.asked)
            assert answer.rests_on
            assert answer.explain()


def test_there_are_cases() -> None:
    assert len(FILES) > 50
