"""The points of a network of differences, and what a claim may say of them.

The origin is UTC. The node of a clock is minus its offset, so that an event is a reading of a clock after the clock's
node, and two clocks stand as far apart as their nodes. A clock that changed its offset has a node for each period.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from treatyclock.instants import DAY, date_microseconds
from treatyclock.testimony.offset_periods import OffsetPeriod


@dataclass(frozen=True, slots=True)
class UtcNode:
    """UTC."""


@dataclass(frozen=True, slots=True)
class EventNode:
    """When an event came.

    Attributes:
        event: The event.
    """

    event: str


@dataclass(frozen=True, slots=True)
class ClockNode:
    """A clock during a period in which it kept one offset.

    Attributes:
        clock: The clock.
        period: The period.
    """

    clock: str
    period: OffsetPeriod


Node = UtcNode | EventNode | ClockNode
UTC = UtcNode()


@dataclass(frozen=True, slots=True)
class WayToRead:
    """One of the ways in which a claim may be read.

    Attributes:
        clocks: The clocks, each in one of its periods: one for a reading, two for a difference.
        between: The first and the last reading, for a reading; a set of dates has a way for each of its dates.
    """

    clocks: tuple[ClockNode, ...] = ()
    between: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeDifference:
    """How long after one node another comes, in microseconds.

    Attributes:
        start: The node from which is counted.
        end: The node to which is counted.
        least: At least so much; None where nothing is said.
        most: At most so much.
        trusting: The clocks whose data must be right for it to hold.
    """

    start: Node
    end: Node
    least: int | None
    most: int | None
    trusting: tuple[ClockNode, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockPeriods:
    """The clocks of a case, each with the periods in which it kept one offset.

    Attributes:
        nodes: The periods of each clock, in order of time.
        candidates: The clocks to which claims may be moved.
    """

    nodes: Mapping[str, tuple[ClockNode, ...]]
    candidates: tuple[str, ...] = ()

    def showing(self, clocks: Iterable[str], first: int, last: int) -> tuple[ClockNode, ...]:
        """Return the periods in which clocks may have shown a reading between two."""
        return tuple(node for clock in clocks for node in self.nodes[clock] if node.period.shows(first, last))

    def all(self, clocks: Iterable[str]) -> tuple[ClockNode, ...]:
        """Return all periods of clocks."""
        return tuple(node for clock in clocks for node in self.nodes[clock])

    def on(self, clock: str, day: date | None) -> tuple[ClockNode, ...]:
        """Return the periods in which a clock showed a date, or all of them."""
        if day is None:
            return self.all([clock])
        first = date_microseconds(day)
        return self.showing([clock], first, first + DAY - 1)
