"""Dyads and years: the table that political science joins on, by a rule that has a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from treatyclock.book.compiled import Compiled
from treatyclock.errors import UnknownChoiceError, WrongTypeError, expect
from treatyclock.frames.answering import COLUMNS
from treatyclock.frames.asking import compiled_by, in_force, narwhals
from treatyclock.frames.periods import BACKENDS

if TYPE_CHECKING:
    from treatyclock.book.book import Book


def dyad_years(
    book: Book | Compiled,
    *,
    years: Iterable[int],
    rule: str,
    states: Iterable[object] | None = None,
    columns: Sequence[str] = COLUMNS,
    backend: str = "pandas",
) -> Any:
    """Return every pair of States in every year, and which treaties were in force between them by a rule.

    Args:
        book: The treaties; if compiled, by days.
        years: The years, such as ``range(1816, 2019)``.
        rule: ``"any day"``, ``"all year"``, ``"1 January"``, ``"31 December"``, or ``"one day"`` for a day of the
            year that nobody knows: yes or no only where all its days agree.
        states: Which States, as the table of the book calls them or by their codes; all that the book names if not
            given.
        columns: As in :func:`treatyclock.frames.in_force`.
        backend: ``"pandas"``, ``"polars"`` or ``"pyarrow"``.

    Returns:
        A frame with ``a``, ``b`` (text; each pair once, the one that sorts first as text first), ``year``, ``rule`` and
        the columns of the answer.

    Raises:
        MissingExtraError: If narwhals or pyarrow is not installed.
        UnknownChoiceError: If there is no such rule, or no such kind of frame.
        WrongTypeError: If the book was compiled by instants, or a year is no whole number.

    Example:
        >>> import treatyclock as tc
        >>> pact = tc.Book.of([tc.load("soviet-japanese-neutrality-pact")]).compile(by="day")
        >>> for rule in ("any day", "all year", "1 January"):
        ...     found = tc.frames.dyad_years(pact, years=[1941, 1945, 1946], rule=rule, backend="pyarrow")
        ...     print(rule, found["truth"].to_pylist())
        any day ['yes', 'yes', 'yes']
        all year ['no', 'yes', 'no']
        1 January ['no', 'yes', 'yes']
    """
    nw = narwhals()
    import pyarrow as pa

    if backend not in BACKENDS:
        raise UnknownChoiceError("backend", backend, BACKENDS)
    compiled = compiled_by(book, "day")
    expect(years, Iterable, "the years", "several: range(1816, 2019)")
    asked = list(years)
    for year in asked:
        if not isinstance(year, (int, np.integer)) or isinstance(year, bool):
            raise WrongTypeError("a year", year, "a whole number")
    named = sorted(set(compiled.names[: compiled.other] if states is None else map(str, states)))
    one, other = np.triu_indices(len(named), 1)
    names = pa.array(named, type=pa.string())
    frame = pa.table({
        "a": names.take(pa.array(np.repeat(one, len(asked)))),
        "b": names.take(pa.array(np.repeat(other, len(asked)))),
        "year": pa.array(np.tile(np.array(asked, dtype=np.int64), len(one))),
        "rule": pa.array([rule]).take(pa.array(np.zeros(len(one) * len(asked), dtype=np.int8))),
    })  # fmt: skip
    found = in_force(compiled, frame, between=("a", "b"), at="year", by="year", rule=rule, columns=columns)
    return nw.from_arrow(found, backend=backend).to_native()
