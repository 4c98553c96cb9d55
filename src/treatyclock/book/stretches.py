"""Which treaties were in force through whole stretches of time: a day that is not known, or a year.

A stretch is cut at every edge of the two States, so that a few instants stand for all of it: its beginning, and each
edge inside. What holds of the stretch is put together from these by a rule that has a name.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from treatyclock.book.compiled import Compiled
from treatyclock.book.lists import Found, Int8
from treatyclock.book.segments import Int64
from treatyclock.book.statuses import NO, UNKNOWN, YES

AGREED, ANY, EVERY = "agreed", "any", "every"
"""How the truths of a stretch are put together: what they agree on; whether at any instant; whether at every one."""


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
    def of(
        cls, book: Compiled, one: Int64, other: Int64, *, first: Int64, last: Int64, points: bool = False
    ) -> Stretches:
        """Cut stretches at the edges of the treaties.

        Args:
            book: The treaties.
            one: For each question, the code of a State.
            other: The code of the other.
            first: The first instant of each stretch.
            last: The last.
            points: Whether nothing but these two is meant: a clock showed a time twice.
        """
        long = np.flatnonzero(last > first)
        if not len(long):
            return cls(one, other, np.arange(len(one) + 1, dtype=np.int64), first)
        if points:
            which, edges = np.arange(len(long)), last[long]
        else:
            which, edges = book.edges_between(one[long], other[long], first[long], last[long])
        row = np.concatenate([np.arange(len(one), dtype=np.int64), long[which]])
        at = np.concatenate([first, edges])
        order = np.lexsort((at, row))
        row, at = row[order], at[order]
        kept = np.append(True, (np.diff(row) != 0) | (np.diff(at) != 0))
        row, at = row[kept], at[kept]
        return cls(one, other, np.searchsorted(row, np.arange(len(one) + 1)).astype(np.int64), at)

    @property
    def rows(self) -> Int64:
        """For each instant, its question."""
        return np.repeat(np.arange(len(self.one), dtype=np.int64), np.diff(self.firsts))

    def truths(self, book: Compiled, how: str) -> Int8:
        """Return for each stretch whether any treaty was in force, be it one after the other: 0, 1, or 2 for unknown.

        Args:
            book: The treaties.
            how: :data:`AGREED`, :data:`ANY` or :data:`EVERY`.
        """
        rows = self.rows
        return combined(book.any(self.one[rows], self.other[rows], self.instants), self.firsts, how)

    def find(self, book: Compiled, how: str) -> Found:
        """Return for each stretch the treaties of which the truth is yes or unknown; takes what :meth:`truths` does."""
        rows = self.rows
        found = book.find(self.one[rows], self.other[rows], self.instants)
        if len(self.instants) == len(self.one):
            return found
        size = np.int64(max(1, len(book.treaties)))
        question = np.repeat(rows, np.diff(found.firsts))
        kinds, place = np.unique(question * size + found.treaties, return_inverse=True)
        sure = np.bincount(place[found.truths == YES], minlength=len(kinds))
        perhaps = np.bincount(place, minlength=len(kinds))
        questions = kinds // size
        asked = np.diff(self.firsts)[questions]
        yes = sure > 0 if how == ANY else sure == asked
        kept = perhaps == asked if how == EVERY else np.ones(len(kinds), dtype=bool)
        return Found(
            np.searchsorted(questions[kept], np.arange(len(self.one) + 1)).astype(np.int64),
            (kinds % size)[kept].astype(np.int32),
            np.where(yes, YES, UNKNOWN)[kept].astype(np.int8),
        )


def combined(truths: Int8, firsts: Int64, how: str) -> Int8:
    """Return the truth of each group, none of which is empty.

    Example:
        >>> truths, firsts = np.array([1, 1, 0, 1, 0, 2], dtype=np.int8), np.array([0, 2, 4, 5, 6])
        >>> [combined(truths, firsts, how).tolist() for how in (AGREED, ANY, EVERY)]
        [[1, 2, 0, 2], [1, 1, 0, 2], [1, 0, 0, 2]]
    """
    if len(firsts) - 1 == len(truths):
        return truths
    yes, no = (np.logical_or.reduceat(truths == each, firsts[:-1]) for each in (YES, NO))
    every_yes, every_no = (np.logical_and.reduceat(truths == each, firsts[:-1]) for each in (YES, NO))
    if how == ANY:
        choices = [(yes, YES), (every_no, NO)]
    elif how == EVERY:
        choices = [(no, NO), (every_yes, YES)]
    else:
        choices = [(every_yes, YES), (every_no, NO)]
    return np.select([when for when, _ in choices], [then for _, then in choices], UNKNOWN).astype(np.int8)
