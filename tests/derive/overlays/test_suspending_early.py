"""A suspension by who had not consented to the treaty yet."""

from __future__ import annotations

import pytest

from small_treaties import ALL, TWO_OF_THREE, act, clause, ratified, said, status, three

SUSPENDED, PARTY = {"suspended"}, {"party"}
LATER = act("accession", "CCC", "1940-01-01")
SIGNED = act("signature", "CCC", "1935-01-01")


def suspension(by: str = "CCC", on: str = "1938-01-01", **more: object) -> str:
    return act("suspension", by, on, id="s", **more)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (suspension(), PARTY),
        (suspension(effective="1939-01-01"), PARTY),
        (suspension(effective="1940-06-01"), SUSPENDED | PARTY),  # declared before, effective after
        (suspension(on="1940-01-01"), SUSPENDED),
        (suspension(on="1940"), SUSPENDED),  # at the latest after the accession
        (suspension(on="[1939-06-01,1940-06-01]"), SUSPENDED | PARTY),
        (suspension() + SIGNED, PARTY),  # as a signatory it applied nothing
        (suspension() + SIGNED + clause("provisional_application"), SUSPENDED | PARTY),
        (suspension(ALL), SUSPENDED),  # by A and B with everybody
    ],
)
def test_for_who_consents_later(text: str, found: set[str]) -> None:
    assert status(three(TWO_OF_THREE, LATER, text), "1941-06-01", "CCC") == found


def test_it_tells_why_nothing_is_suspended() -> None:
    answer = three(TWO_OF_THREE, LATER, suspension()).in_force("1941-06-01", party="CCC")
    assert "had not consented to the treaty when it did this" in said(answer)


def test_of_two_who_suspend_the_one_that_was_a_party_does() -> None:
    found = three(TWO_OF_THREE, LATER, suspension("BBB CCC"))
    assert [status(found, "1941-06-01", party) for party in ("AAA", "BBB", "CCC")] == [PARTY, SUSPENDED, PARTY]


def test_before_anybody_consented_it_is_open_what_all_agree() -> None:
    found = three(TWO_OF_THREE, ratified(CCC="1936-01-01"), suspension(ALL, on="1935-01-01"))
    assert status(found, "1937-01-01", "AAA") == SUSPENDED | PARTY
