"""Whether one treaty's life depends on another's, by what their files say of each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from treatyclock.errors import BesideError, shown
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.acts.others import OTHER_END, OTHER_ENTRY
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.conditions import Condition, InForce
from treatyclock.law.clauses.others import Companion, OtherTreaty
from treatyclock.law.record import Record
from treatyclock.law.written import written_fields


def with_beside(record: Record, others: Sequence[Record]) -> Record:
    """Return a record beside other records, with those beside which these stand themselves.

    Raises:
        BesideError: If two records have one id, if two depend on each other, or if one has nothing to do with the rest.
    """
    own = replace(record, beside=())
    found: dict[str, Record] = {record.id: own}
    for other in (*record.beside, *others, *(each for one in others for each in one.beside)):
        alone = replace(other, beside=())
        if found.setdefault(other.id, alone) != alone:
            raise BesideError(f"two treaties have the id {shown(other.id)}", "give each file an id of its own")
    del found[record.id]
    whole = replace(record, beside=tuple(found[id] for id in sorted(found)))
    for other in whole.beside:
        if not any(
            names(one, two)
            for each in (record, *whole.beside)
            if each.id != other.id
            for one, two in ((each, other), (other, each))
        ):
            raise BesideError(
                f"{shown(other.id)} names none of the treaties with which it stands, and none of them names it",
                "write treaty = the id of the other's file in [[other_treaty]] or [[companion]]; or leave it out",
            )
    circle = _circle(whole)
    if circle:
        raise BesideError(
            f"these treaties depend on each other in a circle: {' -> '.join(circle)}",
            "record in one of the files the day of the other's entry or end, as an act with treaty = its id",
        )
    return whole


def _circle(record: Record) -> tuple[str, ...]:
    """Return the ids of treaties that depend on each other in a circle; none where there is no circle."""
    all_of_them = (record, *record.beside)
    needs = {
        each.id: [other.id for other in all_of_them if other is not each and depends_on(each, other)]
        for each in all_of_them
    }
    done: set[str] = set()

    def walk(id: str, path: tuple[str, ...]) -> tuple[str, ...]:
        if id in path:
            return (*path[path.index(id) :], id)
        if id not in done:
            for other in needs[id]:
                if found := walk(other, (*path, id)):
                    return found
            done.add(id)
        return ()

    return next((found for id in needs if (found := walk(id, ()))), ())


def depends_on(record: Record, other: Record) -> bool:
    """Tell whether what a record comes to may turn on what another treaty comes to, by any reading."""
    said = (each for each in _all_clauses(other) if isinstance(each, OtherTreaty))
    if any(each.moves_a_day and record.is_called(each.treaty) for each in said):
        return True
    waits = any(other.is_called(each.treaty) for each in awaited(_all_clauses(record)))
    stands = any(isinstance(each, Companion) and other.is_called(each.treaty) for each in _all_clauses(record))
    kinds = [OTHER_ENTRY] * (waits or stands) + [OTHER_END] * (waits or stands)
    return any(not recorded(record, other, kind, parties) for kind in kinds for parties in _whose(record, other))


def names(record: Record, other: Record) -> bool:
    """Tell whether a file says anything of another treaty."""
    clauses = list(_all_clauses(record))
    own = [each.treaty for each in clauses if isinstance(each, OtherTreaty | Companion)]
    return any(map(other.is_called, (*own, *(each.treaty for each in awaited(clauses)))))


def recorded(record: Record, other: Record, kind: ActKind, parties: Sequence[str]) -> bool:
    """Tell whether a record itself tells the entry or the end of another treaty, which then decides.

    What it tells of two whom a companion clause names decides nothing for all.
    """
    acts = [act for act in record.acts if act.kind == kind and other.is_called(act.treaty)]
    pairs = [set(each) for each in _whose(record, other) if each]
    everybody = {party.id for party in record.parties}
    if set(parties) == everybody or not parties:
        return any(everybody <= set(act.by) or set(act.by) not in pairs for act in acts)
    return any(set(parties) <= set(act.by) for act in acts)


def _whose(record: Record, other: Record) -> list[tuple[str, ...]]:
    """Return the pairs between which a treaty depends on another, and nobody in particular where it does so for all."""
    clauses = list(_all_clauses(record))
    found = [each.between for each in clauses if isinstance(each, Companion) and other.is_called(each.treaty)]
    return list(
        dict.fromkeys([*found, *([()] if any(other.is_called(each.treaty) for each in awaited(clauses)) else [])])
    )


def awaited(clauses: Iterable[Clause]) -> Iterator[InForce]:
    """Yield the conditions of clauses that wait for another treaty."""
    for clause in clauses:
        for name, _, _ in written_fields(type(clause)):
            value = getattr(clause, name)
            if isinstance(value, Condition):
                yield from (each for each in value.walk() if isinstance(each, InForce))


def _all_clauses(record: Record) -> Iterator[Clause]:
    """Yield the clauses of a treaty and of its readings, with those that stood before them."""
    for clause in (*record.clauses, *(each for reading in record.readings for each in reading.clauses)):
        yield clause
        if clause.basis.before is not None:
            yield clause.basis.before
