"""Shipped treaties with parts changed at random: whatever loads can be asked anything, and fails in our own words only.

That a damaged file is refused, or answers at all, is all that is held here: what comes out is for the oracles.
"""

from __future__ import annotations

import copy
import json
import tomllib
from collections.abc import Callable, Iterator
from importlib import resources
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from treatyclock.errors import TreatyclockError
from treatyclock.formats.documents.plain_values import plain_values
from treatyclock.formats.treaties._build import build
from treatyclock.formats.treaties.grammar import TREATY
from treatyclock.law.vocabulary import CLAUSES

Document = dict[str, Any]
Key = str | int

DOCUMENTS: dict[str, Document] = {
    id: plain_values(tomllib.loads((resources.files("treatyclock.corpus") / f"{id}.toml").read_text(encoding="utf-8")))
    for id in tc.shipped()
}
ODD: tuple[Any, ...] = (
    "0001-01-01", "9999-12-31", "9998-06-01", "194X", "XXXX", "1941-04-25~", "[1900-01-01..2050-01-01]", "1945-02-29",
    "1945-04-05T15:00+03:00", "0001-01-01T00:00Z", "P1D", "P0D", "P9999Y", "P99999999D", "for ever", "100%", "02-29",
    "signed", "pairwise", "signature", "withdrawal", "rescission", "event", "conflict", "", "é", "\u202e", "x" * 500,
    1, 0, -1, 10**30, 1.5, True, False, [], {}, [[]], [{}], {"period": "P9000Y"}, {"instruments": 2},
    {"all_of": ["signed", {"any_of": ["exchanged", {"instruments": 1}]}]},
)  # fmt: skip


def paths(value: Any, path: tuple[Key, ...] = ()) -> Iterator[tuple[Key, ...]]:
    """Yield the path of everything inside a document."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in pairs:
        yield (*path, key)
        yield from paths(item, (*path, key))


def at(value: Any, path: tuple[Key, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def name(path: tuple[Key, ...]) -> str:
    return next(key for key in reversed(path) if isinstance(key, str))


def values_by_key() -> dict[str, list[Any]]:
    """Return what any shipped file has under a key of a name: right there, and likely wrong elsewhere."""
    found: dict[str, dict[str, Any]] = {}
    for document in DOCUMENTS.values():
        for path in paths(document):
            value = at(document, path)
            found.setdefault(name(path), {})[json.dumps(value, sort_keys=True)] = value
    return {key: list(values.values()) for key, values in found.items()}


POOL = values_by_key()
ACTS = [act for document in DOCUMENTS.values() for act in document.get("act", [])]


@st.composite
def damaged(draw: st.DrawFn) -> Document:
    """Make a shipped document with one to four changes."""
    document = copy.deepcopy(draw(st.sampled_from(list(DOCUMENTS.values()))))
    for _ in range(draw(st.integers(1, 4))):
        draw(st.sampled_from(CHANGES))(draw, document)
    return document


def another_value(draw: st.DrawFn, document: Document) -> None:
    # An odd value that was put in before may hold keys that no shipped file has.
    path = draw(st.sampled_from([each for each in paths(document) if name(each) in POOL]))
    at(document, path[:-1])[path[-1]] = copy.deepcopy(draw(st.sampled_from(POOL[name(path)])))


def odd_value(draw: st.DrawFn, document: Document) -> None:
    path = draw(st.sampled_from(list(paths(document))))
    at(document, path[:-1])[path[-1]] = copy.deepcopy(draw(st.sampled_from(ODD)))


def left_out(draw: st.DrawFn, document: Document) -> None:
    path = draw(st.sampled_from(list(paths(document))))
    del at(document, path[:-1])[path[-1]]


def another_clause(draw: st.DrawFn, document: Document) -> None:
    table = draw(st.sampled_from([each for each in CLAUSES if each in POOL]))
    clause = copy.deepcopy(draw(st.sampled_from([each for each in POOL[table] if isinstance(each, dict)])))
    clause.pop("source", None)
    document[table] = {**clause, "ref": "art. 1"}


def another_act(draw: st.DrawFn, document: Document) -> None:
    """Put in an act of another treaty, by a party of this one, that answers an act of this one or itself."""
    acts, parties = document.get("act"), document.get("parties")
    if not isinstance(acts, list) or not isinstance(parties, dict) or not parties:
        return
    act = copy.deepcopy(draw(st.sampled_from(ACTS)))
    act.pop("source", None)
    act |= {"id": draw(st.sampled_from(["m1", "m2"])), "by": draw(st.sampled_from(sorted(parties))), "ref": "art. 1"}
    if "on" in act:
        act["on"] = draw(st.sampled_from(["1930", "1941-04-25", "1950-01-XX", "2020-02-29", "9998-01-01", act["on"]]))
    if "of" in act:
        ids = [each["id"] for each in acts if isinstance(each, dict) and isinstance(each.get("id"), str)]
        act["of"] = draw(st.sampled_from([*ids, act["id"]]))
    acts.append(act)


CHANGES: list[Callable[[st.DrawFn, Document], None]] = [
    another_value, another_value, odd_value, left_out, another_clause, another_act, another_act,
]  # fmt: skip


def questions(treaty: tc.Treaty, party: str, other: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield questions of every kind: the method and what it is asked with."""
    subjects: tuple[dict[str, Any], ...] = ({}, {"party": party}, {"between": (party, other)})
    for whom in subjects:
        yield "in_force", {"at": "1941-04-25", **whom}
        yield "in_force", {"at": "1950", "known_as_of": "1945-04-05T10:00Z", **whom}
        yield "dates", whom
        yield "timeline", whom
    yield "last_timely_notice", {"party": party, "at": "1950"}
    yield "earliest_notice", {"party": party}
    yield "earliest_exit", {"party": party}
    yield "earliest_exit", {"party": party, "notice_on": "1960-05-0X"}
    yield "windows", {"first": "1900", "last": "2100", "party": party}
    yield "renewals", {"until": "9998"}
    yield "expiry", {"party": party}
    yield "sunset_end", {"party": party}
    for reading in treaty.record.readings:
        yield "dates", {"reading": reading.id}
    for act in treaty.record.acts[-3:]:
        yield "what_if", {"drop": act.id}
        if act.kind.is_notice:
            yield "effective_withdrawal", {"notice": act.id}


def written_out(value: Any) -> None:
    """Write an answer in every way that it has."""
    assert repr(value)
    str(value)
    if hasattr(value, "explain"):
        assert value.explain()
    if hasattr(value, "to_dict"):
        assert json.loads(json.dumps(value.to_dict())) is not None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(damaged(), st.data())
def test_whatever_loads_can_be_asked_anything(document: Document, data: st.DataObject) -> None:
    refused = list(TREATY.flaws(document, ()))
    record, flaws = build(document, "<damaged>", refused)
    assert all(flaw.problem and flaw.hint for flaw in [*refused, *flaws])
    if refused or flaws or record is None:
        return
    parties = [party.id for party in record.parties]
    party = data.draw(st.sampled_from(parties))
    other = data.draw(st.sampled_from([each for each in parties if each != party]))
    treaty = tc.Treaty(record)
    assert tc.loads(tc.dumps(treaty)) == tc.from_dict(document) == treaty
    for method, asked in questions(treaty, party, other):
        try:
            answer = getattr(treaty, method)(**asked)
            written_out(treaty.difference(answer) if method == "what_if" else answer)
        except TreatyclockError as error:
            assert error.hint
