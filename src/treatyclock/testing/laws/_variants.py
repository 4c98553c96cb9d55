"""Treaty files made of other treaty files: in another order, with one more act, with other names, with less known."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from treatyclock.errors import TreatyFileError
from treatyclock.formats.documents.toml_text import toml_text
from treatyclock.formats.treaties.grammar import TREATY
from treatyclock.testing.laws._law import read

TreatyTables = dict[str, Any]
"""A treaty file as tables, with an id for each act."""


def tables_in(text: str) -> TreatyTables:
    """Return the tables of a treaty file; acts without an id have the one that the loader makes for them."""
    tables: TreatyTables = json.loads(_plain(text))
    return tables


@lru_cache(maxsize=32)
def _plain(text: str) -> str:
    tables = tomllib.loads(text)
    acts = tables.get("act", [])
    tables["act"] = acts if isinstance(acts, list) else [acts]
    for table, act in zip(tables["act"], read(text).record.acts, strict=True):
        table["id"] = act.id
    return json.dumps(tables, default=lambda day: day.isoformat())


def text_of_tables(tables: TreatyTables) -> str:
    """Write tables as a treaty file."""
    return toml_text(tables, TREATY)


def tells_who_consented(text: str) -> bool:
    """Tell whether a treaty file has any act of consent or signature.

    Where it has none and yet a day of entry, it leaves such acts out; any act of a State is then evidence of more.
    """
    return any(act.kind.consents or act.kind.signs for act in read(text).record.acts)


def readable(text: str) -> bool:
    """Tell whether a text is a treaty file without faults: a law makes no demands of another."""
    try:
        read(text)
    except TreatyFileError:
        return False
    return True


def in_order(text: str, order: Callable[[Sequence[TreatyTables]], Sequence[TreatyTables]]) -> str:
    """Return the treaty with its acts in another order."""
    tables = tables_in(text)
    tables["act"] = list(order(tables["act"]))
    return text_of_tables(tables)


def with_act(text: str, act: Mapping[str, Any]) -> str:
    """Return the treaty with one more act."""
    tables = tables_in(text)
    tables["act"].append(dict(act))
    return text_of_tables(tables)


def with_changed(text: str, id: str, **keys: Any) -> str:
    """Return the treaty with other values for some keys of an act."""
    tables = tables_in(text)
    for act in tables["act"]:
        if act["id"] == id:
            act.update(keys)
    return text_of_tables(tables)


def renamed(text: str, names: Mapping[str, str]) -> str:
    """Return the treaty with other codes for its parties, listed the other way round."""

    def by_name(value: Any) -> Any:
        if isinstance(value, dict):
            return {names.get(key, key): by_name(each) for key, each in value.items()}
        if isinstance(value, list):
            return [by_name(each) for each in value]
        return names.get(value, value) if isinstance(value, str) else value

    tables = by_name(tables_in(text))
    tables["parties"] = dict(reversed(tables["parties"].items()))
    return text_of_tables(tables)
