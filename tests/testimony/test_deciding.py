"""On what it depends when an event came: true of each scenario, and nothing that does not matter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import treatyclock as tc
from testimony_cases import claim, reconcile
from treatyclock.show.testimony._open_questions import open_text
from treatyclock.testimony.deciding import Deciding
from treatyclock.testimony.findings import OpenEvent, PossibleTime
from treatyclock.testimony.scenarios import Scenario


def opened(found: tc.Reconciliation) -> dict[str, OpenEvent]:
    return {each.event: each for each in found.consequences.open if isinstance(each, OpenEvent)}


def told(found: tc.Reconciliation, event: str) -> str:
    return open_text(found, opened(found)[event])


def test_what_another_event_depends_on_is_no_cause() -> None:
    found = reconcile(claim("x", event="e", at="1945-08-08T12:00", clock=["moscow", "tokyo"]) +
                      claim("z", event="f", at="1945-08-08T12:00", clock=["moscow", "tokyo"]))  # fmt: skip
    assert told(found, "e") == (
        "the call: 1945-08-08 03:00 UTC (if x is on the clock of Tokyo)"
        " or 1945-08-08 09:00 UTC (if x is on the clock of Moscow)"
    )


def test_a_repair_is_a_cause() -> None:
    found = reconcile(claim("x", event="e", at="1945-08-08T12:00", clock="moscow") +
                      claim("y", event="e", at="1945-08-08T14:00", clock="moscow") +
                      claim("z", event="f", at="1945-08-08T12:00", clock=["moscow", "tokyo"]))  # fmt: skip
    assert told(found, "e") == (
        "the call: 1945-08-08 09:00 UTC (if y is given up) or 1945-08-08 11:00 UTC (if x is given up)"
    )


def test_what_goes_with_the_cause_but_bounds_nothing_is_no_cause() -> None:
    # Whoever gives up `a` gives up `b` or `c` too, of another event: only `a` or `d` says when the call came.
    found = reconcile(claim("d", event="e", at="1945-08-08T12:00", clock="moscow") +
                      claim("a", event="e", at="1945-08-08T14:00", clock="moscow") +
                      claim("b", event="f", after="g") + claim("c", event="g", after="f"))  # fmt: skip
    text = told(found, "e")
    assert "(if a is given up)" in text
    assert "(if d is given up)" in text
    assert "b " not in text.replace("before", "")


@settings(deadline=None, max_examples=60)
@given(
    settled=st.lists(st.dictionaries(st.integers(0, 5), st.integers(0, 2)), min_size=1, max_size=6),
    data=st.data(),
)
def test_what_is_left_out_is_what_the_others_can_do_without(settled: list[dict[int, int]], data: st.DataObject) -> None:
    meant = data.draw(st.lists(st.booleans(), min_size=len(settled), max_size=len(settled)))
    ranked = data.draw(st.permutations(range(6)))

    def tell_apart(places: list[int]) -> bool:
        seen = [tuple(each.get(place) for place in places) for each in settled]
        pairs = list(zip(seen, meant, strict=True))
        return {each for each, yes in pairs if yes}.isdisjoint(each for each, yes in pairs if not yes)

    if not tell_apart(ranked):
        return  # the same scenario is meant and not meant
    kept = ranked
    for place in ranked:
        less = [each for each in kept if each != place]
        kept = less if tell_apart(less) else kept
    deciding = Deciding(())
    deciding._settled = settled
    assert deciding._needed(ranked, meant) == kept


def holds(time: PossibleTime, scenario: Scenario) -> bool:
    return any(all(scenario.chosen[each.assumption] == each.variant for each in one) for one in time.conditions)


CLOCKS = st.lists(st.sampled_from(["moscow", "tokyo", "berlin"]), min_size=1, max_size=2, unique=True)


@settings(deadline=None, max_examples=60)
@given(said=st.lists(st.tuples(st.sampled_from("efg"), st.integers(8, 15), CLOCKS), min_size=1, max_size=4))
def test_a_time_is_the_event_s_exactly_where_its_conditions_hold(said: list[tuple[str, int, list[str]]]) -> None:
    found = reconcile("".join(
        claim(f"c{at}", "two", event=event, at=f"1945-08-08T{hour:02}:00", clock=clocks)
        for at, (event, hour, clocks) in enumerate(said)
    ))  # fmt: skip
    for event, each in opened(found).items():
        assert len(each.times) > 1
        for scenario in found.best_scenarios:
            for time in each.times:
                assert (scenario.bounds(event) == time.when) == holds(time, scenario)
        # Nothing that is said of another event is named.
        names = {
            found.model.assumptions[one.assumption].id
            for time in each.times
            for all_ in time.conditions
            for one in all_
        }
        assert names <= {f"c{at}" for at, (about, _, _) in enumerate(said) if about == event}
