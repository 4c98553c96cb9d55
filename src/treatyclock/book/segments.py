"""Lives as arrays: for each key a step function of time, and the segment in which an instant lies.

A key has edges in order and one segment more than edges. All edges stand in one array, key after key. Where edges are
whole seconds, which is exact since ``t >= edge`` holds for an instant exactly if it holds for its whole second, the key
and the time fit into one integer: codes of later keys are greater, so that a search forward needs no upper bound. Other
edges are kept in microseconds, and the search is bounded by the edges of its key.

The search begins at the bucket of its key and time: a table tells how many edges lie before each bucket, which leaves a
few edges to compare. It has no branches, and works on blocks that stay in the processor's cache.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

SECOND = 1_000_000
_BLOCK = 1 << 14
_MOST_BITS = 62
_FAR = 1 << 61

Int64 = NDArray[np.int64]
Int32 = NDArray[np.int32]


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
        whole = not (edges % SECOND).any() if len(edges) else True
        tick = SECOND if whole else 1
        return cls(firsts, edges // tick, values, tick)

    @property
    def keys(self) -> int:
        """How many keys there are."""
        return len(self.firsts) - 1

    @cached_property
    def _index(self) -> _Index:
        return _Index.of(self.firsts, self.edges)

    def locate(self, keys: Int64 | Sequence[int], instants: Int64 | Sequence[int]) -> Int64:
        """Return the place in ``values`` of the segment in which each instant lies.

        Args:
            keys: A key for each question; -1 for one of which nothing is known.
            instants: An instant for each, in microseconds since 1970 in UTC.

        Returns:
            The places; -1 where there is no such key. Int64, of the shape of ``keys``.

        Raises:
            ValueError: If there are not as many keys as instants.
        """
        asked, times = np.asarray(keys, dtype=np.int64), np.asarray(instants, dtype=np.int64)
        if asked.shape != times.shape:
            raise ValueError(f"{asked.shape} keys and {times.shape} instants")
        found = np.empty(asked.shape, dtype=np.int64)
        if not self.keys:
            found.fill(-1)
            return found
        if times.size and (int(times.min()) < -_FAR or int(times.max()) > _FAR):
            times = np.clip(times, -_FAR, _FAR)  # beyond all edges, and so that differences stay within 64 bits
        ticks = times // self.tick if self.tick != 1 else times
        self._index.locate(asked.ravel(), ticks.ravel(), found.reshape(-1))
        return found


@dataclass(frozen=True, eq=False)
class _Index:
    """What a search needs: the bucket of each key and time, and the codes that it compares.

    Attributes:
        firsts: For each key, the place of its first edge.
        lasts: For each key, the place after its last edge.
        origin: The tick from which times are counted.
        span: The greatest time counted from it that is told apart; later ones count as it.
        buckets: For each key, the place of its first bucket, and in the lowest six bits how many bits of a time tell
            its place within a bucket: one look-up for both.
        before: For each bucket, the place of the first edge in it or after it.
        codes: Key and time of each edge in one integer, then a greatest one; empty where both do not fit.
        bits: How many bits of a code are its time.
        times: The time of each edge, then a greatest one, where codes are empty.
        steps: The widths of the search, each half of the one before.
    """

    firsts: Int64
    lasts: Int64
    origin: int
    span: int
    buckets: Int64
    before: Int64
    codes: Int64
    bits: int
    times: Int64
    steps: tuple[int, ...]

    @classmethod
    def of(cls, firsts: Int64, edges: Int64) -> _Index:
        origin = int(edges.min()) - 1 if len(edges) else 0
        times = edges - origin
        span = int(times.max()) + 1 if len(edges) else 1
        counts = np.diff(firsts)
        bits = span.bit_length()
        # About two buckets for each edge: each key has its own width, so that a busy one has as many as it needs.
        wanted = np.maximum(1, 2 * counts)
        shift = np.maximum(0, bits - np.ceil(np.log2(wanted)).astype(np.int64))
        number = (span >> shift) + 1
        buckets = np.concatenate([[0], np.cumsum(number)[:-1]]).astype(np.int64)
        keys = np.repeat(np.arange(len(counts), dtype=np.int64), counts)
        own = buckets[keys] + (times >> shift[keys])
        size = int(number.sum())
        held = np.bincount(own, minlength=size).astype(np.int64)
        before = np.concatenate([[0], np.cumsum(held)[:-1]]).astype(np.int64)
        most = int(held.max()) if len(held) else 0
        steps = tuple(1 << n for n in reversed(range(most.bit_length())))
        fits = bits + max(1, len(counts)).bit_length() <= _MOST_BITS
        room = np.full(max(steps, default=1) * 2, np.iinfo(np.int64).max, dtype=np.int64)
        codes = np.concatenate([(keys << bits) | times, room]) if fits else np.empty(0, dtype=np.int64)
        plain = np.empty(0, dtype=np.int64) if fits else np.concatenate([times, room])
        return cls(firsts[:-1], firsts[1:], origin, span, (buckets << 6) | shift, before, codes, bits, plain, steps)

    def locate(self, keys: Int64, ticks: Int64, found: Int64) -> None:
        """Write the places of segments, block by block."""
        room = _Room.of(min(_BLOCK, len(keys)))
        most = len(self.firsts) - 1
        strange = len(keys) > 0 and (int(keys.min()) < 0 or int(keys.max()) > most)
        for start in range(0, len(keys), _BLOCK):
            stop = min(start + _BLOCK, len(keys))
            asked = keys[start:stop]
            known = np.clip(asked, 0, most) if strange else asked
            self._block(known, ticks[start:stop], found[start:stop], room.cut(stop - start))
            if strange:
                found[start:stop][known != asked] = -1

    def _block(self, key: Int64, ticks: Int64, found: Int64, room: _Room) -> None:
        time, place, code = room.time, room.place, room.code
        np.subtract(ticks, self.origin, out=time)
        np.clip(time, 0, self.span, out=time)
        # The bucket of the key and the time.
        self.buckets.take(key, out=place, mode="clip")
        np.bitwise_and(place, 63, out=code)
        np.right_shift(time, code, out=code)
        np.right_shift(place, 6, out=place)
        np.add(code, place, out=code)
        self.before.take(code, out=place, mode="clip")
        if len(self.codes):
            np.left_shift(key, self.bits, out=code)
            np.bitwise_or(code, time, out=code)
            self._forward(self.codes, code, place, room)
        else:
            self._bounded(key, time, place, room)
        np.add(place, key, out=found)

    def _forward(self, codes: Int64, code: Int64, place: Int64, room: _Room) -> None:
        """Go forward over edges that are not later, by steps that halve; later keys have greater codes."""
        for step in self.steps:
            np.add(place, step - 1, out=room.there)
            codes.take(room.there, out=room.edge, mode="clip")
            np.less_equal(room.edge, code, out=room.flag)
            np.multiply(room.flag, step, out=room.there)
            np.add(place, room.there, out=place)

    def _bounded(self, key: Int64, time: Int64, place: Int64, room: _Room) -> None:
        """The same over times alone, up to the last edge of the key."""
        last = self.lasts.take(key, mode="clip")
        for step in self.steps:
            np.add(place, step - 1, out=room.there)
            self.times.take(room.there, out=room.edge, mode="clip")
            np.less_equal(room.edge, time, out=room.flag)
            np.logical_and(room.flag, room.there < last, out=room.flag)
            np.multiply(room.flag, step, out=room.there)
            np.add(place, room.there, out=place)


@dataclass(frozen=True)
class _Room:
    """Arrays that a block works in, made once for all blocks."""

    time: Int64
    place: Int64
    code: Int64
    there: Int64
    edge: Int64
    flag: NDArray[np.bool_]

    @classmethod
    def of(cls, size: int) -> _Room:
        time, place, code, there, edge = np.empty((5, size), dtype=np.int64)
        return cls(time, place, code, there, edge, np.empty(size, dtype=bool))

    def cut(self, size: int) -> _Room:
        if size == len(self.time):
            return self
        return _Room(
            self.time[:size], self.place[:size], self.code[:size], self.there[:size], self.edge[:size], self.flag[:size]
        )  # fmt: skip
