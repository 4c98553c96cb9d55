"""Where everything of a plane stands: areas of what held, by what was known, and what became known when."""

from __future__ import annotations

from collections.abc import Sequence

from treatyclock.show.pictures._parts_of_layout import (
    ROW,
    SMALL,
    THIN,
    PlacedParts,
    broken,
    legend,
    notes,
    scale,
)  # fmt: skip
from treatyclock.show.pictures.drawing import Axis, Box, Drawing, Ink, Lettering, Pen, Stroke
from treatyclock.show.pictures.letters import width_of
from treatyclock.show.pictures.picture import Area, Fill, Mark, Plane, Tick

_HEIGHT, _TOP = 260.0, 26.0
_APART, _LEADER = 4.0, 22.0
_TOLD = 0.34
"""The most of the width that the events beside it take."""

_ACROSS, _UP = "legal time", "by what was known on"


def plane_layout(plane: Plane, width: float) -> Drawing:
    """Return a plane laid out, so wide."""
    left = max((width_of(tick.label, SMALL) for tick in plane.known_ticks), default=0.0) + 14
    widest = max((width_of(mark.label, SMALL) for mark in plane.marks), default=0.0)
    beside = min(widest, width * _TOLD)
    right = width - (beside + _LEADER + 6 if plane.marks else 10)
    events = _events(plane, beside)
    height = max(_HEIGHT, sum(len(lines) * ROW + _APART for _, lines in events))
    bottom = _TOP + height
    across = Axis(start=left, end=right, first=plane.first, last=plane.last)
    up = Axis(start=bottom, end=_TOP, first=plane.known_first, last=plane.known_last)
    drawn: PlacedParts = [Lettering(x=4, y=14, text=_UP, size=SMALL, ink=Ink.FAINT)]
    present = _present(plane, across, up)
    for area in plane.areas:
        drawn += _area(area, across, up, present)
    drawn += _known_scale(plane.known_ticks, across, up)
    drawn += _beside(events, up, right)
    drawn += present
    below = scale(plane.ticks, across, _TOP, bottom)
    if plane.marks:
        below.append(Lettering(x=right + _LEADER, y=bottom + 15, text=_ACROSS, size=SMALL, ink=Ink.FAINT))
    y = bottom + ROW + 8
    lines = [(Pen.MARK, "today, as it moved on: left of it the past, right of it what was foreseen")] if present else []
    explained, y = legend(plane.fills, lines, width, y)
    noted, y = notes(plane.notes, width, y)
    everything = [*drawn, *below, *explained, *noted]
    return Drawing(
        title=plane.title, told=_in_words(plane), width=width, height=y + 6, across=across, up=up,
        shapes=tuple(each for each in everything if not isinstance(each, Lettering)),
        texts=tuple(each for each in everything if isinstance(each, Lettering)),
    )  # fmt: skip


def _in_words(plane: Plane) -> tuple[str, ...]:
    return (*(area.told for area in plane.areas if area.told), *(mark.label for mark in plane.marks), *plane.notes)


def _area(area: Area, across: Axis, up: Axis, present: Sequence[Stroke]) -> PlacedParts:
    start, end = across.place(area.start, across.start), across.place(area.end, across.end)
    if end <= start and (end <= across.start or start >= across.end):
        return []
    top, bottom = up.place(area.until, up.end), up.place(area.since, up.start)
    if end - start < THIN:
        end = start + THIN
    drawn: PlacedParts = [
        Box(left=start, top=top, width=end - start, height=bottom - top, fill=area.fill, told=area.told)
    ]  # fmt: skip
    if bottom - top < ROW + 2:
        return drawn
    ink = Ink.ON if area.fill is Fill.IN_FORCE else Ink.PLAIN
    first, last, room = width_of(area.begins, SMALL), width_of(area.ends, SMALL), end - start - 8
    wanted = []
    if area.begins and start > across.start and first <= room:
        wanted.append((area.begins, start + 4, first))
        room -= first + 8
    if area.ends and end < across.end and last <= room:
        wanted.append((area.ends, end - 4 - last, last))
    for text, x, wide in wanted:
        lines = [y for y in (bottom - 5, top + 12) if not any(_crosses(each, x, x + wide, y) for each in present)]
        if lines:  # else it stands in the list of what became known
            drawn.append(Lettering(x=x, y=lines[0], text=text, size=SMALL, ink=ink))
    return drawn


