"""Constraints as columns: the same hold under a choice as by asking each."""

from __future__ import annotations

import pickle
from random import Random

from testimony_models import large, random_model
from treatyclock.testimony.claims.base import Claim
from treatyclock.testimony.conflicts import holds
from treatyclock.testimony.model import Assumption, Choice
from treatyclock.testimony.nodes import WayToRead
from treatyclock.testimony.variants import Dropped, OnOtherClock, Stands


def test_columns_hold_what_the_constraints_hold() -> None:
    rng, counts = Random(12), set()
    for _ in range(200):
        model = random_model(rng)
        chosen: Choice = [
            None if rng.random() < 0.2 else rng.randrange(len(each.variants)) for each in model.assumptions
        ]
        held = model.columns.held(chosen)
        assert held is not None
        places, (tails, heads, most) = held
        expected = [place for place, each in enumerate(model.constraints) if holds(each, chosen)]
        assert places.tolist() == expected
        assert [model.constraints[place].most for place in expected] == most.tolist()
        assert [model.constraints[place].tail for place in expected] == tails.tolist()
        assert [model.constraints[place].head for place in expected] == heads.tolist()
        counts.add(len(expected))
    assert len(counts) > 3


def test_an_assumption_counts_the_variants_in_which_it_stands() -> None:
    variants = (Stands(), Stands(), OnOtherClock(cost=2, read=WayToRead()), Dropped(cost=4))
    found = Assumption(id="x", about=Claim(id="x"), variants=variants)
    assert (found.base, found.stands, found.dropped) == (2, 0b11, 3)


def test_models_compare_by_value_and_travel() -> None:
    model, same = large(20, 5, 1), large(20, 5, 1)
    assert model == same
    assert hash(model) == hash(same)
    assert model != large(20, 5, 2)
    _ = model.columns
    assert pickle.loads(pickle.dumps(model)) == model
