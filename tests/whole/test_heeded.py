"""No kind of act, no clause and no doctrine is forgotten: an act that may change something changes something somewhere.

Every act of the treaties that ship, of the cases and of the lint files is left out in turn, with the acts that answer
it, until one of its kind makes a difference. A kind that no evaluator heeds never does, and is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

import treatyclock as tc
from treatyclock.derive.histories.life import Life, evaluate
from treatyclock.errors import TreatyclockError
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import OBJECTION, OBJECTION_WITHDRAWN
from treatyclock.law.acts.events import EVENT
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.conditions import Condition
from treatyclock.law.clauses.others import OtherTreaty
from treatyclock.law.doctrines.doctrine import Doctrine, Effect
from treatyclock.law.form import Form
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.law.vocabulary import ACT_KINDS, CLAUSES, DOCTRINES
from treatyclock.law.written import written_fields
from treatyclock.questions.dates import dates

TESTS = Path(__file__).parents[1]


@cache
def records() -> tuple[Record, ...]:
    """Return every record that the package and its tests have, those of few parties and acts first."""
    found = [tc.load(id).record for id in tc.shipped()]
    found += [tc.load(file).record for file in sorted((TESTS / "lint").glob("*.toml"))]
    for file in sorted((TESTS / "cases").glob("*.cases")):
        text, _, _ = file.read_text(encoding="utf-8").partition("===\n")
        if "\ntreaty: " not in text:
            found.append(tc.loads(text).record)
    return tuple(sorted(found, key=lambda record: (len(record.parties) * len(record.acts), record.id)))


def acts_of(kind: ActKind) -> Iterator[tuple[Record, Act]]:
    """Yield the acts of a kind that no clause waits for: those count as events, whatever their kind."""
    for record in records():
        events = set() if kind == EVENT else waited_for(record)
        yield from ((record, act) for act in record.acts if act.kind == kind and act.id not in events)


@cache
def waited_for(record: Record) -> frozenset[str]:
    """Return the ids by which the clauses of a record and of its readings name acts that they wait for."""
    clauses = (*record.clauses, *(clause for reading in record.readings for clause in reading.clauses))
    return frozenset(id for clause in clauses for id in named_in(clause))


def named_in(table: object) -> Iterator[str]:
    for name, how, _ in written_fields(type(table)):
        value = getattr(table, name)
        if how.form in (Form.EVENT, Form.ACT) and value is not None:
            yield value
        elif isinstance(value, Condition):
            for condition in value.walk():  # the conditions within it are tuples of its fields, not looked into again
                yield from named_in(condition)


def left_out(record: Record, act: Act) -> Record:
    """Return the record without an act and without all that answers it."""
    gone = {act.id}
    while more := {each.id for each in record.acts if each.of in gone} - gone:
        gone |= more
    return replace(record, acts=tuple(each for each in record.acts if each.id not in gone))


@cache
def life(record: Record, reading: Reading) -> Life | None:
    try:
        return evaluate(record, reading)
    except TreatyclockError:
        return None


def states(record: Record) -> tuple[Subject, ...]:
    return (GENERALLY, *(Subject((party.id,)) for party in record.parties))


def pairs(record: Record) -> tuple[Subject, ...]:
    return tuple(map(Subject, combinations([party.id for party in record.parties], 2)))


def differ(one: Life | None, other: Life | None, subject: Subject) -> bool:
    """Tell whether a subject's statuses or dates are others in one life than in the other, or only one can be told."""
    if one is None or other is None:
        return one is not other
    return one.timeline(subject) != other.timeline(subject) or dates(one, subject) != dates(other, subject)


def changes(record: Record, act: Act, subjects: tuple[Subject, ...]) -> bool:
    """Tell whether leaving an act out changes anything for one of some subjects, by any reading."""
    without = left_out(record, act)
    if without.bilateral != record.bilateral:
        return False  # an accession shows that a treaty is open to more than two, whoever heeds it
    return any(
        differ(life(record, reading), life(without, reading), subject)
        for reading in (TEXT, *record.readings)
        for subject in subjects
    )


