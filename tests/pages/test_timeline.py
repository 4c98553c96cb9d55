"""The drawings of a timeline, and where moments stand in them."""

from __future__ import annotations

from datetime import datetime

import treatyclock as tc
from svg_texts import collisions, texts
from treatyclock.pages.timeline import NARROW, narrowed, places_in, timeline
from treatyclock.show.pictures.asked import picture_of_lives
from treatyclock.show.pictures.svg import svg

PICTURE = picture_of_lives(tc.load("soviet-japanese-neutrality-pact").chronologies("reading"))


def test_a_moment_stands_where_its_bar_begins() -> None:
    start = PICTURE.bands[0].bars[0].start
    assert start is not None
    ((wide, narrow),) = places_in(PICTURE, [start])
    drawings = timeline(PICTURE).split('class="timeline')[1:]
    for share, drawn in zip((wide, narrow), drawings, strict=True):
        width = float(drawn.partition('viewBox="0 0 ')[2].partition(" ")[0])
        bar = drawn.partition("<title>1941-04-25 to ")[0].rpartition("<rect")[2]
        assert abs(float(bar.partition(' x="')[2].partition('"')[0]) - share / 100 * width) < 0.1


def test_later_moments_stand_farther_to_the_right_and_within_the_drawing() -> None:
    found = places_in(PICTURE, [datetime(year, 1, 1) for year in range(1941, 1952)])
    assert found == tuple(sorted(found)) and all(0 < place < 100 for each in found for place in each)


def test_no_two_texts_run_into_each_other_in_a_narrow_drawing() -> None:
    drawn = svg(narrowed(PICTURE), width=NARROW)
    assert collisions(drawn) == []
    assert all(each.left >= -0.5 and each.right <= NARROW + 0.5 for each in texts(drawn))
    assert "ended-by-war-moscow-midnight" in [each.text for each in texts(drawn)]


def test_the_two_drawings_share_no_id() -> None:
    wide, narrow = (set(part.split(' id="')[1:]) for part in timeline(PICTURE).split('class="timeline')[1:])
    assert not {each.partition('"')[0] for each in wide} & {each.partition('"')[0] for each in narrow}


def test_the_line_of_a_moment_ends_with_the_scale() -> None:
    for drawn in timeline(PICTURE).split('class="timeline')[1:]:
        height = float(drawn.partition('viewBox="0 0 ')[2].partition('"')[0].split()[1])
        ends = height * (1 - float(drawn.partition('data-below="')[2].partition('"')[0]) / 100)
        found = texts(drawn.partition(">")[2].partition("<span")[0])
        (years,) = {each.bottom for each in found if len(each.text) == 4 and each.text.isdigit()}
        (legend,) = (each.top for each in found if each.text == "in force")
        assert years <= ends + 0.1 and ends - 0.1 <= legend
