"""Notices that came too early, too late, from nobody entitled, or for nothing."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import (
    HALF_A_YEAR,
    SIGNED,
    TWO_OF_THREE,
    act,
    clause,
    findings,
    ratified,
    text_of_three,
    text_of_two,
)
from treatyclock.lint.rules import notices

TERM = clause("term", lasts="P5Y", from_="signature", first_day="not counted")  # up to 15 January 1935
A_YEAR_BEFORE = clause("denunciation", when="at the end of the term", notice="P1Y")
ONE_MORE = clause("renewal", block="P2Y", times=1)  # up to 15 January 1937


def notice(on: str, by: str = "AAA", **more: object) -> str:
    return act("denunciation", by, on, id="n", **more)


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([HALF_A_YEAR, notice("1931-01-01")], []),
        ([notice("1931-01-01")], ["notice-without-clause act[2].kind"]),
        ([HALF_A_YEAR, notice("1929-01-01")], ["notice-before-entry act[2].on"]),
        ([HALF_A_YEAR, clause("term", until="1935-12-31"), notice("1936-06-01")], ["notice-after-end act[2].on"]),
        ([HALF_A_YEAR, clause("term", until="1935-12-31"), notice("1935-12-31")], []),
        ([TERM, ONE_MORE, A_YEAR_BEFORE, notice("1934-01-15")], []),
        ([TERM, ONE_MORE, A_YEAR_BEFORE, notice("1934-01-16")], ["late-notice act[2].on"]),
        ([TERM, ONE_MORE, A_YEAR_BEFORE, notice("1935-01-16")], []),  # after that end: it is for the next
        ([TERM, ONE_MORE, A_YEAR_BEFORE, notice("1936-01-16")], ["late-notice act[2].on"]),
        ([TERM, ONE_MORE, A_YEAR_BEFORE, notice("1934-01-10", received="1934-01-16")], ["late-notice act[2].received"]),
        ([HALF_A_YEAR, notice("1929-01-01", disputed=True)], []),  # it counts only where a reading admits it
    ],
)
def test_notices_of_two(parts: list[str], found: list[str]) -> None:
    assert findings(text_of_two(SIGNED, *parts), notices) == found


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([HALF_A_YEAR, notice("1940-01-01", "CCC")], ["act-by-stranger act[3].by"]),
        ([HALF_A_YEAR, ratified(CCC="1941-01-01"), notice("1940-01-01", "CCC")], ["notice-before-entry act[4].on"]),
        ([HALF_A_YEAR, ratified(CCC="1939-01-01"), notice("1940-01-01", "CCC")], []),
        ([act("suspension", "CCC", "1940-01-01")], ["act-by-stranger act[3].by"]),
        (
            [HALF_A_YEAR, clause("provisional_application", by="who declares it"),
             act("provisional application", "CCC", "1939-01-01"), notice("1940-01-01", "CCC")],
            [],  # it ends the provisional application
        ),
        ([ratified(CCC="1941-01-01"), act("repudiation", "CCC", "1940-01-01")], []),
        (
            [
                clause("denunciation", when="at any time", notice="P6M", first_day="counted",
                       lock_in={"lasts": "P3Y", "bars": "notice"}),
                notice("1938-12-31"),
            ],
            ["notice-without-effect act[3].on"],
        ),
        (
            [clause("denunciation", when="at any time", notice="P6M", first_day="counted", needs_ground=True),
             notice("1940-01-01", grounds="a tragedy")],
            [],
        ),
    ],
)  # fmt: skip
def test_notices_of_many(parts: list[str], found: list[str]) -> None:
    assert findings(text_of_three(TWO_OF_THREE, *parts), notices) == found


def test_what_holds_in_some_worlds_alone_says_in_which() -> None:
    open_term = clause("term", lasts="P5Y", from_="signature")
    (late,) = (
        each
        for each in tc.checks(text_of_two(SIGNED, open_term, ONE_MORE, A_YEAR_BEFORE, notice("1934-01-15")))
        if each.code == "late-notice"
    )
    assert late.problem.endswith(", if first_day = counted")


def test_a_late_notice_that_several_gave() -> None:
    text = TWO_OF_THREE + clause("term", until="1945-12-31") + clause("renewal", block="P1Y", times=3) + A_YEAR_BEFORE
    for by in ("AAA", "AAA BBB"):
        assert findings(text_of_three(text, notice("1945-06-01", by)), notices) == ["late-notice act[3].on"]


def test_of_a_joint_notice_it_says_whose_it_is_about() -> None:
    late = ratified(CCC="1950-01-01")
    early = act("withdrawal", "AAA CCC", "1945-01-01", id="n")
    text = text_of_three(TWO_OF_THREE + late + HALF_A_YEAR + early)
    found, open_too = sorted(tc.checks(text), key=lambda each: each.code)
    assert "once one party alone is left" in open_too.problem
    assert (found.code, "not yet in force for CCC" in found.problem) == ("notice-before-entry", True)
    window = clause("denunciation", when="in a window", notice="P1Y", first_day="counted",
                    window={"every": "P5Y", "lasts": "P1Y", "from": "own entry into force"})  # fmt: skip
    joint = act("withdrawal", "AAA CCC", "1941-06-01", id="n")
    text = text_of_three(TWO_OF_THREE + ratified(CCC="1938-01-01") + window + joint)
    (found,) = (each for each in tc.checks(text) if each.code == "notice-without-effect")
    assert found.problem.startswith("n for CCC: ")
