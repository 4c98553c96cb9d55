"""Bars of a life: what is certain, what is open, and where a reading differs."""

from __future__ import annotations

from datetime import datetime

import pytest

import treatyclock as tc
from treatyclock.law.status import Status
from treatyclock.show.pictures.lives import bars, fill_of, picture_of
from treatyclock.show.pictures.picture import Fill, Mark

PACT = tc.load("soviet-japanese-neutrality-pact")


@pytest.mark.parametrize(
    ("statuses", "fill"),
    [
        ({Status.PARTY}, Fill.IN_FORCE),
        ({Status.PARTY, Status.SUSPENDED}, Fill.IN_FORCE),
        ({Status.SUSPENDED}, Fill.SUSPENDED),
        ({Status.PARTY, Status.FORMER_PARTY}, Fill.UNKNOWN),
        (set(), Fill.UNKNOWN),
        ({Status.PROVISIONAL}, Fill.PROVISIONAL),
        ({Status.SURVIVING}, Fill.SURVIVING),
        ({Status.PROVISIONAL, Status.SIGNATORY}, None),
        ({Status.FORMER_PARTY}, None),
    ],
)
def test_the_fill_says_what_is_certain(statuses: set[Status], fill: Fill | None) -> None:
    assert fill_of(frozenset(statuses)) is fill


def test_a_bar_begins_and_ends_on_the_days_of_the_life() -> None:
    certain, open_ = bars(PACT.chronology())
    assert (certain.begins, certain.ends, certain.fill) == ("1941-04-25", "1946-04-24", Fill.IN_FORCE)
    assert (open_.begins, open_.ends, open_.fill) == ("1946-04-25", "", Fill.UNKNOWN)
    assert open_.start == datetime(1946, 4, 25)


def test_a_reading_differs_where_it_is_filled_otherwise() -> None:
    lives = [("its terms", PACT.chronology()), ("longer", PACT.chronology(reading="prolonged-to-1951"))]
    first, longer = picture_of("t", lives, compared=True).bands
    assert first.differs == ()
    assert longer.differs == ((datetime(1946, 4, 25), datetime(1951, 4, 26)),)


def test_of_what_was_never_in_force_there_is_no_scale_and_a_note_says_so() -> None:
    never = picture_of("t", [("a", tc.load("comprehensive-test-ban-1996").chronology())])
    assert (never.ticks, never.notes) == ((), ("It was never in force here, by what is on record.",))
    asked = picture_of(
        "t",
        [("a", tc.load("comprehensive-test-ban-1996").chronology())],
        marks=[Mark(at=datetime(2020, 1, 1), label="x")],
    )
    assert asked.ticks and asked.notes == never.notes
