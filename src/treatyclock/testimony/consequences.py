"""What follows from a reconciled case: computed once, in as few runs of the solver as it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from treatyclock.intervals import Interval
from treatyclock.testimony.case import Event
from treatyclock.testimony.changes import Change
from treatyclock.testimony.deciding import Deciding
from treatyclock.testimony.findings import (
    Consequences,
    EventGap,
    EventTimes,
    OpenEvent,
    OpenRepair,
    PossibleTime,
    ReconciledCase,
    TimesOnClock,
    is_bounded,
    widest,
)
from treatyclock.testimony.scenarios import Scenario
from treatyclock.testimony.variants import AtOtherOffset, OnOtherClock


def consequences_of(found: ReconciledCase) -> Consequences:
    """Say when each event came, and what stays open; nothing where no repair was found."""
    if not found.repairs.found:
        return Consequences(events=(), successions=(), open=())
    follows = Consequences(
        events=tuple(_times(found, event) for event in found.case.events),
        successions=(),
        open=(*_open_repairs(found), *_open_events(found)),
    )
    settled = [each.event for each in follows.in_order if each.settled]
    first = found.scenarios[0][0]
    successions = (
        EventGap(event=event, after=after, between=first.gap(event, after)) for after, event in pairwise(settled)
    )
    return replace(follows, successions=tuple(successions))


def gaps_of(found: ReconciledCase) -> tuple[EventGap, ...]:
    """Return the gap between every two events that each scenario of the best repairs bounds, at its widest."""
    return tuple(_gaps(found.best_scenarios, found.case.events))


def _gaps(scenarios: Sequence[Scenario], events: Sequence[Event]) -> Iterator[EventGap]:
    for at, after in enumerate(events):
        for event in events[at + 1 :]:
            gaps = [scenario.gap(event.id, after.id) for scenario in scenarios]
            if gaps and all(is_bounded(each) for each in gaps):
                yield EventGap(event=event.id, after=after.id, between=widest(gaps))


def _times(found: ReconciledCase, event: Event) -> EventTimes:
    under = tuple(tuple(scenario.bounds(event.id) for scenario in each) for each in found.scenarios)
    return EventTimes(
        event=event.id,
        under=under,
        bounds=tuple(dict.fromkeys(when for each in under[: len(found.best)] for when in each)),
        clocks=tuple(_on_clock(found.best_scenarios, event.id, clock.id) for clock in found.case.clocks),
    )


def _on_clock(scenarios: Sequence[Scenario], event: str, clock: str) -> TimesOnClock:
    readings = [scenario.reading(event, clock) for scenario in scenarios]
    # A scenario that says nothing of the clock leaves both ends open.
    whole = widest([Interval(None, None) if each is None else each for each in readings])
    return TimesOnClock(
        clock=clock,
        first=readings[0],
        earliest=whole.start,
        latest=None if whole.end is None else whole.end - 1,
    )


# --- what stays open ---------------------------------------------------------------------------


def _open_repairs(found: ReconciledCase) -> Iterator[OpenRepair]:
    best = found.best
    changes: dict[int, dict[object, Change]] = {}
    for repair in best:
        for change in repair.changes:
            changes.setdefault(change.assumption, {}).setdefault(_outcome(found, change), change)
    for place, outcomes in changes.items():
        may_stand = any(place not in {change.assumption for change in repair.changes} for repair in best)
        if len(outcomes) + may_stand > 1:
            yield OpenRepair(assumption=place, changes=tuple(outcomes.values()), may_stand=may_stand)


def _outcome(found: ReconciledCase, change: Change) -> object:
    """Return what becomes of an assumption: two periods of one clock are the same outcome."""
    variant = found.model.assumptions[change.assumption].variants[change.variant]
    match variant:
        case _ if change.fell_with:
            return change.fell_with
        case OnOtherClock():
            return variant.clock
        case AtOtherOffset():
            return variant.offset
        case _:
            return None


def _open_events(found: ReconciledCase) -> Iterator[OpenEvent]:
    scenarios = found.best_scenarios
    deciding = Deciding(scenarios)
    for event in found.case.events:
        whens = [scenario.bounds(event.id) for scenario in scenarios]
        times = sorted(set(whens), key=lambda when: (when.start is not None, when.start or 0, when.end or 0))
        if len(times) > 1:
            yield OpenEvent(
                event=event.id,
                times=tuple(
                    PossibleTime(when=when, conditions=deciding.conditions(event.id, [each == when for each in whens]))
                    for when in times
                ),
            )
