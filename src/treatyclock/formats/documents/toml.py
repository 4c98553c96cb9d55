"""Documents in TOML: text in; out comes what a builder makes of it, or all its faults."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from treatyclock.errors import Fault, FaultyFileError
from treatyclock.formats.documents.flaws import MOST_FLAWS, Flaw
from treatyclock.formats.documents.lines import KeyLines
from treatyclock.formats.documents.plain_values import MOST_NESTED, plain_values, too_deep
from treatyclock.formats.documents.shapes import Shape

T = TypeVar("T")

LARGEST = 1_000_000
"""Bytes that a file may have; the longest shipped file fills a hundredth of it."""

MOST_DOTS = 100
"""Dots that a line may have. A key takes one line, and a TOML reader's memory grows with the square of its parts."""

_TOO_DEEP = ("is nested too deeply", f"nest {MOST_NESTED} levels of tables and lists at most")
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
        if not Path(name).is_file():
            hint = "name a file, not a directory or a device"
            raise error(name, [_of_the_file(name, "is not a regular file", hint)])
        with open(name, "rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as cause:
        if isinstance(cause, FaultyFileError):
            raise
        reason = getattr(cause, "strerror", None) or str(cause)
        hint = "check the path and its permissions"
        raise error(name, [_of_the_file(name, f"cannot be read: {reason}", hint)]) from None
    if len(data) > LARGEST:
        hint = "keep one document in a file; take everything else out"
        raise error(name, [_of_the_file(name, f"is larger than {LARGEST} bytes", hint)])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = data.count(b"\n", 0, cause.start) + 1
        raise error(name, [_of_the_file(name, "is not UTF-8 text", "save it as UTF-8", line)]) from None


def loaded(
    text: str,
    *,
    file: str,
    grammar: Shape,
    build: Callable[[Mapping[str, Any], str, Sequence[Flaw]], tuple[T | None, list[Flaw]]],
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
    refused = list(islice(grammar.flaws(parsed, ()), MOST_FLAWS))
    made, more = build(parsed, file, refused)
    if made is not None and not refused and not more:
        return made
    lines = KeyLines(text)
    faults = [
        flaw.as_fault(file=file, line=lines.at(flaw.path), structural=structural)
        for flaws, structural in ((refused, True), (more, False))
        for flaw in flaws
    ]
    if len(faults) >= MOST_FLAWS:
        faults.append(_of_the_file(file, "has more faults than these", "mend these first", structural=False))
    raise error(file, faults)


def _parsed(text: str, file: str) -> dict[str, Any] | Fault:
    """Return what a text holds, or why it cannot be told."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > MOST_DOTS and not line.lstrip().startswith("#"):
            hint = 'break a long text over several lines between """ and """; no key is that deep'
            return _of_the_file(file, f"has a line with more than {MOST_DOTS} dots", hint, number)
    try:
        found = tomllib.loads(text)
    except RecursionError:
        return _of_the_file(file, *_TOO_DEEP)
    except tomllib.TOMLDecodeError as cause:
        place = _PLACE.search(str(cause))
        problem = "is not TOML: " + _PLACE.sub("", str(cause))
        hint = "mend it there; faults behind it show when the file can be read"
        return _of_the_file(file, problem, hint, int(place[1]) if place else None)
    except ValueError:  # Python's own limit on digits
        long = _LONG_NUMBER.search(text)
        at = None if long is None else text.count("\n", 0, long.start()) + 1
        return _of_the_file(file, f"has a number of more than {_DIGITS} digits", "write a shorter number", at)
    if too_deep(found):
        return _of_the_file(file, *_TOO_DEEP)
    document: dict[str, Any] = plain_values(found)
    return document


def _of_the_file(file: str, problem: str, hint: str, line: int | None = None, *, structural: bool = True) -> Fault:
    """Return a fault of the file as a whole."""
    problem = f"the file {problem}"
    return Fault(file=file, line=line, key="", value=None, problem=problem, hint=hint, structural=structural)
