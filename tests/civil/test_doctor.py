"""Where the machine's database and the packaged one differ."""

from __future__ import annotations

import struct
from datetime import UTC, date, datetime, timedelta
from importlib import resources
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from treatyclock.civil import doctor
from treatyclock.civil.clocks.tzif import write_tzif
from treatyclock.civil.doctor import OffsetDifference, diagnose
from treatyclock.instants import from_datetime


def utc(text: str) -> int:
    return from_datetime(datetime.fromisoformat(text + "+00:00"))


def tzif(first: int, changes: list[tuple[int, int]], footer: str) -> bytes:
    """A zone file (RFC 8536, version 2) of offsets and changes in seconds."""
    kinds = list(dict.fromkeys([first, *(offset for _, offset in changes)]))
    names = b"XXX\0"

    def block(listed: list[tuple[int, int]], code: str) -> bytes:
        header = b"TZif2" + bytes(15) + struct.pack(">6l", 0, 0, 0, len(listed), len(kinds), len(names))
        times = b"".join(struct.pack(code, at) for at, _ in listed)
        places = bytes(kinds.index(offset) for _, offset in listed)
        return header + times + places + b"".join(struct.pack(">lbB", kind, 0, 0) for kind in kinds) + names

    return block([], ">l") + block(changes, ">q") + b"\n" + footer.encode() + b"\n"


def found_in(folder: Path, name: str, data: bytes) -> tuple[OffsetDifference, ...]:
    path = folder.joinpath(*name.split("/"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    found = diagnose(str(folder))
    assert (found.compared, found.unreadable) == (1, ())
    return found.differences


def packaged(name: str) -> bytes:
    return (resources.files("tzdata") / "zoneinfo").joinpath(*name.split("/")).read_bytes()


def shown(clock: ZoneInfo, at: int) -> timedelta:
    offset = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=at)).astimezone(clock).utcoffset()
    assert offset is not None
    return offset


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("Africa/Abidjan", "Africa/Sao_Tome"),  # one rule, other last changes
        ("Africa/Abidjan", "Africa/Monrovia"),
        ("Europe/Moscow", "Europe/Istanbul"),  # one rule but for its names
        ("Europe/Berlin", "Europe/Paris"),  # the same rule of summer time
        ("Europe/Berlin", "Europe/Lisbon"),  # the same summers, other offsets
        ("America/New_York", "Europe/London"),  # other summers
        ("America/New_York", "America/Havana"),
        ("Asia/Tokyo", "Asia/Seoul"),
        ("Asia/Tokyo", "Australia/Lord_Howe"),  # summers across the end of the year, by half an hour
        ("Africa/Casablanca", "Europe/Dublin"),
    ],
)
def test_the_differences_are_those_that_the_clocks_show(tmp_path: Path, name: str, instead: str) -> None:
    found = found_in(tmp_path, name, packaged(instead))
    here, there = (ZoneInfo.from_file(BytesIO(packaged(each))) for each in (name, instead))
    # every 37 hours, so that no hour of the day is left out, and around every edge
    edges = [at for each in found for at in (each.during.start, each.during.end) if at is not None]
    grid = range(utc("1800-01-01T00:00"), utc("2037-12-31T00:00"), 37 * 3_600_000_000)
    for at in [*grid, *edges, *(edge - 1 for edge in edges)]:
        if at >= utc("2038-01-01T00:00"):
            continue
        ours, theirs = shown(here, at), shown(there, at)
        told = [(each.library, each.machine) for each in found if at in each.during]
        assert told == ([(ours, theirs)] if ours != theirs else [])


