"""Conflicts and repairs of random small cases, against every choice there is and against z3."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import Any

import pytest

from testimony_models import below, choices, cost, given_up, large, least, possible, random_model
from treatyclock.testimony.conflicts import conflicts, consistent
from treatyclock.testimony.milp import repairs_by_hitting_set
from treatyclock.testimony.model import Model
from treatyclock.testimony.repairs import Repairs, repairs


def can(model: Model, kept: set[int]) -> bool:
    """Whether assumptions can be true as they stand, however what the sources leave open is settled."""
    for chosen in choices(model):
        standing = all(variant < each.base for variant, each in zip(chosen, model.assumptions, strict=True))
        if standing and possible(model, [v if at in kept else -1 for at, v in enumerate(chosen)], computed=False):
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


def test_all_of_the_cheapest_repairs_are_found() -> None:
    rng, many = Random(5), 0
    for _ in range(400):
        model = random_model(rng)
        best, sets = least(model)
        found = repairs(model)
        assert found.proven
        assert found.best[0].cost == best == found.at_least
        # Of repairs of one cost that give up as much, a move where another drops the claim is the weaker.
        told = {
            frozenset((each.assumption, each.variant) for each in repair.changes if not each.fell_with)
            for repair in found.best
        }
        assert told <= {given_up(model, chosen) for chosen in choices(model) if possible(model, chosen)}
        assert told == {each for each in sets if not weaker_than_one(each, sets, model)}
        many += len(told) > 1
        for repair in found.found:
            assert all(possible(model, world) for world in repair.worlds)
            assert {cost(model, world) for world in repair.worlds} == {repair.cost}
        costs = [repair.cost for repair in found.found]
        assert costs == sorted(costs)
    assert many > 20


def weaker_than_one(each: frozenset[tuple[int, int]], others: set[frozenset[tuple[int, int]]], model: Model) -> bool:
    mine = dict(each)
    return any(
        other != each
        and all(
            place in mine and mine[place] in (variant, len(model.assumptions[place].variants) - 1)
            for place, variant in other
        )
        for other in others
    )


def test_what_a_repair_leaves_needs_every_change() -> None:
    rng = Random(6)
    for _ in range(200):
        model = random_model(rng)
        for repair in repairs(model, most=1).best:
            paid = [each for each in repair.changes if not each.fell_with]
            for world in repair.worlds:
                for change in paid:
                    back = [list(world) for _ in range(model.assumptions[change.assumption].base)]
                    for variant, undone in enumerate(back):
                        undone[change.assumption] = variant
                        assert not possible(model, undone) or cost(model, undone) >= repair.cost


@pytest.mark.z3
def test_the_least_cost_is_z3s() -> None:
    z3 = pytest.importorskip("z3", reason="z3-solver is not installed: it is an oracle only")
    rng, costs = Random(7), []
    for _ in range(1_500):
        model = random_model(rng)
        found = repairs(model, most=1)
        costs.append(found.best[0].cost)
        assert costs[-1] == with_z3(z3, model)
        assert consistent_with_z3(z3, model) == consistent(model)
    assert len(set(costs)) > 5


def with_z3(z3: Any, model: Model) -> int:
    solver, times, taken = z3.Optimize(), *variables(z3, model)
    for place, variants in enumerate(taken):
        solver.add(z3.PbEq([(each, 1) for each in variants], 1))
        stands = [
            z3.Or(*taken[premise][: model.assumptions[premise].base]) for premise in below(model.assumptions, place)
        ]
        for variant, each in enumerate(model.assumptions[place].variants):
            solver.add_soft(z3.Not(z3.And(variants[variant], *stands)), weight=each.cost) if each.cost else None
        for step in (each for each in model.constraints if each.of == place):
            own = next(bits for at, bits in step.needs if at == place)
            held = z3.And(z3.Or(*(v for at, v in enumerate(variants) if own >> at & 1)), *stands)
            solver.add(z3.Implies(held, times[step.head] - times[step.tail] <= step.most))
    assert solver.check() == z3.sat
    answer = solver.model()
    chosen = [
        next(at for at, each in enumerate(variants) if z3.is_true(answer.eval(each, model_completion=True)))
        for variants in taken
    ]
    return cost(model, chosen)


def consistent_with_z3(z3: Any, model: Model) -> bool:
    """Whether all assumptions can be true as they stand, computed ones on their own word."""
    solver, times, taken = z3.Solver(), *variables(z3, model)
    for place, assumption in enumerate(model.assumptions):
        solver.add(z3.PbEq([(each, 1) for each in taken[place][: assumption.base]], 1))
    for step in model.constraints:
        assert step.of is not None
        own = next(bits for at, bits in step.needs if at == step.of)
        held = z3.Or(*(v for at, v in enumerate(taken[step.of][: model.assumptions[step.of].base]) if own >> at & 1))
        solver.add(z3.Implies(held, times[step.head] - times[step.tail] <= step.most))
    return bool(solver.check() == z3.sat)


def variables(z3: Any, model: Model) -> tuple[Any, Any]:
    times = [z3.IntVal(0), *(z3.Int(f"t{at}") for at in range(1, len(model.nodes)))]
    taken = [
        [z3.Bool(f"v{place}_{variant}") for variant in range(len(each.variants))]
        for place, each in enumerate(model.assumptions)
    ]
    return times, taken


def test_the_hitting_set_finds_the_same() -> None:
    pytest.importorskip("scipy", reason="scipy comes with the extra `reason`")
    rng = Random(8)
    for _ in range(60):
        model = random_model(rng)
        best, _ = least(model)
        found = repairs_by_hitting_set(model, most=50)
        assert found.proven
        assert found.best[0].cost == best
        assert all(possible(model, world) for repair in found.found for world in repair.worlds)
        told = {repair.changes for repair in repairs(model).best}
        assert told <= {repair.changes for repair in found.best}


def test_a_search_that_is_stopped_says_that_it_is_not_proven() -> None:
    model = large(120, 30, 9)
    stopped: Repairs = repairs(model, most=1, steps=3)
    assert not stopped.proven
    assert stopped.found
    whole = repairs(model, most=1, steps=10**6)
    assert whole.proven
    assert stopped.at_least <= whole.best[0].cost <= stopped.found[0].cost
    assert all(
        conflict_free(model, world) for found in (stopped, whole) for repair in found.found for world in repair.worlds
    )


def conflict_free(model: Model, chosen: tuple[int, ...]) -> bool:
    from treatyclock.testimony.conflicts import cycle

    return cycle(model, chosen) is None


def test_a_large_case_by_integer_programming() -> None:
    pytest.importorskip("scipy", reason="scipy comes with the extra `reason`")
    model = large(1_000, 100, 10)
    found = repairs_by_hitting_set(model, most=1)
    assert found.proven
    assert found.best[0].cost > 10
    assert conflict_free(model, found.best[0].worlds[0])
    small = large(120, 30, 9)
    assert repairs_by_hitting_set(small, most=1).best[0].cost == repairs(small, most=1, steps=10**6).best[0].cost


def test_conflicts_can_be_bounded() -> None:
    model = large(60, 20, 11)
    few = conflicts(model, most=2)
    assert len(few.found) == 2
    assert not few.complete
    assert not conflicts(model, checks=5).complete
