"""Shortest paths by a queue of the nodes that still move: quick where few move, and exact for numbers of any size."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import accumulate

from treatyclock.testimony._columns import Column


class Queue:
    """Relaxation node by node (Bellman and Ford's, with a queue as in SPFA).

    It keeps the constraint that moved each node last: a cycle of such constraints is a negative one.
    """

    def __init__(self, nodes: int, tails: Column, heads: Column, most: Column, unreached: int) -> None:
        """Sort the constraints by where they begin.

        Args:
            nodes: How many nodes there are.
            tails: Where each constraint begins.
            heads: Where it ends.
            most: By how much the label of its end may exceed that of its beginning.
            unreached: The label of nodes that are not reached: above any sum of constraints.
        """
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

    def least_labels(self, start: dict[int, int], far: int) -> list[int] | tuple[int, ...]:
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
        by, size = [-1] * len(labels), len(labels)  # -1: no constraint has moved this node
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
    """Return a cycle of the constraints by which nodes were moved last; an empty one if there is no cycle."""
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
