"""What is exported of a treaty: whose times in force, by whose reading, and what no reading contests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from treatyclock.answers.chronology import Chronology
from treatyclock.derive.reasoning.admitted import known_by
from treatyclock.exports.tenures import Tenure, agreed, tenures
from treatyclock.law.acts.act import Act
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.record import Record
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.truth import Truth
from treatyclock.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """For whom a treaty is in force.

    Attributes:
        subject: Whom a question about it is about: nobody in particular, a party, or two towards each other.
        name: What to call it.
    """

    subject: Subject
    name: str

    @property
    def id(self) -> str:
        """The code of the party, ``A-B`` for two; empty for the treaty generally."""
        return "-".join(self.subject.parties)


NOBODY_IN_PARTICULAR = Holder(subject=GENERALLY, name="generally")
"""The treaty as such, whoever its parties are."""


@dataclass(frozen=True, kw_only=True)
class Exported:
    """A treaty as it is exported.

    Attributes:
        view: The treaty, by a reading and by what was known. Of a party asked for, only its times are exported; of
            two, the times in which it was in force between them.
        first: Only deadlines from this day on are listed; if None, recurring ones from the first day in force.
        last: Only deadlines up to this day are listed; if None, recurring ones for a hundred years.
    """

    view: View
    first: date | None = None
    last: date | None = None

    @property
    def record(self) -> Record:
        """What the documents say."""
        return self.view.record

    @property
    def by_the_text(self) -> bool:
        """Whether it is by the treaty's own words, which the declared readings may contest."""
        return self.view.reading.id == TEXT.id

    @property
    def title(self) -> str:
        """The title, with the part that it is about."""
        part = self.record.part
        return self.record.title if part is None else f"{self.record.title}: {part.title}"

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings that have a say: the one asked for, and by the text every declared one too."""
        own = self.view.reading
        asked = dict(own.asked)
        return (own, *(each.choosing(asked) for each in self.record.readings)) if self.by_the_text else (own,)

    @property
    def parties(self) -> tuple[Holder, ...]:
        """The parties that are exported, in the order of the file."""
        names = {each.id: each.name for party in self.record.parties for each in party.through_it}
        names.update((each.id, each.name) for each in self.record.parties)
        asked = self.view.subject.parties or tuple(each.id for each in self.record.parties)
        return tuple(Holder(subject=Subject((id,)), name=names.get(id, id)) for id in asked)

    @property
    def holders(self) -> tuple[Holder, ...]:
        """The treaty generally, and then each party; only the party, or the two together, that are asked for."""
        if self.view.subject.pair is not None:
            return (Holder(subject=self.view.subject, name=" and ".join(each.name for each in self.parties)),)
        return self.parties if self.view.subject.parties else (NOBODY_IN_PARTICULAR, *self.parties)

    @property
    def acts(self) -> tuple[Act, ...]:
        """What was done and surely known then, in the order of the file; what is only tried was not done."""
        horizon = self.view.known_as_of
        done = (each for each in self.record.acts if each not in self.record.added)
        return tuple(
            each for each in done if horizon is None or known_by(each.known or each.when(), horizon) is Truth.YES
        )

    def chronology(self, reading: Reading, holder: Holder) -> Chronology:
        """Return a chronology by a reading."""
        return self._by_reading[reading.id][holder.id]

    def agreed(self, holder: Holder) -> Chronology:
        """Return the chronology in which only that is sure which every reading that has a say holds."""
        return self._agreed[holder.id]

    def tenures(self, holder: Holder) -> tuple[Tenure, ...]:
        """Return the times in force, in which only that is sure which every reading that has a say holds."""
        return tenures(self.agreed(holder))

    @cached_property
    def _agreed(self) -> dict[str, Chronology]:
        several = list(self._by_reading.values())
        return {id: agreed([each[id] for each in several]) for id in several[0]}

    @cached_property
    def _by_reading(self) -> dict[str, dict[str, Chronology]]:
        return {reading.id: dict(self._chronologies(reading)) for reading in self.readings}

    def _chronologies(self, reading: Reading) -> Iterator[tuple[str, Chronology]]:
        for each in {NOBODY_IN_PARTICULAR, *self.parties, *self.holders}:
            yield each.id, self.by(reading, each).chronology()

    def by(self, reading: Reading, holder: Holder) -> View:
        """Return the treaty as a reading has it, for somebody."""
        return replace(self.view, reading=reading, subject=holder.subject)
