"""The periods in which treaties were in force between two States, as a table: for engines that have only SQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from treatyclock.book.compiled import Compiled
from treatyclock.book.segments import Int64
from treatyclock.book.statuses import YES
from treatyclock.errors import UnknownChoiceError, expect
from treatyclock.frames.asking import narwhals
from treatyclock.instants import DAY

BACKENDS = ("pyarrow", "pandas", "polars")
"""The kinds of frame that are made where none is given."""

_BEFORE_ALL = -(1 << 60)
_PAIRS = 4096


def to_periods(book: Compiled, *, backend: str = "pyarrow") -> Any:
    """Return the periods of each pair of States and each treaty, in which it was in force or may have been.

    Args:
        book: The compiled treaties; it says whether periods are of days or of instants.
        backend: ``"pyarrow"``, ``"pandas"`` or ``"polars"``.

    Returns:
        A frame with ``a``, ``b`` (two States as the table of the book calls them, else by their codes; text, the one
        that sorts first as text first), ``treaty`` and ``truth`` (yes or unknown). Of a book compiled by instants then
        ``start`` and ``end``, the first instant inside and the first one after it; by days ``first_day`` and
        ``last_day``, both inside. A bound that there is not is null. Rows of one pair and treaty do not overlap.

    Raises:
        MissingExtraError: If narwhals or pyarrow is not installed.
        UnknownChoiceError: If there is no such kind of frame.
        WrongTypeError: If the book is not compiled.

    Example:
        >>> import treatyclock as tc
        >>> compiled = tc.Book.of([tc.load("soviet-japanese-neutrality-pact")]).compile(by="day")
        >>> table = tc.frames.to_periods(compiled)
        >>> [(row["truth"], str(row["first_day"]), str(row["last_day"])) for row in table.to_pylist()]
        [('yes', '1941-04-25', '1946-04-24'), ('unknown', '1946-04-25', '1946-04-25')]
    """
    nw = narwhals()
    import pyarrow as pa

    expect(book, Compiled, "the book", "what book.compile(by='day') or book.compile() returns")
    if backend not in BACKENDS:
        raise UnknownChoiceError("backend", backend, BACKENDS)
    parts = [_table(book, *each) for each in _pieces(book)]
    table = pa.concat_tables(parts) if parts else _table(book, *(np.empty(0, dtype=np.int64),) * 6)
    return nw.from_arrow(table, backend=backend).to_native()


def _pieces(book: Compiled) -> Iterator[tuple[Int64, ...]]:
    """Yield for some pairs at a time: codes, treaty, truth, beginning and end of each period."""
    ones, others = np.triu_indices(book.other, 1)
    for start in range(0, len(ones), _PAIRS):
        one, other = (each[start : start + _PAIRS].astype(np.int64) for each in (ones, others))
        size = len(one)
        which, edges = book.edges_between(one, other, np.full(size, _BEFORE_ALL), np.full(size, -_BEFORE_ALL))
        kinds = np.unique(np.stack([which, edges]), axis=1)
        pair = np.concatenate([np.arange(size), kinds[0]])
        begins = np.concatenate([np.full(size, _BEFORE_ALL), kinds[1]])
        order = np.lexsort((begins, pair))
        pair, begins = pair[order], begins[order]
        ends = np.where(np.append(pair[1:] == pair[:-1], False), np.append(begins[1:], 0), -_BEFORE_ALL)
        found = book.find(one[pair], other[pair], begins)
        piece = np.repeat(np.arange(len(pair)), np.diff(found.firsts))
        # Pieces that touch are one period where pair, treaty and truth are the same.
        order = np.lexsort((piece, found.treaties, pair[piece]))
        piece, treaty, truth = piece[order], found.treaties[order].astype(np.int64), found.truths[order]
        same = (pair[piece][1:] == pair[piece][:-1]) & (treaty[1:] == treaty[:-1]) & (truth[1:] == truth[:-1])
        touch = same & (begins[piece][1:] == ends[piece][:-1])
        first, last = np.append(True, ~touch), np.append(~touch, True)
        if len(piece):
            own = pair[piece[first]]
            yield (one[own], other[own], treaty[first], truth[first].astype(np.int64),
                   begins[piece[first]], ends[piece[last]])  # fmt: skip


def _table(book: Compiled, *columns: Int64) -> Any:
    import pyarrow as pa

    one, other, treaty, truth, begins, ends = columns
    names, place = pa.array(book.names, type=pa.string()), np.argsort(np.argsort(np.array(book.names)))
    swapped = place[one] > place[other]
    found = {
        "a": names.take(pa.array(np.where(swapped, other, one))),
        "b": names.take(pa.array(np.where(swapped, one, other))),
        "treaty": pa.array(book.treaties.tolist(), type=pa.string()).take(pa.array(treaty)),
        "truth": pa.array(["unknown", "yes"]).take(pa.array((truth == YES).astype(np.int8))),
    }
    no_start, no_end = begins == _BEFORE_ALL, ends == -_BEFORE_ALL
    if book.by == "day":
        first, last = begins // DAY, ends // DAY - 1
        found["first_day"] = pa.array(np.where(no_start, 0, first).astype(np.int32), mask=no_start).cast(pa.date32())
        found["last_day"] = pa.array(np.where(no_end, 0, last).astype(np.int32), mask=no_end).cast(pa.date32())
    else:
        kind = pa.timestamp("us", tz="UTC")
        found["start"] = pa.array(np.where(no_start, 0, begins), mask=no_start).cast(kind)
        found["end"] = pa.array(np.where(no_end, 0, ends), mask=no_end).cast(kind)
    return pa.table(found)
