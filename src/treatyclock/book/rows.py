"""Tidy rows about the treaties of a book: frozen, and each ready to become the row of a frame."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, by the names of the columns."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow(Row):
    """An entry into force, of a treaty for a party.

    Attributes:
        treaty: The id of the treaty.
        party: The party, as the table of the book calls it, else by its code; so it is in all rows.
        number: Which of its entries it is, from 1: a State may have left and come back.
        first_day: The first day in force, as ISO 8601; in EDTF where it is not known well enough.
        last_day: The last day in force; empty where no end is foreseen.
        under: The answers to open questions under which it comes out; empty where nothing is open.
    """

    treaty: str
    party: str
    number: int
    first_day: str
    last_day: str
    under: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRow(Row):
    """A time in which nothing changes between a treaty and a party.

    Attributes:
        treaty: The id of the treaty.
        party: The party; the first of two; empty for the treaty generally.
        other: The second of two; empty where there is one.
        first_day: Its first day, as ISO 8601, with the hour where it begins within that day; ``..`` for no beginning.
        last_day: Its last day in the same form; ``..`` for no end.
        in_force: Whether the treaty was in force: yes, no or unknown.
        status: Every status that is possible, in words.
    """

    treaty: str
    party: str
    other: str
    first_day: str
    last_day: str
    in_force: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow(Row):
    """A day by which something is to be done, or on which something is over.

    Attributes:
        day: The day, as ISO 8601, or a range ``A/B`` with both days inside.
        treaty: The id of the treaty.
        what: What it is the day of.
        party: Whose it is; empty for everybody's.
        under: The answers to open questions under which it comes out; empty where nothing is open.
    """

    day: str
    treaty: str
    what: str
    party: str
    under: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow(Row):
    """A time in which the same treaties are in force between two States.

    Attributes:
        start: Its first instant; None for no beginning.
        end: The first instant after it; None for no end.
        in_force: The ids of the treaties that are in force, in order.
        unknown: The ids of those of which it is not known.
    """

    start: datetime | None
    end: datetime | None
    in_force: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedRow(Row):
    """A recorded day that is surely not the day by the count.

    Attributes:
        treaty: The id of the treaty.
        party: For which State it was recorded; empty for the treaty's own.
        of: ``"entry into force"``, ``"exit"`` or ``"end"``.
        recorded: The recorded day.
        counted: The days by the count, several apart by ``or``.
        days_apart: By how many days the recorded day lies after the count; None where one of them is open.
        cause: Why they may differ, as a rule names it; empty where no rule holds.
    """

    treaty: str
    party: str
    of: str
    recorded: str
    counted: str
    days_apart: int | None
    cause: str
