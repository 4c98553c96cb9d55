"""Rows of a register: which column has what, and every cell that cannot be read, by row and column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from treatyclock.errors import TreatyFileError, WrongTypeError
from treatyclock.formats.documents.flaws import Flaw
from treatyclock.formats.registers.days import DayCells, UnreadableDayError, cell_text
from treatyclock.formats.treaties.party_rows import near_column, rows_of

Column = str | int | Sequence[Any]
"""A column by its name; or the three of the year, the month and the day."""
_FILE = "<rows>"


@dataclass(kw_only=True)
class RegisterSheet:
    """The rows of a register while they are read.

    Attributes:
        rows: The rows.
        days: How the register writes days.
        flaws: What cannot be read, with the number of the row, counted from 1, and the column.
    """

    rows: Sequence[Mapping[Any, Any]]
    days: DayCells
    flaws: list[tuple[int | None, str, Flaw]] = field(default_factory=list)

    @classmethod
    def of(cls, rows: Any, days: DayCells, needed: Iterable[Column]) -> RegisterSheet:
        """Take rows.

        Args:
            rows: Mappings, one a row, or a frame of pandas, polars or pyarrow.
            days: How the register writes days.
            needed: The columns that must be there.

        Raises:
            WrongTypeError: If these are no rows.
            TreatyFileError: If a column is not there.
        """
        found = rows_of(rows)
        sheet = cls(rows=found, days=days)
        there = dict.fromkeys(column for row in found for column in row)
        for column in (each for several in needed for each in columns_of(several)):
            if found and column not in there:
                sheet.flaw(None, column, None, "is not a column of these rows", near_column(column, there))
        sheet.done()
        return sheet

    def day(self, number: int, column: Column) -> str | None:
        """Return the day of a cell, or of three, as a treaty file writes it; None, and a flaw, where it is none."""
        cells = [self.rows[number].get(each) for each in columns_of(column)]
        try:
            return self.days.day(cells[0]) if len(cells) == 1 else self.days.parts(*cells)
        except UnreadableDayError as error:
            self.flaw(number, column, error.value, error.problem, error.hint)
            return None

    def text(self, number: int, column: Column) -> str:
        """Return what a cell says; nothing for a blank and for a placeholder of nothing."""
        return cell_text(self.rows[number].get(column))

    def flaw(self, number: int | None, column: Column, value: object, problem: str, hint: str) -> None:
        """Note what is wrong with a cell; with a whole column if there is no number."""
        name = ", ".join(str(each) for each in columns_of(column))
        self.flaws.append((None if number is None else number + 1, name, Flaw((name,), value, problem, hint)))

    def done(self) -> None:
        """Raise the flaws, if there are any.

        Raises:
            TreatyFileError: With all of them.
        """
        if self.flaws:
            raise TreatyFileError(
                _FILE,
                [flaw.as_fault(file=_FILE, line=row, structural=True, key=name) for row, name, flaw in self.flaws],
            )


def columns_of(column: Column) -> tuple[Any, ...]:
    """Return the columns that a day stands in: one, or the three of year, month and day.

    Raises:
        WrongTypeError: If they are neither one nor three.
    """
    if isinstance(column, list | tuple):
        if len(column) != 3:
            raise WrongTypeError("a column", column, "a name, or three: those of the year, the month and the day")
        return tuple(column)
    return (column,)
