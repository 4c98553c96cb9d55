"""What is done later changes no answer about an earlier time: what is over stays over.

An act of every kind that the vocabulary knows is added to a treaty, on a day after all that is asked about. Kinds that
need a reading are added to a reading that admits them. The law makes exceptions (``laws.LATER_ACT.except_where``); what
they leave out is not drawn: a confirmation; a succession has a later day of effect. Who signs has negotiated, so a
signature may make an earlier "never a party" a "negotiating", and no more than that.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from answered_cases import FILES, treaty
from treatyclock.law.acts.consent import ACCESSION, CONFIRMATION, OBJECTION, SUCCESSION
from treatyclock.law.acts.kind import ActKind, Agreement
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.status import Status
from treatyclock.law.vocabulary import ACT_KINDS
from treatyclock.testing import laws
from treatyclock.testing.register import NoAnswerError, OurRegister, OurTreaty

KINDS = [kind for kind in ACT_KINDS.values() if kind != CONFIRMATION]
JOINT = [kind for kind in KINDS if kind.agreement is not Agreement.ITS_AUTHORS]
LATER = "later-act"


@st.composite
def later_acts(draw: st.DrawFn, asked: tc.Treaty) -> dict[str, Any]:
    """An act of any kind, by all, by some or by one, on any day after what it answers."""
    kind: ActKind = draw(st.one_of(st.sampled_from(KINDS), st.sampled_from(JOINT)))  # what goes wrong most easily
    assume(kind != ACCESSION or not asked.record.bilateral)
    # Of a State that consented twice, the number of one instrument tells nothing: then what was told by it is unknown.
    assume(not kind.consents or not any(act.ordinal for act in asked.record.acts))
    day = draw(st.dates(date(1915, 1, 1), date(2026, 12, 31)))
    parties = [party.id for party in asked.record.parties]
    by = draw(
        st.one_of(
            st.just(parties),
            st.sampled_from(parties).map(lambda code: [code]),
            st.lists(st.sampled_from(parties), min_size=1, max_size=4, unique=True),
        )
    )
    act: dict[str, Any] = {"id": LATER, "kind": kind.name, "by": by, "on": day.isoformat(), "ref": "made up"}
    if kind.answers:
        earlier = [each for each in asked.record.acts if kind.may_answer(each.kind) and each.dated.days.last < day]
        assume(earlier)
        answered = draw(st.sampled_from(earlier))
        act["of"] = answered.id
        if kind.by_its_authors:
            act["by"] = list(answered.by)
    needed = {draw(st.sampled_from(need.keys)) for need in kind.needs} | (
        {"until", "effective"} & kind.uses if draw(st.booleans()) else set()
    )
    if "treaty" in needed:
        act["treaty"] = "another"
    if "period" in needed:
        needed -= {"until"}
        act["period"] = draw(st.sampled_from(("P1D", "P2M", "P5Y")))
    if kind == SUCCESSION:
        needed |= {"effective"}
    for key in needed & {"until", "effective"}:
        act[key] = (day + timedelta(days=draw(st.sampled_from((1, 40, 400, 4000))))).isoformat()
    if (kind.suspends or kind == OBJECTION) and {"until", "effective"} <= act.keys():  # over no sooner than it begins
        act["effective"], act["until"] = sorted((act["effective"], act["until"]))
    if kind != SUCCESSION and draw(st.integers(0, 3)) == 0:  # a day of effect before the act itself
        before = sorted({"effective", "recorded"} & kind.uses)
        if before:
            act[draw(st.sampled_from(before))] = (
                day - timedelta(days=draw(st.sampled_from((1, 40, 400, 4000))))
            ).isoformat()
    if "outcome" in needed:
        act["outcome"] = draw(st.sampled_from(("indefinite", "ends")))
    return act


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.data())
def test_a_later_act_changes_no_earlier_answer(data: st.DataObject) -> None:
    before = treaty(data.draw(st.sampled_from(FILES)))
    act = data.draw(later_acts(before))
    reading: Reading = data.draw(st.sampled_from((TEXT, *before.record.readings)))
    admitting = reading
    if ACT_KINDS[act["kind"]].needs_reading:
        admitting = replace(reading, id="admitting", admits=(*reading.admits, LATER))
    register = Alike(reading=reading, admitting=admitting)
    parties = [party.id for party in before.record.parties]
    tried = laws.trial(tc.dumps(before), register=register, parties=[*dict.fromkeys([*parties[:4], *act["by"][:2]])])
    pair = [data.draw(st.sampled_from(tried.pairs))] if tried.pairs else []
    whom = tuple(each for each in tried.whom if each.between in (None, *pair))
    turns: set[datetime] = set()
    for loaded in (tried.load(), register.what_if(tried.load(), act)):
        for each in whom:
            try:
                turns.update(register.changes(loaded, party=each.party, between=each.between))
            except NoAnswerError:  # too much is open at once, and the library says so in place of an answer
                assume(False)
    at = tuple(sorted({near for turn in turns for near in (turn - laws.TICK, turn)}))
    found = laws.of_later_act(act).of(replace(tried, at=at, whom=whom))
    assert not found, (str(found[0]), act, reading.id)


@dataclass(frozen=True, kw_only=True)
class Alike(OurRegister):
    """Statuses of which a signature makes one the other are alike; a reading admits the later act where it is done."""

    admitting: Reading

    def _whose(self, treaty: OurTreaty, party: str | None, between: tuple[str, str] | None) -> dict[str, Any]:
        reading = self.admitting if treaty.treaty.record.added else self.reading
        return {**super()._whose(treaty, party, between), "reading": reading}

    def statuses(
        self, treaty: OurTreaty, at: datetime, party: str | None = None, between: tuple[str, str] | None = None
    ) -> frozenset[Hashable]:
        found = super().statuses(treaty, at, party, between)
        return frozenset(Status.NEVER_PARTY if each is Status.NEGOTIATING else each for each in found)
