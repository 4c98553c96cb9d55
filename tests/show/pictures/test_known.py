"""Legal time against what was known when: what was foreseen, and what a later document changed."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import treatyclock as tc
from small_treaties import act, entry, two
from treatyclock import pictures
from treatyclock.show.pictures.known import became_known
from treatyclock.show.pictures.picture import Fill, Plane

PACT = tc.load("soviet-japanese-neutrality-pact")


def fill_at(plane: Plane, legal: datetime, known: datetime) -> Fill:
    """Return how the point of two times is filled: what was then known of that time."""
    [area] = [
        each
        for each in plane.areas
        if (each.start is None or each.start <= legal)
        and (each.end is None or legal < each.end)
        and each.since <= known < each.until
    ]
    return area.fill


@pytest.mark.parametrize("legal", ["1941-05-01", "1946-04-24", "1946-04-25", "1946-05-01", "1951-04-24", "1952-01-01"])
@pytest.mark.parametrize("known", ["1941-04-20", "1942-01-01", "1945-04-04", "1945-04-05", "1946-01-01"])
def test_each_point_is_what_the_treaty_says_of_that_day_by_what_was_known_then(legal: str, known: str) -> None:
    truth = PACT.in_force(legal, known_as_of=known).truth
    expected = {tc.Truth.YES: Fill.IN_FORCE, tc.Truth.NO: Fill.NOT_IN_FORCE, tc.Truth.UNKNOWN: Fill.UNKNOWN}
    plane = pictures.known(PACT)
    found = fill_at(plane, datetime.fromisoformat(legal), datetime.fromisoformat(known))
    assert found is expected[truth]


def test_a_secret_treaty_is_known_of_only_when_it_was_published() -> None:
    plane = pictures.known(tc.load("yalta-far-east-1945"))
    within = datetime(1945, 8, 8)
    assert fill_at(plane, within, datetime(1946, 1, 1)) is Fill.NOTHING_KNOWN
    assert fill_at(plane, within, datetime(1946, 2, 11)) is Fill.IN_FORCE
    assert [mark.at for mark in plane.marks] == [datetime(1946, 2, 11)]


def test_what_became_known_is_told_in_order_and_what_is_vague_twice() -> None:
    told = became_known(tc.load("treaty-on-european-union").record)
    assert list(told) == sorted(told)
    assert told[date(1992, 11, 1)] == "perhaps ratification by France"
    assert told[date(1992, 11, 30)] == "ratification by France"
    assert told[date(2017, 3, 29)] == "withdrawal by the United Kingdom"


def test_a_plane_can_begin_later_by_either_time() -> None:
    union = tc.load("treaty-on-european-union")
    plane = pictures.known(union, party="GBR", since="2017-01-01", first="2017")
    assert (plane.known_first, plane.first) == (datetime(2017, 1, 1), datetime(2017, 1, 1))
    ends = [mark.label.rpartition(" to ")[2].rstrip(")") for mark in plane.marks]
    assert ends == ["2019-03-29", "2019-04-12", "2019-10-31", "2020-01-31"]  # as docs/deadlines.md has them
    assert fill_at(plane, datetime(2019, 12, 1), datetime(2017, 2, 1)) is Fill.IN_FORCE
    after = pictures.known(union, party="GBR", since="2021")
    assert after.marks == ()
    assert {area.until for area in after.areas} == {after.known_last}


def test_the_first_day_and_days_to_come_are_drawn_too() -> None:
    for day in ("0001-01-01", "0843-08-10", "9890-08-10"):
        treaty = two(entry("signed"), act("signature", "AAA BBB", day), clocks=(None, None))
        assert [mark.at.date().isoformat() for mark in pictures.known(treaty).marks] in ([day], [])
        assert list(became_known(treaty.record)) == [date.fromisoformat(day)]
