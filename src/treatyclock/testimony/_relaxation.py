"""Shortest paths in exact whole numbers, by rounds or by a queue; a negative cycle where there are none.

Rounds take all constraints at once in numpy and are quick while many nodes move. The queue goes on from the nodes that
still move; it is quick where few do, since a long chain would need a round a link. Numbers are 64-bit integers where no
sum can overflow and Python's own otherwise, so the answer is exact in both.
"""

from __future__ import annotations

from treatyclock.testimony._columns import Column
from treatyclock.testimony._queue import Queue
from treatyclock.testimony._rounds import Rounds

_SMALL = 64  # constraints below which the queue alone is quicker
_SAFE = 1 << 60


def least_labels(
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
            return Queue(nodes, tails, heads, most, 1 << 300).least_labels(start, far)
        # In floats: a sum of absolute values could itself overflow.
        if float(np.abs(columns[2].astype(np.float64)).sum()) + 2.0 * far < _SAFE:
            return Rounds(nodes, *columns).least_labels(start, far)
    unreached = 2 * (sum(abs(int(each)) for each in most) + abs(far) + 1)
    return Queue(nodes, tails, heads, most, unreached).least_labels(start, far)
