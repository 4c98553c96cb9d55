"""Edges, times of knowledge and readings: of any treaty, for anybody."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument, Unsatisfiable

import treatyclock as tc
from treatyclock.testing.strategies import edges_of, knowledge_times, readings, treaties
from treatyclock.view import Whose

PACT = tc.load("soviet-japanese-neutrality-pact")
SLOW = list(HealthCheck)
FEW = settings(max_examples=8, deadline=None, suppress_health_check=SLOW)


def all_of(strategy: st.SearchStrategy[date | datetime], number: int = 300) -> set[date | datetime]:
    """Return what a strategy draws in so many examples."""
    found: set[date | datetime] = set()

    @settings(max_examples=number, deadline=None, suppress_health_check=SLOW, phases=[Phase.generate])
    @given(strategy)
    def collect(each: date | datetime) -> None:
        found.add(each)

    collect()
    return found


def test_the_days_around_each_change_of_the_pact_are_drawn() -> None:
    drawn = all_of(edges_of(PACT, days=True))
    for stage in PACT.chronology():
        if stage.first_day is not None:
            assert {stage.first_day + timedelta(days=away) for away in (-1, 0, 1)} <= drawn, stage


def test_the_instants_around_each_change_are_drawn() -> None:
    drawn = all_of(edges_of(PACT, days=False), 500)
    assert all(isinstance(each, datetime) and each.tzinfo is UTC for each in drawn)
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    for edge in PACT.timeline().edges:
        at = epoch + timedelta(microseconds=edge)
        assert at in drawn and drawn & {at - timedelta(microseconds=1), at - timedelta(seconds=1)}


def test_hours_of_acts_and_deadlines_are_drawn() -> None:
    drawn = all_of(edges_of(PACT))
    assert date(1945, 4, 25) in drawn  # the last day for a timely notice
    assert any(isinstance(each, datetime) and each.date() == date(1945, 4, 5) for each in drawn)  # the denunciation


@pytest.mark.parametrize("id", ["comprehensive-test-ban-1996", "treaty-on-european-union"])
def test_of_any_treaty_generally_for_a_party_and_for_a_pair(id: str) -> None:
    treaty = tc.load(id)
    one, other, *_ = (party.id for party in treaty.record.parties)
    subjects: tuple[Whose, ...] = ({}, {"party": one}, {"between": (one, other)})
    for whose in subjects:
        edge = min(all_of(edges_of(treaty, **whose), 5), key=str)
        assert treaty.in_force(edge, **whose).truth in tc.Truth


@FEW
@given(treaties(settled=True).flatmap(lambda treaty: st.tuples(st.just(treaty), edges_of(treaty), readings(treaty))))
def test_of_drawn_treaties(drawn: tuple[tc.Treaty, date | datetime, tc.Reading]) -> None:
    treaty, edge, reading = drawn
    assert treaty.in_force(edge, reading=reading).truth in tc.Truth


def test_a_treaty_whose_record_names_no_day_has_no_edges() -> None:
    treaty = tc.loads(
        'schema = 1\nid = "x"\ntitle = "X"\n[parties]\nAAA = "A"\nBBB = "B"\n'
        '[entry_into_force]\nwhen = "signed"\nref = "art. 1"\n'
    )
    for nothing in (edges_of(treaty), knowledge_times(treaty)):
        with pytest.raises(Unsatisfiable):
            find(nothing, lambda _: True, settings=settings(max_examples=5, database=None))


def test_knowledge_before_and_after_an_act() -> None:
    drawn = all_of(knowledge_times(PACT, days=True))
    assert {date(1945, 4, 4), date(1945, 4, 5), date(1945, 4, 6)} <= drawn
    truths = {PACT.in_force("1946-06-01", known_as_of=day).truth for day in (date(1945, 4, 4), date(1945, 4, 7))}
    assert len(truths) == 2


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="party='FRA'"):
        edges_of(PACT, party="FRA")
    with pytest.raises(InvalidArgument, match="treaty='pact'"):
        edges_of("pact")  # type: ignore[arg-type]
    with pytest.raises(InvalidArgument, match="days='all'"):
        edges_of(PACT, days="all")  # type: ignore[arg-type]
    with pytest.raises(InvalidArgument, match="treaty=None"):
        knowledge_times(None)  # type: ignore[arg-type]


def test_a_failing_test_shows_the_day_itself() -> None:
    @settings(deadline=None, suppress_health_check=SLOW, database=None, max_examples=20)
    @given(day=edges_of(PACT, days=True))
    def never_after_1941(day: date) -> None:
        assert day.year < 1942

    with pytest.raises(AssertionError) as failed:
        never_after_1941()
    assert any("day=datetime.date(194" in note for note in failed.value.__notes__)
