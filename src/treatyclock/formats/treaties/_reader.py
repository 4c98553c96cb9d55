"""Tables of a treaty file: what they may name, and how their days, periods and clocks are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.moments.read import Moment, moment
from treatyclock.civil.periods import Period
from treatyclock.errors import TreatyclockError
from treatyclock.formats.documents.reader import TableReader
from treatyclock.law.clauses.base import Basis
from treatyclock.law.events import EventReference, EventResolver


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredNames:
    """The names that a treaty file declares, beside those of its sources.

    Attributes:
        parties: The codes of the parties.
        acts: The ids of the acts, made ones among them.
        weights: The names of the tables of weights.
    """

    parties: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    weights: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyReader(TableReader):
    """A table of a treaty file.

    Attributes:
        declared: The names that the file declares.
        resolve: What finds out when an event of a case came; None where no cases are at hand.
    """

    declared: DeclaredNames = DeclaredNames()
    resolve: EventResolver | None = None

    def parties(self) -> tuple[str, ...]:
        """Return who did it."""
        return self.names("by", self.declared.parties, "not a party of this treaty")

    def basis(self) -> Basis:
        """Return where a clause stands."""
        return Basis(ref=self.text("ref"), sources=self.cited())

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
        """Return a time, read on a clock or on several."""
        return self.made(key, lambda text: moment(text, zone=clocks or None))

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
