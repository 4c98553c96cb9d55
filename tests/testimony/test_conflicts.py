"""Conflicts of random small cases, against every set of assumptions and against z3."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import Any

import pytest

from testimony_models import choices, large, possible, random_model, z3_variables
from treatyclock.testimony.conflicts import conflicts, consistent
from treatyclock.testimony.model import Model


def can(model: Model, kept: set[int]) -> bool:
    """Whether assumptions can be true as they stand, however what the sources leave open is settled."""
    for chosen in choices(model):
        standing = all(variant < each.base for variant, each in zip(chosen, model.assumptions, strict=True))
        if standing and possible(model, [v if at in kept else None for at, v in enumerate(chosen)], computed=False):
            return True
    return False


def irreducible(model: Model) -> set[tuple[int, ...]]:
    """Every irreducible conflict, by trying every set of assumptions from the smallest on."""
    found: set[tuple[int, ...]] = set()
    for size in range(1, len(model.assumptions) + 1):
        for kept in combinations(range(len(model.assumptions)), size):
            if not any(set(each) <= set(kept) for each in found) and not can(model, set(kept)):
                found.add(kept)
    return found


def test_every_irreducible_conflict_is_found_and_no_other() -> None:
    rng, sizes = Random(4), []
    for _ in range(300):
        model = random_model(rng)
        found = conflicts(model)
        assert found.complete
        assert {each.assumptions for each in found.found} == irreducible(model)
        assert consistent(model) == (not found.found)
        sizes.append(len(found.found))
        for each in found.found:
            for proof in each.proofs:
                assert sum(step.most for step in proof.steps) == -proof.excess < 0
                assert {step.of for step in proof.steps} <= set(each.assumptions)
    assert max(sizes) > 3
    assert 0 in sizes


def test_conflicts_can_be_bounded() -> None:
    model = large(60, 20, 11)
    few = conflicts(model, most=2)
    assert len(few.found) == 2
    assert not few.complete
    assert not conflicts(model, checks=5).complete


@pytest.mark.z3
@pytest.mark.parametrize(
    ("seed", "models"), [(7, 500), pytest.param(8, 5_000, marks=pytest.mark.long)], ids=["some", "many"]
)
def test_consistency_is_z3s_too(seed: int, models: int) -> None:
    z3 = pytest.importorskip("z3", reason="z3-solver is not installed: it is an oracle only")
    rng, outcomes = Random(seed), []
    for _ in range(models):
        model = random_model(rng)
        outcomes.append(consistent(model))
        assert consistent_with_z3(z3, model) == outcomes[-1]
    assert len(set(outcomes)) == 2


def consistent_with_z3(z3: Any, model: Model) -> bool:
    """Whether all assumptions can be true as they stand, computed ones on their own word."""
    solver, times, taken = z3.Solver(), *z3_variables(z3, model)
    for place, assumption in enumerate(model.assumptions):
        solver.add(z3.PbEq([(each, 1) for each in taken[place][: assumption.base]], 1))
    for step in model.constraints:
        assert step.of is not None
        own = next(need.variants for need in step.needs if need.assumption == step.of)
        held = z3.Or(*(v for at, v in enumerate(taken[step.of][: model.assumptions[step.of].base]) if own >> at & 1))
        solver.add(z3.Implies(held, times[step.head] - times[step.tail] <= step.most))
    return bool(solver.check() == z3.sat)
