"""A table of a document, with its place in it: what the builders read from, and where they note faults.

Keys that the grammar has refused read as if they were not there, so that one mistake is told once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.civil.periods import Period
from treatyclock.errors import TreatyclockError, nearest
from treatyclock.formats.documents.shapes import Found, Path
from treatyclock.law.clauses.base import Basis

T = TypeVar("T")

MOST_FAULTS = 500
"""Faults of a kind after which a file is not read further: nobody mends more at once."""


class TooManyFaultsError(Exception):
    """Raised and caught within the loader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What all parts of a document share.

    Attributes:
        refused: The paths that the grammar has refused.
        broken: These, and all paths that lead to them.
        parties: The codes of the parties.
        sources: The names of the sources.
        acts: The ids of the acts, made ones among them.
        weights: The names of the tables of weights.
        file: The document's file, beside which those lie that it names.
        found: The faults of meaning.
    """

    refused: frozenset[Path]
    broken: frozenset[Path]
    parties: frozenset[str]
    sources: frozenset[str]
    acts: frozenset[str] = frozenset()
    weights: frozenset[str] = frozenset()
    file: str = ""
    found: list[Found] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        refused: Iterable[Found],
        parties: Iterable[str],
        sources: Iterable[str],
        acts: Iterable[str] = (),
        weights: Iterable[str] = (),
        *,
        file: str = "",
    ) -> Shared:
        """Make what the parts of a document with some refused keys share."""
        paths = frozenset(path for path, *_ in refused)
        broken = frozenset(path[:length] for path in paths for length in range(len(path) + 1))
        return cls(
            refused=paths,
            broken=broken,
            parties=frozenset(parties),
            sources=frozenset(sources),
            acts=frozenset(acts),
            weights=frozenset(weights),
            file=file,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One table and its path."""

    table: Mapping[str, Any]
    path: Path
    shared: Shared

    def has(self, key: str) -> bool:
        """Tell whether a key is there, refused or not."""
        return key in self.table

    def is_broken(self, key: str) -> bool:
        """Tell whether the grammar has refused a key or something inside it."""
        return (*self.path, key) in self.shared.broken

    def get(self, key: str) -> Any:
        """Return the value of a key; None if it is not there or was refused."""
        return None if self.is_broken(key) else self.table.get(key)

    def text(self, key: str) -> str:
        """Return a text; empty if it is not there."""
        value = self.get(key)
        return value if isinstance(value, str) else ""

    def sub(self, key: str) -> Part | None:
        """Return the table under a key."""
        value = self.table.get(key)
        return self.inner(value, (*self.path, key)) if isinstance(value, Mapping) else None

    def items(self, key: str) -> Iterator[Part]:
        """Yield each table of the list under a key."""
        value = self.table.get(key)
        for number, item in enumerate(value if isinstance(value, list) else []):
            if isinstance(item, Mapping):
                yield self.inner(item, (*self.path, key, number))

    def inner(self, table: Mapping[str, Any], path: Path) -> Part:
        """Return the part that a table inside this one is."""
        return Part(table=table, path=path, shared=self.shared)

    def fault(self, key: str, problem: str, hint: str, *, at: Path | None = None, value: object = None) -> None:
        """Note a fault at a key."""
        path = at or ((*self.path, key) if key else self.path)
        told = self.table.get(key) if value is None else value
        self.shared.found.append((path, None if isinstance(told, Mapping) else told, problem, hint))
        if len(self.shared.found) >= MOST_FAULTS:
            raise TooManyFaultsError

    def made(self, key: str, make: Callable[[Any], T]) -> T | None:
        """Make something of a value; what cannot be made is a fault."""
        value = self.get(key)
        if value is None:
            return None
        try:
            return make(value)
        except TreatyclockError as error:
            self.fault(key, error.sentence, error.hint)
            return None

    def several(self, key: str) -> list[tuple[Path, Any]]:
        """Return one or several values with the path of each, those left out that were refused."""
        value = self.table.get(key)
        if isinstance(value, list):
            pairs = [((*self.path, key, n), each) for n, each in enumerate(value)]
        else:
            pairs = [((*self.path, key), value)] if value is not None else []
        if (*self.path, key) in self.shared.refused:
            return []
        return [(path, each) for path, each in pairs if path not in self.shared.refused]

    def names(self, key: str, known: Iterable[str], what: str) -> tuple[str, ...]:
        """Return names that must be among known ones."""
        known = frozenset(known)
        for path, name in self.several(key):
            if name not in known:
                self.unknown(path, name, known, what)
        return tuple(dict.fromkeys(name for _, name in self.several(key) if name in known))

    def unknown(self, path: Path, name: object, known: Iterable[str], what: str) -> None:
        """Note a name that nothing has."""
        self.fault("", f"is {what}", nearest(name, known), at=path, value=name)

    def parties(self) -> tuple[str, ...]:
        """Return who did it."""
        return self.names("by", self.shared.parties, "no party of this treaty")

    def cited(self) -> tuple[str, ...]:
        """Return the sources named."""
        return self.names("source", self.shared.sources, "no source out of [sources]")

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

    def moment(self, key: str, clock: Sequence[str] = ()) -> Moment | None:
        """Return a time, read on a clock or on several; or the time of an event of a case."""
        if isinstance(self.get(key), Mapping):
            from treatyclock.corpus.case_events import event_moment

            file = self.shared.file
            return self.made(key, lambda of: event_moment(of["case"], of["event"], clock, beside=file))
        return self.made(key, lambda text: moment(text, zone=clock or None))

    def period(self, key: str, *, some: bool = False) -> Period | None:
        """Return a period.

        Args:
            key: Its key.
            some: Whether no time at all is a fault.
        """
        period = self.made(key, Period.of)
        if some and period is not None and not period:
            self.fault(key, "is no time at all", "give a period of at least a day")
            return None
        return period
