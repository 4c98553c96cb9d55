"""Who was a party at a time: each State that the treaty lists, with a truth of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treatyclock.answers.supposed import Supposed
from treatyclock.civil.moments.moment import Moment
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.printing import Printed
from treatyclock.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyThen:
    """A State at the time asked about.

    Attributes:
        id: Its code.
        name: Its name.
        truth: Whether the treaty was in force for it.
        status: Every status that it may have had.
    """

    id: str
    name: str
    truth: Truth
    status: frozenset[Status]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PartiesAt(Printed):
    """Those for whom a treaty was in force at a time, those for whom it was not, and those of whom it is open.

    Attributes:
        at: The moment asked about.
        by_date: Whether it is a day, or a range of days, that was compared as a date.
        states: Each State that the treaty lists, in the order of the file.
        complete: Whether the list has all who may be parties; where it is in part there may be others.
        record: The record that was asked.
        reading: The reading that answered.
        known_as_of: Only what was known then was used; None for everything.
    """

    at: Moment
    by_date: bool
    states: tuple[PartyThen, ...]
    complete: bool
    record: Record
    reading: Reading
    known_as_of: Moment | None

    @property
    def supposed(self) -> Supposed:
        """What it supposes that is on no record."""
        return Supposed.by(self.record, self.reading)

    @property
    def yes(self) -> tuple[str, ...]:
        """The codes of those for whom it was in force."""
        return self._of(Truth.YES)

    @property
    def no(self) -> tuple[str, ...]:
        """The codes of those for whom it was not."""
        return self._of(Truth.NO)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The codes of those of whom it is open; an answer for one of them says on what it depends."""
        return self._of(Truth.UNKNOWN)

    def _of(self, truth: Truth) -> tuple[str, ...]:
        return tuple(each.id for each in self.states if each.truth is truth)

    def __iter__(self) -> Iterator[PartyThen]:
        """Yield the States in the order of the file."""
        return iter(self.states)

    def __repr__(self) -> str:
        """Count them."""
        counts = f"{len(self.yes)} parties, {len(self.no)} not, {len(self.unknown)} unknown"
        return f"<PartiesAt {self.at} of {self.record.id}: {counts}>"
