"""Drawn tables made into a treaty file without a fault: the loader says what is wrong, and that key is drawn again.

So no rule of the loader has to be known here: which keys exclude each other, which one needs another. A key that has no
place is left out, one that is missing is drawn, and a table that is at fault all the same is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from treatyclock.errors import TreatyFileError
from treatyclock.formats.documents.flaws import KeyPath
from treatyclock.formats.treaties.tables import load_tables
from treatyclock.testing.files.fields import Blank, Fields, Tables
from treatyclock.testing.specifications.choices import once_in

_ROUNDS = 8
"""How often keys are drawn again before their tables are left out."""

_MOST_LEFT_OUT = 60

_KEYS_TO_WRITE = re.compile(r"(\w+) = ")
"""What a hint says to write."""


class UnmendableError(Exception):
    """Tables that have faults whatever is drawn again."""


def mended(document: Tables, fields: Fields) -> Tables:
    """Mend a document until it loads.

    Args:
        document: The tables of a treaty file; those that were drawn are changed.
        fields: What drew them, and what else could stand there.

    Raises:
        UnmendableError: If it does not load after many rounds.
    """
    for _ in range(_ROUNDS):
        wrong = flaws(document)
        if not wrong:
            return document
        for table, blank, key, hint in _what_to_mend(document, wrong, fields):
            _mend(fields, table, blank, key, hint)
    for _ in range(_MOST_LEFT_OUT):
        wrong = flaws(document)
        if not wrong:
            return document
        at, table, _ = _innermost(document, wrong[0][0], fields)
        _leave_out(document, at, table)
    raise UnmendableError(flaws(document))


def flaws(document: Mapping[str, Any]) -> list[tuple[KeyPath, str]]:
    """Return the path of each fault of a document, and the hint; none where it loads."""
    places: list[KeyPath] = []

    def place(path: KeyPath) -> tuple[None, str]:
        places.append(path)
        return None, ""

    try:
        load_tables(document, place=place)
    except TreatyFileError as error:
        return [(path, fault.hint) for path, fault in zip(places, error.faults, strict=False)]
    return []


def _what_to_mend(
    document: Tables, wrong: Sequence[tuple[KeyPath, str]], fields: Fields
) -> Iterator[tuple[Tables, Blank, str, str]]:
    """Yield what is to be mended of each table: what is missing in it, and only where nothing is, what is too much."""
    found = []
    for path, hint in wrong:
        at, table, blank = _innermost(document, path, fields)
        found.append((table, blank, str(path[len(at)]) if len(path) > len(at) else "", hint))
    incomplete = {id(table) for table, blank, key, _ in found if key in blank.keys and key not in table}
    for table, blank, key, hint in found:
        if id(table) not in incomplete or (key in blank.keys and key not in table):
            yield table, blank, key, hint


def _innermost(document: Tables, path: KeyPath, fields: Fields) -> tuple[KeyPath, Tables, Blank]:
    """Return the innermost drawn table on the way to a key, with its path and what could stand in it."""
    value: Any = document
    found = None
    for length in range(len(path) + 1):
        if id(value) in fields.blanks:
            found = (path[:length], value, fields.blanks[id(value)][1])
        step = path[length] if length < len(path) else None
        there = step in value if isinstance(value, dict) else isinstance(value, list) and isinstance(step, int)
        if not there or step is None:
            break
        value = value[step]
    if found is None:
        raise UnmendableError(path)
    return found


def _mend(fields: Fields, table: Tables, blank: Blank, key: str, hint: str) -> None:
    """Draw a key that is missing, or one again that is required; leave out any other, or add what it is to go with.

    Where it is no key that is at fault but the table as a whole, it says too little: one more key is drawn.
    """
    left = [each for each in blank.keys if each not in table]
    if not key:
        key = fields.draw.pick(left) if left else ""
    if key in table and key not in blank.required:
        asked = [each for each in _KEYS_TO_WRITE.findall(hint) if each in left]
        if not asked or once_in(fields.draw, 2):
            del table[key]
            return
        key = asked[0]
    if key in blank.keys:
        table[key] = blank.keys[key]()
        in_order = {each: table[each] for each in (*blank.keys, *table) if each in table}
        table.clear()
        table.update(in_order)


def _leave_out(document: Tables, path: KeyPath, table: Tables) -> None:
    """Leave out a table, and the list that would be empty without it."""
    *way, last = path
    within: Any = document
    for step in way:
        within = within[step]
    if isinstance(within, list):
        within[:] = [each for each in within if each is not table]
    if isinstance(within, dict):
        del within[last]
    elif not within:
        _leave_out(document, path[:-1], within)
