"""Suspension of the treaty's operation, while it stays in force (Vienna Convention arts. 57 and 72)."""

from __future__ import annotations

from collections.abc import Sequence

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import agreed, signatures
from treatyclock.derive.counting.day_there import beginning
from treatyclock.derive.counting.reaching_back import takes_effect
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.addressees import reaches_all
from treatyclock.derive.exit.of_a_side import missing
from treatyclock.derive.histories.history import Membership
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.overlays.suspending_alone import allowed
from treatyclock.derive.overlays.suspending_early import could_suspend
from treatyclock.derive.parties.not_listed import perhaps_others
from treatyclock.derive.reasoning.evaluation import READING, Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.operation import RESUMPTION, SUSPENSION
from treatyclock.law.clauses.before_entry import ProvisionalApplication
from treatyclock.law.clauses.side import Side
from treatyclock.law.doctrines.doctrine import Effect
from treatyclock.law.sides import same_side
from treatyclock.law.status import Status
from treatyclock.law.vocabulary import DOCTRINES, doctrine_kinds
from treatyclock.truth import Truth

SUSPENDED = Rule(
    "suspended",
    "its operation is suspended from {value}, while it stays in force",
    "Vienna Convention on the Law of Treaties, arts. 57 and 72",
)
BEFORE_ENTRY = Rule(
    "suspended before entry",
    "its operation is suspended from {value}",
    "Vienna Convention on the Law of Treaties, arts. 25, 57 and 72",
)
KINDS = (SUSPENSION, *doctrine_kinds(Effect.SUSPENDS))
_RULES = {
    kind: Rule("suspended by a doctrine", SUSPENDED.words, doctrine.law)
    for doctrine in DOCTRINES
    if doctrine.effect is Effect.SUSPENDS
    for kind in doctrine.acts
}


def suspensions(
    evaluation: Evaluation,
    parties: Sequence[str],
    periods: Sequence[Membership],
    *,
    entry: Entry | None,
    of_all: bool = False,
    towards: str | None = None,
    applied: bool = False,
) -> tuple[Overlay, ...]:
    """Return the suspensions of the treaty's operation for some States.

    Law: by clause or by consent (Vienna Convention art. 57); a doctrine suspends where a reading admits an act that
    invokes it. A suspension towards some of the others only leaves the treaty in operation with the rest (arts. 58 and
    60(2)(b)), so it holds for those pairs alone.

    Args:
        evaluation: The evaluation.
        parties: The States.
        periods: The periods of being in force: what is suspended in one is over with it.
        entry: The treaty's entry into force; None if it has not entered.
        of_all: Only what all of them suspend together, rather than any of them.
        towards: The other State, where only what holds between one State and that other is asked.
        applied: Whether it is asked for a treaty that is applied provisionally.
    """
    if of_all and perhaps_others(evaluation):
        return ()  # those who are listed are not all: see for_everybody
    acts = dict.fromkeys(act for party in parties for act in evaluation.acts.by(party, KINDS))
    found: dict[Overlay, None] = {}
    for act in acts:
        if of_all and (act.to or not set(parties) <= set(act.by)):
            continue
        # What all suspend together is over for all once it is over for one; else each sleeps by its own act.
        groups = (
            [tuple(parties)]
            if of_all
            else [
                (party,)
                for party in parties
                if party in act.by and _holds_for(evaluation, act, party, towards, applied=applied)
            ]
        )
        several = (
            suspension(evaluation, act, group, periods, entry)
            for group in groups
            # Of what all suspend each must have been able to: else what is left in operation is seen from the pairs.
            if applied or all(could_suspend(evaluation, act, (party,)) for party in group)
        )
        found |= dict.fromkeys(each for each in several if each is not None)
    return tuple(found)


def _holds_for(evaluation: Evaluation, act: Act, party: str, towards: str | None, *, applied: bool) -> bool:
    """Tell whether a State's suspension holds for that State, or between it and another.

    One that names towards whom it suspends holds for these pairs alone, whoever joins later; whether anything is left
    in operation for its author is worked out from all pairs.
    """
    if not act.to:
        return True
    if towards is not None:
        return towards in act.to
    if evaluation.record.between_two:
        return reaches_all(evaluation, act, party)
    return applied and reaches_all(evaluation, act, party) and _holds_for_who_came_later(evaluation, act, party)


