"""With what provisional application begins."""

from __future__ import annotations

import pytest

from small_treaties import act, clause, entry, ratified, status, three

SIGNED = act("signature", "AAA BBB CCC", "1936-01-01")


@pytest.mark.parametrize(
    ("declared", "signed", "expected"),
    [
        ("1936-01-01", SIGNED, {"provisionally applying"}),
        ("1936-01-02", SIGNED, {"signatory"}),
        ("1936-01", SIGNED, {"provisionally applying", "signatory"}),
        ("1936-01-01", "", {"never a party"}),
    ],
)
def test_a_declaration_at_signature(declared: str, signed: str, expected: set[str]) -> None:
    own = act("provisional application", "AAA", declared)
    clauses = clause("provisional_application", by="who declares it at signature")
    assert status(three(entry({"instruments": 3}), signed, own, clauses), "1937-01-01", "AAA") == expected


def test_who_has_consented_applies_it_from_then_on() -> None:
    clauses = clause("provisional_application", by="who has consented")
    found = three(entry({"instruments": 3}), SIGNED, ratified(AAA="1936-05-01"), clauses)
    assert status(found, "1936-04-01", "AAA") == {"signatory"}
    assert status(found, "1936-06-01", "AAA") == {"provisionally applying"}
    assert status(found, "1936-06-01", "BBB") == {"signatory"}
