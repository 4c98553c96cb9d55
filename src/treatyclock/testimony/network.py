"""Simple temporal networks: bounds on differences between points of time, in exact whole ticks.

A constraint says that one node comes no more than so many ticks after another. The network is consistent if no cycle
of constraints sums to less than nothing; such a cycle is an irreducible conflict, since none of its parts is a cycle.

Shortest paths are found in rounds, all constraints at once in numpy, while many nodes move; by a queue that goes on
from the nodes still moving where few do, since a long chain would need a round a link. Ticks are 64-bit integers where
no sum can overflow, Python's own otherwise, so the answer is exact in both.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

ORIGIN = 0
"""The node from which absolute times are counted."""

# Below so many constraints the queue alone is quicker. After so many rounds at a time it is looked whether few nodes
# move, and after twice as many the queue takes turns, since rounds never notice a negative cycle.
_SMALL, _ROUNDS, _FEW = 64, 32, 4
_LAYERS, _WIDE = 12, 4_000  # constraints a node that are relaxed by layers, and from how many in all that pays
_FAR = 1 << 62  # the label of a node that is not reached; a sum of constraints stays below a quarter of it
_SAFE = 1 << 60

Column = Any
"""A sequence of whole numbers, or an array of them."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Network:
    """Nodes, numbered from the origin, which is 0, and constraints: a head comes at most so many ticks after a tail.

    A lower bound is a constraint the other way: ``head`` at least 5 after ``tail`` is ``tail`` at most -5 after
    ``head``. A strict bound is one tick less.

    Args:
        nodes: How many nodes there are, the origin among them.
        tails: Where each constraint begins.
        heads: Where it ends.
        most: By how much its end may exceed its beginning.
        horizon: Ticks before and after the origin within which nodes lie that no constraint ties to it; wide enough
            to bind nothing.

    Example:
        >>> attack, declaration = 1, 2
        >>> net = Network.of(3, [(0, attack, 10), (attack, declaration, -3)], horizon=1000)
        >>> net.latest[declaration], net.conflict
        (7, None)
    """

    nodes: int
    tails: Column
    heads: Column
    most: Column
    horizon: int

    @classmethod
    def of(cls, nodes: int, constraints: Iterable[tuple[int, int, int]], *, horizon: int) -> Network:
        """Make a network of constraints, each as tail, head and most."""
        listed = list(constraints)
        tails, heads, most = (list(column) for column in zip(*listed, strict=True)) if listed else ([], [], [])
        return cls(nodes=nodes, tails=tails, heads=heads, most=most, horizon=horizon)

    @cached_property
    def conflict(self) -> tuple[int, ...] | None:
        """The constraints of a cycle that cannot be, as their places in order; None if all can hold."""
        found = self.__dict__.get("_bounds") or self._settled([self.tails], [self.heads], self.most, self.nodes)
        return found if isinstance(found, tuple) else None

    @property
    def latest(self) -> list[int]:
        """The latest time of each node.

        Raises:
            ValueError: If the network is not consistent.
        """
        return _distances(self._bounds)[: self.nodes]

    @property
    def earliest(self) -> list[int]:
        """The earliest time of each node.

        Raises:
            ValueError: If the network is not consistent.
        """
        return [-distance for distance in _distances(self._bounds)[self.nodes :]]

    def gap(self, start: int, end: int) -> tuple[int, int]:
        """Return the least and the most time by which one node comes after another.

        Raises:
            ValueError: If the network is not consistent.
        """
        others = range(1, self.nodes)
        origin, far = [ORIGIN] * len(others), [self.horizon] * len(others)
        tails, heads = [*self.tails, *origin, *others], [*self.heads, *others, *origin]
        most = [*self.most, *far, *far]
        ahead = settled(self.nodes, tails, heads, most, {start: 0}, far=self.horizon)
        back = settled(self.nodes, heads, tails, most, {start: 0}, far=self.horizon)
        return -_distances(back)[end], _distances(ahead)[end]

    @cached_property
    def _bounds(self) -> list[int] | tuple[int, ...]:
        # Latest and earliest times are the distances from the origin and, along turned constraints, to it: one run over
        # two copies of the nodes finds both.
        return self._settled([self.tails, self.heads], [self.heads, self.tails], self.most, self.nodes)

    def _settled(
        self, tails: Sequence[Column], heads: Sequence[Column], most: Column, nodes: int
    ) -> list[int] | tuple[int, ...]:
        count, copies = len(most), len(tails)
        start = {ORIGIN + copy * nodes: 0 for copy in range(copies)}
        found = settled(
            nodes * copies, _joined(tails, nodes), _joined(heads, nodes), _joined([most] * copies, 0), start,
            far=self.horizon,
        )  # fmt: skip
        if isinstance(found, tuple):
            places = tuple(place % count for place in found)
            return places if found[0] < count else places[::-1]
        return found


def _joined(columns: Sequence[Column], shift: int) -> Column:
    """Put copies of a column behind each other, each shifted by as much again."""
    if len(columns) == 1:
        return columns[0]
    if isinstance(columns[0], list | tuple):
        return [each + copy * shift for copy, column in enumerate(columns) for each in column]
    import numpy as np

    return np.concatenate([column + copy * shift for copy, column in enumerate(columns)])


def _distances(found: list[int] | tuple[int, ...]) -> list[int]:
    if isinstance(found, tuple):
        raise ValueError("the network is not consistent: see its conflict")
    return found


