"""What sources say of time: frozen values, each with who says so and how well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from treatyclock.civil.days import Days
from treatyclock.instants import DAY, date_microseconds


class Confidence(Enum):
    """How well something is vouched for, from worst to best."""

    LOW = "low"
    FAIR = "fair"
    GOOD = "good"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of a source, and the bounds that they were given.

    Attributes:
        text: The words.
        least: The least that they may mean, in microseconds.
        most: The most.
        note: Why these bounds.
    """

    text: str
    least: int
    most: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something that a source says.

    Attributes:
        id: Its name in the case.
        sources: Who says so, as names out of the case.
        confidence: How well.
        computed_from: The claims from which whoever says so worked it out: if one of them falls, so does this.
        words: Vague words in it, with the bounds they were given.
        note: What else a reader must know.
    """

    id: str
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.FAIR
    computed_from: tuple[str, ...] = ()
    words: Words | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WallTime(Claim):
    """An event came between two readings of a clock, both inside.

    Attributes:
        event: The event.
        clocks: The clock; several where the source does not say which.
        first: The first reading, in microseconds since 1970 on that clock.
        last: The last.
    """

    event: str
    clocks: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLabel(Claim):
    """An event came on a date, as a clock counts its days.

    Attributes:
        event: The event.
        clocks: The clock; several where the source does not say which.
        days: The date, or the first and last that it may be.
    """

    event: str
    clocks: tuple[str, ...]
    days: Days

    @property
    def first(self) -> int:
        """The first reading of the clock on that date."""
        return date_microseconds(self.days.first)

    @property
    def last(self) -> int:
        """The last tick of it."""
        return date_microseconds(self.days.last) + DAY - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Claim):
    """How long after one event another came; less than nothing is before it.

    Attributes:
        event: The later event.
        after: The earlier.
        least: The least time between them; None where nothing is said.
        most: The most.
    """

    event: str
    after: str
    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Claim):
    """One event came after another.

    Attributes:
        event: The later event.
        after: The earlier.
    """

    event: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SameEvent(Claim):
    """Two descriptions are of one event.

    Attributes:
        event: One description.
        other: The other.
    """

    event: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockDifference(Claim):
    """By how much one clock was ahead of another.

    Attributes:
        clock: The clock ahead.
        ahead_of: The other.
        least: At least so much.
        most: At most so much.
        on: When; None for whenever the case is about.
    """

    clock: str
    ahead_of: str
    least: int
    most: int
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockOffset(Claim):
    """How far a clock stood ahead of UTC.

    Attributes:
        clock: The clock.
        offset: Its offset.
        basis: What data that rests on.
        on: When; None for whenever the case is about.
    """

    clock: str
    offset: timedelta
    basis: str = ""
    on: date | None = None
