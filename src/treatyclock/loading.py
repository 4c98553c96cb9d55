"""Treaties from files, texts, tables and lists of parties, and back to the text of a file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from treatyclock.corpus import TreatyText, events_of_cases, record_in, record_of
from treatyclock.errors import expect
from treatyclock.formats.treaties.as_toml import text_of
from treatyclock.formats.treaties.party_list import load_rows
from treatyclock.formats.treaties.tables import load_tables
from treatyclock.treaty import Treaty


def load(treaty: str | os.PathLike[str]) -> Treaty:
    """Load a shipped treaty by its id, or a treaty file by its path.

    Raises:
        UnknownTreatyError: If there is neither.
        TreatyFileError: With every fault of the file.

    Example:
        >>> load("soviet-japanese-neutrality-pact")
        treatyclock.load('soviet-japanese-neutrality-pact')
    """
    return Treaty(record_of(treaty))


def loads(text: str) -> Treaty:
    """Load a treaty from the text of a treaty file.

    Raises:
        TreatyFileError: With every fault of the text.
    """
    return Treaty(record_in(TreatyText(text=text)))


def from_dict(tables: Mapping[str, Any]) -> Treaty:
    """Make a treaty of tables, such as ``tomllib`` makes of a treaty file: one grammar, and paths in place of lines.

    Args:
        tables: The tables. A day or an hour may also be a ``date`` or a ``datetime``.

    Raises:
        TreatyFileError: With every fault.
        WrongTypeError: If this is no table.

    Example:
        >>> pact = from_dict({
        ...     "schema": 1,
        ...     "id": "pact",
        ...     "title": "Franco-Ruritanian pact",
        ...     "parties": {"FRA": "France", "RUR": "Ruritania"},
        ...     "entry_into_force": {"when": "signed", "ref": "art. 5"},
        ...     "act": [{"kind": "signature", "by": ["FRA", "RUR"], "on": "1935-03-27", "ref": "signed"}],
        ... })
        >>> pact.in_force("1935-03-28").truth
        <Truth.YES: 'yes'>
    """
    return Treaty(load_tables(tables, resolve=events_of_cases()))


def from_table(
    rows: Iterable[Mapping[Any, Any]],
    columns: Mapping[str, Any],
    *,
    id: str,
    title: str,
    clauses: Mapping[str, Any] | None = None,
    missing: Iterable[str | date] = (),
    unknown_after: str | date | None = None,
    source: str = "a table of the parties",
) -> Treaty:
    """Make a treaty of a list of parties as people have it, a row each or a row for each act.

    Args:
        rows: Mappings, one a row, such as those of a ``csv.DictReader``; or a frame of pandas, polars or pyarrow.
        columns: Which column holds what: ``party`` (a code or any label), ``name``, ``clock``, ``signature``,
            ``consent`` and its ``kind`` (a ratification where there is no such column), ``entry`` (the day recorded for
            entry into force), ``end`` (the day of the denunciation), ``exit`` (the day recorded for it).
        id: The treaty's name: lower-case words joined by hyphens.
        title: Its title.
        clauses: The other tables of a treaty file: final clauses, ``depositary``, ``record``, further acts, readings.
        missing: What a cell says where there is no value, beside a blank, None and nan.
        unknown_after: The last day up to which the list goes: of what came later, its silence tells nothing.
        source: What the list is, enough to find it.

    Raises:
        TreatyFileError: With every fault of every row, each by the number of its row and its column.
        WrongTypeError: If these are no rows, no columns or no clauses.

    Example:
        >>> treaty = from_table(
        ...     [{"State": "France", "Ratified": "1990-01-01"}, {"State": "Ruritania", "Ratified": "1991-05-01"}],
        ...     {"party": "State", "consent": "Ratified"},
        ...     id="pact",
        ...     title="Pact",
        ...     clauses={"entry_into_force": {"when": {"instruments": 2}, "ref": "art. 5"}},
        ...     unknown_after="2024-12-31",
        ... )
        >>> treaty.in_force("1991-05-02", party="Ruritania").truth, treaty.in_force("2025", party="France").truth
        (<Truth.YES: 'yes'>, <Truth.UNKNOWN: 'unknown'>)
    """
    further = {} if clauses is None else clauses
    expect(further, Mapping, "the clauses", "the tables of a treaty file as a dict: {'entry_into_force': {...}}")
    own, cases = {"id": id, "title": title, **further}, events_of_cases()
    return Treaty(
        load_rows(rows, columns, own, source=source, missing=missing, unknown_after=unknown_after, resolve=cases)
    )


def dumps(treaty: Treaty) -> str:
    """Return the text of a treaty file that loads as an equal treaty; comments are not kept.

    Raises:
        UnwritableTreatyError: If no file says what the treaty says, as where :meth:`Treaty.what_if` changed it.

    Example:
        >>> pact = load("soviet-japanese-neutrality-pact")
        >>> loads(dumps(pact)) == pact
        True
    """
    expect(treaty, Treaty, "the treaty to write", "a Treaty, such as tc.load() returns")
    return text_of(treaty.record)
