"""Tables larger than memory: Parquet in, Parquet out, a batch at a time, and again from where it was stopped.

Each batch becomes a file of its own, which has its name only when it is whole. The folder has its own name only when
all of them are there. So whoever was stopped asks the same again: what is written is kept, nothing is written twice.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from treatyclock.book.compiled import Compiled
from treatyclock.book.segments import Segments
from treatyclock.errors import FrameError, MissingExtraError, UnreadFileError, UnwrittenFileError, WrongTypeError
from treatyclock.frames.answering import COLUMNS
from treatyclock.frames.asking import ask_columns, check_names, compiled_by, narwhals
from treatyclock.frames.columns import times_in
from treatyclock.version import VERSION

if TYPE_CHECKING:
    from treatyclock.book.book import Book

_PLAN = "_plan.json"
"""What was asked. Readers of folders of Parquet pass over names that begin so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWritten:
    """What was written.

    Attributes:
        folder: The folder with the files, which are read together as one table.
        files: How many there are.
        rows: How many rows they have together.
        kept: How many of the files were there already, from a run that was stopped.
    """

    folder: Path
    files: int
    rows: int
    kept: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """Rows that become one file: some groups of rows of a file, or a part of one group."""

    name: str
    file: int
    groups: tuple[int, ...]
    start: int
    rows: int
    before: int


def in_force_parquet(
    book: Book | Compiled,
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    between: tuple[str, str],
    at: str,
    zone: str | None = None,
    by: str | None = None,
    rule: str = "one day",
    columns: Sequence[str] = COLUMNS,
    prefix: str = "",
    strangers: bool = False,
    batch: int = 1 << 18,
    progress: bool | None = None,
) -> TableWritten:
    """Answer the questions in a Parquet file, or a folder of them, in constant memory.

    A run that was stopped, even killed, goes on where it was when the same is asked again.

    Args:
        book: As :func:`treatyclock.frames.in_force` takes it.
        source: A file, or a folder whose ``*.parquet`` are read in the order of their names.
        target: The folder to write; until everything is there, its name has ``.part`` behind it.
        between: As :func:`treatyclock.frames.in_force` takes it, and so are all down to ``strangers``.
        at: The same.
        zone: The same.
        by: The same.
        rule: The same.
        columns: The same.
        prefix: The same.
        strangers: The same.
        batch: How many rows are worked on at a time, at most.
        progress: Whether a bar is drawn; if not given, only on a terminal.

    Raises:
        FrameError: With every fault of the first batch that has any; rows are counted from the first file on.
        MissingExtraError: If narwhals, pyarrow or tqdm is not installed.
        UnreadFileError: If the source is not there or no Parquet, or its files have different columns.
        UnwrittenFileError: If the target exists already, or a run that was stopped was asked something else.
        WrongTypeError: If the batch is not a number of rows.

    Example:
        >>> import tempfile
        >>> import pandas as pd
        >>> import treatyclock as tc
        >>> folder = Path(tempfile.mkdtemp())
        >>> asked = pd.DataFrame({"a": ["JPN"] * 3, "b": ["SUN"] * 3, "t": ["1940", "1945-08-09", "1947"]})
        >>> asked.to_parquet(folder / "asked.parquet")
        >>> book = tc.Book.of([tc.load("soviet-japanese-neutrality-pact")])
        >>> columns = {"between": ("a", "b"), "at": "t"}
        >>> done = tc.frames.in_force_parquet(book, folder / "asked.parquet", folder / "told", **columns)
        >>> done.rows, pd.read_parquet(done.folder)["truth"].to_list()
        (3, ['no', 'yes', 'no'])
    """
    narwhals()
    if not isinstance(batch, int) or isinstance(batch, bool) or batch < 1:
        raise WrongTypeError("batch", batch, "a number of rows, such as 262_144")
    if by is not None and not isinstance(by, str):
        raise WrongTypeError("by", by, "'day', 'year' or None")
    files, folder = _files(Path(source)), Path(target)
    part = folder.with_name(folder.name + ".part")
    if folder.exists():
        raise UnwrittenFileError(str(folder), FileExistsError())
    opened = _opened(files)
    try:
        _check_alike(files, opened)
        check_names(opened[0].schema_arrow.names, between, at, columns, prefix)
        options: dict[str, Any] = {"between": between, "at": at, "zone": zone, "by": by, "rule": rule,
                                   "columns": columns, "strangers": strangers}  # fmt: skip
        compiled = compiled_by(book, _by_of(opened, at, zone=zone, by=by) if not isinstance(book, Compiled) else None)
        # Without rows there is one file all the same, which has the columns.
        pieces = list(_pieces(opened, batch)) or [_Piece(_name(0, 0, 0), 0, (), 0, 0, 0)]
        plan = {"treatyclock": VERSION, "files": [_told(file) for file in files], "book": fingerprint(compiled),
                "batch": batch, "prefix": prefix, **options}  # fmt: skip
        _prepare(part, plan)
        kept = {each.name for each in part.glob("[!_]*.parquet")}
        left = [piece for piece in pieces if piece.name not in kept]
        for piece, table in _bar(_tables(opened, left, batch), len(left), progress):
            _write(_answered(compiled, table, piece, prefix, options), part / piece.name)
    finally:
        for file in opened:
            file.close()
    part.rename(folder)
    rows = sum(piece.rows for piece in pieces)
    return TableWritten(folder=folder, files=len(pieces), rows=rows, kept=len(pieces) - len(left))


