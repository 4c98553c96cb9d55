"""Files that cannot be read as documents, or cannot be written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from treatyclock.errors._base import TreatyclockError, plain, shown, shown_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong with a file.

    Attributes:
        file: The file as the user named it.
        line: Its line, counted from 1, where it can be known.
        key: The path of the key, such as ``act[2].kind``; empty for the file as a whole.
        value: The offending value as text, or None where something is missing.
        problem: What is wrong, without a full stop.
        hint: What would mend it.
        structural: True where an editor with the JSON Schema sees it too; false
            where only the meaning is wrong (a party that nobody declared).
    """

    file: str
    line: int | None
    key: str
    value: str | None
    problem: str
    hint: str
    structural: bool = True

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, ready for JSON."""
        return asdict(self)

    def __str__(self) -> str:
        """Write ``FILE:LINE: KEY: problem: `value``` and the hint below."""
        place = plain(self.file) + (f":{self.line}" if self.line is not None else "")
        key = f"{plain(self.key)}: " if self.key else ""
        told = self.value is None or shown(self.value) in self.problem
        value = "" if told else f": {shown(self.value)}"
        return f"{place}: {key}{self.problem}{value}\n  hint: {self.hint}"


class FaultyFileError(TreatyclockError, ValueError):
    """A file with faults: all of them, not only the first. Each kind of document has its own error below this one.

    Attributes:
        faults: The faults in the order of their lines.
    """

    def __init__(self, file: str, faults: Iterable[Fault]) -> None:
        """Keep all faults."""
        self.file = file
        self.faults = tuple(sorted(faults, key=lambda f: (f.line is None, f.line or 0)))
        count = len(self.faults)
        super().__init__(f"{shown_path(file)} has {count} fault{'s' if count != 1 else ''}", "mend each")

    def __str__(self) -> str:
        """Write every fault."""
        return self.sentence + ":\n" + "\n".join(str(fault) for fault in self.faults)


class UnwrittenFileError(TreatyclockError):
    """A file that cannot be written, or exists already."""

    def __init__(self, file: str, cause: OSError | ValueError) -> None:
        """Name the file and the reason."""
        there = isinstance(cause, FileExistsError)
        reason = "it exists already" if there else getattr(cause, "strerror", None) or str(cause)
        hint = "name another file, or move this one away" if there else "check the path and its permissions"
        super().__init__(f"{shown_path(file)} cannot be written: {reason}", hint)
        self.file = file


class UnreadFileError(TreatyclockError):
    """A file or a folder of data that cannot be read."""

    def __init__(self, file: object, reason: object, hint: str) -> None:
        """Name the file, the reason and what would help."""
        super().__init__(f"{shown_path(file)} cannot be read: {reason}", hint)
        self.file = str(file)


class CompiledFileError(TreatyclockError, ValueError):
    """A file that holds no compiled book, or a broken one."""

    def __init__(self, file: str, reason: str) -> None:
        """Name the file and what is wrong with it."""
        super().__init__(
            f"{shown_path(file)} holds no compiled book: {reason}", "save it anew with book.compile().save()"
        )
        self.file = file
