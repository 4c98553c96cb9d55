"""Documents in TOML: text in; out comes what a builder makes of it, or all its faults."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from treatyclock.errors import Fault, FaultyFileError, UnwrittenFileError
from treatyclock.formats.documents.flaws import key_text
from treatyclock.formats.documents.lines import KeyLines
from treatyclock.formats.documents.plain_values import plain_values, too_deep
from treatyclock.formats.documents.shapes import Shape
from treatyclock.formats.documents.tables import TOO_DEEP, Builder, made_of, of_the_file

T = TypeVar("T")

LARGEST = 1_000_000
"""Bytes that a file may have; the longest shipped file fills a hundredth of it."""

MOST_DOTS = 100
"""Dots that a line may have. A key takes one line, and a TOML reader's memory grows with the square of its parts."""

_DIGITS = 4300  # of a whole number: Python reads no more
_LONG_NUMBER = re.compile(rf"[0-9](?:_?[0-9]){{{_DIGITS}}}")
_PLACE = re.compile(r" \(at line ([0-9]+), column [0-9]+\)$")


def file_text(path: str | os.PathLike[str], *, error: type[FaultyFileError]) -> str:
    """Read the text of a file.

    Args:
        path: The file.
        error: What to raise.

    Raises:
        FaultyFileError: Of the type asked for, if the file cannot be read as text.
    """
    name = os.fspath(path)
    try:
        if not Path(name).exists():
            raise error(name, [of_the_file(name, "does not exist", "check the path")])
        if not (Path(name).is_file() or Path(name).is_fifo()):  # a pipe: /dev/stdin, or <(command) of a shell
            hint = "name a file, not a directory or a device"
            raise error(name, [of_the_file(name, "is not a regular file", hint)])
        with open(name, "rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as cause:
        if isinstance(cause, FaultyFileError):
            raise
        reason = getattr(cause, "strerror", None) or str(cause)
        hint = "check the path and its permissions"
        raise error(name, [of_the_file(name, f"cannot be read: {reason}", hint)]) from None
    if len(data) > LARGEST:
        hint = "keep one document in a file; take everything else out"
        raise error(name, [of_the_file(name, f"is larger than {LARGEST} bytes", hint)])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = data.count(b"\n", 0, cause.start) + 1
        raise error(name, [of_the_file(name, "is not UTF-8 text", "save it as UTF-8", line)]) from None


def write_file(path: str | os.PathLike[str], text: str, *, overwrite: bool = False) -> None:
    """Write the text of a file, which must not exist yet unless it may be overwritten.

    Raises:
        UnwrittenFileError: If it cannot be written, or nobody could read it again.
    """
    name = os.fspath(path)
    try:
        data = text.encode()
        if len(data) > LARGEST:
            raise ValueError(f"it would be larger than {LARGEST} bytes")
        with open(name, "wb" if overwrite else "xb") as file:
            file.write(data)
    except (OSError, ValueError) as cause:
        raise UnwrittenFileError(name, cause) from None


def loaded(
    text: str,
    *,
    file: str,
    grammar: Shape,
    build: Builder[T],
    error: type[FaultyFileError],
) -> T:
    """Read a document from TOML text. The lines of keys are looked for only if there is a fault to place.

    Args:
        text: The text.
        file: What to call it in faults.
        grammar: What it may hold.
        build: What makes a value of it, and notes what the grammar cannot see.
        error: What to raise.

    Raises:
        FaultyFileError: Of the type asked for, with every fault of the text.
    """
    text = text.replace("\r\n", "\n")
    parsed = _parsed(text, file)
    if isinstance(parsed, Fault):
        raise error(file, [parsed])
    lines = KeyLines(text)
    return made_of(
        parsed,
        file=file,
        grammar=grammar,
        build=build,
        error=error,
        place=lambda path: (lines.at(path), key_text(path)),
    )


def _parsed(text: str, file: str) -> dict[str, Any] | Fault:
    """Return what a text holds, or why it cannot be told."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > MOST_DOTS and not line.lstrip().startswith("#"):
            hint = 'break a long text over several lines between """ and """; no key is that deep'
            return of_the_file(file, f"has a line with more than {MOST_DOTS} dots", hint, number)
    try:
        found = tomllib.loads(text)
    except RecursionError:
        return of_the_file(file, *TOO_DEEP)
    except tomllib.TOMLDecodeError as cause:
        place = _PLACE.search(str(cause))
        problem = "is not TOML: " + _PLACE.sub("", str(cause))
        hint = "mend it there; faults behind it show when the file can be read"
        return of_the_file(file, problem, hint, int(place[1]) if place else None)
    except ValueError:  # Python's own limit on digits
        long = _LONG_NUMBER.search(text)
        at = None if long is None else text.count("\n", 0, long.start()) + 1
        return of_the_file(file, f"has a number of more than {_DIGITS} digits", "write a shorter number", at)
    if too_deep(found):
        return of_the_file(file, *TOO_DEEP)
    document: dict[str, Any] = plain_values(found)
    return document
