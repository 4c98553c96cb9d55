"""A case as a network of differences, each constraint with what must hold for it.

What the data of a zone say ties the node of its clock to the origin. All that claims say becomes bounds on the
differences of two nodes, as ``nodes`` tells.

An assumption is a claim, or the data of a clock, that can stand or be given up. It takes one of its variants. The
solver knows assumptions, variants and nodes by their places, and sets of variants as the bits of a whole number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from treatyclock.testimony.claims.base import Claim, Confidence
from treatyclock.testimony.nodes import ClockNode, EventNode, Node
from treatyclock.testimony.variants import AsItStands, Variant

Choice = Sequence[int | None]
"""The place of the variant that each assumption takes; None for one that is left out."""

HORIZON = 10**17
"""Microseconds, three thousand years: farther than the events of most cases lie from the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """What can stand or be given up.

    Attributes:
        id: The claim's name, or the clock's; with the period's first day where a clock has several.
        about: The claim, or the clock whose data are assumed.
        variants: Its variants: those in which it stands come first, and last comes that it is dropped. A definition
            can only stand.
        confidence: How well it is vouched for.
        premises: The places of the assumptions from which it was computed.
        base: In how many variants it stands.
    """

    id: str
    about: Claim | ClockNode
    variants: tuple[Variant, ...]
    confidence: Confidence = Confidence.FAIR
    premises: tuple[int, ...] = ()
    base: int = field(init=False)

    def __post_init__(self) -> None:
        """Count the variants in which it stands."""
        # The searches ask for it all the time.
        object.__setattr__(self, "base", sum(isinstance(each, AsItStands) for each in self.variants))

    @property
    def stands(self) -> int:
        """The variants in which it stands, as a set of bits."""
        return (1 << self.base) - 1

    @property
    def given(self) -> bool:
        """Whether it can only stand: a definition is nothing that anybody could be wrong about."""
        return self.base == len(self.variants)

    @property
    def dropped(self) -> int:
        """The place of the variant that drops it."""
        return len(self.variants) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What a constraint rests on.

    Attributes:
        assumption: The place of an assumption.
        variants: The variants under which the constraint holds, as a set of bits.
        premise: Whether the assumption is a premise of the claim that sets the constraint.
    """

    assumption: int
    variants: int
    premise: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """A bound on a difference: ``head`` comes at most so much after ``tail``, if all that it needs holds.

    Attributes:
        tail: The place of a node.
        head: The place of a node.
        most: Microseconds.
        needs: What it rests on.
        of: The place of the assumption that says it; None for what holds of every clock on earth.
        variant: The place of the variant that sets it. It holds under others too if they imply it.
    """

    tail: int
    head: int
    most: int
    needs: tuple[Requirement, ...] = ()
    of: int | None = None
    variant: int | None = None


@dataclass(frozen=True, kw_only=True)
class Model:
    """Nodes, assumptions and constraints.

    Attributes:
        nodes: The nodes, the origin first.
        assumptions: The assumptions.
        constraints: The constraints.
        epoch: The instant from which the times of events are counted.
        horizon: Beyond which no node lies.
    """

    nodes: tuple[Node, ...]
    assumptions: tuple[Assumption, ...]
    constraints: tuple[Constraint, ...]
    epoch: int = 0
    horizon: int = HORIZON

    @cached_property
    def columns(self) -> ConstraintColumns:
        """The constraints as columns."""
        return ConstraintColumns(self)

    @cached_property
    def _places(self) -> dict[Node, int]:
        return {node: place for place, node in enumerate(self.nodes)}

    def place(self, node: Node) -> int:
        """Return the place of a node."""
        return self._places[node]

    def event_place(self, event: str) -> int:
        """Return the place of an event's node."""
        return self._places[EventNode(event)]

    @cached_property
    def events(self) -> tuple[str, ...]:
        """The events."""
        return tuple(node.event for node in self.nodes if isinstance(node, EventNode))

    def clock_nodes(self, clock: str) -> tuple[ClockNode, ...]:
        """Return the nodes of a clock, one a period."""
        return tuple(node for node in self.nodes if isinstance(node, ClockNode) and node.clock == clock)


class ConstraintColumns:
    """The constraints of a model as columns of numbers, for models of many."""

    def __init__(self, model: Model) -> None:
        """Lay out the constraints and pad their needs to one number: padding (-1) always holds."""
        import numpy as np

        wide = max((len(each.needs) for each in model.constraints), default=0)
        rows = [(each.tail, each.head, each.most) for each in model.constraints]
        self._usable = all(len(each.variants) < 62 for each in model.assumptions) and all(
            abs(most) < 1 << 60 for _, _, most in rows
        )
        if not self._usable:
            return
        self._columns = np.array(rows, dtype=np.int64).T
        self._assumptions = np.zeros((wide, len(rows)), dtype=np.int64)
        self._bits = np.full((wide, len(rows)), -1, dtype=np.int64)
        for at, each in enumerate(model.constraints):
            for row, need in enumerate(each.needs):
                self._assumptions[row, at] = need.assumption
                self._bits[row, at] = need.variants

    def held(self, chosen: Choice) -> tuple[Any, Any] | None:
        """Return the places of the constraints that hold under a choice, and their columns; None if too large."""
        if not self._usable:
            return None
        import numpy as np

        # Columns hold numbers only: -1 means an assumption that is left out. Nothing that needs it holds.
        numbers = [-1 if each is None else each for each in chosen]
        taken = np.array(numbers, dtype=np.int64)[self._assumptions]
        holds = (self._bits == -1) | ((taken >= 0) & ((self._bits >> np.maximum(taken, 0)) & 1 == 1))
        places = np.flatnonzero(holds.all(axis=0))
        return places, self._columns[:, places]
