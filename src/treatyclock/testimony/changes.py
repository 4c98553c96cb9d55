"""What a choice of variants gives up, and what that costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from treatyclock.testimony.model import Choice, Model


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing given up.

    Attributes:
        assumption: Its place in the model.
        variant: The place of the variant that it takes.
        cost: What the change costs; nothing for a claim that falls with a premise.
        fell_with: The premises that were given up, for a claim computed from them.
    """

    assumption: int
    variant: int
    cost: int
    fell_with: tuple[int, ...] = ()


def price(model: Model, chosen: Sequence[int]) -> int:
    """Return what a choice of variants costs; a claim that falls with its premise costs nothing."""
    return sum(change.cost for change in changes_of(model, chosen))


def changes_of(model: Model, chosen: Sequence[int]) -> tuple[Change, ...]:
    """Return what a choice of variants gives up, dearest first."""
    found: dict[int, Change] = {}
    gone = fallen(model, chosen)
    for place, assumption in enumerate(model.assumptions):
        if place in gone:
            found[place] = Change(assumption=place, variant=assumption.dropped, cost=0, fell_with=gone[place])
        elif chosen[place] >= assumption.base:
            cost = assumption.variants[chosen[place]].cost
            found[place] = Change(assumption=place, variant=chosen[place], cost=cost)
    return tuple(sorted(found.values(), key=lambda each: (-each.cost, each.assumption)))


def paid(model: Model, chosen: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return what a choice gives up of its own accord: what falls with a premise follows from it."""
    return tuple((each.assumption, each.variant) for each in changes_of(model, chosen) if not each.fell_with)


def fallen(model: Model, chosen: Choice) -> dict[int, tuple[int, ...]]:
    """Return the claims that fall because one from which they were computed does, each with those."""
    found: dict[int, tuple[int, ...]] = {}
    more = True
    while more:
        more = False
        for place, assumption in enumerate(model.assumptions):
            gone = tuple(
                each for each in assumption.premises if each in found or not _stands(model, chosen, each)
            )  # fmt: skip
            if gone and place not in found:
                found[place], more = gone, True
    return found


def _stands(model: Model, chosen: Choice, place: int) -> bool:
    variant = chosen[place]
    return variant is not None and variant < model.assumptions[place].base


def as_little(known: tuple[tuple[int, int], ...], changes: tuple[tuple[int, int], ...], model: Model) -> bool:
    """Tell whether known changes are among others, or weaker: a claim moved where the others drop it."""
    others = dict(changes)
    return all(
        place in others and others[place] in (variant, model.assumptions[place].dropped) for place, variant in known
    )
