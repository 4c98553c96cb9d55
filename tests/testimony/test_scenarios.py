"""Scenarios against the closure of all pairs."""

from __future__ import annotations

from random import Random

from testimony_cases import at, changed, counted_runs, reconcile
from testimony_models import active, closed, random_model
from treatyclock.testimony.nodes import EventNode
from treatyclock.testimony.repairs import repairs
from treatyclock.testimony.scenarios import Scenario


def test_bounds_and_gaps_are_those_of_all_pairs() -> None:
    rng = Random(13)
    for _ in range(100):
        model = random_model(rng)
        chosen = repairs(model, most=1).best[0].choices[0]
        bounds = closed(len(model.nodes), active(model, chosen), model.horizon)
        assert bounds is not None
        scenario = Scenario(model=model, chosen=chosen)
        events = [node.event for node in model.nodes if isinstance(node, EventNode)]
        far = model.horizon // 2
        for one, event in enumerate(events, start=1):
            found = scenario.bounds(event)
            assert found.start == (None if -bounds[one][0] < -far else -bounds[one][0])
            assert found.end == (None if bounds[0][one] > far else bounds[0][one] + 1)
            for other, after in enumerate(events, start=1):
                if one != other:
                    gap = scenario.gap(event, after)
                    assert gap.start == (None if -bounds[one][other] < -far else -bounds[one][other])
                    assert gap.end == (None if bounds[other][one] > far else bounds[other][one] + 1)


def test_a_clock_that_changed_is_read_in_the_period_of_the_event() -> None:
    found = reconcile(changed())
    ((scenario, *_), *_) = found.scenarios
    for event, wall in (("e", "1936-12-01T12:00Z"), ("f", "1937-06-01T12:00Z")):
        reading = scenario.reading(event, "manchukuo")
        assert reading is not None
        assert {reading.start} == at(wall)


def test_all_gaps_from_an_event_take_two_runs() -> None:
    ((scenario, *_), *_) = reconcile(changed()).scenarios
    scenario.bounds("e")
    with counted_runs() as runs:
        for event in ("f", "g", "f"):
            scenario.gap(event, "e")
    assert len(runs) == 2