COMPUTED = [clause for clause in CLAUSES.values() if not clause.FOR_THE_RECORD and clause is not OtherTreaty]
"""Clauses on the treaty that has them: what one makes of another, the other shows (derive/test_beside)."""


@pytest.mark.parametrize("clause", COMPUTED, ids=lambda clause: clause.TABLE)
def test_a_clause_of_every_kind_changes_something_somewhere(clause: type[Clause]) -> None:
    for record in records():
        others = tuple(each for each in record.clauses if not isinstance(each, clause))
        if len(others) < len(record.clauses):
            without = replace(record, clauses=others)
            if any(differ(life(record, TEXT), life(without, TEXT), subject) for subject in states(record)):
                return
    pytest.fail(
        f"no treaty has a [{clause.TABLE}] that changes anything: does a step of the derivation heed it, "
        "and is there a case in tests/cases that shows what it does?"
    )


HEEDED = [kind for kind in ACT_KINDS.values() if not kind.for_the_record]
FOR_THE_RECORD = [kind for kind in ACT_KINDS.values() if kind.for_the_record]


@pytest.mark.parametrize("kind", HEEDED, ids=lambda kind: kind.name)
def test_an_act_of_every_kind_changes_something_somewhere(kind: ActKind) -> None:
    assert any(changes(record, act, states(record)) for record, act in acts_of(kind)), (
        f"no treaty has an act of the kind {kind.name!r} that changes anything: does a step of the derivation heed it, "
        "and is there a case in tests/cases that shows what it does?"
    )


@pytest.mark.parametrize("kind", FOR_THE_RECORD, ids=lambda kind: kind.name)
def test_what_stands_for_the_record_alone_changes_nothing(kind: ActKind) -> None:
    found = list(acts_of(kind))
    assert found, f"no treaty has an act of the kind {kind.name!r}"
    for record, act in found:
        assert not changes(record, act, states(record)), f"{act.id} of {record.id} changes something"
    between_two = [changes(record, act, pairs(record)) for record, act in found]
    if kind in (OBJECTION, OBJECTION_WITHDRAWN):
        assert any(between_two), f"no {kind.name} changes anything between two States"
    else:
        assert not any(between_two), f"a {kind.name} changes something between two States"


EFFECTS = {Effect.ENDS: Status.FORMER_PARTY, Effect.SUSPENDS: Status.SUSPENDED}


def admitted(doctrine: Doctrine, kind: ActKind) -> Iterator[str]:
    """Yield the readings by which an act that invokes a doctrine has its effect, and without admitting it has not."""
    status = EFFECTS[doctrine.effect]
    for record, act in acts_of(kind):
        for reading in record.readings:
            if act.id in reading.admits:
                own = life(record, reading)
                plain = life(record, replace(reading, admits=tuple(id for id in reading.admits if id != act.id)))
                for subject in states(record):
                    if own is not None and differ(own, plain, subject):
                        shown = frozenset().union(*own.timeline(subject).values)
                        yield from [f"{record.id}: {reading.id}"] if status in shown else []


@pytest.mark.parametrize(
    ("doctrine", "kind"),
    [(doctrine, kind) for doctrine in DOCTRINES for kind in doctrine.acts],
    ids=lambda each: each.name,
)
def test_every_doctrine_has_its_effect_by_a_reading_that_admits_it(doctrine: Doctrine, kind: ActKind) -> None:
    assert set(EFFECTS) == set(Effect)
    assert next(admitted(doctrine, kind), None), (
        f"by no reading of any treaty has the doctrine {doctrine.name!r} its effect where an act of the kind "
        f"{kind.name!r} is admitted: does a step heed it, and is there a case in tests/cases that shows it?"
    )
