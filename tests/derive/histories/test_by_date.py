"""Dates compared as dates: what is changed in a record for that, and what is not."""

import pytest

import treatyclock as tc
from small_treaties import BOTH, UTC, act, entry, two
from treatyclock.derive.histories.by_date import by_date, clocks_of
from treatyclock.derive.histories.life import evaluate
from treatyclock.law.readings import TEXT, Reading

Seats = tuple[str | None, str | None]


def treaty(on: str, *, clocks: Seats = (UTC, UTC), **more: str) -> tc.Treaty:
    return two(entry("signed") + act("signature", BOTH, on, **more), clocks=clocks)


def test_a_record_of_dates_on_one_clock_stays_as_it_is() -> None:
    record = treaty("1930-01-15").record
    assert by_date(record, TEXT) is record


def test_a_date_without_an_hour_belongs_to_no_place() -> None:
    record = treaty("1930-01-15", clock="Asia/Tokyo").record
    (act_,) = by_date(record, TEXT).acts
    assert (act_.dated.zones, act_.dated.days) == ((), record.acts[0].dated.days)
    hour = treaty("1930-01-15T12:00", clock="Asia/Tokyo").record
    assert by_date(hour, TEXT) is hour


@pytest.mark.parametrize(
    ("when", "midnights"),
    [("1930-01-15", ("+00:00",)), ("1930-01-15T12:00Z", ("+14:00", "-12:00"))],
)
def test_where_no_clock_is_named_the_farthest_are_tried_if_an_hour_is(when: str, midnights: tuple[str, ...]) -> None:
    assert by_date(treaty(when, clocks=(None, None)).record, TEXT).midnights() == midnights


def test_a_reading_s_midnight_is_the_clock() -> None:
    mine = Reading(id="mine", title="t", holder="h", choose=(("midnight", "Asia/Tokyo"),))
    record = treaty("1930-01-15", clocks=(None, None)).record
    assert by_date(record, mine) is record
    (world,) = evaluate(record, mine).course().worlds
    assert clocks_of(record, mine, world) == ("Asia/Tokyo",)


def test_each_world_has_its_clock() -> None:
    record = by_date(treaty("1930-01-15", clocks=("Asia/Tokyo", "Europe/Moscow")).record, TEXT)
    worlds = evaluate(record, TEXT).course().worlds
    assert {clocks_of(record, TEXT, world) for world in worlds} == {("Asia/Tokyo",), ("Europe/Moscow",)}
