"""Zones: the packaged data, the historic table, links, gaps and folds."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timedelta
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyclock.civil.historic import historic_zone, historic_zone_names, tzif
from treatyclock.civil.zones import iana_names, starts_anywhere, tzdata_version, zone
from treatyclock.errors import UnknownZoneError
from treatyclock.instants import HOUR, from_datetime
from treatyclock.intervals import Interval

SAMPLE = ["Europe/Moscow", "Asia/Tokyo", "Asia/Chita", "Europe/London", "America/St_Johns", "Pacific/Apia", "Manchukuo"]


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
    ],
)
def test_what_clocks_showed(name: str, wall: str, instant: str) -> None:
    assert zone(name).instants(datetime.fromisoformat(wall)) == (utc(instant),)


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


def test_every_row_of_the_historic_table_has_its_source() -> None:
    for name in historic_zone_names():
        row = historic_zone(name)
        assert row is not None
        assert "confidence" in row.citation
        assert row.instead
        assert name not in iana_names()


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
    (other / "Europe" / "Stockholm").write_bytes(tzif([9 * 3600], []))
    code = (
        "from datetime import datetime; from zoneinfo import ZoneInfo;"
        "from treatyclock.civil.zones import zone; from treatyclock.civil.moments import moment;"
        "from treatyclock.intervals import Timeline;"
        "noon = datetime(1945, 8, 10, 12); aware = noon.replace(tzinfo=ZoneInfo('Europe/Stockholm'));"
        "(at,) = zone('Europe/Stockholm').instants(noon); line = Timeline.of('before', [(at, 'from then on')]);"
        "print(at, moment(aware).span, line.at(aware), line.lookup()(aware), zone('Asia/Harbin').basis)"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"TZ": tz, "PYTHONTZPATH": path},
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
