"""A drawing: a picture laid out, every shape and every text at its place, for whatever draws it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from treatyclock.show.pictures.picture import Fill


class Pen(Enum):
    """What a line is for; each renderer knows how it draws such a one. A halo lets another be seen on what is dark."""

    AXIS = "axis"
    GRID = "grid"
    STRONG = "strong"
    MARK = "mark"
    DIFFERS = "differs"
    LEADER = "leader"
    HALO = "halo"


class Ink(Enum):
    """In what a text is written: as most are, fainter, or on a bar that is filled."""

    PLAIN = "plain"
    FAINT = "faint"
    ON = "on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled rectangle.

    Attributes:
        left: Its left edge.
        top: Its upper edge.
        width: How wide it is.
        height: How high.
        fill: How it is filled.
        told: What it is, in words, for those who point at it.
    """

    left: float
    top: float
    width: float
    height: float
    fill: Fill
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """The tip of a bar that goes on beyond the picture, pointing to the right.

    Attributes:
        left: Where it begins.
        top: Its upper edge.
        width: How long it is.
        height: How high.
        fill: How it is filled.
    """

    left: float
    top: float
    width: float
    height: float
    fill: Fill


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A straight line.

    Attributes:
        x1: Where it begins, from the left.
        y1: And from the top.
        x2: Where it ends.
        y2: And from the top.
        pen: What it is for.
    """

    x1: float
    y1: float
    x2: float
    y2: float
    pen: Pen


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """A text at its place.

    Attributes:
        x: Where it begins, or its middle.
        y: The line on which its letters stand.
        text: The text.
        size: The size of its letters.
        ink: In what it is written.
        middle: Whether ``x`` is its middle.
        whole: The text uncut, where it was cut.
    """

    x: float
    y: float
    text: str
    size: float
    ink: Ink = Ink.PLAIN
    middle: bool = False
    whole: str = ""


Drawable = Box | Arrow | Stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Which times stand between two places of a drawing, from left to right or from the bottom up.

    Attributes:
        start: The place of the first.
        end: The place of the last.
        first: The first time.
        last: The last.
    """

    start: float
    end: float
    first: datetime
    last: datetime

    def place(self, at: datetime | None, otherwise: float) -> float:
        """Return where a time stands, at an end where it lies beyond; no time stands where it is said to."""
        if at is None:
            return otherwise
        whole = (self.last - self.first).total_seconds()
        share = min(1.0, max(0.0, (at - self.first).total_seconds() / whole))
        return self.start + share * (self.end - self.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What a renderer draws, in pixels of which 96 are an inch, from the left and from the top.

    Attributes:
        title: What it shows.
        told: The same in words, for those who hear it: a text for each band or area, mark and note.
        width: How wide it is.
        height: How high.
        shapes: Its shapes, those below others first.
        texts: Its texts, which stand above all shapes.
        across: Its times from left to right.
        up: Its times from the bottom up, where it has such.
        foot: Where the scale ends and what explains the drawing begins, from the top; 0 where nothing asks for it.
    """

    title: str
    told: tuple[str, ...]
    width: float
    height: float
    shapes: tuple[Drawable, ...]
    texts: tuple[Lettering, ...]
    across: Axis
    up: Axis | None = None
    foot: float = 0.0
