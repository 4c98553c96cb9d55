"""Acts in the order in which they were done, whatever their order in the file."""

from __future__ import annotations

from collections.abc import Iterable

from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.acts.act import Act, ActDate, surely_before
from treatyclock.truth import Truth


def comes_first(evaluation: Evaluation, one: Act, other: Act, which: ActDate = ActDate.RECEIVED) -> bool:
    """Tell whether an act was done before another; a question of fact where their dates do not tell.

    Two acts of one day do not tell, unless their hours do.
    """
    if surely_before(one.when(which), other.when(which)):
        return True
    if surely_before(other.when(which), one.when(which)):
        return False
    # One question for both orders: else a world could hold each act to be the earlier one.
    first, second = sorted((one, other), key=lambda act: act.id)
    fact = f"{first.id} before {second.id}"
    return evaluation.settle(Truth.UNKNOWN, fact, about=(first, second)) is (one == first)


def in_order(evaluation: Evaluation, acts: Iterable[Act], which: ActDate = ActDate.RECEIVED) -> tuple[Act, ...]:
    """Return acts in the order in which they were done."""
    ordered: list[Act] = []
    for act in sorted(acts, key=lambda each: (each.when(which).days.first, each.when(which).days.last, each.id)):
        place = len(ordered)
        while place and comes_first(evaluation, act, ordered[place - 1], which):
            place -= 1
        ordered.insert(place, act)
    return tuple(ordered)
