"""Which extensions are in time: one that comes after a notice has ended the treaty revives nothing."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import BOTH, SIGNED, act, clause, ends, said, truth, two

FIVE_YEARS = clause("term", lasts="P5Y", from_="entry into force", first_day="not counted")  # to 15 January 1935
ONCE_MORE = clause("renewal", block="P5Y", times=1)  # to 15 January 1940, unless denounced
RIGHT = clause("denunciation", when="at the end of the term", notice="P1Y")
IN_TIME = act("denunciation", "AAA", "1933-06-01", id="n")


def extended(on: str, *acts: str) -> tc.Treaty:
    to_1950 = act("extension of the term", BOTH, on, id="x", until="1950-12-31")
    return two(SIGNED, FIVE_YEARS, ONCE_MORE, RIGHT, *acts, to_1950)


@pytest.mark.parametrize(
    ("on", "acts", "in_1945"),
    [
        ("1935-01-15", (IN_TIME,), "yes"),  # on the last day the treaty is still in force
        ("1935-01-16", (IN_TIME,), "no"),
        ("1939-01-01", (IN_TIME,), "no"),
        ("1939-01-01", (), "yes"),
        ("1939-01-01", (act("denunciation", "AAA", "1934-06-01", id="n"),), "yes"),  # for 1935 it came too late
        ("1939-01-01", (IN_TIME, act("rescission", "AAA", "1933-07-01", of="n")), "yes"),
    ],
)
def test_an_extension_is_in_time_while_no_notice_has_ended_the_treaty(
    on: str, acts: tuple[str, ...], in_1945: str
) -> None:
    treaty = extended(on, *acts)
    assert truth(treaty, "1945-06-01") == in_1945
    assert (ends(treaty) == ["1935-01-15"]) == (in_1945 == "no")


def test_a_vague_extension_may_be_in_time_or_not() -> None:
    treaty = extended("1935-01", IN_TIME)
    # In time, it supersedes the notice and one renewal follows, or the notice stands for the end of the longer term.
    assert set(ends(treaty)) == {"1935-01-15", "1950-12-31", "1955-12-31"}
    assert truth(treaty, "1936-01-01") == "unknown"


def test_the_argument_says_what_the_extension_does_not_do() -> None:
    answer = extended("1939-01-01", IN_TIME).in_force("1940-01-01")
    told = said(answer)
    assert "the extension came into force after 15 January 1935, the last day in force, and revives nothing" in told
    # It rests on what the notice brought about, which is told before it.
    assert told.index("the notice was in time") < told.index("revives nothing")
