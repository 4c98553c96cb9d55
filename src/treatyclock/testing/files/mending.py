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
from treatyclock.law.record import Record
from treatyclock.testing.files.fields import Blank, DrawnTables, Fields, in_order
from treatyclock.testing.specifications.choices import once_in

_ROUNDS = 12
"""How often keys are drawn again before their tables are left out."""

_MOST_LEFT_OUT = 60

_KEYS_TO_WRITE = re.compile(r"\badd (\w+)|\bor (\w+)|(\w+) = ")
"""What a hint says to write."""


class UnmendableError(Exception):
    """DrawnTables that have faults whatever is drawn again."""


def mended(document: DrawnTables, fields: Fields) -> Record:
    """Mend a document until it loads, and return what it holds.

    Args:
        document: The tables of a treaty file; those that were drawn are changed.
        fields: What drew them, and what else could stand there.

    Raises:
        UnmendableError: If it does not load after many rounds.
    """
    for _ in range(_ROUNDS):
        record, wrong = loaded(document)
        if record is not None:
            return record
        changed = [_mend(fields, *each) for each in _what_to_mend(document, wrong, fields)]
        if not any(changed):
            break
    for _ in range(_MOST_LEFT_OUT):
        record, wrong = loaded(document)
        if record is not None:
            return record
        at, table, _ = _innermost(document, wrong[0][0], fields)
        _leave_out(document, at, table)
    raise UnmendableError(loaded(document)[1])


def loaded(document: Mapping[str, Any]) -> tuple[Record | None, list[tuple[KeyPath, str]]]:
    """Return what a document holds, or the path of each of its faults with the hint."""
    places: list[KeyPath] = []

    def place(path: KeyPath) -> tuple[None, str]:
        places.append(path)
        return None, ""

    try:
        return load_tables(document, place=place), []
    except TreatyFileError as error:
        return None, [(path, fault.hint) for path, fault in zip(places, error.faults, strict=False)]


def _what_to_mend(
    document: DrawnTables, wrong: Sequence[tuple[KeyPath, str]], fields: Fields
) -> Iterator[tuple[DrawnTables, Blank, str, str]]:
    """Yield what is to be mended of each table: what is missing in it, and only where nothing is, what is too much."""
    found: dict[tuple[int, str], tuple[DrawnTables, Blank, str, str]] = {}
    for path, hint in wrong:
        at, table, blank = _innermost(document, path, fields)
        key = str(path[len(at)]) if len(path) > len(at) else ""
        hints = found[id(table), key][3] if (id(table), key) in found else ""
        found[id(table), key] = (table, blank, key, f"{hints} {hint}")
    incomplete = {id(table) for table, blank, key, _ in found.values() if key in blank.keys and key not in table}
    for table, blank, key, hint in found.values():
        if id(table) not in incomplete or (key in blank.keys and key not in table):
            yield table, blank, key, hint


def _innermost(document: DrawnTables, path: KeyPath, fields: Fields) -> tuple[KeyPath, DrawnTables, Blank]:
    """Return the innermost drawn table on the way to a key, with its path and what could stand in it.

    Where the key is a table itself, that is the table around it, if it was drawn with that key.
    """
    value: Any = document
    found: list[tuple[KeyPath, DrawnTables, Blank]] = []
    for length in range(len(path) + 1):
        if id(value) in fields.blanks:
            found.append((path[:length], value, fields.blanks[id(value)][1]))
        step = path[length] if length < len(path) else None
        there = step in value if isinstance(value, dict) else isinstance(value, list) and isinstance(step, int)
        if not there or step is None:
            break
        value = value[step]
    if not found:
        raise UnmendableError(path)
    around = found[-2] if len(found) > 1 else None
    if around and around[0] == path[:-1] and found[-1][0] == path and path[-1] in around[2].keys:
        return around
    return found[-1]


def _mend(fields: Fields, table: DrawnTables, blank: Blank, key: str, hint: str) -> bool:
    """Draw a key that is missing, or one again that is required; leave out any other, or add what it is to go with.

    Where it is no key that is at fault but the table as a whole, it says too little: one more key is drawn. Of two that
    exclude each other now and then the other one goes, whichever the loader named; so it does where the one that was
    drawn again came out as it was. The simplest examples are those that choose the same each time.

    Returns:
        Whether anything is otherwise than before.
    """
    draw = fields.draw
    left = [each for each in blank.keys if each not in table]
    spare = [each for each in table if each in blank.keys and each not in blank.required and each != key]
    if not key:
        key = draw.pick(left) if left else ""
    if key in table and key not in blank.required:
        asked = [each for words in _KEYS_TO_WRITE.findall(hint) for each in words if each in left]
        if not asked or not once_in(draw, 2):
            del table[key]
            return True
        key = asked[0]
    elif spare and once_in(draw, 4):
        del table[draw.pick(spare)]
        return True
    if key not in blank.keys:
        return False
    before = table.get(key)
    told = re.search(rf'\b{key} = "([^".]+)"', hint)
    table[key] = told[1] if told and before is not None else blank.keys[key]()
    ordered = in_order(table, blank.keys)
    table.clear()
    table.update(ordered)
    if table[key] != before:
        return True
    if spare:
        del table[draw.pick(spare)]
    return bool(spare)


def _leave_out(document: DrawnTables, path: KeyPath, table: DrawnTables) -> None:
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
