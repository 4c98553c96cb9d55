"""Effect that survives an end (Vienna Convention art. 70(1))."""

from __future__ import annotations

from datetime import date

from treatyclock.civil.days import Days
from treatyclock.civil.periods import Period
from treatyclock.derive.end.by_event import ByEvent
from treatyclock.derive.end.end import End
from treatyclock.derive.overlays.overlay import Overlay, WithoutLimit
from treatyclock.derive.overlays.sunset_event import over_between
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import Span, later
from treatyclock.law.clauses.before_entry import ProvisionalApplication
from treatyclock.law.clauses.sunset import Sunset, SunsetFrom
from treatyclock.law.conventions.calendar import ACT_DAY, WHERE_DONE
from treatyclock.law.conventions.exit import FIRST_OUT
from treatyclock.law.conventions.first_days import SUNSET_FIRST_DAY, TERMINATION_DAY
from treatyclock.law.status import Status
from treatyclock.truth import Truth

_LAW = "Vienna Convention on the Law of Treaties, art. 70(1)"
SURVIVES = Rule("survives", "its effect survives until {value}", _LAW)
SURVIVES_UNTIL = Rule("survives until an event", "by that its effect survives until {value}", _LAW)
SURVIVES_FOR_EVER = Rule("survives without limit", "its effect survives without limit", _LAW)
TERMINATION = Rule("date of termination", "the date of termination, from which it is counted, is {value}")
_WHAT = "surviving effect"


def sunset(
    evaluation: Evaluation,
    end: End,
    name: Key,
    party: str | None = None,
    *,
    towards: str | None = None,
    alone: bool = False,
) -> tuple[Overlay, ...]:
    """Return the effect that survives an end: of several clauses, each for what it covers.

    Args:
        evaluation: The evaluation.
        end: The end.
        name: What this effect is called among all reasons.
        party: For whom it survives; None for all.
        towards: Towards whom alone; None towards everybody.
        alone: Whether the end came to that State alone.
    """
    found: list[Overlay] = []
    for clause in evaluation.several(Sunset):
        number = evaluation.record.number(clause)
        own = name if not number else name._replace(kind=f"{name.kind} by {clause.TABLE} {number + 1}")
        by = over_between(evaluation, clause, (party, towards), alone=alone)
        found += _by_clause(evaluation.going_by(clause), clause, end, own, by)
    return tuple(found)


def _by_clause(evaluation: Evaluation, clause: Sunset, end: End, name: Key, by: ByEvent | None) -> tuple[Overlay, ...]:
    given = evaluation.given_clause(clause)
    if clause.lasts is None:
        if by is not None:
            return _until_event(evaluation, end, by, name, given)
        made = evaluation.derived(name, SURVIVES_FOR_EVER, None, given, end.key)
        return (_overlay(end.at, None, made, WithoutLimit.FOR_EVER),)
    notice = end.notice if clause.since is SunsetFrom.NOTICE else None
    if notice is not None:
        start, act_day = evaluation.counted_from(notice.when())
        because = (evaluation.given_act(notice), *act_day)
    else:
        start, which = _termination(evaluation, end, clause)
        if clause.since is SunsetFrom.NOTICE and not end.cause_known:
            start = Days(first=date.min, last=start.last)  # perhaps a notice ended it, and nobody knows of which day
        key = Key(f"termination for {name.kind}", name.subject, name.number)
        because = (evaluation.derived(key, TERMINATION, start, end.key, *which),)
    counts, convention = evaluation.first_day_counts(SUNSET_FIRST_DAY, clause)
    until, policy = evaluation.last_day(start, clause.lasts, Sunset, first_day_counts=counts)
    if until.not_after(end.last_day) is Truth.YES:
        return ()  # what is counted from the notice was over before the end, so nothing survives it
    made = evaluation.derived(name, SURVIVES, until, given, end.key, *because, convention, *policy)
    at = evaluation.end_of(until)[0]
    if by is None or (until.not_after(by.last) is Truth.YES and at.latest <= by.at(evaluation).earliest):
        return (_overlay(end.at, at, made, until),)
    return _until_event(evaluation, end, by, name, given, counted=made, until=(until, at))


def _until_event(
    evaluation: Evaluation,
    end: End,
    by: ByEvent,
    name: Key,
    given: Key,
    *,
    counted: Key | None = None,
    until: tuple[Days, Span] | None = None,
) -> tuple[Overlay, ...]:
    """Return the effect that survives until an event, or until a period is over that may be over before it."""
    last, at, because = by.last, by.at(evaluation), by.because
    if until is not None and counted is not None:
        last = Days.earliest([last, until[0]])
        at = Span(min(at.earliest, until[1].earliest), min(at.latest, until[1].latest))
        because = (counted, *because)
    if at.latest <= end.at.earliest:
        return ()  # the event had come before the end, so nothing survives it
    sooner = Key(f"{name.kind} until an event", name.subject, name.number)
    made = evaluation.derived(sooner, SURVIVES_UNTIL, last, given, end.key, *because)
    return (_overlay(end.at, at, made, last),)


def survival(evaluation: Evaluation, name: Key, last: Days, begins: Span, lasts: Period, *because: Key) -> Overlay:
    """Return the effect that goes on for a period after the last day of provisional application."""
    until, policy = evaluation.last_day(last, lasts, ProvisionalApplication, first_day_counts=False)
    made = evaluation.derived(name, SURVIVES, until, *because, *policy)
    return _overlay(begins, evaluation.end_of(until)[0], made, until)


def _overlay(begins: Span, ends: Span | None, key: Key, last_day: Days | WithoutLimit) -> Overlay:
    return Overlay(status=Status.SURVIVING, begins=begins, ends=ends, because=(key,), what=_WHAT, last_day=last_day)


def _termination(evaluation: Evaluation, end: End, clause: Sunset) -> tuple[Days, tuple[Key, ...]]:
    """Return the date of termination, and the convention used: the day named for the end, or one of two beside it."""
    if end.named is not None and not evaluation.settled(TERMINATION_DAY, clause):
        return end.named, ()
    whole = not end.at_hour or end.at == evaluation.end_of(end.last_day)[0]
    if not whole:  # it ends within a day
        if end.printed is None:
            return end.last_day, ()
        answer, key = evaluation.ask(ACT_DAY, evaluation.record.counting)
        return (end.printed if answer == WHERE_DONE else end.last_day), (key,)
    answer, key = evaluation.ask(TERMINATION_DAY, clause)
    return (end.last_day.map(later) if answer == FIRST_OUT else end.last_day), (key,)