def settled(
    nodes: int, tails: Column, heads: Column, most: Column, start: dict[int, int], *, far: int
) -> list[int] | tuple[int, ...]:
    """Find the least label that each node may have.

    Args:
        nodes: How many nodes there are.
        tails: Where each constraint begins.
        heads: Where it ends.
        most: By how much the label of its end may exceed that of its beginning.
        start: The labels of the nodes to begin with.
        far: The label of nodes to which no constraint leads.

    Returns:
        The labels, or the places of the constraints of a negative cycle, in order.
    """
    if len(most) >= _SMALL:
        import numpy as np

        try:
            columns = [np.asarray(column, dtype=np.int64) for column in (tails, heads, most)]
        except OverflowError:
            return _Queue(nodes, tails, heads, most, 1 << 300).settle(start, far)
        # In floats: a sum of absolute values could itself overflow.
        if float(np.abs(columns[2].astype(np.float64)).sum()) + 2.0 * far < _SAFE:
            return _Rounds(nodes, *columns).settle(start, far)
    unreached = 2 * (sum(abs(int(each)) for each in most) + abs(far) + 1)
    return _Queue(nodes, tails, heads, most, unreached).settle(start, far)


class _Rounds:
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

    def settle(self, start: dict[int, int], far: int) -> list[int] | tuple[int, ...]:
        np = self._np
        now = np.full(self._nodes, _FAR, dtype=np.int64)
        now[self._rank[list(start)]] = list(start.values())
        rounds, queue = 0, None
        while True:
            block = _ROUNDS if rounds else _ROUNDS // 4  # a chain shows at once
            now, moving = self._run(now, block)
            rounds += block
            loose = now > _FAR // 2
            now[loose] = _FAR
            if moving is not None:
                moving = moving & ~loose
                count = int(np.count_nonzero(moving))
                # To set up the queue takes as long as many rounds: it is left to chains and to what goes on for long.
                if rounds < 2 * _ROUNDS and count > _FEW * len(start):
                    continue
                if count:
                    queue = queue or _Queue(self._nodes, *self._columns, _FAR)
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
                    loose = now == _FAR
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


class _Queue:
    """Relaxation node by node, which keeps the constraint that moved each node last and so finds negative cycles."""

    def __init__(self, nodes: int, tails: Column, heads: Column, most: Column, unreached: int) -> None:
        """Sort the constraints by where they begin; take the label of nodes that are not reached, above any sum."""
        self._unreached, self._nodes = unreached, nodes
        if isinstance(tails, list | tuple):
            order = sorted(range(len(tails)), key=tails.__getitem__)
            self._tails, self._heads, self._most = ([column[at] for at in order] for column in (tails, heads, most))
            first = [0] * (nodes + 1)
            for tail in tails:
                first[tail + 1] += 1
            self._first = list(accumulate(first))
        else:
            import numpy as np

            places = np.argsort(tails.astype(np.uint16) if nodes <= 1 << 16 else tails, kind="stable")
            order = places.tolist()
            self._tails, self._heads, self._most = (column[places].tolist() for column in (tails, heads, most))
            self._first = np.searchsorted(tails[places], np.arange(nodes + 1)).tolist()
        self._places = order

    def settle(self, start: dict[int, int], far: int) -> list[int] | tuple[int, ...]:
        labels = [self._unreached] * self._nodes
        for node, label in start.items():
            labels[node] = label
        moving = list(start)
        while True:
            cycle = self.run(labels, moving)
            if cycle:
                return cycle
            moving = [node for node, label in enumerate(labels) if label == self._unreached]
            if not moving:
                return labels
            for node in moving:
                labels[node] = far

    def run(self, labels: list[int], moving: list[int], steps: int | None = None) -> tuple[int, ...]:
        """Relax in place until nothing moves, or for so many steps; return a negative cycle, or nothing.

        Args:
            labels: The labels, which are lowered.
            moving: The nodes to begin with; afterwards those that still move.
            steps: After how many moves to stop.
        """
        first, heads, most = self._first, self._heads, self._most
        by, size = [-1] * len(labels), len(labels)
        queue, waiting, count = deque(moving), bytearray(size), 0
        left = -1 if steps is None else steps
        for node in moving:
            waiting[node] = 1
        pop, push = queue.popleft, queue.append
        while queue:
            node = pop()
            waiting[node] = 0
            label = labels[node]
            for place in range(first[node], first[node + 1]):
                head = heads[place]
                reached = label + most[place]
                if reached < labels[head]:
                    labels[head] = reached
                    by[head] = place
                    count += 1
                    if not waiting[head]:
                        waiting[head] = 1
                        push(head)
            # Looking for a cycle takes a pass over all nodes, so it is done once for many moves.
            if count > 4 * size:
                left -= count
                count = 0
                cycle = _cycle(by, self._tails)
                if cycle:
                    return tuple(self._places[place] for place in cycle)
                if steps is not None and left < 0:
                    break
        moving[:] = queue
        return ()


def _cycle(by: Sequence[int], tails: Sequence[int]) -> tuple[int, ...]:
    """Return the constraints of a cycle among those by which nodes were moved last; none if there is none."""
    seen = [0] * len(by)
    for start in range(len(by)):
        path = []
        node = start
        while by[node] >= 0 and not seen[node]:
            seen[node] = start + 1
            path.append(node)
            node = tails[by[node]]
        if by[node] >= 0 and seen[node] == start + 1:
            cycle = path[path.index(node) :]
            return tuple(by[each] for each in reversed(cycle))
    return ()
