"""The acts with which provisional application begins."""

from __future__ import annotations

import pytest

from small_treaties import act, clause, entry, status, three

DONE = act("signature", "AAA", "1936-01-01") + act("ratification", "BBB", "1936-01-01")
DECLARED = act("provisional application", "CCC", "1936-01-01")


@pytest.mark.parametrize(
    ("by", "applying"),
    [
        ("every signatory", {"AAA", "CCC"}),
        ("who has consented", {"BBB", "CCC"}),
        ("who declares it", {"CCC"}),
        ("who declares it at signature", set()),
    ],
)
def test_who_applies_it(by: str, applying: set[str]) -> None:
    found = three(entry({"instruments": 3}), DONE, DECLARED, clause("provisional_application", by=by))
    states = ("AAA", "BBB", "CCC")
    assert {each for each in states if status(found, "1937-01-01", each) == {"provisionally applying"}} == applying
