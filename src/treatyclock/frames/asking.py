"""Was a treaty in force between two States, asked row by row of a frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from treatyclock.book.compiled import Compiled
from treatyclock.book.stretches import Stretches
from treatyclock.errors import FrameError, FrameFault, MissingExtraError, UnknownChoiceError, WrongTypeError, expect
from treatyclock.frames.answering import COLUMNS, answers
from treatyclock.frames.columns import codes_in, times_in
from treatyclock.frames.rules import rule_named

if TYPE_CHECKING:
    from treatyclock.book.book import Book

F = TypeVar("F")


def in_force(
    book: Book | Compiled,
    frame: F,
    *,
    between: tuple[str, str],
    at: str,
    zone: str | None = None,
    by: str | None = None,
    rule: str = "one day",
    columns: Sequence[str] = COLUMNS,
    prefix: str = "",
    strangers: bool = False,
) -> F:
    """Return a frame with its questions answered: which treaties were in force between two States.

    Args:
        book: The treaties. One that is compiled is asked about what it was compiled by, days or instants.
        frame: A frame of pandas, polars or pyarrow. It is not changed.
        between: The columns with the two States: codes or names as the book has them; whole numbers count as text.
        at: The column with the times: dates, times with a zone, times of day on one clock, text as in
            :func:`treatyclock.moment`, or years. A date is a day of each treaty; what is less exact than a day,
            such as ``"1945-08"``, is some day in it.
        zone: The clock of times that have none.
        by: ``"day"`` where times at midnight are days, as pandas writes them; ``"year"`` where numbers are years.
        rule: What is asked of a time longer than a moment (:data:`treatyclock.frames.rules.RULES`).
        columns: Which columns are added, in this order.
        prefix: What their names begin with.
        strangers: Whether States that no treaty of the book names may be asked about.

    Returns:
        The same kind of frame with ``truth`` (yes, no, unknown), ``treaties`` (the ids of those in force),
        ``perhaps`` (of those of which it is unknown), ``status`` (of each of these, in the same order) and
        ``depends_on`` (the open questions behind what is unknown). A row without State or time has none of these.

    Raises:
        FrameError: With every fault, its column and its row.
        MissingExtraError: If narwhals or pyarrow is not installed.
        UnknownChoiceError: If there is no such rule or column.
        WrongTypeError: If it is no such frame, or the book was compiled for instants and is asked about days.

    Example:
        >>> import polars as pl
        >>> import treatyclock as tc
        >>> book = tc.Book.of([tc.load("soviet-japanese-neutrality-pact")])
        >>> asked = pl.DataFrame({"a": ["JPN"] * 2, "b": ["SUN"] * 2, "onset": ["1945-08-09", "1946-04"]})
        >>> found = tc.frames.in_force(book, asked, between=("a", "b"), at="onset")
        >>> found.select("onset", "truth", "depends_on").rows()[0]
        ('1945-08-09', 'yes', [])
    """
    nw = narwhals()
    try:
        asked = nw.from_native(frame, eager_only=True)
    except nw.exceptions.DuplicateError as error:
        names = list(getattr(frame, "columns", ()))
        twice = next((str(each) for each in names if names.count(each) > 1), "")
        problem, hint = "two columns have this name", "rename one of them, or leave it out"
        raise FrameError([FrameFault(column=twice, row=None, value=None, problem=problem, hint=hint)]) from error
    except TypeError:
        wanted = (
            "a frame of pandas, polars or pyarrow; of a lazy one collect() it, of batches make a table with "
            "pyarrow.Table.from_batches, of Dask or Spark ask each part"
        )
        raise WrongTypeError("the frame", frame, wanted) from None
    check_names(asked.columns, between, at, columns, prefix)
    used = _columns(asked, dict.fromkeys((*between, at)))
    found = ask_columns(
        book, used, between=between, at=at, zone=zone, by=by, rule=rule, columns=columns, strangers=strangers
    )
    import pyarrow as pa

    table = pa.table({prefix + name: column for name, column in found.items()})
    added = nw.from_arrow(table, backend=asked.implementation)
    if asked.implementation.is_pandas_like():
        native = added.to_native()
        native.index = asked.to_native().index
        added = nw.from_native(native, eager_only=True)
    answered: F = asked.with_columns(*(added[name] for name in added.columns)).to_native()
    return answered


def ask_columns(
    book: Book | Compiled,
    frame: dict[str, Any],
    *,
    between: tuple[str, str],
    at: str,
    zone: str | None,
    by: str | None,
    rule: str,
    columns: Sequence[str],
    strangers: bool,
) -> dict[str, Any]:
    """Return the columns of the answers to columns of Arrow; takes what :func:`in_force` does."""
    if by not in (None, "day", "year"):
        raise UnknownChoiceError("by", by, ("day", "year"))
    named = rule_named(rule, by)
    faults = list[FrameFault]()
    try:
        times = times_in(frame[at], at, zone=zone, by=by)
    except FrameError as error:
        faults += error.faults
        times = None
    compiled = compiled_by(book, times.by if times is not None else None)
    sides = [codes_in(frame[name], name, compiled) for name in between]
    (one, mine, wrong), (other, theirs, also) = sides
    faults = [each for each in (*wrong, *also) if not (strangers and each.row is not None)] + faults
    there = mine & theirs & (times.asked if times is not None else True)
    same = np.flatnonzero((one == other) & (one != compiled.other) & there)
    if not (wrong or also):
        hint = "leave the row out, or mend one of the two"
        for row in same[:1].tolist():
            value = str(compiled.actors[one[row]])
            problem = f"the same State as in column {between[0]}"
            problem += f" (as in {len(same)} rows)" * (len(same) > 1)
            faults.append(FrameFault(column=between[1], row=row, value=value, problem=problem, hint=hint))
    if faults or times is None:
        raise FrameError(faults)
    first, last = times.first[there], times.last[there]
    first, last = {"all": (first, last), "first": (first, first), "last": (last, last)}[named.days]
    stretches = Stretches.of(compiled, one[there], other[there], first=first, last=last, points=times.points)
    return answers(compiled, stretches, named.how, there, columns)


def narwhals() -> Any:
    """Return the package narwhals.

    Raises:
        MissingExtraError: If it, or pyarrow, is not installed.
    """
    for package in ("narwhals", "pyarrow"):
        try:
            __import__(package)
        except ImportError:
            raise MissingExtraError("a frame", package, "frames") from None
    import narwhals as nw

    return nw


def _columns(asked: Any, names: Iterable[str]) -> dict[str, Any]:
    """Return columns as arrays of Arrow, each in one piece.

    Raises:
        FrameError: If one of them has values of several kinds.
    """
    import pyarrow as pa

    found, faults = dict[str, Any](), list[FrameFault]()
    for name in names:
        try:
            found[name] = _whole(asked[name].to_arrow())
        except pa.ArrowException as error:
            problem, hint = f"values of several kinds: {error}", "make all of them text, or all dates, or whole numbers"
            faults.append(FrameFault(column=name, row=None, value=None, problem=problem, hint=hint))
    if faults:
        raise FrameError(faults)
    return found


def _whole(column: Any) -> Any:
    """Return a column of several pieces as one."""
    import pyarrow as pa

    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def check_names(names: Sequence[str], between: tuple[str, str], at: str, columns: Sequence[str], prefix: str) -> None:
    """Refuse columns that are not in a frame, and answers whose names are in it already.

    Raises:
        FrameError: With each of them.
        UnknownChoiceError: If there is no such column of an answer.
        WrongTypeError: If the States are not in two columns.
    """
    for each in columns:
        if each not in COLUMNS:
            raise UnknownChoiceError("columns", each, COLUMNS)
    if not isinstance(between, (tuple, list)) or len(between) != 2:
        raise WrongTypeError("between", between, "two columns: between=('ccode1', 'ccode2')")
    faults = [
        FrameFault(column=name, row=None, value=None, problem="there is no such column", hint=f"it has {list(names)}")
        for name in dict.fromkeys((*between, at))
        if name not in names
    ]
    there = [prefix + name for name in columns if prefix + name in names]
    faults += [
        FrameFault(column=name, row=None, value=None, problem="there is such a column already", hint="give a prefix=")
        for name in there
    ]
    if faults:
        raise FrameError(faults)


def compiled_by(book: Book | Compiled, by: str | None) -> Compiled:
    """Return a book compiled by days or instants; by either where faults are all that is looked for."""
    if not isinstance(book, Compiled):
        from treatyclock.book.book import Book

        expect(book, Book, "the book", "a Book, such as tc.Book.of([treaty]), or what its compile() returns")
        return book.compile(by=by or "instant")
    if by not in (None, book.by):
        wanted = f"book.compile(by={by!r}) for such times, or the book itself"
        raise WrongTypeError("a book compiled by " + book.by, by, wanted)
    return book
