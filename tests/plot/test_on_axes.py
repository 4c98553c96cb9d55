"""The same layout on the Axes of matplotlib: places, colours of the page around, and no text that runs into another."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from itertools import combinations
from typing import Any

import pytest

pytest.importorskip("matplotlib", reason="the extra [plot] is not installed")

import matplotlib as mpl
from matplotlib import font_manager, pyplot
from matplotlib.colors import to_rgb, to_rgba
from matplotlib.dates import date2num
from matplotlib.patches import Rectangle

import treatyclock as tc
from small_pictures import bands_of
from treatyclock import pictures
from treatyclock.errors import WrongTypeError
from treatyclock.plot._on_axes import draw
from treatyclock.show.pictures.picture import Band, Bar, Fill, Picture, Plane

mpl.use("agg")
PACT = tc.load("soviet-japanese-neutrality-pact")
SHOWN: dict[str, Picture | Plane] = {
    "readings": pictures.life(PACT, by="reading", at="1945-08-09 00:10", zone="Asia/Tokyo"),
    "known": pictures.known(PACT),
    "deadlines": pictures.deadlines(tc.load("netherlands-czechoslovakia-bit-1991"), "1992", "2040"),
    "night": pictures.night(
        ["America/New_York", "Europe/Moscow", "Manchukuo"], "1945-08-08T12:00Z", "1945-08-08T23:00Z",
        {"the attack": "1945-08-08T15:10Z", "the audience": "1945-08-08T14:00Z"},
    ),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _closed() -> Any:
    yield
    pyplot.close("all")


def runs_into_another(ax: Any) -> list[tuple[str, str]]:
    """Return the texts whose letters, as matplotlib draws them, cover letters of another."""
    ax.figure.canvas.draw()
    boxes = [(text.get_text(), text.get_window_extent()) for text in [*ax.texts, ax._left_title] if text.get_text()]
    return [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if a.overlaps(b) and _deep(a, b)]


def _deep(a: Any, b: Any) -> bool:
    """Tell whether two boxes share more than the room between lines, which no letter fills."""
    both = a.intersection(a, b)
    return both is not None and both.width > 0.5 and both.height > 0.25 * min(a.height, b.height)


@pytest.mark.parametrize("name", SHOWN)
def test_no_text_runs_into_another_in_a_figure_of_its_own(name: str) -> None:
    assert runs_into_another(draw(SHOWN[name])) == []


@pytest.mark.parametrize(("name", "size"), [("readings", (3.5, 2.5)), ("known", (3.5, 2.5)), ("known", (11, 3))])
def test_no_text_runs_into_another_in_axes_of_any_size(name: str, size: tuple[float, float]) -> None:
    figure, ax = pyplot.subplots(figsize=size, dpi=200)
    assert draw(SHOWN[name], ax) is ax
    assert runs_into_another(ax) == []
    inside = ax.get_window_extent()
    assert all(inside.x0 - 2 <= each.get_window_extent().x0 for each in ax.texts)
    assert all(inside.y0 - 2 <= each.get_window_extent().y0 for each in ax.texts)
    assert figure.axes == [ax]


def test_a_time_stands_where_matplotlib_s_own_dates_do() -> None:
    ax = draw(SHOWN["readings"])
    number: Any = date2num
    [first, *_] = [each for each in ax.patches if isinstance(each, Rectangle) and each.get_width() > 1000]
    assert first.get_x() == pytest.approx(number(datetime(1941, 4, 25)))
    assert first.get_x() + first.get_width() == pytest.approx(number(datetime(1946, 4, 25)))
    ax.axvline(datetime(1943, 1, 1))  # type: ignore[arg-type]
    assert runs_into_another(ax) == []
    known = draw(SHOWN["known"])
    low, high = sorted(known.get_ylim())
    plane = SHOWN["known"]
    assert isinstance(plane, Plane)
    assert low < number(plane.known_first) < number(plane.known_last) < high


def test_colours_are_those_of_the_axes_light_or_dark() -> None:
    light = draw(SHOWN["readings"])
    with mpl.rc_context({"axes.facecolor": "#111111", "figure.facecolor": "#111111"}):
        dark = draw(SHOWN["readings"])
    brightness = [sum(to_rgb(ax.texts[0].get_color())) for ax in (light, dark)]
    middle = 1.5
    assert brightness[0] < middle < brightness[1]


def test_fills_are_told_apart_without_colour() -> None:
    start, end = datetime(1940, 1, 1), datetime(1945, 1, 1)
    alike = {Fill.KNOWN, Fill.ONE_OF, Fill.NEXT_DAY}  # as in force, as open, as a day: by its label and its edge
    shown = [fill for fill in Fill if fill not in alike]
    bands = tuple(Band(name=fill.value, bars=(Bar(start=start, end=end, fill=fill),)) for fill in shown)
    ax = draw(Picture(title="t", bands=bands, first=start, last=datetime(1946, 1, 1)))
    looks = {(each.get_hatch(), str(each.get_linestyle()), to_rgba(each.get_facecolor())[3]) for each in ax.patches}
    assert len(looks) == len(shown) - 1  # not in force, in a plane, as a day in a night


@pytest.mark.parametrize("format", ["svg", "pdf", "png"])
def test_a_file_is_the_same_each_time(format: str) -> None:
    dates = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}[format]

    def saved() -> bytes:
        with mpl.rc_context({"svg.hashsalt": "treatyclock", "svg.fonttype": "none"}):
            figure: Any = draw(SHOWN["night"]).figure
            file = BytesIO()
            figure.savefig(file, format=format, metadata=dates)
        return file.getvalue()

    first = saved()
    assert first == saved()
    if format == "svg":
        assert b">8 August 1945<" in first  # text stays text


def test_many_parties_have_a_figure_as_high_as_they_need() -> None:
    ax = draw(bands_of(60))
    figure: Any = ax.figure
    assert figure.get_figheight() > 8
    assert len(ax.texts) > 100


def test_other_scripts_are_written_where_there_is_a_font() -> None:
    known = {font.name for font in font_manager.fontManager.ttflist}
    if not known & {"Noto Sans CJK JP", "IPAGothic"}:
        pytest.skip("no Japanese font is installed")
    picture = Picture(
        title="日ソ中立条約", bands=(Band(name="日本", bars=()),), first=datetime(1940, 1, 1), last=datetime(1946, 1, 1)
    )
    draw(picture).figure.canvas.draw()  # a letter without a font would be a warning


def test_what_are_no_axes_are_refused() -> None:
    with pytest.raises(WrongTypeError, match=r"plt\.subplots"):
        draw(SHOWN["known"], "here")  # type: ignore[arg-type]
