"""Consent to be bound: by which act of which State, counted from which date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.evaluation import Evaluation
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.consent import AD_REFERENDUM, CONFIRMATION, CONSENT_WITHDRAWN, EXCHANGE
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.clauses.conditions import Exchanged, FixedDate, Signed
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.vocabulary import ACT_KINDS, RATIFYING, SIGNING

_CONSENTS = tuple(kind for kind in ACT_KINDS.values() if kind.consents)
_WITH_SIGNATURE = tuple(kind for kind in ACT_KINDS.values() if kind.consents or kind.signs)
_WITH_EXCHANGE = tuple(kind for kind in ACT_KINDS.values() if (kind.consents and not kind.ratifies) or kind == EXCHANGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One party's consent.

    Attributes:
        act: The act that expresses it.
        day: The date from which the law counts it.
    """

    act: Act
    day: Days


def consent_kinds(evaluation: Evaluation) -> tuple[ActKind, ...]:
    """Return the kinds of act by which a State consents to be bound by this treaty, in the order of their declarations.

    Law: Vienna Convention arts. 11 to 15. Where the treaty enters into force on signature, a signature is consent;
    where it does so on exchange, the exchange is, and ratification is only a step towards it.
    """
    clause = evaluation.clause(EntryIntoForce)
    conditions = set() if clause is None else {type(each) for each in clause.when.walk()}
    if Signed in conditions:
        return _WITH_SIGNATURE
    if Exchanged in conditions:
        return _WITH_EXCHANGE
    if FixedDate in conditions and not evaluation.acts.of(*RATIFYING):
        return _WITH_SIGNATURE
    return _CONSENTS


def consents(evaluation: Evaluation, party: str, kinds: Sequence[ActKind], which: ActDate) -> tuple[Consent, ...]:
    """Return a party's acts of consent in their order; which of two vague ones came first is a question of fact.

    Law: a signature ad referendum counts once confirmed, and then from its own date (Vienna Convention art. 12(2)(b)).
    """
    acts = [act for act in evaluation.acts.by(party, kinds) if _stands(evaluation, act)]
    found = [Consent(act=act, day=evaluation.legal_days(act.when(which))) for act in acts]
    if len(found) < 2:
        return tuple(found)
    ordered: list[Consent] = []
    for each in sorted(found, key=lambda c: (c.day.first, c.day.last)):
        place = len(ordered)
        while place and comes_before(evaluation, each, ordered[place - 1]):
            place -= 1
        ordered.insert(place, each)
    return tuple(ordered)


def _stands(evaluation: Evaluation, act: Act) -> bool:
    return act.kind != AD_REFERENDUM or bool(evaluation.acts.answering(act, CONFIRMATION))


def comes_before(evaluation: Evaluation, one: Consent, other: Consent) -> bool:
    """Tell whether an act came before another by its date; a question of fact where the dates do not tell."""
    fact = f"{one.act.id} before {other.act.id}"
    return evaluation.settle(~other.day.not_after(one.day), fact, about=(one.act, other.act))


def first_acts(
    evaluation: Evaluation, kinds: Sequence[ActKind], parties: Iterable[str], which: ActDate
) -> dict[str, Consent]:
    """Return each party's first act of some kinds, by party."""
    found = {}
    for party in parties:
        if several := consents(evaluation, party, kinds, which):
            found[party] = several[0]
    return found


def signatures(evaluation: Evaluation, party: str) -> tuple[Consent, ...]:
    """Return a party's signatures, binding or not."""
    found = (Consent(act=act, day=evaluation.legal_days(act.dated)) for act in evaluation.acts.by(party, SIGNING))
    return tuple(sorted(found, key=lambda c: (c.day.first, c.day.last)))


def withdrawn(evaluation: Evaluation, consent: Consent, party: str) -> Act | None:
    """Return the first act by which a party took back a consent before the treaty was in force for it; None for none.

    Law: possible until entry into force (Summary of Practice of the Secretary-General as Depositary).
    """
    withdrawals = sorted(
        evaluation.acts.by(party, [CONSENT_WITHDRAWN]), key=lambda act: evaluation.happening(act.when())
    )
    return next((act for act in withdrawals if taken_back_by(evaluation, consent, act)), None)


def taken_back_by(evaluation: Evaluation, consent: Consent, act: Act) -> bool:
    """Tell whether a withdrawal of consent came after a consent, which it then undoes."""
    fact = f"{act.id} after {consent.act.id}"
    return evaluation.settle(consent.day.not_after(evaluation.legal_days(act.when())), fact, about=(act, consent.act))
