"""Objects of whenever, pandas and numpy where a moment or a period is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
import whenever
from dateutil import tz
from hypothesis import given
from hypothesis import strategies as st

import treatyclock as tc
from library_times import SAME_INSTANT, TOKYO
from treatyclock.civil.interop.objects import TimeObject, as_plain
from treatyclock.errors import (
    NaiveTimeError,
    OutOfRangeError,
    PeriodError,
    TimeFormatError,
    WallTimeSkippedError,
    WrongTypeError,
)
from treatyclock.instants import from_datetime

NIGHT = "[1945-08-08T15:10:00Z, 1945-08-08T15:10:00.000001Z)"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Every year that has whole nanoseconds in 64 bits, which is what pandas and numpy keep them in.
NANOSECONDS = st.integers(-(2**63) + 10**4, 2**63 - 10**4)


@pytest.mark.parametrize("value", SAME_INSTANT)
def test_one_instant_whoever_keeps_it(value: TimeObject | datetime) -> None:
    found = tc.moment(value, zone=TOKYO)
    assert str(found.support) == NIGHT
    assert found.remarks == ()


@pytest.mark.parametrize(
    "value",
    [whenever.PlainDateTime(1945, 8, 9, 0, 10), pd.Timestamp("1945-08-09 00:10"), np.datetime64("1945-08-09T00:10")],
)
def test_wall_times_need_a_zone(value: TimeObject | datetime) -> None:
    with pytest.raises(NaiveTimeError, match="1945-08-09T00:10:00"):
        tc.moment(value)


@pytest.mark.parametrize(
    ("value", "same"),
    [
        (whenever.Date(1945, 8, 9), "1945-08-09"),
        (whenever.YearMonth(1945, 8), "1945-08"),
        (whenever.YearMonth(45, 8), "0045-08"),
        (whenever.IsoWeekDate("1945-W32-4"), "1945-08-09"),
        (pd.Period("1945-08-09", "D"), "1945-08-09"),
        (pd.Period("1945-08", "M"), "1945-08"),
        (pd.Period("1945", "Y"), "1945"),
        (pd.Period("1945Q3"), "[1945-07-01..1945-09-30]"),
        (pd.Period("1946Q2", "Q-MAR"), "[1945-07-01..1945-09-30]"),
        (pd.Period("1946", "Y-JUN"), "[1945-07-01..1946-06-30]"),
        (pd.Period("1945-08-09", "W"), "[1945-08-06..1945-08-12]"),
        (pd.Period("1945-08", "3M"), "[1945-08-01..1945-10-31]"),
        (np.datetime64("1945"), "1945"),
        (np.datetime64("1945-08"), "1945-08"),
        (np.datetime64("1945-08-09"), "1945-08-09"),
        (np.datetime64("0045"), "0045"),
    ],
)
@pytest.mark.parametrize("zone", [None, TOKYO])
def test_days_months_and_years(value: TimeObject, same: str, zone: str | None) -> None:
    assert tc.moment(value, zone=zone) == tc.moment(same, zone=zone)


@given(NANOSECONDS)
def test_nanoseconds_fall_into_the_microsecond_that_contains_them(count: int) -> None:
    whole, rest = divmod(count, 1000)
    for value in (
        whenever.Instant.from_timestamp(count, unit="nanosecond"),
        pd.Timestamp(count, unit="ns", tz="UTC"),
        pd.Timestamp(count, unit="ns"),
        np.datetime64(count, "ns"),
    ):
        found = tc.moment(value, zone="UTC")
        assert (found.span.start, found.span.end) == (whole, whole + 1)
        assert bool(found.remarks) == bool(rest)
        assert all("finer than a microsecond" in remark for remark in found.remarks)


@pytest.mark.parametrize("unit", ["ps", "fs", "as"])
def test_finer_units_of_numpy(unit: Any) -> None:
    for count, whole in ((-1, -1), (0, 0), (1, 0)):
        found = tc.moment(np.datetime64(count, unit), zone="UTC")
        assert found.span.start == whole
        assert len(found.remarks) == (count != 0)


@pytest.mark.parametrize(
    ("later", "hour"),
    [(False, 0), (True, 1)],
)
def test_a_repeated_wall_time_keeps_its_fold(later: bool, hour: int) -> None:
    # Berlin's clocks went back from 03:00 to 02:00 on 18 November 1945.
    utc = datetime(1945, 11, 18, hour, 30, tzinfo=UTC)
    zoned = whenever.Instant(utc).to_tz("Europe/Berlin")
    stamp = pd.Timestamp(utc).tz_convert("Europe/Berlin")
    for value in (zoned, stamp):
        found = tc.moment(value)
        assert found.span.start == from_datetime(utc)
        assert found.text == "1945-11-18T02:30:00"


def test_the_fold_asked_for_holds_for_plain_wall_times() -> None:
    for value in (whenever.PlainDateTime(1945, 11, 18, 2, 30), np.datetime64("1945-11-18T02:30")):
        starts = {fold: tc.moment(value, zone="Europe/Berlin", fold=fold).span.start for fold in ("earlier", "later")}
        assert starts["earlier"] == from_datetime(datetime(1945, 11, 18, 0, 30, tzinfo=UTC))
        assert starts["later"] == from_datetime(datetime(1945, 11, 18, 1, 30, tzinfo=UTC))
        assert len(tc.moment(value, zone="Europe/Berlin").support) == 2


def test_a_skipped_wall_time_is_refused() -> None:
    with pytest.raises(WallTimeSkippedError, match="1936-12-31T23:30:00"):
        tc.moment(pd.Timestamp("1936-12-31 23:30"), zone="Manchukuo")


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (pd.NaT, "missing"),
        (np.datetime64("NaT"), "missing"),
        (np.datetime64("NaT", "ns"), "missing"),
        (pd.Period("1945-08-09 00:00", "h"), "with frequency h"),
        (np.datetime64("1945-08-09", "W"), "its unit"),
        (np.datetime64("1945-08-09", ("D", 10)), "its unit"),
        (whenever.Time(0, 10), "no whole date"),
        (whenever.MonthDay(8, 9), "no whole date"),
        (pd.Timedelta(days=1), "a Timedelta is not a time"),
        (np.array(["1945-08-09"], "datetime64[D]"), "a ndarray is not a time"),
    ],
)
def test_what_is_no_single_time_is_refused(value: Any, why: str) -> None:
    with pytest.raises(TimeFormatError, match=why) as caught:
        tc.moment(value, zone="UTC")
    assert caught.value.hint


@pytest.mark.parametrize(
    "value",
    [
        np.datetime64("20000"),
        np.datetime64("-0044"),
        # In microseconds these would wrap around to a date that is inside.
        np.datetime64("586500-01-01T00:00"),
        *(np.datetime64(year * 525_949, "m") for year in range(584_500, 594_500, 500)),
        pd.Timestamp(np.datetime64("20000-01-01T00:00:00")),
        pd.Period(year=20_000, freq="D"),
    ],
)
def test_years_that_no_datetime_has(value: Any) -> None:
    with pytest.raises(OutOfRangeError):
        tc.moment(value, zone="UTC")


def test_standard_objects_are_left_alone() -> None:
    assert [as_plain(each) for each in ("1945", date(1945, 8, 9), datetime(1945, 8, 9), timedelta(1), None)] == [
        None
    ] * 5


def test_timelines_take_a_timestamp_and_refuse_the_rest() -> None:
    edge = 1_000
    timeline = tc.Timeline.of("old", [(edge, "new")])
    look = timeline.lookup()
    for count in (edge * 1000 - 1, edge * 1000, edge * 1000 + 1):
        stamp = pd.Timestamp(count, unit="ns", tz="UTC")
        assert timeline.at(stamp) == look(stamp) == ("new" if count >= edge * 1000 else "old")
        assert timeline.at(stamp.tz_convert(TOKYO)) == timeline.at(stamp)
    with pytest.raises(WrongTypeError, match="aware datetime"):
        timeline.at(whenever.Instant(EPOCH))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "same"),
    [
        (whenever.ItemizedDateDelta(years=1, months=6), "P1Y6M"),
        (whenever.ItemizedDateDelta(weeks=2, days=1), "P15D"),
        (whenever.ItemizedDelta(years=5), "P5Y"),
        (pd.Timedelta(days=90), "P90D"),
    ],
)
def test_calendar_lengths(value: Any, same: str) -> None:
    assert tc.Period.of(value) == tc.Period.of(same)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (whenever.ItemizedDelta(days=1, hours=3), "P1DT3H"),
        (whenever.ItemizedDateDelta(years=-1), "-P1Y"),
        (whenever.TimeDelta(hours=48), "exact time"),
        (pd.DateOffset(months=1), "rules of its own"),
        (pd.offsets.BDay(3), "rules of its own"),
        (pd.Timedelta(days=1, nanoseconds=1), "part of a day"),
        (pd.NaT, "it is of type NaTType"),
    ],
)
def test_other_lengths_are_refused(value: Any, why: str) -> None:
    with pytest.raises(PeriodError, match=why):
        tc.Period.of(value)


def test_other_tzinfo_is_believed_and_named() -> None:
    found = tc.moment(datetime(1945, 8, 9, 0, 10, tzinfo=tz.tzoffset("JST", 9 * 3600)))
    assert str(found.support) == "[1945-08-08T15:10:00Z, 1945-08-08T15:10:00.000001Z)"
    assert "dateutil.tz" in found.notes[0]
