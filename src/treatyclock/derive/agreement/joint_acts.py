"""Acts by which several agree to the same on days of their own, such as an exchange of notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatyclock.civil.days import Days
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.timing import eve
from treatyclock.law.acts.act import Act, EffectDay
from treatyclock.law.vocabulary import ACT_KINDS
from treatyclock.truth import Truth

_CONSENTS = tuple(kind for kind in ACT_KINDS.values() if kind.consents)


def agreed_before(evaluation: Evaluation, act: Act) -> tuple[Act, ...]:
    """Return the acts by which others had agreed to the same by the day of an act: all of them agree with the last.

    The latest go first, and an act that brings nobody new is left out.
    """
    found: list[Act] = []
    together, own = set(act.by), evaluation.legal_days(act.when())
    before = {other.id: evaluation.legal_days(other.when()).not_after(own) for other in _alike(evaluation, act)}
    others = [other for other in _alike(evaluation, act) if before[other.id] is not Truth.NO]
    others.sort(key=lambda each: evaluation.happening(each.when()), reverse=True)
    for other in others if act.period is None else _of_this_agreement(evaluation, act, others):
        if set(other.by) <= together:
            continue
        fact, truth = f"{other.id} no later than {act.id}", before[other.id]
        if truth is Truth.YES and _consented_between(evaluation, other, act):
            # Who consents to the treaty after agreeing to end it may have thought better of it.
            fact, truth = f"{other.id} still agreed to at {act.id}", Truth.UNKNOWN
        if evaluation.settle(truth, fact, about=(other, act)):
            found.append(other)
            together |= set(other.by)
    return tuple(found)


def _of_this_agreement(evaluation: Evaluation, act: Act, others: Sequence[Act]) -> list[Act]:
    """Return those of earlier acts, the latest first, that are no part of an agreement to which its authors had agreed.

    Who agrees twice to a last day agrees to one thing; who agrees twice to a period more agrees to two.
    """
    before = [each for each in _saying_the_same(evaluation, act) if each.id != act.id]
    before.sort(key=lambda each: evaluation.happening(each.when()))
    together: dict[str, set[str]] = {}
    for number, each in enumerate(before):
        mine = set(each.by)
        for other in reversed(before[:number]):
            if not together[other.id] & set(each.by):
                mine |= together[other.id]
        together[each.id] = mine
    return [other for other in others if not together[other.id] & set(act.by)]


def _consented_between(evaluation: Evaluation, earlier: Act, later: Act) -> bool:
    """Tell whether a State consented to the treaty, or may have, after an act of its own and no later than another."""
    first, last = evaluation.legal_days(earlier.when()), evaluation.legal_days(later.when())
    consents = (act for party in earlier.by for act in evaluation.acts.by(party, _CONSENTS))
    days = (evaluation.legal_days(act.when()) for act in consents)
    return any(day.last > first.first and day.first <= last.last for day in days)


def given_agreement(evaluation: Evaluation, act: Act) -> tuple[Key, ...]:
    """Note an act, and the acts by which others had agreed to the same before; return their keys."""
    return tuple(map(evaluation.given_act, (*reversed(agreed_before(evaluation, act)), act)))


def _alike(evaluation: Evaluation, act: Act) -> Iterator[Act]:
    by = set(act.by)
    yield from (other for other in _saying_the_same(evaluation, act) if other.id != act.id and not set(other.by) <= by)


def _saying_the_same(evaluation: Evaluation, act: Act) -> Iterator[Act]:
    for other in evaluation.acts.of_kind_whatever_its_effect(act.kind):
        same = (other.of, other.until, other.period) == (act.of, act.until, act.period)
        if same and (other.effective == act.effective or _one_last_day(act, other)):
            yield other


def _one_last_day(one: Act, other: Act) -> bool:
    """Tell whether two acts name one end in other words: out from 1 July, in force up to 30 June."""
    last = {_last_day(one), _last_day(other)}
    return len(last) == 1 and None not in last


def _last_day(act: Act) -> Days | None:
    if act.effective is None or act.effective.wall is not None or act.effect_day is None:
        return None
    return act.effective.days.map(eve) if act.effect_day is EffectDay.FIRST_OUT else act.effective.days
