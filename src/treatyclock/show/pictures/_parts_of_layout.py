"""What every layout shares: sizes, scales from left to right, the legend, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from treatyclock.show.pictures.drawing import Axis, Box, Ink, Lettering, Pen, Stroke
from treatyclock.show.pictures.letters import shortened, width_of
from treatyclock.show.pictures.picture import Fill, Tick

LETTERS, SMALL = 12.0, 10.5
BAR, ROW = 15.0, 13.0
THIN = 2.5
"""The least width of a bar: a day among decades must be seen."""

_HYPHENS = re.compile(r"(?<=[^\W\d]-)(?=[^\W\d])")

_LOOKS_LIKE = {Fill.KNOWN: Fill.IN_FORCE, Fill.ONE_OF: Fill.UNKNOWN}
"""Fills that are drawn alike: a legend has one entry for both."""

PlacedParts = list[Box | Stroke | Lettering]


def edges(start: float, end: float) -> tuple[float, float]:
    """Return the edges of a bar, which is never too thin to be seen."""
    if end - start >= THIN:
        return start, end
    middle = (start + end) / 2
    return middle - THIN / 2, middle + THIN / 2


def fitting(ticks: Iterable[Tick], axis: Axis) -> Iterator[tuple[Tick, float, float]]:
    """Yield ticks with where they stand and where their labels begin; a label without room is left out."""
    free = float("-inf")
    for tick in ticks:
        at = axis.place(tick.at, axis.start)
        wide = width_of(tick.label, SMALL)
        begins = min(max(at - wide / 2, axis.start - 8), axis.end + 8 - wide)
        if tick.label and begins < free:
            yield Tick(at=tick.at, label="", strong=tick.strong), at, at
            continue
        free = begins + wide + 8 if tick.label else free
        yield tick, at, begins


def scale(ticks: Sequence[Tick], axis: Axis, top: float, bottom: float, *, above: bool = False) -> PlacedParts:
    """Return the common scale: a line through all bands at each tick, and its label below them, or above them too."""
    drawn: PlacedParts = [Stroke(x1=axis.start, y1=bottom, x2=axis.end, y2=bottom, pen=Pen.AXIS)]
    for tick, at, begins in fitting(ticks, axis):
        drawn.append(Stroke(x1=at, y1=top, x2=at, y2=bottom + 4, pen=Pen.GRID))
        if tick.label:
            for y in (bottom + 15, top - 5) if above else (bottom + 15,):
                drawn.append(Lettering(x=begins, y=y, text=tick.label, size=SMALL, ink=Ink.FAINT))
    return drawn


def legend(
    fills: Sequence[Fill], lines: Sequence[tuple[Pen, str]], width: float, y: float
) -> tuple[PlacedParts, float]:
    """Return what each fill and line means, in as many rows as it takes, and where the next thing may stand."""
    told: dict[Fill, list[str]] = {}
    for fill in fills:
        told.setdefault(_LOOKS_LIKE.get(fill, fill), []).append(fill.value)
    entries: list[tuple[Fill | Pen, str]] = [*((fill, ", ".join(texts)) for fill, texts in told.items()), *lines]
    drawn: PlacedParts = []
    x, y = 4.0, y + 4
    for how, text in entries:
        wide = 26 + width_of(text, SMALL)
        if x + wide > width and x > 4.0:
            x, y = 4.0, y + ROW + 4
        drawn.append(
            Box(left=x, top=y, width=18, height=11, fill=how)
            if isinstance(how, Fill)
            else Stroke(x1=x, y1=y + 6, x2=x + 18, y2=y + 6, pen=how)
        )
        drawn.append(Lettering(x=x + 23, y=y + 9.5, text=text, size=SMALL))
        x += wide + 14
    return drawn, y + (ROW + 4 if entries else 0)


def notes(texts: Sequence[str], width: float, y: float) -> tuple[PlacedParts, float]:
    """Return what a reader must know beside a picture, broken into lines, and where the next thing may stand."""
    drawn: PlacedParts = []
    for text in texts:
        for line in broken(text, SMALL, width - 8):
            drawn.append(Lettering(x=4, y=y + 12, text=line, size=SMALL))
            y += ROW
    return drawn, y


def broken(text: str, size: float, room: float) -> list[str]:
    """Return a text broken into lines that fit: between words, and a word too long for a line after a hyphen.

    Example:
        >>> broken("ended-by-war-front-midnight on 9 August", 10, 120)
        ['ended-by-war-front-', 'midnight on 9 August']
    """
    found = [""]
    for word in text.split():
        joint, pieces = " ", [word] if width_of(word, size) <= room else _HYPHENS.split(word)
        for piece in pieces:
            longer = f"{found[-1]}{joint if found[-1] else ''}{piece}"
            if found[-1] and width_of(longer, size) > room:
                found.append(piece)
            else:
                found[-1] = longer
            joint = ""
    return found


def in_two_lines(text: str, size: float, room: float) -> list[str]:
    """Return a text in one line where it fits, else in two, of which the second is cut where it must be."""
    first, *rest = broken(text, size, room)
    return [shortened(line, size, room) for line in ([first, text[len(first) :].strip()] if rest else [first])]
