"""Where everything of a plane stands: areas of what held, by what was known, and what became known when."""

from __future__ import annotations

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
    for area in plane.areas:
        drawn += _area(area, across, up)
    drawn += _known_scale(plane.known_ticks, across, up)
    drawn += _beside(events, up, right)
    present = _present(plane, across, up)
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


def _area(area: Area, across: Axis, up: Axis) -> PlacedParts:
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
    first, last, room, y = width_of(area.begins, SMALL), width_of(area.ends, SMALL), end - start - 8, bottom - 5
    if area.begins and start > across.start and first <= room:
        drawn.append(Lettering(x=start + 4, y=y, text=area.begins, size=SMALL, ink=ink))
        room -= first + 8
    if area.ends and end < across.end and last <= room:
        drawn.append(Lettering(x=end - 4 - last, y=y, text=area.ends, size=SMALL, ink=ink))
    return drawn


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


def _present(plane: Plane, across: Axis, up: Axis) -> PlacedParts:
    """Return the line on which the day that is asked about is the day on which one knows."""
    first, last = max(plane.first, plane.known_first), min(plane.last, plane.known_last)
    if first >= last:
        return []
    return [
        Stroke(
            x1=across.place(first, 0), y1=up.place(first, 0), x2=across.place(last, 0), y2=up.place(last, 0),
            pen=Pen.MARK,
        )
    ]  # fmt: skip


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
