"""A plane: areas by legal time and by what was known, and beside them what became known, each at its height."""

from __future__ import annotations

from datetime import datetime

import pytest

import treatyclock as tc
from svg_texts import collisions
from treatyclock import pictures
from treatyclock.show.pictures._plane_layout import plane_layout
from treatyclock.show.pictures.drawing import Box, Ink, Pen, Stroke
from treatyclock.show.pictures.letters import width_of
from treatyclock.show.pictures.picture import Area, Fill, Mark, Plane
from treatyclock.show.pictures.svg import svg

DRAWN = (
    "soviet-japanese-neutrality-pact",
    "yalta-far-east-1945",
    "japan-korea-gsomia-2016",
    "treaty-on-european-union",
)


@pytest.mark.parametrize("width", [360, 760, 1200])
def test_no_text_runs_into_another(width: float) -> None:
    for name in DRAWN:
        assert collisions(svg(pictures.known(tc.load(name)), width=width)) == [], name


def plane(*marks: Mark) -> Plane:
    day = datetime(1945, 6, 1)
    area = Area(
        start=datetime(1943, 1, 1), end=None, since=datetime(1944, 1, 1), until=day, fill=Fill.IN_FORCE,
        begins="1943-01-01",
    )  # fmt: skip
    return Plane(
        title="t", areas=(area,), first=datetime(1940, 1, 1), last=datetime(1950, 1, 1),
        known_first=datetime(1943, 1, 1), known_last=datetime(1946, 1, 1), marks=marks,
    )  # fmt: skip


def test_an_area_stands_at_its_times() -> None:
    drawing = plane_layout(plane(), 700)
    assert drawing.up is not None
    box = next(each for each in drawing.shapes if isinstance(each, Box))
    assert (box.left, box.left + box.width) == pytest.approx(
        (drawing.across.place(datetime(1943, 1, 1), 0), drawing.across.end)
    )
    assert box.top == pytest.approx(drawing.up.place(datetime(1945, 6, 1), 0))
    assert box.top + box.height == pytest.approx(drawing.up.place(datetime(1944, 1, 1), 0))


def test_the_present_is_where_both_times_are_one() -> None:
    drawing = plane_layout(plane(), 700)
    assert drawing.up is not None
    line = next(each for each in drawing.shapes if isinstance(each, Stroke) and each.pen is Pen.MARK)
    for x, y, at in ((line.x1, line.y1, datetime(1943, 1, 1)), (line.x2, line.y2, datetime(1946, 1, 1))):
        assert (x, y) == pytest.approx((drawing.across.place(at, 0), drawing.up.place(at, 0)))


def test_events_of_one_day_stand_one_above_the_other_and_the_plane_grows_with_them() -> None:
    many = [
        Mark(at=datetime(1945, 1, n + 1), label=f"1945-01-{n + 1:02}: something that became known") for n in range(28)
    ]
    low, high = plane_layout(plane(*many[:2]), 700), plane_layout(plane(*many), 700)
    assert high.height > low.height
    assert collisions(svg(plane(*many), width=700)) == []
    ys = [each.y for each in high.texts if each.text.startswith("1945-01")]
    assert ys == sorted(ys) and len(ys) == 28  # the latest at the top


@pytest.mark.parametrize("name", DRAWN)
def test_no_day_stands_where_the_present_goes_through(name: str) -> None:
    drawing = plane_layout(pictures.known(tc.load(name)), 760)
    [line] = [
        each for each in drawing.shapes if isinstance(each, Stroke) and each.pen is Pen.MARK and each.x1 < each.x2 - 20
    ]
    steps = [n / 500 for n in range(501)]
    points = [(line.x1 + n * (line.x2 - line.x1), line.y1 + n * (line.y2 - line.y1)) for n in steps]
    within = [each for each in drawing.texts if each.ink is Ink.ON]
    for each in within:
        wide = width_of(each.text, each.size)
        assert not any(each.x <= x <= each.x + wide and each.y - each.size < y < each.y for x, y in points), each.text
