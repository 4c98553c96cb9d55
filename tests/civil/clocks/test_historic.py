"""The historic table: its clocks, its sources, its files."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, timedelta
from importlib import resources
from itertools import pairwise
from pathlib import Path
from zoneinfo import TZPATH

import pytest

from treatyclock.civil.clocks.database import iana_names
from treatyclock.civil.clocks.historic import historic_zone, historic_zone_names, historic_zones
from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.civil.clocks.tzif import read_tzif
from treatyclock.civil.clocks.zones import zone
from treatyclock.instants import from_datetime
from treatyclock.intervals import Interval, IntervalSet


def utc(text: str) -> int:
    return from_datetime(datetime.fromisoformat(text + "+00:00"))


@pytest.mark.parametrize(
    ("name", "start", "changes"),
    [
        # the state at 1940-01-01 and every change to the end of 1946, or to the end of what is vouched for
        ("Manchukuo", "+09:00", ""),
        ("Kwantung", "+09:00", ""),
        ("Khabarovsk", "+10:00", ""),
        ("Europe/Moscow", "+03:00", ""),
        ("Asia/Chita", "+09:00", ""),
        ("Asia/Vladivostok", "+10:00", ""),
        ("Asia/Ulaanbaatar", "+07:00", ""),
        ("Asia/Tokyo", "+09:00", ""),
        ("Asia/Seoul", "+09:00", ""),
        ("Asia/Pyongyang", "+09:00", ""),
        ("Asia/Sakhalin", "+09:00", "1945-08-24T15 +11"),
        ("Asia/Harbin", "+08:00", "1940-05-31T16 +09, 1940-10-12T15 +08, 1941-03-14T16 +09, 1941-11-01T15 +08, "
         "1942-01-30T16 +09, 1945-09-01T15 +08, 1946-05-14T16 +09, 1946-09-30T15 +08"),
        ("Europe/Berlin", "+01:00", "1940-04-01T01 +02, 1942-11-02T01 +01, 1943-03-29T01 +02, 1943-10-04T01 +01, "
         "1944-04-03T01 +02, 1944-10-02T01 +01, 1945-04-02T01 +02, 1945-05-24T00 +03, 1945-09-24T00 +02, "
         "1945-11-18T01 +01, 1946-04-14T01 +02, 1946-10-07T01 +01"),
        ("America/New_York", "-05:00", "1940-04-28T07 -04, 1940-09-29T06 -05, 1941-04-27T07 -04, 1941-09-28T06 -05, "
         "1942-02-09T07 -04, 1945-09-30T06 -05, 1946-04-28T07 -04, 1946-09-29T06 -05"),
        ("Stockholm", "+01:00", ""),
        ("Copenhagen", "+01:00", "1940-05-14T23 +02, 1942-11-02T01 +01, 1943-03-29T01 +02, 1943-10-04T01 +01, "
         "1944-04-03T01 +02, 1944-10-02T01 +01, 1945-04-02T01 +02, 1945-08-15T01 +01, 1946-05-01T01 +02, "
         "1946-09-01T01 +01"),
        ("Oslo", "+01:00", "1940-08-10T22 +02, 1942-11-02T01 +01, 1943-03-29T01 +02, 1943-10-04T01 +01, "
         "1944-04-03T01 +02, 1944-10-02T01 +01, 1945-04-02T01 +02, 1945-10-01T01 +01"),
        ("Amsterdam", "+00:20", "1940-05-15T23:40 +02, 1942-11-02T01 +01, 1943-03-29T01 +02, 1943-10-04T01 +01, "
         "1944-04-03T01 +02, 1944-10-02T01 +01, 1945-04-02T01 +02, 1945-09-16T01 +01"),
        ("Luxembourg", "+00:00", "1940-02-25T02 +01, 1940-05-14T02 +02, 1942-11-02T01 +01, 1943-03-29T01 +02, "
         "1943-10-04T01 +01, 1944-04-03T01 +02, 1944-09-18T01 +01, 1945-04-02T01 +02, 1945-09-16T01 +01, "
         "1946-05-19T01 +02, 1946-10-07T01 +01"),
        ("Hanoi", "+07:00", "1942-12-31T16 +08, 1945-03-14T15 +09, 1945-09-01T15 +07"),
        ("Phnom Penh", "+07:00", "1942-12-31T16 +08, 1945-03-14T15 +09, 1945-09-01T15 +07"),
    ],
)  # fmt: skip
def test_the_history_of_the_war_years(name: str, start: str, changes: str) -> None:
    clock = zone(name)
    expected = [(utc("1940-01-01T00"), start)]
    expected += [(utc(at), f"{to}:00") for at, to in (change.split() for change in changes.split(", ") if change)]
    for (at, to), (then, _) in zip(expected, [*expected[1:], (utc("1947-01-01T00"), "")], strict=True):
        assert {offset_text(clock.offset_at(each)) for each in (at, (at + then) // 2, then - 1)} == {to}


def test_the_hour_that_manchukuo_skipped() -> None:
    clock = zone("Manchukuo")
    assert clock.instants(datetime(1936, 12, 31, 23, 30)) == ()
    at, before, after = clock.gap(datetime(1936, 12, 31, 23, 30))
    assert (at, before, after) == (utc("1936-12-31T15:00"), timedelta(hours=8), timedelta(hours=9))


def test_the_historic_table_says_where_it_is_not_vouched_for() -> None:
    clock = zone("Manchukuo")
    inside = Interval(utc("1945-08-08T15:00"), utc("1945-08-09T15:00"))
    assert clock.notes(inside) == ()
    (note,) = clock.notes(Interval(utc("1946-04-25T00:00"), utc("1946-04-26T00:00")))
    assert "used outside that period" in note


def test_a_link_points_to_the_historic_clock_of_its_time() -> None:
    def notes(name: str, year: str) -> str:
        return " ".join(zone(name).notes(Interval(utc(f"{year}-06-01T00:00"), utc(f"{year}-06-02T00:00"))))

    assert "the historic table has `Stockholm`" in notes("Europe/Stockholm", "1945")
    assert "the historic table has `Harbin railway time`" in notes("Asia/Harbin", "1930")
    assert "the historic table has `Manchukuo` and `Harbin railway time`" in notes("Asia/Harbin", "1933")
    # from 1970 on the link is right, and there is nothing better to point to
    assert "historic table" not in notes("Europe/Stockholm", "1985")
    assert notes("Europe/Berlin", "1945") == ""
    assert "from 1970 on the packaged Europe/Stockholm is right" in notes("Stockholm", "1985")


def test_every_row_of_the_historic_table_has_its_source() -> None:
    for name in historic_zone_names():
        row = historic_zone(name)
        assert row is not None
        assert "confidence" in row.citation
        assert row.instead
        assert name not in iana_names()


@pytest.mark.parametrize("file", ["historic_zones.toml", "historic_backzone.toml"])
def test_the_historic_table_is_sound(file: str) -> None:
    data = tomllib.loads((resources.files("treatyclock.civil.clocks") / file).read_text(encoding="utf-8"))
    names = [name for entry in data["zone"] for name in (entry["id"], *entry["aliases"])]
    assert len(names) == len(set(names))
    for entry in data["zone"]:
        assert entry["stands_for"] in iana_names()
        assert date.fromisoformat(entry["from"]) < date.fromisoformat(entry["to"])
        rows = [{**data, **entry, **row} for row in entry["row"]]
        assert all(row["source"] for row in rows)
        assert all(row["confidence"].split()[0].rstrip(":,") in ("high", "good", "fair", "low") for row in rows)
        # every row ends inside the vouched period but the last, which has no end
        ends = [datetime.fromisoformat(row["until"]) for row in rows[:-1]]
        assert "until" not in rows[-1]
        assert ends == sorted(set(ends))
        assert all(entry["from"] < str(end.date()) <= entry["to"] for end in ends)
        assert all(a["offset"] != b["offset"] for a, b in pairwise(rows))


def test_no_name_is_in_both_files() -> None:
    assert len({clock.id for clock in historic_zones()}) == len(historic_zones()) >= 20
    assert all(historic_zone(clock.id) is clock for clock in historic_zones())


def test_the_clock_and_the_timeline_of_a_row_agree() -> None:
    for row in historic_zones():
        clock = zone(row.id)
        for edge in row.offsets.edges:
            for at in (edge - 1, edge):
                assert clock.offset_at(at) == timedelta(seconds=row.offsets.at_instant(at))
        assert row.vouched.start is not None and row.vouched.end is not None
        assert all(edge in row.vouched for edge in row.offsets.edges)


def machine_s_backzone() -> Path | None:
    """Where this machine has a build of the release from which the rows were read, with backzone."""
    for folder in map(Path, TZPATH):
        source = folder / "tzdata.zi"
        head = source.read_text(encoding="utf-8")[:200] if source.is_file() else ""
        if head.startswith("# version 2025b") and "backzone" in head:
            return folder
    return None


@pytest.mark.skipif(machine_s_backzone() is None, reason="no tz database 2025b with backzone on this machine")
def test_the_backzone_rows_are_those_of_a_build_with_backzone() -> None:
    folder = machine_s_backzone()
    assert folder is not None
    rows = [row for row in historic_zones() if "backzone build" in row.citation]
    assert len(rows) >= 15
    for row in rows:
        theirs = read_tzif(folder.joinpath(*row.stands_for.split("/")).read_bytes())
        unlike = row.offsets.combine(lambda a, b: a != b, theirs).where(bool)
        assert not unlike & IntervalSet((row.vouched,)), row.id
