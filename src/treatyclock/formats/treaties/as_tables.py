"""From a record back to the tables of its file: what the loader takes, in the order of the grammar.

Comments are gone, and so is what says nothing: a default that was written out, a list of one. Whatever is written is
read again before it is handed out, so that no file says something else than the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from fractions import Fraction
from typing import Any

from treatyclock.errors import TreatyclockError, UnwritableTreatyError
from treatyclock.formats.treaties._acts import made_id
from treatyclock.formats.treaties._as_written import Tables, basis_of, clause_tables_of, fields_of, one_or_list
from treatyclock.formats.treaties._parts import part_table
from treatyclock.formats.treaties.grammar import ACT, TREATY
from treatyclock.formats.treaties.tables import load_tables
from treatyclock.law.acts.act import OTHER_DATES, Act
from treatyclock.law.conventions.term import FOR_EVER, RENEWALS
from treatyclock.law.coverage import Coverage
from treatyclock.law.depositaries import Depositary, OneDepositary
from treatyclock.law.events import EventReference
from treatyclock.law.parties import Member, Party, Territory
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record, Weights


def tables_of(record: Record) -> Tables:
    """Return the tables from which the loader makes an equal record.

    Raises:
        UnwritableTreatyError: If no file says what the record says.
    """
    if record.added or record.dropped:
        raise UnwritableTreatyError(record.id, "has acts that what_if() added or left out")
    if record.beside:
        raise UnwritableTreatyError(record.id, "stands beside other treaties")
    found = {
        "schema": 1,
        "id": record.id,
        "title": record.title,
        "note": record.note,
        "parties": {party.id: _party(party) for party in record.parties},
        "groups": {group.id: one_or_list(group.parties) for group in record.groups},
        "sources": {source.id: source.title for source in record.sources},
        "depositary": None if record.depositary is None else _depositary(record.depositary),
        "weights": {weights.id: _weights(weights) for weights in record.weights},
        **clause_tables_of(record.clauses),
        "counting": {**fields_of(record.counting), **basis_of(record.counting.basis)},
        "record": _coverage(record.coverage),
        "act": [act_table_of(act) for act in record.acts],
        "part": [part_table(part) for part in record.parts],
        "reading": [reading_table_of(reading) for reading in record.readings],
    }
    tables = _said(found, TREATY.keys)
    _check(tables, record)
    return tables


def _check(tables: Tables, record: Record) -> None:
    """Refuse tables that do not say what the record says, such as one that somebody put together in Python."""
    came = {act.timed_by: act.dated for act in record.acts if act.timed_by is not None}

    def resolve(event: EventReference) -> Any:
        return came[event]

    try:
        again = load_tables(tables, resolve=resolve)
    except TreatyclockError as error:
        raise UnwritableTreatyError(record.id, "has something that no file can say", error) from error
    for each in fields(Record):
        if each.compare and getattr(again, each.name) != getattr(record, each.name):
            raise UnwritableTreatyError(record.id, f"has {each.name} that no file can say in full")


def _said(table: Mapping[str, Any], order: Mapping[str, object]) -> Tables:
    """Return a table without what says nothing, its keys in the order of the grammar."""
    return {key: table[key] for key in order if key in table and table[key] not in ("", None, {}, [], ())}


def _party(party: Party) -> str | Tables:
    if party.clock is None and not party.through_it:
        return party.name
    clock = {} if party.clock is None else {"clock": party.clock}
    within = {"members": party.members, "territories": party.territories}
    tables = {key: {each.id: _member(each) for each in several} for key, several in within.items() if several}
    return {"name": party.name, **clock, **tables}


def _member(member: Member) -> Tables:
    dates = {"from": member.since, "until": member.until}
    name = {} if member.name == member.id else {"name": member.name}
    extends = {"extends": False} if isinstance(member, Territory) and not member.extends else {}
    return {**name, **{key: day.text for key, day in dates.items() if day is not None}, **extends}


def _depositary(depositary: Depositary) -> Tables:
    profile = depositary.profile
    found: dict[str, Any] = (
        {} if profile is not None and depositary.name == profile.title else {"name": depositary.name}
    )
    if profile is not None:
        found["profile"] = profile.id
    if depositary.clock is not None and (profile is None or depositary.clock != profile.clock):
        found["clock"] = depositary.clock
    if depositary.several:
        found["several"] = {each.id: _one_depositary(each) for each in depositary.several}
    if depositary.deposit is not None:
        found["deposit"] = depositary.deposit.value
    return found


def _one_depositary(one: OneDepositary) -> str | Tables:
    if one.clock is None and not one.parties:
        return one.name
    clock = {} if one.clock is None else {"clock": one.clock}
    parties = {"parties": one_or_list(one.parties)} if one.parties else {}
    return {"name": one.name, **clock, **parties}


def _weights(weights: Weights) -> Tables:
    shares = {code: _number(weight) for code, weight in weights.shares}
    computed = sum((weight for _, weight in weights.shares), Fraction(0)) == weights.total
    total = {} if computed else {"total": _number(weights.total)}
    return {**total, **basis_of(weights.basis), "shares": shares}


def _coverage(coverage: Coverage) -> Tables:
    """Return the table that tells how much a record holds: where it says no more than holds without it, that too."""
    said, basis = fields_of(coverage), basis_of(coverage.basis)
    return {**(said or (fields_of(coverage, ("parties",)) if basis else {})), **basis}


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)


def act_table_of(act: Act) -> Tables:
    """Return the table of an act, as a file writes it."""
    when: Any = act.dated.text
    if act.timed_by is not None:
        when = {"case": act.timed_by.case, "event": act.timed_by.event}
    hour = act.timed_by is not None or act.dated.wall is not None
    found = {
        "id": act.id if act.id != made_id(act.kind.name, act.by, part=act.part) else "",
        "kind": act.kind.name,
        "by": one_or_list(act.by),
        "at" if hour else "on": when,
        "clock": one_or_list(act.clock) if act.clock else "",
        **{key: "" if (own := getattr(act, key)) is None else own.text for key in OTHER_DATES},
        **({"received": {id: at.text for id, at in act.deposits}} if act.deposits else {}),
        "outcome": None if act.outcome is None else act.outcome.value,
        "effect_day": None if act.effect_day is None else act.effect_day.value,
        "period": None if act.period is None else str(act.period),
        "ordinal": act.ordinal,
        "counts": None if act.counts else False,
        "disputed": act.disputed or None,
        "grounds": act.grounds,
        "to": one_or_list(act.to) if act.to else "",
        "treaty": act.treaty,
        "of": act.of,
        "part": act.part,
        "place": act.place,
        "certain": None if act.certain else False,
        "note": act.note,
        "ref": act.ref,
        "source": one_or_list(act.sources) if act.sources else "",
    }
    return _said(found, ACT.keys)


def reading_table_of(reading: Reading) -> Tables:
    """Return the table of a reading."""
    several = ("without", "admits", "rejects")
    found = {
        "id": reading.id,
        "title": reading.title,
        "holder": reading.holder,
        "choose": {key: _chosen(key, answer) for key, answer in reading.choose},
        **clause_tables_of(reading.clauses),
        **{key: one_or_list(getattr(reading, key)) or "" for key in several},
        "note": reading.note,
        "ref": reading.ref,
        "source": one_or_list(reading.sources) or "",
    }
    return {key: value for key, value in found.items() if value not in ("", {})}


def _chosen(key: str, answer: str) -> str | int:
    return int(answer) if key == RENEWALS.key and answer != FOR_EVER else answer
