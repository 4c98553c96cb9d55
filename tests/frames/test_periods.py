"""Periods as a table, and the SQL of docs/performance.md on it: the same answers as the kernel's."""

from __future__ import annotations

from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pytest

import treatyclock as tc
from frame_kinds import as_rows, compiled
from treatyclock.errors import UnknownChoiceError, WrongTypeError
from treatyclock.frames.asking import in_force
from treatyclock.frames.periods import to_periods
from treatyclock.frames.years import dyad_years
from treatyclock.instants import DAY

SQL = """
SELECT e.n, list_sort(list(p.treaty) FILTER (p.truth = 'yes')) AS treaties,
       list_sort(list(p.treaty) FILTER (p.truth = 'unknown')) AS perhaps
FROM events e LEFT JOIN periods p
  ON p.a = least(e.a, e.b) AND p.b = greatest(e.a, e.b) AND {inside}
GROUP BY e.n ORDER BY e.n
"""
INSIDE = {
    "instant": '(p.start IS NULL OR e.t >= p.start) AND (p."end" IS NULL OR e.t < p."end")',
    "day": "(p.first_day IS NULL OR e.t >= p.first_day) AND (p.last_day IS NULL OR e.t <= p.last_day)",
}


def events(by: str) -> Any:
    random = np.random.default_rng(1940)
    book = compiled(by)
    one = random.integers(0, book.other, 3000)
    other = (one + random.integers(1, book.other, 3000)) % book.other
    days = random.integers(-11_700, -8_400, 3000)  # from 1937 on, ten years
    edges = book.pairs.edges * book.pairs.tick
    times = days * DAY
    times[::3] = random.choice(edges, 1000) + random.integers(-1, 2, 1000) * (1 if by == "instant" else DAY)
    at = (
        pa.array(times).cast(pa.timestamp("us", tz="UTC"))
        if by == "instant"
        else pa.array(times // DAY, pa.int32()).cast(pa.date32())
    )
    return pa.table({"n": np.arange(3000), "a": book.actors[one].tolist(), "b": book.actors[other].tolist(), "t": at})


@pytest.mark.parametrize("by", INSIDE)
def test_sql_finds_what_the_kernel_finds(by: str) -> None:
    asked = events(by)
    wanted = in_force(compiled(by), asked, between=("a", "b"), at="t", columns=["treaties", "perhaps"])
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    connection.register("events", asked)
    connection.register("periods", to_periods(compiled(by)))
    rows = connection.execute(SQL.format(inside=INSIDE[by])).fetchall()
    assert [(n, yes or [], perhaps or []) for n, yes, perhaps in rows] == [
        (row["n"], row["treaties"], row["perhaps"]) for row in as_rows(wanted)
    ]
    assert any(yes for _, yes, _ in rows) and any(perhaps for _, _, perhaps in rows)


def test_each_kind_of_frame_and_no_other() -> None:
    several = [as_rows(to_periods(compiled("day"), backend=kind)) for kind in ("pyarrow", "polars")]
    assert several[0] == several[1] and several[0]
    assert len(to_periods(compiled("day"), backend="pandas")) == len(several[0])
    with pytest.raises(UnknownChoiceError):
        to_periods(compiled("day"), backend="dask")


def test_states_are_called_as_the_table_calls_them() -> None:
    table = [
        {"id": n, "one": one, "two": two, "from": "1900-01-01"}
        for n, one, two in ((1, 3, 20), (2, 200, 20), (3, 3, 200))
    ]
    book = tc.Book.from_table(table, {"treaty": "id", "party": ["one", "two"], "treaty_entry": "from"})
    rows = as_rows(to_periods(book.compile(by="day")))
    pairs = [("20", "200"), ("20", "3"), ("200", "3")]
    assert sorted((row["a"], row["b"]) for row in rows) == pairs
    for states in (None, [3, 20, 200]):
        years = as_rows(dyad_years(book, years=[1900], rule="any day", states=states, columns=["treaties"]))
        assert [(row["a"], row["b"], row["treaties"]) for row in years] == [
            (*pair, [treaty]) for pair, treaty in zip(pairs, ("treaty-2", "treaty-1", "treaty-3"), strict=True)
        ]


def test_what_is_no_compiled_book_is_refused() -> None:
    with pytest.raises(WrongTypeError, match="compile"):
        to_periods(tc.Book.of([]))  # type: ignore[arg-type]
