"""Repairs by integer programming: the same as those of the search."""

from __future__ import annotations

from random import Random

import pytest

from testimony_models import conflict_free, large, least, possible, random_model
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
    assert found.proven
    assert found.best[0].cost > 10
    assert conflict_free(model, found.best[0].choices[0])
    small = large(120, 30, 9)
    assert repairs_by_hitting_set(small, most=1).best[0].cost == repairs(small, most=1, steps=10**6).best[0].cost
