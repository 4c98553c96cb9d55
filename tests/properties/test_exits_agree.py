"""What is said of one notice agrees: tried by its day, tried as an act, and with that act among the others."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from small_treaties import last_days
from treatyclock.derive.inverse.notice_result import NoticeCause
from treatyclock.errors import UnusableRecordError
from treatyclock.law.subjects import Subject
from treatyclock.testing.specifications import many_text, two_text
from treatyclock.testing.strategies.specifications import specifications_of_many, specifications_of_two
from treatyclock.truth import Truth

SOME = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

TEXTS = st.one_of(specifications_of_two().map(two_text.to_toml), specifications_of_many().map(many_text.to_toml))


@st.composite
def days(draw: st.DrawFn, text: str) -> str:
    """A day about one that the treaty names, or some months or years after it."""
    day = date.fromisoformat(draw(st.sampled_from(DATE.findall(text) or ["1940-01-01"])))
    away = draw(st.one_of(st.integers(-2, 2), st.integers(0, 400), st.integers(0, 4000)))
    return (day + timedelta(days=away)).isoformat()


def ends(asked: tc.Treaty, party: str) -> list[set[tuple[str, ...]]]:
    """Return with which days a State ceases to be a party, in each world."""
    worlds = asked.life().course(Subject((party,))).worlds
    return [{(str(each.end.last_day),) for each in world.result.memberships if each.end} for world in worlds]


@SOME
@given(TEXTS, st.data())
def test_what_is_said_of_one_notice_agrees(text: str, data: st.DataObject) -> None:
    asked = tc.loads(text)
    party = data.draw(st.sampled_from([each.id for each in asked.record.parties]))
    day = data.draw(days(text))
    act: dict[str, Any] = {"id": "tried", "kind": "denunciation", "by": party, "on": day, "grounds": "g", "ref": "r"}
    try:
        by_day = set(last_days(asked.earliest_exit(party, notice_on=day)))
        answer = asked.notice(by=party, on=day)
        by_act = set(last_days(asked.effective_withdrawal(act, party=party)))
        after = asked.what_if(add=act)
        found = ends(after, party)
    except UnusableRecordError:  # too much is open at once
        assume(False)
        raise
    assert by_day == by_act
    assert by_day == {each.value for each in answer.last_days}
    for outcome in answer.outcomes:
        came, reason = outcome.value, outcome.value.reason
        # Whoever gives a notice learns which days it brings, or by which rule it brings none.
        assert (came.last_day is None) is (came.first_day_out is None)
        assert came.last_day is not None or reason is not None
        if came.last_day is not None:
            assert came.effect is Truth.YES or (reason is not None and reason.cause is NoticeCause.ENTRY_NOT_KNOWN)
        elif came.effect is Truth.YES:
            assert reason is not None and reason.cause is NoticeCause.ENDS_PROVISIONAL_APPLICATION
        assert reason is None or reason.cause is not NoticeCause.OTHER
    assert by_day - {()} <= set().union(*found)
    if () not in by_day:
        assert all(world & by_day for world in found)
    if by_day == {()}:
        # It may still end a provisional application, which is no exit of a party.
        assert set(map(frozenset, found)) == set(map(frozenset, ends(asked, party)))


@SOME
@given(TEXTS, st.data())
def test_deadlines_lie_within_the_time_as_a_party(text: str, data: st.DataObject) -> None:
    asked = tc.loads(text)
    party = data.draw(st.sampled_from([each.id for each in asked.record.parties]))
    at = data.draw(st.one_of(st.none(), days(text)))
    try:
        worlds = asked.life().course(Subject((party,))).worlds
        first = asked.earliest_notice(at=at, party=party).values
        last = asked.last_timely_notice(at=at, party=party).values
        open_ = asked.windows("1930-01-01", "1960-01-01", party=party).values
        exits = last_days(asked.earliest_exit(party, at=at))
        some_day = [value[0] for value in first if len(value) == 1 and DATE.search(value[0])]
        tried = [last_days(asked.earliest_exit(party, notice_on=day)) for day in some_day]
    except UnusableRecordError:
        assume(False)
        raise
    periods = [period for world in worlds for period in world.result.memberships]
    begun = min((period.entry.day.first for period in periods), default=date.max)
    over = max((date.max if period.end is None else period.end.last_day.last for period in periods), default=date.min)
    for value in (*first, *last):
        for day in value:
            found = [date.fromisoformat(each) for each in DATE.findall(day)]
            assert begun <= found[-1] and found[0] <= over
    if not periods:
        assert (first, last, open_, exits) == (((),),) * 4
    if len(first) == 1 and tried:
        assert set(exits) == set(tried[0])
