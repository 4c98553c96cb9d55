"""A repair that is found quickly and is not the cheapest: claims are dropped until the rest can be true."""

from __future__ import annotations

from treatyclock.testimony.conflicts import cycle, literals
from treatyclock.testimony.model import Model


def by_dropping(model: Model) -> tuple[int, ...]:
    """Return a choice of variants that can be: of each conflict the claim is dropped that costs least.

    It always ends: definitions alone are never in conflict, so every conflict holds something that can be dropped.
    """
    chosen = [0] * len(model.assumptions)
    while (proof := cycle(model, chosen)) is not None:
        _, place = min(
            (model.assumptions[place].variants[-1].cost, place)
            for place in literals(model, proof)
            if not model.assumptions[place].given
        )
        chosen[place] = model.assumptions[place].dropped
    return tuple(chosen)
