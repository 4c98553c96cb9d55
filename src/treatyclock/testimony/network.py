"""Simple temporal networks: bounds on differences between points of time, in exact whole ticks.

A constraint says that one node comes no more than so many ticks after another. The network is consistent if no cycle
of constraints sums to less than nothing; such a cycle is an irreducible conflict, since none of its parts is a cycle.

Shortest paths are found by rounds of relaxation in numpy, all edges at once, and where a long chain would need too many
rounds, by a queue that goes on from the nodes still moving. Ticks are 64-bit integers where their sum cannot overflow,
Python's own otherwise, so the answer is exact in both.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

ORIGIN = 0
"""The node from which absolute times are counted."""

# Below so many edges the queue alone is quicker; so few moving nodes are the queue's, so many the rounds'; and how many
# edges the rounds may relax for each edge there is.
_SMALL, _FEW, _MANY, _WORK = 400, 16, 128, 128
_SAFE = 2**61
_UNREACHED = 2**62


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A constraint: ``head`` comes at most ``most`` ticks after ``tail``.

    A lower bound is an edge the other way: ``head`` at least 5 after ``tail`` is ``tail`` at most -5 after ``head``.
    A strict bound is one tick less.
    """

    tail: int
    head: int
    most: int


@dataclass(frozen=True, kw_only=True)
class Network:
    """Nodes, numbered from the origin, which is 0, and the constraints between them.

    Args:
        nodes: How many nodes there are, the origin among them.
        edges: The constraints.
        horizon: Ticks before and after the origin within which every node lies; wide enough to bind nothing.

    Example:
        >>> attack, declaration = 1, 2
        >>> net = Network(nodes=3, edges=(Edge(tail=0, head=1, most=10), Edge(tail=1, head=2, most=-3)), horizon=1000)
        >>> net.latest[declaration], net.conflict
        (7, None)
    """

    nodes: int
    edges: tuple[Edge, ...]
    horizon: int

    @cached_property
    def conflict(self) -> tuple[int, ...] | None:
        """The constraints of a cycle that cannot be, as their places in ``edges`` in order; None if all can hold."""
        forward = self._forward
        return forward if isinstance(forward, tuple) else None

    @property
    def latest(self) -> list[int]:
        """The latest time of each node.

        Raises:
            ValueError: If the network is not consistent.
        """
        return _distances(self._forward)

    @property
    def earliest(self) -> list[int]:
        """The earliest time of each node.

        Raises:
            ValueError: If the network is not consistent.
        """
        return [-distance for distance in _distances(self._backward)]

    def gap(self, start: int, end: int) -> tuple[int, int]:
        """Return the least and the most time by which one node comes after another.

        Raises:
            ValueError: If the network is not consistent.
        """
        most = _distances(self._from(start, forward=True))[end]
        least = -_distances(self._from(start, forward=False))[end]
        return least, most

    @cached_property
    def _forward(self) -> list[int] | tuple[int, ...]:
        return self._from(ORIGIN, forward=True)

    @cached_property
    def _backward(self) -> list[int] | tuple[int, ...]:
        return self._from(ORIGIN, forward=False)

    @cached_property
    def _columns(self) -> tuple[list[int], list[int], list[int]]:
        return (
            [edge.tail for edge in self.edges],
            [edge.head for edge in self.edges],
            [edge.most for edge in self.edges],
        )

    def _from(self, source: int, *, forward: bool) -> list[int] | tuple[int, ...]:
        """Return the distance of every node from one, or the edges of a cycle that sums to less than nothing."""
        tails, heads, most = self._columns
        if not forward:
            tails, heads = heads, tails
        start: list[int | None] = [None] * self.nodes
        start[source] = 0
        if source != ORIGIN:
            # Every node is at most the horizon from the origin, and the origin from it.
            others = range(1, self.nodes)
            origin = [ORIGIN] * len(others)
            tails, heads = [*tails, *origin, *others], [*heads, *others, *origin]
            most = [*most, *[self.horizon] * (2 * len(others))]
        found = relaxed(start, [source], tails, heads, most)
        while isinstance(found, list) and None in found:
            # What no constraint ties to the origin, the horizon does.
            loose = [node for node, label in enumerate(found) if label is None]
            found = relaxed([self.horizon if label is None else label for label in found], loose, tails, heads, most)
        if isinstance(found, tuple):
            return found if forward else found[::-1]
        return [label for label in found if label is not None]


def _distances(found: list[int] | tuple[int, ...]) -> list[int]:
    if isinstance(found, tuple):
        raise ValueError("the network is not consistent: see its conflict")
    return found


Labels = list[int | None]


