"""Shortest paths from one node after another, in a network without negative cycles (Johnson's algorithm).

With labels that heed every constraint, each bound is told as what it exceeds the difference of its labels by. That is
never negative, so Dijkstra's algorithm serves, which looks at each constraint once. A queue or rounds would go over a
long chain again and again, for every node from which gaps are asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush


class Reweighted:
    """Constraints, by how much each exceeds what labels that heed all of them need."""

    def __init__(self, constraints: Iterable[tuple[int, int, int]], labels: Sequence[int]) -> None:
        """Sort the constraints by where they begin, and by where they end.

        Args:
            constraints: Each as tail, head and most.
            labels: A label for each node, so that no constraint is broken.
        """
        self._labels = labels
        self._ahead: list[list[tuple[int, int]]] = [[] for _ in labels]
        self._back: list[list[tuple[int, int]]] = [[] for _ in labels]
        for tail, head, most in constraints:
            spare = most + labels[tail] - labels[head]
            self._ahead[tail].append((head, spare))
            self._back[head].append((tail, spare))

    def distances_from(self, start: int) -> list[int]:
        """Return by how much each node may exceed one node; a path must lead to each."""
        labels, spare = self._labels, _least_spare(self._ahead, start)
        return [each + labels[node] - labels[start] for node, each in enumerate(spare)]

    def distances_to(self, end: int) -> list[int]:
        """Return by how much one node may exceed each node; a path must lead from each."""
        labels, spare = self._labels, _least_spare(self._back, end)
        return [each + labels[end] - labels[node] for node, each in enumerate(spare)]


def _least_spare(neighbours: Sequence[Sequence[tuple[int, int]]], start: int) -> list[int]:
    reached = {start: 0}
    waiting = [(0, start)]
    while waiting:
        so_far, node = heappop(waiting)
        if so_far > reached[node]:
            continue  # a shorter way to it was found since
        for other, spare in neighbours[node]:
            there = so_far + spare
            if other not in reached or there < reached[other]:
                reached[other] = there
                heappush(waiting, (there, other))
    return [reached[node] for node in range(len(neighbours))]
