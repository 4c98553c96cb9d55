"""Simple temporal networks: bounds on differences between points of time, in exact whole ticks.

A constraint says that one node comes no more than so many ticks after another. The network is consistent if no cycle
of constraints has a negative sum. A cycle with a negative sum is an irreducible conflict: no part of it is a cycle.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from treatyclock.testimony._columns import Column, joined
from treatyclock.testimony._relaxation import least_labels
from treatyclock.testimony._reweighted import Reweighted

ORIGIN = 0
"""The node from which absolute times are counted."""


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
        horizon: How many ticks before and after the origin a node may lie that no constraint ties to it; wide enough
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
        """The places of the constraints of a negative cycle, in order; None if all constraints can hold."""
        # Bounds that were computed already tell it; for consistency alone one copy of the nodes is enough.
        found = self.__dict__.get("_bounds") or self._from_origin([self.tails], [self.heads], self.most, self.nodes)
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

    def gaps_from(self, start: int) -> tuple[list[int], list[int]]:
        """Return the least and the most time by which each node comes after one node.

        Raises:
            ValueError: If the network is not consistent.
        """
        return [-each for each in self._reweighted.distances_to(start)], self._reweighted.distances_from(start)

    @cached_property
    def _reweighted(self) -> Reweighted:
        # The latest times heed every constraint. They were found from the origin alone; gaps from all other nodes
        # follow from them quickly.
        columns = (map(int, column) for column in (self.tails, self.heads, self.most))
        ties = (pair for each in range(1, self.nodes) for pair in ((ORIGIN, each), (each, ORIGIN)))
        within = ((tail, head, self.horizon) for tail, head in ties)
        return Reweighted((*zip(*columns, strict=True), *within), self.latest)

    @cached_property
    def _bounds(self) -> list[int] | tuple[int, ...]:
        # Latest times are the distances from the origin, earliest times those to it, along turned constraints: one run
        # over two copies of the nodes finds both.
        return self._from_origin([self.tails, self.heads], [self.heads, self.tails], self.most, self.nodes)

    def _from_origin(
        self, tails: Sequence[Column], heads: Sequence[Column], most: Column, nodes: int
    ) -> list[int] | tuple[int, ...]:
        count, copies = len(most), len(tails)
        start = {ORIGIN + copy * nodes: 0 for copy in range(copies)}
        found = least_labels(
            nodes * copies, joined(tails, nodes), joined(heads, nodes), joined([most] * copies, 0), start,
            far=self.horizon,
        )  # fmt: skip
        if isinstance(found, tuple):
            places = tuple(place % count for place in found)
            return places if found[0] < count else places[::-1]
        return found


def _distances(found: list[int] | tuple[int, ...]) -> list[int]:
    if isinstance(found, tuple):
        raise ValueError("the network is not consistent: see its conflict")
    return found
