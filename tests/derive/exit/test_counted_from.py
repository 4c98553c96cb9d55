"""A notice that says from which day it counts, where no period runs from a notice: days by hand."""

from __future__ import annotations

import pytest

from small_treaties import SIGNED, TWO_OF_THREE, act, clause, ends, said, three, two

TERM = clause("term", until="1940-12-31") + clause("renewal", block="P5Y", times=1)
WITH_A_TERM = TERM + clause("denunciation", when="at the end of the term", notice="P1Y")
YEARLY = clause("denunciation", when="on a fixed day", effect_day="first out") + (
    '[denunciation.day]\non = "06-30"\ncut_off = "01-01"\n'
)
AT_ONCE = clause("denunciation", when="at any time")


def notice(on: str, counted_from: str, **more: str) -> str:
    return act("denunciation", "AAA", on, id="n", counted_from=counted_from, **more)


@pytest.mark.parametrize(
    ("right", "counted_from", "expected"),
    [
        (WITH_A_TERM, "1940-06-01", {"1940-12-31", "1945-12-31"}),
        (WITH_A_TERM, "1939-08-01", {"1940-12-31"}),
        (WITH_A_TERM, "1938-08-01", {"1940-12-31"}),  # before the notice itself
        (YEARLY, "1940-03-01", {"1940-06-29", "1941-06-29"}),
        (AT_ONCE, "1940-03-01", {"1939-06-01", "1940-03-01"}),
    ],
)
def test_whether_it_is_a_notice_of_that_day_is_open(right: str, counted_from: str, expected: set[str]) -> None:
    given = notice("1939-06-01", counted_from)
    assert set(ends(three(TWO_OF_THREE, right, given), "AAA")) == expected
    if right == WITH_A_TERM:
        assert set(ends(two(SIGNED, right, given))) == expected


def test_it_is_told() -> None:
    found = two(SIGNED, WITH_A_TERM, notice("1939-06-01", "1940-06-01"))
    assert "the notice is taken to be one of 1 June 1940" in said(found.in_force("1943"))
