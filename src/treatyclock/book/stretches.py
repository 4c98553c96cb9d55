"""Which treaties were in force through whole stretches of time: a day that is not known, or a year.

A stretch is cut at every edge of the two States, so that a few instants stand for all of it: its beginning, and each
edge inside. A treaty was in force in a stretch if it was at all of them, was not if it was at none, and else who knows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from treatyclock.book.compiled import Compiled, Found
from treatyclock.book.segments import Int64, Segments
from treatyclock.book.statuses import NO, UNKNOWN, YES

Int8 = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Stretches:
    """The stretches of many questions, and the instants that stand for all of each.

    Attributes:
        one: For each question, the code of a State.
        other: The code of the other.
        firsts: For each question, the place of its first instant; one place more for the end.
        instants: The instants, question after question.
    """

    one: Int64
    other: Int64
    firsts: Int64
    instants: Int64

    @classmethod
    def of(cls, book: Compiled, one: Int64, other: Int64, first: Int64, last: Int64) -> Stretches:
        """Cut stretches at the edges of the treaties.

        Args:
            book: The treaties.
            one: For each question, the code of a State.
            other: The code of the other.
            first: The first instant of each stretch.
            last: The last.
        """
        rows = [np.arange(len(one), dtype=np.int64)]
        instants = [first]
        long = np.flatnonzero(last > first)
        if len(long):
            for keys, lives in ((book.pairs_of(one[long], other[long]), book.pairs), (one[long], book.states_of), (other[long], book.states_of)):
                which, edges = edges_within(lives, keys, first[long], last[long])
                rows.append(long[which])
                instants.append(edges)
        row, at = np.concatenate(rows), np.concatenate(instants)
        if len(rows) > 1:
            order = np.lexsort((at, row))
            row, at = row[order], at[order]
            kept = np.append(True, (np.diff(row) != 0) | (np.diff(at) != 0)) if len(row) else np.empty(0, dtype=bool)
            row, at = row[kept], at[kept]
        return cls(one, other, np.searchsorted(row, np.arange(len(one) + 1)).astype(np.int64), at)

    @property
    def rows(self) -> Int64:
        """For each instant, its question."""
        return np.repeat(np.arange(len(self.one), dtype=np.int64), np.diff(self.firsts))

    def any(self, book: Compiled) -> Int8:
        """Return for each stretch whether any treaty was in force: 0 for no, 1 for yes, 2 for unknown.

        It is yes where at every instant some treaty was, be it one after the other.
        """
        rows = self.rows
        return agreed(book.any(self.one[rows], self.other[rows], self.instants), self.firsts)

    def truths(self, book: Compiled) -> Int8:
        """Return for each instant whether any treaty was in force."""
        rows = self.rows
        return book.any(self.one[rows], self.other[rows], self.instants)

    def find(self, book: Compiled) -> Found:
        """Return the treaties that were in force through each stretch, or at some of its instants, or may have been."""
        rows = self.rows
        found = book.find(self.one[rows], self.other[rows], self.instants)
        if len(self.instants) == len(self.one):
            return found
        question = np.repeat(rows, np.diff(found.firsts))
        size = np.int64(max(1, len(book.treaties)))
        kinds, place = np.unique(question * size + found.treaties, return_inverse=True)
        surely = np.bincount(place[found.truths == YES], minlength=len(kinds))
        questions = kinds // size
        throughout = surely == np.diff(self.firsts)[questions]
        return Found(
            np.searchsorted(questions, np.arange(len(self.one) + 1)).astype(np.int64),
            (kinds % size).astype(np.int32),
            np.where(throughout, YES, UNKNOWN).astype(np.int8),
        )


def agreed(truths: Int8, firsts: Int64) -> Int8:
    """Return what the truths of each group agree on; unknown where they do not agree.

    Example:
        >>> agreed(np.array([1, 1, 0, 1, 0, 2], dtype=np.int8), np.array([0, 2, 4, 5, 6])).tolist()
        [1, 2, 0, 2]
    """
    if len(firsts) - 1 == len(truths):
        return truths
    lowest = np.minimum.reduceat(truths, firsts[:-1]) if len(truths) else truths
    highest = np.maximum.reduceat(truths, firsts[:-1]) if len(truths) else truths
    return np.where(lowest == highest, lowest, UNKNOWN).astype(np.int8)


def edges_within(lives: Segments, keys: Int64, first: Int64, last: Int64) -> tuple[Int64, Int64]:
    """Return the edges of each key that come after one instant and not after another.

    Returns:
        For each edge the number of its question, and its instant in microseconds.

    Example:
        >>> lives = Segments.of([([0, 5_000_000, 9_000_000], [1, 2, 3, 4])])
        >>> which, edges = edges_within(lives, np.array([0, -1]), np.array([0, 0]), np.array([9_000_000, 9]))
        >>> which.tolist(), edges.tolist()
        ([0, 0], [5000000, 9000000])
    """
    begins, ends = lives.locate(keys, first), lives.locate(keys, last)
    number = ends - begins
    which = np.repeat(np.arange(len(keys), dtype=np.int64), number)
    # A key has one segment more than edges: segment n + k of key k ends before edge n.
    place = np.arange(len(which), dtype=np.int64) - np.repeat(np.cumsum(number) - number - begins, number)
    edges = lives.edges[place - keys[which]] if len(which) else np.empty(0, dtype=np.int64)
    return which, edges * lives.tick
