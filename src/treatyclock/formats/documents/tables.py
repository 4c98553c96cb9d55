"""Documents as tables, however these came about: out comes what a builder makes of them, or all their faults.

A text in TOML becomes such tables first; a dict of Python is such tables already. Only the places differ: the keys of a
text have lines, and the keys of a dict have paths alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from treatyclock.errors import Fault, FaultyFileError, legible
from treatyclock.formats.documents.flaws import MOST_FLAWS, Flaw, KeyPath, key_text
from treatyclock.formats.documents.plain_values import MOST_NESTED, plain_values, too_deep
from treatyclock.formats.documents.shapes import Shape

T = TypeVar("T")

Place = tuple[int | None, str]
"""Where a user finds a key: its line, if there are lines, and what to call it."""

Builder = Callable[[Mapping[str, Any], str, Sequence[Flaw]], tuple[T | None, list[Flaw]]]
"""Makes a value of tables, and notes what the grammar cannot see."""

TOO_DEEP = ("is nested too deeply", f"nest {MOST_NESTED} levels of tables and lists at most")


def by_path(path: KeyPath) -> Place:
    """Place a key by its path alone.

    Example:
        >>> by_path(("act", 0, "kind"))
        (None, 'act[1].kind')
    """
    return None, key_text(path)


def made_of(
    tables: Mapping[str, Any],
    *,
    file: str,
    grammar: Shape,
    build: Builder[T],
    error: type[FaultyFileError],
    place: Callable[[KeyPath], Place] = by_path,
    known: Sequence[Flaw] = (),
) -> T:
    """Make something of tables.

    Args:
        tables: The tables, of plain values.
        file: What to call the document in faults.
        grammar: What it may hold.
        build: What makes a value of it.
        error: What to raise.
        place: Where the user finds a key; asked only if there is a fault to place.
        known: What was found wrong before the tables were made; whatever is made of them is then not to be used.

    Raises:
        FaultyFileError: Of the type asked for, with every fault.
    """
    refused = [*known, *islice(grammar.flaws(tables, ()), MOST_FLAWS)]
    made, more = build(tables, file, refused)
    if made is not None and not refused and not more:
        return made
    faults = []
    for flaws, structural in ((refused, True), (more, False)):
        for flaw in flaws:
            line, key = place(flaw.path)
            faults.append(flaw.as_fault(file=file, line=line, structural=structural, key=key))
    if len(faults) >= MOST_FLAWS:
        faults.append(of_the_file(file, "has more faults than these", "mend these first", structural=False))
    raise error(file, faults)


def plain_tables(
    tables: Mapping[str, Any], *, file: str, error: type[FaultyFileError]
) -> tuple[dict[str, Any], list[Flaw]]:
    """Reduce tables of Python to what a file can hold, and note keys that are not text, which are left out.

    Raises:
        FaultyFileError: Of the type asked for, if they are nested too deeply to be read.
    """
    if too_deep(tables):
        raise error(file, [of_the_file(file, *TOO_DEEP)])
    flaws: list[Flaw] = []
    named = _named(tables, (), flaws)
    found: dict[str, Any] = plain_values(named)
    return found, flaws


def _named(value: Any, path: KeyPath, flaws: list[Flaw]) -> Any:
    if isinstance(value, list | tuple):
        return [_named(item, (*path, number), flaws) for number, item in enumerate(value)]
    if not isinstance(value, Mapping):
        return value
    for key in value:
        if not isinstance(key, str):
            flaws.append(Flaw(path, legible(key), "has a key that is not text", "write the key in quotes"))
    return {key: _named(item, (*path, key), flaws) for key, item in _pairs(value)}


def _pairs(table: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    return ((key, item) for key, item in table.items() if isinstance(key, str))


def of_the_file(file: str, problem: str, hint: str, line: int | None = None, *, structural: bool = True) -> Fault:
    """Return a fault of the file as a whole."""
    problem = f"the file {problem}"
    return Fault(file=file, line=line, key="", value=None, problem=problem, hint=hint, structural=structural)
