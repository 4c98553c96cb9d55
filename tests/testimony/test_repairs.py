"""Repairs of random small cases, against every possible choice and against z3."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from testimony_cases import case, claim
from testimony_models import (
    below,
    choices,
    conflict_free,
    cost,
    given_up,
    large,
    least,
    possible,
    random_model,
    z3_variables,
)
from treatyclock.testimony.changes import Change
from treatyclock.testimony.encoding import model_of
from treatyclock.testimony.model import Model
from treatyclock.testimony.repairs import Repair, Repairs, repairs


def test_all_of_the_cheapest_repairs_are_found() -> None:
    rng, many = Random(5), 0
    for _ in range(250):
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
            assert all(possible(model, choice) for choice in repair.choices)
            assert {cost(model, choice) for choice in repair.choices} == {repair.cost}
        costs = [repair.cost for repair in found.found]
        assert costs == sorted(costs)
    assert many > 20


def weaker_than_one(each: frozenset[tuple[int, int]], others: set[frozenset[tuple[int, int]]], model: Model) -> bool:
    mine = dict(each)
    return any(
        other != each
        and all(
            place in mine and mine[place] in (variant, model.assumptions[place].dropped) for place, variant in other
        )
        for other in others
    )


def test_what_a_repair_leaves_needs_every_change() -> None:
    rng = Random(6)
    for _ in range(200):
        model = random_model(rng)
        for repair in repairs(model, most=1).best:
            paid = [each for each in repair.changes if not each.fell_with]
            for choice in repair.choices:
                for change in paid:
                    back = [list(choice) for _ in range(model.assumptions[change.assumption].base)]
                    for variant, undone in enumerate(back):
                        undone[change.assumption] = variant
                        assert not possible(model, undone) or cost(model, undone) >= repair.cost


@pytest.mark.z3
@pytest.mark.parametrize(
    ("seed", "models"), [(7, 500), pytest.param(8, 5_000, marks=pytest.mark.long)], ids=["some", "many"]
)
def test_the_least_cost_is_z3s(seed: int, models: int) -> None:
    z3 = pytest.importorskip("z3", reason="z3-solver is not installed: it is an oracle only")
    rng, costs = Random(seed), []
    for _ in range(models):
        model = random_model(rng)
        found = repairs(model, most=1)
        costs.append(found.best[0].cost)
        assert costs[-1] == with_z3(z3, model)
    assert len(set(costs)) > 5


def with_z3(z3: Any, model: Model) -> int:
    solver, times, taken = z3.Optimize(), *z3_variables(z3, model)
    for place, variants in enumerate(taken):
        solver.add(z3.PbEq([(each, 1) for each in variants], 1))
        stands = [
            z3.Or(*taken[premise][: model.assumptions[premise].base]) for premise in below(model.assumptions, place)
        ]
        for variant, each in enumerate(model.assumptions[place].variants):
            solver.add_soft(z3.Not(z3.And(variants[variant], *stands)), weight=each.cost) if each.cost else None
        for step in (each for each in model.constraints if each.of == place):
            own = next(need.variants for need in step.needs if need.assumption == place)
            held = z3.And(z3.Or(*(v for at, v in enumerate(variants) if own >> at & 1)), *stands)
            solver.add(z3.Implies(held, times[step.head] - times[step.tail] <= step.most))
    assert solver.check() == z3.sat
    answer = solver.model()
    chosen = [
        next(at for at, each in enumerate(variants) if z3.is_true(answer.eval(each, model_completion=True)))
        for variants in taken
    ]
    return cost(model, chosen)


def test_a_search_that_is_stopped_says_that_it_is_not_proven() -> None:
    model = large(120, 30, 9)
    stopped: Repairs = repairs(model, most=1, steps=3)
    assert not stopped.proven
    assert stopped.found
    whole = repairs(model, most=1, steps=10**6)
    assert whole.proven
    assert stopped.at_least <= whole.best[0].cost <= stopped.found[0].cost
    assert all(
        conflict_free(model, choice)
        for found in (stopped, whole)
        for repair in found.found
        for choice in repair.choices
    )


def changed(found: tuple[Repair, ...]) -> list[tuple[Change, ...]]:
    return [each.changes for each in found]


def test_a_list_that_was_cut_short_is_not_complete() -> None:
    rng, outcomes = Random(31), set()
    for _ in range(60):
        model = random_model(rng)
        whole = repairs(model, most=10**6)
        assert whole.complete
        for most in (1, 2):
            cut = repairs(model, most=most)
            # All of the least cost are there, however few are asked for.
            assert cut.proven
            assert changed(cut.best) == changed(whole.best)
            assert not cut.complete or changed(cut.found) == changed(whole.found)
            outcomes.add(cut.complete)
    assert outcomes == {True, False}


def test_a_search_without_a_way_on_still_tells_a_repair() -> None:
    # Three sets of dates of one event, none in common: what is tried next may have no way out, and nobody knows yet.
    claims = "".join(
        claim(f"x{at}", event="e", dated=f"[{','.join(f'1941-04-{day + at:02}' for day in range(1, 28, 5))}]",
              clock="moscow")
        for at in range(4)
    )  # fmt: skip
    model = model_of(case(claims))
    for steps in range(1, 400, 7):
        found = repairs(model, steps=steps)
        assert found.found
        assert all(conflict_free(model, choice) for repair in found.found for choice in repair.choices)
