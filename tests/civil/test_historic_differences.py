"""Where the historic table and the packaged database differ."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from treatyclock.civil.clocks.historic import historic_zones
from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.historic_differences import historic_differences, historic_lines
from treatyclock.cli import main
from treatyclock.instants import from_datetime


def utc(text: str) -> int:
    return from_datetime(datetime.fromisoformat(text + "+00:00"))


@pytest.mark.parametrize(
    ("clock", "at", "here", "there"),
    [
        # the table of disagreements that led to the historic table
        ("Copenhagen", "1940-04-09T03:15", 1, 2),
        ("Oslo", "1940-04-09T03:15", 1, 2),
        ("Amsterdam", "1940-04-09T03:15", 1 / 3, 1),
        ("Stockholm", "1945-08-10T11:00", 1, 3),
        ("Phnom Penh", "1945-08-15T03:00", 9, 7),
        ("Manchukuo", "1941-01-15T12:00", 9, 8),
        ("Kwantung", "1938-01-15T12:00", 9, 8),
        ("Hanoi", "1954-07-27T00:00", 8, 7),
        ("Reykjavik", "1944-12-24T12:00", -1, 0),
        ("Zagreb", "1945-05-07T12:00", 2, 1),
    ],
)
def test_a_difference_is_found_where_there_is_one(clock: str, at: str, here: float, there: float) -> None:
    (found,) = [each for each in historic_differences() if each.clock == clock and utc(at) in each.during]
    assert timedelta(hours=here) in found.table
    assert timedelta(hours=there) in found.packaged
    assert zone(clock).offset_at(utc(at)) == timedelta(hours=here)
    assert zone(found.name).offset_at(utc(at)) == timedelta(hours=there)


def test_no_difference_is_found_where_there_is_none() -> None:
    found = historic_differences()
    # in August 1945 Harbin is right by the accident of Shanghai's summer time
    assert not [each for each in found if each.clock == "Manchukuo" and utc("1945-08-08T15:10") in each.during]
    assert not [each for each in found if each.clock == "Khabarovsk"]
    for each in found:
        (row,) = [row for row in historic_zones() if row.id == each.clock]
        assert each.during.start is not None and each.during.end is not None
        assert each.during.start in row.vouched and each.during.end - 1 in row.vouched
        for at in (each.during.start, each.during.end - 1):
            assert zone(each.clock).offset_at(at) != zone(each.name).offset_at(at)


def test_every_clock_is_told_and_long_lists_are_cut() -> None:
    lines = list(historic_lines(most=2))
    for row in historic_zones():
        assert any(line.startswith(f"{row.id} ({row.place})") for line in lines)
    assert any("and 32 more, the last [1967-10-29" in line for line in lines)
    assert len(list(historic_lines(most=1000))) == len(historic_zones()) + len(historic_differences())


def test_the_command_prints_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "  [1945-04-02T01:00:00Z, 1945-05-08T01:00:00Z): +02:00 here, +01:00 in the packaged Europe/Zagreb" in out
    assert main(["doctor", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["result"]["historic_differences"]
    assert {
        "clock": "Zagreb",
        "name": "Europe/Zagreb",
        "during": "[1945-04-02T01:00:00Z, 1945-05-08T01:00:00Z)",
        "table": ["+02:00"],
        "packaged": ["+01:00"],
    } in found
