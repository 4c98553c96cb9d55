"""The final clauses of a document, made into values: a field says how it is written, and is read so."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import Any, TypeVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.civil.periods import Period
from treatyclock.errors import TreatyclockError
from treatyclock.formats.documents.flaws import KeyPath
from treatyclock.formats.treaties._field_shapes import ALL_PARTIES, BODY
from treatyclock.formats.treaties._reader import TreatyReader, read_day
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.conditions import NAMED, TABLES, Condition, Elapsed, NotBefore
from treatyclock.law.clauses.delays import Delay
from treatyclock.law.clauses.exit_times import Since
from treatyclock.law.clauses.joining import Approvers, JoinsAfter
from treatyclock.law.clauses.last_days import ByDay, LastDay, Within
from treatyclock.law.clauses.others import OtherFrom
from treatyclock.law.clauses.parts_of import A_MAJORITY, PartOf
from treatyclock.law.clauses.sunset import MadeBefore
from treatyclock.law.clauses.term import Anchor, Term
from treatyclock.law.conventions.first_days import COUNTED
from treatyclock.law.conventions.term import FOR_EVER
from treatyclock.law.form import Form
from treatyclock.law.vocabulary import CLAUSES
from treatyclock.law.written import Written, written_fields

T = TypeVar("T")
FieldReader = Callable[[TreatyReader, KeyPath, Any], "tuple[Any] | None"]


def clauses(part: TreatyReader) -> tuple[Clause, ...]:
    """Return the clauses that a treaty or a reading has."""
    found: list[Clause] = []
    for name, clause in CLAUSES.items():
        if not part.has(name):
            continue
        tables = list(part.tables(name))
        made = [_clause(table, clause) for table in tables]
        whole = [each for each in made if each is not None]
        if len(whole) == len(tables):
            for number, problem in clause.problems_beside(whole):
                tables[number].fault(*problem)
        found += whole
    return tuple(found)


def hang_together(part: TreatyReader, own: tuple[Clause, ...], *, has_term: bool) -> None:
    """Note clauses that presuppose a term where there is none.

    Args:
        part: The treaty or reading.
        own: Its clauses.
        has_term: Whether a term holds there.
    """
    if has_term or part.has(Term.TABLE):
        return
    for clause in own:
        alike = [each for each in own if type(each) is type(clause)]
        tables = list(part.tables(clause.TABLE))
        if clause.presupposes_term is not None and len(tables) == len(alike):
            tables[alike.index(clause)].fault(*clause.presupposes_term)


def _clause(part: TreatyReader, clause: type[Clause]) -> Clause | None:
    basis = part.basis()
    fields = fields_read(part, clause)
    if fields is None:
        return None
    make: Callable[..., Clause] = clause
    if (before := part.sub("before")) is not None:
        if basis.known is None and not part.is_broken("known"):
            part.fault(
                "before", "has no day until which it stood", "say from when the new clause is known: known = a day"
            )
        basis = replace(basis, before=_clause(before, clause))
    made = make(**fields, basis=basis)
    for key, problem, hint in made.problems(part.has):
        if not key or not part.is_broken(key):
            part.fault(key, problem, hint)
    return made


def fields_read(part: TreatyReader, table: type[Any]) -> dict[str, Any] | None:
    """Read the fields of a table; None if a required field cannot be read, which has been noted."""
    found: dict[str, Any] = {}
    complete = True
    for name, how, required in written_fields(table):
        value = _value(part, how)
        if value is not None and value != ():
            found[name] = value
        elif required:
            complete = False
    return found if complete else None


def _value(part: TreatyReader, how: Written) -> Any:
    """Read a field; None if it is not there or cannot be read."""
    if how.form is Form.PARTY:
        return part.parties(how.key)
    if how.many:
        found = [_one(part, how, path, value) for path, value in part.several(how.key)]
        values = (each[0] for each in found if each is not None)
        # Alternatives are a set, and periods stand one after the other.
        return tuple(values if how.form is Form.SOME_PERIOD else dict.fromkeys(values))
    value = part.get(how.key)
    if value is None:
        return None
    made = _one(part, how, (*part.path, how.key), value)
    return None if made is None else made[0]


def _one(part: TreatyReader, how: Written, path: KeyPath, value: Any) -> tuple[Any] | None:
    """Read one value, packed in a tuple, since None may be the value itself: a number of times without end."""
    form = how.form
    if isinstance(form, Form):
        return _READERS[form](part, path, value)
    return _packed(form(value) if issubclass(form, Enum) else _table(part, form, path, value))


def _as_it_is(part: TreatyReader, path: KeyPath, value: Any) -> tuple[Any]:
    return (value,)


def _moment(part: TreatyReader, path: KeyPath, value: str) -> tuple[Moment] | None:
    return _packed(_made(part, path, value, moment))


def _named_or_day(names: type[Enum]) -> FieldReader:
    known = {each.value for each in names}

    def read(part: TreatyReader, path: KeyPath, value: str) -> tuple[Any] | None:
        return (names(value),) if value in known else _moment(part, path, value)

    return read


def _month_day(part: TreatyReader, path: KeyPath, value: str) -> tuple[tuple[int, int]] | None:
    month, _, day = value.partition("-")
    if int(day) > monthrange(2000, int(month))[1]:  # 2000 is a leap year: 29 February is allowed
        part.fault("", "is not a day of any year", "check month and day", at=path, value=value)
        return None
    return ((int(month), int(day)),)


def _share(part: TreatyReader, path: KeyPath, value: str) -> tuple[Fraction]:
    return (Fraction(value.removesuffix("%")) / 100,)


def _count_or_part(part: TreatyReader, path: KeyPath, value: int | str) -> tuple[int | PartOf]:
    if isinstance(value, int):
        return (value,)
    if value != A_MAJORITY and Fraction(value) >= 1:
        part.fault("", "is no part of a whole", "write a part below one, such as 2/3", at=path, value=value)
    elif not part.has("among"):
        hint = 'name them: among = [..], or among = "a group"; a number needs none: instruments = 20'
        part.fault("", "is a part of States that are not named", hint, at=path, value=value)
    elif part.declared.in_part:
        hint = "write the number: of those who are not listed, nobody knows how many they are"
        part.fault("", "is a part of a list that may lack some", hint, at=path, value=value)
    return (PartOf.of(value),)


def _act(part: TreatyReader, path: KeyPath, value: str) -> tuple[str] | None:
    return _known(part, path, value, part.declared.acts, "not an act of this file")


def _weights(part: TreatyReader, path: KeyPath, value: str) -> tuple[str] | None:
    return _known(part, path, value, part.declared.weights, "not a table in [weights]")


def _period(part: TreatyReader, path: KeyPath, value: str) -> tuple[Period] | None:
    return _packed(_made(part, path, value, Period.of))


def _some_period(part: TreatyReader, path: KeyPath, value: str) -> tuple[Period] | None:
    made = _period(part, path, value)
    if made is not None and not made[0]:
        part.fault("", "is of zero length", "give a period of at least a day", at=path, value=value)
        return None
    return made


def _delay(part: TreatyReader, path: KeyPath, value: Any) -> tuple[Delay] | None:
    return _packed(_table(part, Delay, path, {"period": value} if isinstance(value, str) else value))


def _packed(value: T | None) -> tuple[T] | None:
    return None if value is None else (value,)


def _made(part: TreatyReader, path: KeyPath, value: Any, make: Callable[[Any], T]) -> T | None:
    try:
        return make(value)
    except TreatyclockError as error:
        part.fault("", error.sentence, error.hint, at=path, value=value)
        return None


def _known(part: TreatyReader, path: KeyPath, name: str, known: frozenset[str], what: str) -> tuple[str] | None:
    if name in known:
        return (name,)
    part.unknown(path, name, known, what)
    return None


def _table(part: TreatyReader, table: type[T], path: KeyPath, value: Mapping[str, Any]) -> T | None:
    assert is_dataclass(table)
    fields = fields_read(part.inner(value, path), table)
    return None if fields is None else table(**fields)


def _condition(part: TreatyReader, path: KeyPath, value: Any) -> tuple[Condition] | None:
    if isinstance(value, str):
        return (NAMED[value],)
    kind = next(each for each in TABLES if written_fields(each)[0][1].key in value)
    return _packed(_table(part, kind, path, value))


def _floor(part: TreatyReader, path: KeyPath, value: Any) -> tuple[NotBefore | Elapsed] | None:
    if isinstance(value, str):
        day = _made(part, path, value, moment)
        return None if day is None else (NotBefore(day=day),)
    return _packed(_table(part, Elapsed, path, value))


def _approvers(part: TreatyReader, path: KeyPath, value: Any) -> tuple[Approvers] | None:
    if value == ALL_PARTIES:
        return (Approvers(),)
    if isinstance(value, Mapping):
        return (Approvers(body=str(value[BODY])),)
    named = part.parties(str(path[-1]))
    return (Approvers(parties=named),) if named else None


def _last_day(part: TreatyReader, path: KeyPath, value: Any) -> tuple[LastDay] | None:
    if isinstance(value, str):
        day = _made(part, path, value, moment)
        return None if day is None else (ByDay(day=day),)
    return _packed(_table(part, Within, path, value))


_READERS: Mapping[Form, FieldReader] = {
    Form.TEXT: _as_it_is,
    Form.FLAG: _as_it_is,
    Form.COUNT: _as_it_is,
    Form.COUNT_OR_PART: _count_or_part,
    Form.PERIOD: _period,
    Form.SOME_PERIOD: _some_period,
    Form.DAY: _moment,
    Form.DAY_OR_NOT_KNOWN: lambda part, path, value: _packed(_made(part, path, value, read_day)),
    Form.MOMENT: _moment,
    Form.MONTH_DAY: _month_day,
    Form.FIRST_DAY: lambda part, path, value: (value == COUNTED,),
    Form.ANCHOR: _named_or_day(Anchor),
    Form.OTHER_FROM: _named_or_day(OtherFrom),
    Form.SINCE: _named_or_day(Since),
    Form.TIMES: lambda part, path, value: (None if value == FOR_EVER else value,),
    Form.SHARE: _share,
    Form.ACT: _act,
    Form.EVENT: _as_it_is,
    Form.WEIGHTS: _weights,
    Form.CONDITION: _condition,
    Form.FLOOR: _floor,
    Form.MADE: _named_or_day(MadeBefore),
    Form.AFTER: _named_or_day(JoinsAfter),
    Form.APPROVERS: _approvers,
    Form.LAST_DAY: _last_day,
    Form.BEGINNING_OR_EVENT: _as_it_is,
    Form.ENTRY_OR_EVENT: _as_it_is,
    Form.DELAY: _delay,
}
