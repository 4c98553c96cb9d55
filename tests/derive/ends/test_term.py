"""The term runs out, unless it is renewed without end."""

from __future__ import annotations

import pytest

from small_treaties import SIGNED, clause, ends, said, two

TERM = clause("term", lasts="P3Y", from_="signature", first_day="not counted")  # up to 15 January 1933


@pytest.mark.parametrize(
    ("renewal", "last"),
    [
        ("", "1933-01-15"),
        (clause("renewal", block="P2Y", times=1), "1935-01-15"),
        (clause("renewal", block="P2Y", times=3), "1939-01-15"),
        (clause("renewal", block="P2Y", times="for ever"), "none"),
        (clause("renewal", block="P2Y", times=1, then="indefinite"), "none"),
        (clause("renewal", then="indefinite"), "none"),
    ],
)
def test_when_the_term_runs_out(renewal: str, last: str) -> None:
    assert ends(two(SIGNED, TERM, renewal)) == [last]


def test_a_renewal_without_end_is_what_the_yes_rests_on() -> None:
    found = two(SIGNED, TERM, clause("renewal", block="P2Y", times="for ever"))
    text = said(found.in_force("1939-09-17"))
    assert "renewed for 2 years unless denounced in time, for ever" in text
    assert "after that term the treaty goes on" in text
