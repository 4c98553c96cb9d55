"""Pictures as SVG: no text runs into another, every fill is told without colour, and all text is only text."""

from __future__ import annotations

from datetime import datetime, timedelta
from xml.etree import ElementTree

import treatyclock as tc
from svg_texts import SVG, collisions, texts
from treatyclock.show.pictures.asked import picture_of_lives
from treatyclock.show.pictures.picture import Band, Bar, Fill, Mark, Picture
from treatyclock.show.pictures.svg import svg

DRAWN = ("soviet-japanese-neutrality-pact", "paris-agreement-2015", "brest-litovsk-1918", "mine-ban-convention-1997")


def test_no_text_runs_into_another_whatever_treaty_is_drawn() -> None:
    for name in DRAWN:
        treaty = tc.load(name)
        for by in ("party", "reading"):
            assert collisions(svg(picture_of_lives(treaty.chronologies(by)))) == [], (name, by)


def test_a_title_is_text() -> None:
    evil = '<script>alert("1")</script>'
    bar = Bar(start=None, end=None, fill=Fill.UNKNOWN, begins=evil, label=evil, told=evil)
    picture = Picture(
        title=evil, bands=(Band(name=evil, bars=(bar,)),), first=datetime(1940, 1, 1), last=datetime(1950, 1, 1),
        marks=(Mark(at=datetime(1945, 1, 1), label=evil),), notes=(evil,),
    )  # fmt: skip
    drawn = svg(picture)
    assert "<script" not in drawn
    assert evil in {text for each in ElementTree.fromstring(drawn).iter(f"{SVG}title") for text in each.itertext()}


def test_fills_are_told_apart_without_colour() -> None:
    start = datetime(1940, 1, 1)
    shown = [fill for fill in Fill if fill not in (Fill.DAY, Fill.NEXT_DAY, Fill.KNOWN, Fill.ONE_OF)]
    bands = tuple(
        Band(name=fill.value, bars=(Bar(start=start, end=start + timedelta(days=900), fill=fill),)) for fill in shown
    )
    drawn = svg(Picture(title="t", bands=bands, first=start, last=datetime(1943, 1, 1)))
    styles = [each.get("style", "") for each in ElementTree.fromstring(drawn).iter(f"{SVG}rect") if each.get("style")]
    without_colour = {style.replace("--open", "--fill").split(";")[0] + str("dash" in style) for style in styles}
    assert len(without_colour) == len(shown)
    assert {fill.value for fill in shown} <= {each.text for each in texts(drawn)}  # the legend names each
