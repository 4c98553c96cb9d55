"""Delays in words, and whether they delay anything."""

from __future__ import annotations

import pytest

from treatyclock.civil.periods import Period
from treatyclock.law.clauses.delays import AT_ONCE, CountedFrom, Delay, Lands


@pytest.mark.parametrize(
    ("delay", "words"),
    [
        (Delay(period=Period.of("P30D")), "30 days"),
        (Delay(period=Period.of("P30D"), lands=Lands.DAY_AFTER), "on the day after 30 days"),
        (Delay(lands=Lands.DAY_AFTER), "on the day"),
        (Delay(lands=Lands.NEXT_MONTH), "on the first of the month"),
        (
            Delay(period=Period.of("P6M"), counted_from=CountedFrom.MONTH),
            "6 months (counted from the first of that month)",
        ),
    ],
)
def test_its_words_to_stand_before_after_and_the_event(delay: Delay, words: str) -> None:
    assert delay
    assert delay.words == words


def test_none_at_all() -> None:
    assert not AT_ONCE
    assert not Delay(period=Period())
