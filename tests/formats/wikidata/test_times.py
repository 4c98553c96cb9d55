"""Times of Wikidata: precision, calendar, and what cannot be told."""

from __future__ import annotations

import pytest

import treatyclock as tc
from treatyclock.formats.wikidata.times import one_of, wikidata_time
from wikidata_items import JULIAN, time


@pytest.mark.parametrize(
    ("text", "precision", "day"),
    [
        ("+1941-04-13", 11, "1941-04-13"),
        ("+1941-04-00", 10, "1941-04"),
        ("+1941-04-01", 10, "1941-04"),
        ("+1883-00-00", 9, "1883"),
        ("+1883-01-01", 9, "1883"),
        ("+1940-00-00", 8, "194X"),
        ("+1945-01-01", 8, "194X"),
        ("+2000-00-00", 7, "[1901-01-01..2000-12-31]"),
        ("+1901-00-00", 7, "[1901-01-01..2000-12-31]"),
        ("+00000001941-04-13", 11, "1941-04-13"),
    ],
)
def test_precision_is_heeded(text: str, precision: int, day: str) -> None:
    found = wikidata_time(time(text, precision))
    assert (found.day, found.note) == (day, "")
    assert tc.moment(found.day)


@pytest.mark.parametrize(
    ("text", "precision", "day"),
    [
        ("+1686-05-06", 11, "1686-05-16"),
        ("+1700-02-29", 11, "1700-03-11"),  # a leap day that the Gregorian calendar lacks
        ("+1700-02-00", 10, "[1700-02-11..1700-03-11]"),
        ("+1686-00-00", 9, "[1686-01-11..1687-01-10]"),
        ("+1680-00-00", 8, "[1680-01-11..1690-01-10]"),
        ("+1700-00-00", 7, "[1601-01-11..1701-01-11]"),
    ],
)
def test_the_julian_calendar_is_heeded(text: str, precision: int, day: str) -> None:
    found = wikidata_time(time(text, precision, JULIAN))
    assert found.day == day
    assert day in found.note


@pytest.mark.parametrize(
    "value",
    [
        time("-0044-03-15"),
        time("+1941-02-30"),
        time("+1941-04-13", 6),
        time("+1941-04-13", 14),
        time("+10000-01-01"),
        time("+1941-04-13", model="http://www.wikidata.org/entity/Q1"),
        {**time("+1941-04-13"), "after": 1},
        {},
    ],
)
def test_what_cannot_be_told_is_told_to_the_reader(value: dict[str, object]) -> None:
    found = wikidata_time(value)
    assert found.day == ""
    assert found.note


def test_one_day_of_several() -> None:
    assert one_of(["1941-04-25"]) == "1941-04-25"
    assert one_of(["1941-04-25", "1941-04-13"]) == "[1941-04-13,1941-04-25]"
    assert one_of(["1941", "1941-04-25"]) == "[1941-01-01..1941-12-31]"
