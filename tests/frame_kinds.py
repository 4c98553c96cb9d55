"""The same table as a frame of each kind, and a small book to ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa

import treatyclock as tc

Table = dict[str, list[Any]]
KINDS: dict[str, Callable[[Table], Any]] = {"pandas": pd.DataFrame, "polars": pl.DataFrame, "pyarrow": pa.table}
PACT, ALLIES = "soviet-japanese-neutrality-pact", "tripartite-pact-1940"


@cache
def book() -> tc.Book:
    return tc.Book.of([tc.load(PACT), tc.load(ALLIES)])


@cache
def compiled(by: str) -> tc.Compiled:
    return book().compile(by=by)


def as_rows(frame: Any) -> list[dict[str, Any]]:
    """Return a frame as rows of plain values; missing ones as None."""
    table = pa.Table.from_pandas(frame, preserve_index=False) if isinstance(frame, pd.DataFrame) else frame
    return list((table if isinstance(table, pa.Table) else table.to_arrow()).to_pylist())
