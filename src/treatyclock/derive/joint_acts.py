"""Acts by which several agree to the same on days of their own, such as an exchange of notes."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.reasons import Key
from treatyclock.law.acts.act import Act
from treatyclock.truth import Truth


def agreed_before(evaluation: Evaluation, act: Act) -> tuple[Act, ...]:
    """Return the acts by which others had agreed to the same by the day of an act: all of them agree with the last.

    The latest go first, and an act that brings nobody new is left out.
    """
    found: list[Act] = []
    together, own = set(act.by), evaluation.legal_days(act.when())
    before = {other.id: evaluation.legal_days(other.when()).not_after(own) for other in _alike(evaluation, act)}
    others = (other for other in _alike(evaluation, act) if before[other.id] is not Truth.NO)
    for other in sorted(others, key=lambda each: evaluation.happening(each.when()), reverse=True):
        if set(other.by) <= together:
            continue
        if evaluation.settle(before[other.id], f"{other.id} no later than {act.id}", about=(other, act)):
            found.append(other)
            together |= set(other.by)
    return tuple(found)


def given_agreement(evaluation: Evaluation, act: Act) -> tuple[Key, ...]:
    """Note an act, and the acts by which others had agreed to the same before; return their keys."""
    return tuple(map(evaluation.given_act, (*reversed(agreed_before(evaluation, act)), act)))


def _alike(evaluation: Evaluation, act: Act) -> Iterator[Act]:
    said, by = (act.of, act.until, act.effective), set(act.by)
    for other in evaluation.acts.of_kind_whatever_its_effect(act.kind):
        if other.id != act.id and not set(other.by) <= by and (other.of, other.until, other.effective) == said:
            yield other
