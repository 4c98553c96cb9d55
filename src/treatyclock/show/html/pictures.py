"""Pictures by themselves: as SVG, which a notebook shows, and told in words."""

from __future__ import annotations

from treatyclock.printing import SVG, TEXT, Printer
from treatyclock.show.pictures.layout import layout
from treatyclock.show.pictures.picture import Picture, Plane
from treatyclock.show.pictures.svg import svg


def _told(picture: Picture | Plane) -> str:
    return "\n".join([picture.title, *(f"  {line}" for line in layout(picture).told)])


PICTURE = Printer(of=Picture, format=SVG, write=svg)
PICTURE_IN_WORDS = Printer(of=Picture, format=TEXT, write=_told)
PLANE = Printer(of=Plane, format=SVG, write=svg)
PLANE_IN_WORDS = Printer(of=Plane, format=TEXT, write=_told)
