"""A treaty's record: everything that its file says, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from treatyclock.errors import UnknownActError, UnknownPartyError, UnknownReadingError
from treatyclock.law.acts import Act, Party, Source
from treatyclock.law.clauses import Basis, Denunciation, EntryIntoForce, Renewal, Term
from treatyclock.law.readings import TEXT, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """What the treaty itself says of counting days.

    Attributes:
        midnight: The zones whose midnight may begin a day; the parties' own where not given.
        month_end: ``"clamp"`` or ``"roll"``; None where the text is silent.
        basis: Where it stands.
    """

    midnight: tuple[str, ...] = ()
    month_end: str | None = None
    basis: Basis = Basis()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Parties, clauses, acts, sources and declared readings of one treaty.

    Attributes:
        id: Its name: lower-case words joined by hyphens.
        title: Its title.
        parties: In the order of the file.
        sources: What the file refers to.
        entry: The clause on entry into force; None where the record gives none.
        term: The term; None for a treaty without one.
        renewal: Tacit renewal; None for none.
        denunciation: The right to leave; None for none.
        counting: What the text says of counting.
        acts: What was done.
        readings: Who reads it differently.
        note: Anything a reader should know.
        file: The file it came from, as the user named it.
    """

    id: str
    title: str
    parties: tuple[Party, ...]
    sources: tuple[Source, ...] = ()
    entry: EntryIntoForce | None = None
    term: Term | None = None
    renewal: Renewal | None = None
    denunciation: Denunciation | None = None
    counting: Counting = Counting()
    acts: tuple[Act, ...] = ()
    readings: tuple[Reading, ...] = ()
    note: str = ""
    file: str = ""

    def party(self, id: str) -> Party:
        """Return a party by its id.

        Raises:
            UnknownPartyError: If the treaty names no such party.
        """
        for party in self.parties:
            if party.id == id:
                return party
        raise UnknownPartyError(id, self.id, [party.id for party in self.parties])

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

    def midnights(self) -> tuple[str, ...]:
        """Return the zones whose midnight may begin a day; none where one of them is not known."""
        clocks = [party.clock for party in self.parties]
        own = tuple(dict.fromkeys(clock for clock in clocks if clock is not None))
        return self.counting.midnight or (() if None in clocks else own)

    def read_as(self, reading: Reading) -> Record:
        """Put a reading's own view of the clauses in place of the treaty's."""
        return replace(
            self,
            entry=reading.entry or self.entry,
            term=reading.term or self.term,
            renewal=reading.renewal or self.renewal,
            denunciation=reading.denunciation or self.denunciation,
        )
