"""Where readings contradict a life: stretches that touch are one."""

from __future__ import annotations

from datetime import datetime

import treatyclock as tc
from treatyclock import pictures
from treatyclock.show.pictures.contested import contested
from treatyclock.show.pictures.picture import Fill

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_a_stretch_is_contested_from_the_first_reading_that_says_otherwise_to_the_last() -> None:
    [band] = contested(PACT.chronology(), PACT.chronologies("reading"))
    [early, late] = band.bars
    assert (early.begins, early.ends) == ("1941-04-13", "1941-04-24")  # coded from the signature on
    assert "atop-coding" in early.told
    assert (late.start, late.end) == (datetime(1945, 4, 5, 15), datetime(1951, 4, 26))
    assert "ended-by-notice" in late.told and "prolonged-to-1951" in late.told
    assert late.fill is Fill.CONTESTED


def test_nothing_is_contested_where_every_reading_says_the_same() -> None:
    agreed = PACT.chronologies("reading")
    same = type(agreed)(title="t", by="reading", each=(agreed.each[0],))
    assert contested(PACT.chronology(), same) == ()


def test_the_picture_of_a_life_shows_what_is_contested_beside_it_and_that_of_readings_does_not() -> None:
    assert [band.name for band in pictures.life(PACT, by=None).bands] == ["generally", "contested"]
    assert "contested" not in [band.name for band in pictures.life(PACT, by="reading").bands]
    assert pictures.life(PACT, by=None).last > datetime(1951, 4, 26)
