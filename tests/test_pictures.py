"""Pictures as values: what each shows, that it shows itself in a notebook, and what cannot be drawn."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import treatyclock as tc
from treatyclock import pictures
from treatyclock.errors import NothingToDrawError, NotOneInstantError, ReversedDaysError, WrongTypeError

PACT = tc.load("soviet-japanese-neutrality-pact")
AUGUST = tc.reconcile("august-1945")


def test_a_picture_shows_itself_in_a_notebook_and_tells_itself_in_words() -> None:
    for picture in (pictures.life(PACT, by="reading"), pictures.known(PACT)):
        shown = picture._repr_mimebundle_()
        assert shown["image/svg+xml"].startswith("<svg")
        assert "1946-04-24" in shown["text/plain"] and picture.title in shown["text/plain"]
        assert len(repr(picture)) < 200


def test_a_life_is_of_whom_it_is_asked_for_and_marks_the_moment() -> None:
    paris = tc.load("paris-agreement-2015")
    [band] = pictures.life(paris, by=None, party="USA").bands
    assert [bar.begins for bar in band.bars] == ["2016-11-04", "2021-02-19"]
    [mark] = pictures.life(PACT, at="1945-08-09 00:10", zone="Asia/Tokyo").marks
    assert mark.at == datetime(1945, 8, 8, 18, 10)
    with pytest.raises(tc.TreatyclockError, match="readin"):
        pictures.life(PACT, by="readings")


def test_a_comparison_has_a_band_for_every_reading_asked_for_even_where_they_agree() -> None:
    own = tc.Reading(id="mine", title="mine", holder="me", ref="x", choose=(("first_day", "counted"),))
    picture = pictures.compare(PACT, ["japanese-government", own])
    assert [band.name for band in picture.bands] == ["its terms", "japanese-government", "mine"]
    assert picture.bands[1].bars == picture.bands[2].bars
    assert len(pictures.compare(PACT).bands) == 1 + len(PACT.record.readings)
    with pytest.raises(WrongTypeError, match="several"):
        pictures.compare(PACT, "japanese-government")


def test_deadlines_are_those_that_the_treaty_answers() -> None:
    picture = pictures.deadlines(tc.load("ilo-underground-work-women-1935"), "1990-01-01", "2030-01-01")
    [windows] = [band for band in picture.bands if band.name == "times for notice"]
    assert windows.bars[0].begins == "1997-05-30 to 1998-05-30"
    with pytest.raises(ReversedDaysError):
        pictures.deadlines(PACT, "1946", "1941")


def test_a_night_marks_the_events_of_a_case_that_came_at_one_time() -> None:
    picture = pictures.night(["Europe/Moscow", "Manchukuo"], "1945-08-08T12:00Z", "1945-08-08T23:00Z", AUGUST)
    marks = {mark.label: mark.at for mark in picture.marks}
    assert marks["the attack"] == datetime(1945, 8, 8, 15, 10)
    assert "the beginning of the declared war" not in marks  # one of two times
    assert [band.name for band in picture.bands] == ["Europe/Moscow", "Manchukuo"]


def test_the_instants_of_a_night_are_instants() -> None:
    aware = datetime(1945, 8, 8, 12, tzinfo=UTC)
    picture = pictures.night({"here": tc.zone("UTC")}, aware, "1945-08-08T23:00Z", {"late": "1945-08-09T05:00Z"})
    assert (picture.first, picture.marks) == (datetime(1945, 8, 8, 12), ())
    with pytest.raises(NotOneInstantError, match="1945-08-08"):
        pictures.night(["UTC"], "1945-08-08", "1945-08-09", zone="UTC")
    with pytest.raises(ReversedDaysError):
        pictures.night(["UTC"], "1945-08-09T00:00Z", "1945-08-08T00:00Z")


def test_what_was_never_in_force_says_that_there_is_nothing_to_draw() -> None:
    never = tc.load("comprehensive-test-ban-1996").in_force("2020-01-01")
    with pytest.raises(NothingToDrawError, match="never in force"):
        pictures.answer(never)


@pytest.mark.parametrize("make", [pictures.life, pictures.compare, pictures.known, pictures.answer, pictures.case])
def test_what_is_no_treaty_is_refused_with_a_remedy(make: object) -> None:
    with pytest.raises(WrongTypeError, match=r"tc\.load|in_force|reconcile"):
        make("soviet-japanese-neutrality-pact")  # type: ignore[operator]
