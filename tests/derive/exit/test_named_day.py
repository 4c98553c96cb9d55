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
        ("1940-01-15", ["1940-01-15"]),  # the last day of a term, on which the treaty is still in force
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


@pytest.mark.parametrize("effect_day", ["first out", "last in force", None])
def test_a_notice_that_names_the_last_day_of_a_term_leaves_that_day_in_force(effect_day: str | None) -> None:
    # Nobody may leave on the eve of it: what all conventions on a named day agree on is that the term has that day.
    said_so = {} if effect_day is None else {"effect_day": effect_day}
    text = (
        SIGNED
        + clause("term", until="1934-12-31")
        + clause("renewal", block="P5Y", times=2)
        + clause("denunciation", when="at the end of the term", notice="P1Y", **said_so)
    )
    found = two(text, notice("1939-12-31"))
    assert ends(found) == ["1939-12-31"]
    assert [truth(found, f"19{at}T12:00Z") for at in ("39-12-31", "40-01-01")] == ["yes", "no"]
    assert "names the last day of a term" in said(found.in_force("1940-06-01"))


def test_at_any_time_a_notice_may_name_the_last_day_of_the_term_as_the_first_out() -> None:
    text = SIGNED + clause("term", until="1934-12-31") + clause("denunciation", when="at any time", notice="P1M")
    found = two(text, notice("1934-12-31"))
    assert sorted(ends(found)) == ["1934-12-30", "1934-12-31"]
    assert [each.key for each in found.in_force("1934-12-31T12:00Z").depends_on] == ["effect_day"]


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
