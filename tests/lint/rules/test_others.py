"""Clauses on other treaties that hang on nothing that is told."""

from __future__ import annotations

import pytest

from small_treaties import BOTH, SIGNED, act, clause, entry, findings, text_of_two
from treatyclock.lint.rules import others

FALLS = clause("[companion]", treaty="framework", in_force="no longer than it is")
OVER = act("end of another treaty", BOTH, "1950-01-01", treaty="Framework")


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([SIGNED, FALLS], ["other-treaty-not-told companion.treaty"]),
        ([SIGNED, FALLS, OVER], []),
        ([SIGNED, OVER], ["act-on-no-other-treaty act[2].treaty"]),
        ([SIGNED, clause("[other_treaty]", treaty="Two", effect="ends")], ["names-itself other_treaty.treaty"]),
        ([SIGNED, clause("[other_treaty]", treaty="older", effect="ends")], []),
        ([entry({"in_force": "framework"}, recorded="1940-01-01")], []),
    ],
)
def test_findings(parts: list[str], found: list[str]) -> None:
    assert findings(text_of_two(*parts), others) == found
