"""Columns read as arrays of Arrow: every way to write a time, and what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from frame_kinds import compiled
from treatyclock.errors import FrameError
from treatyclock.frames.columns import codes_in, times_in
from treatyclock.instants import DAY, date_microseconds, from_datetime

NIGHT = datetime(1945, 8, 8, 15, 10, tzinfo=UTC)


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_times_of_every_unit(unit: str) -> None:
    column = pa.array([NIGHT, None], pa.timestamp(unit, tz="Asia/Tokyo"))
    times = times_in(column, "t", zone=None, by=None)
    assert times.first.tolist()[0] == times.last.tolist()[0] == from_datetime(NIGHT)
    assert times.asked.tolist() == [True, False] and times.by == "instant"


def test_nanoseconds_are_cut_to_the_microsecond_that_contains_them() -> None:
    column = pa.array([-1, -1000, -1001, 999]).cast(pa.timestamp("ns", tz="UTC"))
    assert times_in(column, "t", zone=None, by=None).first.tolist() == [-1, -1, -2, 0]


def test_texts_may_be_days_ranges_or_instants() -> None:
    days = times_in(pa.array(["1945-08-09", "1945-08", None, "1945", "1945-08-09"]), "t", zone=None, by=None)
    assert days.by == "day" and days.asked.tolist() == [True, True, False, True, True]
    assert days.first.tolist()[0] == days.last.tolist()[0] == date_microseconds(date(1945, 8, 9))
    assert (days.last - days.first).tolist()[1] == 30 * DAY and (days.last - days.first).tolist()[3] == 364 * DAY
    hours = times_in(pa.array(["1945-08-09T00:10", "1945-08-08T15:10Z"]), "t", zone="Asia/Tokyo", by=None)
    assert hours.by == "instant" and hours.first.tolist() == hours.last.tolist() == [from_datetime(NIGHT)] * 2
    coded = times_in(pa.array(["1945-08-09", "1945"]).dictionary_encode(), "t", zone=None, by=None)
    assert coded.first.tolist() == [date_microseconds(date(1945, 8, 9)), date_microseconds(date(1945, 1, 1))]


def test_a_time_that_a_clock_showed_twice_is_two_instants() -> None:
    wall = pa.array([datetime(1947, 9, 28, 1, 30)], pa.timestamp("us"))
    for column in (wall, pa.array(["1947-09-28T01:30"])):
        times = times_in(column, "t", zone="America/New_York", by=None)
        assert times.points and (times.last - times.first).tolist() == [3_600_000_000]


@pytest.mark.parametrize(
    ("column", "zone", "by", "said"),
    [
        (pa.array([1945]), None, None, "by='year'"),
        (pa.array([1945.5]), None, "year", "no whole years"),
        (pa.array([0, 1945, 9999]), None, "year", "no year"),
        (pa.array([True]), None, None, "no times"),
        (pa.array([date(1945, 8, 9)]), "UTC", None, "compared as dates"),
        (pa.array(["1945-08-09"]), "UTC", None, "compared as dates"),
        (pa.array([datetime(1945, 8, 9)]), None, None, "times without a zone"),
        (pa.array([datetime(1945, 4, 2, 2, 30), datetime(1967, 4, 30, 2, 30)]), "America/New_York", None, "skipped"),
        (pa.array([NIGHT], pa.timestamp("us", tz="UTC")), None, "day", "compared as dates"),
        (pa.array(["1945-08-09", "1945-08-09T00:10Z"]), None, None, "in one column"),
        (pa.array(["[1945-05-08,1945-05-12]"]), None, None, "do not touch"),
        (pa.array(["1945-08-09T00:10"]), None, None, "without a zone"),
        (pa.array([2**45]).cast(pa.timestamp("s", tz="UTC")), None, None, "70,000"),
    ],
)
def test_what_cannot_be_asked_is_told(column: Any, zone: str | None, by: str | None, said: str) -> None:
    with pytest.raises(FrameError) as caught:
        times_in(column, "t", zone=zone, by=by)
    assert said in str(caught.value) and all(each.column == "t" for each in caught.value.faults)


def test_codes_of_text_of_categories_and_of_nobody() -> None:
    book = compiled("day")
    for column in (pa.array(["SUN", None, "JPN"]), pa.array(["SUN", None, "JPN"]).dictionary_encode()):
        codes, asked, faults = codes_in(column, "a", book)
        assert asked.tolist() == [True, False, True] and faults == []
        assert book.actors[codes[[0, 2]]].tolist() == ["SUN", "JPN"]
    codes, asked, faults = codes_in(pa.nulls(2), "a", book)
    assert (len(codes), asked.tolist(), faults) == (2, [False, False], [])
    _, _, faults = codes_in(pa.array(["X", "SUN", "X", "Y"]), "a", book)
    assert [(each.row, each.value) for each in faults] == [(0, "X"), (3, "Y")]
    _, _, faults = codes_in(pa.array([date(1945, 8, 9)]), "a", book)
    assert "no codes" in faults[0].problem


def test_whole_years_beside_missing_ones() -> None:
    times = times_in(pa.array([1945.0, None]), "t", zone=None, by="year")
    assert times.asked.tolist() == [True, False]
    assert (times.last[0] - times.first[0]) // DAY == 364 and np.all(times.first <= times.last)
