"""The treaties found for each of many questions, as lists that stand one after the other in one array.

The treaties that a pair has at a time are a set, and each set is kept once. So a question leads to a span: where the
treaties of its set begin, and how many they are. Both stand in one integer, and the lists are laid out from these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from treatyclock.book.segments import Int32, Int64, in_parts

Int8 = NDArray[np.int8]

LENGTH_BITS = 24
"""How many low bits of a span tell its length."""
LONGEST = (1 << LENGTH_BITS) - 1
"""How many treaties a list has at most."""
TRUTH_BITS = 2
"""How many low bits of a treaty in a set tell whether it is in force."""

_BLOCK = 1 << 14


@dataclass(frozen=True, slots=True)
class Found:
    """The treaties found for each of many questions, one list after the other.

    Attributes:
        firsts: For each question, the place of its first treaty; one place more for the end.
        treaties: The treaties, as places in the list of the book.
        truths: For each whether it was in force: 1 for yes, 2 for unknown.
    """

    firsts: Int64
    treaties: Int32
    truths: Int8

    def __len__(self) -> int:
        """Count the questions."""
        return len(self.firsts) - 1

    def __iter__(self) -> Iterator[tuple[tuple[int, int], ...]]:
        """Yield for each question the treaties with their truths."""
        for first, last in zip(self.firsts[:-1].tolist(), self.firsts[1:].tolist(), strict=True):
            yield tuple(zip(self.treaties[first:last].tolist(), self.truths[first:last].tolist(), strict=True))


def blocks(part: slice) -> Iterator[slice]:
    """Yield the blocks of some questions that are worked on at a time."""
    return (slice(start, min(start + _BLOCK, part.stop)) for start in range(part.start, part.stop, _BLOCK))


def laid_out(spans: Int64, held: Int32, *, threads: int = 1) -> Found:
    """Lay out the treaties of each span, one list after the other.

    Args:
        spans: For each question the place of its first treaty in ``held``, and in the low bits how many there are.
        held: The treaties of all sets, each with its truth in the low bits.
        threads: On how many threads.

    Example:
        >>> held = np.array([7 << 2 | 1, 8 << 2 | 2, 9 << 2 | 1], dtype=np.int32)
        >>> spans = np.array([1 << 24 | 2, 0, 0 << 24 | 1], dtype=np.int64)
        >>> list(laid_out(spans, held))
        [((8, 2), (9, 1)), (), ((7, 1),)]
    """
    firsts = np.zeros(len(spans) + 1, dtype=np.int64)
    np.bitwise_and(spans, LONGEST, out=firsts[1:])
    np.cumsum(firsts[1:], out=firsts[1:])
    treaties, truths = np.empty(firsts[-1], dtype=np.int32), np.empty(firsts[-1], dtype=np.int8)

    def some(part: slice) -> None:
        for block in blocks(part):
            begin, end = firsts[block.start], firsts[block.stop]
            length = np.diff(firsts[block.start : block.stop + 1])
            # The treaties of a question stand together, so that one shift leads to all of them.
            place = np.repeat((spans[block] >> LENGTH_BITS) - firsts[block], length)
            place += np.arange(begin, end, dtype=np.int64)
            both = held.take(place, mode="clip")
            np.right_shift(both, TRUTH_BITS, out=treaties[begin:end])
            np.bitwise_and(both, (1 << TRUTH_BITS) - 1, out=truths[begin:end], casting="unsafe")

    in_parts(some, len(spans), threads)
    return Found(firsts, treaties, truths)


def merged(found: Found, more: Mapping[int, tuple[Int64, Int32, Int8]]) -> Found:
    """Put more treaties into lists, each list in the order of the treaties.

    Args:
        found: The lists.
        more: For the first question of each block, in order or not, what is found besides: the number of the question
            within the block, the treaty and its truth.

    Example:
        >>> one = Found(np.array([0, 1, 1]), np.array([7], dtype=np.int32), np.array([1], dtype=np.int8))
        >>> more = np.array([0, 1]), np.array([5, 6], dtype=np.int32), np.array([2, 1], dtype=np.int8)
        >>> list(merged(one, {0: more}))
        [((5, 2), (7, 1)), ((6, 1),)]
    """
    counts = np.diff(found.firsts)
    treaties, truths = list[Int32](), list[Int8]()
    starts = sorted(more)
    for start, stop in pairwise((*starts, len(found))):
        asked, ids, held = more[start]
        own = slice(found.firsts[start], found.firsts[stop])
        number = np.concatenate([np.repeat(np.arange(stop - start), counts[start:stop]), asked])
        both = np.concatenate([found.treaties[own], ids])
        order = np.lexsort((both, number))
        treaties.append(both[order])
        truths.append(np.concatenate([found.truths[own], held])[order])
        counts[start:stop] += np.bincount(asked, minlength=stop - start)
    firsts = np.concatenate([found.firsts[:1], np.cumsum(counts)])
    return Found(firsts, np.concatenate(treaties), np.concatenate(truths))
