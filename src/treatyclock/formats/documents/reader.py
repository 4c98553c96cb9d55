"""A table of a document, with its place in it: what builders read from, and where they note what is wrong.

A key that the grammar has refused reads as if it were not there, so that one mistake is told once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self, TypeVar

from treatyclock.errors import TreatyclockError, nearest
from treatyclock.formats.documents.flaws import Flaw, FlawLog, KeyPath

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReader:
    """One table and its path. A kind of document adds what it declares, and how its own values are read.

    Attributes:
        table: The table.
        path: Where it stands in the document.
        log: The flaws of the document.
        sources: The names of the document's sources.
    """

    table: Mapping[str, Any]
    path: KeyPath
    log: FlawLog
    sources: frozenset[str] = frozenset()

    def has(self, key: str) -> bool:
        """Tell whether a key is there, refused or not."""
        return key in self.table

    def is_broken(self, key: str) -> bool:
        """Tell whether the grammar has refused a key or something inside it."""
        return (*self.path, key) in self.log.broken

    def get(self, key: str) -> Any:
        """Return the value of a key; None if it is not there or was refused."""
        value = self.table.get(key)
        return None if value is None or self.is_broken(key) else value

    def text(self, key: str) -> str:
        """Return a text; empty if it is not there."""
        value = self.get(key)
        return value if isinstance(value, str) else ""

    def sub(self, key: str) -> Self | None:
        """Return the table under a key."""
        value = self.table.get(key)
        return self.inner(value, (*self.path, key)) if isinstance(value, Mapping) else None

    def items(self, key: str) -> Iterator[Self]:
        """Yield each table of the list under a key."""
        value = self.table.get(key)
        for number, item in enumerate(value if isinstance(value, list) else []):
            if isinstance(item, Mapping):
                yield self.inner(item, (*self.path, key, number))

    def tables(self, key: str) -> Iterator[Self]:
        """Yield the table under a key, or each of a list of tables there."""
        alone = self.sub(key)
        yield from self.items(key) if alone is None else (alone,)

    def inner(self, table: Mapping[str, Any], path: KeyPath) -> Self:
        """Return the reader of a table inside this one."""
        return replace(self, table=table, path=path)

    def fault(self, key: str, problem: str, hint: str, *, at: KeyPath | None = None, value: object = None) -> None:
        """Note what is wrong at a key, or with the table as a whole if the key is empty."""
        path = at or ((*self.path, key) if key else self.path)
        told = self.table.get(key) if value is None else value
        self.log.add(Flaw(path, None if isinstance(told, Mapping) else told, problem, hint))

    def made(self, key: str, make: Callable[[Any], T]) -> T | None:
        """Make something of a value, and note what is wrong if that fails."""
        value = self.get(key)
        if value is None:
            return None
        try:
            return make(value)
        except TreatyclockError as error:
            self.fault(key, error.sentence, error.hint)
            return None

    def several(self, key: str) -> list[tuple[KeyPath, Any]]:
        """Return one or several values with the path of each, without those that were refused."""
        value = self.table.get(key)
        if value is None:
            return []
        if isinstance(value, list):
            pairs = [((*self.path, key, n), each) for n, each in enumerate(value)]
        else:
            pairs = [((*self.path, key), value)]
        if (*self.path, key) in self.log.refused:
            return []
        return [(path, each) for path, each in pairs if path not in self.log.refused]

    def names(self, key: str, known: Iterable[str], what: str) -> tuple[str, ...]:
        """Return names that must be among known ones.

        Args:
            key: Their key.
            known: The known names.
            what: What any other name is: ``"not a party of this treaty"``.
        """
        known = frozenset(known)
        for path, name in self.several(key):
            if name not in known:
                self.unknown(path, name, known, what)
        return tuple(dict.fromkeys(name for _, name in self.several(key) if name in known))

    def unknown(self, path: KeyPath, name: object, known: Iterable[str], what: str) -> None:
        """Note a name that is not known."""
        self.fault("", f"is {what}", nearest(name, known), at=path, value=name)

    def cited(self) -> tuple[str, ...]:
        """Return the sources named."""
        return self.names("source", self.sources, "not a source in [sources]")
