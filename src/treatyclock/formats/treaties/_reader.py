"""Tables of a treaty file: what they may name, and how their days, periods and clocks are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment, on_days
from treatyclock.civil.moments.read import moment
from treatyclock.civil.periods import Period
from treatyclock.errors import OffsetConflictError, TreatyclockError
from treatyclock.formats.documents.reader import TableReader
from treatyclock.formats.treaties._field_shapes import NOT_KNOWN
from treatyclock.law.clauses.base import Basis
from treatyclock.law.depositaries import Depositary
from treatyclock.law.events import EventReference, EventResolver


def read_day(text: str, clocks: Sequence[str] = ()) -> Moment:
    """Read a time, or the word that nobody knows it.

    Raises:
        CivilTimeError: If it cannot be read.
    """
    if text == NOT_KNOWN:
        return on_days(text, [Days.between()], tuple(zone(name) for name in clocks))
    return moment(text, zone=tuple(clocks) or None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredNames:
    """The names that a treaty file declares, beside those of its sources.

    Attributes:
        parties: The codes of the parties.
        acts: The ids of the acts, made ones among them.
        weights: The names of the tables of weights.
        parts: The ids of the parts.
        groups: The parties of each group that has a name.
        depositary: Who keeps the treaty.
        in_part: Whether the list of parties may lack some.
    """

    parties: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    weights: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    depositary: Depositary | None = None
    in_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyReader(TableReader):
    """A table of a treaty file.

    Attributes:
        declared: The names that the file declares.
        resolve: What finds out when an event of a case came; None where no cases are at hand.
    """

    declared: DeclaredNames = DeclaredNames()
    resolve: EventResolver | None = None

    def parties(self, key: str = "by") -> tuple[str, ...]:
        """Return who did it, or another list of parties; a group stands for its parties."""
        groups = self.declared.groups
        what = "not a party of this treaty" if not groups else "neither a party nor a group of this treaty"
        found = self.names(key, {*self.declared.parties, *groups}, what)
        return tuple(dict.fromkeys(code for name in found for code in groups.get(name, (name,))))

    def basis(self) -> Basis:
        """Return where a clause stands, and since when it is known."""
        return Basis(ref=self.text("ref"), sources=self.cited(), known=self.moment("known"))

    def zones(self, key: str) -> tuple[str, ...]:
        """Return zones by their names."""
        found = []
        for path, name in self.several(key):
            try:
                found.append(zone(name).key)
            except TreatyclockError as error:
                self.fault(key, error.sentence, error.hint, at=path, value=name)
        return tuple(found)

    def moment(self, key: str, clocks: Sequence[str] = ()) -> Moment | None:
        """Return a time, read on a clock or on several. An offset of its own is that of another place."""

        def read(text: str) -> Moment:
            found = read_day(text, clocks)
            return found if found.wall is None or found.zones[0].key in clocks else moment(text)

        return self.made(key, read)

    def moment_there(self, key: str, clocks: Sequence[str]) -> Moment | None:
        """Return a time at a place whose clock, or several, is named: an offset of its own must be one that it had."""
        return self.made(key, lambda text: _agreeing(text, read_day(text, clocks), clocks))

    def event(self, key: str, clocks: Sequence[str] = ()) -> EventReference | None:
        """Return the event of a case that stands in place of a time; None where a time stands."""
        value = self.get(key)
        if not isinstance(value, Mapping):
            return None
        return EventReference(case=value["case"], event=value["event"], clocks=tuple(clocks))

    def resolved(self, key: str, event: EventReference) -> Moment | None:
        """Return when an event of a case came."""
        resolve = self.resolve
        if resolve is None:
            hint = "load the file with tc.load, or its text with tc.loads: they know the cases"
            self.fault(key, "names an event of a case, and no cases are at hand", hint)
            return None
        return self.made(key, lambda _: resolve(event))

    def period(self, key: str, *, some: bool = False) -> Period | None:
        """Return a period.

        Args:
            key: Its key.
            some: Whether a period of zero length is a fault.
        """
        period = self.made(key, Period.of)
        if some and period is not None and not period:
            self.fault(key, "is of zero length", "give a period of at least a day")
            return None
        return period


def _agreeing(text: str, found: Moment, clocks: Sequence[str]) -> Moment:
    """Return a moment unless it has an offset or a zone of its own that contradicts the clocks named beside it."""
    start = found.span.start
    if found.wall is None or not clocks or start is None or found.zones[0].key in {"UTC", *clocks}:
        return found
    stood = [zone(clock).offset_at(start) for clock in clocks]
    if found.zones[0].offset_at(start) not in stood:
        raise OffsetConflictError(text, clocks[0], found.zones[0].key, offset_text(stood[0]))
    return found
