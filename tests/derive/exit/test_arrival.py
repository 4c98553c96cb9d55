"""Notices that arrive only after the end that their own date gives: the days by hand."""

from __future__ import annotations

import pytest

from small_treaties import TWO_OF_THREE, act, clause, ends, said, three

TEXT = TWO_OF_THREE + clause(
    "denunciation", when="at any time", notice="P6M", first_day="counted", runs_from="dated"
)  # from 1 January 1940 to 30 June


def last(**more: object) -> list[str]:
    return ends(three(TEXT, act("withdrawal", "AAA", "1940-01-01", id="n", **more)), "AAA")


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        ({}, ["1940-06-30"]),
        ({"received": "1940-06-30"}, ["1940-06-30"]),
        ({"received": "1940-07-01"}, ["1940-07-01", "1940-12-31"]),  # with its arrival, or counted from that
        ({"received": "1940-07-01", "recorded": "1940-07-01"}, ["1940-06-30", "1940-07-01"]),  # first out, or last in
        ({"received": "1940-07-01", "effective": "1940-08-01"}, ["1940-08-01", "1940-07-31"]),  # as it names itself
        (
            {"received": "[1940-06-30,1940-07-01]"},
            ["1940-06-30", "[1940-06-30..1940-07-01]", "[1940-12-29..1940-12-31]"],
        ),
    ],
)
def test_nobody_leaves_before_the_notice_has_arrived(dates: dict[str, object], days: list[str]) -> None:
    assert sorted(last(**dates)) == sorted(days)


def test_a_rescission_counts_until_the_notice_takes_effect() -> None:
    notice = act("withdrawal", "AAA", "1940-01-01", id="n", received="1940-09-01")
    back = act("rescission", "AAA", "1940-08-01", of="n")
    assert ends(three(TEXT, notice, back), "AAA") == ["none"]


def test_the_argument_says_that_it_arrived_too_late_for_its_own_date() -> None:
    answer = three(TEXT, act("withdrawal", "AAA", "1940-01-01", id="n", received="1940-09-01")).in_force(
        "1941-06-01", party="AAA"
    )
    assert answer.truth.value == "no"
    assert "the notice arrived only after the end that its date gives" in said(answer)
