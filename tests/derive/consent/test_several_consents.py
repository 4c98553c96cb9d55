"""Of several acts of consent the one by which a State is a party earliest counts: by hand."""

from __future__ import annotations

import pytest

from small_treaties import HALF_A_YEAR, TWO_OF_THREE, act, clause, three, truth

JOINING = clause("joining", delay="P1Y")


@pytest.mark.parametrize(
    ("acts", "first"),
    [
        (act("accession", "CCC", "1938-01-01", id="a") + act("accession", "CCC", "1938-03-01", id="b"), "1939-01-01"),
        # the second names an earlier day, from which it surely counts: it is a succession
        (
            act("accession", "CCC", "1938-01-01", id="a")
            + act("succession", "CCC", "1940-01-01", id="b", effective="1937-01-01"),
            "1937-01-01",
        ),
        # sent first, and arrived last
        (
            act("accession", "CCC", "1938-01-01", id="a", received="1938-09-01")
            + act("accession", "CCC", "1938-02-01", id="b"),
            "1939-02-01",
        ),
    ],
)
def test_the_one_that_makes_it_a_party_earliest_counts(acts: str, first: str) -> None:
    found = three(TWO_OF_THREE, JOINING, acts)
    assert [each.value for each in found.dates(party="CCC").entry_into_force] == [(first,)]


def test_after_an_exit_the_order_of_the_acts_decides() -> None:
    out = act("withdrawal", "CCC", "1940-01-01")
    back = act("accession", "CCC", "1938-01-01", id="a") + act(
        "succession", "CCC", "1945-01-01", id="b", effective="1937-01-01"
    )
    found = three(TWO_OF_THREE, HALF_A_YEAR, back, out)
    assert truth(found, "1938-06-01T12:00Z", party="CCC") == "yes"
    assert truth(found, "1940-06-30T12:00Z", party="CCC") == "yes"
    assert truth(found, "1942-01-01T12:00Z", party="CCC") == "unknown"  # how far it reaches back no rule says
    assert truth(found, "1946-01-01T12:00Z", party="CCC") == "yes"
