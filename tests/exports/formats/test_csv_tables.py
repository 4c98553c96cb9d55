"""CSV, read back by Python's reader and by pandas."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

import treatyclock as tc
from treatyclock.exports.formats.csv_tables import under_words

PACT = tc.load("soviet-japanese-neutrality-pact")


def _rows(of: tc.Treaty | tc.View, format: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(tc.export(of, format))))


def test_periods_follow_each_other_and_have_one_truth_each() -> None:
    rows = [each for each in _rows(PACT, "csv-periods") if (each["reading"], each["party"]) == ("text", "JPN")]
    assert [(each["first_day"], each["last_day"], each["in_force"]) for each in rows] == [
        ("", "1941-04-12", "no"),
        ("1941-04-13", "1941-04-13", "no"),
        ("1941-04-14", "1941-04-24", "no"),
        ("1941-04-25", "1946-04-24", "yes"),
        ("1946-04-25", "1946-04-25", "unknown"),
        ("1946-04-26", "", "no"),
    ]
    assert rows[4]["status"] == "former party or party"


def test_an_hour_stands_beside_the_day() -> None:
    rows = [each for each in _rows(tc.load("panama-canal-treaty"), "csv-periods") if each["in_force"] == "yes"]
    assert {(each["last_day"], each["ends"]) for each in rows} == {("1999-12-31", "1999-12-31 12:00")}


@pytest.mark.parametrize("party", ['Utopia, "free" city', "São Tomé\n日本"])
def test_commas_quotes_and_line_ends_in_names_come_back(party: str) -> None:
    treaty = tc.from_dict(
        {
            "schema": 1,
            "id": "pact",
            "title": "Pact",
            "parties": {"FRA": "France", "UTO": party},
            "entry_into_force": {"when": "signed", "ref": "art. 5"},
        }
    )
    assert {each["party_name"] for each in _rows(treaty, "csv-periods")} == {"generally", "France", party}


def test_dates_have_a_row_for_each_day_and_say_under_what() -> None:
    rows = [each for each in _rows(PACT.under(party="JPN"), "csv-dates") if each["reading"] == "text"]
    last = [(each["day"], each["under"]) for each in rows if each["date"] == "last_day_in_force"]
    assert last == [("1946-04-25", "first_day = not counted"), ("1946-04-24", "first_day = counted")]


def test_a_date_that_there_is_not_has_a_row_without_a_day() -> None:
    rows = [each for each in _rows(tc.load("paris-agreement-2015"), "csv-dates") if each["date"] == "last_day_in_force"]
    assert [(each["number"], each["day"]) for each in rows if each["party"] == "FRA"] == [("", "")]


def test_deadlines_of_a_state_that_left_and_came_back() -> None:
    rows = _rows(tc.load("treaty-on-european-union").under(party="GBR"), "csv-deadlines")
    assert [(each["party"], each["deadline"], each["day"]) for each in rows] == [
        ("GBR", "last day in force", "2020-01-31")
    ]


def test_pandas_reads_the_days_as_days() -> None:
    frame = pd.read_csv(io.StringIO(tc.export(PACT, "csv-periods")), parse_dates=["first_day", "last_day"])
    sure = frame[(frame.reading == "first-day-counted") & (frame.party == "SUN") & (frame.in_force == "yes")]
    assert (sure.last_day - sure.first_day).dt.days.tolist() == [1825]


def test_answers_to_open_questions_in_words() -> None:
    assert under_words(()) == ""
    assert under_words((("first_day", "counted"), ("midnight", "Asia/Tokyo"))) == (
        "first_day = counted; midnight = Asia/Tokyo"
    )
