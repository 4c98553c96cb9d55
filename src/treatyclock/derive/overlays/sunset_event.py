"""The event by which surviving effect is over: for all, or only for the State that did what the event records.

"This obligation remains in force despite the withdrawal, up to its full implementation": what one State has performed,
it has performed for itself.
"""

from __future__ import annotations

from treatyclock.derive.end.by_event import ByEvent, by_event_or_perhaps
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.sunset import Sunset
from treatyclock.law.conventions.exit import EVENT_ENDS_FOR, FOR_ITS_AUTHOR


def over_between(
    evaluation: Evaluation, clause: Sunset, pair: tuple[str | None, str | None], *, alone: bool
) -> ByEvent | None:
    """Return by which event surviving effect is over between two, for one State, or for all; None where none has come.

    Where each performs for itself and the treaty ended for both, each still owes the other until it has performed.

    Args:
        evaluation: The evaluation.
        clause: The clause.
        pair: For whom it survives, None for all; and towards whom, None for everybody.
        alone: Whether the end came to that State alone.
    """
    party, towards = pair
    own = over_by_event(evaluation, clause, party, alone=alone)
    if towards is None or alone:
        return own
    theirs = over_by_event(evaluation, clause, towards, alone=alone)
    if own is None or theirs is None:
        return None
    return max(own, theirs, key=lambda found: (found.last.last, found.last.first))


def over_by_event(evaluation: Evaluation, clause: Sunset, party: str | None, *, alone: bool) -> ByEvent | None:
    """Return by which event surviving effect is over; None where none has come.

    Args:
        evaluation: The evaluation.
        clause: The clause.
        party: For whom it survives; None for all.
        alone: Whether the end came to that State alone, and the treaty goes on for others: only then may an event by
            another State leave what survives for this one as it is, unless the text says so.
    """
    events = [evaluation.acts.get(event) for event in clause.until_event]
    others = [act for act in events if act is not None and _by_others(evaluation, act, party)]
    if not others or (clause.ends_for is None and not alone):
        return by_event_or_perhaps(evaluation, clause.until_event, clause)
    answer, because = evaluation.ask(EVENT_ENDS_FOR, clause)
    if answer != FOR_ITS_AUTHOR:
        found = by_event_or_perhaps(evaluation, clause.until_event, clause)
        return found and _because(found, because)
    if party is None:
        return _for_the_last(evaluation, clause, because)
    left = tuple(event for event in clause.until_event if event not in {act.id for act in others})
    found = by_event_or_perhaps(evaluation, left, clause) if left else None
    return found and _because(found, because)


def _by_others(evaluation: Evaluation, act: Act, party: str | None) -> bool:
    """Tell whether an event is that of other parties only; one that no party did is an event for all."""
    parties = {each.id for each in evaluation.record.parties}
    done = parties & set(act.by)
    return bool(done) and (done != parties if party is None else party not in done)


def _for_the_last(evaluation: Evaluation, clause: Sunset, because: Key) -> ByEvent | None:
    """Return the event with which it survives for nobody any more; None where it does for somebody."""
    each = [over_by_event(evaluation, clause, party.id, alone=True) for party in evaluation.record.parties]
    over = [found for found in each if found is not None]
    if len(over) < len(each):
        return None
    last = max(over, key=lambda found: (found.last.last, found.last.first))
    return _because(last, because)


def _because(found: ByEvent, key: Key) -> ByEvent:
    return ByEvent(
        last=found.last,
        because=tuple(dict.fromkeys((*found.because, key))),
        hours=found.hours,
        with_the_day=found.with_the_day,
    )
