"""Where everything of a picture stands: times by their axis, texts clear of each other, at any width."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

import treatyclock as tc
from small_pictures import bands_of
from svg_texts import collisions
from treatyclock import pictures
from treatyclock.show.pictures.drawing import Arrow, Axis, Box, Pen, Stroke
from treatyclock.show.pictures.layout import layout
from treatyclock.show.pictures.picture import Band, Bar, Fill, Mark, Picture
from treatyclock.show.pictures.svg import svg

PACT = tc.load("soviet-japanese-neutrality-pact")
FIRST, LAST = datetime(1940, 1, 1), datetime(1950, 1, 1)


def of(*bars: Bar) -> Picture:
    return Picture(title="t", bands=(Band(name="", bars=bars),), first=FIRST, last=LAST)


@pytest.mark.parametrize("width", [320, 500, 760, 1400])
def test_no_text_runs_into_another_at_any_width(width: float) -> None:
    for picture in (
        pictures.life(PACT, by="reading", at="1945-08-09 00:10", zone="Asia/Tokyo"),
        pictures.deadlines(tc.load("ilo-underground-work-women-1935"), "1990", "2030"),
        bands_of(12),
    ):
        assert collisions(svg(picture, width=width)) == []


def test_a_time_stands_where_its_share_of_the_whole_is_and_never_beyond() -> None:
    axis = Axis(start=100, end=300, first=FIRST, last=LAST)
    assert axis.place(FIRST + (LAST - FIRST) / 4, 0) == 150
    assert (axis.place(datetime(1930, 1, 1), 0), axis.place(datetime(1960, 1, 1), 0)) == (100, 300)
    assert axis.place(None, 7) == 7
    upwards = Axis(start=300, end=100, first=FIRST, last=LAST)
    assert upwards.place(FIRST, 0) > upwards.place(LAST, 0)


def test_a_bar_stands_at_its_days_and_goes_on_where_it_has_no_end() -> None:
    drawing = layout(of(Bar(start=datetime(1945, 1, 1), end=None, fill=Fill.IN_FORCE)))
    [box] = [each for each in drawing.shapes if isinstance(each, Box) and each.height != 11]
    assert box.left == pytest.approx(drawing.across.place(datetime(1945, 1, 1), 0))
    assert box.left + box.width == pytest.approx(drawing.across.end)
    assert [each.left for each in drawing.shapes if isinstance(each, Arrow)] == [pytest.approx(drawing.across.end)]


def test_a_day_among_decades_is_seen_and_its_label_stands_right_of_the_bar_before() -> None:
    end = datetime(1945, 1, 1)
    core = Bar(start=FIRST + timedelta(days=400), end=end, fill=Fill.IN_FORCE, ends="1944-12-31")
    fringe = Bar(start=end, end=end + timedelta(days=1), fill=Fill.UNKNOWN, begins="1945-01-01")
    drawing = layout(of(core, fringe))
    boxes = [each for each in drawing.shapes if isinstance(each, Box) and each.fill is Fill.UNKNOWN]
    assert boxes[0].width >= 2
    placed = {each.text: each for each in drawing.texts}
    assert placed["1944-12-31"].y == placed["1945-01-01"].y
    assert placed["1944-12-31"].x < boxes[0].left < placed["1945-01-01"].x


def test_a_band_without_a_name_has_no_text_in_its_place() -> None:
    known = of(
        Bar(
            start=datetime(1941, 1, 1),
            end=datetime(1946, 1, 1),
            begins="1941-01-01",
            ends="1945-12-31",
            fill=Fill.IN_FORCE,
        )
    )
    assert {each.text for each in layout(known).texts if each.x < 8} == set()


def test_a_mark_goes_through_all_bands_where_it_stands() -> None:
    at = datetime(1947, 5, 3)
    picture = Picture(
        title="t", bands=(Band(name="a", bars=()), Band(name="b", bars=())), first=FIRST, last=LAST,
        marks=(Mark(at=at, label="here"),),
    )  # fmt: skip
    drawing = layout(picture)
    [line] = [each for each in drawing.shapes if isinstance(each, Stroke) and each.pen is Pen.MARK]
    assert line.x1 == line.x2 == pytest.approx(drawing.across.place(at, 0))
    axes = [each.y1 for each in drawing.shapes if isinstance(each, Stroke) and each.pen is Pen.AXIS]
    assert line.y1 < min(axes) and max(axes) <= line.y2
    assert "here: 1947-05-03 00:00" in drawing.told


def test_a_long_name_takes_two_lines_and_is_told_whole() -> None:
    name = "the publication of the declaration in the newspapers of the capital and of all provinces"
    drawing = layout(Picture(title="t", bands=(Band(name=name, bars=()),), first=FIRST, last=LAST))
    assert drawing.texts[0].text.startswith("the publication")
    assert drawing.texts[1].text.endswith("…")
    assert drawing.texts[0].whole == name
