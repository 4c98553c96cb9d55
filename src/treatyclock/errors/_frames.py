"""Frames and tables whose columns cannot be asked about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from treatyclock.errors._base import TreatyclockError, shown

_MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameFault:
    """One thing that is wrong with a frame.

    Attributes:
        column: The column.
        row: Its row, counted from 0 as frames count; None where it is the column's as a whole.
        value: The value as text; None where something is missing.
        problem: What is wrong, without a full stop.
        hint: What would mend it.
    """

    column: str
    row: int | None
    value: str | None
    problem: str
    hint: str

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)

    def __str__(self) -> str:
        """Write it in one line, and the hint below."""
        row = "" if self.row is None else f", row {self.row}"
        value = "" if self.value is None or shown(self.value) in self.problem else f": {shown(self.value)}"
        return f"column {shown(self.column)}{row}: {self.problem}{value}\n  hint: {self.hint}"


class FrameError(TreatyclockError, ValueError):
    """A frame with faults: all of them, not only the first.

    Attributes:
        faults: They, in the order of columns and rows.
    """

    def __init__(self, faults: Iterable[FrameFault]) -> None:
        """Keep all faults."""
        self.faults = tuple(faults)
        count = len(self.faults)
        super().__init__(f"the frame has {count} fault{'s' if count != 1 else ''}", "mend each")

    def __str__(self) -> str:
        """Write the first faults, and how many more there are."""
        told = "\n".join(str(fault) for fault in self.faults[:_MOST])
        more = len(self.faults) - _MOST
        return f"{self.sentence}:\n{told}" + (f"\nand {more} more" if more > 0 else "")
