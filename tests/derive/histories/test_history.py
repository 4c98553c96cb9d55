"""Statuses out of edges and overlays: the rule of what is possible, and what leaves room for what."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import ALL, TWO_OF_THREE, act, clause, day, three
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.histories.history import Edge, History, Membership, possible
from treatyclock.derive.overlays.overlay import Overlay, WithoutLimit
from treatyclock.derive.reasoning.findings import Findings
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.status import Status

EXACT = [("in", Span(10, 10)), ("out", Span(20, 20))]
VAGUE = [("in", Span(10, 15)), ("out", Span(12, 20))]


@pytest.mark.parametrize(
    ("edges", "at", "values"),
    [
        (EXACT, 9, {"before"}),
        (EXACT, 10, {"in"}),
        (EXACT, 19, {"in"}),
        (EXACT, 20, {"out"}),
        (VAGUE, 9, {"before"}),
        (VAGUE, 11, {"before", "in"}),
        (VAGUE, 13, {"before", "in", "out"}),
        (VAGUE, 16, {"in", "out"}),
        (VAGUE, 20, {"out"}),
        ([("in", Span(10, 30)), ("out", Span(20, 20))], 20, {"out"}),  # surely over, whenever it had begun
        ([], 5, {"before"}),
    ],
)
def test_a_value_is_possible_once_its_edge_may_have_come_unless_a_later_one_surely_has(
    edges: list[tuple[str, Span]], at: int, values: set[str]
) -> None:
    assert possible(edges, "before").at_instant(at) == values


def entry(begins: int, on: str = "1936-01-01") -> Entry:
    return Entry(day=day(on), begins=Span(begins, begins), key=Key("entry"), begins_key=Key("begins"), met=None)


def history(
    *overlays: Overlay, end: End | None = None, first_deadline: str | None = None, initial: Status = Status.NEGOTIATING
) -> History:
    """A party from 10 on, to 20 where there is an end."""
    edges = [Edge(status=Status.PARTY, at=Span(10, 10), key=Key("entry"), what="entry")]
    if end is not None:
        edges.append(Edge(status=Status.FORMER_PARTY, at=end.at, key=end.key, what="end"))
    return History(
        initial=initial,
        edges=tuple(edges),
        overlays=overlays,
        memberships=(Membership(entry=entry(10), end=end),),
        findings=Findings(),
        first_deadline=None if first_deadline is None else day(first_deadline),
    )


def overlay(status: Status, begins: Span, ends: Span | None = None, **more: object) -> Overlay:
    return Overlay(status=status, begins=begins, ends=ends, because=(Key("it"),), what="it", **more)  # type: ignore[arg-type]


END = End(at=Span(20, 20), last_day=day("1940-01-01"), key=Key("end"))


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        (Status.PROVISIONAL, {5, 25}),
        (Status.SUSPENDED, {15}),
        (Status.EXCLUDED, {15}),
        (Status.SURVIVING, {5, 25}),
    ],
)
def test_what_leaves_room_for_what(status: Status, shown: set[int]) -> None:
    line = history(overlay(status, Span(0, 0)), end=END).line
    plain = history(end=END).line
    for at in (5, 15, 25):
        assert line.at_instant(at) == ({status} if at in shown else plain.at_instant(at)), at


def test_an_objection_excludes_who_is_suspended_too() -> None:
    suspended, excluded = overlay(Status.SUSPENDED, Span(0, 0)), overlay(Status.EXCLUDED, Span(12, 12), Span(14, 14))
    line = history(suspended, excluded).line
    assert [line.at_instant(at) for at in (11, 13, 14)] == [{Status.SUSPENDED}, {Status.EXCLUDED}, {Status.SUSPENDED}]


def test_where_an_overlay_may_have_begun_both_are_possible() -> None:
    line = history(overlay(Status.SUSPENDED, Span(12, 14), Span(16, 18))).line
    both = {Status.PARTY, Status.SUSPENDED}
    assert [line.at_instant(at) for at in (11, 13, 15, 17, 18)] == [
        {Status.PARTY}, both, {Status.SUSPENDED}, both, {Status.PARTY}
    ]  # fmt: skip


def test_what_survives_begins_with_the_end_whenever_that_came() -> None:
    vague = End(at=Span(20, 30), last_day=day("1940-01-01"), key=Key("end"))
    line = history(overlay(Status.SURVIVING, Span(20, 30)), end=vague).line
    assert line.at_instant(25) == {Status.PARTY, Status.SURVIVING}
    assert line.at_instant(30) == {Status.SURVIVING}


def test_the_dates_of_a_history() -> None:
    found = history(end=END, first_deadline="1938-01-01")
    assert (found.entry, found.end) == (entry(10), END)
    assert found.last_timely_notice == day("1938-01-01")
    decided = End(at=Span(20, 20), last_day=day("1940-01-01"), key=Key("end"), deadline=day("1939-01-01"))
    assert history(end=decided, first_deadline="1938-01-01").last_timely_notice == day("1939-01-01")
    # who became a party when the deadline was over never had it
    assert history(first_deadline="1935-12-31").last_timely_notice is None
    assert history(first_deadline="1936-01-01").last_timely_notice == day("1936-01-01")


def test_how_long_effect_survives() -> None:
    first = overlay(Status.SURVIVING, Span(20, 20), last_day=day("1945-01-01"))
    endless = overlay(Status.SURVIVING, Span(20, 20), last_day=WithoutLimit.FOR_EVER)
    assert history(first, endless).surviving_until is WithoutLimit.FOR_EVER
    assert history(first, overlay(Status.SUSPENDED, Span(12, 12))).surviving_until == day("1945-01-01")
    assert history(overlay(Status.SUSPENDED, Span(12, 12))).surviving_until is None


def test_the_changes_are_those_of_membership_and_of_the_overlays() -> None:
    found = history(overlay(Status.SUSPENDED, Span(12, 12), Span(14, 14)))
    assert [(each.what, each.at.earliest) for each in found.changes] == [("entry", 10), ("it", 12), ("end of it", 14)]


def test_it_survives_from_the_end_whenever_in_its_day_that_came() -> None:
    found = three(TWO_OF_THREE, clause("sunset"), act("termination by consent", ALL, "1938-01-01"))
    assert found.status("1938-01-01T12:00Z", party="AAA") == {tc.Status.PARTY, tc.Status.SURVIVING}


def test_what_survives_something_else_begins_when_that_ends() -> None:
    line = history(overlay(Status.SURVIVING, Span(2, 4)), initial=Status.SIGNATORY).line
    assert [line.at_instant(at) for at in (1, 3, 5)] == [
        {Status.SIGNATORY}, {Status.SIGNATORY, Status.SURVIVING}, {Status.SURVIVING}
    ]  # fmt: skip
