"""A treaty's record: everything that its file says, as one frozen value."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from functools import cached_property
from typing import Any, TypeVar

from treatyclock.civil.clocks.zones import zone
from treatyclock.errors import UnknownActError, UnknownPartError, UnknownPartyError, UnknownReadingError
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import ACCESSION
from treatyclock.law.clauses.base import Basis, Clause
from treatyclock.law.clauses.conditions import AllOf, Condition, Consented, Exchanged, FixedDate, Signed
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.joining import Joining
from treatyclock.law.conventions.calendar import ACT_DAY, MIDNIGHT, MONTH_END
from treatyclock.law.coverage import Coverage
from treatyclock.law.depositaries import Depositary
from treatyclock.law.form import Form
from treatyclock.law.parties import PARTY_CODE, Group, Member, Party, Source
from treatyclock.law.parts import TreatyPart
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.written import written

C = TypeVar("C", bound=Clause)

MOST_MIDNIGHTS = 4
"""How many capitals' midnights are tried one by one; where there are more, no midnight is taken as known."""


def _waits_for(condition: Condition, parties: Collection[str]) -> bool:
    if isinstance(condition, AllOf):
        return any(_waits_for(part, parties) for part in condition.conditions)
    if isinstance(condition, Consented | Signed):
        return not condition.by or set(condition.by) == set(parties)
    return isinstance(condition, Exchanged | FixedDate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A table that belongs to the treaty, frozen at its date: emissions, tonnage, consumption.

    Attributes:
        id: Its name.
        shares: The weight of each party that has one.
        total: The weight of the whole, which may be more than that of the parties.
        basis: Where it stands.
    """

    id: str
    shares: tuple[tuple[str, Fraction], ...]
    total: Fraction
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """What the treaty itself says of counting days.

    Attributes:
        midnight: The zones whose midnight may begin a day; the parties' own where not given.
        month_end: ``"clamp"`` or ``"roll"``; None where the text is silent.
        act_day: Which day an act with an hour is counted by; None where the text is silent.
        basis: Where it stands.
    """

    midnight: tuple[str, ...] = written(
        Form.ZONE,
        "whose midnight begins a day; a list where the text leaves it open",
        many=True,
        settles=MIDNIGHT,
        default=(),
    )
    month_end: str | None = written(
        Form.MONTH_END, "what a day that the month lacks becomes", settles=MONTH_END, default=None
    )
    act_day: str | None = written(
        Form.ACT_DAY, "by which clock's day an act with an hour is counted", settles=ACT_DAY, default=None
    )
    basis: Basis = Basis()


@dataclass(frozen=True, kw_only=True)
class Record:
    """Parties, clauses, acts, sources and declared readings of one treaty.

    Attributes:
        id: Its name: lower-case words joined by hyphens.
        title: Its title.
        parties: In the order of the file.
        groups: Some of them under one name.
        sources: What the file refers to.
        clauses: The final clauses, at most one of a kind, but for the kinds of which there may be several.
        depositary: Who keeps it, and how that depositary counts; None where the record does not say.
        weights: Tables of weights that the clauses refer to.
        counting: What the text says of counting.
        coverage: How much of what was done the record holds.
        acts: What was done.
        added: Acts among these that were not done, added to see what would have been with them.
        dropped: Acts that were done and are left out, to see what would have been without them.
        parts: Its parts that have a life of their own.
        readings: Who reads it differently.
        part: The part that this record is about; None for one of the whole treaty.
        whole: The record of the whole treaty, of which that is a part.
        beside: Records of other treaties, whose own answers are heeded where this one depends on them.
        note: Anything a reader should know.
        file: The file it came from, as the user named it; two records that say the same are equal whatever their files.
    """

    id: str
    title: str
    parties: tuple[Party, ...]
    groups: tuple[Group, ...] = ()
    sources: tuple[Source, ...] = ()
    clauses: tuple[Clause, ...] = ()
    depositary: Depositary | None = None
    weights: tuple[Weights, ...] = ()
    counting: Counting = Counting()
    coverage: Coverage = Coverage()
    acts: tuple[Act, ...] = ()
    added: tuple[Act, ...] = ()
    dropped: tuple[Act, ...] = ()
    parts: tuple[TreatyPart, ...] = ()
    readings: tuple[Reading, ...] = ()
    part: TreatyPart | None = None
    whole: Record | None = None
    beside: tuple[Record, ...] = ()
    note: str = ""
    file: str = field(default="", compare=False)

    def party(self, id: str) -> Party:
        """Return a party by its id; of a part also one of the treaty that it does not bind.

        Raises:
            UnknownPartyError: If the treaty names no such party.
        """
        if self.lists(id):
            return next(party for party in self.parties if party.id == id)
        if self.whole is not None:
            return self.whole.party(id)
        members = (member.id for party in self.parties for member in party.through_it)
        names = {party.id: party.name for party in self.parties}
        raise UnknownPartyError(id, self.id, [*names, *members], names)

    def lists(self, id: str) -> bool:
        """Tell whether a State is on the list of parties."""
        return any(party.id == id for party in self.parties)

    def state(self, id: str) -> str:
        """Return the code of a State that may be asked about.

        That is a party, a member of one, or any State where the list is in part.

        Raises:
            UnknownPartyError: If the treaty names no such party and lists all, or if this is no code.
        """
        if self.member(id) is not None:
            return id
        listed = {party.id for party in self.parties}
        if not self.coverage.lists_all_parties and PARTY_CODE.fullmatch(id) and id.upper() not in listed:
            return id
        return self.party(id).id

    def member(self, id: str) -> tuple[Party, Member] | None:
        """Return the party through which the treaty is in force for a member or territory, and that; None for none."""
        several = ((party, member) for party in self.parties for member in party.through_it)
        return next((each for each in several if each[1].id == id), None)

    def reading(self, id: str | None) -> Reading:
        """Return a declared reading by its id; the text itself for None or ``"text"``.

        Raises:
            UnknownReadingError: If the file declares no such reading.
        """
        for reading in (TEXT, *self.readings):
            if reading.id == (TEXT.id if id is None else id):
                return reading
        raise UnknownReadingError(id, self.id, [TEXT.id, *(reading.id for reading in self.readings)])

    def act(self, id: str) -> Act:
        """Return an act by its id.

        Raises:
            UnknownActError: If the record holds no such act.
        """
        for act in self.acts:
            if act.id == id:
                return act
        raise UnknownActError(id, self.id, [act.id for act in self.acts])

    def about(self, part: str | None) -> Record:
        """Return the record of a part of the treaty, or that of the whole, without the acts that name a part.

        Of a part the record holds its own clauses and acts, those of the treaty that bear on it, and the record of the
        whole: a part is in force no earlier than the treaty and no longer, unless it says so.

        Args:
            part: The id of the part; None for the treaty as a whole.

        Raises:
            UnknownPartError: If the treaty has no such part.
        """
        acts = tuple(act for act in self.acts if not act.part)
        if len(acts) == len(self.acts) and all(not act.part for act in (*self.added, *self.dropped)):
            whole = self
        else:
            whole = replace(self, acts=acts, added=_of_the_whole(self.added), dropped=_of_the_whole(self.dropped))
        if part is None:
            return whole
        found = next((each for each in self.parts if each.id == part), None)
        if found is None:
            raise UnknownPartError(part, self.id, [each.id for each in self.parts])
        return replace(
            self,
            parties=tuple(party for party in self.parties if found.is_for(party.id)),
            clauses=found.clauses_within(self.clauses),
            acts=tuple(filter(found.takes, self.acts)),
            dropped=tuple(filter(found.takes, self.dropped)),
            coverage=replace(
                self.coverage, untold=(*(() if found.by_own_consent else self.coverage.untold), *found.untold)
            ),
            part=found,
            whole=whole,
        )

    def clause(self, kind: type[C]) -> C | None:
        """Return the clause of a kind, the first of several; None where the treaty has none."""
        return next(iter(self.several(kind)), None)

    def several(self, kind: type[C]) -> tuple[C, ...]:
        """Return all clauses of a kind, in the order of the file."""
        found = self._by_kind.get(kind)
        if found is None:
            found = self._by_kind[kind] = tuple(each for each in self.clauses if isinstance(each, kind))
        return found

    def __getstate__(self) -> dict[str, Any]:
        """Travel without what was only worked out from the rest."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @cached_property
    def _by_kind(self) -> dict[type[Clause], tuple[Any, ...]]:
        return {}  # filled as kinds are asked for: each party of hundreds asks for the same few, in every world

    def number(self, clause: Clause) -> int | None:
        """Return which of several clauses of a kind one is, from 0; None where it is the only one."""
        alike = self.several(type(clause))
        return next((number for number, each in enumerate(alike) if each is clause and len(alike) > 1), None)

    def is_called(self, name: str) -> bool:
        """Tell whether a clause of another treaty means this one: by its id, or by its title."""
        return name == self.id or name.casefold() == self.title.casefold()

    @property
    def bilateral(self) -> bool:
        """Whether it is a treaty between two, so that an end for one is an end for both.

        A file may list only two of many parties. It may say so; a clause that no treaty between two would have shows it
        too, and so does an accession. A treaty that enters into force with the consent of both stays one between two,
        though others may join it, until a third has consented.
        """
        if self.whole is not None:
            return self.whole.bilateral
        return (
            len(self.parties) == 2
            and self.coverage.lists_all_parties
            and not any(clause.presupposes_many for clause in self.clauses)
            and (not self.several(Joining) or self.waits_for([party.id for party in self.parties]))
            and not any(act.kind == ACCESSION for act in self.acts)
        )

    @property
    def between_two(self) -> bool:
        """Whether it can bind two parties and nobody else: a treaty between two, or a part that is for these alone."""
        if self.part is None or self.bilateral:
            return self.bilateral
        return len(self.parties) == 2 and (self.coverage.lists_all_parties or bool(self.part.only_for))

    def waits_for(self, parties: Collection[str]) -> bool:
        """Tell whether the treaty enters into force only once some parties, and all of them, have bound themselves.

        Args:
            parties: The parties; where the clause names nobody, those who negotiated the treaty.
        """
        entry = self.clause(EntryIntoForce)
        return entry is not None and _waits_for(entry.when, parties)

    def midnights(self) -> tuple[str, ...]:
        """Return the zones whose midnight may begin a day; none where one of them is not known.

        What the text says goes first, then the seat of the depositary, then the parties' own, if these are few.
        """
        if self.counting.midnight:
            return self.counting.midnight
        if self.depositary is not None and self.depositary.clocks:
            return self.depositary.clocks
        return self._seats

    def midnights_by(self, reading: Reading) -> tuple[str, ...]:
        """Return the zones whose midnight may begin a day as a reading has it: the one that it chooses, if it does."""
        chosen = reading.chooses(MIDNIGHT)
        return self.midnights() if chosen is None else (chosen,)

    @cached_property
    def _seats(self) -> tuple[str, ...]:
        # Kept, since each party of hundreds asks for it; a cached property is why the record has no slots.
        clocks = [party.clock for party in self.parties]
        # Two names of one clock are one: the first of them stands for both.
        named: dict[str, str] = {}
        for clock in filter(None, clocks):
            named.setdefault(zone(clock).basis.link_to or clock, clock)
        own = tuple(named.values())
        # The midnight of a party that is not listed would be one of them.
        unknown = None in clocks or not self.coverage.lists_all_parties
        return () if unknown or len(own) > MOST_MIDNIGHTS else own

    def read_as(self, reading: Reading) -> Record:
        """Put a reading's own view of the clauses in place of the treaty's, and leave out those that it takes away."""
        if not reading.clauses and not reading.without:
            return self
        if self.part is not None and self.whole is not None:
            whole = self.whole.read_as(reading)
            return replace(self, clauses=self.part.clauses_within(whole.clauses), whole=whole)
        gone = {*(clause.TABLE for clause in reading.clauses), *reading.without}
        kept = tuple(clause for clause in self.clauses if clause.TABLE not in gone)
        return replace(self, clauses=(*kept, *reading.clauses))


def _of_the_whole(acts: tuple[Act, ...]) -> tuple[Act, ...]:
    return tuple(act for act in acts if not act.part)
