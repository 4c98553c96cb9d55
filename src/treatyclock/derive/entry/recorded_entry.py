"""Whether the day of entry into force that the depositary recorded is there: it was known, and so is what it needs.

A recorded day is a later fact. It presupposes the instruments that met the condition, is known with the last of them,
and falls with any of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.consent.consent import consent_kinds
from treatyclock.derive.counting.date_that_counts import date_of_instruments
from treatyclock.derive.counting.delays import delayed
from treatyclock.derive.entry.conditions import met
from treatyclock.derive.entry.met import Met
from treatyclock.derive.reasoning.admitted import known_by
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.truth import Truth

_AS_DEPOSITARIES_COUNT = timedelta(days=31)
"""By how much a recorded day may differ from a count, as depositaries' practice shows."""


def recorded_entry(evaluation: Evaluation, clause: EntryIntoForce, found: Met) -> Moment | None:
    """Return the day that the depositary recorded; None if it recorded none, or none that is known and stands.

    Args:
        evaluation: The evaluation.
        clause: The clause on entry into force.
        found: The condition, as far as the acts go that count here.
    """
    acts = evaluation.acts
    if clause.recorded is None or (acts.known_as_of is None and not acts.absent):
        return clause.recorded
    every = evaluation.with_absent()
    whole = met(every, clause.when, date_of_instruments(every, clause)[0], listed=True)
    if whole.day is not None and not _explains(evaluation, clause, whole.day, clause.recorded.days):
        whole = Met(day=None)  # others met it, earlier, who are not on record
    known = acts.known_as_of is None or _known(evaluation, clause, found, whole, acts.known_as_of)
    return clause.recorded if known and _stands(evaluation, clause, found, whole) else None


def _explains(evaluation: Evaluation, clause: EntryIntoForce, met_on: Days, recorded: Days) -> bool:
    """Tell whether a condition met on a day may have brought the recorded day of entry: not where that lies before."""
    counted = met_on if clause.on is not None else delayed(evaluation, met_on, clause.delay, EntryIntoForce)[0]
    return counted.first - _AS_DEPOSITARIES_COUNT <= recorded.last


def _known(evaluation: Evaluation, clause: EntryIntoForce, found: Met, whole: Met, horizon: Moment) -> bool:
    recorded = clause.recorded
    assert recorded is not None
    if clause.recorded_known is not None:
        truth = known_by(clause.recorded_known, horizon)
    elif whole.day is not None:
        # What was dropped was not hidden: whether the record falls with that is another question.
        return bool(evaluation.record.dropped) or found.day == whole.day
    elif any(_needed(evaluation, clause, act) for act in _later(evaluation)):
        return False
    else:
        truth = _by_the_delay(evaluation, clause, recorded.days, horizon.days.last)
    return evaluation.settle(truth, f"the recorded day of entry into force known by {horizon}")


def _by_the_delay(evaluation: Evaluation, clause: EntryIntoForce, recorded: Days, horizon: date) -> Truth:
    """Tell whether the last instrument came by a horizon, where the acts on record are too few to show it.

    An instrument of the horizon's own day would have brought a later entry than the recorded one: then the last one
    needed had come before.
    """
    if horizon >= recorded.last:
        return Truth.YES
    counted = delayed(evaluation, Days.on(horizon), clause.delay, EntryIntoForce)[0]
    if counted.first - _AS_DEPOSITARIES_COUNT > recorded.last:
        return Truth.YES
    moved = clause.on is not None or clause.not_before is not None
    return Truth.NO if not moved and counted.last + _AS_DEPOSITARIES_COUNT < recorded.first else Truth.UNKNOWN


def _stands(evaluation: Evaluation, clause: EntryIntoForce, found: Met, whole: Met) -> bool:
    """Tell whether a recorded day stands without the acts that are left out."""
    dropped = [act for act in evaluation.acts.absent if act in evaluation.record.dropped]
    if not dropped:
        return True
    if whole.day is not None:
        return found.day == whole.day
    needed = [act for act in dropped if _needed(evaluation, clause, act)]
    if not needed:
        return True
    # The acts on record never met the condition, so that others did which nobody listed: perhaps even without these.
    ids = ", ".join(act.id for act in needed)
    fact = f"the condition met on the same day without {ids}"
    return evaluation.lacking(fact, f"was {fact}? The instruments that met it are not all on record.")


def _needed(evaluation: Evaluation, clause: EntryIntoForce, act: Act) -> bool:
    """Tell whether a recorded day may presuppose an act: an instrument that came early enough to count."""
    consents = any(act.kind in consent_kinds(evaluation, party) for party in act.by)
    if not consents or not act.counts or clause.recorded is None:
        return False
    day = evaluation.legal_days(act.when(date_of_instruments(evaluation.with_absent(), clause)[0]))
    return delayed(evaluation, day, clause.delay, EntryIntoForce)[0].first <= clause.recorded.days.last


def _later(evaluation: Evaluation) -> Iterable[Act]:
    return (act for act in evaluation.acts.absent if act not in evaluation.record.dropped)
