"""A list of parties, a row each or a row for each act, made into the tables of a treaty file.

The tables are read as those of any file. Only the places differ: what is wrong in a cell is told by its row and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from treatyclock.errors import TreatyFileError
from treatyclock.formats.documents.flaws import Flaw, KeyPath
from treatyclock.formats.documents.tables import Place, by_path
from treatyclock.formats.treaties._acts import act_ids, made_id
from treatyclock.formats.treaties._field_shapes import NOT_KNOWN
from treatyclock.formats.treaties.entry_in_rows import entry_in_rows
from treatyclock.formats.treaties.party_codes import codes_of
from treatyclock.formats.treaties.party_rows import LOOKS_LIKE_A_PLACEHOLDER, Sheet, placeholder_hint, said, sheet
from treatyclock.formats.treaties.tables import load_tables
from treatyclock.law.events import EventResolver
from treatyclock.law.record import Record

_FILE = "<rows>"
_SOURCE = "table"
_UNTIL = ("record", "until")
_ENTRY = "entry_into_force"
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ACTS = (("signature", "signature", ""), ("consent", "ratification", "entry"), ("end", "denunciation", "exit"))
"""The acts of a row: the role of their day, their kind, and the role of the day that the depositary recorded."""


def load_rows(
    rows: Iterable[Mapping[Any, Any]],
    columns: Mapping[str, Any],
    own: Mapping[str, Any],
    *,
    source: str,
    missing: Iterable[str | date] = (),
    unknown_after: str | date | None = None,
    resolve: EventResolver | None = None,
) -> Record:
    """Read a treaty from a list of parties.

    Args:
        rows: The list.
        columns: The name of the column of each role.
        own: The other tables and keys of the file.
        source: What the list is.
        missing: What a cell says where there is no value.
        unknown_after: The last day up to which the list goes.
        resolve: What finds out when an event of a case came.

    Raises:
        TreatyFileError: With every fault of every row, of the columns and of the other tables.
        WrongTypeError: If these are no rows or no columns.
    """
    table, flaws = sheet(rows, columns, missing)
    if "party" not in table.columns:
        placed = [flaw.as_fault(file=_FILE, line=None, structural=True) for flaw in flaws]
        raise TreatyFileError(_FILE, placed)
    given = own.get("act")
    made = _Made(table, list(given) if isinstance(given, list | tuple) else [])
    made.flaws += flaws
    made.run()
    if not isinstance(given, list | tuple | None):
        made.flaws.append(Flaw(("act",), given, "is no list of acts", "put it in [ ]"))
    tables: dict[str, Any] = {"schema": 1, **own, "act": made.acts}
    for key, entries in (("parties", made.named_parties), ("sources", {_SOURCE: source})):
        theirs = own.get(key, {})
        tables[key] = {**entries, **theirs} if isinstance(theirs, Mapping) else theirs
    if unknown_after is not None:
        made.flaws += _put_horizon(tables, said(unknown_after))
    if _ENTRY not in tables:
        day = entry_in_rows(made.acts, tables.get("record"), parties=len(made.parties))
        if day is not None:
            tables[_ENTRY] = {"recorded": day, "source": _SOURCE}

    def place(path: KeyPath) -> Place:
        named = unknown_after is not None and path == _UNTIL
        return (None, "unknown_after") if named else made.place(path)

    return load_tables(tables, file=_FILE, resolve=resolve, place=place, known=made.flaws)


def _put_horizon(tables: dict[str, Any], until: Any) -> Iterator[Flaw]:
    """Put the horizon into the tables, unless they have one, which is noted."""
    record = tables.get("record", {})
    if isinstance(record, Mapping):
        if "until" in record:
            yield Flaw(_UNTIL, None, "stands beside `until` of the table `record`", "leave out one of the two")
        tables["record"] = {**record, "until": until}


def _unused(id: str, taken: Set[str]) -> str:
    """Number an id that another act has."""
    numbered = (f"{id}-{number}" for number in count(2))
    return id if id not in taken else next(each for each in numbered if each not in taken)


@dataclass
class _Made:
    """The parties and acts of rows, with the cell that each came from.

    Attributes:
        sheet: The rows.
        acts: The acts, those that stand in the clauses before those of the rows.
        parties: The parties by code.
        flaws: What is wrong with the rows themselves.
        cells: For the paths of what was made: the number of the row, and the role of the column.
    """

    sheet: Sheet
    acts: list[Any]
    parties: dict[str, Any] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)
    cells: dict[KeyPath, tuple[int, str]] = field(default_factory=dict)

    def run(self) -> None:
        """Go through the rows."""
        taken = set(act_ids({"act": self.acts}))
        labels = {number: self._label(number) for number in self.sheet.numbers()}
        codes = codes_of(label for label in labels.values() if label)
        done: set[str] = set()
        for number, label in labels.items():
            if not label:
                continue
            self._party(number, label, codes[label])
            for act, roles in self._acts(number, codes[label]):
                if repr(act) in done:  # a row for each act may repeat what another row says of its party
                    continue
                done.add(repr(act))
                id = _unused(made_id(str(act["kind"]), [codes[label]]), taken)
                taken.add(id)
                place: KeyPath = ("act", len(self.acts))
                self.cells.update({(*place, key): (number, role) for key, role in roles.items()})
                self.cells[place] = (number, "party")
                self.acts.append({"id": id, **act})

    @property
    def named_parties(self) -> dict[str, Any]:
        """The parties as a file has them: by their names alone where no clock is given."""
        return {code: party if "clock" in party else party["name"] for code, party in self.parties.items()}

    def _label(self, number: int) -> str:
        label = self.sheet.cell(number, "party")
        if isinstance(label, str):
            return label
        problem = "is missing, and the row says more" if label is None else "is not text"
        self._flaw(number, "party", label, problem, "name the party: a code such as FRA, or any label")
        return ""

    def _party(self, number: int, label: str, code: str) -> None:
        known = self.parties.setdefault(code, {"name": label})
        self.cells.setdefault(("parties", code), (number, "party"))
        for key in ("name", "clock"):
            value = self.sheet.cell(number, key)
            if value is None:
                continue
            if ("parties", code, key) not in self.cells:
                known[key] = value
                self.cells["parties", code, key] = (number, key)
            elif known[key] != value:
                hint = f"write one {key} in all rows of that party"
                self._flaw(number, key, value, f"is another {key} than `{known[key]}` in a row above", hint)

    def _acts(self, number: int, code: str) -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
        """Yield the acts of a row, each with the role of the cell from which each key came."""
        kind = self.sheet.cell(number, "kind")
        for role, usual, recorded_role in _ACTS:
            on, recorded = self._day(number, role), self._day(number, recorded_role)
            cells = {"on": role, "recorded": recorded_role, "by": "party", "kind": role}
            act: dict[str, Any] = {"kind": usual, "by": code}
            if role == "consent" and kind is not None:
                act["kind"], cells["kind"] = kind.lower() if isinstance(kind, str) else kind, "kind"
                if on is None and recorded is None and role in self.sheet.columns:
                    hint = f'give its day, "{NOT_KNOWN}" where nobody knows it, or leave the kind out'
                    self._flaw(number, "consent", None, f"is missing, and the kind is {kind}", hint)
            if on is None and recorded is None:
                continue
            if on is None:  # what was recorded presupposes the act
                on, cells["on"] = self._notice(number, recorded) if role == "end" else NOT_KNOWN, recorded_role
            yield {**act, "on": on, **({} if recorded is None else {"recorded": recorded}), "source": _SOURCE}, cells

    def _notice(self, number: int, exit: Any) -> str:
        """Return the days on which a notice was given that led to a recorded exit: while its author was a party."""
        entry = self.sheet.cell(number, "entry")
        whole = [str(day) for day in (entry, exit) if _WHOLE_DAY.fullmatch(str(day))]
        return f"[{entry}..{exit}]" if len(whole) == 2 and whole[0] < whole[1] else NOT_KNOWN

    def _day(self, number: int, role: str) -> Any:
        """Return what a cell says of a day; None, and a flaw, where it may stand for no day."""
        day = self.sheet.cell(number, role)
        if (hint := placeholder_hint(day)) is None:
            return day
        self._flaw(number, role, day, LOOKS_LIKE_A_PLACEHOLDER, hint)
        return None

    def _flaw(self, number: int, role: str, value: Any, problem: str, hint: str) -> None:
        path = ("rows", number, role)
        self.cells[path] = (number, role)
        self.flaws.append(Flaw(path, value, problem, hint))

    def place(self, path: KeyPath) -> Place:
        """Return the row, counted from 1, and the column of what was made of a cell; the path of anything else."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.cells:
                number, role = self.cells[path[:length]]
                return number + 1, str(self.sheet.columns.get(role, role))
        return by_path(path)
