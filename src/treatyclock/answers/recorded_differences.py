"""Days of entry into force and of exits that a depositary recorded, where the count gives another day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record
from treatyclock.printing import Printed

ENTRY, EXIT, END = "entry into force", "exit", "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDifference:
    """A recorded day that is surely not the day by the count.

    Attributes:
        of: ``"entry into force"``; or ``"exit"`` or ``"end"``, whose days are then the last in force.
        party: For which State it was recorded; None for the treaty's own entry into force and end.
        act: The id of the act whose effect was recorded; None for the treaty's own entry into force and end.
        recorded: The day that was recorded.
        counted: Each day that the count may give; one, unless the text leaves a question open.
        cause: Why they may differ, as a rule names it; empty where no rule holds for every count.
    """

    of: str
    party: str | None
    act: str | None
    recorded: Days
    counted: tuple[Days, ...]
    cause: str

    @property
    def days_apart(self) -> int | None:
        """By how many days the recorded day lies after the count, below 0 if before; None where one of them is open."""
        only = self.counted[0]
        if len(self.counted) > 1 or not only.known or not self.recorded.known:
            return None
        return (self.recorded.first - only.first).days


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RecordedDifferences(Printed):
    """Every recorded day of entry into force or of an exit that is surely not the day by the count.

    Attributes:
        rows: The differences: the treaty's own, then those of the parties in the order of the file.
        record: The record that was looked through.
        reading: The reading by which it was counted.
    """

    rows: tuple[RecordedDifference, ...]
    record: Record
    reading: Reading

    def __iter__(self) -> Iterator[RecordedDifference]:
        """Yield the differences."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Count them."""
        return len(self.rows)

    def __repr__(self) -> str:
        """Count them."""
        return f"<RecordedDifferences of {self.record.id}: {len(self.rows)}>"