@pytest.mark.parametrize(
    "rule",
    [
        "XXX-9YYY,J100,J101",  # one day of summer
        "XXX-9YYY,59/0,60/1",  # counted from the first of January, with the leap day
        "XXX-9YYY,M2.5.0/2,M3.1.0/2",
        "XXX-9YYY-10:30,M11.1.6/50,M1.3.0/-3",
    ],
)
def test_a_rule_is_followed_day_by_day(tmp_path: Path, rule: str) -> None:
    listed = [(utc("1952-01-01T00:00") // 1_000_000, 32_400)]
    found = found_in(tmp_path, "Asia/Tokyo", tzif(32_400, listed, rule))
    machine = ZoneInfo.from_file(BytesIO(tzif(32_400, listed, rule)))
    for at in range(utc("1952-01-02T00:00"), utc("2037-12-31T00:00"), 5 * 3_600_000_000):
        differs = shown(machine, at) != timedelta(hours=9)
        assert any(at in each.during for each in found) == differs, at


def test_one_history_is_one_however_far_it_is_listed(tmp_path: Path) -> None:
    def last_sunday(year: int, month: int) -> int:
        day = date(year, month, 31)
        day -= timedelta(days=(day.weekday() + 1) % 7)
        return utc(f"{day}T01:00") // 1_000_000

    summers = [(year, each) for year in range(1997, 2031) for each in ((3, 7200), (10, 3600))]
    listed = [(last_sunday(year, month), offset) for year, (month, offset) in summers]
    before = utc("1997-01-01T00:00")
    footer = packaged("Europe/Berlin").splitlines()[-1].decode()
    for cut in (len(listed), 10, 1):
        found = found_in(tmp_path, "Europe/Berlin", tzif(3600, listed[:cut], footer))
        assert [each for each in found if each.during.end is None or each.during.end > before] == []
    # without a rule the last offset stands for ever, so each summer after it differs
    found = found_in(tmp_path, "Europe/Berlin", tzif(3600, listed, ""))
    late = [each for each in found if each.during.end is None or each.during.end > utc("2031-01-01T00:00")]
    assert str(late[0].during) == "[2031-03-30T01:00:00Z, 2031-10-26T01:00:00Z)"
    assert len(late) == 7


def test_a_file_with_odd_changes_is_compared_or_called_unreadable(tmp_path: Path) -> None:
    early = tzif(3600, [(-(2**59), 3600), (-2_000_000_000, 7200)], "XXX-1")
    assert found_in(tmp_path, "Asia/Tokyo", early)
    (tmp_path / "Asia" / "Tokyo").write_bytes(tzif(3600, [(20, 3600), (10, 7200)], "XXX-1"))
    assert diagnose(str(tmp_path)).unreadable == ("Asia/Tokyo",)
    (tmp_path / "Asia" / "Tokyo").write_bytes(tzif(3600, [(10, 3600)], "XXX-1YYY,garbage"))
    assert diagnose(str(tmp_path)).unreadable == ("Asia/Tokyo",)
    for whole in (early, packaged("Asia/Tokyo")):
        for end in range(0, len(whole), 7):
            (tmp_path / "Asia" / "Tokyo").write_bytes(whole[:end])
            diagnose(str(tmp_path))


def test_each_rule_is_followed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    seconds = doctor._seconds

    def counting(clock: ZoneInfo, instant: int) -> int:
        read.append(instant)
        return seconds(clock, instant)

    monkeypatch.setattr(doctor, "_seconds", counting)
    doctor._cycle.cache_clear()
    for name in ("Europe/Berlin", "Europe/Paris", "Europe/Rome", "Europe/Vienna", "Europe/Madrid"):
        path = tmp_path.joinpath(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(packaged("America/New_York"))
    diagnose(str(tmp_path))
    # Two rules, each day of one cycle of 28 years; a few readings more for each change.
    assert 2 * 28 * 365 < len(read) < 3 * 28 * 365


def test_the_doctor_finds_what_differs(tmp_path: Path) -> None:
    tokyo = tmp_path / "Asia" / "Tokyo"
    tokyo.parent.mkdir()
    tokyo.write_bytes(write_tzif([9 * 3600, 10 * 3600], [0]))
    (tmp_path / "Asia" / "Chita").write_bytes(b"no zone file")
    found = diagnose(str(tmp_path))
    assert found.compared == 1
    assert found.unreadable == ("Asia/Chita",)
    assert "Europe/Moscow" in found.only_here
    assert {each.zone for each in found.differences} == {"Asia/Tokyo"}
    # the file has Tokyo one hour ahead from 1970 on, and lacks its mean time and the summers of 1948 to 1951
    assert any("1948" in str(each.during) for each in found.differences)
    assert diagnose(str(tmp_path / "none")).compared == 0
