"""The acts that say how long a treaty lasts beside its clauses: extensions, and decisions of a conference."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.counting.order import comes_first, in_order
from treatyclock.derive.counting.reaching_back import takes_effect
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.law.acts.act import Act, ActDate, Decision, surely_before
from treatyclock.law.acts.term import DECISION, EXTENSION
from treatyclock.law.clauses.review import Review
from treatyclock.law.clauses.term import Renewal, Term
from treatyclock.truth import Truth


def extensions_of(evaluation: Evaluation) -> tuple[Act, ...]:
    """Return the extensions of the term in the order in which they were agreed.

    Law: what was agreed later goes before what was agreed earlier (Vienna Convention art. 30(3)). Where what was
    agreed earlier came into force later, it is open which of the two prevails.
    """
    agreed = _as_agreed(evaluation, evaluation.acts.of(EXTENSION))
    begun = sorted(
        agreed, key=lambda each: in_force(evaluation, each)[0].first
    )  # stable: of one day as they were agreed
    crossed = next((each for each, other in zip(agreed, begun, strict=True) if each != other), None)
    if crossed is None:
        return tuple(agreed)
    fact = f"{crossed.id} to prevail, which was agreed earlier and came into force later"
    return tuple(begun if evaluation.settle(Truth.UNKNOWN, fact, about=tuple(agreed)) else agreed)


def _as_agreed(evaluation: Evaluation, acts: Sequence[Act]) -> list[Act]:
    """Return acts in the order in which they were agreed: a question of fact where they say different things."""
    ordered = sorted(acts, key=lambda each: (each.dated.days.first, each.dated.days.last))
    said = [(each.until, each.period) for each in ordered]
    for (number, one), (place, other) in combinations(enumerate(ordered), 2):
        if said[number] != said[place] and not surely_before(one.dated, other.dated):
            return list(in_order(evaluation, acts, ActDate.DATED))
    return ordered


def deciding(evaluation: Evaluation) -> Review | None:
    """Return the clause by which a conference decides whether the treaty goes on; None where there is none."""
    return next((each for each in evaluation.several(Review) if each.decides), None)


def decisions_of(evaluation: Evaluation, entry: Entry) -> tuple[Act, ...]:
    """Return what the conference decided, in the order of time; nothing where no clause lets a conference decide."""
    clause = deciding(evaluation)
    if clause is None:
        return ()
    # Of decisions that say the same it makes no difference which came first.
    ordered = sorted(evaluation.acts.of(DECISION), key=lambda each: each.id)
    said = {(each.dated, each.when(), each.until, each.outcome, each.effective): each for each in ordered}
    return in_order(evaluation, said.values())


def with_decisions(evaluation: Evaluation, entry: Entry, extensions: Sequence[Act]) -> list[Act]:
    """Return extensions, which are in their order, and among them the decisions of the conference."""
    acts = list(extensions)
    for decision in decisions_of(evaluation, entry):
        # The decisions come in their own order, so each stands behind those before it.
        before = [
            number
            for number, each in enumerate(acts, start=1)
            if each.kind == DECISION or comes_first(evaluation, each, decision)
        ]
        acts.insert(max(before, default=0), decision)
    return acts


def acts_on_the_term(evaluation: Evaluation, entry: Entry) -> list[Act]:
    """Return the acts that may put off the end of a term, or lift the term, in their order."""
    extensions = extensions_of(evaluation)
    if evaluation.clause(Term, on=entry.day) is None:
        return list(extensions)
    acts = with_decisions(evaluation, entry, extensions)
    return [act for act in acts if act.until or act.period or act.outcome is Decision.INDEFINITE]


def in_force(evaluation: Evaluation, act: Act) -> tuple[Days, tuple[Key, ...]]:
    """Return the day on which an act takes effect, and what is taken of it where that is open."""
    when, taken = takes_effect(evaluation, act)
    return evaluation.legal_days(when), taken


def period_agreed(evaluation: Evaluation, act: Act) -> tuple[Days, tuple[Key, ...]]:
    """Return the last day of a period by which all agreed to extend a treaty while no term ran: from their agreement.

    Args:
        evaluation: The evaluation.
        act: The extension, which has a period.
    """
    assert act.period is not None
    return evaluation.last_day(in_force(evaluation, act)[0], act.period, Renewal, first_day_counts=False)


def in_force_by(evaluation: Evaluation, act: Act, until: Moment) -> Truth:
    """Tell whether an act takes effect no later than a day ends, or before an hour."""
    when, _ = takes_effect(evaluation, act)
    if until.wall is None:
        return evaluation.by_end_of(when, until.days)[0]
    return evaluation.happening(when).before(evaluation.happening(until))
