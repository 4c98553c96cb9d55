"""A case as a network of differences, each constraint with what must hold for it.

The node of a clock is minus its offset, so that all there is to say becomes a bound on a difference: an event is a
reading of a clock after the clock's node; two clocks stand as far apart as their nodes; what a zone's data say ties the
node to the origin, which is UTC's. A clock that changed has a node a period.

An assumption is a claim, or an offset of a clock, that can stand or be given up. It takes one variant: as it stands
(several where the source leaves open which clock or period it means), on another clock, at another offset, dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from treatyclock.testimony.claims import Claim, Confidence
from treatyclock.testimony.offset_periods import Period

Needs = tuple[tuple[int, int], ...]
"""Assumptions, each with a set of its variants as bits; less than nothing stands for those as it stands."""

HORIZON = 10**17
"""Microseconds, three thousand years: farther than the events of most cases lie from the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A point of the network.

    Attributes:
        kind: ``"origin"``, ``"event"`` or ``"clock"``.
        id: The event or clock.
        period: The period of the clock.
    """

    kind: str
    id: str
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A way for an assumption to hold, or not to.

    Attributes:
        kind: ``"stands"``, ``"clock"``, ``"offset"`` or ``"drop"``.
        cost: What it costs.
        clock: The clock that a claim is read on, where there is a choice.
        node: The node of that clock's period.
        offset: The offset that a clock has, in microseconds.
        sources: Who speaks for it.
        note: What speaks for it or against.
    """

    kind: str
    cost: int = 0
    clock: str = ""
    node: int = 0
    offset: int | None = None
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """What can stand or be given up.

    Attributes:
        id: The claim's name, or the clock's; with the period's first day where a clock has several.
        variants: Its variants, those as it stands first.
        base: How many of them are as it stands.
        claim: The claim; None for a clock's offset.
        node: The clock's node, for an offset.
        confidence: How well it is vouched for.
        premises: The places of the assumptions from which it was computed.
    """

    id: str
    variants: tuple[Variant, ...]
    base: int = 1
    claim: Claim | None = None
    node: int = 0
    confidence: Confidence = Confidence.FAIR
    premises: tuple[int, ...] = ()

    @property
    def stands(self) -> int:
        """The variants as it stands, as a set of bits."""
        return (1 << self.base) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """A bound on a difference: ``head`` at most so much after ``tail``, if what it needs holds.

    Attributes:
        tail: A node.
        head: A node.
        most: Microseconds.
        needs: The assumptions it rests on, each with the set of variants under which it holds, as bits.
        of: The assumption that says it; None where no clock on earth is otherwise.
    """

    tail: int
    head: int
    most: int
    needs: Needs = ()
    of: int | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Model:
    """Nodes, assumptions and constraints.

    Attributes:
        nodes: The nodes, the origin first.
        assumptions: The assumptions.
        constraints: The constraints.
        epoch: The instant that the origin is.
        horizon: Beyond which no node lies.
    """

    nodes: tuple[Node, ...]
    assumptions: tuple[Assumption, ...]
    constraints: tuple[Constraint, ...]
    epoch: int = 0
    horizon: int = HORIZON

    @cached_property
    def table(self) -> Table:
        """The constraints as columns."""
        return Table(self)

    def node(self, event: str) -> int:
        """Return the node of an event."""
        return next(at for at, node in enumerate(self.nodes) if node.kind == "event" and node.id == event)

    def clock_nodes(self, clock: str) -> tuple[int, ...]:
        """Return the nodes of a clock, one a period."""
        return tuple(at for at, node in enumerate(self.nodes) if node.kind == "clock" and node.id == clock)


class Table:
    """The constraints of a model as columns of numbers, for models of many."""

    def __init__(self, model: Model) -> None:
        """Lay out the constraints, each with as many needs as the one that has most; a need of nothing always holds."""
        import numpy as np

        wide = max((len(each.needs) for each in model.constraints), default=0)
        rows = [(each.tail, each.head, each.most) for each in model.constraints]
        self._usable = all(len(each.variants) < 62 for each in model.assumptions) and all(
            abs(most) < 1 << 60 for _, _, most in rows
        )
        if not self._usable:
            return
        self._columns = np.array(rows, dtype=np.int64).T
        self._places = np.zeros((wide, len(rows)), dtype=np.int64)
        self._bits = np.full((wide, len(rows)), -1, dtype=np.int64)
        for at, each in enumerate(model.constraints):
            for row, (place, bits) in enumerate(each.needs):
                self._places[row, at] = place
                self._bits[row, at] = bits if bits >= 0 else model.assumptions[place].stands

    def held(self, chosen: Sequence[int]) -> tuple[Any, Any] | None:
        """Return the places of the constraints that hold under a choice, and their columns; None if too large."""
        if not self._usable:
            return None
        import numpy as np

        taken = np.array(chosen, dtype=np.int64)[self._places]
        # Of what is left out no variant holds, but a need of nothing does.
        holds = (self._bits == -1) | ((taken >= 0) & ((self._bits >> np.maximum(taken, 0)) & 1 == 1))
        places = np.flatnonzero(holds.all(axis=0))
        return places, self._columns[:, places]
