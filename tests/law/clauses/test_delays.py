"""Delays in words, and whether they delay anything."""

from __future__ import annotations

import pytest

from treatyclock.civil.periods import Period
from treatyclock.law.clauses.delays import AT_ONCE, CountedFrom, Delay, Lands


@pytest.mark.parametrize(
    ("delay", "words"),
    [
        (Delay(period=Period.of("P30D")), "30 days"),
        (Delay(period=Period.of("P30D"), lands=Lands.DAY_AFTER), "on the day that follows a period of 30 days"),
        (Delay(lands=Lands.DAY_AFTER), "on the day"),
        (Delay(lands=Lands.NEXT_MONTH), "on the first of the month"),
    ],
)
def test_its_words_and_the_event_after_them(delay: Delay, words: str) -> None:
    assert delay
    assert delay.words == words
    assert delay.after("the deposit") == f"{words} after the deposit"


def test_a_delay_from_the_first_of_the_month() -> None:
    delay = Delay(period=Period.of("P6M"), counted_from=CountedFrom.MONTH)
    assert delay.after("the deposit") == "6 months after the first of the month of the deposit"


def test_none_at_all() -> None:
    assert not AT_ONCE
    assert not Delay(period=Period())
