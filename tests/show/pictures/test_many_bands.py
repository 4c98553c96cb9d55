"""Two hundred parties: a thin row each, the days in it or beside it, and still no text runs into another."""

from __future__ import annotations

import pytest

from small_pictures import bands_of
from svg_texts import collisions, texts
from treatyclock.show.pictures._many_bands import MANY, many_bands
from treatyclock.show.pictures.drawing import Axis, Box, Lettering
from treatyclock.show.pictures.layout import layout
from treatyclock.show.pictures.svg import svg


@pytest.mark.parametrize("width", [400, 760])
def test_two_hundred_parties_are_readable(width: float) -> None:
    picture = bands_of(200)
    drawn = svg(picture, width=width)
    assert collisions(drawn) == []
    written = {each.text for each in texts(drawn)}
    assert {band.name for band in picture.bands} <= written or width < 500
    assert layout(picture, width=width).height / 200 < 15
    assert min(each.bottom - each.top for each in texts(drawn)) >= 9


def test_a_few_bands_more_do_not_make_a_picture_higher() -> None:
    assert layout(bands_of(MANY + 1)).height < layout(bands_of(MANY)).height


def test_a_day_stands_within_its_bar_or_in_free_room() -> None:
    picture = bands_of(60)
    axis = Axis(start=200, end=750, first=picture.first, last=picture.last)
    drawn, bottom = many_bands(picture, axis, 10)
    boxes = [each for each in drawn if isinstance(each, Box)]
    days = [each for each in drawn if isinstance(each, Lettering) and each.text[:2] in ("19", "20")]
    assert len(days) > 60
    assert bottom > max(each.top for each in boxes)
    for each in days:
        own = [box for box in boxes if box.top < each.y <= box.top + box.height]
        inside = [box for box in own if box.left <= each.x < box.left + box.width]
        assert len(own) >= 1 and (inside or each.x >= axis.start)
