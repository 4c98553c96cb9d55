"""Of a record in part silence tells nothing: a definite answer stays true whatever acts and parties are then found.

A whole record is cut down, marked as being in part, and asked; what it answers for certain must be so by the whole one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from treatyclock.civil.moments.read import moment
from treatyclock.errors import UnusableRecordError
from treatyclock.intervals import Timeline
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import CONFIRMATION
from treatyclock.law.acts.events import EVENT, MEMBERSHIP
from treatyclock.law.acts.kind import Agreement
from treatyclock.law.coverage import Coverage, Extent, Missing
from treatyclock.law.record import Record
from treatyclock.testing.specifications.many_text import to_toml
from treatyclock.testing.strategies.specifications import specifications_of_many
from treatyclock.truth import Truth

# A recorded day that no instruments bear out is drawn elsewhere: by part and by whole it stands for another count.
# How many parties must stay is drawn more often than elsewhere: there what is lacking of one decides about all.
specs = st.builds(
    lambda spec, minimum: replace(spec, recorded=None, minimum=min(minimum, len(spec.parties))),
    specifications_of_many(),
    st.sampled_from([0, 0, 1, 2, 3, 4]),
)
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
            assert one in (Truth.UNKNOWN, other), (subject, str(during), one, other)


def cut(record: Record, hidden: Iterable[str]) -> Record:
    """Leave out acts, and those that answer them."""
    gone = set(hidden)
    gone |= {act.id for act in record.acts if act.of in gone}
    return replace(record, acts=tuple(act for act in record.acts if act.id not in gone))


def may_lack(act: Act, coverage: Coverage, record: Record) -> bool:
    """Tell whether a record of this coverage may lack an act, with all acts that answer it."""
    if act.kind == EVENT:  # what it is named for in a clause would have no name
        return False
    consents = act.kind.signs or act.kind.consents or act.kind in (CONFIRMATION, MEMBERSHIP)
    what = Missing.CONSENT if consents else Missing.EXIT
    authors: tuple[str | None, ...] = act.by if act.kind.agreement is Agreement.ITS_AUTHORS else (None,)
    return all(coverage.lacks(what, each) for each in authors) and all(
        may_lack(each, coverage, record) for each in record.acts if each.of == act.id
    )


@st.composite
def coverages(draw: st.DrawFn, record: Record) -> Coverage:
    """A record whose acts are in part: of any kind or of one, by anybody or by some."""
    codes = [party.id for party in record.parties]
    missing = draw(st.sampled_from([(), (Missing.CONSENT,), (Missing.EXIT,)]))
    of = draw(st.one_of(st.just([]), st.lists(st.sampled_from(codes), min_size=1, unique=True)))
    return Coverage(acts=Extent.IN_PART, missing=missing, of=tuple(of))


@settings(max_examples=5, deadline=None, suppress_health_check=SLOW)
@given(st.data())
def test_of_acts_that_are_listed_in_part(data: st.DataObject) -> None:
    whole = tc.loads(to_toml(data.draw(specs))).record
    coverage = data.draw(coverages(whole))
    free = [act.id for act in whole.acts if may_lack(act, coverage, whole)]
    assume(free)
    hidden = data.draw(st.lists(st.sampled_from(free), min_size=1, max_size=4))
    agrees(replace(cut(whole, hidden), coverage=coverage), whole, [party.id for party in whole.parties])


@settings(max_examples=5, deadline=None, suppress_health_check=SLOW)
@given(st.data())
def test_of_a_record_that_stops(data: st.DataObject) -> None:
    whole = tc.loads(to_toml(data.draw(specs))).record
    until = data.draw(st.dates(min_value=whole_days(whole)[0], max_value=whole_days(whole)[-1]))
    # An act that reaches back, such as a succession, changes what was so before it, as the law says.
    later = [act.id for act in whole.acts if act.when().days.last > until and not _reaches_back(act, until)]
    by_then = replace(whole, acts=tuple(_deposited_by(act, until) for act in whole.acts))
    part = replace(cut(by_then, later), coverage=Coverage(until=moment(str(until))))
    agrees(part, whole, [party.id for party in whole.parties])


@settings(max_examples=5, deadline=None, suppress_health_check=SLOW)
@given(st.data())
def test_of_parties_that_are_listed_in_part(data: st.DataObject) -> None:
    whole = tc.loads(to_toml(data.draw(specs))).record
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


def _deposited_by(act: Act, until: date) -> Act:
    """Return an act with the deposits of it that had come by a day, where any had."""
    by_then = tuple((id, at) for id, at in act.deposits if at.days.last <= until)
    return replace(act, deposits=by_then) if by_then else act


def _reaches_back(act: Act, until: date) -> bool:
    return act.effective is not None and act.effective.days.last <= until


def whole_days(record: Record) -> list[date]:
    assume(record.acts)
    return sorted(act.when().days.last for act in record.acts)
