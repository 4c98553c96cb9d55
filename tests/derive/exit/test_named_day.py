"""Notices that name a later day, where the clause lets nobody leave but with a term or on a yearly day; by hand."""

from __future__ import annotations

import pytest

from small_treaties import SIGNED, TWO_OF_THREE, act, clause, ends, said, three, truth, two

# Terms up to 15 January 1935, 1940, 1945, ...
FOR_EVER = (
    SIGNED
    + clause("term", lasts="P5Y", from_="signature", first_day="not counted")
    + clause("renewal", block="P5Y", times="for ever")
    + clause("denunciation", when="at the end of the term", notice="P1Y", effect_day="first out")
)
YEARLY = TWO_OF_THREE + clause(
    "denunciation", when="on a fixed day", day={"on": "06-30", "cut_off": "01-01"}, effect_day="first out"
)


def notice(effective: str, kind: str = "denunciation", on: str = "1933-10-10") -> str:
    return act(kind, "AAA", on, id="n", effective=effective)


@pytest.mark.parametrize(
    ("effective", "last_days"),
    [
        ("1934-06-01", ["1935-01-15"]),  # before the end by the clause
        ("1935-01-16", ["1935-01-15"]),
        ("1937-04-01", ["1940-01-15", "1935-01-15"]),  # in the middle of a term
        ("1940-01-16", ["1940-01-15"]),  # the day after a term
        ("1940-01-17", ["1945-01-15", "1935-01-15"]),
        ("1940-01-17T12:00[+00:00]", ["1945-01-15", "1935-01-15"]),
        ("1940-01-15T12:00[+00:00]", ["1940-01-15", "1935-01-15"]),
    ],
)
def test_a_day_in_the_middle_of_a_term_is_no_end(effective: str, last_days: list[str]) -> None:
    assert sorted(ends(two(FOR_EVER, notice(effective)))) == sorted(last_days)


@pytest.mark.parametrize(
    ("effective", "last_days"),
    [
        ("1957-01-15", ["1957-06-29", "1956-06-29"]),
        ("1957-06-30", ["1957-06-29"]),
        ("1957-07-01", ["1958-06-29", "1956-06-29"]),
        ("1956-05-01", ["1956-06-29"]),
    ],
)
def test_a_day_between_two_yearly_days_is_no_end(effective: str, last_days: list[str]) -> None:
    found = three(YEARLY, notice(effective, "withdrawal", "1955-12-10"))
    assert sorted(ends(found, "AAA")) == sorted(last_days)


def test_the_argument_says_that_the_notice_counts_for_the_next_end() -> None:
    found = two(FOR_EVER, notice("1937-04-01"))
    assert truth(found, "1938") == "unknown"
    assert "lets nobody leave on the later date that the notice names" in said(found.in_force("1938"))


def test_once_the_treaty_has_no_term_any_day_may_be_named() -> None:
    text = (
        SIGNED
        + clause("term", lasts="P5Y", from_="signature", first_day="not counted")
        + clause("renewal", then="indefinite")
        + clause("denunciation", when="at the end of the term", notice="P1Y", effect_day="first out")
    )
    assert ends(two(text, notice("1937-04-01"))) == ["1937-03-31"]


def test_a_day_after_the_last_term_leaves_open_which_term_the_notice_is_for() -> None:
    text = (
        SIGNED
        + clause("term", lasts="P5Y", from_="signature", first_day="not counted")
        + clause("renewal", block="P5Y", times=1)
        + clause("denunciation", when="at the end of the term", notice="P1Y", effect_day="first out")
    )
    assert sorted(ends(two(text, notice("1950-04-01")))) == ["1935-01-15", "1940-01-15"]


@pytest.mark.parametrize("when", ["at any time", "in a window"])
def test_after_a_period_of_notice_any_later_day_may_be_named(when: str) -> None:
    window = {"window": {"every": "P1Y", "lasts": "P1Y"}} if when == "in a window" else {}
    text = TWO_OF_THREE + clause(
        "denunciation", when=when, notice="P6M", first_day="counted", effect_day="first out", **window
    )
    assert ends(three(text, notice("1957-01-15", "withdrawal", "1955-12-10")), "AAA") == ["1957-01-14"]
