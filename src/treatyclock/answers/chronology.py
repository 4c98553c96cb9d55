"""A life by the calendar: from which day to which day each status held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from treatyclock.answers.supposed import Supposed
from treatyclock.law.status import Status
from treatyclock.printing import Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A time in which the same statuses are possible.

    Attributes:
        start: When it begins, on the clock that the treaty counts by; None for no beginning.
        end: The first moment after it; None for no end.
        status: Every status that is possible then; where there is only one, it is certain.
    """

    start: datetime | None
    end: datetime | None
    status: frozenset[Status]

    @property
    def first_day(self) -> date | None:
        """The first day that has anything of it."""
        return None if self.start is None else self.start.date()

    @property
    def last_day(self) -> date | None:
        """The last day that has anything of it."""
        return (
            None if self.end is None or self.end.date() == date.min else (self.end - timedelta(microseconds=1)).date()
        )

    @property
    def begins(self) -> str:
        """Its first day as ISO 8601, with the hour where it begins within that day; ``..`` for no beginning."""
        return ".." if self.start is None else _written(self.start, self.start.date())

    @property
    def ends(self) -> str:
        """Its last day as ISO 8601, with the hour where it ends within that day; ``..`` for no end."""
        if self.end is None:
            return ".."
        if self.end.date() == date.min:
            return "before year 1"
        return _written(self.end, (self.end - timedelta(microseconds=1)).date())


def _written(moment: datetime, day: date) -> str:
    """Write a midnight as a day, any other time as it is."""
    return day.isoformat() if moment.time() == time() else moment.isoformat(sep=" ").removesuffix(":00")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Chronology(Printed):
    """The stages of a life, one after the other, without a gap.

    Attributes:
        stages: They, in order.
        supposed: What they suppose that is on no record.
    """

    stages: tuple[Stage, ...]
    supposed: Supposed = field(default=Supposed(), compare=False)

    def __iter__(self) -> Iterator[Stage]:
        """Yield them in order."""
        return iter(self.stages)

    def __len__(self) -> int:
        """Count them."""
        return len(self.stages)

    def __repr__(self) -> str:
        """Name their number and their bounds."""
        edges = [each.begins for each in self.stages[1:]]
        more = ", ..." if len(edges) > _NAMED else ""
        changes = f", changing on {', '.join(edges[:_NAMED])}{more}" if edges else ""
        return f"<Chronology: {len(self.stages)} {'stages' if edges else 'stage'}{changes}>"


_NAMED = 4
