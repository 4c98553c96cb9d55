"""Zones: the packaged data, the historic table, links, gaps and folds."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from datetime import date, datetime, timedelta
from importlib import resources
from itertools import pairwise
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyclock.civil.clocks.anywhere import starts_anywhere
from treatyclock.civil.clocks.database import iana_names, tzdata_version
from treatyclock.civil.clocks.historic import historic_zone, historic_zone_names, historic_zones
from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.civil.clocks.tzif import read_tzif, write_tzif
from treatyclock.civil.clocks.zones import zone
from treatyclock.errors import UnknownZoneError
from treatyclock.instants import HOUR, from_datetime
from treatyclock.intervals import Interval, IntervalSet

SAMPLE = [
    "Europe/Moscow", "Asia/Tokyo", "Asia/Chita", "Europe/London", "America/St_Johns", "Pacific/Apia",
    *(clock.id for clock in historic_zones()), "LMT 139°44'28\"E", "LMT-70.03",
]  # fmt: skip


def utc(text: str) -> int:
    return from_datetime(datetime.fromisoformat(text + "+00:00"))


@pytest.mark.parametrize(
    ("name", "wall", "instant"),
    [
        # the night of 8 to 9 August 1945, by the tz database and the newspapers of 1936
        ("Asia/Tokyo", "1945-08-09T00:10", "1945-08-08T15:10"),
        ("Asia/Chita", "1945-08-09T00:10", "1945-08-08T15:10"),
        ("Manchukuo", "1945-08-09T00:10", "1945-08-08T15:10"),
        ("Europe/Moscow", "1945-08-08T18:10", "1945-08-08T15:10"),
        ("Khabarovsk", "1945-08-09T00:00", "1945-08-08T14:00"),
        ("Manchukuo", "1936-12-31T22:59", "1936-12-31T14:59"),
        ("Manchukuo", "1937-01-01T00:00", "1936-12-31T15:00"),
        ("Manchukuo", "1932-03-01T00:00", "1932-02-29T16:00"),
        ("+02:31:19", "1918-01-01T00:00", "1917-12-31T21:28:41"),
        # the first crossing in the east, "1 a.m." by Maritime or by Japanese time
        ("Khabarovsk", "1945-08-09T01:00", "1945-08-08T15:00"),
        ("Asia/Tokyo", "1945-08-09T01:00", "1945-08-08T16:00"),
        # Karlshorst: 23:43 Berlin, 00:43 Moscow; "0:16 on 9 May" on either clock
        ("Europe/Berlin", "1945-05-08T23:43", "1945-05-08T21:43"),
        ("Europe/Moscow", "1945-05-09T00:43", "1945-05-08T21:43"),
        ("Europe/Berlin", "1945-05-09T00:16", "1945-05-08T22:16"),
        ("Europe/Moscow", "1945-05-09T00:16", "1945-05-08T21:16"),
        # the end of operations on the clocks of 8 and 9 May
        ("Europe/London", "1945-05-09T00:01", "1945-05-08T22:01"),
        ("Europe/Paris", "1945-05-09T00:01", "1945-05-08T22:01"),
        ("Europe/Moscow", "1945-05-09T01:01", "1945-05-08T22:01"),
        ("America/New_York", "1945-05-08T18:01", "1945-05-08T22:01"),
        # northern Europe, April 1940
        ("Copenhagen", "1940-04-09T04:15", "1940-04-09T03:15"),
        ("Oslo", "1940-04-09T04:15", "1940-04-09T03:15"),
        ("Amsterdam", "1940-04-09T04:15", "1940-04-09T03:55"),
        ("The Hague", "1937-06-30T23:59:59", "1937-06-30T22:40:27"),
        ("The Hague", "1937-07-01T00:00:28", "1937-06-30T22:40:28"),
        ("Luxembourg", "1940-05-14T05:00", "1940-05-14T03:00"),
        ("Stockholm", "1945-08-10T12:00", "1945-08-10T11:00"),
        ("Reykjavik", "1940-05-10T05:00", "1940-05-10T05:00"),
        ("Reykjavik", "1940-12-01T00:00", "1940-12-01T01:00"),
        ("Jersey", "1942-12-25T12:00", "1942-12-25T11:00"),
        ("Zagreb", "1945-05-08T12:00", "1945-05-08T10:00"),
        ("Zagreb", "1945-05-07T12:00", "1945-05-07T10:00"),
        # Manchuria before 1937
        ("Harbin railway time", "1929-12-22T12:00", "1929-12-22T03:34"),
        ("Kwantung", "1931-09-18T22:20", "1931-09-18T14:20"),
        ("Kwantung", "1937-01-01T00:00", "1936-12-31T15:00"),
        ("Khabarovsk", "1929-12-22T12:00", "1929-12-22T03:00"),
        # Indochina; the cease-fires of 1954 were at 8.00 a.m. of the same clock
        ("Phnom Penh", "1945-08-15T12:00", "1945-08-15T03:00"),
        ("Vientiane", "1945-08-15T12:00", "1945-08-15T03:00"),
        ("Hanoi", "1945-08-15T12:00", "1945-08-15T03:00"),
        ("Hanoi", "1954-07-27T08:00", "1954-07-27T00:00"),
        # whose midnight
        ("Asia/Seoul", "1953-07-27T22:00", "1953-07-27T13:00"),
        ("Asia/Kuwait", "1991-01-16T00:00", "1991-01-15T21:00"),
        ("Asia/Hong_Kong", "1997-07-01T00:00", "1997-06-30T16:00"),
        ("Europe/London", "2020-01-31T23:00", "2020-01-31T23:00"),
        ("Europe/Brussels", "2020-02-01T00:00", "2020-01-31T23:00"),
    ],
)
def test_what_clocks_showed(name: str, wall: str, instant: str) -> None:
    assert zone(name).instants(datetime.fromisoformat(wall)) == (utc(instant),)


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


@pytest.mark.parametrize(
    ("name", "at", "offset"),
    [
        ("Europe/Moscow", "1917-11-07T00:00", "+03:31:19"),
        ("Stockholm", "1899-12-31T12:00", "+01:00:14"),
        ("Copenhagen", "1893-12-31T12:00", "+00:50:20"),
        ("Amsterdam", "1936-12-31T12:00", "+00:19:32"),
        ("Amsterdam", "1936-06-30T12:00", "+01:19:32"),
        ("Amsterdam", "1939-12-31T12:00", "+00:20"),
        ("Reykjavik", "1907-12-31T12:00", "-01:28"),
        ("Kuwait", "1949-12-31T12:00", "+03:11:56"),
        ("Addis Ababa", "1936-05-04T12:00", "+02:35:20"),
        ("Phnom Penh", "1911-01-01T12:00", "+07:06:30"),
    ],
)
def test_offsets_keep_their_seconds(name: str, at: str, offset: str) -> None:
    assert offset_text(zone(name).offset_at(utc(at))) == offset


def test_the_hour_that_manchukuo_skipped() -> None:
    clock = zone("Manchukuo")
    assert clock.instants(datetime(1936, 12, 31, 23, 30)) == ()
    at, before, after = clock.gap(datetime(1936, 12, 31, 23, 30))
    assert (at, before, after) == (utc("1936-12-31T15:00"), timedelta(hours=8), timedelta(hours=9))


def test_the_same_wall_time_twice() -> None:
    assert zone("Europe/Berlin").instants(datetime(1945, 11, 18, 2, 30)) == (
        utc("1945-11-18T00:30"),
        utc("1945-11-18T01:30"),
    )


def test_a_link_answers_and_says_so() -> None:
    harbin = zone("Asia/Harbin")
    assert harbin.basis.link_to == "Asia/Shanghai"
    (note,) = harbin.notes(Interval(0, 1))
    assert "only a link to Asia/Shanghai" in note
    assert zone("Europe/Moscow").notes(Interval(0, 1)) == ()


def test_every_link_of_the_database_is_seen() -> None:
    def data(name: str) -> bytes:
        return (resources.files("tzdata") / "zoneinfo").joinpath(*name.split("/")).read_bytes()

    links = [name for name in ("Asia/Harbin", "Europe/Stockholm", "Europe/Oslo", "Japan") if zone(name).basis.link_to]
    assert len(links) == 4
    for name in links:
        target = zone(name).basis.link_to
        assert target is not None
        assert data(name) == data(target)


def test_the_historic_table_says_where_it_is_not_vouched_for() -> None:
    clock = zone("Manchukuo")
    inside = Interval(utc("1945-08-08T15:00"), utc("1945-08-09T15:00"))
    assert clock.notes(inside) == ()
    (note,) = clock.notes(Interval(utc("1946-04-25T00:00"), utc("1946-04-26T00:00")))
    assert "used outside it" in note


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
                assert clock.offset_at(at) == timedelta(seconds=row.offsets.at(at))
        assert row.vouched.start is not None and row.vouched.end is not None
        assert all(edge in row.vouched for edge in row.offsets.edges)


def test_the_tzif_writer_is_read_back() -> None:
    # the same offset time and again is one type; seconds and the west of Greenwich are kept
    written = [1172, 4772, 1172, 4772, -5280, 0]
    changes = [-100, 0, 100, 200, 300]
    line = read_tzif(write_tzif(written, changes))
    assert list(line.values) == written
    assert [edge // 1_000_000 for edge in line.edges] == changes


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


@pytest.mark.parametrize(
    "name",
    ["Asia/Tokio", "Mars/Olympus", "", "../../etc/passwd", "CET", "EST", "+25:00", "+09:60", "\x1b[31m", "a" * 999],
)
def test_unknown_names_are_refused_with_a_hint(name: str) -> None:
    with pytest.raises(UnknownZoneError, match="hint: ") as caught:
        zone(name)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 600


def test_a_label_is_no_zone() -> None:
    # the database's CET stood at +02:00 on 8 May 1945; the surrender's "Central European time" is +01:00
    with pytest.raises(UnknownZoneError, match="label"):
        zone("CET")


@given(st.sampled_from(SAMPLE), st.datetimes(min_value=datetime(1800, 1, 1), max_value=datetime(2100, 1, 1)))
def test_wall_times_go_there_and_back(name: str, wall: datetime) -> None:
    clock = zone(name)
    found = clock.instants(wall)
    assert len(found) <= 2
    for instant in found:
        assert clock.local(instant) == wall
    if not found:
        at, before, after = clock.gap(wall)
        assert clock.offset_at(at - 1) == before < after == clock.offset_at(at)


@given(st.sampled_from(SAMPLE), st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 1, 1)))
def test_a_day_starts_at_the_first_instant_that_bears_its_date(name: str, day: date) -> None:
    clock = zone(name)
    start = clock.start_of_day(day)
    assert clock.local(start).date() >= day
    assert clock.local(start - 1).date() < day
    early, late = starts_anywhere(day)
    assert early <= start <= late


def test_no_clock_lies_outside_the_extremes() -> None:
    names = sorted(iana_names())
    for year in (1820, 1843, 1845, 1866, 1868, 1900, 1945, 1990, 2025):
        day = date(year, 6, 15)
        early, late = starts_anywhere(day)
        starts = [zone(name).start_of_day(day) for name in names]
        assert early <= min(starts)
        assert max(starts) <= late
    assert starts_anywhere(date(1945, 8, 9)) == (utc("1945-08-08T10:00"), utc("1945-08-09T12:00"))


def test_days_that_a_place_skipped_are_empty() -> None:
    apia = zone("Pacific/Apia")
    assert apia.start_of_day(date(2011, 12, 30)) == apia.start_of_day(date(2011, 12, 31)) == utc("2011-12-30T10:00")


def test_the_machine_s_database_is_never_asked(tmp_path: Path) -> None:
    other = tmp_path  # a machine whose Stockholm is nine hours ahead
    (other / "Europe").mkdir()
    (other / "Europe" / "Stockholm").write_bytes(write_tzif([9 * 3600], []))
    code = (
        "from datetime import datetime; from zoneinfo import ZoneInfo;"
        "from treatyclock.civil.clocks.zones import zone; from treatyclock.civil.moments.read import moment;"
        "from treatyclock.intervals import Timeline;"
        "noon = datetime(1945, 8, 10, 12); aware = noon.replace(tzinfo=ZoneInfo('Europe/Stockholm'));"
        "(at,) = zone('Europe/Stockholm').instants(noon); line = Timeline.of('before', [(at, 'from then on')]);"
        "print(at, moment(aware).span, line.at(aware), line.lookup()(aware), zone('Asia/Harbin').basis,"
        "zone('Stockholm').instants(noon))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            # the code under test, wherever it was imported from
            env={"TZ": tz, "PYTHONTZPATH": path, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for tz, path in (("UTC", ""), ("Asia/Tokyo", "/usr/share/zoneinfo"), ("America/New_York", str(other)))
    }
    assert len(outputs) == 1
    assert "from then on from then on" in outputs.pop()


@given(st.sampled_from(["Europe/Moscow", "America/New_York"]), st.integers(-5 * 10**15, 10**15))
def test_offsets_are_those_of_zoneinfo(name: str, instant: int) -> None:
    with (resources.files("tzdata") / "zoneinfo").joinpath(*name.split("/")).open("rb") as file:
        peer = ZoneInfo.from_file(file)
    when = datetime.fromisoformat("1970-01-01T00:00+00:00") + timedelta(microseconds=instant)
    assert zone(name).offset_at(instant) == when.astimezone(peer).utcoffset()


def test_the_version_is_the_package_s() -> None:
    assert zone("Asia/Tokyo").basis.version == tzdata_version() != ""
    assert HOUR == 3_600_000_000
