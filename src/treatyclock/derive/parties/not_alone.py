"""The entry into force of a treaty that needs two States or more, where one alone could be a party at first.

Law: a treaty is between States (Vienna Convention art. 2(1)(a)) and enters into force as it says (art. 24(1)). One
that no State alone can bring about does not enter into force for one State while for no other it could: so it waits for
the day from which it may be in force for a second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from treatyclock.civil.days import Days
from treatyclock.derive.consent.negotiating import awaited
from treatyclock.derive.entry.entry import ENTERED, Entry, entering
from treatyclock.derive.histories.history import Membership
from treatyclock.derive.parties.headcount import Memberships
from treatyclock.derive.parties.never_entered import would_have_entered
from treatyclock.derive.parties.not_listed import perhaps_others
from treatyclock.derive.parties.not_on_record import instruments_not_on_record
from treatyclock.derive.parties.staying import there_from_the_first
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Derived, Key, Rule
from treatyclock.law.clauses.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Consented,
    Exchanged,
    FixedDate,
    Instruments,
    Pairwise,
    Share,
    Signed,
)
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.side import Side
from treatyclock.law.record import Record
from treatyclock.law.sides import has_sides

_TWO = 2

BETWEEN_TWO = Rule(
    "entry between two",
    "but by then one State alone could be a party, so it entered into force when a second could: on {value}",
    "Vienna Convention on the Law of Treaties, arts. 2(1)(a) and 24(1)",
)

NOT_BETWEEN_TWO = Rule(
    "entry between two that never came",
    "but by then one State alone could be a party, and no second can, so the treaty has not entered into force",
    BETWEEN_TWO.law,
)
BETWEEN_NONE = Rule(
    "entry for none",
    "but by then no State could be a party any more, so the treaty has not entered into force",
    BETWEEN_TWO.law,
)


def not_alone(
    evaluation: Evaluation, entry: Entry, memberships_of_all: Callable[[Evaluation, Entry], Memberships]
) -> Entry | None:
    """Return the treaty's entry into force, not before a second State could be a party; None where none can.

    Args:
        evaluation: The evaluation.
        entry: When the condition of the treaty brings it into force.
        memberships_of_all: Works out each party's periods with an entry, if the treaty never ended for all.
    """
    if not _may_be_alone(evaluation, entry):
        return entry
    found, parties = entry, [party.id for party in evaluation.record.parties]
    while True:
        each_first = zip(parties, memberships_of_all(evaluation.aside(), found), strict=False)
        by_party = {party: periods[0] for party, periods in each_first if periods}
        firsts = list(by_party.values())
        if any(each.entry.expressed is not None for each in firsts):
            return entry
        days = _from_when(evaluation, by_party)
        if len(days) < _TWO:
            _for_none(evaluation, entry, firsts)
            return None
        second = Days(first=sorted(each.first for each in days)[1], last=sorted(each.last for each in days)[1])
        day = Days.latest([second, found.day])
        if day == found.day:
            return found
        would_have_entered(evaluation, entry)
        there = [each.consent for each in firsts if each.consent is not None and each.entry.day.first <= day.last]
        acts = dict.fromkeys(evaluation.given_act(act) for act in there)
        key = evaluation.derived(Key("entry between two"), BETWEEN_TWO, day, entry.key, *acts)
        # Who was there alone may have left before the second came.
        found = replace(entering(evaluation, day, key), met=entry.met, explained=entry.explained)


def _from_when(evaluation: Evaluation, firsts: Mapping[str, Membership]) -> list[Days]:
    """Return from which days States could be parties: on each side the first, where there are sides."""
    if not has_sides(evaluation.record):
        return [each.entry.day for each in firsts.values()]
    sides = (set(side.parties) & firsts.keys() for side in evaluation.several(Side))
    return [Days.earliest(firsts[party].entry.day for party in there) for there in sides if there]


def _for_none(evaluation: Evaluation, entry: Entry, firsts: Sequence[Membership]) -> None:
    """Conclude that the treaty has not entered into force, since for one State alone it cannot."""
    would_have_entered(evaluation, entry)
    counted = Key("entry for one alone")
    reason = evaluation.findings.reasons[entry.key]
    assert isinstance(reason, Derived)
    evaluation.derived(counted, reason.rule, reason.value, *reason.because)
    there = dict.fromkeys(evaluation.given_act(each.consent) for each in firsts if each.consent is not None)
    evaluation.derived(ENTERED, NOT_BETWEEN_TWO if there else BETWEEN_NONE, None, counted, *there)


def _may_be_alone(evaluation: Evaluation, entry: Entry) -> bool:
    """Tell by a cheap look whether only one may be a party at first, of those on a whole list."""
    clause, record = evaluation.clause(EntryIntoForce), evaluation.record
    # Where a day was recorded, the depositary knew for whom.
    if clause is None or clause.recorded is not None or isinstance(clause.when, Pairwise):
        return False
    if record.bilateral or record.part is not None or perhaps_others(evaluation):
        return False
    if any(_by_one(clause.when, party.id, record) for party in record.parties):
        return False
    if has_sides(record):
        # Where those on one side alone had consented, it is asked of the condition itself whether it waits for more.
        sure = instruments_not_on_record(evaluation, ()) is None
        return sure and entry.met is not None and not entry.for_one_side
    alone = len([*islice(there_from_the_first(evaluation, entry), _TWO)]) < _TWO
    return alone and instruments_not_on_record(evaluation, ()) is None


def _by_one(condition: Condition, party: str, record: Record) -> bool:
    """Tell whether one State alone can meet a condition."""
    if isinstance(condition, AllOf | AnyOf):
        found = (_by_one(part, party, record) for part in condition.parts)
        return all(found) if isinstance(condition, AllOf) else any(found)
    if isinstance(condition, Consented | Signed):
        return {*(condition.by or awaited(record))} <= {party}
    if isinstance(condition, Instruments):
        return condition.number == 1 and party in (condition.among or (party,))
    if isinstance(condition, Share):
        (table,) = (each for each in record.weights if each.id == condition.of)
        return dict(table.shares).get(party, 0) >= condition.at_least * table.total
    return not isinstance(condition, Exchanged | FixedDate | Pairwise)
