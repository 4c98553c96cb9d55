"""What is wrong with a treaty of a book, so that the others can still be asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from treatyclock.errors import FaultyFileError, TreatyclockError, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFault:
    """One thing that is wrong with a treaty.

    Attributes:
        treaty: The treaty, as the table or the folder names it.
        row: The row of the table, counted from 1, or the line of the file; None where it is no row's.
        column: The column of the table, or the key of the file.
        value: The value as text; None where something is missing.
        problem: What is wrong.
        hint: What would mend it.
    """

    treaty: str
    row: int | None
    column: str
    value: str | None
    problem: str
    hint: str

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)

    @property
    def place_and_problem(self) -> str:
        """Where it is, but for the treaty, and what is wrong."""
        value = "" if self.value is None or shown(self.value) in self.problem else f": {shown(self.value)}"
        places = ("" if self.row is None else f"row {self.row}", self.column)
        return "".join(f"{place}: " for place in places if place) + self.problem + value

    def __str__(self) -> str:
        """Write it in one line, and the hint below."""
        place = f"{self.treaty}, " if self.row is not None else f"{self.treaty}: "
        return f"{place if self.treaty else ''}{self.place_and_problem}\n  hint: {self.hint}"


def faults_of(treaty: str, error: TreatyclockError, rows: Sequence[int] = ()) -> Iterator[BookFault]:
    """Yield what an error says is wrong with a treaty.

    Args:
        treaty: The treaty, as the table or the folder names it.
        error: The error.
        rows: The rows of the table that are the treaty's, counted from 1, in order.
    """
    if not isinstance(error, FaultyFileError):
        yield BookFault(treaty=treaty, row=None, column="", value=None, problem=error.sentence, hint=error.hint)
        return
    for each in error.faults:
        row = each.line if each.line is None or not rows else rows[each.line - 1]
        yield BookFault(treaty=treaty, row=row, column=each.key, value=each.value, problem=each.problem, hint=each.hint)
