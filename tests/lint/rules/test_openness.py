"""What is left open, told where a date turns on it, with the key that would settle it."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import SIGNED, TWO_OF_THREE, act, clause, findings, ratified, text_of_three, text_of_two
from treatyclock.lint.rules import openness

TERM = clause("term", lasts="P5Y", from_="signature")
ANY_TIME = {"when": "at any time", "notice": "P6M"}
NOTICE = act("denunciation", "AAA", "1940-01-01", id="n")


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([TERM], ["open-convention term.first_day"]),
        ([clause("term", lasts="P5Y", from_="signature", first_day="counted")], []),
        ([TERM, clause("denunciation", **ANY_TIME), act("denunciation", "AAA", "1931-01-01")],
         ["no-first-day term.first_day", "open-convention denunciation.first_day"]),  # it ends before its term
        ([clause("denunciation", **ANY_TIME), NOTICE], ["open-convention denunciation.first_day"]),
        ([clause("denunciation", **ANY_TIME)], []),  # no date turns on it
        ([clause("denunciation", **ANY_TIME, first_day="counted"), NOTICE], []),
        ([clause("term", lasts="P5Y", from_="exchange of instruments")], ["no-first-day term.first_day"]),
        ([clause("denunciation", **ANY_TIME, first_day="counted"), NOTICE, clause("sunset", lasts="P1Y")],
         ["open-convention sunset.first_day", "open-convention sunset.termination_day"]),
    ],
)  # fmt: skip
def test_what_is_open_in_a_treaty_of_two(parts: list[str], found: list[str]) -> None:
    assert sorted(findings(text_of_two(SIGNED, *parts), openness)) == sorted(found)


RIGHT = clause("denunciation", **ANY_TIME, first_day="counted")


def test_a_fact_is_open_where_a_date_is_vague() -> None:
    vague = act("denunciation", "AAA", "1940", id="n") + act("rescission", "AAA", "1940-08-01", of="n")
    assert findings(text_of_two(SIGNED, RIGHT, clause("counting", month_end="clamp"), vague), openness) == [
        "undecided-fact act[2].on"
    ]


def test_a_fact_is_told_where_the_vague_date_stands() -> None:
    text = text_of_two(SIGNED, RIGHT, NOTICE, act("rescission", "AAA", "1940", of="n"))
    assert findings(text, openness) == ["undecided-fact act[3].on"]


def test_the_first_whose_dates_turn_on_it_is_named() -> None:
    three = TWO_OF_THREE + ratified(CCC="1936-01-01")
    text = text_of_three(three, clause("denunciation", **ANY_TIME), act("withdrawal", "BBB", "1940-01-01"))
    (found,) = (each for each in tc.checks(text) if each.code == "open-convention")
    assert (
        "The answer changes dates for BBB: last day in force 1940-07-01 (not counted), 1940-06-30 (counted)"
        in found.problem
    )
    assert 'write first_day = "not counted" in [denunciation]' in found.hint


def test_two_seats_leave_the_midnight_open() -> None:
    seats = ("Europe/Moscow", "Asia/Tokyo")
    assert findings(text_of_two(SIGNED, clocks=seats), openness) == ["open-convention counting.midnight"]
    assert findings(text_of_two(SIGNED, clause("counting", midnight="UTC"), clocks=seats), openness) == []
