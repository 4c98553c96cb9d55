"""A reconciliation as a value, and that its values are computed once."""

from __future__ import annotations

import pickle

import pytest

import treatyclock as tc
from testimony_cases import case, changed, claim, counted_runs
from treatyclock.errors import UnknownEventError

CLASH = changed(claim("a", clock="tokyo", ahead_of="manchukuo", by="PT3H"))


@pytest.mark.parametrize("id", ["august-1945", "may-1945", "japan-peace-1952"])
def test_to_print_it_runs_no_solver_once_its_values_are_computed(id: str) -> None:
    found = tc.reconcile(id)
    with counted_runs() as runs:
        _ = found.consequences, found.gaps
        computed = len(runs)
        assert str(found)
        assert found.explain()
        assert found.to_json()
    assert 0 < computed == len(runs)


def test_its_values_take_few_runs() -> None:
    found = tc.reconcile("may-1945")
    scenarios, events = len([each for repair in found.scenarios for each in repair]), len(found.case.events)
    clocks = len(found.model.nodes) - events - 1
    with counted_runs() as runs:
        found.to_json()
    # One run for the times of all events, two for the gaps from an event or a clock to all others.
    assert len(runs) <= scenarios * (1 + 2 * events + 2 * clocks)


def test_a_treaty_is_asked_about_the_times_that_are_known_already() -> None:
    found = tc.reconcile("august-1945", treaty="soviet-japanese-neutrality-pact")
    with counted_runs() as runs:
        for event in found.case.events:
            found.bounds(event.id)
    assert not runs


def test_it_compares_by_value() -> None:
    one, same = tc.reconcile(case(CLASH)), tc.reconcile(case(CLASH))
    assert str(one)
    assert one == same
    assert hash(one) == hash(same)
    assert one != tc.reconcile(case(CLASH), without=["a"])
    assert one != tc.reconcile(case(CLASH), treaty="soviet-japanese-neutrality-pact")


def test_it_travels() -> None:
    found = tc.reconcile("august-1945", treaty="soviet-japanese-neutrality-pact")
    for computed in (False, True):
        if computed:
            found.to_json()
        back = pickle.loads(pickle.dumps(found))
        assert back == found
        assert back.to_json() == found.to_json()
        assert back.explain() == found.explain()


def test_it_names_itself() -> None:
    assert repr(tc.reconcile(case(CLASH))) == "<Reconciliation made: contradictory>"
    assert repr(tc.reconcile(case(CLASH), without=["a"])) == "<Reconciliation made: consistent>"


def test_an_event_that_is_not_there() -> None:
    with pytest.raises(UnknownEventError, match="did you mean `attack`"):
        tc.reconcile("august-1945").bounds("atack")
