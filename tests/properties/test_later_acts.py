"""What is done later changes no answer about an earlier time: what is over stays over.

Succession is left out, since it reaches back by law, and so are acts that a reading must admit, which do nothing in the
text. Who signs has negotiated, so a signature may make an earlier "never a party" a "negotiating": neither is in force.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from answered_cases import cases, treaty
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.acts.term import EXTENSION
from treatyclock.law.vocabulary import ACT_KINDS

KINDS = [
    kind
    for kind in ACT_KINDS.values()
    # An accession shows that a treaty of two listed parties is one of many, whenever it comes.
    if not kind.needs_reading and kind.name not in ("succession", "accession")
]
FILES = sorted({file for file, _ in cases()})


@st.composite
def later_acts(draw: st.DrawFn, asked: tc.Treaty) -> dict[str, Any]:
    """An act of any kind, by all or by one, on any day after what it answers."""
    kind: ActKind = draw(st.sampled_from([*KINDS, *[EXTENSION] * 12]))  # what goes wrong most easily
    day = draw(st.dates(date(1915, 1, 1), date(2026, 12, 31)))
    parties = [party.id for party in asked.record.parties]
    by = draw(st.one_of(st.just(parties), st.sampled_from(parties).map(lambda code: [code])))
    act: dict[str, Any] = {"id": "later-act", "kind": kind.name, "by": by, "on": day.isoformat(), "ref": "made up"}
    if kind.answers:
        earlier = [each for each in asked.record.acts if kind.may_answer(each.kind) and each.dated.days.last < day]
        assume(earlier)
        answered = draw(st.sampled_from(earlier))
        act |= {"of": answered.id, "by": list(answered.by)}
    needed = {need.keys[-1] for need in kind.needs} | ({"until"} & kind.uses if draw(st.booleans()) else set())
    for key in needed & {"until", "effective"}:
        act[key] = (day + timedelta(days=draw(st.sampled_from((1, 40, 400, 4000))))).isoformat()
    return act


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.data())
def test_a_later_act_changes_no_earlier_answer(data: st.DataObject) -> None:
    before = treaty(data.draw(st.sampled_from(FILES)))
    act = data.draw(later_acts(before))
    after = before.what_if(add=act)
    # A bare day may begin up to a day earlier somewhere.
    cut = tc.moment(str(date.fromisoformat(act["on"]) - timedelta(days=2))).span.start
    assert cut is not None
    for subject in ({}, *({"party": party.id} for party in before.record.parties[:6])):
        assert _in_force(before, cut, subject) == _in_force(after, cut, subject), (act, subject)


def _in_force(asked: tc.Treaty, cut: int, subject: dict[str, str]) -> list[tuple[int | None, set[bool]]]:
    """Return the changes of being in force up to an instant."""
    line = asked.timeline(**subject).map(lambda statuses: frozenset(status.in_force for status in statuses))  # type: ignore[arg-type]
    return [(during.start, set(value)) for during, value in line.pieces() if during.start is None or during.start < cut]
