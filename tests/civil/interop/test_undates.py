"""Dates of the package undate, both ways."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from undate import Undate, UndateInterval

import treatyclock as tc
from date_masks import masks
from treatyclock.civil.edtf import Date, DateInterval, IntervalEnd, Season, parse_edtf
from treatyclock.civil.interop.undates import symbol_of
from treatyclock.errors import (
    MissingExtraError,
    NoSuchDateError,
    TimeFormatError,
    UndateError,
    WrongTypeError,
)

TOKYO = "Asia/Tokyo"
# The last day of all has no next one to end at.
DAYS = st.dates(max_value=date(9998, 12, 31))
LEVEL_0 = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))


def ends(value: Any) -> list[date]:
    """Ask undate itself for the first and the last day."""
    return [date.fromisoformat(str(end)) for end in (value.earliest, value.latest)]


@given(LEVEL_0)
def test_whole_dates_go_there_and_back(text: str) -> None:
    there = tc.to_undate(text)
    assert parse_edtf(text).ranges() == (tuple(ends(there)),)
    assert str(there) == text
    assert tc.from_undate(there) == tc.moment(text)
    assert (
        tc.from_undate(tc.to_undate(tc.moment(text, zone=TOKYO)), zone=TOKYO).support
        == tc.moment(text, zone=TOKYO).support
    )


@given(masks(DAYS))
def test_what_undate_can_hold_of_open_digits_goes_there_and_back(text: str) -> None:
    symbol = parse_edtf(text)
    assert isinstance(symbol, Date)
    try:
        there = tc.to_undate(symbol)
    except UndateError:
        return  # which ones may be refused is the next test's
    assert symbol_of(there) == symbol
    assert symbol_of(there).ranges() == symbol.ranges()
    if "XXXX" not in text:
        assert ends(there) == [date(*symbol.first_day()), date(*symbol.last_day())]


@given(DAYS, st.sampled_from(["19X{}", "194{}", "{}-XX", "{}-0X", "{}-XX-XX", "{}-{}-0X", "{}-{}-XX", "{}-XX-05"]))
def test_these_open_digits_are_never_refused(day: date, form: str) -> None:
    text = form.format("X", "") if form[:2] == "19" else form.format(f"{day.year:04d}", f"{day.month:02d}")
    assert symbol_of(tc.to_undate(text)) == parse_edtf(text)


@pytest.mark.parametrize("text", ["XXXX-05", "XXXX-02-28", "XXXX-XX-XX"])
def test_a_year_not_known_at_all(text: str) -> None:
    assert str(symbol_of(tc.to_undate(text))) == text


def test_years_that_no_date_can_hold() -> None:
    for text in ("Y17000", "-0043", "Y-17000"):
        assert str(symbol_of(tc.to_undate(text))) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Undate("194X"), "194X"),
        (Undate(1945, "XX", 9), "1945-XX-09"),
        (Undate(1945, None, 9), "1945-XX-09"),
        (Undate(None, 5, 3), "XXXX-05-03"),
        (Undate(1945, 8, 9), "1945-08-09"),
        (Undate("45", 8), "0045-08"),
        (Undate(1945, "X1"), "1945-X1"),
    ],
)
def test_from_undate(value: Undate, text: str) -> None:
    assert str(symbol_of(value)) == text
    assert tc.from_undate(value, zone=TOKYO) == tc.moment(text, zone=TOKYO)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("1945~", "no qualifiers"),
        ("1945-?08", "no qualifiers"),
        ("1945-08-09%", "no qualifiers"),
        ("1941?/1946", "no qualifiers"),
        ("1945-21", "no seasons"),
        ("1945-33", "no seasons"),
        ("[1945-05-08,1945-05-09]", "no sets"),
        ("{1941,1946}", "no sets"),
        ("1945/", "unknown end for an open end"),
        ("/1945", "unknown end for an open end"),
        ("1945-08-09T00:10:00", "time of day"),
        (tc.moment("1945-08-09T00:10Z"), "time of day"),
        (tc.moment("1945-08~"), "no qualifiers"),
        # undate would take these for other days, or fail
        ("19XX-02-29", "no first or last day"),
        ("1945-0X-31", "no first or last day"),
        ("XXXX-02-29", "no first or last day"),
        ("0000", "the year 0"),
        ("0000-05", "the year 0"),
        ("0XXX", "between"),
        ("1945/1945", "ends may overlap"),
        ("1945-08/1945", "ends may overlap"),
    ],
)
def test_what_undate_cannot_hold_is_refused(value: Any, why: str) -> None:
    with pytest.raises(UndateError, match=why) as caught:
        tc.to_undate(value)
    assert caught.value.hint


@pytest.mark.parametrize("text", ["1941-04/1946-04-25", "194X/1951", "../1945", "1941-04-25/.."])
def test_intervals_go_there_and_back(text: str) -> None:
    there = tc.to_undate(text)
    assert there.format("EDTF") == text
    assert symbol_of(there, missing_end=IntervalEnd.OPEN) == parse_edtf(text)


def test_a_missing_end_is_not_guessed() -> None:
    began = UndateInterval(Undate(1941), None)
    with pytest.raises(TimeFormatError, match="not tell an open end"):
        symbol_of(began)
    ended = symbol_of(began, missing_end=IntervalEnd.UNKNOWN)
    assert isinstance(ended, DateInterval)
    assert (str(ended), ended.end) == ("1941/", IntervalEnd.UNKNOWN)


def test_an_interval_is_no_moment() -> None:
    with pytest.raises(TimeFormatError, match="an interval is not a moment"):
        tc.from_undate(tc.to_undate("1941/1946"))
    with pytest.raises(TimeFormatError, match="an interval is not a moment"):
        tc.from_undate(UndateInterval(None, Undate(1946)))


def test_labels_and_clocks_are_reported() -> None:
    there = tc.to_undate(tc.moment("1945-08-09", zone=TOKYO))
    assert there.label == "1945-08-09 Asia/Tokyo"
    back = tc.from_undate(there)
    assert back.zones == ()
    assert back.remarks == ("undate labels it: 1945-08-09 Asia/Tokyo",)
    assert tc.to_undate("1945-08-09").label is None


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["Hebrew", "Islamic", "Seleucid"]))
def test_days_of_other_calendars(day: date, name: str) -> None:
    fields = tc_fields(day, name)
    found = tc.from_undate(Undate(*fields, calendar=name))
    assert ends(Undate(*fields, calendar=name)) == [day, day]
    assert (found.days.first, found.days.last) == may_be(name, day, day)
    assert f"a {name} date of undate" in found.remarks[0]


def may_be(name: str, first: date, last: date) -> tuple[date, date]:
    """Begin at sunset of the evening before; an Islamic month may have begun two days earlier or later."""
    moon = timedelta(days=2 if name == "Islamic" else 0)
    return first - moon - timedelta(days=1), last + moon


def tc_fields(day: date, name: str) -> tuple[int, int, int]:
    """Count a day in one of undate's calendars, with the package that both sides rest on."""
    from convertdate import hebrew, islamic  # type: ignore[import-untyped]

    year, month, number = (islamic if name == "Islamic" else hebrew).from_gregorian(day.year, day.month, day.day)
    return (year - 3449 if name == "Seleucid" else year), month, number