def relaxed(
    start: Sequence[int | None],
    moving: Sequence[int],
    tails: Sequence[int],
    heads: Sequence[int],
    most: Sequence[int],
) -> Labels | tuple[int, ...]:
    """Relax labels along edges until nothing moves.

    Args:
        start: A label a node, none too low; None for a node that is not reached.
        moving: The nodes to begin with.
        tails: Where each edge begins.
        heads: Where it ends.
        most: By how much its end may exceed its beginning.

    Returns:
        The labels, None for nodes that no edge leads to; or the places of the edges of a negative cycle, in order.
    """
    labels = list(start)
    queue = _Queue(tails, heads, most)
    reach = sum(map(abs, most)) + 2 * max(abs(label or 0) for label in labels)
    if len(heads) > _SMALL and reach < _SAFE:
        rounds = _Rounds(tails, heads, most)
        while len(moving) > 0 and rounds.work > 0:
            if len(moving) > _FEW:
                labels, moving = rounds.run(labels, moving)
            else:
                done = queue.run(labels, moving, until=_MANY)
                if isinstance(done, tuple):
                    return done
                moving = done
                rounds.work -= len(labels)  # changing over takes a pass over all nodes
    done = queue.run(labels, moving)
    return done if isinstance(done, tuple) else labels


class _Rounds:
    """Relaxation round by round: all edges of all nodes that moved at once."""

    def __init__(self, tails: Sequence[int], heads: Sequence[int], most: Sequence[int]) -> None:
        """Sort the edges by where they begin. A negative cycle never comes to rest, so the work is bounded."""
        import numpy as np

        self._np = np
        tail, head, weight = (np.array(column, dtype=np.int64) for column in (tails, heads, most))
        order = np.argsort(tail, kind="stable")
        self._head, self._weight, self._tail = head[order], weight[order], tail[order]
        self.work = _WORK * len(heads)

    def run(self, labels: Labels, moving: Sequence[int]) -> tuple[Labels, list[int]]:
        """Relax until few nodes move or the work is done; return the labels and the nodes that still move."""
        np = self._np
        now: Any = np.array([_UNREACHED if label is None else label for label in labels], dtype=np.int64)
        first = np.searchsorted(self._tail, np.arange(len(labels) + 1))
        degree = np.diff(first)
        moved: Any = np.array(moving, dtype=np.int64)
        while moved.size > _FEW and self.work > 0:
            sizes = degree[moved]
            total = int(sizes.sum())
            self.work -= total
            # The places of all edges that leave the nodes that moved, group by group.
            begin = np.cumsum(sizes) - sizes
            places = np.repeat(first[moved] - begin, sizes) + np.arange(total)
            reached, ends = np.repeat(now[moved], sizes) + self._weight[places], self._head[places]
            before = now[ends]
            np.minimum.at(now, ends, reached)
            moved = np.unique(ends[now[ends] < before])
        return [None if label == _UNREACHED else label for label in now.tolist()], moved.tolist()


class _Queue:
    """Relaxation node by node, which keeps the edge that moved each node last and so finds negative cycles."""

    def __init__(self, tails: Sequence[int], heads: Sequence[int], most: Sequence[int]) -> None:
        """Take the edges; they are sorted when there is something to relax."""
        self._tails, self._heads, self._most = tails, heads, most

    @cached_property
    def _out(self) -> list[list[tuple[int, int, int]]]:
        out: list[list[tuple[int, int, int]]] = [[] for _ in range(max(max(self._tails), max(self._heads)) + 1)]
        for place, (tail, head, most) in enumerate(zip(self._tails, self._heads, self._most, strict=True)):
            out[tail].append((place, head, most))
        return out

    def run(self, labels: Labels, moving: Sequence[int], until: int | None = None) -> list[int] | tuple[int, ...]:
        """Relax in place until nothing moves, or until so many nodes wait; return these, or a negative cycle."""
        if not moving or not self._tails:
            return []
        out, by, size = self._out, [-1] * len(labels), len(labels)
        queue, waiting = deque(moving), bytearray(size)
        for node in moving:
            waiting[node] = 1
        count = 0
        while queue:
            node = queue.popleft()
            waiting[node] = 0
            label = labels[node]
            assert label is not None
            if node >= len(out):
                continue
            for place, head, most in out[node]:
                known = labels[head]
                if known is None or label + most < known:
                    labels[head] = label + most
                    by[head] = place
                    count += 1
                    if not waiting[head]:
                        waiting[head] = 1
                        queue.append(head)
            # Looking for a cycle takes a pass over all nodes, so it is done once for as many moves.
            if count > size:
                count = 0
                cycle = _cycle(by, self._tails)
                if cycle:
                    return cycle
            if until is not None and len(queue) > until:
                return list(queue)
        return []


def _cycle(by: Sequence[int], tails: Sequence[int]) -> tuple[int, ...]:
    """Return the edges of a cycle among those by which nodes were moved last; none if there is none."""
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
