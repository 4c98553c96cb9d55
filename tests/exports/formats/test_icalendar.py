"""Calendars, read back by the icalendar library."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

import treatyclock as tc

icalendar = pytest.importorskip("icalendar", reason="icalendar reads the calendars back")
PACT = tc.load("soviet-japanese-neutrality-pact")


def _events(of: tc.Treaty | tc.View) -> list[Any]:
    text = tc.export(of, "ical")
    assert "TZID" not in text
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def test_a_settled_deadline_is_an_all_day_event_that_ends_with_the_day_after() -> None:
    (event,) = _events(tc.load("treaty-on-european-union").under(party="GBR"))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2020, 1, 31), date(2020, 2, 1))
    assert event["status"] == "CONFIRMED"
    assert str(event["summary"]).endswith("(the United Kingdom): last day in force")


def test_what_is_open_is_tentative_and_says_on_what_it_depends() -> None:
    found = {(str(each["summary"]), each.decoded("dtstart")): each for each in _events(PACT.under(reading="text"))}
    event = found["Neutrality Pact between the USSR and Japan: last day for a notice?", date(1945, 4, 24)]
    assert event["status"] == "TENTATIVE"
    first = str(event["description"]).splitlines()[0]
    assert first.startswith("If first_day = counted, by: the treaty's own words; ")
    assert not [each for each in found.values() if each["status"] == "CONFIRMED"]


def test_by_one_reading_its_days_are_confirmed() -> None:
    found = _events(PACT.under(reading="japanese-government"))
    assert {each["status"] for each in found} == {"CONFIRMED"}
    assert {each.decoded("dtstart") for each in found} == {date(1945, 4, 24), date(1946, 4, 24)}


def test_an_hour_is_in_utc() -> None:
    times = [each.decoded("dtstart") for each in _events(tc.load("panama-canal-treaty"))]
    assert datetime(1999, 12, 31, 17, tzinfo=UTC) in times


def test_a_window_lasts_from_its_first_day_to_its_last() -> None:
    view = tc.load("ilo-underground-work-women-1935").under()
    text = tc.export(view, "ical", first="1995", last="2000")
    windows = [
        (each.decoded("dtstart"), each.decoded("dtend") - timedelta(days=1))
        for each in icalendar.Calendar.from_ical(text).walk("VEVENT")
        if "window" in each["summary"]
    ]
    assert windows == [(date(1997, 5, 30), date(1998, 5, 30))]


def test_a_day_that_is_open_on_one_side_is_left_out() -> None:
    treaty = tc.load("brest-litovsk-1918")
    assert "[1920-01-11..]" in tc.export(treaty, "csv-deadlines")
    assert all(each.decoded("dtstart").year < 1970 for each in _events(treaty))


def test_titles_with_commas_line_ends_and_letters_of_any_script_come_back() -> None:
    title = "Pact; of friendship, \\ " + "日本国とソビエト連邦との間の中立条約" * 4
    tables = {**PACT.to_dict(), "title": title}
    found = _events(tc.from_dict(tables).under(reading="first-day-counted"))
    assert {str(each["summary"]).rpartition(":")[0] for each in found} == {title}


def test_each_event_has_a_name_of_its_own() -> None:
    names = [str(each["uid"]) for each in _events(tc.load("netherlands-czechoslovakia-bit-1991").under(party="NLD"))]
    assert len(set(names)) == len(names) > 10