@pytest.mark.parametrize(
    "value",
    [
        Undate(5705, calendar="Hebrew"),
        Undate(5706, calendar="Hebrew"),  # a leap year
        Undate(5705, 5, calendar="Hebrew"),
        Undate(5706, 13, calendar="Hebrew"),
        Undate(5706, 13, "XX", calendar="Hebrew"),
        Undate("136X", calendar="Islamic"),
        Undate(1364, calendar="Islamic"),
        Undate(1364, 9, calendar="Islamic"),
        Undate(1364, 9, "0X", calendar="Islamic"),
    ],
)
def test_months_and_years_of_other_calendars(value: Undate) -> None:
    found = tc.from_undate(value)
    first, last = ends(value)
    assert (found.days.first, found.days.last) == may_be(value.calendar.value.title(), first, last)


def test_what_undate_bounds_wrongly_is_counted_day_by_day() -> None:
    # Year 5705 began on 18 September 1944, with its seventh month; undate has it run backward here.
    value = Undate(5705, "0X", calendar="Hebrew")
    assert value.earliest > value.latest
    found = symbol_of(value).ranges()
    assert [tuple(map(str, each)) for each in found] == [("1944-09-17", "1944-12-16"), ("1945-03-14", "1945-09-07")]


@pytest.mark.parametrize(
    "value",
    [
        Undate(1364, 13, calendar="Islamic"),
        Undate(5706, 6, 30, calendar="Hebrew"),
        Undate(5705, 13, 3, calendar="Hebrew"),
    ],
)
def test_dates_that_their_calendar_lacks(value: Undate) -> None:
    with pytest.raises(NoSuchDateError, match="no such date"):
        tc.from_undate(value)


def test_a_vague_year_of_another_calendar_is_refused() -> None:
    with pytest.raises(TimeFormatError, match="more than ten"):
        tc.from_undate(Undate("57XX", calendar="Hebrew"))


def test_what_edtf_cannot_say_is_refused_with_what_it_would_be() -> None:
    with pytest.raises(TimeFormatError, match="as EDTF it would be Y12345-XX-30") as caught:
        tc.from_undate(Undate(12345, None, 30))
    assert caught.value.hint == "leave out what follows"


def test_other_objects() -> None:
    with pytest.raises(TimeFormatError, match="from_undate"):
        tc.moment(Undate(1945))
    with pytest.raises(WrongTypeError):
        tc.from_undate("1945")
    with pytest.raises(WrongTypeError):
        tc.to_undate(1945)  # type: ignore[arg-type]
    with pytest.raises(TimeFormatError):
        tc.to_undate("May 1945")
    assert isinstance(parse_edtf("1945-21"), Season)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "undate", None)
    for call in (lambda: tc.to_undate("1945"), lambda: symbol_of(None), lambda: tc.from_undate(None)):
        with pytest.raises(MissingExtraError, match="undate") as caught:
            call()
        assert "treatyclock[undate]" in caught.value.hint
