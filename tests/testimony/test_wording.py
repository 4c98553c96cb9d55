"""Lengths of time, readings and gaps in words."""

from __future__ import annotations

import re
from itertools import product

import pytest

from treatyclock.instants import SECOND
from treatyclock.intervals import Interval
from treatyclock.testimony.wording import MINUTE, TICKS, ahead_text, gap_text, sizes_text, span_text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (None, None, "at any time"),
        (None, MINUTE + 3, "1970-01-01 00:01 at the latest"),
        (0, 1, "1970-01-01 00:00"),
        (0, 90 * MINUTE, "1970-01-01 00:00 to 01:29"),
        (0, 90 * MINUTE + 1, "1970-01-01 00:00 to 01:30"),
        (1, 90 * MINUTE - 1, "1970-01-01 00:00 to 01:29"),
        (0, 24 * 60 * MINUTE, "1970-01-01 00:00 to 23:59"),
        (5 * SECOND, MINUTE, "1970-01-01 00:00:05 to 00:00:59"),
        (SECOND // 2, SECOND // 10 * 6, "1970-01-01 00:00:00.5"),
        (0, 25 * 60 * MINUTE, "1970-01-01 00:00 to 1970-01-02 00:59"),
    ],
)
def test_spans(start: int | None, end: int | None, text: str) -> None:
    assert span_text(Interval(start, end)) == text


def test_no_tick_is_told_whatever_strict_orders_lie_about_a_minute_or_a_second() -> None:
    for unit, pattern in ((MINUTE, r"\d\d:\d\d"), (SECOND, r"\d\d:\d\d(:\d\d)?")):
        for first, size, after, before in product((0, 7), (1, 5), range(TICKS), range(TICKS)):
            found = Interval(first * unit + after, (first + size) * unit - before)
            shown = [f"{first * unit // SECOND}", f"{(first + size - 1) * unit // SECOND}"]
            text = span_text(found).removeprefix("1970-01-01 ")
            assert re.fullmatch(rf"{pattern}( to {pattern})?", text), text
            ends = [text.partition(" to ")[0], text.rpartition(" to ")[2]]
            told = [
                sum(int(part) * 60**at for at, part in zip((2, 1, 0), each.split(":"), strict=False)) for each in ends
            ]
            assert [str(each) for each in told] == shown


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
    assert sizes_text(12 * SECOND + 1, 14 * SECOND - 1) == "12 s to 14 s"
    assert ahead_text(MINUTE, 2 * MINUTE) == "1 min to 2 min ahead of"
