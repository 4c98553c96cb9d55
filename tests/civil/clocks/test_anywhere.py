"""When a date began on any clock on earth."""

from __future__ import annotations

from datetime import date, datetime

from treatyclock.civil.clocks.anywhere import starts_anywhere
from treatyclock.civil.clocks.database import iana_names
from treatyclock.civil.clocks.zones import zone
from treatyclock.instants import from_datetime


def utc(text: str) -> int:
    return from_datetime(datetime.fromisoformat(text + "+00:00"))


def test_no_clock_lies_outside_the_extremes() -> None:
    names = sorted(iana_names())
    for year in (1820, 1843, 1845, 1866, 1868, 1900, 1945, 1990, 2025):
        day = date(year, 6, 15)
        early, late = starts_anywhere(day)
        starts = [zone(name).start_of_day(day) for name in names]
        assert early <= min(starts)
        assert max(starts) <= late
    assert starts_anywhere(date(1945, 8, 9)) == (utc("1945-08-08T10:00"), utc("1945-08-09T12:00"))
