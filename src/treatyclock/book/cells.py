"""Cells of a table of several treaties: what they say of a treaty as a whole, and the labels of treaties and States."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from treatyclock.book.fault import BookFault
from treatyclock.formats.treaties.party_rows import LOOKS_LIKE_A_PLACEHOLDER, placeholder_hint, said

_OF_EACH = {
    "treaty_entry": "; a column with a day for each party is its `entry`",
    "treaty_end": "; a column with a day for each party is its `exit`",
}
"""What may have been meant by a column that differs within a treaty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyCells:
    """The cells of one treaty that say something of the treaty as a whole.

    Attributes:
        label: The treaty.
        rows: Its rows, each with its number.
        columns: The columns by role.
        missing: What a cell says where there is no value.
        faults: Where rows that contradict each other are noted.
    """

    label: str
    rows: Sequence[tuple[int, Mapping[Any, Any]]]
    columns: Mapping[str, Any]
    missing: frozenset[str]
    faults: list[BookFault]

    def all(self, role: str) -> Iterator[str]:
        """Yield what the rows say."""
        for _, text in self._numbered(role):
            yield text

    def one(self, role: str) -> str | None:
        """Return what all rows say; note what else one of them says, where it says so first."""
        first: str | None = None
        others = set[str]()
        for number, text in self._numbered(role):
            if first is None:
                first = text
            elif text != first and text not in others:
                others.add(text)
                self.faults.append(
                    BookFault(
                        treaty=self.label, row=number + 1, column=str(self.columns[role]), value=text,
                        problem=f"is not what an earlier row of this treaty says, `{first}`",
                        hint=f"write the same in all rows of a treaty, or in one of them alone{_OF_EACH.get(role, '')}",
                    )
                )  # fmt: skip
        return first

    def day(self, role: str) -> str | None:
        """Return the day that all rows say; note one that may stand for no day."""
        day = self.one(role)
        if day is None or (hint := placeholder_hint(day)) is None:
            return day
        number = next(number for number, text in self._numbered(role) if text == day)
        self.faults.append(
            BookFault(
                treaty=self.label, row=number + 1, column=str(self.columns[role]), value=day,
                problem=LOOKS_LIKE_A_PLACEHOLDER, hint=hint,
            )
        )  # fmt: skip
        return None

    def _numbered(self, role: str) -> Iterator[tuple[int, str]]:
        column = self.columns.get(role)
        for number, row in self.rows if column is not None else ():
            text = label_of(row.get(column), self.missing)
            if text is not None:
                yield number, text


def several(column: Any) -> Sequence[Any]:
    """Return the columns of a role, where one or several may be given.

    Example:
        >>> several("State"), several(["one", "two"])
        (('State',), ('one', 'two'))
    """
    return tuple(column) if isinstance(column, list | tuple) else (column,)


def parts_of(text: str) -> list[str]:
    """Return the words of a cell that may have several.

    Example:
        >>> parts_of("defence; trade;")
        ['defence', 'trade']
    """
    return [part.strip() for part in text.split(";") if part.strip()]


def label_of(value: Any, missing: frozenset[str]) -> str | None:
    """Return what a cell says as text; None where it says nothing.

    Example:
        >>> label_of(200.0, frozenset()), label_of(" FRA ", frozenset()), label_of(-9, frozenset({"-9"}))
        ('200', 'FRA', None)
    """
    found = said(value)
    text = "" if found is None else str(found)
    return None if not text or text in missing else text


def labels_of(rows: Iterable[Mapping[Any, Any]], columns: Sequence[Any], missing: frozenset[str]) -> list[str]:
    """Return the labels in some columns, each once.

    Example:
        >>> labels_of([{"one": 2, "two": 200}, {"one": 2, "two": None}], ["one", "two"], frozenset())
        ['2', '200']
    """
    found = (label_of(row.get(column), missing) for row in rows for column in columns)
    return list(dict.fromkeys(label for label in found if label is not None))
