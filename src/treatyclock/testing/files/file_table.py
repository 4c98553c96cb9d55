"""A table of a treaty file as a value: a clause, or an act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from treatyclock.formats.documents.toml_text import toml_text
from treatyclock.formats.treaties.grammar import TREATY


@dataclass(frozen=True, slots=True)
class FileTable:
    """A table of a treaty file.

    Attributes:
        name: The name of the table, such as ``renewal`` or ``act``.
        keys: Its keys, with their values as a file has them.

    Example:
        >>> clause = FileTable("renewal", {"block": "P5Y", "times": 1, "ref": "art. 3"})
        >>> print(clause)
        [renewal]
        block = "P5Y"
        times = 1
        ref   = "art. 3"
        >>> clause
        FileTable(name='renewal', keys={'block': 'P5Y', 'times': 1, 'ref': 'art. 3'})
    """

    name: str
    keys: Mapping[str, Any]

    def __str__(self) -> str:
        """Write it as a treaty file has it."""
        return toml_text({self.name: [self.keys] if self.name == "act" else self.keys}, TREATY).rstrip("\n")

    def __hash__(self) -> int:
        """Hash what it is in a file."""
        return hash(str(self))
