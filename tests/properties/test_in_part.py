"""Of a record in part silence tells nothing: a definite answer stays true whatever acts and parties are then found.

A whole record is cut down, marked as being in part, and asked; what it answers for certain must be so by the whole one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from many_texts import to_toml
from strategies_many import specs as whole_specs
from treatyclock.civil.moments.read import moment
from treatyclock.errors import UnusableRecordError
from treatyclock.instants import from_datetime
from treatyclock.intervals import Timeline
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.events import EVENT
from treatyclock.law.acts.kind import Agreement
from treatyclock.law.coverage import Coverage, Extent
from treatyclock.law.record import Record
from treatyclock.truth import Truth

# A recorded day that no instruments bear out is drawn elsewhere: by part and by whole it stands for another count.
specs = whole_specs().map(lambda spec: replace(spec, recorded=None))
END_OF_DAYS = from_datetime(datetime(7000, 1, 1, tzinfo=UTC))
"""Where nothing bounds a day, the last day that has a name does: after it nothing is open any more."""
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


def truths(treaty: tc.Treaty, subject: dict[str, Any]) -> Timeline[Truth]:
    line = treaty.timeline(**subject)
    return line.map(lambda statuses: Truth.agreed(Truth.of(status.in_force) for status in statuses))


def agrees(part: Record, whole: Record, parties: Iterable[str]) -> None:
    """Check that what a part answers for certain is so by the whole."""
    known, all_of_it = tc.Treaty(part), tc.Treaty(whole)
    for subject in ({}, *({"party": party} for party in parties)):
        try:
            both = truths(known, subject).combine(lambda one, other: (one, other), truths(all_of_it, subject))
        except UnusableRecordError:  # too much is open at once to try all of it
            continue
        for during, (one, other) in both.pieces():
            if during.start is not None and during.start >= END_OF_DAYS:
                continue
            assert one in (Truth.UNKNOWN, other), (subject, str(during), one, other)


def cut(record: Record, hidden: Iterable[str]) -> Record:
    """Leave out acts, and those that answer them."""
    gone = set(hidden)
    gone |= {act.id for act in record.acts if act.of in gone}
    return replace(record, acts=tuple(act for act in record.acts if act.id not in gone))


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW)
@given(st.data())
def test_of_acts_that_are_listed_in_part(data: st.DataObject) -> None:
    whole = tc.loads(to_toml(data.draw(specs))).record
    assume(whole.acts)
    hidden = data.draw(st.lists(st.sampled_from([act.id for act in whole.acts]), min_size=1, max_size=3))
    part = replace(cut(whole, hidden), coverage=Coverage(acts=Extent.IN_PART))
    agrees(part, whole, [party.id for party in whole.parties])


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW)
@given(st.data())
def test_of_a_record_that_stops(data: st.DataObject) -> None:
    whole = tc.loads(to_toml(data.draw(specs))).record
    until = data.draw(st.dates(min_value=whole_days(whole)[0], max_value=whole_days(whole)[-1]))
    # An act that reaches back, such as a succession, changes what was so before it, as the law says.
    later = [act.id for act in whole.acts if act.when().days.last > until and not _reaches_back(act, until)]
    part = replace(cut(whole, later), coverage=Coverage(until=moment(str(until))))
    agrees(part, whole, [party.id for party in whole.parties])


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW)
@given(st.data())
def test_of_parties_that_are_listed_in_part(data: st.DataObject) -> None:
    # Whether States that are not listed have become too few is not asked: the listed ones stand for all there.
    whole = tc.loads(to_toml(replace(data.draw(specs), minimum=0))).record
    codes = [party.id for party in whole.parties]
    gone = _free_to_go(whole, data.draw(st.lists(st.sampled_from(codes), min_size=1, max_size=len(codes) - 1)))
    agrees(_without_parties(whole, gone), whole, codes)


def _free_to_go(whole: Record, states: Iterable[str]) -> set[str]:
    """Return those of some States whom no clause names, and who did not do alone what needs all to agree."""
    text = repr((whole.clauses, whole.weights))
    gone = {state for state in states if f"'{state}'" not in text}
    for act in whole.acts:
        if act.kind.agreement is not Agreement.ITS_AUTHORS and gone.issuperset(act.by):
            gone.discard(act.by[0])
    return gone


def _without_parties(whole: Record, gone: set[str]) -> Record:
    """Take States off the list with all their acts. An event is no State's act: it stays, whoever stands for it."""
    left = tuple(party for party in whole.parties if party.id not in gone)
    acts = []
    for act in whole.acts:
        by = tuple(party for party in act.by if party not in gone)
        acts.append(replace(act, by=(left[0].id,) if not by and act.kind == EVENT else by))
    idle = [act.id for act in acts if not act.by]
    part = cut(replace(whole, parties=left, acts=tuple(acts)), idle)
    while lost := [act.id for act in part.acts if act.of and act.of not in {each.id for each in part.acts}]:
        part = cut(part, lost)
    return replace(part, coverage=Coverage(parties=Extent.IN_PART))


def _reaches_back(act: Act, until: date) -> bool:
    return act.effective is not None and act.effective.days.last <= until


def whole_days(record: Record) -> list[date]:
    assume(record.acts)
    return sorted(act.when().days.last for act in record.acts)
