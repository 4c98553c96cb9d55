"""What clocks showed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from importlib import resources
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from treatyclock.civil.clocks.anywhere import starts_anywhere
from treatyclock.civil.clocks.historic import historic_zones
from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.civil.clocks.zones import zone
from treatyclock.errors import UnknownZoneError
from treatyclock.instants import from_datetime
from treatyclock.intervals import Interval

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


def test_days_that_a_place_skipped_are_empty() -> None:
    apia = zone("Pacific/Apia")
    assert apia.start_of_day(date(2011, 12, 30)) == apia.start_of_day(date(2011, 12, 31)) == utc("2011-12-30T10:00")


@given(st.sampled_from(["Europe/Moscow", "America/New_York"]), st.integers(-5 * 10**15, 10**15))
def test_offsets_are_those_of_zoneinfo(name: str, instant: int) -> None:
    with (resources.files("tzdata") / "zoneinfo").joinpath(*name.split("/")).open("rb") as file:
        peer = ZoneInfo.from_file(file)
    when = datetime.fromisoformat("1970-01-01T00:00+00:00") + timedelta(microseconds=instant)
    assert zone(name).offset_at(instant) == when.astimezone(peer).utcoffset()


@settings(deadline=None)
@given(
    st.sampled_from(
        ["America/St_Johns", "America/Sitka", "Europe/Berlin", "Pacific/Apia", "Asia/Manila", "Asia/Tokyo"]
    ),
    st.dates(date(1840, 1, 1), date(2015, 12, 30)),
)
@example("America/St_Johns", date(1990, 10, 27))  # from 00:01 back to 23:01
@example("America/Sitka", date(1867, 10, 18))  # back by a day at half past three
@example("Pacific/Apia", date(2011, 12, 30))  # never shown
def test_a_day_ends_after_the_last_instant_at_which_the_clock_showed_it(name: str, day: date) -> None:
    clock = zone(name)
    end = clock.end_of_day(day)
    parts = clock.during(day, day)
    assert end == (parts[-1].end if parts else clock.start_of_day(day))
    assert not parts or clock.local(end - 1).date() == day
    # looked for minute by minute in the two days behind it
    assert all(clock.local(end + minute * 60_000_000).date() != day for minute in range(0, 2880, 15))
    assert end >= clock.start_of_day(day + timedelta(days=1))
