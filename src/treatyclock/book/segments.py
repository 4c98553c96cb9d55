"""Lives as arrays: for each key a step function of time, and the segment in which an instant lies.

A key has edges in order and one segment more than edges. All edges stand in one array, key after key. Where all edges
are whole seconds they are kept as such: that is exact, since an instant is at or after such an edge exactly if its
whole second is. Others are kept in microseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from treatyclock.book._buckets import BLOCK, FAR, Buckets, Int32, Int64, KeyArray

S = TypeVar("S", bound=np.generic)

__all__ = ["SECOND", "Int32", "Int64", "KeyArray", "Segments", "in_parts"]

SECOND = 1_000_000


@dataclass(frozen=True, eq=False)
class Segments:
    """The edges of many keys, and the value of each segment.

    Attributes:
        firsts: For each key, the place of its first edge; one place more for the end. Int64, of shape (keys + 1,).
        edges: The edges, in ticks since 1970 in UTC, in order within each key. Int64.
        values: The value of each segment: those of key k begin at ``firsts[k] + k``. Int32, of shape (edges + keys,).
        tick: How many microseconds a tick has: 1,000,000 or 1.
    """

    firsts: Int64
    edges: Int64
    values: Int32
    tick: int

    @classmethod
    def of(cls, lives: Iterable[tuple[Sequence[int], Sequence[int]]]) -> Segments:
        """Make them of lives: for each key its edges in microseconds, in order, and its values, one more than edges.

        Raises:
            ValueError: If a life has another number of values, or edges that are not in order.

        Example:
            >>> found = Segments.of([([0, 5_000_000], [0, 1, 0]), ([], [7])])
            >>> found.values[found.locate([0, 0, 0, 1], [-1, 0, 5_000_000, 3])].tolist()
            [0, 1, 0, 7]
        """
        counts, edges, values = [0], list[int](), list[int]()
        for own, held in lives:
            if len(held) != len(own) + 1:
                raise ValueError(f"a life with {len(own)} edges has {len(own) + 1} values, not {len(held)}")
            counts.append(len(own))
            edges.extend(own)
            values.extend(held)
        firsts = np.cumsum(np.array(counts, dtype=np.int64), dtype=np.int64)
        return cls.from_arrays(firsts, np.array(edges, dtype=np.int64), np.array(values, dtype=np.int32))

    @classmethod
    def from_arrays(cls, firsts: Int64, edges: Int64, values: Int32) -> Segments:
        """Make them of arrays whose edges are in microseconds.

        Raises:
            ValueError: If the arrays do not fit each other, or the edges of a key are not in order.
        """
        if firsts[0] != 0 or firsts[-1] != len(edges) or (np.diff(firsts) < 0).any():
            raise ValueError("the places of the first edges do not fit the edges")
        if len(values) != len(edges) + len(firsts) - 1:
            raise ValueError("there is one value more than edges for each key")
        inside = np.ones(len(edges), dtype=bool)
        inside[firsts[:-1][firsts[:-1] < len(edges)]] = False
        if len(edges) and (np.diff(edges, prepend=edges[0])[inside] <= 0).any():
            raise ValueError("the edges of a key are not in order")
        if len(edges) and max(-int(edges.min()), int(edges.max())) >= FAR:
            raise ValueError(f"an edge is {FAR:,} microseconds or more from 1970")
        whole = not (edges % SECOND).any() if len(edges) else True
        tick = SECOND if whole else 1
        return cls(firsts, edges // tick, values, tick)

    @property
    def keys(self) -> int:
        """How many keys there are."""
        return len(self.firsts) - 1

    @cached_property
    def _buckets(self) -> Buckets:
        return Buckets.of(self.firsts, self.edges)

    def locate(self, keys: KeyArray | Sequence[int], instants: Int64 | Sequence[int], *, threads: int = 1) -> Int64:
        """Return the place in ``values`` of the segment in which each instant lies.

        Args:
            keys: A key for each question; -1 for one of which nothing is known.
            instants: An instant for each, in microseconds since 1970 in UTC.
            threads: On how many threads they are looked up; numpy lets them run beside each other.

        Returns:
            The places; -1 where there is no such key. Int64, of the shape of ``keys``.

        Raises:
            ValueError: If there are not as many keys as instants, or no thread.
        """
        asked, times = _questions(keys, instants)
        found = np.empty(asked.shape, dtype=np.int64)
        if not self.keys:
            found.fill(-1)
            return found
        places, table = found.reshape(-1), self._buckets

        def some(part: slice) -> None:
            table.locate(asked.ravel()[part], times.ravel()[part], self.tick, places[part])

        in_parts(some, asked.size, threads)
        return found

    def values_at(
        self, keys: KeyArray | Sequence[int], instants: Int64 | Sequence[int], *, missing: int = -1, threads: int = 1
    ) -> Int32:
        """Return the value of the segment in which each instant lies; ``missing`` where there is no such key.

        Example:
            >>> Segments.of([([0, 5_000_000], [3, 8, 3])]).values_at([0, 0, -1], [-1, 2, 2]).tolist()
            [3, 8, -1]
        """
        return self.look_up(self.values, keys, instants, missing=missing, threads=threads)

    def look_up(
        self,
        values: NDArray[S],
        keys: KeyArray | Sequence[int],
        instants: Int64 | Sequence[int],
        *,
        missing: int = -1,
        threads: int = 1,
    ) -> NDArray[S]:
        """Do the same as :meth:`values_at` with other values of the segments, one for each.

        Example:
            >>> lives = Segments.of([([0, 5_000_000], [3, 8, 3])])
            >>> lives.look_up(np.array([False, True, False]), [0, 0, 1], [-1, 2, 2], missing=0).tolist()
            [False, True, False]
        """
        if len(values) != len(self.values):
            raise ValueError(f"{len(values)} values for {len(self.values)} segments")
        asked, times = _questions(keys, instants)
        found = np.empty(asked.shape, dtype=values.dtype)
        if not self.keys:
            found.fill(missing)
            return found
        held, table = found.reshape(-1), self._buckets

        def some(part: slice) -> None:
            mine, at = asked.ravel()[part], times.ravel()[part]
            table.look_up(mine, at, tick=self.tick, values=values, missing=missing, found=held[part])

        in_parts(some, asked.size, threads)
        return found

    def edges_within(self, keys: KeyArray, first: Int64, last: Int64) -> tuple[Int64, Int64]:
        """Return the edges of each key that come after one instant and not after another.

        Returns:
            For each edge the number of its question, and its instant in microseconds.

        Example:
            >>> lives = Segments.of([([0, 5_000_000, 9_000_000], [1, 2, 3, 4])])
            >>> which, edges = lives.edges_within(np.array([0, -1]), np.array([0, 0]), np.array([9_000_000, 9]))
            >>> which.tolist(), edges.tolist()
            ([0, 0], [5000000, 9000000])
        """
        begins, ends = self.locate(keys, first), self.locate(keys, last)
        number = np.maximum(0, ends - begins)
        which = np.repeat(np.arange(len(keys), dtype=np.int64), number)
        if not len(which):
            return which, which
        # A key has one segment more than edges: segment n + k of key k ends before edge n.
        place = np.arange(len(which), dtype=np.int64) - np.repeat(np.cumsum(number) - number - begins, number)
        return which, self.edges[place - keys[which]] * self.tick


def _questions(keys: KeyArray | Sequence[int], instants: Int64 | Sequence[int]) -> tuple[KeyArray, Int64]:
    """Return the keys and instants as arrays that fit each other."""
    asked = np.asarray(keys) if len(keys) else np.empty(0, dtype=np.int64)
    times = np.asarray(instants, dtype=np.int64)
    if asked.dtype.kind not in "iu":
        raise ValueError(f"keys are whole numbers, not {asked.dtype}")
    if asked.shape != times.shape:
        raise ValueError(f"{asked.shape} keys and {times.shape} instants")
    return asked, times


def in_parts(work: Callable[[slice], None], size: int, threads: int) -> None:
    """Do some work on all of so many questions, on several threads where it is worth their while.

    Raises:
        ValueError: If there is to be no thread.
    """
    if threads < 1:
        raise ValueError(f"{threads} threads: at least 1 is needed")
    if threads == 1 or size <= 2 * BLOCK:
        work(slice(0, size))
        return
    share = -(-size // threads)
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, [slice(start, min(start + share, size)) for start in range(0, size, share)]))
