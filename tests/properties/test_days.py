"""Days agree with each other: as dates print them, as they are answered, as the chronology shows them, as instants."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from treatyclock.errors import UnusableRecordError
from treatyclock.testing import laws
from treatyclock.testing.specifications import many_text, two_text
from treatyclock.testing.strategies.specifications import specifications_of_many, specifications_of_two

DRAWN = settings(max_examples=35, deadline=None, suppress_health_check=list(HealthCheck))
TEXTS = st.builds(two_text.to_toml, specifications_of_two()) | st.builds(many_text.to_toml, specifications_of_many())
DAYS = st.dates(date(1935, 1, 1), date(1955, 12, 31))


def loaded(text: str) -> tc.Treaty:
    try:
        treaty = tc.loads(text)
        treaty.in_force("1940-01-01")
    except UnusableRecordError:
        assume(False)
    return treaty


@DRAWN
@given(TEXTS, st.data())
def test_a_day_that_dates_print_is_answered_so(text: str, data: st.DataObject) -> None:
    treaty = loaded(text)
    party = data.draw(st.sampled_from([None, *(each.id for each in treaty.record.parties)]))
    dates = treaty.dates(party=party)
    entry, last, out = (
        {value for each in found for value in each.value}
        for found in (dates.entry_into_force, dates.last_day_in_force, dates.first_day_out)
    )
    for days, away, never in ((entry, 0, tc.Truth.NO), (entry, -1, tc.Truth.YES), (last, 0, tc.Truth.NO)):
        if len(days) == 1 and (day := _only(days)) is not None:
            answer = treaty.in_force(day + timedelta(days=away), party=party)
            assert answer.truth is not never, (party, day, away)
    if len(out) == 1 and not dates.again and not dates.hour_of_end and (day := _only(out)) is not None:
        assert treaty.in_force(day, party=party).truth is not tc.Truth.YES


def _only(days: set[str]) -> date | None:
    text = next(iter(days))
    return date.fromisoformat(text) if len(text) == 10 and text[0].isdigit() else None


@DRAWN
@given(TEXTS, st.data())
def test_a_day_is_all_of_its_instants_on_the_clock_of_the_treaty(text: str, data: st.DataObject) -> None:
    treaty = loaded(text)
    clocks = treaty.record.midnights()
    assume(len(clocks) == 1)
    day = data.draw(DAYS)
    first = treaty.record.parties[0].id
    laws.assert_lawful(
        text, at=datetime(day.year, day.month, day.day, tzinfo=UTC), parties=[first], laws=[laws.of_day(day)]
    )
    for party in (None, first):
        if not any(act.dated.zones and act.dated.wall is None for act in treaty.record.acts):
            whole, placed = treaty.status(day, party=party), treaty.status(day, zone=clocks[0], party=party)
            assert whole == placed, (party, day)


@DRAWN
@given(TEXTS, st.data())
def test_the_chronology_shows_what_is_answered_of_its_days(text: str, data: st.DataObject) -> None:
    treaty = loaded(text)
    party = data.draw(st.sampled_from([None, *(each.id for each in treaty.record.parties)]))
    day = data.draw(DAYS)
    shown = [
        each.status
        for each in treaty.chronology(party=party)
        if (each.first_day is None or each.first_day <= day) and (each.last_day is None or day <= each.last_day)
    ]
    assert frozenset().union(*shown) == treaty.status(day, party=party)
    assert treaty.always(day, day, party=party) is treaty.in_force(day, party=party).truth or (
        treaty.in_force(day, party=party).truth is tc.Truth.UNKNOWN
    )


@DRAWN
@given(TEXTS, DAYS, DAYS)
def test_ever_and_always_keep_together(text: str, one: date, other: date) -> None:
    treaty = loaded(text)
    first, last = sorted((one, other))
    ever, always = treaty.ever(first, last), treaty.always(first, last)
    assert not (always is tc.Truth.YES and ever is not tc.Truth.YES)
    assert not (ever is tc.Truth.NO and always is not tc.Truth.NO)
    on = treaty.in_force(first).truth
    assert not (on is tc.Truth.YES and ever is not tc.Truth.YES)
    assert not (on is tc.Truth.NO and always is not tc.Truth.NO)
