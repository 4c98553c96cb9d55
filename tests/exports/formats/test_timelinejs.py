"""TimelineJS, as it is documented: days in order, texts as HTML."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import treatyclock as tc

PACT = tc.load("soviet-japanese-neutrality-pact")


def _events(of: tc.Treaty | tc.View) -> list[Any]:
    events: list[Any] = json.loads(tc.export(of, "timelinejs"))["events"]
    return events


def _day(parts: dict[str, int]) -> date:
    return date(parts["year"], parts["month"], parts["day"])


def test_events_are_in_order_and_have_names_of_their_own() -> None:
    events = _events(PACT.under(reading="first-day-counted"))
    days = [_day(each["start_date"]) for each in events]
    assert days == sorted(days)
    assert len({each["unique_id"] for each in events}) == len(events)
    assert all(_day(each["end_date"]) > _day(each["start_date"]) for each in events if "end_date" in each)


def test_what_readings_contest_bears_a_question_mark() -> None:
    shown = [
        (each["text"]["headline"], str(_day(each["start_date"])), str(_day(each["end_date"])))
        for each in _events(PACT)
        if each["group"] == "In force"
    ]
    assert shown == [
        ("In force?", "1941-04-13", "1941-04-24"),
        ("In force", "1941-04-25", "1945-04-05"),
        ("In force?", "1945-04-05", "1951-04-25"),
    ]
    by_one = _events(PACT.under(reading="japanese-government", party="JPN"))
    assert [each["text"]["headline"] for each in by_one if each["group"] == "In force"] == ["In force for Japan"]


def test_days_are_shown_in_words_and_hours_where_it_begins_or_ends_within_a_day() -> None:
    (held,) = [each["display_date"] for each in _events(tc.load("panama-canal-treaty")) if each["group"] == "In force"]
    assert held == "1 October 1979 to 31 December 1999 12:00"
    lasting = [each["display_date"] for each in _events(tc.load("kyoto-protocol-1997")) if each["group"] == "In force"]
    assert lasting == ["from 16 February 2005"]


def test_doubtful_acts_bear_one_too_and_say_why() -> None:
    (exchange,) = [each for each in _events(PACT) if each["text"]["headline"].startswith("Exchange")]
    assert exchange["text"]["headline"].endswith("Japan?")
    assert "not found in a source" in exchange["text"]["text"]


def test_texts_are_escaped() -> None:
    hostile = tc.from_dict({**PACT.to_dict(), "title": "<script>alert(1)</script>", "reading": []})
    text = tc.export(hostile, "timelinejs")
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_an_imprecise_day_is_a_range() -> None:
    tables = {**PACT.to_dict(), "reading": []}
    tables["act"].append({"kind": "registration", "by": "JPN", "on": "1941-06", "ref": "x"})
    (found,) = [each for each in _events(tc.from_dict(tables)) if each["text"]["headline"].startswith("Registration")]
    assert (_day(found["start_date"]), _day(found["end_date"])) == (date(1941, 6, 1), date(1941, 6, 30))
    assert found["display_date"] == "a day from 1 to 30 June 1941"
