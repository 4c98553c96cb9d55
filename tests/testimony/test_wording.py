"""Lengths of time, readings and gaps in words."""

from __future__ import annotations

import pytest

from treatyclock.intervals import Interval
from treatyclock.testimony.wording import MINUTE, ahead_text, gap_text, sizes_text, span_text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (None, None, "at any time"),
        (None, MINUTE + 3, "1970-01-01 00:01 at the latest"),
        (0, 1, "1970-01-01 00:00"),
        (0, 90 * MINUTE, "1970-01-01 00:00 to 01:30"),
        (0, 25 * 60 * MINUTE, "1970-01-01 00:00 to 1970-01-02 01:00"),
    ],
)
def test_spans(start: int | None, end: int | None, text: str) -> None:
    assert span_text(Interval(start, end)) == text


@pytest.mark.parametrize(
    ("least", "most", "text"),
    [
        (60, 60, "the answer came 1 h after the call"),
        (-90, -60, "the answer came 1 h to 1 h 30 min before the call"),
        (-5, 10, "the answer came at most 5 min before and at most 10 min after the call"),
        (None, None, "whether the answer came before or after the call is not known"),
        (60, None, "the answer came at least 1 h after the call"),
        (None, 10, "the answer came at most 10 min after the call"),
    ],
)
def test_gaps_in_words(least: int | None, most: int | None, text: str) -> None:
    between = Interval(None if least is None else least * MINUTE, None if most is None else most * MINUTE + 1)
    assert gap_text(between, "the answer", "the call") == text


def test_a_tick_less_than_a_minute_is_a_minute() -> None:
    assert sizes_text(59 * MINUTE + 1, 61 * MINUTE - 1) == "59 min to 1 h 1 min"
    assert ahead_text(MINUTE, 2 * MINUTE) == "1 min to 2 min ahead of"
