"""Repairs by integer programming: the same as those of the search."""

from __future__ import annotations

from random import Random

import pytest

import treatyclock as tc
from testimony_cases import case, claim
from testimony_models import conflict_free, large, least, possible, random_model
from treatyclock.testimony.encoding import model_of
from treatyclock.testimony.milp import repairs_by_hitting_set
from treatyclock.testimony.repairs import repairs


def test_the_hitting_set_finds_the_same() -> None:
    pytest.importorskip("scipy", reason="scipy comes with the extra `reason`")
    rng = Random(8)
    for _ in range(60):
        model = random_model(rng)
        best, _ = least(model)
        found = repairs_by_hitting_set(model, most=50)
        assert found.proven
        assert found.best[0].cost == best
        assert all(possible(model, choice) for repair in found.found for choice in repair.choices)
        told = {repair.changes for repair in repairs(model).best}
        assert told <= {repair.changes for repair in found.best}


def test_a_large_case_by_integer_programming() -> None:
    pytest.importorskip("scipy", reason="scipy comes with the extra `reason`")
    model = large(1_000, 100, 10)
    found = repairs_by_hitting_set(model, most=1)
    assert found.at_least == found.best[0].cost
    assert found.best[0].cost > 10
    assert conflict_free(model, found.best[0].choices[0])
    small = large(120, 30, 9)
    assert repairs_by_hitting_set(small, most=1).best[0].cost == repairs(small, most=1, steps=10**6).best[0].cost


def test_a_list_that_was_cut_short_is_not_proven_to_be_all() -> None:
    pytest.importorskip("scipy", reason="scipy comes with the extra `reason`")
    rng, outcomes = Random(8), set()
    for _ in range(40):
        model = random_model(rng)
        whole = repairs_by_hitting_set(model, most=50)
        one = repairs_by_hitting_set(model, most=1)
        assert one.at_least == one.best[0].cost == whole.best[0].cost
        assert one.proven == (len(whole.found) == 1)
        if one.proven:
            assert one.found == whole.found
        outcomes.add(one.proven)
    assert outcomes == {True, False}


def test_what_sources_leave_open_is_not_cut_short() -> None:
    pytest.importorskip("scipy", reason="scipy comes with the extra `reason`")
    made = case(claim("x", event="e", at="1941-04-25T00:30", clock=["moscow", "tokyo"]))
    found = [tc.reconcile(made, most=1, solver=solver) for solver in ("milp", "search")]
    assert [len(each.bounds("e")) for each in found] == [2, 2]
    assert all(each.repairs.complete for each in found)


def test_as_many_integer_programs_are_solved_as_are_allowed() -> None:
    pytest.importorskip("scipy", reason="scipy comes with the extra `reason`")
    model = model_of(case(claim("x", event="e", at="1941-04-25T00:30", clock="moscow")))
    # The first finds what can be; the second, that nothing else is as cheap.
    assert [repairs_by_hitting_set(model, rounds=each).proven for each in (0, 1, 2)] == [False, False, True]
    assert all(repairs_by_hitting_set(model, rounds=each).best[0].cost == 0 for each in (0, 1, 2))
