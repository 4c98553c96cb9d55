"""Shortest paths by rounds over all constraints at once in numpy: quick where many nodes move."""

from __future__ import annotations

from typing import Any

from treatyclock.testimony._columns import Column
from treatyclock.testimony._queue import Queue

# After so many rounds at a time the number of nodes that still move is looked at. After twice as many the queue takes
# turns, since rounds never notice a negative cycle.
_ROUNDS, _FEW = 32, 4
_LAYERS, _WIDE = 12, 4_000  # constraints a node that are relaxed by layers, and from how many in all that pays
FAR = 1 << 62
"""The label of a node that is not reached; a sum of constraints stays below a quarter of it."""


class Rounds:
    """Relaxation round by round, with a queue for what is left when few nodes move.

    Nodes are numbered anew, those first at which the most constraints end. The n-th constraints of all nodes that have
    as many are then a layer, and a round is a few operations on whole layers; what a node has beyond the layers is
    reduced node by node.
    """

    def __init__(self, nodes: int, tails: Column, heads: Column, most: Column) -> None:
        """Lay the constraints out."""
        import numpy as np

        self._np, self._nodes, self._columns = np, nodes, (tails, heads, most)
        counts = np.bincount(heads, minlength=nodes)
        order = np.argsort(heads.astype(np.uint16) if nodes <= 1 << 16 else heads, kind="stable")
        self._by_count = np.argsort(-counts, kind="stable")
        self._rank = np.empty(nodes, dtype=np.int64)
        self._rank[self._by_count] = np.arange(nodes)
        sorted_heads = heads[order]
        nth = np.arange(len(heads)) - (np.cumsum(counts) - counts)[sorted_heads]
        layers = _LAYERS if len(heads) >= _WIDE else 0
        widths = [int(np.count_nonzero(counts > layer)) for layer in range(layers)]
        starts = np.concatenate([[0], np.cumsum(widths, dtype=np.int64)]).astype(np.int64)
        self._layers = [(int(at), width) for at, width in zip(starts, widths, strict=False) if width]
        self._rest = int(starts[-1])
        # What is beyond the layers lies behind them, node by node in the new order.
        beyond = np.maximum(counts - layers, 0)[self._by_count]
        self._heavy = int(np.count_nonzero(beyond))
        self._first = (np.cumsum(beyond) - beyond)[: self._heavy]
        rank = self._rank[sorted_heads]
        inside = nth < layers
        place = np.where(
            inside,
            starts[np.where(inside, nth, 0)] + rank,
            self._rest + (np.cumsum(beyond) - beyond)[rank] + nth - layers,
        )
        self._tails, self._most = np.empty_like(tails), np.empty_like(most)
        self._tails[place], self._most[place] = self._rank[tails[order]], most[order]

    def least_labels(self, start: dict[int, int], far: int) -> list[int] | tuple[int, ...]:
        np = self._np
        now = np.full(self._nodes, FAR, dtype=np.int64)
        now[self._rank[list(start)]] = list(start.values())
        rounds, queue = 0, None
        while True:
            block = _ROUNDS if rounds else _ROUNDS // 4  # a chain shows at once
            now, moving = self._run(now, block)
            rounds += block
            loose = now > FAR // 2
            now[loose] = FAR
            if moving is not None:
                moving = moving & ~loose
                count = int(np.count_nonzero(moving))
                # To set up the queue takes as long as many rounds: it is left to chains and to what goes on for long.
                if rounds < 2 * _ROUNDS and count > _FEW * len(start):
                    continue
                if count:
                    queue = queue or Queue(self._nodes, *self._columns, FAR)
                    labels, left = now[self._rank].tolist(), self._by_count[np.flatnonzero(moving)].tolist()
                    # Many that still move may be a long way or a cycle: so many steps will tell, or more next time.
                    cycle = queue.run(
                        labels, left, None if count <= self._nodes // 64 else 2 * rounds * self._nodes // _ROUNDS
                    )
                    if cycle:
                        return cycle
                    now = np.array(labels, dtype=np.int64)[self._by_count]
                    if left:
                        continue
                    loose = now == FAR
            if not loose.any():
                found: list[int] = now[self._rank].tolist()
                return found
            now[loose] = far

    def _run(self, now: Any, rounds: int) -> tuple[Any, Any]:
        """Relax for some rounds; return the labels and which nodes moved in the last, None if all have come to rest."""
        np = self._np
        sums, new = np.empty(len(self._tails), dtype=np.int64), np.empty_like(now)
        beyond = sums[self._rest :]
        for _ in range(rounds):
            np.take(now, self._tails, out=sums, mode="clip")
            np.add(sums, self._most, out=sums)
            np.copyto(new, now)
            for at, width in self._layers:
                np.minimum(new[:width], sums[at : at + width], out=new[:width])
            if self._heavy:
                heavy = new[: self._heavy]
                np.minimum(heavy, np.minimum.reduceat(beyond, self._first), out=heavy)
            if np.array_equal(new, now):
                return now, None
            now, new = new, now
        return now, now != new
