"""Where a search among many edges begins: a table of buckets, and for nearly all questions where it ends.

The time of each key is divided into buckets, some four for each of its edges, so that most hold no edge or one. An
entry of the table tells both how many edges lie before the bucket and when its edge comes: the number stands in the
high bits, and in the low ones what is missing until the edge, so that adding the time asked about carries one into the
number exactly if the edge has come. One look-up and one addition so take the place of a search. Where both do not fit
into 64 bits, as microseconds of many centuries beside a million edges, they stand in two tables.

A bucket of several edges has an entry below all others. Questions that fall into one are taken out of their block and
searched for, by steps that halve.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

FAR = 1 << 61
"""No edge is farther from 1970, in ticks: differences so stay within 64 bits."""
BLOCK = 1 << 15
"""How many questions are worked on at a time: few enough that their arrays stay in the processor's second cache."""
_SEVERAL = -(1 << 62)
_BITS = 60
_PER_EDGE = 4

Int64 = NDArray[np.int64]
Int32 = NDArray[np.int32]
KeyArray = NDArray[np.integer]


@dataclass(frozen=True, eq=False)
class Buckets:
    """A table in which the segment of a key and a time is looked up.

    Attributes:
        keys: For each key, what is added to the number of a time's bucket, and in the lowest six bits how far a time
            is shifted to get that number: one look-up for both.
        bits: How many low bits of an entry belong to the time; 0 where entries are in two tables.
        entries: For each bucket, the number of segments before it and the time until its edge, or the edge alone.
        before: For each bucket, the number of segments before it, where entries are in two tables.
        begins: For each bucket with several edges, the place of the first of them.
        ends: For each bucket with several edges, the place after the last of them.
        edges: All edges, key after key.
        first: The first tick that is told apart.
        last: The last tick that is told apart.
        steps: The widths of the search in a bucket with several edges, each half of the one before.
    """

    keys: Int64
    bits: int
    entries: Int64
    before: Int64
    begins: Int64
    ends: Int64
    edges: Int64
    first: int
    last: int
    steps: tuple[int, ...]

    @classmethod
    def of(cls, firsts: Int64, edges: Int64) -> Buckets:
        """Make the table: ``firsts`` has the place of each key's first edge, and the place after the last of all.

        Example:
            >>> table = Buckets.of(np.array([0, 2, 2]), np.array([-5, 7]))
            >>> found = np.empty(4, dtype=np.int64)
            >>> table.locate(np.array([0, 0, 0, 1]), np.array([-6, -5, 7, 7]), 1, found)
            >>> found.tolist()
            [0, 1, 2, 3]
        """
        first, last = (int(edges.min()) - 1, int(edges.max())) if len(edges) else (0, 0)
        counts = np.diff(firsts)
        width = (last - first + 1).bit_length()
        wanted = np.maximum(1, _PER_EDGE * counts)
        shift = np.maximum(0, width - np.ceil(np.log2(wanted)).astype(np.int64))
        number = (last >> shift) - (first >> shift) + 1
        begin = np.cumsum(number) - number
        base = begin - (first >> shift)
        key = np.repeat(np.arange(len(counts), dtype=np.int64), counts)
        own = base[key] + (edges >> shift[key])
        held = np.bincount(own, minlength=int(number.sum())).astype(np.int64)
        place = np.cumsum(held) - held
        # A key has one segment more than edges, so that the segments before a bucket are its edges and its keys.
        before = place + np.repeat(np.arange(len(counts), dtype=np.int64), number)
        edge = np.full(len(held), np.iinfo(np.int64).max, dtype=np.int64)
        edge[own] = edges
        packed = width + (len(edges) + len(counts)).bit_length() < _BITS and max(abs(first), abs(last)) < 1 << _BITS
        entries = edge if not packed else (before << width) + np.where(held == 1, (1 << width) - edge, -first)
        several = held > 1
        entries[several] = _SEVERAL - np.arange(int(several.sum()), dtype=np.int64)
        steps = tuple(1 << n for n in reversed(range(int(held.max(initial=0)).bit_length())))
        return cls(
            keys=(base << 6) | shift,
            bits=width if packed else 0,
            entries=entries,
            before=np.empty(0, dtype=np.int64) if packed else before,
            begins=place[several],
            ends=(place + held)[several],
            edges=edges,
            first=first,
            last=last,
            steps=steps,
        )

    def locate(self, keys: KeyArray, instants: Int64, tick: int, found: Int64) -> None:
        """Write the place of the segment of each key and instant, block by block; -1 where there is no such key.

        Args:
            keys: A key for each question.
            instants: An instant for each, in microseconds.
            tick: How many microseconds a tick has.
            found: Where the places are written.
        """
        room = _own_room()
        for start in range(0, len(keys), BLOCK):
            part = slice(start, start + BLOCK)
            self._block(keys[part], instants[part], tick, found[part], room)

    def look_up(
        self, keys: KeyArray, instants: Int64, *, tick: int, values: NDArray[Any], missing: int, found: NDArray[Any]
    ) -> None:
        """Write the value of each segment, while its place is still in the cache.

        Args:
            keys: A key for each question.
            instants: An instant for each, in microseconds.
            tick: How many microseconds a tick has.
            values: The value of each segment.
            missing: That of a key which there is not.
            found: Where the values are written.
        """
        room = _own_room()
        for start in range(0, len(keys), BLOCK):
            part = slice(start, start + BLOCK)
            own = room.places[: len(keys[part])]
            strange = self._block(keys[part], instants[part], tick, own, room)
            values.take(own, out=found[part], mode="clip")
            if strange:
                found[part][own < 0] = missing

    def _block(self, keys: KeyArray, at: Int64, tick: int, places: Int64, room: _Room) -> bool:
        """Write the places of a block; return whether there are keys in it that there are not in the table."""
        most = len(self.keys) - 1
        strange = int(keys.min()) < 0 or int(keys.max()) > most
        known = keys.clip(0, most) if strange else keys
        if int(at.min()) < self.first * tick or int(at.max()) > self.last * tick:
            at = at.clip(self.first * tick, self.last * tick)
        bucket, entry, flags = room.cut(len(keys))
        time = np.floor_divide(at, tick, out=room.time[: len(keys)]) if tick != 1 else at
        self.keys.take(known, out=entry, mode="clip")
        np.bitwise_and(entry, 63, out=bucket)
        np.right_shift(time, bucket, out=bucket)
        np.right_shift(entry, 6, out=entry)
        np.add(bucket, entry, out=bucket)
        self.entries.take(bucket, out=entry, mode="clip")
        if self.bits:
            np.add(entry, time, out=places)
            np.right_shift(places, self.bits, out=places)
        else:
            self.before.take(bucket, out=places, mode="clip")
            np.less_equal(entry, time, out=flags)
            np.add(places, flags, out=places)
        if self.steps[1:]:
            np.less_equal(entry, _SEVERAL, out=flags)
            asked = np.flatnonzero(flags)
            places[asked] = self._search(_SEVERAL - entry[asked], time[asked]) + known[asked]
        if strange:
            places[known != keys] = -1
        return strange

    def _search(self, which: Int64, time: Int64) -> Int64:
        """Go forward over the edges of a bucket that are not later, by steps that halve."""
        place, end = self.begins[which], self.ends[which]
        for step in self.steps:
            there = place + (step - 1)
            held = self.edges.take(there, mode="clip") <= time
            held &= there < end
            place += held * step
        return place


@dataclass(frozen=True, eq=False)
class _Room:
    """Arrays that a block works in."""

    time: Int64
    bucket: Int64
    entry: Int64
    places: Int64
    flags: NDArray[np.bool_]

    def cut(self, size: int) -> tuple[Int64, Int64, NDArray[np.bool_]]:
        return self.bucket[:size], self.entry[:size], self.flags[:size]


_ROOMS = threading.local()


def _own_room() -> _Room:
    """Return the room of this thread. It is kept, since new memory for each call would cost more than the search."""
    if not hasattr(_ROOMS, "room"):
        time, bucket, entry, places = np.empty((4, BLOCK), dtype=np.int64)
        _ROOMS.room = _Room(time, bucket, entry, places, np.empty(BLOCK, dtype=bool))
    room: _Room = _ROOMS.room
    return room
