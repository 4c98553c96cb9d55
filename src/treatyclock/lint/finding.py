"""Findings: what a lint says of a treaty file, each with its code, its place and what would settle it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from treatyclock.errors import plain
from treatyclock.formats.documents.flaws import KeyPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in a treaty file that its writer may want to settle; the file can be used all the same.

    Attributes:
        code: The name of its kind, which does not change: ``late-notice``. All are listed in ``docs/lint.md``.
        file: The file as the user named it.
        line: The line of the key, counted from 1, or of the nearest table around a key that is not there.
        key: The path of the key, such as ``act[2].on``.
        problem: What was found, without a full stop.
        hint: What would settle it.
    """

    code: str
    file: str
    line: int | None
    key: str
    problem: str
    hint: str

    def __str__(self) -> str:
        """Write ``FILE:LINE: KEY: problem (code)`` and the hint below."""
        place = plain(self.file) + (f":{self.line}" if self.line is not None else "")
        key = f"{plain(self.key)}: " if self.key else ""
        return f"{place}: {key}{plain(self.problem)} ({self.code})\n  hint: {plain(self.hint)}"

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, ready for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class FindingKind:
    """A kind of finding, declared beside the rule that finds it.

    Attributes:
        code: Its name, which does not change.
        meaning: What it means, in a sentence.
        minor: Whether it is of the record rather than of an answer, so that one line for all of its kind is enough.
    """

    code: str
    meaning: str
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding in the making: its place is a path in the document, not yet a line.

    Attributes:
        kind: Its kind.
        path: The path of the key.
        problem: What was found.
        hint: What would settle it.
    """

    kind: FindingKind
    path: KeyPath
    problem: str
    hint: str
