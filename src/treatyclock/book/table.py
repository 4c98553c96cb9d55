"""Several treaties of many parties from one table: the rows sorted by treaty, each made a treaty of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from treatyclock.book.alike import Alike, PlainTreaty
from treatyclock.book.cells import TreatyCells, label_of, labels_of, parts_of, several
from treatyclock.book.fault import BookFault, faults_of
from treatyclock.book.left_out import LeftOut
from treatyclock.civil.moments.read import moment
from treatyclock.corpus import events_of_cases
from treatyclock.errors import TreatyclockError, TreatyFileError, WrongTypeError, expect, nearest
from treatyclock.formats.documents.flaws import Flaw
from treatyclock.formats.treaties.party_codes import codes_of
from treatyclock.formats.treaties.party_list import load_rows
from treatyclock.formats.treaties.party_rows import (
    ROLES,
    near_column,
    rows_of,
    said,
)
from treatyclock.law.conventions.exit import FIRST_OUT, LAST_IN_FORCE
from treatyclock.law.record import Record

_FILE, _KINDS = "<rows>", "kind_of_treaty"
OF_TREATIES: Mapping[str, str] = {
    "treaty": "which treaty the row is about: its id, or any label",
    "title": "what to call that treaty",
    _KINDS: "its kind; several with `;` between them",
    "treaty_entry": "the day recorded for the treaty's own entry into force",
    "treaty_end": "the day recorded for its end for all",
}
"""What a column of a table of several treaties can hold, beside those of one treaty."""

_OF_ROWS = ROLES.keys() - {"party"}
_PARTY, _NAME = "party of this row", "name of that party"
_ENTRY, _END = "entry_into_force", "end"
_ALL = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSettings:
    """What a user gives beside the rows.

    Attributes:
        columns: The name of the column of each role; of a party there may be several.
        clauses: Further tables of the treaty files, by treaty; ``"*"`` for all.
        readings: Declared readings, by treaty; ``"*"`` for all.
        missing: What a cell says where there is no value.
        unknown_after: The last day up to which the table goes.
        source: What the table is.
        effect_day: Whether a recorded end is the first day out or the last in force; None where nobody tells.
    """

    columns: Mapping[str, Any]
    clauses: Mapping[str, Mapping[str, Any]]
    readings: Mapping[str, Sequence[Mapping[str, Any]]]
    missing: frozenset[str]
    unknown_after: str | date | None
    source: str
    effect_day: str | None

    @property
    def parties(self) -> Sequence[Any]:
        """The columns that name parties."""
        return several(self.columns["party"])

    def horizon(self) -> date | None:
        """Return the last day up to which the table surely goes; None where nobody says that it stops.

        Raises:
            CivilTimeError: If it is no day.
        """
        return None if self.unknown_after is None else moment(said(self.unknown_after)).days.first


@dataclass(slots=True)
class Read:
    """What came out of a table.

    Attributes:
        records: The treaties without faults.
        kinds: Of which kind each is.
        labels: The code of each label of a State, and of each code.
        treaties: The id of each label of a treaty, and of each id.
        faults: What is wrong with the others.
        left_out: Those others, and whom they name.
        alike: Those like which others are made.
    """

    records: list[Record] = field(default_factory=list)
    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    treaties: dict[str, str] = field(default_factory=dict)
    faults: list[BookFault] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    alike: Alike = field(default_factory=Alike)


def read_table(rows: Any, tables: TableSettings) -> Read:
    """Read several treaties from one table.

    Raises:
        TreatyFileError: If a column is not there, or something else is wrong with all treaties.
        WrongTypeError: If these are no rows, or no column names the treaty or the party.
    """
    held = rows_of(rows)
    columns = dict(tables.columns)
    for role in ("treaty", "party"):
        if role not in columns:
            hint = "say which column holds what: columns={'treaty': 'id', 'party': 'State', ...}"
            raise WrongTypeError(f"the column of the {role}", None, hint)
    flaws = [*(_column_flaws(held, columns) if held else ()), *_setting_flaws(tables)]
    if flaws:  # what is wrong with all treaties
        raise TreatyFileError(_FILE, [flaw.as_fault(file=_FILE, line=None, structural=True) for flaw in flaws])
    found = Read()
    found.faults += _clause_faults(held, tables)
    found.labels = dict(codes_of(labels_of(held, tables.parties, tables.missing)))
    groups: dict[str, list[int]] = {}
    for number, row in enumerate(held):
        label = label_of(row.get(columns["treaty"]), tables.missing)
        if label is not None:
            groups.setdefault(label, []).append(number)
        elif any(label_of(value, tables.missing) is not None for value in row.values()):
            fault = BookFault(
                treaty="", row=number + 1, column=str(columns["treaty"]), value=None,
                problem="is missing, and the row says more", hint="say which treaty the row is about",
            )  # fmt: skip
            found.faults.append(fault)
            states = _states(found, [row], tables)
            found.left_out.append(LeftOut(treaty=f"row-{number + 1}", states=states, faults=(fault,)))
    found.treaties = treaty_ids(groups)
    for label, numbers in groups.items():
        _read_one(found, label, [(number, held[number]) for number in numbers], tables)
    found.faults = _once(found.faults, len(groups))
    found.labels |= {code: code for code in found.labels.values()}
    found.treaties |= {id: id for id in found.treaties.values()}
    return found


def treaty_ids(labels: Iterable[str]) -> dict[str, str]:
    """Return an id for each label of a treaty: lower-case words joined by hyphens, numbered where two are alike.

    Example:
        >>> treaty_ids(["Treaty of Paris", "ATOP 1005", "Treaty of Paris!"])
        {'Treaty of Paris': 'treaty-of-paris', 'ATOP 1005': 'atop-1005', 'Treaty of Paris!': 'treaty-of-paris-2'}
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for label in labels:
        words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in label.lower()).split()
        made = id = "-".join(words if words and words[0][0].isalpha() else ["treaty", *words])
        number = 1
        while id in taken:
            number += 1
            id = f"{made}-{number}"
        found[label] = id
        taken.add(id)
    return found


