"""A picture before it is drawn: what stands on which band, from when to when, and what is written beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Fill(Enum):
    """How a bar is filled; each can be told from the others without colour.

    Attributes:
        value: What it means, for the legend.
    """

    IN_FORCE = "in force"
    UNKNOWN = "open: in force or not"
    SUSPENDED = "in force, its operation suspended"
    PROVISIONAL = "applied provisionally"
    SURVIVING = "surviving effect"
    DAY = "a day"
    NEXT_DAY = "the next day"
    KNOWN = "known"
    ONE_OF = "one of several possible times"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A stretch of time on a band.

    Attributes:
        start: Where it begins; None where it reaches back without a beginning.
        end: Where it ends; None where it goes on.
        fill: How it is filled.
        begins: What to write at its beginning; empty for nothing.
        ends: What to write at its end.
        label: What to write in it, where there is room.
        told: What it is, in words, for those who point at it or hear it read.
    """

    start: datetime | None
    end: datetime | None
    fill: Fill
    begins: str = ""
    ends: str = ""
    label: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A place on a scale.

    Attributes:
        at: Where.
        label: What is written there; empty for a line alone.
        strong: Whether it stands out, as a midnight does.
    """

    at: datetime
    label: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A row of a picture.

    Attributes:
        name: Whose it is.
        bars: What stands on it, in order.
        differs: The stretches in which it differs from the first band, where bands are compared.
        ticks: A scale of its own, for a band that is a clock.
        below: What to write below it, where.
    """

    name: str
    bars: tuple[Bar, ...]
    differs: tuple[tuple[datetime, datetime], ...] = ()
    ticks: tuple[Tick, ...] = ()
    below: tuple[Tick, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A moment marked through all bands.

    Attributes:
        at: When.
        label: What is written beside it.
    """

    at: datetime
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What is to be drawn.

    Attributes:
        title: What it shows.
        bands: Its rows, from the top.
        first: Its left edge.
        last: Its right edge.
        ticks: The common scale; none where each band has its own.
        marks: Moments marked through all bands.
        notes: What a reader must know beside it.
    """

    title: str
    bands: tuple[Band, ...]
    first: datetime
    last: datetime
    ticks: tuple[Tick, ...] = ()
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def fills(self) -> tuple[Fill, ...]:
        """The fills that a legend explains, in the order of their declaration."""
        used = {bar.fill for band in self.bands for bar in band.bars} - {Fill.DAY, Fill.NEXT_DAY}
        return tuple(fill for fill in Fill if fill in used)

    def place(self, at: datetime | None, edge: float) -> float:
        """Return how far from left to right a moment stands, from 0 to 1; no moment stands at the given edge."""
        if at is None:
            return edge
        whole = (self.last - self.first).total_seconds()
        return min(1.0, max(0.0, (at - self.first).total_seconds() / whole))
