"""A picture before it is drawn: what stands on which band, from when to when, and what is written beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from treatyclock.printing import Printed


class Fill(Enum):
    """How a bar is filled; each can be told from the others without colour.

    Attributes:
        value: What it means, for the legend.
    """

    IN_FORCE = "in force"
    UNKNOWN = "open: in force or not"
    CONTESTED = "contested: a reading says otherwise"
    SUSPENDED = "in force, its operation suspended"
    PROVISIONAL = "applied provisionally"
    SURVIVING = "surviving effect"
    DAY = "a day"
    NEXT_DAY = "the next day"
    KNOWN = "known"
    ONE_OF = "one of several possible times"
    GIVEN_UP = "as a claim has it that is given up or read otherwise"
    NOT_IN_FORCE = "not in force"
    NOTHING_KNOWN = "nothing known of it yet"


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
        below: What to write below it, right of where.
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


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Picture(Printed):
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

    def __repr__(self) -> str:
        """Name it and count its bands."""
        return f"<Picture {self.title}: {len(self.bands)} {'band' if len(self.bands) == 1 else 'bands'}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """What held for a stretch of legal time, by what was known for a while.

    Attributes:
        start: Where the stretch begins; None where it reaches back without a beginning.
        end: Where it ends; None where it goes on.
        since: Since when that was known.
        until: Until when it was, before more became known.
        fill: How it is filled.
        begins: What to write at its beginning; empty for nothing.
        ends: What to write at its end.
        told: What it is, in words.
    """

    start: datetime | None
    end: datetime | None
    since: datetime
    until: datetime
    fill: Fill
    begins: str = ""
    ends: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Plane(Printed):
    """Legal time against what was known when: the one from left to right, the other from the bottom up.

    Attributes:
        title: What it shows.
        areas: What held when, by what was known when.
        first: The first legal time.
        last: The last.
        known_first: The first time of knowledge, at the bottom.
        known_last: The last, at the top.
        ticks: The scale of legal time.
        known_ticks: The scale of knowledge.
        marks: What became known when.
        notes: What a reader must know beside it.
    """

    title: str
    areas: tuple[Area, ...]
    first: datetime
    last: datetime
    known_first: datetime
    known_last: datetime
    ticks: tuple[Tick, ...] = ()
    known_ticks: tuple[Tick, ...] = ()
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def fills(self) -> tuple[Fill, ...]:
        """The fills that a legend explains, in the order of their declaration."""
        used = {area.fill for area in self.areas}
        return tuple(fill for fill in Fill if fill in used)

    def __repr__(self) -> str:
        """Name it, and how often more became known that changed anything."""
        return f"<Plane {self.title}: {len(self.marks)} {'change' if len(self.marks) == 1 else 'changes'}>"