def _holds_for_who_came_later(evaluation: Evaluation, act: Act, party: str) -> bool:
    """Ask whether a treaty sleeps for who applies it provisionally, where others came later than the suspension."""
    record = evaluation.record
    others = {each.id for each in record.parties if each.id != party and not same_side(record, each.id, party)}
    later = any(agreed(evaluation, other) or signatures(evaluation, other) for other in others - {*act.to})
    fact = f"{act.id} to hold for {party} whoever came later"
    text = f"is the treaty suspended for {party} by {act.id}, which does not name all who came to it later?"
    return evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,)) if later else True


def by_a_side(
    evaluation: Evaluation,
    side: Side,
    periods: Sequence[Membership],
    *,
    entry: Entry | None,
    party: str | None = None,
) -> tuple[Overlay, ...]:
    """Return the suspensions by all on one of two sides, which leave nobody opposite to whom the treaty is applied.

    Law: a treaty between two sides operates between these alone, so what one suspends sleeps for both (Vienna
    Convention arts. 57 and 72(1)(a)).

    Args:
        evaluation: The evaluation.
        side: The side that suspends.
        periods: The periods of being in force.
        entry: The treaty's entry into force; None if it has not entered.
        party: A State on the other side for which that is asked; None for the treaty generally.
    """
    found: dict[Overlay, None] = {}
    for act in dict.fromkeys(act for each in side.parties for act in evaluation.acts.by(each, KINDS)):
        group = [each for each in side.parties if each in act.by]
        if not (party in act.to if party and act.to else reaches_all(evaluation, act, group[0])):
            continue
        fact = f"{act.id} done by all on its side that were parties"
        if not evaluation.settle(~missing(evaluation, side, act, entry), fact, f"was {fact}?", about=(act,)):
            continue
        made = suspension(evaluation, act, group, periods, entry)
        found |= {} if made is None else {made: None}
    return tuple(found)


def suspension(
    evaluation: Evaluation, act: Act, group: Sequence[str], periods: Sequence[Membership], entry: Entry | None
) -> Overlay | None:
    """Return the suspension for some of those who did it; None where it has no effect, or is over before it begins."""
    given = evaluation.given_act(act)
    by_clause = allowed(evaluation, act, group, entry)
    if by_clause is None:
        return None
    when, taken = takes_effect(evaluation, act)
    begins, day = beginning(evaluation, when), evaluation.legal_days(when)
    if by_clause.since is not None:
        begins, day = begins.or_later(evaluation.start_of(by_clause.since)[0]), Days.latest([day, by_clause.since])
    rule, name = _RULES.get(act.kind, SUSPENDED), "suspended"
    if not periods and evaluation.clause(ProvisionalApplication) is not None:  # it is applied provisionally at most
        rule, name = BEFORE_ENTRY, BEFORE_ENTRY.name
    premises = (READING, given) if act.needs_reading else (given,)
    key = evaluation.derived(Key(name, act.id), rule, day, *premises, *taken, *by_clause.because)
    ends = _with_membership(begins, periods)
    because: tuple[Key, ...] = (key,)
    if act.until is not None:
        until = evaluation.end_of(act.until.days)[0] if act.until.wall is None else evaluation.happening(act.until)
        ends = _earlier(ends, until)
    for again in evaluation.acts.answering(act, RESUMPTION):
        if not any(_is_over_for(evaluation, act, again, party) for party in group):
            continue
        back, taken = takes_effect(evaluation, again)
        resumed = beginning(evaluation, back)
        ends = _earlier(ends, resumed)
        because = (*because, evaluation.given_act(again), *taken)
    if ends is not None and ends.latest <= begins.earliest:
        return None
    return Overlay(status=Status.SUSPENDED, begins=begins, ends=ends, because=because, what="suspension")


def _is_over_for(evaluation: Evaluation, act: Act, again: Act, party: str) -> bool:
    """Tell whether a resumption ends a suspension for one of those who suspended.

    Each of them takes up for itself. A resumption by others only may record what all agreed or nothing of the kind.
    """
    if not again.by or party in again.by:
        return True
    if set(again.by) & set(act.by):
        return False
    fact = f"{act.id} over for {party} by {again.id}"
    return evaluation.settle(Truth.UNKNOWN, fact, about=(act, again))


def _with_membership(begins: Span, periods: Sequence[Membership]) -> Span | None:
    """Return when a period of being in force begins after it: a new consent is to a treaty that is in operation."""
    later = (period.entry.begins for period in periods[1:] if period.entry.begins.latest > begins.earliest)
    return next(later, None)


def _earlier(one: Span | None, other: Span) -> Span:
    return other if one is None else Span(min(one.earliest, other.earliest), min(one.latest, other.latest))
