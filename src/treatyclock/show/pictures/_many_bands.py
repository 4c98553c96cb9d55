"""Bands of which there are many, such as those of two hundred parties: thin, and their days within or beside them."""

from __future__ import annotations

from treatyclock.show.pictures._parts_of_layout import edges
from treatyclock.show.pictures.drawing import Arrow, Axis, Box, Drawable, Ink, Lettering, Pen, Stroke
from treatyclock.show.pictures.letters import shortened, width_of
from treatyclock.show.pictures.picture import Band, Fill, Picture

MANY = 20
"""From how many bands on they are thin."""

MANY_LETTERS = 9.0
_HEIGHT, _PITCH = 11.0, 14.0


def many_bands(picture: Picture, axis: Axis, top: float) -> tuple[list[Drawable | Lettering], float]:
    """Return what is drawn of many bands, one row each, and where the next thing may stand."""
    drawn: list[Drawable | Lettering] = []
    y = top
    for band in picture.bands:
        drawn += _band(band, axis, y)
        y += _PITCH
    return drawn, y + 2


def _band(band: Band, axis: Axis, top: float) -> list[Drawable | Lettering]:
    name = shortened(band.name, MANY_LETTERS, axis.start - 18)
    drawn: list[Drawable | Lettering] = [
        Lettering(x=6, y=top + _HEIGHT - 2, text=name, size=MANY_LETTERS, whole=band.name),
        Stroke(x1=axis.start, x2=axis.end, y1=top + _HEIGHT + 1.5, y2=top + _HEIGHT + 1.5, pen=Pen.GRID),
    ]
    placed = [edges(axis.place(bar.start, axis.start), axis.place(bar.end, axis.end)) for bar in band.bars]
    free = axis.start
    for number, (bar, (start, end)) in enumerate(zip(band.bars, placed, strict=True)):
        drawn.append(Box(left=start, top=top, width=end - start, height=_HEIGHT, fill=bar.fill, told=bar.told))
        if bar.end is None:
            drawn.append(Arrow(left=end, top=top, width=6, height=_HEIGHT, fill=bar.fill))
        limit = placed[number + 1][0] if number + 1 < len(placed) else axis.end
        texts, free = _days(bar.begins, bar.ends, (free, start, end, limit), top, bar.fill)
        drawn += texts
    y = top + _HEIGHT + 1
    drawn += [
        Stroke(x1=axis.place(start, axis.start), x2=axis.place(end, axis.end), y1=y, y2=y, pen=Pen.DIFFERS)
        for start, end in band.differs
    ]
    return drawn


def _days(
    begins: str, ends: str, places: tuple[float, float, float, float], top: float, fill: Fill
) -> tuple[list[Lettering], float]:
    """Write the days of a bar within it, or beside it where there is room, or not at all; return what is free then."""
    before, start, end, after = places
    y, inside = top + _HEIGHT - 2.3, Ink.ON if fill in (Fill.IN_FORCE, Fill.KNOWN) else Ink.PLAIN
    first, last = width_of(begins, MANY_LETTERS), width_of(ends, MANY_LETTERS)
    drawn, free, room = [], end + 3, end - start - 6
    if begins and first <= room:
        drawn.append(Lettering(x=start + 3, y=y, text=begins, size=MANY_LETTERS, ink=inside))
        room -= first + 6
    elif begins and first + 6 <= start - before:
        drawn.append(Lettering(x=start - 3 - first, y=y, text=begins, size=MANY_LETTERS))
    if ends and last <= room:
        drawn.append(Lettering(x=end - 3 - last, y=y, text=ends, size=MANY_LETTERS, ink=inside))
    elif ends and last + 6 <= after - end:
        drawn.append(Lettering(x=end + 3, y=y, text=ends, size=MANY_LETTERS))
        free = end + 3 + last + 3
    return drawn, free
