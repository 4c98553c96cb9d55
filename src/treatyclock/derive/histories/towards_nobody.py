"""Times in which a treaty would be in force for a State, or generally, and between no two: each pair waits for another.

Law: a treaty is an agreement between States, and a party is one for which it is in force (Vienna Convention art.
2(1)(a) and (g)). Whether it is for a State while it is in force between that one and nobody, though others are parties,
no rule says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations

from treatyclock.derive.histories.history import History, Statuses
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import Span
from treatyclock.intervals import IntervalSet
from treatyclock.law.clauses.others import Companion
from treatyclock.law.sides import same_side
from treatyclock.law.status import Status
from treatyclock.truth import Truth

TOWARDS_NOBODY = Rule(
    "in force between no two",
    "it is taken that it is in force for nobody while it is in force between no two",
    "open: Vienna Convention on the Law of Treaties, arts. 2(1)(a), 2(1)(g) and 26",
)
BetweenTwo = Callable[[tuple[str, str]], History]
"""Derives what follows for two States."""


def unless_towards_nobody(evaluation: Evaluation, found: History, party: str | None, between: BetweenTwo) -> History:
    """Return a history without the times in which the treaty is in force between no two, if it is taken so.

    Args:
        evaluation: The evaluation.
        found: What follows for a State, or for the treaty generally.
        party: The State; None for the treaty generally.
        between: Derives what follows for two States.
    """
    bonds = {frozenset(clause.between) for clause in evaluation.several(Companion) if clause.between}
    if not any(party is None or party in bond for bond in bonds):
        return found
    pairs = sorted(_pairs(evaluation, party), key=lambda pair: frozenset(pair) in bonds)
    left, shared, told = found.line.where(_in_force), IntervalSet(), list[History]()
    for pair in pairs:
        two = between(pair)
        left -= two.line.where(_in_force)
        if not left:
            return found
        told.append(two)
        one, other = two.lines
        shared |= one.where(_in_force) & other.where(_in_force)
    left &= shared  # with nobody else there, it is one of a single party
    if not left or _taken_to_be_in_force(evaluation):
        return found
    because = tuple(dict.fromkeys(key for two in told for each in two.overlays for key in each.because))
    name = Key("between no two", party or "all")
    key = evaluation.derived(name, TOWARDS_NOBODY, None, *because)
    been = IntervalSet(tuple(each for two in told for each in two.line.where(_in_force)))
    hidden = tuple(_hidden(interval.start, interval.end, been, key) for interval in left if interval.start is not None)
    memberships = found.memberships if len(told) != 1 else told[0].memberships
    return replace(found, overlays=(*found.overlays, *hidden), memberships=memberships, findings=evaluation.findings)


def _pairs(evaluation: Evaluation, party: str | None) -> Iterable[tuple[str, str]]:
    record = evaluation.record
    codes = [each.id for each in record.parties]
    several = combinations(codes, 2) if party is None else ((party, each) for each in codes if each != party)
    return (pair for pair in several if not same_side(record, *pair))


def _in_force(statuses: Statuses) -> bool:
    return bool(statuses & {Status.PARTY, Status.SUSPENDED})


def _taken_to_be_in_force(evaluation: Evaluation) -> bool:
    fact = "in force though between no two"
    text = "is the treaty in force for a State while it is in force between that State and no other party?"
    return evaluation.settle(Truth.UNKNOWN, fact, text)


def _hidden(start: int, end: int | None, been: IntervalSet, key: Key) -> Overlay:
    """Return what hides a time: as of contracting States before two had it in force, of former parties later."""
    earlier = any(each.start is not None and each.start < start for each in been)
    return Overlay(
        status=Status.FORMER_PARTY if earlier else Status.CONTRACTING,
        begins=Span(start, start),
        ends=None if end is None else Span(end, end),
        because=(key,),
        what="in force between no two",
    )
