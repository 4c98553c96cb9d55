"""Texts of moments that may mean two things: parts of a year or years, and dates before the Gregorian calendar."""

from __future__ import annotations

import pytest

import treatyclock as tc
from treatyclock.errors import NoSuchDateError


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1939-40", "[1939-01-01..1940-12-31]"),  # the first half of 1939, or two years
        ("1939-41", "[1939-01-01..1941-12-31]"),
        ("1914-33", "[1914-01-01..1933-12-31]"),
        ("1920-24", "[1920-01-01..1924-12-31]"),
        ("1923-24", "[1923-01-01..1924-12-31]"),
        ("1939-39", "[1939-09-01..1939-12-31]"),  # no two years
        ("1945-21", "[1945-03-01..1945-05-31]"),
        ("1945-40", "[1945-01-01..1945-06-30]"),
        ("1923-24~", "[1923-12-01..1924-02-29]"),  # only EDTF has qualifiers
    ],
)
def test_a_part_of_a_year_or_two_years(text: str, days: str) -> None:
    found = tc.moment(text)
    assert str(found.days) == days
    told = any("may also mean the years" in note for note in found.notes)
    assert told == (len(text) == 7 and text[5:] > text[2:4])
    assert any("is taken to be" in note or "is the " in note for note in found.notes)


@pytest.mark.parametrize(("text", "instead"), [("1914-18", "[1914..1918]"), ("1939-45", "[1939..1945]")])
def test_two_years_that_are_no_part_of_a_year(text: str, instead: str) -> None:
    with pytest.raises(NoSuchDateError, match="months run from 1 to 12") as caught:
        tc.moment(text)
    assert f"write {instead} for some day of the years" in str(caught.value)
    assert tc.moment(instead).days.known is False


def test_dates_before_the_gregorian_calendar_say_how_they_are_counted() -> None:
    # 12 October 1492 was a day of the Julian calendar; in the Gregorian calendar it is 21 October
    note = tc.moment("1492-10-21").notes[0]
    assert note == (
        "1492-10-21 is counted in the Gregorian calendar, carried back to before 15 October 1582; "
        "in the Julian calendar, then in use, the day is 12 October 1492 O.S."
    )
    for text in ("1492", "1492-10", "14XX", "1582-10-14"):
        assert any("carried back" in note for note in tc.moment(text).notes)
    assert not any("carried back" in note for note in tc.moment("1582-10-15").notes)
