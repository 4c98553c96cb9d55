"""Clauses as a file writes them: for each form of a field, what stands in a table. The reverse of ``_clauses``."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import fields
from enum import Enum
from typing import Any

from treatyclock.civil.moments.moment import Moment
from treatyclock.formats.treaties._field_shapes import ALL_PARTIES, BODY
from treatyclock.law.clauses.base import Basis, Clause
from treatyclock.law.clauses.conditions import NAMED, Condition, NotBefore
from treatyclock.law.clauses.delays import Delay
from treatyclock.law.clauses.joining import Approvers
from treatyclock.law.clauses.last_days import ByDay
from treatyclock.law.conventions.first_days import COUNTED, NOT_COUNTED
from treatyclock.law.conventions.term import FOR_EVER
from treatyclock.law.form import Form
from treatyclock.law.written import Written, written_fields

Tables = dict[str, Any]


def clause_tables_of(clauses: Iterable[Clause]) -> Tables:
    """Return the tables of clauses by their names: a list of tables where there are several of a kind."""
    found: dict[str, list[Tables]] = {}
    for clause in clauses:
        found.setdefault(clause.TABLE, []).append(clause_table(clause))
    return {name: tables[0] if len(tables) == 1 else tables for name, tables in found.items()}


def clause_table(clause: Clause) -> Tables:
    """Return the table of a clause."""
    said = fields_of(clause)
    # What is missing must be written out, though it says what holds without it: a notice of no length.
    asked = {key for key, _, _ in clause.problems(said.__contains__)}
    found = {**fields_of(clause, asked), **basis_of(clause.basis)}
    if clause.basis.before is not None:
        found["before"] = clause_table(clause.basis.before)
    return found


def basis_of(basis: Basis) -> Tables:
    """Return the keys that say where something stands."""
    found: Tables = {} if basis.known is None else {"known": basis.known.text}
    if basis.ref:
        found["ref"] = basis.ref
    if basis.sources:
        found["source"] = one_or_list(basis.sources)
    return found


def fields_of(value: Any, asked: Container[str] = ()) -> Tables:
    """Return the keys of the fields that a file writes, without those that have the value they have if left out.

    Args:
        value: A clause, or a table within one.
        asked: Keys that are written whatever their value.

    Example:
        >>> from treatyclock.civil.periods import Period
        >>> from treatyclock.law.clauses.delays import Delay, Lands
        >>> fields_of(Delay(period=Period.of("P30D"), lands=Lands.DAY_AFTER))
        {'period': 'P30D', 'lands': 'the day after'}
    """
    left_out = {each.name: each.default for each in fields(value)}
    found = {}
    for name, how, required in written_fields(type(value)):
        own = getattr(value, name)
        if required or own != left_out[name] or (how.key in asked and own is not None):
            found[how.key] = _value(how, own)
    return found


def one_or_list(values: tuple[Any, ...]) -> Any:
    """Write a list of one as that one.

    Example:
        >>> one_or_list(("SUN",)), one_or_list(("SUN", "JPN"))
        ('SUN', ['SUN', 'JPN'])
    """
    return values[0] if len(values) == 1 else list(values)


def _value(how: Written, value: Any) -> Any:
    if how.many:
        return one_or_list(tuple(_one(how.form, each) for each in value))
    return _one(how.form, value)


def _one(form: Form | type[Any], value: Any) -> Any:
    if isinstance(form, Form):
        return _WRITERS[form](value)
    return value.value if issubclass(form, Enum) else fields_of(value)


def _as_it_is(value: Any) -> Any:
    return value


def _moment(value: Moment) -> str:
    return value.text


def _named_or_day(value: Enum | Moment) -> Any:
    return value.value if isinstance(value, Enum) else value.text


def _condition(value: Condition) -> Any:
    return next((words for words, named in NAMED.items() if named == value), None) or fields_of(value)


def _delay(value: Delay) -> Any:
    return str(value.period) if value == Delay(period=value.period) else fields_of(value)


def _approvers(value: Approvers) -> Any:
    return {BODY: value.body} if value.body else one_or_list(value.parties) if value.parties else ALL_PARTIES


_WRITERS: Mapping[Form, Callable[[Any], Any]] = {
    Form.TEXT: _as_it_is,
    Form.FLAG: _as_it_is,
    Form.COUNT: _as_it_is,
    Form.COUNT_OR_PART: lambda needed: needed if isinstance(needed, int) else str(needed),
    Form.PERIOD: str,
    Form.SOME_PERIOD: str,
    Form.DAY: _moment,
    Form.DAY_OR_NOT_KNOWN: _moment,
    Form.MOMENT: _moment,
    Form.MONTH_DAY: lambda day: f"{day[0]:02}-{day[1]:02}",
    Form.FIRST_DAY: lambda counts: COUNTED if counts else NOT_COUNTED,
    Form.ANCHOR: _named_or_day,
    Form.OTHER_FROM: _named_or_day,
    Form.SINCE: _named_or_day,
    Form.TIMES: lambda times: FOR_EVER if times is None else times,
    Form.SHARE: lambda share: f"{float(share * 100):.6f}".rstrip("0").rstrip(".") + "%",
    Form.PARTY: _as_it_is,
    Form.EVENT: _as_it_is,
    Form.ACT: _as_it_is,
    Form.WEIGHTS: _as_it_is,
    Form.CONDITION: _condition,
    Form.FLOOR: lambda bound: bound.day.text if isinstance(bound, NotBefore) else fields_of(bound),
    Form.MADE: _named_or_day,
    Form.AFTER: _named_or_day,
    Form.APPROVERS: _approvers,
    Form.LAST_DAY: lambda last: last.day.text if isinstance(last, ByDay) else fields_of(last),
    Form.BEGINNING_OR_EVENT: _as_it_is,
    Form.ENTRY_OR_EVENT: _as_it_is,
    Form.DELAY: _delay,
    Form.ZONE: _as_it_is,
    Form.MONTH_END: _as_it_is,
    Form.ACT_DAY: _as_it_is,
}
