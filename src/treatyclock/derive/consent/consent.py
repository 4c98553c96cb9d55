"""Consent to be bound: by which act of which State, counted from which date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import product

from treatyclock.civil.days import Days
from treatyclock.derive.counting.date_that_counts import date_of_instruments
from treatyclock.derive.parties.not_on_record import instruments_not_on_record
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.consent import AD_REFERENDUM, CONFIRMATION, EXCHANGE
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.clauses.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Consented,
    Exchanged,
    FixedDate,
    Instruments,
    Notified,
    Pairwise,
    Share,
    Signed,
)  # fmt: skip
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.conventions.entry import BINDS, SIGNATURE
from treatyclock.law.vocabulary import ACT_KINDS, RATIFYING, SIGNING
from treatyclock.truth import Truth

_LAW = "Vienna Convention on the Law of Treaties, arts. 12(1) and 14(1)"
BY_SIGNATURE = Rule("bound by signature", "that State consented by its signature alone", _LAW)
NOT_BY_SIGNATURE = Rule("not bound by signature", "that State did not consent by its signature alone", _LAW)

_CONSENTS = tuple(kind for kind in ACT_KINDS.values() if kind.consents)
_WITH_SIGNATURE = tuple(kind for kind in ACT_KINDS.values() if kind.consents or kind.signs)
_MERE_SIGNATURE = tuple(kind for kind in SIGNING if not kind.consents)
_BY_EITHER = tuple(kind for kind in ACT_KINDS.values() if kind.consents or kind == EXCHANGE)
_WITH_NOTIFICATION = tuple(kind for kind in ACT_KINDS.values() if kind.consents and not kind.ratifies)
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


def instrument_kinds(evaluation: Evaluation) -> tuple[ActKind, ...]:
    """Return the kinds of act that count where a clause asks for instruments, in the order of their declarations.

    Law: Vienna Convention arts. 12(1) to 16. A mere signature is none of them. Nor is one ad referendum: confirmed,
    it is a full signature and no more (art. 12(2)(b)). Where the treaty enters into force on exchange, the exchange is
    consent, and ratification is only a step towards it; where it may do so on instruments of another kind as well, both
    are. So it is where it enters into force once all have notified that their steps are complete (art. 16(c)).
    """
    conditions = _conditions(evaluation)
    if Exchanged not in conditions:
        of_others = conditions & {Consented, Instruments, Share, Pairwise}
        return _WITH_NOTIFICATION if Notified in conditions and not of_others else _CONSENTS
    return _BY_EITHER if conditions & {Consented, Instruments, Share, Pairwise} else _WITH_EXCHANGE


def consent_kinds(evaluation: Evaluation, party: str) -> tuple[ActKind, ...]:
    """Return the kinds of act by which a State consents to be bound by this treaty, in the order of their declarations.

    Law: Vienna Convention arts. 11 to 15. A signature is consent only where it alone, without an instrument, brings the
    treaty into force for that State (art. 12(1)).
    """
    kinds = _WITH_SIGNATURE if _signature_binds(evaluation, party) else instrument_kinds(evaluation)
    return tuple(kind for kind in kinds if not kind.ratifies) if _must_notify(evaluation, party) else kinds


def _must_notify(evaluation: Evaluation, party: str) -> bool:
    """Tell whether a clause waits for the notification of a State, to which its ratification is only a step."""
    clause = evaluation.clause(EntryIntoForce)
    parts = () if clause is None else clause.when.walk()
    return any(isinstance(part, Notified) and party in (part.by or (party,)) for part in parts)


def _conditions(evaluation: Evaluation) -> set[type[Condition]]:
    clause = evaluation.clause(EntryIntoForce)
    return set() if clause is None else {type(each) for each in clause.when.walk()}


def _signature_binds(evaluation: Evaluation, party: str) -> bool:
    clause = evaluation.clause(EntryIntoForce)
    if clause is None or not {Signed, FixedDate} & _conditions(evaluation):
        return False
    if FixedDate in _conditions(evaluation) and clause.on is not None:
        alone = ~_ratified_before(evaluation, clause.on.days, date_of_instruments(evaluation, clause)[0])
    else:
        alone = asks_signature_alone(clause.when, party)
    if alone is not Truth.UNKNOWN:
        return alone is Truth.YES
    signed = evaluation.acts.by(party, _MERE_SIGNATURE)
    if not signed:
        return False  # it did not sign, so nothing turns on the question
    answer, convention = evaluation.ask(SIGNATURE, clause)
    binds = answer == BINDS
    given = (evaluation.given_clause(clause), *map(evaluation.given_act, signed))
    rule = BY_SIGNATURE if binds else NOT_BY_SIGNATURE
    evaluation.derived(Key("bound by signature", party), rule, binds, *given, convention, told=True)
    return binds


def _ratified_before(evaluation: Evaluation, named: Days, which: ActDate) -> Truth:
    """Tell whether anybody ratified before the day that the treaty names: that shows that signatures were not enough.

    What a ratification on that day shows is open, and so is whether there was one where the record may lack it.
    """
    lacking = instruments_not_on_record(evaluation, ())
    found = Truth.NO if lacking is None or lacking > named.last else Truth.UNKNOWN
    for act in evaluation.acts.of(*RATIFYING):
        day = evaluation.legal_days(act.when(which))
        if day.first <= named.last:
            found |= Truth.YES if day.last < named.first else Truth.UNKNOWN
    return found


class _Asked(Enum):
    """What a way to meet a condition asks of a State: of several things that it asks, the last."""

    NOTHING = 0
    OTHERS_SIGNATURES = 1
    SIGNATURE = 2
    OTHERS_INSTRUMENTS = 3
    INSTRUMENT = 4


def asks_signature_alone(condition: Condition, party: str) -> Truth:
    """Tell whether a State's signature alone is what a condition asks of that State.

    Unknown where the condition says nothing of it, or where only others need instruments.
    """
    ways = _asked(condition, party)
    if ways == {_Asked.SIGNATURE}:
        return Truth.YES
    return Truth.NO if ways == {_Asked.INSTRUMENT} else Truth.UNKNOWN


def _asked(condition: Condition, party: str) -> frozenset[_Asked]:
    """Return what each of the ways to meet a condition asks of a State."""
    if isinstance(condition, AnyOf):
        return frozenset().union(*(_asked(part, party) for part in condition.parts))
    if isinstance(condition, AllOf):
        # Whoever must sign and ratify has not consented before both are done.
        ways = frozenset({_Asked.NOTHING})
        for part in condition.parts:
            ways = frozenset(max(pair, key=_value) for pair in product(ways, _asked(part, party)))
        return ways
    if isinstance(condition, (Signed, Consented, Instruments)):
        named = condition.among if isinstance(condition, Instruments) else condition.by
        of_others = bool(named) and party not in named
        if isinstance(condition, Signed):
            return frozenset({_Asked.OTHERS_SIGNATURES if of_others else _Asked.SIGNATURE})
        return frozenset({_Asked.OTHERS_INSTRUMENTS if of_others else _Asked.INSTRUMENT})
    more = isinstance(condition, (Exchanged, Pairwise, Share))
    return frozenset({_Asked.INSTRUMENT if more else _Asked.NOTHING})


def _value(asked: _Asked) -> int:
    return asked.value


def consents(evaluation: Evaluation, party: str, kinds: Sequence[ActKind], which: ActDate) -> tuple[Consent, ...]:
    """Return a party's acts of consent in their order; which of two vague ones came first is a question of fact.

    Law: a signature ad referendum counts once confirmed, and then from its own date (Vienna Convention art. 12(2)(b)).
    """
    acts = [act for act in evaluation.acts.by(party, kinds) if stands(evaluation, act)]
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


def agreed(evaluation: Evaluation, party: str) -> tuple[Consent, ...]:
    """Return a State's acts of consent in their order."""
    clause = evaluation.clause(EntryIntoForce)
    which, _ = date_of_instruments(evaluation, clause)
    return consents(evaluation, party, consent_kinds(evaluation, party), which)


def stands(evaluation: Evaluation, act: Act) -> bool:
    """Tell whether an act of consent or a signature is whole: one ad referendum is only once confirmed."""
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
    """Return a party's signatures, binding or not; one ad referendum is a full signature only once confirmed.

    Law: Vienna Convention art. 12(2)(b). Until then the State has only negotiated the text (art. 10(b)).
    """
    acts = [act for act in evaluation.acts.by(party, SIGNING) if stands(evaluation, act)]
    found = (Consent(act=act, day=evaluation.legal_days(act.dated)) for act in acts)
    return tuple(sorted(found, key=lambda c: (c.day.first, c.day.last)))
