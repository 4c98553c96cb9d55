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


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyOf:
    """A chronology among several.

    Attributes:
        id: The code of the party, the id of the reading or of the part; empty for the treaty generally, for its own
            terms and for it as a whole.
        name: What to call it.
        chronology: Its stages.
    """

    id: str
    name: str
    chronology: Chronology


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Chronologies(Printed):
    """The chronologies of a treaty, party by party, reading by reading or part by part.

    Attributes:
        title: The treaty's title, or what else they are about.
        by: ``"party"``, ``"reading"`` or ``"part"``.
        each: They, in the order of the file; those of readings after that of the treaty's own terms, those of parts
            after that of the treaty as a whole.
    """

    title: str
    by: str
    each: tuple[ChronologyOf, ...]

    def alike(self) -> tuple[tuple[ChronologyOf, ...], ...]:
        """Return those that are the same together, in the order in which each kind comes first."""
        groups: dict[tuple[Stage, ...], list[ChronologyOf]] = {}
        for one in self.each:
            groups.setdefault(one.chronology.stages, []).append(one)
        return tuple(map(tuple, groups.values()))

    def __iter__(self) -> Iterator[ChronologyOf]:
        """Yield them in order."""
        return iter(self.each)

    def __len__(self) -> int:
        """Count them."""
        return len(self.each)

    def __getitem__(self, id: str) -> Chronology:
        """Return one by the code of its party, or the id of its reading or part.

        Raises:
            KeyError: If there is none.
        """
        for one in self.each:
            if one.id == id:
                return one.chronology
        raise KeyError(id)

    def __repr__(self) -> str:
        """Count them and the kinds."""
        return f"<Chronologies of {self.title}: {len(self.each)} by {self.by}, {len(self.alike())} different>"
