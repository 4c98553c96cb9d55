"""Instants as whole microseconds, up to both ends of the calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyclock.errors import NaiveTimeError, OutOfRangeError, UnknownZoneError
from treatyclock.instants import (
    DAY,
    HOUR,
    SECOND,
    date_microseconds,
    from_datetime,
    iso,
    packaged_zone,
    repackaged,
    to_datetime,
)


@given(st.datetimes(timezones=st.just(UTC)))
def test_instants_and_datetimes_are_exact_both_ways(value: datetime) -> None:
    assert to_datetime(from_datetime(value)) == value


def test_an_offset_is_taken_off() -> None:
    assert from_datetime(datetime(1970, 1, 1, 9, tzinfo=timezone(timedelta(hours=9)))) == 0
    assert from_datetime(datetime(1969, 12, 31, 19, tzinfo=timezone(timedelta(hours=-5)))) == 0
    assert from_datetime(datetime(1970, 1, 1, 0, 0, 1, 5, tzinfo=UTC)) == SECOND + 5
    with pytest.raises(NaiveTimeError):
        from_datetime(datetime(1970, 1, 1))


def test_dates_are_counted_from_1970() -> None:
    assert [date_microseconds(date(1970, 1, 1) + timedelta(days=n)) for n in (-1, 0, 1)] == [-DAY, 0, DAY]


def test_the_calendar_ends() -> None:
    first, last = from_datetime(datetime(1, 1, 1, tzinfo=UTC)), from_datetime(datetime.max.replace(tzinfo=UTC))
    for outside in (first - 1, last + 1):
        with pytest.raises(OutOfRangeError):
            to_datetime(outside)


def test_how_an_instant_is_written() -> None:
    assert [iso(at) for at in (0, SECOND, -1, None)] == [
        "1970-01-01T00:00:00Z", "1970-01-01T00:00:01Z", "1969-12-31T23:59:59.999999Z", ".."
    ]  # fmt: skip
    assert (iso(-(10**18)), iso(10**18)) == ("before year 1", "after year 9999")


def test_zones_come_from_the_package() -> None:
    tokyo = packaged_zone("Asia/Tokyo")
    assert tokyo is packaged_zone("Asia/Tokyo")
    assert repackaged(datetime(1945, 8, 9, tzinfo=ZoneInfo("Asia/Tokyo"))).tzinfo is tokyo
    fixed = datetime(1945, 8, 9, tzinfo=UTC)
    assert repackaged(fixed) is fixed
    with pytest.raises(UnknownZoneError, match="did you mean `Asia/Tokyo`"):
        packaged_zone("Asia/Tokio")
    assert HOUR == 3600 * SECOND
