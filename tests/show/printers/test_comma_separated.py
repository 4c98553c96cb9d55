"""Answers as rows: read back by the standard library, one fact a row, and a hypothesis is never left untold."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

import treatyclock as tc
from treatyclock.show.printers.comma_separated import rows_of

PACT = tc.load("soviet-japanese-neutrality-pact")
PARIS = tc.load("paris-agreement-2015")


def read(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.printed("csv"))))


def test_dates() -> None:
    found = [(each["date"], each["value"], each["if"]) for each in read(PACT.dates())]
    assert ("last_day_in_force", "1946-04-24", "first_day = counted") in found
    assert ("entry_into_force", "1941-04-25", "") in found


def test_a_life_has_no_beginning_and_no_end() -> None:
    rows = read(PACT.chronology())
    assert (rows[0]["begins"], rows[-1]["ends"]) == ("", "")
    assert {"begins": "1941-04-25", "ends": "1946-04-24", "status": "party"} in rows
    assert [each["status"] for each in rows].count("former party or party") == 1


def test_lives_are_told_apart() -> None:
    rows = read(PACT.chronologies(by="reading"))
    assert {each["reading"] for each in rows} == {"", *(each.id for each in PACT.record.readings)}
    by_party = [each for each in read(PARIS.chronologies()) if each["party"] == "USA" and each["status"] == "party"]
    assert [(each["begins"], each["ends"]) for each in by_party] == [
        ("2016-11-04", "2020-11-03"), ("2021-02-19", "2026-01-26"),
    ]  # fmt: skip


def test_deadlines_have_the_day_before_and_after_an_end() -> None:
    (row,) = read(PARIS.earliest_exit(party="FRA", notice_on="2024-01-01"))
    assert (row["last_day"], row["first_day_out"]) == ("2024-12-31", "2025-01-01")


def test_parties() -> None:
    rows = read(tc.load("rome-statute-1998").parties("2017-10-27"))
    assert {"party": "BDI", "truth": "no"}.items() <= next(each for each in rows if each["party"] == "BDI").items()


def test_an_answer_has_a_row_for_each_reading_that_contests_it() -> None:
    rows = read(PACT.in_force("1945-08-09T00:10", zone="Asia/Tokyo", party="SUN"))
    assert (rows[0]["reading"], rows[0]["truth"], rows[0]["for"]) == ("text", "yes", "SUN")
    assert ("ended-by-notice", "no") in [(each["reading"], each["truth"]) for each in rows[1:]]
    assert read(PACT.in_force("1945", between=("SUN", "JPN")))[0]["for"] == "SUN,JPN"


def test_a_notice_and_what_is_protected() -> None:
    row, *_ = read(PACT.notice(by="SUN", on="1952-01-01"))
    assert row["effect"] == "no" and row["why"]
    (row,) = read(tc.load("energy-charter-treaty-1994").protected("2030-01-01", made="2010", party="ITA"))
    assert row["truth"] == "yes" and row["protected_until"]


def test_an_instant_and_a_range() -> None:
    rows = read(tc.when("1945-08-09 00:10", zone="Asia/Tokyo", also="Europe/Moscow"))
    assert [(each["clock"], each["from"] == each["to"]) for each in rows] == [("UTC", True), ("Europe/Moscow", True)]
    (row,) = read(tc.when("1945-08-09", zone="UTC"))
    assert (row["from"], row["to"]) == ("1945-08-09T00:00:00Z", "1945-08-10T00:00:00Z")


@pytest.mark.parametrize("answer", [
    lambda treaty: treaty.dates(), lambda treaty: treaty.chronology(), lambda treaty: treaty.in_force("1945-08-09"),
    lambda treaty: treaty.parties("1945"), lambda treaty: treaty.expiry(), lambda treaty: treaty.chronologies(),
])  # fmt: skip
def test_a_hypothesis_is_told_in_every_row(answer: Any) -> None:
    assert "supposed" not in rows_of(answer(PACT)).columns
    rows = read(answer(PACT.what_if(drop="denunciation")))
    assert rows and all(each["supposed"].startswith("On a hypothesis: without denunciation") for each in rows)
