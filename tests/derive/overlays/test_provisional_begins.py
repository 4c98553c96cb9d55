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


WAITS = clause("provisional_application", by="every signatory", when={"instruments": 1}, delay="P30D")


def test_whether_it_begins_though_what_it_waits_for_was_taken_back_before_is_open() -> None:
    bound = ratified(AAA="1936-05-01")
    parts = (entry({"instruments": 3}), SIGNED, bound, WAITS)
    assert status(three(*parts), "1936-05-20", "BBB") == {"signatory"}
    assert status(three(*parts), "1936-06-02", "BBB") == {"provisionally applying"}
    back = act("withdrawal of consent", "AAA", "1936-05-10")
    assert status(three(*parts, back), "1936-06-02", "BBB") == {"provisionally applying", "signatory"}
    later = act("withdrawal of consent", "AAA", "1936-07-10")
    assert status(three(*parts, later), "1936-06-02", "BBB") == {"provisionally applying"}


def test_it_waits_for_what_has_not_come() -> None:
    assert status(three(entry({"instruments": 3}), SIGNED, WAITS), "1936-06-02", "BBB") == {"signatory"}


def test_of_those_whom_the_clause_names_alone() -> None:
    named = clause("provisional_application", by="every signatory", parties="AAA")
    found = three(entry({"instruments": 3}), SIGNED, named)
    assert status(found, "1936-06-02", "AAA") == {"provisionally applying"}
    assert status(found, "1936-06-02", "BBB") == {"signatory"}
