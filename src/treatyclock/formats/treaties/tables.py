"""Treaties as tables of Python: what `tomllib` makes of a treaty file, or what somebody puts together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from treatyclock.errors import TreatyFileError, expect
from treatyclock.formats.documents.flaws import Flaw, KeyPath
from treatyclock.formats.documents.tables import Place, by_path, made_of, plain_tables
from treatyclock.formats.treaties._build import build
from treatyclock.formats.treaties.grammar import TREATY
from treatyclock.law.events import EventResolver
from treatyclock.law.record import Record


def load_tables(
    tables: Mapping[str, Any],
    *,
    file: str = "<dict>",
    resolve: EventResolver | None = None,
    place: Callable[[KeyPath], Place] = by_path,
    known: Sequence[Flaw] = (),
) -> Record:
    """Read a treaty from tables.

    Args:
        tables: The tables of a treaty file; a day or an hour may be a ``date`` or a ``datetime``, a list a tuple.
        file: What to call them in faults.
        resolve: What finds out when an event of a case came, for acts that are timed by one.
        place: Where the user finds a key, if not by its path.
        known: What was found wrong before.

    Raises:
        TreatyFileError: With every fault.
        WrongTypeError: If this is no table.

    Example:
        >>> load_tables({"schema": 1, "id": "pact", "title": "Pact", "parties": {"FRA": "France", "RUR": 5}})
        Traceback (most recent call last):
        treatyclock.errors.TreatyFileError: `<dict>` has 1 fault:
        <dict>: parties.RUR: is a number, not text: `5`
          hint: write plain text without control characters
    """
    expect(tables, Mapping, "the tables of a treaty", "a dict, such as tomllib.loads(text) returns")
    plain, flaws = plain_tables(tables, file=file, error=TreatyFileError)
    return made_of(
        plain,
        file=file,
        grammar=TREATY,
        build=partial(build, resolve=resolve),
        error=TreatyFileError,
        place=place,
        known=(*known, *flaws),
    )
