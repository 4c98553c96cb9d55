"""The moments of a life: what was done, what changes, what was asked about, in the order of time."""

from __future__ import annotations

import pytest

import treatyclock as tc
from night_treaty import night_treaty
from small_treaties import act, clause, entry, two
from treatyclock.civil.moments.moment import Moment
from treatyclock.law.status import Status
from treatyclock.pages.moments import clock_of, life_moments, readings_of, wall_of

PACT = night_treaty()


def test_they_are_in_order_and_each_comes_once() -> None:
    found = life_moments(PACT.under())
    assert [each.wall for each in found] == sorted(each.wall for each in found)
    assert len({(each.instant, None if each.day is None else each.day.days) for each in found}) == len(found)


def test_every_act_is_there_and_every_change_by_every_reading() -> None:
    view = PACT.under()
    found = life_moments(view)
    assert {act.id for each in found for act in each.acts} == {act.id for act in PACT.record.acts}
    changes = [change for each in found for change in each.changes]
    for reading in readings_of(view):
        line = PACT.timeline(reading=reading)
        told = [(change.before, change.now) for change in changes if reading in change.by]
        assert told == list(zip(line.values, line.values[1:], strict=False)), reading.id


def test_a_moment_asked_about_is_one_of_them() -> None:
    night = tc.moment("1945-08-09T00:10", zone="Asia/Tokyo")
    (asked,) = [each for each in life_moments(PACT.under(), [night]) if each.asked]
    assert asked.instant == night.span.start
    assert asked.wall.isoformat() == "1945-08-08T18:10:00"
    day = tc.moment("1945-08-09")
    (asked,) = [each for each in life_moments(PACT.under(), [day]) if each.asked]
    assert asked.instant is None and asked.wall.isoformat() == "1945-08-09T00:00:00"
    assert asked.wall == wall_of(day, clock_of(PACT.under()))


def test_an_hour_that_a_clock_showed_twice_is_two_moments() -> None:
    twice = tc.moment("2020-10-25T02:30", zone="Europe/Paris")
    assert len([each for each in life_moments(PACT.under(), [twice]) if each.asked]) == 2


def test_a_day_of_one_place_has_the_hours_between_which_it_lasted() -> None:
    signed, *_ = life_moments(PACT.under())
    assert str(signed.lasts) == "[1941-04-12T21:00:00Z, 1941-04-13T21:00:00Z)"


def test_of_a_treaty_of_many_each_party_has_its_own_days() -> None:
    found = life_moments(tc.load("paris-agreement-2015").under())
    left = [
        (each.wall.date().isoformat(), [status.value for status in change.now])
        for each in found for change in each.changes if change.of == ("the United States",)
    ]  # fmt: skip
    assert left == [("2020-11-04", ["former party"]), ("2021-02-19", ["party"]), ("2026-01-27", ["former party"])]
    for_france = life_moments(tc.load("paris-agreement-2015").under(party="FRA"))
    assert not any(change.of for each in for_france for change in each.changes)


@pytest.mark.parametrize("id", ["vienna-convention-law-of-treaties-1969", "icsid-1965"])
def test_where_no_clock_is_known_statuses_change_with_dates(id: str) -> None:
    treaty = tc.load(id)
    found = [each for each in life_moments(treaty.under()) if any(change.by for change in each.changes)]
    in_force = [each for each in found if any(Status.PARTY in change.now for change in each.changes)]
    assert in_force and all((each.instant is None) is not bool(treaty.record.midnights()) for each in found)


@pytest.mark.parametrize("year", [1, 843, 9890])
def test_no_moment_is_left_out_in_any_century(year: int) -> None:
    rules = (entry("signed"), clause("term", lasts="P5Y", from_="entry into force", first_day="not counted"))
    treaty = two(*rules, act("signature", "AAA BBB", f"{year:04}-08-10"), clocks=(None, None))
    found = life_moments(treaty.under())
    assert [str(each.at.days) for each in found if isinstance(each.at, Moment)] == [
        f"{year:04}-08-10", f"{year + 5:04}-08-11",
    ]  # fmt: skip
    assert [len(each.acts) for each in found] == [1, 0]
