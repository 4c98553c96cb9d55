"""The events of a case, at each time at which the cheapest repairs have them, and what is claimed of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treatyclock.answers.reconciliation import Reconciliation
from treatyclock.intervals import Interval
from treatyclock.testimony.claims.base import Claim
from treatyclock.testimony.claims.hours_and_dates import ClockReading
from treatyclock.testimony.claims.relations import Gap, Order, SameEvent
from treatyclock.testimony.findings import is_bounded


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTime:
    """A time at which an event came, or may have come.

    Attributes:
        event: The event.
        when: Between which instants.
        clocks: What each clock of the case then showed, by the clock's name in the case; None where that is not known.
        others: How many other times there are at which it may have come.
    """

    event: str
    when: Interval
    clocks: tuple[tuple[str, Interval | None], ...]
    others: int


def event_times(found: Reconciliation) -> tuple[EventTime, ...]:
    """Return the events in order of time, each at every time at which the cheapest repairs have it.

    An event of which nothing is known has no time.

    Example:
        >>> import treatyclock as tc
        >>> [each.event for each in event_times(tc.reconcile("august-1945"))]
        ['declaration', 'war', 'attack', 'ambassadors', 'publication', 'war']
    """
    told = []
    for each in found.consequences.in_order:
        times = [when for when in each.bounds if is_bounded(when)]
        told += [_event_time(found, each.event, when, len(times) - 1) for when in times]
    return tuple(sorted(told, key=lambda time: (time.when.start is None, time.when.start or 0)))


def _event_time(found: Reconciliation, event: str, when: Interval, others: int) -> EventTime:
    scenario = next(each for each in found.best_scenarios if each.bounds(event) == when)
    clocks = tuple((clock.id, scenario.reading(event, clock.id)) for clock in found.case.clocks)
    return EventTime(event=event, when=when, clocks=clocks, others=others)


def claims_about(found: Reconciliation, event: str) -> Iterator[Claim]:
    """Yield the claims that speak of an event.

    Example:
        >>> import treatyclock as tc
        >>> [each.id for each in claims_about(tc.reconcile("august-1945"), "war")]
        ['E']
    """
    return (claim for claim in found.case.claims if event in _events_of(claim))


def _events_of(claim: Claim) -> tuple[str, ...]:
    match claim:
        case ClockReading():
            return (claim.event,)
        case Gap() | Order():
            return (claim.event, claim.after)
        case SameEvent():
            return (claim.event, claim.other)
        case _:
            return ()
