"""What the clocks of a page showed."""

from __future__ import annotations

from datetime import UTC, datetime

import treatyclock as tc
from treatyclock.civil.clocks.zones import zone
from treatyclock.instants import from_datetime
from treatyclock.intervals import Interval
from treatyclock.pages.blocks import Grid, Paragraph
from treatyclock.pages.clocks import MOST_CLOCKS, clocks_of_record, shown_at, shown_during, told_at

START = from_datetime(datetime(1945, 8, 8, 15, 10, tzinfo=UTC))
CLOCKS = {name: zone(name) for name in ("Asia/Tokyo", "Europe/Moscow", "UTC")}


def test_one_moment_has_two_dates() -> None:
    grid, told = shown_at(START, CLOCKS)
    assert isinstance(grid, Grid) and isinstance(told, Paragraph)
    assert grid.rows == (
        ("Asia/Tokyo (+09:00)", "9 August 1945", "00:10"),
        ("Europe/Moscow (+03:00)", "8 August 1945", "18:10"),
        ("UTC (+00:00)", "8 August 1945", "15:10"),
    )
    assert told.text == "One moment, 2 dates: 9 August 1945 (Asia/Tokyo) and 8 August 1945 (Europe/Moscow, UTC)."
    assert len(shown_at(START, {"UTC": CLOCKS["UTC"]})) == 1


def test_a_day_of_one_clock_on_the_others() -> None:
    day = tc.moment("1941-04-13", zone="Europe/Moscow").span
    (grid,) = shown_during(Interval(day.start, day.end), CLOCKS)
    assert isinstance(grid, Grid)
    assert grid.rows[0] == ("Asia/Tokyo", "13 April 1941 06:00", "14 April 1941 06:00")
    assert grid.rows[1] == ("Europe/Moscow", "13 April 1941 00:00", "14 April 1941 00:00")


def test_a_date_that_two_clocks_share_is_written_once() -> None:
    assert told_at(START, [CLOCKS["Asia/Tokyo"], zone("Manchukuo")]) == "9 August 1945 00:10 (Asia/Tokyo, Manchukuo)"
    assert told_at(START, list(CLOCKS.values())) == (
        "9 August 1945 00:10 (Asia/Tokyo) = 8 August 1945 18:10 (Europe/Moscow) = 15:10 (UTC)"
    )


def test_a_date_is_left_out_only_behind_the_same_date() -> None:
    clocks = [zone(name) for name in ("Manchukuo", "Khabarovsk", "Europe/Moscow")]
    midnight = from_datetime(datetime(1945, 8, 8, 14, 0, tzinfo=UTC))
    assert told_at(midnight, clocks) == (
        "8 August 1945 23:00 (Manchukuo) = 9 August 1945 00:00 (Khabarovsk) = 8 August 1945 17:00 (Europe/Moscow)"
    )


def test_the_clocks_asked_about_come_first_and_are_not_too_many() -> None:
    record = tc.load("soviet-japanese-neutrality-pact").record
    assert next(iter(clocks_of_record(record, [zone("America/New_York")]))) == "America/New_York"
    many = [zone(f"+{hour:02}:00") for hour in range(1, 12)]
    found = list(clocks_of_record(record, many))
    assert len(found) == MOST_CLOCKS and found[-1] == "UTC"
