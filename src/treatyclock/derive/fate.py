"""What follows in one world for a State, a pair or the treaty: edges, layers, and the timeline they make."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TypeVar

from treatyclock.derive.case import Span
from treatyclock.derive.ends import End
from treatyclock.derive.entry import Entry
from treatyclock.derive.reasons import Reason
from treatyclock.intervals import Timeline
from treatyclock.law.status import Status

Statuses = frozenset[Status]
V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A change of status.

    Attributes:
        status: What it changes to.
        at: The earliest and the latest instant at which it may come; equal where it is known.
        key: The reason.
        what: What happens, in a few words.
    """

    status: Status
    at: Span
    key: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Something that goes on beside membership: provisional application, suspension, surviving effect.

    Attributes:
        status: The status that it gives where membership leaves room for it.
        begins: When it begins.
        ends: When it ends; None where it does not.
        because: The reasons.
        what: What happens when it begins, in a few words.
    """

    status: Status
    begins: Span
    ends: Span | None
    because: tuple[str, ...]
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """One time of being in force, from an entry to an end.

    Attributes:
        entry: The entry into force.
        end: The end; None if none is foreseen.
    """

    entry: Entry
    end: End | None


@dataclass(frozen=True, kw_only=True)
class Fate:
    """What follows from a record in one world, for a State, a pair of States or the treaty generally.

    Attributes:
        initial: The status before the first edge.
        edges: The changes of membership in order.
        layers: What goes on beside it.
        spells: The times of being in force, in order.
        reasons: All reasons found, by key.
        lines: For a pair, the timelines of both.
    """

    initial: Status
    edges: tuple[Edge, ...]
    layers: tuple[Layer, ...]
    spells: tuple[Spell, ...]
    reasons: Mapping[str, Reason]
    lines: tuple[Timeline[Statuses], ...] = ()

    @property
    def entry(self) -> Entry | None:
        """The first entry into force; None if it has not entered."""
        return self.spells[0].entry if self.spells else None

    @property
    def end(self) -> End | None:
        """The last end; None if none is foreseen."""
        return self.spells[-1].end if self.spells else None

    @property
    def changes(self) -> tuple[Edge, ...]:
        """The edges of membership and those of the layers."""
        found = list(self.edges)
        for layer in self.layers:
            key = layer.because[0]
            found.append(Edge(status=layer.status, at=layer.begins, key=key, what=layer.what))
            if layer.ends is not None:
                found.append(Edge(status=layer.status, at=layer.ends, key=key, what=f"end of {layer.what}"))
        return tuple(found)

    @cached_property
    def line(self) -> Timeline[Statuses]:
        """The statuses possible at each instant."""
        if self.lines:
            found = self.lines[0].combine(_between, *self.lines[1:])
        else:
            found = possible([(edge.status, edge.at) for edge in self.edges], self.initial)
        ended = {edge.at for edge in self.edges if edge.status is Status.FORMER_PARTY}
        for layer in self.layers:
            begins = layer.begins
            if layer.status is Status.SURVIVING and begins in ended:
                # It comes with the end itself, whenever within that time the end came.
                begins = (begins[0], begins[0])
            changes = [(True, begins), *([(False, layer.ends)] if layer.ends is not None else [])]
            found = found.combine(_with(layer.status), possible(changes, False))
        return found


def possible(edges: Sequence[tuple[V, Span]], initial: V) -> Timeline[frozenset[V]]:
    """Return the values possible at each instant.

    A value is possible once its edge may have come, unless a later one surely has.

    Example:
        >>> [len(value) for _, value in possible([("in force", (10, 20))], "not yet").pieces()]
        [1, 2, 1]
    """
    points = sorted({instant for _, at in edges for instant in at})

    def values(instant: int) -> frozenset[V]:
        sure = -1
        for i, (_, at) in enumerate(edges):
            if at[1] <= instant:
                sure = i
        found = {value for value, at in edges[max(sure, 0) :] if at[0] <= instant}
        if sure < 0:
            found.add(initial)
        return frozenset(found)

    return Timeline.of(frozenset({initial}), [(point, values(point)) for point in points])


_BEFORE = frozenset({Status.NEVER_PARTY, Status.NEGOTIATING, Status.SIGNATORY, Status.CONTRACTING})
_ROOM = {
    Status.PROVISIONAL: _BEFORE,
    Status.SUSPENDED: frozenset({Status.PARTY}),
    Status.EXCLUDED: frozenset({Status.PARTY, Status.SUSPENDED}),
    Status.SURVIVING: frozenset({Status.FORMER_PARTY, *_BEFORE}),
}
"""For each status that a layer gives, the statuses that leave room for it."""


def _with(status: Status) -> Callable[[Statuses, frozenset[bool]], Statuses]:
    room = _ROOM[status]

    def joined(statuses: Statuses, on: frozenset[bool]) -> Statuses:
        found = set(statuses) if False in on else statuses - room
        return frozenset(found | ({status} if True in on and statuses & room else set()))

    return joined


_IN_THE_WAY = (
    Status.NEVER_PARTY, Status.NEGOTIATING, Status.SIGNATORY, Status.CONTRACTING, Status.FORMER_PARTY,
    Status.SURVIVING, Status.PROVISIONAL, Status.SUSPENDED, Status.PARTY,
)  # fmt: skip
"""Statuses in the order in which one of two States' stands in the way of the treaty between them."""


def _between(*several: Statuses) -> Statuses:
    return frozenset(min(each, key=_IN_THE_WAY.index) for each in product(*several))