def _read_one(
    found: Read,
    label: str,
    rows: Sequence[tuple[int, Mapping[Any, Any]]],
    tables: TableSettings,
) -> None:
    """Make one treaty of its rows, or note its faults."""
    id, faults = found.treaties[label], list[BookFault]()
    cells = TreatyCells(label=label, rows=rows, columns=tables.columns, missing=tables.missing, faults=faults)
    found.kinds[id] = tuple(dict.fromkeys(kind for text in cells.all(_KINDS) for kind in parts_of(text)))
    plain = _plain(found, id, cells, tables)
    if plain is not None and (made := found.alike.made(plain)) is not None:
        found.records.append(made)
        return
    own, numbers = _rows_by_party(rows, tables, found.labels)
    there = {column for _, row in rows for column in row}
    columns = {role: column for role, column in tables.columns.items() if role in _OF_ROWS and column in there}
    columns = {"name": _NAME, **columns, "party": _PARTY}
    given = {"id": id, "title": next(cells.all("title"), label), **_further(id, label, cells, tables)}
    try:
        record = load_rows(
            own, columns, given, source=tables.source,
            missing=tables.missing, unknown_after=tables.unknown_after, resolve=events_of_cases(),
        )  # fmt: skip
    except TreatyclockError as error:
        faults += (_as_the_user_has_it(each, cells) for each in faults_of(label, error, numbers))
    else:
        found.records += [] if faults else [record]
        if plain is not None and not faults:
            found.alike.keep(plain, record)
    if faults:
        told = tuple(dict.fromkeys(faults))
        found.faults += told
        states = _states(found, [row for _, row in rows], tables)
        found.left_out.append(LeftOut(treaty=id, states=states, kinds=found.kinds[id], faults=told))


def _once(faults: Sequence[BookFault], treaties: int) -> list[BookFault]:
    """Return faults with those once that every treaty has, since they stand in the clauses of all."""
    if treaties < 2:
        return list(faults)
    alike = Counter(replace(each, treaty=_ALL) for each in faults if each.row is None)
    of_all = {each for each, count in alike.items() if count == treaties}
    kept = (each for each in faults if each.row is not None or replace(each, treaty=_ALL) not in of_all)
    return [*(each for each in alike if each in of_all), *kept]


def _plain(found: Read, id: str, cells: TreatyCells, tables: TableSettings) -> PlainTreaty | None:
    """Return what the rows say of a treaty, if that is no more than names and two days; None if it is more."""
    given = (tables.clauses, tables.readings)
    if any(name in each for each in given for name in (_ALL, id, cells.label)):
        return None
    columns = [column for role, column in tables.columns.items() if role in _OF_ROWS]
    if any(label_of(row.get(column), tables.missing) is not None for _, row in cells.rows for column in columns):
        return None
    days = [set(cells.all(role)) for role in ("treaty_entry", "treaty_end")]
    labels = labels_of([row for _, row in cells.rows], tables.parties, tables.missing)
    named = all(any(label_of(row.get(each), tables.missing) for each in tables.parties) for _, row in cells.rows)
    if not named or any(len(each) > 1 for each in days):
        return None
    entry, end = (next(iter(each), None) for each in days)
    return PlainTreaty(
        id=id,
        title=next(cells.all("title"), cells.label),
        parties={found.labels[each]: each for each in labels},
        entry=entry,
        end=end,
    )


