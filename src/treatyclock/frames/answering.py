"""The answers to many questions as columns of Arrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from treatyclock.book.compiled import Compiled
from treatyclock.book.lists import Int8
from treatyclock.book.segments import Int64
from treatyclock.book.statuses import UNKNOWN, YES, statuses_of
from treatyclock.book.stretches import AGREED, Stretches

Bools = NDArray[np.bool_]

COLUMNS = ("truth", "treaties", "perhaps", "status", "depends_on")
"""The columns of an answer."""

WHICH_TIME = "which of these times was it?"
LACKING = "does the book lack a treaty?"


def answers(book: Compiled, asked: Stretches, how: str, there: Bools, wanted: Sequence[str]) -> dict[str, Any]:
    """Return the columns of the answers.

    Args:
        book: The treaties.
        asked: The questions.
        how: How what holds at several instants of a question is put together.
        there: For each row of the frame whether there is a question; those without one have no answer.
        wanted: Which of :data:`COLUMNS`.
    """
    truths = asked.truths(book, how)
    columns = {"truth": _words(truths, there)} if "truth" in wanted else {}
    if set(wanted) <= {"truth"}:
        return columns
    rows = np.flatnonzero(there)
    found = asked.find(book, how)
    question = np.repeat(np.arange(len(rows)), np.diff(found.firsts))
    sure = found.truths == YES
    # Those in force come first, and the statuses in the order of both lists.
    order = np.lexsort((found.treaties, ~sure, question))
    question, treaty, sure = question[order], found.treaties[order].astype(np.int64), sure[order]
    for name, kept in (("treaties", sure), ("perhaps", ~sure)):
        if name in wanted:
            columns[name] = _lists(rows[question[kept]], _texts(book.treaties, treaty[kept]), there)
    if "status" in wanted:
        masks = _masks(book, asked, question, treaty)
        columns["status"] = _lists(rows[question], _statuses(masks), there)
    if "depends_on" in wanted:
        which, texts = _open(book, asked, question[~sure], treaty[~sure], how=how, truths=truths)
        columns["depends_on"] = _lists(rows[which], texts, there)
    return {name: columns[name] for name in wanted}


def _instants(asked: Stretches, question: Int64) -> tuple[Int64, Int64]:
    """Return for some questions their instants, one after the other, and of which entry each is."""
    number = np.diff(asked.firsts)[question]
    entry = np.repeat(np.arange(len(question), dtype=np.int64), number)
    place = np.arange(len(entry)) - np.repeat(np.cumsum(number) - number, number) + asked.firsts[:-1][question][entry]
    return entry, asked.instants[place]


def _masks(book: Compiled, asked: Stretches, question: Int64, treaty: Int64) -> NDArray[np.int32]:
    """Return the statuses possible at any instant of each treaty found."""
    if not len(question):
        return np.empty(0, dtype=np.int32)
    entry, at = _instants(asked, question)
    of = question[entry]
    masks = book.status(treaty[entry], asked.one[of], asked.other[of], at)
    starts = np.searchsorted(entry, np.arange(len(question)))
    joined: NDArray[np.int32] = np.bitwise_or.reduceat(masks, starts)
    return joined


def _open(
    book: Compiled, asked: Stretches, question: Int64, treaty: Int64, *, how: str, truths: Int8
) -> tuple[Int64, Any]:
    """Return on what each unknown depends: of which question each text is, in order, and the texts."""
    import pyarrow as pa

    entry, at = _instants(asked, question)
    of = question[entry]
    reasons = book.open(treaty[entry], asked.one[of], asked.other[of], at)
    which = np.concatenate([entry, entry])
    why = np.concatenate([reasons[:, 0], reasons[:, 1]]).astype(np.int64)
    which, why = which[why >= 0], why[why >= 0]
    undated = np.empty(0, dtype=np.int64)
    if how == AGREED and len(entry) > len(question):
        held = book.truth(treaty[entry], asked.one[of], asked.other[of], at)
        starts = np.searchsorted(entry, np.arange(len(question)))
        undated = np.flatnonzero(np.minimum.reduceat(held, starts) != np.maximum.reduceat(held, starts))
    size, time = np.int64(len(book.texts) + 1), np.int64(len(book.texts))
    which = np.concatenate([which, undated])
    code = np.concatenate([why, np.full(len(undated), time)]) + treaty[which] * size
    of = question[which]
    # No treaty was found where it is unknown: the book may lack one, or one followed another.
    bare = np.flatnonzero((truths == UNKNOWN) & ~np.isin(np.arange(len(truths)), of))
    lacking = np.full(len(bare), -1, dtype=np.int64)
    lacking[np.diff(asked.firsts)[bare] > 1] = -2
    lacking[(asked.one[bare] == book.other) | (asked.other[bare] == book.other)] = -1
    lacking[asked.instants[asked.firsts[1:][bare] - 1] >= book.until] = -1
    pairs = np.unique(np.stack([np.concatenate([of, bare]), np.concatenate([code, lacking])]), axis=1)
    kinds, place = np.unique(pairs[1], return_inverse=True)
    texts = [_told(book, int(kind), int(size)) for kind in kinds]
    return pairs[0], pa.array(texts, type=pa.string()).take(pa.array(place))


def _told(book: Compiled, kind: int, size: int) -> str:
    if kind < 0:
        return LACKING if kind == -1 else WHICH_TIME
    treaty, why = divmod(kind, size)
    return f"{book.treaties[treaty]}: {book.texts[why] if why < len(book.texts) else WHICH_TIME}"


def _words(truths: Int8, there: Bools) -> Any:
    import pyarrow as pa

    places = np.zeros(len(there), dtype=np.int8)
    places[there] = truths
    return pa.array(["no", "yes", "unknown"]).take(pa.array(places, mask=~there))


def _texts(texts: NDArray[np.str_], places: Int64) -> Any:
    import pyarrow as pa

    return pa.array(texts.tolist(), type=pa.string()).take(pa.array(places))


def _statuses(masks: NDArray[np.int32]) -> Any:
    import pyarrow as pa

    kinds, place = np.unique(masks, return_inverse=True)
    texts = [" or ".join(sorted(status.value for status in statuses_of(int(kind)))) or "not known" for kind in kinds]
    return pa.array(texts, type=pa.string()).take(pa.array(place))


def _lists(rows: Int64, values: Any, there: Bools) -> Any:
    """Return a column of lists: of which row each value is, in order."""
    import pyarrow as pa

    offsets = np.searchsorted(rows, np.arange(len(there) + 1)).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), values, mask=pa.array(~there))
