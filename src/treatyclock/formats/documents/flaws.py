"""What is wrong in a document, by the path of the key: a flaw, before anybody has looked up its line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from treatyclock.errors import Fault

KeyPath = tuple[str | int, ...]
"""The way to a key: names of tables and keys, and numbers of list items counted from 0."""

MOST_FLAWS = 500
"""Flaws after which a document is not read further: nobody mends more at once."""


class TooManyFlawsError(Exception):
    """Raised by a :class:`FlawLog` that is full, and caught by the builder."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong in a document.

    Attributes:
        path: The path of the key.
        value: The value there; None if it is missing.
        problem: What is wrong, without a full stop.
        hint: What would mend it.
    """

    path: KeyPath
    value: object
    problem: str
    hint: str

    def as_fault(
        self, *, file: str, line: int | None, structural: bool, inside: KeyPath = (), key: str | None = None
    ) -> Fault:
        """Return the fault that a user reads.

        Args:
            file: What to call the document.
            line: The line of the key, if the document has lines.
            structural: Whether the grammar found it.
            inside: The table that the user wrote, if it is not the whole document: the key is told from there.
            key: What to call the key, if not by its path.
        """
        value = self.value if self.value is None or isinstance(self.value, str) else repr(self.value)
        key = key_text(self.path[len(inside) :]) if key is None else key
        return Fault(
            file=file, line=line, key=key, value=value, problem=self.problem, hint=self.hint, structural=structural
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FlawLog:
    """The flaws of one document, while it is being read.

    Attributes:
        refused: The paths of the flaws that the grammar found.
        broken: These paths, and all paths that lead to them.
        found: The flaws of meaning, as the builder finds them.
    """

    refused: frozenset[KeyPath]
    broken: frozenset[KeyPath]
    found: list[Flaw] = field(default_factory=list)

    @classmethod
    def of(cls, refused: Iterable[Flaw]) -> FlawLog:
        """Begin with what the grammar refused."""
        paths = frozenset(flaw.path for flaw in refused)
        broken = frozenset(path[:length] for path in paths for length in range(len(path) + 1))
        return cls(refused=paths, broken=broken)

    def add(self, flaw: Flaw) -> None:
        """Note a flaw of meaning.

        Raises:
            TooManyFlawsError: If there are too many to go on.
        """
        self.found.append(flaw)
        if len(self.found) >= MOST_FLAWS:
            raise TooManyFlawsError


def key_text(path: KeyPath) -> str:
    """Write the path of a key; items of a list are counted from 1, as people do.

    Example:
        >>> key_text(("act", 0, "kind"))
        'act[1].kind'
    """
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text