def _states(found: Read, rows: Iterable[Mapping[Any, Any]], tables: TableSettings) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.labels[label] for label in labels_of(rows, tables.parties, tables.missing)))


def _rows_by_party(
    rows: Sequence[tuple[int, Mapping[Any, Any]]],
    tables: TableSettings,
    codes: Mapping[str, str],
) -> tuple[list[dict[Any, Any]], list[int]]:
    """Return a row for each party, and the number of the row of the table from which each comes, counted from 1."""
    own, numbers = list[dict[Any, Any]](), list[int]()
    for number, row in rows:
        labels = [label_of(row.get(column), tables.missing) for column in tables.parties]
        for label in list(filter(None, labels)) or labels[:1]:
            named = {} if label is None else {_PARTY: codes[label], _NAME: label}
            own.append({_PARTY: None, _NAME: None, **row, **named})
            numbers.append(number + 1)
    return own, numbers


def _further(id: str, label: str, cells: TreatyCells, tables: TableSettings) -> dict[str, Any]:
    """Return the further tables of the treaty's file."""
    found = {key: value for name in (_ALL, id, label) for key, value in tables.clauses.get(name, {}).items()}
    readings = [each for name in dict.fromkeys((_ALL, id, label)) for each in tables.readings.get(name, ())]
    if readings:
        found["reading"] = [*found.get("reading", ()), *readings]
    effect_day = {} if tables.effect_day is None else {"effect_day": tables.effect_day}
    for role, (table, more) in {"treaty_entry": (_ENTRY, {}), "treaty_end": (_END, effect_day)}.items():
        day = cells.day(role)
        if day is not None:
            found[table] = {"source": "table", **more, **found.get(table, {}), "recorded": day}
    return found


def _as_the_user_has_it(fault: BookFault, cells: TreatyCells) -> BookFault:
    """Name a fault by the columns of the table, and one of the treaty as a whole by its first row."""
    names = {
        _PARTY: cells.columns["party"],
        _NAME: cells.columns["party"],
        "parties": cells.columns["party"],
        f"{_ENTRY}.recorded": cells.columns.get("treaty_entry"),
        f"{_END}.recorded": cells.columns.get("treaty_end"),
    }
    column = names.get(fault.column)
    if column is None:
        return fault
    row = cells.rows[0][0] + 1 if fault.row is None else fault.row
    return replace(fault, row=row, column=", ".join(map(str, several(column))))


def _column_flaws(rows: Sequence[Mapping[Any, Any]], columns: Mapping[str, Any]) -> Iterator[Flaw]:
    there = dict.fromkeys(column for row in rows for column in row)
    known = {**ROLES, **OF_TREATIES}
    for role, column in columns.items():
        where = ("kinds",) if role == _KINDS else ("columns", str(role))
        if role not in known:
            yield Flaw(where, str(role), "is not what a column may hold", nearest(role, known))
        for each in several(column):
            if each not in there:
                yield Flaw(where, str(each), "is not a column of these rows", near_column(each, there))


def _setting_flaws(tables: TableSettings) -> Iterator[Flaw]:
    days = (FIRST_OUT, LAST_IN_FORCE)
    if tables.effect_day is not None and tables.effect_day not in days:
        hint = nearest(tables.effect_day, days)
        yield Flaw(("effect_day",), tables.effect_day, "is not one of the allowed values", hint)
    try:
        tables.horizon()
    except TreatyclockError as error:
        yield Flaw(("unknown_after",), str(tables.unknown_after), error.sentence, error.hint)


def _clause_faults(rows: Sequence[Mapping[Any, Any]], tables: TableSettings) -> Iterator[BookFault]:
    """Yield a fault for clauses and readings of treaties that no row is about."""
    labels = labels_of(rows, (tables.columns["treaty"],), tables.missing)
    known = {_ALL, *labels, *treaty_ids(labels).values()}
    for what, given in (("clauses", tables.clauses), ("readings", tables.readings)):
        expect(given, Mapping, what, f"tables by treaty: {what}={{'*': ...}}")
        for name in given:
            if name not in known:
                problem, hint = f"has {what}, and no row is about it", nearest(name, known)
                yield BookFault(treaty=str(name), row=None, column=what, value=str(name), problem=problem, hint=hint)
