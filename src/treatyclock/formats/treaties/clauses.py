"""The final clauses of a document, made into values: every field is read as it says that it is written."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from enum import Enum
from fractions import Fraction
from typing import Any, TypeVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.errors import TreatyclockError
from treatyclock.formats.documents.reader import Part
from treatyclock.formats.documents.shapes import Path
from treatyclock.law.clauses import CLAUSES, Clause
from treatyclock.law.clauses.base import Form, Written, written_fields
from treatyclock.law.clauses.conditions import NAMED, TABLES, Condition
from treatyclock.law.clauses.delays import Delay
from treatyclock.law.clauses.exit import Since
from treatyclock.law.clauses.term import Anchor, Term
from treatyclock.law.readings import COUNTED, FOR_EVER

T = TypeVar("T")
Reader = Callable[[Part, Path, Any], "tuple[Any] | None"]


def clauses(part: Part) -> tuple[Clause, ...]:
    """Return the clauses that a treaty or a reading has."""
    found = (_clause(part.sub(name), clause) for name, clause in CLAUSES.items())
    return tuple(each for each in found if each is not None)


def hang_together(part: Part, own: tuple[Clause, ...], *, has_term: bool) -> None:
    """Note clauses that presuppose a term where there is none.

    Args:
        part: The treaty or reading.
        own: Its clauses.
        has_term: Whether a term holds there.
    """
    if has_term or part.has(Term.TABLE):
        return
    for clause in own:
        inner = part.sub(clause.TABLE)
        if clause.presupposes_term is not None and inner is not None:
            inner.fault(*clause.presupposes_term)


def _clause(part: Part | None, clause: type[Clause]) -> Clause | None:
    if part is None:
        return None
    basis = part.basis()
    fields = _fields(part, clause)
    if fields is None:
        return None
    make: Callable[..., Clause] = clause
    made = make(**fields, basis=basis)
    for key, problem, hint in made.problems(part.has):
        if not key or not part.is_broken(key):
            part.fault(key, problem, hint)
    return made


def _fields(part: Part, table: type[Any]) -> dict[str, Any] | None:
    """Read the fields of a table; None if one that is needed cannot be read, which is told already."""
    found: dict[str, Any] = {}
    complete = True
    for name, how, required in written_fields(table):
        value = _value(part, how)
        if value is not None and value != ():
            found[name] = value
        elif required:
            complete = False
    return found if complete else None


def _value(part: Part, how: Written) -> Any:
    """Read a field; None where it is not there or cannot be read."""
    if how.form is Form.PARTY:
        return part.names(how.key, part.shared.parties, "no party of this treaty")
    if how.form is Form.SOME_PERIOD or how.form is Form.PERIOD:
        return part.period(how.key, some=how.form is Form.SOME_PERIOD)
    if how.many:
        found = [_one(part, how, path, value) for path, value in part.several(how.key)]
        return tuple(dict.fromkeys(each[0] for each in found if each is not None))
    value = part.get(how.key)
    if value is None:
        return None
    made = _one(part, how, (*part.path, how.key), value)
    return None if made is None else made[0]


def _one(part: Part, how: Written, path: Path, value: Any) -> tuple[Any] | None:
    """Read one value, in a tuple of its own, since None is a value too: a number of times without end."""
    form = how.form
    if isinstance(form, Form):
        return _READERS[form](part, path, value)
    return _packed(form(value) if issubclass(form, Enum) else _table(part, form, path, value))


def _as_it_is(part: Part, path: Path, value: Any) -> tuple[Any]:
    return (value,)


def _moment(part: Part, path: Path, value: str) -> tuple[Moment] | None:
    return _packed(_made(part, path, value, moment))


def _named_or_day(names: type[Enum]) -> Reader:
    known = {each.value for each in names}

    def read(part: Part, path: Path, value: str) -> tuple[Any] | None:
        return (names(value),) if value in known else _moment(part, path, value)

    return read


def _month_day(part: Part, path: Path, value: str) -> tuple[tuple[int, int]] | None:
    month, _, day = value.partition("-")
    if int(day) > monthrange(2000, int(month))[1]:  # a leap year: 29 February is a day of the years that have it
        part.fault("", "is a day of no year", "check month and day", at=path, value=value)
        return None
    return ((int(month), int(day)),)


def _share(part: Part, path: Path, value: str) -> tuple[Fraction]:
    return (Fraction(value.removesuffix("%")) / 100,)


def _act(part: Part, path: Path, value: str) -> tuple[str] | None:
    return _known(part, path, value, part.shared.acts, "no act of this file")


def _weights(part: Part, path: Path, value: str) -> tuple[str] | None:
    return _known(part, path, value, part.shared.weights, "no table out of [weights]")


def _delay(part: Part, path: Path, value: Any) -> tuple[Delay] | None:
    return _packed(_table(part, Delay, path, {"period": value} if isinstance(value, str) else value))


def _packed(value: T | None) -> tuple[T] | None:
    return None if value is None else (value,)


def _made(part: Part, path: Path, value: Any, make: Callable[[Any], T]) -> T | None:
    try:
        return make(value)
    except TreatyclockError as error:
        part.fault("", error.sentence, error.hint, at=path, value=value)
        return None


def _known(part: Part, path: Path, name: str, known: frozenset[str], what: str) -> tuple[str] | None:
    if name in known:
        return (name,)
    part.unknown(path, name, known, what)
    return None


def _table(part: Part, table: type[T], path: Path, value: Mapping[str, Any]) -> T | None:
    assert is_dataclass(table)
    fields = _fields(part.inner(value, path), table)
    return None if fields is None else table(**fields)


def _condition(part: Part, path: Path, value: Any) -> tuple[Condition] | None:
    if isinstance(value, str):
        return (NAMED[value],)
    kind = next(each for each in TABLES if next(written_fields(each))[1].key in value)
    return _packed(_table(part, kind, path, value))


_READERS: Mapping[Form, Reader] = {
    Form.TEXT: _as_it_is,
    Form.FLAG: _as_it_is,
    Form.COUNT: _as_it_is,
    Form.DAY: _moment,
    Form.MOMENT: _moment,
    Form.MONTH_DAY: _month_day,
    Form.FIRST_DAY: lambda part, path, value: (value == COUNTED,),
    Form.ANCHOR: _named_or_day(Anchor),
    Form.SINCE: _named_or_day(Since),
    Form.TIMES: lambda part, path, value: (None if value == FOR_EVER else value,),
    Form.SHARE: _share,
    Form.ACT: _act,
    Form.EVENT: _as_it_is,
    Form.WEIGHTS: _weights,
    Form.CONDITION: _condition,
    Form.DELAY: _delay,
}
