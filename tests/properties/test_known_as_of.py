"""What was known by a day uses no fact that became known later: without those facts the answers are the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from treatyclock.civil.moments.moment import Moment
from treatyclock.corpus import shipped
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.record import Record
from treatyclock.testing.specifications.many_text import to_toml
from treatyclock.testing.strategies.specifications import specifications_of_many

SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


def known(moment: Moment, horizon: date) -> bool:
    return moment.days.last <= horizon


def by_hand(record: Record, horizon: date) -> Record:
    """Drop all that became known after a day, and the recorded entry unless all instruments on record were known."""
    acts = tuple(act for act in record.acts if known(act.known or act.when(), horizon))
    clauses: list[Clause] = []
    for clause in record.clauses:
        since = clause.basis.known
        if since is not None and not known(since, horizon):
            if clause.basis.before is not None:
                clauses.append(clause.basis.before)
        elif isinstance(clause, EntryIntoForce) and clause.recorded is not None and acts != record.acts:
            clauses.append(replace(clause, recorded=clause.recorded if known(clause.recorded, horizon) else None))
        else:
            clauses.append(clause)
    return replace(record, acts=acts, clauses=tuple(clauses))


def vague(record: Record, horizon: date) -> bool:
    """Tell whether it is open if something was known on a day, or if the recorded entry was."""
    acts = [act.known or act.when() for act in record.acts]
    clause = record.clause(EntryIntoForce)
    recorded = None if clause is None else clause.recorded
    if recorded is not None and not known(recorded, horizon) and horizon >= recorded.days.first - timedelta(days=800):
        return True  # between the last instrument and the entry: known with the former, which hands cannot tell
    if any(len({known(at, horizon) for _, at in act.deposits}) > 1 for act in record.acts):
        return True  # some depositaries had it, and others not yet: which of its deposits counts, hands cannot tell
    return any(each.days.first <= horizon < each.days.last or each.wall is not None for each in acts)


def agree(record: Record, horizon: date, subjects: Iterable[dict[str, Any]]) -> None:
    trimmed = by_hand(record, horizon)
    if vague(record, horizon) or not any(not act.kind.outside for act in trimmed.acts):
        return
    for subject in subjects:
        whole = tc.Treaty(record).under(known_as_of=str(horizon), **subject)
        part = tc.Treaty(trimmed).under(**subject)
        assert whole.timeline() == part.timeline(), (record.id, horizon, subject)
        assert whole.dates() == part.dates(), (record.id, horizon, subject)


def subjects_of(record: Record) -> list[dict[str, Any]]:
    return [{}, *({"party": party.id} for party in record.parties[:8])]


@settings(max_examples=20, deadline=None, suppress_health_check=SLOW)
@given(st.data())
def test_of_random_treaties(data: st.DataObject) -> None:
    # By hand nobody can tell from when a recorded day of entry was known that no instruments bear out.
    record = tc.loads(to_toml(replace(data.draw(specifications_of_many()), recorded=None))).record
    agree(record, data.draw(st.dates(date(1935, 1, 1), date(1956, 1, 1))), subjects_of(record))


@pytest.mark.parametrize("id", shipped())
def test_of_every_shipped_treaty(id: str) -> None:
    record = tc.load(id).record
    days = sorted({(act.known or act.when()).days.last for act in record.acts})
    for day in days[:: max(1, len(days) // 8)]:
        for horizon in (day - timedelta(days=1), day):
            agree(record, horizon, subjects_of(record))


@pytest.mark.parametrize("id", shipped())
def test_before_the_first_act_nothing_is_known(id: str) -> None:
    treaty = tc.load(id)
    moments = [act.known or act.when() for act in treaty.record.acts if not act.kind.outside]
    before = min(each.days.first for each in moments) - timedelta(days=3)
    answer = treaty.in_force("2020-01-01", known_as_of=str(before))
    assert answer.truth is tc.Truth.UNKNOWN and not answer.status
    assert {each.value for each in treaty.dates(known_as_of=str(before)).last_day_in_force} == {("not known",)}
