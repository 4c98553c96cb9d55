"""A moment of a life in words."""

from __future__ import annotations

import treatyclock as tc
from night_treaty import NIGHT, night_treaty
from treatyclock.pages.blocks import FoldedBlocks, Grid, ListOfTexts, Paragraph
from treatyclock.pages.clocks import clocks_of_record
from treatyclock.pages.moments import life_moments
from treatyclock.pages.told import answers_at, blocks_of, happens, otherwise, when_told

PACT = night_treaty()
VIEW = PACT.under()
(ASKED,) = [each for each in life_moments(VIEW, [NIGHT]) if each.asked]


def test_each_reading_answers_as_it_does_elsewhere() -> None:
    found = answers_at(ASKED, VIEW)
    assert len(found) == 1 + len(PACT.record.readings)
    for reading, answer in found.items():
        assert answer.truth is PACT.in_force(NIGHT, reading=reading).truth
    contested = {each.reading.id for each in PACT.in_force(NIGHT).contested_by}
    assert {each.id for each in otherwise(found, VIEW)} == contested


def test_the_night_in_blocks() -> None:
    blocks = blocks_of(ASKED, VIEW, clocks_of_record(PACT.record), answers_at(ASKED, VIEW))
    told = [each.text for each in blocks if isinstance(each, Paragraph)]
    assert "Yes, in force by its terms." in told
    (differ,) = [each for each in blocks if isinstance(each, Grid) and each.title == "Who says otherwise"]
    assert [row[0] for row in differ.rows] == ["ended-by-notice", "ended-by-war-front-midnight"]
    (why,) = [each for each in blocks if isinstance(each, FoldedBlocks) and each.title.startswith("Why: the argument")]
    assert isinstance(why.blocks[0], ListOfTexts)
    assert "Japan ratified: 25 April 1941. (Sources: 2, 3.)" in why.blocks[0].texts
    assert "1 reading says the same" in [each.title for each in blocks if isinstance(each, FoldedBlocks)]


def test_when_and_what() -> None:
    assert when_told(ASKED, VIEW) == "9 August 1945 00:10 (Asia/Tokyo) = 8 August 1945 18:10 (Europe/Moscow)"
    notice = next(each for each in life_moments(VIEW) if any(act.id == "denunciation" for act in each.acts))
    told = happens(notice, VIEW)
    assert told[0].startswith("The USSR gave notice of denunciation in Moscow")
    assert "Status now former party, before party, by reading ended-by-notice." in told


def test_what_nobody_did_is_told_as_supposed() -> None:
    late = {"kind": "denunciation", "by": "SUN", "on": "1945-04-27", "ref": "art. 3"}
    view = PACT.what_if(add=[late]).under()
    told = [text for each in life_moments(view) for text in happens(each, view)]
    assert "Supposed, and on no record: denunciation by the USSR, 27 April 1945." in told


def test_many_names_are_counted() -> None:
    view = tc.load("paris-agreement-2015").under()
    told = [text for each in life_moments(view) for text in happens(each, view) if " more." in text]
    assert told == [
        "Status now party, before contracting State, for Albania, Antigua and Barbuda, Argentina and 71 more."
    ]


def test_an_hour_is_told_by_the_clock_that_was_asked_by_and_then_by_the_treatys() -> None:
    noon = tc.moment("1970-01-01T12:00", zone="Asia/Tokyo")
    (asked,) = [each for each in life_moments(tc.load("icsid-1965").under(), [noon]) if each.asked]
    without = tc.from_dict({"schema": 1, "id": "pact", "title": "A pact", "parties": {"FRA": "France", "RUR": "R"}})
    assert when_told(asked, without.under()) == "1 January 1970 12:00 (Asia/Tokyo)"
    assert when_told(asked, tc.load("icsid-1965").under()) == (
        "1 January 1970 12:00 (Asia/Tokyo) = 31 December 1969 22:00 (America/New_York)"
    )