def _crosses(line: Stroke, left: float, right: float, y: float) -> bool:
    """Tell whether a line that rises to the right runs through a text."""
    if right + _APART < line.x1 or line.x2 < left - _APART or line.x1 == line.x2:
        return line.x1 == line.x2 and left - _APART <= line.x1 <= right + _APART
    rise = (line.y2 - line.y1) / (line.x2 - line.x1)
    lowest, highest = (line.y1 + (x - line.x1) * rise for x in (left - _APART, right + _APART))
    return highest <= y + _APART and lowest >= y - SMALL


def _known_scale(ticks: tuple[Tick, ...], across: Axis, up: Axis) -> PlacedParts:
    drawn: PlacedParts = []
    free = float("inf")
    for tick in ticks:
        y = up.place(tick.at, up.start)
        drawn.append(Stroke(x1=across.start - 4, y1=y, x2=across.end, y2=y, pen=Pen.GRID))
        if y + 4 <= free:
            x = across.start - 8 - width_of(tick.label, SMALL)
            drawn.append(Lettering(x=x, y=y + 4, text=tick.label, size=SMALL, ink=Ink.FAINT))
            free = y - ROW
    return drawn


def _present(plane: Plane, across: Axis, up: Axis) -> list[Stroke]:
    """Return the line on which the day that is asked about is the day on which one knows."""
    first, last = max(plane.first, plane.known_first), min(plane.last, plane.known_last)
    if first >= last:
        return []
    x1, y1, x2, y2 = across.place(first, 0), up.place(first, 0), across.place(last, 0), up.place(last, 0)
    return [Stroke(x1=x1, y1=y1, x2=x2, y2=y2, pen=pen) for pen in (Pen.HALO, Pen.MARK)]


# --- what became known ---------------------------------------------------------------------------


def _events(plane: Plane, room: float) -> list[tuple[Mark, list[str]]]:
    """Return what became known, the latest first, each with the lines that its label takes."""
    latest_first = sorted(plane.marks, key=lambda mark: mark.at, reverse=True)
    return [(mark, broken(mark.label, SMALL, room)) for mark in latest_first]


def _beside(events: list[tuple[Mark, list[str]]], up: Axis, right: float) -> PlacedParts:
    """Write each event beside its time of knowledge, moved as little as it takes so that none runs into another."""
    heights = [len(lines) * ROW for _, lines in events]
    tops: list[float] = []
    for (mark, _), height in zip(events, heights, strict=True):
        wanted = up.place(mark.at, up.start) - height / 2
        tops.append(max(wanted, tops[-1] + heights[len(tops) - 1] + _APART if tops else 0.0))
    limit = up.start + 2
    for number in reversed(range(len(tops))):
        tops[number] = min(tops[number], limit - heights[number])
        limit = tops[number] - _APART
    drawn: PlacedParts = []
    for (mark, lines), top, height in zip(events, tops, heights, strict=True):
        at = up.place(mark.at, up.start)
        drawn.append(Stroke(x1=right, y1=at, x2=right + 7, y2=at, pen=Pen.LEADER))
        drawn.append(Stroke(x1=right + 7, y1=at, x2=right + 19, y2=top + height / 2, pen=Pen.LEADER))
        for number, line in enumerate(lines):
            drawn.append(Lettering(x=right + _LEADER, y=top + number * ROW + 10, text=line, size=SMALL))
    return drawn