def fingerprint(book: Compiled) -> str:
    """Return a hash of everything in a compiled book."""
    found = hashlib.sha256()
    for each in fields(book):
        value = getattr(book, each.name)
        arrays = (value.firsts, value.edges, value.values) if isinstance(value, Segments) else (value,)
        for array in arrays:
            held = np.ascontiguousarray(array)
            found.update(f"{each.name} {held.dtype} {held.shape}".encode())
            found.update(repr(value).encode() if held.dtype == object else held.tobytes())
    return found.hexdigest()


def _files(source: Path) -> list[Path]:
    files = sorted(source.glob("*.parquet")) if source.is_dir() else [source]
    if not files:
        raise UnreadFileError(source, "the folder has no *.parquet", "name a file, or the folder that has them")
    return files


def _opened(files: Sequence[Path]) -> list[Any]:
    """Open the files.

    Raises:
        UnreadFileError: If one is not there or no Parquet, or has other columns than the first.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    found = list[Any]()
    for file in files:
        try:
            found.append(pq.ParquetFile(file))
        except (OSError, pa.ArrowException) as error:
            for each in found:
                each.close()
            reason = "there is no such file" if isinstance(error, FileNotFoundError) else error
            raise UnreadFileError(file, reason, "name a Parquet file, or a folder of them") from None
    return found


def _check_alike(files: Sequence[Path], opened: Sequence[Any]) -> None:
    """Refuse files whose columns differ: what is written of them could not be read together.

    Raises:
        UnreadFileError: With the first that has other columns, or columns of another type, than the first file.
    """
    first = _types(opened[0])
    for file, each in zip(files[1:], opened[1:], strict=True):
        other = _types(each)
        wrong = [name for name in {**first, **other} if not _fit(first.get(name), other.get(name))]
        if wrong:
            reason = f"its columns are not those of {files[0].name}: {', '.join(wrong)}"
            raise UnreadFileError(file, reason, "write all files with the same columns and types")


def _types(opened: Any) -> dict[str, Any]:
    return {field.name: field.type for field in opened.schema_arrow}


def _fit(one: Any, other: Any) -> bool:
    """Tell whether a column has one type in two files, or no value at all in one of them."""
    import pyarrow as pa

    return one is not None and other is not None and (one == other or pa.null() in (one, other))


def _told(file: Path) -> list[Any]:
    status = file.stat()
    return [file.name, status.st_size, status.st_mtime_ns]


def _by_of(opened: Sequence[Any], at: str, *, zone: str | None, by: str | None) -> str | None:
    """Return whether days or instants are asked about, as the first rows tell."""
    for file in opened:
        for rows in file.iter_batches(batch_size=1024, columns=[at]):
            column = rows.column(0)
            if column.null_count < len(column):
                return times_in(column, at, zone=zone, by=by).by
    return None


def _pieces(opened: Sequence[Any], batch: int) -> Iterator[_Piece]:
    """Cut the files into pieces of at most so many rows: small groups of rows together, large ones apart."""
    before = 0
    for number, file in enumerate(opened):
        together, rows, first = list[int](), 0, before
        sizes = [file.metadata.row_group(group).num_rows for group in range(file.metadata.num_row_groups)]
        for group, size in enumerate([*sizes, batch + 1]):
            if together and rows + size > batch:
                yield _Piece(_name(number, together[0], 0), number, tuple(together), 0, rows, first)
                together, rows = [], 0
            if group == len(sizes):
                break
            if size > batch:
                for start in range(0, size, batch):
                    held = min(batch, size - start)
                    yield _Piece(_name(number, group, start), number, (group,), start, held, before + start)
            else:
                first = before if not together else first
                together.append(group)
                rows += size
            before += size


def _name(file: int, group: int, start: int) -> str:
    return f"{file:05}-{group:06}-{start:012}.parquet"


def _tables(opened: Sequence[Any], pieces: Sequence[_Piece], batch: int) -> Iterator[tuple[_Piece, Any]]:
    """Yield the rows of each piece; those of one large group are read in one go over it."""
    for (number, groups), several in groupby(pieces, key=lambda piece: (piece.file, piece.groups)):
        file, wanted = opened[number], {piece.start: piece for piece in several}
        if sum(file.metadata.row_group(group).num_rows for group in groups) <= batch:
            yield wanted[0], file.read_row_groups(list(groups))
            continue
        for start, table in _cut(file, groups[0], batch):
            if start in wanted:
                yield wanted.pop(start), table
            if not wanted:
                break


def _cut(file: Any, group: int, batch: int) -> Iterator[tuple[int, Any]]:
    """Yield the rows of a group, so many at a time, each with the number of its first row."""
    import pyarrow as pa

    held, start = file.schema_arrow.empty_table(), 0
    for rows in file.iter_batches(batch_size=min(batch, 1 << 16), row_groups=[group]):
        held = pa.concat_tables([held, pa.Table.from_batches([rows], schema=held.schema)])
        while len(held) >= batch:
            yield start, held.slice(0, batch)
            held, start = held.slice(batch), start + batch
    if len(held):
        yield start, held


def _answered(book: Compiled, table: Any, piece: _Piece, prefix: str, options: dict[str, Any]) -> Any:
    used = {name: table[name].combine_chunks() for name in dict.fromkeys((*options["between"], options["at"]))}
    try:
        found = ask_columns(book, used, **options)
    except FrameError as error:
        raise FrameError(
            each if each.row is None else replace(each, row=each.row + piece.before) for each in error.faults
        ) from None
    for name, column in found.items():
        table = table.append_column(prefix + name, column)
    return table


def _write(table: Any, path: Path) -> None:
    """Write a file that has its name only when it is whole."""
    import pyarrow.parquet as pq

    made = path.with_name(f"_{path.name}.{os.getpid()}.tmp")
    pq.write_table(table, made)
    made.replace(path)


def _prepare(part: Path, plan: dict[str, Any]) -> None:
    """Make the folder, or see that a run that was stopped there was asked the same."""
    text = json.dumps(plan, indent=1, default=str)
    held = part / _PLAN
    if held.exists():
        if held.read_text(encoding="utf-8") != text:
            why = "a run was stopped there that was asked something else: remove that folder, or name another target"
            raise UnwrittenFileError(str(part), ValueError(why))
        for left in part.glob("*.tmp"):
            left.unlink()
        return
    try:
        part.mkdir(parents=True, exist_ok=True)
        made = part / (_PLAN + ".tmp")
        if any(each != made for each in part.iterdir()):
            raise FileExistsError
        made.write_text(text, encoding="utf-8")
        made.replace(held)
    except OSError as error:
        raise UnwrittenFileError(str(part), error) from None


def _bar(pieces: Iterator[tuple[_Piece, Any]], count: int, progress: bool | None) -> Iterator[tuple[_Piece, Any]]:
    try:
        from tqdm import tqdm
    except ImportError:
        raise MissingExtraError("a progress bar", "tqdm", "frames") from None
    yield from tqdm(pieces, total=count, unit="file", disable=None if progress is None else not progress)
