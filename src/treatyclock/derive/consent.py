"""Consent to be bound: whose act, of which kind, counted from which of its dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.case import Case
from treatyclock.law.acts import CONSENTS, RATIFYING, SIGNING, Act, ActDate, ActKind
from treatyclock.law.clauses.conditions import Exchanged, FixedDate, Signed
from treatyclock.law.clauses.entry import EntryIntoForce

_CONSENTS = tuple(kind for kind in ActKind if kind in CONSENTS)
_WITH_SIGNATURE = tuple(kind for kind in ActKind if kind in CONSENTS or kind is ActKind.SIGNATURE)
_WITH_EXCHANGE = tuple(
    kind for kind in ActKind if (kind in CONSENTS and kind not in RATIFYING) or kind is ActKind.EXCHANGE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One party's consent.

    Attributes:
        act: The act that expresses it.
        day: The date from which the law counts it.
    """

    act: Act
    day: Days


def consent_kinds(case: Case) -> tuple[ActKind, ...]:
    """Return the kinds of act by which a State consents to be bound by this treaty, in the order of the enumeration.

    Law: Vienna Convention arts. 11 to 15. Where the treaty enters into force on signature, a signature is consent;
    where it does so on exchange, the exchange is, and ratification is only a step towards it.
    """
    clause = case.record.clause(EntryIntoForce)
    conditions = set() if clause is None else {type(each) for each in clause.when.walk()}
    if Signed in conditions:
        return _WITH_SIGNATURE
    if Exchanged in conditions:
        return _WITH_EXCHANGE
    if FixedDate in conditions and not case.docket.of(*RATIFYING):
        return _WITH_SIGNATURE
    return _CONSENTS


def consents(case: Case, party: str, kinds: Sequence[ActKind], which: ActDate) -> tuple[Consent, ...]:
    """Return a party's acts of consent in their order; which of two vague ones came first is a question of fact.

    Law: a signature ad referendum counts once confirmed, and then from its own date (Vienna Convention art. 12(2)(b)).
    """
    acts = [act for act in case.docket.by(party, kinds) if _stands(case, act)]
    found = [Consent(act=act, day=case.legal_days(act.when(which))) for act in acts]
    if len(found) < 2:
        return tuple(found)
    ordered: list[Consent] = []
    for each in sorted(found, key=lambda c: (c.day.first, c.day.last)):
        place = len(ordered)
        while place and comes_before(case, each, ordered[place - 1]):
            place -= 1
        ordered.insert(place, each)
    return tuple(ordered)


def _stands(case: Case, act: Act) -> bool:
    return act.kind is not ActKind.AD_REFERENDUM or bool(case.docket.answering(act, ActKind.CONFIRMATION))


def comes_before(case: Case, one: Consent, other: Consent) -> bool:
    """Tell whether an act came before another by its date; a question of fact where the dates do not tell."""
    fact = f"{one.act.id} before {other.act.id}"
    return case.choices.settle(~other.day.not_after(one.day), fact, f"was {fact}?")


def first_acts(case: Case, kinds: Sequence[ActKind], parties: Iterable[str], which: ActDate) -> dict[str, Consent]:
    """Return each party's first act of some kinds, by party."""
    found = {}
    for party in parties:
        if several := consents(case, party, kinds, which):
            found[party] = several[0]
    return found


def signatures(case: Case, party: str) -> tuple[Consent, ...]:
    """Return a party's signatures, binding or not."""
    found = (Consent(act=act, day=case.legal_days(act.dated)) for act in case.docket.by(party, SIGNING))
    return tuple(sorted(found, key=lambda c: (c.day.first, c.day.last)))


def withdrawn(case: Case, consent: Consent, party: str) -> Act | None:
    """Return the first act by which a party took back a consent before the treaty was in force for it; None for none.

    Law: possible until entry into force (Summary of Practice of the Secretary-General as Depositary).
    """
    withdrawals = sorted(case.docket.by(party, [ActKind.CONSENT_WITHDRAWN]), key=lambda act: case.happening(act.when()))
    return next((act for act in withdrawals if taken_back_by(case, consent, act)), None)


def taken_back_by(case: Case, consent: Consent, act: Act) -> bool:
    """Tell whether a withdrawal of consent came after a consent, which it then undoes."""
    fact = f"{act.id} after {consent.act.id}"
    return case.choices.settle(consent.day.not_after(case.legal_days(act.when())), fact, f"was {fact}?")
