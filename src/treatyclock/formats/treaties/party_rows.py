"""The rows of a table as its owner has them: which column holds what, and what a cell says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from treatyclock.errors import WrongTypeError, expect, nearest
from treatyclock.formats.documents.flaws import Flaw

ROLES: Mapping[str, str] = {
    "party": "whose row it is: a code, or any label",
    "name": "what to call that party",
    "clock": "the zone of its seat",
    "signature": "the day of its signature",
    "consent": "the day of its consent, or of whatever act the kind names",
    "kind": "the kind of that act; a ratification where there is no such column",
    "entry": "the day that the depositary recorded for its entry into force",
    "end": "the day of its denunciation",
    "exit": "the day that the depositary recorded for its exit",
}
"""What a column can hold."""

LOOKS_LIKE_A_PLACEHOLDER = "looks like a placeholder"
_PLACEHOLDERS = frozenset({"0001-01-01", "0002-11-30", "9999-12-31", "9999", "0", "-1", "-9", "-99", "-999"})
_NOTHING = frozenset({"nan", "NaN", "NaT", "<NA>"})
"""What numbers, numpy and pandas have for no value."""
_MIDNIGHT = re.compile(r"T00:00:00(\.0+)?\Z")
_ROWS = "mappings, one a row, such as those of a csv.DictReader; or a frame of pandas, polars or pyarrow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows, with their columns by role.

    Attributes:
        rows: The rows.
        columns: The name of the column of each role.
        missing: What a cell says where nobody knows or nothing was done, beside what is blank.
    """

    rows: Sequence[Mapping[Any, Any]]
    columns: Mapping[str, Any]
    missing: frozenset[str]

    def cell(self, number: int, role: str) -> Any:
        """Return what a cell says; None where it says nothing or there is no such column."""
        column = self.columns.get(role)
        value = None if column is None else said(self.rows[number].get(column))
        return None if value in ("", None) or str(value) in self.missing else value

    def numbers(self) -> Iterator[int]:
        """Yield the numbers of the rows that say anything, counted from 0."""
        for number in range(len(self.rows)):
            if any(self.cell(number, role) is not None for role in self.columns):
                yield number


def sheet(rows: Any, columns: Mapping[str, Any], missing: Iterable[str | date]) -> tuple[Sheet, list[Flaw]]:
    """Take rows, and note columns that are not there: they are read as if nobody had named them.

    Raises:
        WrongTypeError: If these are no rows, or no columns.
    """
    expect(
        columns, Mapping, "the columns", "which column holds what: columns={'party': 'State', 'consent': 'Ratified'}"
    )
    if isinstance(missing, str) or not isinstance(missing, Iterable):
        raise WrongTypeError("missing", missing, "a list of what stands for nothing: missing=['9999-12-31', '-']")
    found = rows_of(rows)
    there = dict.fromkeys(column for row in found for column in row)
    flaws = list(_column_flaws(columns, there if found else columns.values()))
    known = {role: column for role, column in columns.items() if role in ROLES and column in there}
    return Sheet(rows=found, columns=known, missing=frozenset(str(said(each)) for each in missing)), flaws


def rows_of(table: Any) -> Sequence[Mapping[Any, Any]]:
    """Return the rows of a table as mappings, whatever made it: a list of them, or a frame.

    Frames are known by what they can do, so that no library of frames is imported: polars has ``to_dicts``, pyarrow
    ``to_pylist``, pandas ``to_dict``.

    Raises:
        WrongTypeError: If these are no rows.

    Example:
        >>> rows_of([{"State": "France"}])
        [{'State': 'France'}]
    """
    if hasattr(table, "to_dicts"):
        table = table.to_dicts()
    elif hasattr(table, "to_pylist"):
        table = table.to_pylist()
    elif hasattr(table, "to_dict") and hasattr(table, "columns"):
        table = table.to_dict("records")
    if isinstance(table, str | Mapping) or not isinstance(table, Iterable):
        raise WrongTypeError("the rows", table, _ROWS)
    found = list(table)
    for number, row in enumerate(found, start=1):
        expect(row, Mapping, f"row {number}", _ROWS)
    return found


def _column_flaws(columns: Mapping[str, Any], there: Iterable[Any]) -> Iterator[Flaw]:
    if "party" not in columns:
        yield Flaw(("columns", "party"), None, "is missing", "say which column names the party: columns={'party': ...}")
    if "kind" in columns and not {"consent", "entry"} & set(columns):
        hint = "say which column has the day of the act whose kind is given: columns={'consent': ...}"
        yield Flaw(("columns", "consent"), None, "is missing beside the kind", hint)
    for role, column in columns.items():
        if role not in ROLES:
            yield Flaw(("columns", str(role)), str(role), "is not what a column may hold", nearest(role, ROLES))
        elif column not in there:
            yield Flaw(("columns", role), str(column), "is not a column of these rows", near_column(column, there))


def near_column(column: Any, there: Iterable[Any]) -> str:
    r"""Return what may have been meant by a column that rows do not have.

    Example:
        >>> near_column("State", ["state", "Signed"]), near_column("State", ["\ufeffState"])
        ('did you mean `state`?', "the file begins with a byte order mark: open it with encoding='utf-8-sig'")
    """
    names = [str(each) for each in there]
    if f"\ufeff{column}" in names:
        return "the file begins with a byte order mark: open it with encoding='utf-8-sig'"
    return nearest(column, names)


def said(value: Any) -> Any:
    """Return what a cell says, as a file would say it: a text without blanks around it, a day, and None for no value.

    A whole number is one though it stands in a column with gaps, where libraries make it a fraction.

    Example:
        >>> said(" 1990-01-01 "), said(date(1990, 1, 1)), said(float("nan")), said(-9.0)
        ('1990-01-01', '1990-01-01', None, -9)
    """
    if isinstance(value, str):
        return " ".join(value.split())
    if value is None or str(value) in _NOTHING:
        return None
    if isinstance(value, date) or type(value).__name__ == "datetime64":
        # A spreadsheet has a day as its midnight.
        return _MIDNIGHT.sub("", value.isoformat() if isinstance(value, date) else str(value))
    return int(value) if isinstance(value, float) and value.is_integer() else value


def placeholder_hint(value: Any) -> str | None:
    """Return what to do about a day that looks like a placeholder; None for any other.

    Example:
        >>> placeholder_hint("0001-01-01"), placeholder_hint("1990-01-01")
        ("where it stands for no day: missing=['0001-01-01']", None)
    """
    return f"where it stands for no day: missing=['{value}']" if str(value) in _PLACEHOLDERS else None
