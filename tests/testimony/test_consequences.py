"""What follows from repairs: times, gaps, and what stays open."""

from __future__ import annotations

from testimony_cases import at, claim, reconcile
from treatyclock.testimony.findings import OpenEvent, OpenRepair
from treatyclock.testimony.variants import OnOtherClock

NOON = claim("x", event="e", at="1945-08-08T12:00", clock="moscow")


def test_each_event_has_its_times_on_each_clock() -> None:
    found = reconcile(NOON)
    call, answer, echo = found.consequences.events
    assert ({call.bounds[0].start}, call.settled, answer.settled, echo.event) == (
        at("1945-08-08T12:00+03:00"), True, False, "g",
    )  # fmt: skip
    shown = {each.clock: each for each in call.clocks}
    assert {shown["tokyo"].earliest} == at("1945-08-08T18:00Z")
    assert {shown["tokyo"].latest} == {(shown["tokyo"].earliest or 0) + 60_000_000 - 1}
    assert all((each.first, each.earliest, each.latest) == (None, None, None) for each in answer.clocks)


def test_settled_events_follow_each_other_and_the_others_come_last() -> None:
    follows = reconcile(NOON + claim("y", event="f", after="e", gap="-PT2H")).consequences
    assert [each.event for each in follows.in_order] == ["f", "e", "g"]
    ((gap),) = follows.successions
    assert (gap.event, gap.after) == ("e", "f")


def test_gaps_are_as_wide_as_the_widest_scenario() -> None:
    found = reconcile(claim("x", event="e", at="1945-08-08T12:00", clock=["moscow", "tokyo"]) +
                      claim("y", event="f", at="1945-08-08T12:00", clock="tokyo"))  # fmt: skip
    (gap,) = found.gaps
    assert (gap.after, gap.event) == ("e", "f")
    minute, hour = 60_000_000, 3_600_000_000
    assert (gap.between.start, gap.between.end) == (-6 * hour - minute + 1, minute)


def test_repairs_that_cost_as_much_stay_open() -> None:
    found = reconcile(NOON + claim("y", event="e", at="1945-08-08T14:00", clock="moscow"))
    ids = [each.id for each in found.model.assumptions]
    opened = {ids[each.assumption]: each for each in found.consequences.open if isinstance(each, OpenRepair)}
    assert set(opened) == {"x", "y"}
    assert opened["x"].may_stand
    (event,) = [each for each in found.consequences.open if isinstance(each, OpenEvent)]
    assert (event.event, len(event.times)) == ("e", 2)


def test_a_clock_with_two_periods_is_one_answer() -> None:
    # Read on Berlin's clock, y was shown twice: in the night of 2 October 1944 the clocks went back.
    found = reconcile(claim("x", event="e", at="1944-10-02T04:00", clock="moscow", confidence="high") +
                      claim("y", event="e", at="1944-10-02T02:30", clock="moscow", confidence="low"))  # fmt: skip
    for each in found.consequences.open:
        assert isinstance(each, OpenRepair)
        variants = [found.model.assumptions[each.assumption].variants[change.variant] for change in each.changes]
        clocks = [variant.clock for variant in variants if isinstance(variant, OnOtherClock)]
        assert len(clocks) == len(set(clocks))


def test_what_a_source_leaves_open_says_on_what_it_depends() -> None:
    found = reconcile(claim("x", event="e", at="1945-08-08T12:00", clock=["moscow", "tokyo"]))
    (event,) = found.consequences.open
    assert isinstance(event, OpenEvent)
    assert [{time.when.start} for time in event.times] == [at("1945-08-08T03:00Z"), at("1945-08-08T09:00Z")]
    ids = [each.id for each in found.model.assumptions]
    assert [[ids[each.assumption] for each in settled] for time in event.times for settled in time.conditions] == [
        ["x"], ["x"],
    ]  # fmt: skip
