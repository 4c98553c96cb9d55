"""Documents in TOML: text in, what a builder makes of it or all its faults out."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path as FilePath
from typing import Any, TypeVar

from treatyclock.errors import Fault, TreatyFileError, expect
from treatyclock.formats.documents.lines import line_at, line_of_keys
from treatyclock.formats.documents.reader import MOST_FAULTS
from treatyclock.formats.documents.shapes import MOST_NESTED, Found, Path, Table, plain_values, too_deep

T = TypeVar("T")

LARGEST = 1_000_000
"""Bytes a treaty file may have; the longest treaty fills a hundredth of it."""

MOST_DOTS = 100
"""Dots a line may have. A key takes one line, and a TOML reader's memory grows with the square of its parts."""

_TOO_DEEP = ("is nested too deeply", f"no more than {MOST_NESTED} tables and lists within one another are read")
_PLACE = re.compile(r" \(at line ([0-9]+), column [0-9]+\)$")


def file_text(path: str | os.PathLike[str]) -> str:
    """Read the text of a treaty file.

    Raises:
        TreatyFileError: If it cannot be read as one.
    """
    name = os.fspath(path)
    data = _bytes(name)
    if len(data) > LARGEST:
        raise _unreadable(name, f"is larger than {LARGEST} bytes", "one file holds one treaty; take out what is not it")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _unreadable(name, "is not UTF-8 text", "save it as UTF-8", line=line) from None


def _bytes(name: str) -> bytes:
    try:
        if FilePath(name).is_file():
            with open(name, "rb") as file:
                return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _unreadable(name, f"cannot be read: {reason}", "check the path and its permissions") from None
    raise _unreadable(name, "is no regular file", "name a treaty file, not a directory or a device")


def loaded(
    text: str,
    *,
    file: str,
    grammar: Table,
    build: Callable[[Mapping[str, Any], str, Sequence[Found]], tuple[T | None, list[Found]]],
    error: type[TreatyFileError] = TreatyFileError,
) -> T:
    """Read a document of a grammar from TOML text.

    Args:
        text: The text.
        file: What to call it in faults.
        grammar: What it may hold.
        build: What makes a value of it, and notes what the grammar cannot see.
        error: What to raise.

    Raises:
        TreatyFileError: Of the type asked for, with every fault of the text.
    """
    expect(text, str, "the text of a treaty file", "text, or tc.load(path) for a file")
    text = text.replace("\r\n", "\n")
    document = _parsed(text, file)
    lines = line_of_keys(text)

    def fault(path: Path, value: object, problem: str, hint: str, *, structural: bool) -> Fault:
        shown = None if value is None else value if isinstance(value, str) else repr(value)
        return Fault(
            file=file, line=line_at(lines, path), key=key_text(path), value=shown, problem=problem, hint=hint,
            structural=structural,
        )  # fmt: skip

    refused = list(islice(grammar.faults(document, ()), MOST_FAULTS))
    made, more = build(document, file, refused)
    faults = [fault(*each, structural=True) for each in refused] + [fault(*each, structural=False) for each in more]
    if len(faults) >= MOST_FAULTS:
        faults.append(fault((), None, "the file has more faults than these", "mend these first", structural=False))
    if faults or made is None:
        raise error(file, faults)
    return made


def key_text(path: Path) -> str:
    """Write the path of a key; items of a list are counted from 1, as people do.

    Example:
        >>> key_text(("act", 0, "kind"))
        'act[1].kind'
    """
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _parsed(text: str, file: str) -> dict[str, Any]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > MOST_DOTS and not line.lstrip().startswith("#"):
            hint = 'no key is that deep; break a long text over several lines between """ and """'
            raise _unreadable(file, f"has a line with more than {MOST_DOTS} dots", hint, line=number)
    try:
        found = tomllib.loads(text)
    except RecursionError:
        raise _unreadable(file, *_TOO_DEEP) from None
    except ValueError as error:  # TOMLDecodeError, and Python's own limit on digits
        place = _PLACE.search(str(error))
        problem = "is not TOML: " + _PLACE.sub("", str(error))
        at = int(place[1]) if place else None
        hint = "mend it there; faults behind it show when the file can be read"
        raise _unreadable(file, problem, hint, line=at) from None
    if too_deep(found):
        raise _unreadable(file, *_TOO_DEEP)
    document: dict[str, Any] = plain_values(found)
    return document


def _unreadable(file: str, problem: str, hint: str, line: int | None = None) -> TreatyFileError:
    fault = Fault(file=file, line=line, key="", value=None, problem=f"the file {problem}", hint=hint)
    return TreatyFileError(file, [fault])
