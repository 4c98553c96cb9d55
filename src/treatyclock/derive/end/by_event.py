"""Until an event, or until the first of several: which have come, and when within its day something is over by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.counting.reaching_back import takes_effect
from treatyclock.derive.parties.not_on_record import event_not_on_record
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.timing import Span, eve
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.base import Clause
from treatyclock.law.conventions.term import AT_EVENT, EVENT_DAY, EVENT_DAY_ENDS, EVENT_DAY_EVE, EVENT_DAY_STARTS


@dataclass(frozen=True, slots=True, kw_only=True)
class ByEvent:
    """What is over by an event.

    Attributes:
        last: Its last day.
        because: The reasons.
        hours: When the events came that may be the first, where it is over at the hour of the event; empty elsewhere.
        with_the_day: The event with whose day it is over, where it is over with the end of that day.
    """

    last: Days
    because: tuple[Key, ...]
    hours: tuple[Moment, ...] = ()
    with_the_day: Act | None = None

    def at(self, evaluation: Evaluation) -> Span:
        """Return between which instants it is over."""
        if self.hours:
            return first_hour(evaluation, self.hours)
        at = evaluation.end_of(self.last)[0]
        if self.with_the_day is None:
            return at
        return at.or_later(evaluation.happening(takes_effect(evaluation, self.with_the_day)[0]))


def first_hour(evaluation: Evaluation, hours: Sequence[Moment]) -> Span:
    """Return between which instants the first of several things happened."""
    spans = [evaluation.happening(each) for each in hours]
    return Span(min(each.earliest for each in spans), min(each.latest for each in spans))


def happened(evaluation: Evaluation, events: Sequence[str]) -> tuple[Act, ...]:
    """Return the events on record, without those that came when another had surely come."""
    found = [act for act in map(evaluation.acts.get, dict.fromkeys(events)) if act is not None]
    if len(found) < 2:
        return tuple(found)
    days = [evaluation.days_there(takes_effect(evaluation, act)[0]) for act in found]
    by_then = min(day.last for day in days)
    return tuple(act for act, day in zip(found, days, strict=True) if day.first <= by_then)


def by_event(evaluation: Evaluation, events: Sequence[str], clause: Clause) -> ByEvent | None:
    """Return what is over by the first of some events; None where none has come.

    Args:
        evaluation: The evaluation.
        events: The ids of the acts.
        clause: The clause that names them, and may say when it is over on the day of the event.
    """
    acts = happened(evaluation, events)
    if not acts:
        return None
    answer, convention = evaluation.ask(EVENT_DAY, clause)
    last, because, hours = [], list[Key](), []
    for act in acts:
        when, taken = takes_effect(evaluation, act)
        day = evaluation.days_there(when)  # the treaty's own day, in which the event came
        last.append(day.map(eve) if answer in (EVENT_DAY_EVE, EVENT_DAY_STARTS) else day)
        because += [evaluation.given_act(act), *taken]
        hours.append(when)
    return ByEvent(
        last=Days.earliest(last),
        because=(*because, convention),
        hours=tuple(hours) if answer == AT_EVENT else (),
        with_the_day=acts[0] if answer == EVENT_DAY_ENDS and len(acts) == 1 else None,
    )


def by_event_or_perhaps(evaluation: Evaluation, events: Sequence[str], clause: Clause) -> ByEvent | None:
    """Return what is over by the first of some events, of which the record may lack one; None where none has come.

    Args:
        evaluation: The evaluation.
        events: The ids of the acts.
        clause: The clause that names them.
    """
    found = by_event(evaluation, events, clause)
    lacking = [event for event in events if evaluation.acts.get(event) is None]
    day = event_not_on_record(evaluation, " or ".join(lacking)) if lacking else None
    if day is None or found is None:
        return found if day is None else ByEvent(last=day, because=())
    return replace(found, last=Days.earliest([found.last, day]), hours=(), with_the_day=None)
