"""Findings: what their values say of themselves."""

from __future__ import annotations

from treatyclock.intervals import Interval
from treatyclock.testimony.findings import Consequences, EventTimes, widest


def times(event: str, *bounds: Interval) -> EventTimes:
    return EventTimes(event=event, under=(bounds,), bounds=bounds, clocks=())


def test_an_event_is_settled_by_one_interval_with_an_end() -> None:
    assert times("e", Interval(0, 5)).settled
    assert times("e", Interval(0, None)).settled
    assert not times("e", Interval(None, None)).settled
    assert not times("e", Interval(0, 5), Interval(7, 9)).settled


def test_the_widest_interval_goes_from_the_first_beginning_to_the_last_end() -> None:
    assert times("e", Interval(7, 9), Interval(0, 5)).widest == Interval(0, 9)
    assert widest([Interval(None, 5), Interval(7, None)]) == Interval(None, None)


def test_events_stand_in_order_and_those_without_a_beginning_last() -> None:
    events = (times("e", Interval(None, 3)), times("f", Interval(7, 9)), times("g", Interval(0, 5)))
    follows = Consequences(events=events, successions=(), open=())
    assert [each.event for each in follows.in_order] == ["g", "f", "e"]
