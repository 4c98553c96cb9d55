"""Provisional application only while others do what they must."""

from __future__ import annotations

import pytest

from small_treaties import act, clause, entry, said, status, three

SIGNED = act("signature", "AAA BBB CCC", "1936-01-01")


def provisional(**more: object) -> str:
    return clause("provisional_application", by="who declares it", **more)


def declared(by: str, on: str = "1936-02-01") -> str:
    return act("provisional application", by, on)


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        (declared("AAA"), {"signatory"}),
        (declared("AAA BBB"), {"provisionally applying"}),
        (declared("AAA") + declared("BBB", "1937-01-01"), {"signatory"}),
        (declared("AAA") + declared("BBB", "1936"), {"provisionally applying", "signatory"}),
    ],
)
def test_while_another_applies_it(acts: str, expected: set[str]) -> None:
    found = three(entry({"instruments": 3}), SIGNED, acts, provisional(while_applied_by="BBB"))
    assert status(found, "1936-06-01", "AAA") == expected


def test_who_is_named_hangs_on_nobody() -> None:
    found = three(entry({"instruments": 3}), SIGNED, declared("BBB"), provisional(while_applied_by=["BBB", "CCC"]))
    assert status(found, "1936-06-01", "BBB") == {"provisionally applying"}


def test_a_party_applies_it_too() -> None:
    consents = act("ratification", "BBB CCC", "1936-03-01")
    for key in ("while_applied_by", "while_in_force_for"):
        found = three(entry({"instruments": 2}), SIGNED, consents, declared("AAA"), provisional(**{key: "BBB"}))
        assert status(found, "1936-02-20", "AAA") == {"signatory"}
        assert status(found, "1936-03-03", "AAA") == {"provisionally applying"}


def test_the_argument_tells_on_whom_it_hangs() -> None:
    clauses = provisional(while_applied_by="BBB")
    text = said(three(entry({"instruments": 3}), SIGNED, declared("AAA BBB"), clauses).in_force("1937", party="AAA"))
    assert "the treaty can be applied provisionally from" in text
    assert "BBB applies it too, and so it is applied provisionally" in text
