"""Dates, moments, lists and parties in words."""

from __future__ import annotations

import pytest

from small_treaties import SIGNED, day, two
from treatyclock.civil.moments.read import moment as read
from treatyclock.show.words import days, listed, moment, names, under_words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("1926-11-05", None, "5 November 1926"),
        ("1926-11-01", "1926-11-30", "a day from 1 to 30 November 1926"),
        ("1926-11-05", "1926-12-03", "a day from 5 November to 3 December 1926"),
        ("1926-12-31", "1927-01-01", "a day from 31 December 1926 to 1 January 1927"),
        ("1926-11-05", "1927-11-06", "a day from 5 November 1926 to 6 November 1927"),
    ],
)
def test_days(first: str, last: str | None, words: str) -> None:
    assert days(day(first, last)) == words


@pytest.mark.parametrize(
    ("text", "zone", "words"),
    [
        ("1945-08-09", None, "9 August 1945"),
        ("1945-08-09", "Asia/Tokyo", "9 August 1945 (Asia/Tokyo)"),
        ("1945-08-09T00:10", "Asia/Tokyo", "9 August 1945 00:10 (Asia/Tokyo)"),
        ("1945-08-09T00:10:05", "Asia/Tokyo", "9 August 1945 00:10:05 (Asia/Tokyo)"),
        ("1945-08-09T24:00", "Asia/Tokyo", "9 August 1945 24:00 (Asia/Tokyo)"),
        ("1945-08-09", ["Asia/Tokyo", "Europe/Moscow"], "9 August 1945 (Asia/Tokyo or Europe/Moscow)"),
    ],
)
def test_moments(text: str, zone: str | list[str] | None, words: str) -> None:
    assert moment(read(text, zone=zone)) == words


def test_lists() -> None:
    assert [listed(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert listed(["a", "b", "c"], "or") == "a, b or c"


def test_answers_and_names() -> None:
    assert under_words([("first_day", "counted"), ("midnight", "Asia/Tokyo")]) == (
        "first_day = counted and midnight = Asia/Tokyo"
    )
    assert names(("BBB", "XXX"), two(SIGNED).record) == "BBB and XXX"
