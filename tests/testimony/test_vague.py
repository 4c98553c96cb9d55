"""Vague phrases and lengths of time: what they mean, and that nothing else is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyclock.errors import UnknownWordsError
from treatyclock.testimony.vague import VaguePhrase, gap_phrase, moment_phrase, read_duration

MINUTE = 60_000_000


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("seven hours", 420, 420),
        ("nearly six hours", 330, 360),
        ("Nearly  Six Hours", 330, 360),
        ("about 20 minutes", 19.5, 20.5),
        ("just over an hour", 60, 90),
        ("within 90 minutes", 0, 90),
        ("5 h 50 min", 350, 350),
        ("nearly 5 hours and 50 minutes", 349.5, 350),
        ("PT5H30M", 330, 330),
        ("-PT10M", -10, -10),
        ("PT5H30M/PT6H", 330, 360),
        ("-PT10M/PT5M", -10, 5),
        ("a day", 1440, 1440),
        ("P1DT1H", 1500, 1500),
    ],
)
def test_gaps(text: str, least: float, most: float) -> None:
    phrase = gap_phrase(text)
    assert (phrase.least / MINUTE, phrase.most / MINUTE) == (least, most)
    assert phrase.note


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("just after midnight", 0, 30), ("just before", -30, 0), ("5 o'clock", -5, 5), ("five o\u2019clock", -5, 5),
        ("o'clock", -5, 5), ("exactly", 0, 0),
    ],
)  # fmt: skip
def test_moments(text: str, least: int, most: int) -> None:
    phrase = moment_phrase(text)
    assert (phrase.least / MINUTE, phrase.most / MINUTE) == (least, most)


@pytest.mark.parametrize(
    "text",
    ["", "hours", "some hours", "six", "nearly", "nearly nearly six hours", "six hours ago", "P", "PT", "P1M",
     "PT6H/PT5H", "PT1H/PT2H/PT3H", "99999999 hours", "six lightyears", "6 hours 5"],
)  # fmt: skip
def test_what_has_no_bounds(text: str) -> None:
    with pytest.raises(UnknownWordsError) as caught:
        gap_phrase(text)
    assert caught.value.hint


def test_a_case_may_give_bounds_of_its_own() -> None:
    own = {"a good while": VaguePhrase(text="a good while", least=MINUTE, most=3 * MINUTE, note="ours"),
           "nearly six hours": VaguePhrase(text="nearly six hours", least=5, most=6, note="ours")}  # fmt: skip
    assert gap_phrase("A good while", own).most == 3 * MINUTE
    assert (gap_phrase("nearly six hours", own).least, gap_phrase("nearly five hours", own).most) == (5, 300 * MINUTE)
    assert moment_phrase("a good while", own).least == MINUTE
    with pytest.raises(UnknownWordsError, match="a good while"):
        moment_phrase("a good while")


@given(st.integers(0, 999_999), st.integers(0, 999_999), st.booleans())
def test_durations_are_read_exactly(hours: int, minutes: int, minus: bool) -> None:
    text = f"{'-' if minus else ''}PT{hours}H{minutes}M"
    assert read_duration(text) == (-1 if minus else 1) * (hours * 60 + minutes) * MINUTE


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (gap_phrase, moment_phrase):
        try:
            phrase = read(text)
        except UnknownWordsError:
            continue
        assert phrase.least <= phrase.most
