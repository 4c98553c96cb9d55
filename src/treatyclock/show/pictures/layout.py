"""Where everything of a picture stands, so that no text runs into another; whatever draws it then only draws."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from treatyclock.show.pictures._many_bands import MANY, MANY_LETTERS, many_bands
from treatyclock.show.pictures._parts_of_layout import (
    BAR,
    LETTERS,
    ROW,
    SMALL,
    PlacedParts,
    edges,
    fitting,
    in_two_lines,
    legend,
    notes,
    scale,
)  # fmt: skip
from treatyclock.show.pictures._plane_layout import plane_layout
from treatyclock.show.pictures.drawing import Arrow, Axis, Box, Drawable, Drawing, Ink, Lettering, Pen, Stroke
from treatyclock.show.pictures.letters import rows_of, width_of
from treatyclock.show.pictures.picture import Band, Bar, Fill, Picture, Plane

WIDTH = 760.0
_GAP, _TOP = 9.0, 8.0
_CLEAR = 6.0
_BESIDE = 3.0
"""How far beside a line through all bands a text stands."""
_NAMES = 200.0
_SHARE = 0.3
"""The most that names take of the whole width."""
_NARROW = 500.0
"""In what is narrower, names stand above their bands rather than beside them."""


def layout(picture: Picture | Plane, *, width: float = WIDTH) -> Drawing:
    """Return a picture laid out.

    Args:
        picture: What is to be drawn.
        width: How wide, in pixels.
    """
    return plane_layout(picture, width) if isinstance(picture, Plane) else _layout(picture, width)


def places(picture: Picture, moments: Iterable[datetime], *, width: float = WIDTH) -> tuple[float, ...]:
    """Return how far from its left edge moments stand in a picture as it is drawn, as shares of its width.

    Args:
        picture: What is drawn.
        moments: The moments.
        width: The width in which it is drawn.
    """
    across = _layout(picture, width).across
    return tuple(across.place(at, across.start) / width for at in moments)


def foot(picture: Picture, *, width: float = WIDTH) -> float:
    """Return how much of a picture's height lies below its scale, as a share of it.

    Args:
        picture: What is drawn.
        width: The width in which it is drawn.
    """
    drawn = _layout(picture, width)
    return 1 - drawn.foot / drawn.height


def _layout(picture: Picture, width: float) -> Drawing:
    many = len(picture.bands) > MANY
    letters = MANY_LETTERS if many else LETTERS
    widest = max((width_of(band.name, letters) for band in picture.bands), default=0.0)
    names_above = width < _NARROW and not many
    left = min(widest, _NAMES, width * _SHARE) + 18 if widest and not names_above else 6.0
    axis = Axis(start=left, end=width - 10, first=picture.first, last=picture.last)
    marked, above = _mark_labels(picture, axis)
    top = _TOP + above + (ROW if many else 0.0)
    drawn, bottom = many_bands(picture, axis, top) if many else _bands(picture, axis, top, names_above=names_above)
    y = bottom
    below: PlacedParts = []
    if picture.ticks:
        below, y = scale(picture.ticks, axis, top, bottom, above=many), y + ROW + 8
    below_scale = y
    differs = [(Pen.DIFFERS, "differs from the first")] if any(band.differs for band in picture.bands) else []
    explained, y = legend(picture.fills, differs, width, y)
    noted, y = notes(picture.notes, width, y)
    everything = [*below, *drawn, *_marks(marked, _TOP + above, bottom), *explained, *noted]
    return Drawing(
        title=picture.title, told=_told(picture), width=width, height=y + 6, across=axis, foot=below_scale,
        shapes=tuple(each for each in everything if not isinstance(each, Lettering)),
        texts=tuple(each for each in everything if isinstance(each, Lettering)),
    )  # fmt: skip


def _told(picture: Picture) -> tuple[str, ...]:
    """Tell in words what is drawn, for those who hear it."""
    rows = (
        f"{band.name or picture.title}: {'; '.join(bar.told for bar in band.bars) or 'nothing'}"
        for band in picture.bands
    )
    marks = (f"{mark.label}: {mark.at.isoformat(sep=' ')[:16]}" for mark in picture.marks)
    return (*rows, *marks, *picture.notes)


# --- bands -----------------------------------------------------------------------------------------


def _bands(picture: Picture, axis: Axis, top: float, *, names_above: bool) -> tuple[list[Drawable | Lettering], float]:
    drawn: list[Drawable | Lettering] = []
    y = top
    for band in picture.bands:
        found, height = _band(band, axis, y, name_above=names_above and bool(band.name))
        drawn += found
        y += height + _GAP
    return drawn, y


def _band(band: Band, axis: Axis, y: float, *, name_above: bool) -> tuple[list[Drawable | Lettering], float]:
    """Lay out a band; return what is drawn, and its height."""
    room_of_name = axis.end - 6 if name_above else axis.start - 18
    name = in_two_lines(band.name, LETTERS, room_of_name) if band.name else []
    room = len(name) * ROW + 3 if name_above else 0.0
    hours, above = _own_scale(band, axis, y + room)
    above += room
    top = y + above
    line_of_name = y + ROW - 2 if name_above else top + BAR - 3.5
    lower = 3.0 if band.differs else 0.0
    labels, rows = _labels(band, axis, top + BAR + 2 + lower)
    rows = rows if name_above else max(rows, len(name) - 1)
    drawn: list[Drawable | Lettering] = [
        *(
            Lettering(x=6, y=line_of_name + n * ROW, text=line, size=LETTERS, whole="" if n else band.name)
            for n, line in enumerate(name)
        ),
        Stroke(x1=axis.start, x2=axis.end, y1=top + BAR, y2=top + BAR, pen=Pen.AXIS),
    ]
    for bar in band.bars:
        drawn += _bar(bar, axis, top)
    drawn += hours
    drawn += [
        Stroke(
            x1=axis.place(start, axis.start), x2=axis.place(end, axis.end), y1=top + BAR + 2.5, y2=top + BAR + 2.5,
            pen=Pen.DIFFERS,
        )
        for start, end in band.differs
    ]  # fmt: skip
    return [*drawn, *labels], above + BAR + rows * ROW + 3 + lower


def _bar(bar: Bar, axis: Axis, top: float) -> list[Drawable | Lettering]:
    start, end = _edges(bar, axis)
    drawn: list[Drawable | Lettering] = [
        Box(left=start, top=top, width=end - start, height=BAR, fill=bar.fill, told=bar.told)
    ]
    if bar.end is None:  # it goes on beyond the picture
        drawn.append(Arrow(left=end, top=top, width=7, height=BAR, fill=bar.fill))
    if bar.label and width_of(bar.label, SMALL) + 6 <= end - start:
        ink = Ink.ON if bar.fill in (Fill.IN_FORCE, Fill.KNOWN) else Ink.PLAIN
        drawn.append(
            Lettering(x=(start + end) / 2, y=top + BAR - 4, text=bar.label, size=SMALL, ink=ink, middle=True)
        )  # fmt: skip
    return drawn


def _edges(bar: Bar, axis: Axis) -> tuple[float, float]:
    return edges(axis.place(bar.start, axis.start), axis.place(bar.end, axis.end))


def _labels(band: Band, axis: Axis, y: float) -> tuple[PlacedParts, int]:
    """Write the days at the edges of bars, in as many rows as it takes so that none runs into another."""
    wanted: dict[tuple[str, float], tuple[float, str]] = {}
    before: datetime | None = None
    reached = axis.start
    for bar in band.bars:
        (start, end), goes_on = _edges(bar, axis), bar.start is not None and bar.start == before
        # A short one has its days to the right: to the left may be those of a bar that it goes on from.
        to_the_right = width_of(bar.ends, SMALL) > end - start
        for text, at, left in ((bar.begins, start, False), (bar.ends, end, not to_the_right)):
            if text:
                begins = at - width_of(text, SMALL) if left else max(at, reached) + _CLEAR if goes_on else at
                wanted.setdefault((text, round(at)), (_inside(begins, text, axis), text))
        before, reached = bar.end, end
    for tick in band.below:
        at, wide = axis.place(tick.at, axis.start), width_of(tick.label, SMALL)
        begins = at + _BESIDE if at + _BESIDE + wide <= axis.end else at - _BESIDE - wide
        wanted.setdefault((tick.label, round(at)), (begins, tick.label))
    placed = list(wanted.values())  # in the order of time, so that rows read so from above
    rows = rows_of([(begins, begins + width_of(text, SMALL)) for begins, text in placed], gap=_CLEAR)
    drawn: PlacedParts = [
        Lettering(x=begins, y=y + 10 + row * ROW, text=text, size=SMALL)
        for (begins, text), row in zip(placed, rows, strict=True)
    ]
    return drawn, max(rows, default=-1) + 1


def _inside(begins: float, text: str, axis: Axis) -> float:
    return min(max(begins, axis.start), axis.end - width_of(text, SMALL))


def _own_scale(band: Band, axis: Axis, y: float) -> tuple[PlacedParts, float]:
    """Return a band's own scale, and the room that it takes above it."""
    if not band.ticks:
        return [], 0.0
    above = ROW + 2
    drawn: PlacedParts = []
    for tick, at, begins in fitting(band.ticks, axis):
        pen = Pen.STRONG if tick.strong else Pen.AXIS
        drawn.append(Stroke(x1=at, x2=at, y1=y + above - 4, y2=y + above + BAR, pen=pen))
        if tick.label:
            drawn.append(Lettering(x=begins, y=y + ROW - 4, text=tick.label, size=SMALL))
    return drawn, above


# --- marks ------------------------------------------------------------------------------------------


def _mark_labels(picture: Picture, axis: Axis) -> tuple[list[tuple[float, float, str, int]], float]:
    """Return where each mark and its label stand, and in which row, and how much room the rows take."""
    placed = []
    for mark in sorted(picture.marks, key=lambda each: each.at):
        at, wide = axis.place(mark.at, axis.start), width_of(mark.label, SMALL)
        placed.append((at, min(max(at - wide / 2, 0.0), axis.end - wide), mark.label, wide))
    rows = rows_of([(begins, begins + wide) for _, begins, _, wide in placed], gap=8)
    marked = [(at, begins, label, row) for (at, begins, label, _), row in zip(placed, rows, strict=True)]
    return marked, (max(rows) + 1) * ROW + 4 if rows else 0.0


def _marks(marked: list[tuple[float, float, str, int]], top: float, bottom: float) -> PlacedParts:
    drawn: PlacedParts = []
    for at, begins, label, row in marked:
        drawn.append(Stroke(x1=at, x2=at, y1=top - 3 - row * ROW, y2=bottom, pen=Pen.MARK))
        drawn.append(Lettering(x=begins, y=top - 6 - row * ROW, text=label, size=SMALL))
    return drawn
