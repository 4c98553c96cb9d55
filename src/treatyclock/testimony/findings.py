"""What a reconciliation finds, as values: conflicts, repairs, and what then follows for each event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from treatyclock.intervals import Interval
from treatyclock.testimony.case import Case
from treatyclock.testimony.changes import Change
from treatyclock.testimony.conflicts import Conflicts
from treatyclock.testimony.model import Model
from treatyclock.testimony.repairs import Repair, Repairs
from treatyclock.testimony.scenarios import Scenario


@dataclass(frozen=True, kw_only=True)
class ReconciledCase:
    """A case, whether its claims agree, and what must be given up if they do not.

    Attributes:
        case: The case.
        model: Its network.
        consistent: Whether all claims can be true.
        conflicts: Every irreducible conflict.
        repairs: What must be given up, best first; a repair without changes where all claims can be true.
        scenarios: The scenarios of each repair, in the order of the repairs; they keep what was computed in them.
    """

    case: Case
    model: Model
    consistent: bool
    conflicts: Conflicts
    repairs: Repairs
    scenarios: tuple[tuple[Scenario, ...], ...] = field(compare=False, repr=False)

    @property
    def best(self) -> tuple[Repair, ...]:
        """The repairs of the least cost."""
        return self.repairs.best

    @property
    def best_scenarios(self) -> tuple[Scenario, ...]:
        """The scenarios of the repairs of the least cost."""
        return tuple(scenario for each in self.scenarios[: len(self.best)] for scenario in each)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesOnClock:
    """What a clock may have shown at an event, in microseconds since 1970 on that clock.

    Attributes:
        clock: The clock.
        first: The readings in the first scenario; None where nothing is known of them.
        earliest: The earliest reading in any scenario of the best repairs; None where nothing bounds it.
        latest: The latest reading in any of these scenarios; None where nothing bounds it.
    """

    clock: str
    first: Interval | None
    earliest: int | None
    latest: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTimes:
    """When an event came.

    Attributes:
        event: The event.
        under: The tightest interval in UTC for each repair and each scenario of it.
        bounds: The intervals of the best repairs, each once.
        clocks: What each clock may have shown.
    """

    event: str
    under: tuple[tuple[Interval, ...], ...]
    bounds: tuple[Interval, ...]
    clocks: tuple[TimesOnClock, ...]

    @property
    def settled(self) -> bool:
        """Whether the best repairs give one interval with a beginning or an end."""
        return len(self.bounds) == 1 and is_bounded(self.bounds[0])

    @property
    def widest(self) -> Interval:
        """From the earliest beginning of the best repairs to their latest end."""
        return widest(self.bounds)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventGap:
    """How long after one event another came.

    Attributes:
        event: The later event.
        after: The earlier event.
        between: The time between them, in microseconds.
    """

    event: str
    after: str
    between: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRepair:
    """The best repairs differ in what becomes of an assumption.

    Attributes:
        assumption: Its place in the model.
        changes: What may become of it.
        may_stand: Whether it stands in one of the repairs.
    """

    assumption: int
    changes: tuple[Change, ...]
    may_stand: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenChoice:
    """How one thing is settled that the sources leave open, or what becomes of it under one of the best repairs.

    Attributes:
        assumption: The place of the assumption in the model.
        variant: The place of its variant.
    """

    assumption: int
    variant: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PossibleTime:
    """One of several times that an event may have come at.

    Attributes:
        when: The interval in UTC.
        conditions: On what it depends: the event came then exactly if one of them holds.
    """

    when: Interval
    conditions: tuple[tuple[OpenChoice, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEvent:
    """The best repairs leave open when an event came.

    Attributes:
        event: The event.
        times: When it may have come, in order of time.
    """

    event: str
    times: tuple[PossibleTime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """What follows from the repairs.

    Attributes:
        events: When each event came, in the order of the case.
        successions: The gap between each settled event and the settled event before it.
        open: What the best repairs leave open.
    """

    events: tuple[EventTimes, ...]
    successions: tuple[EventGap, ...]
    open: tuple[OpenRepair | OpenEvent, ...]

    @property
    def in_order(self) -> tuple[EventTimes, ...]:
        """The events in order of time in the first scenario; those without a beginning last."""

        def key(times: EventTimes) -> tuple[bool, int]:
            start = times.under[0][0].start
            return start is None, start or 0

        return tuple(sorted(self.events, key=key))


def is_bounded(found: Interval) -> bool:
    """Tell whether an interval has a beginning or an end.

    Example:
        >>> is_bounded(Interval(None, None)), is_bounded(Interval(0, None))
        (False, True)
    """
    return found.start is not None or found.end is not None


def widest(intervals: Iterable[Interval]) -> Interval:
    """Return the interval from the earliest beginning to the latest end; an end that one leaves open is open.

    Example:
        >>> widest([Interval(0, 5), Interval(3, None)])
        Interval(start=0, end=None)
    """
    starts, ends = zip(*((each.start, each.end) for each in intervals), strict=True)
    return Interval(None if None in starts else min(starts), None if None in ends else max(ends))
