"""The picture of an answer: its life, who says otherwise, and the moment."""

from __future__ import annotations

from datetime import datetime

import treatyclock as tc
from small_treaties import act, entry, two
from treatyclock.show.pictures.asked import picture_of_answer, picture_of_lives


def test_an_answer_marks_the_moment_on_the_treaty_s_clock() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    picture = picture_of_answer(pact.in_force("1945-08-09T00:10", zone="Asia/Tokyo"))
    assert picture is not None
    assert [(mark.at, mark.label) for mark in picture.marks] == [
        (datetime(1945, 8, 8, 18, 10), "1945-08-08 18:10 (Europe/Moscow)")
    ]
    assert picture.bands[0].name == "its terms"
    assert any(band.differs for band in picture.bands[1:])


def test_nothing_is_drawn_of_what_was_never_in_force() -> None:
    never = tc.load("comprehensive-test-ban-1996").in_force("2020-01-01")
    assert picture_of_answer(never) is None
    assert "<svg" not in never._repr_mimebundle_()["text/html"]


def test_lives_that_look_alike_share_a_band_and_parties_stand_in_the_order_of_their_entry() -> None:
    paris = tc.load("paris-agreement-2015").chronologies()
    picture = picture_of_lives(paris)
    assert len(picture.bands) < len(paris.alike())  # when each had signed is not drawn
    assert len({band.bars for band in picture.bands[1:]}) == len(picture.bands) - 1
    assert picture.bands[0].name == "generally"
    assert any(band.name.endswith(" more") for band in picture.bands)
    starts = [band.bars[0].start for band in picture.bands[1:] if band.bars]
    assert starts == sorted(starts, key=str)


def test_a_day_is_marked_in_every_century() -> None:
    for century in ("08", "18", "98"):
        treaty = two(entry("signed"), act("signature", "AAA BBB", f"{century}43-08-10"), clocks=(None, None))
        picture = picture_of_answer(treaty.in_force(f"{century}50-01-01"))
        assert picture is not None
        assert [mark.label for mark in picture.marks] == [f"{century}50-01-01"]
