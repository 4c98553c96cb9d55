"""The timeline of a page, drawn for a wide window and for a narrow one, with the line that the script moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from treatyclock.show.html.elements import Html, element, joined
from treatyclock.show.pictures.layout import foot, places
from treatyclock.show.pictures.picture import Picture
from treatyclock.show.pictures.scale import ticks
from treatyclock.show.pictures.svg import svg

WIDE, NARROW = 880.0, 350.0
_FEW_TICKS = 4


def timeline(picture: Picture) -> Html:
    """Return both drawings; the style of the page shows one of them."""
    return joined(_drawing(picture, WIDE, "wide"), _drawing(narrowed(picture), NARROW, "narrow"))


def _drawing(picture: Picture, width: float, name: str) -> Html:
    below = f"{100 * foot(picture, width=width):.2f}"  # the line does not run on through what explains the drawing
    line = element("span", class_="now", hidden=True, aria_hidden="true", data_below=below)
    return element("div", svg(picture, width=width), line, class_=f"timeline {name}")


def narrowed(picture: Picture) -> Picture:
    """Return a picture for a narrow window, with fewer moments on its scale."""
    return replace(picture, ticks=ticks(picture.first, picture.last, most=_FEW_TICKS) if picture.ticks else ())


def places_in(picture: Picture, moments: Sequence[datetime]) -> tuple[tuple[float, float], ...]:
    """Return where moments stand in the wide and in the narrow drawing, in hundredths of the width from the left."""
    wide, narrow = places(picture, moments, width=WIDE), places(narrowed(picture), moments, width=NARROW)
    return tuple((round(100 * one, 3), round(100 * other, 3)) for one, other in zip(wide, narrow, strict=True))
