"""What follows in one world for a State, a pair or the treaty: edges, overlays, and the timeline that they make."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import product
from typing import TypeVar

from treatyclock.civil.days import LATEST, Days
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.overlays.overlay import Overlay, WithoutLimit
from treatyclock.derive.reasoning.findings import Findings
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.timing import Span
from treatyclock.intervals import Timeline
from treatyclock.law.acts.act import Act
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
    key: Key
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """One period of being in force, from an entry to an end.

    Attributes:
        entry: The entry into force.
        end: The end; None if none is foreseen.
        consent: The act of consent that began it; None for the treaty's own, and where that act is not on record.
    """

    entry: Entry
    end: End | None
    consent: Act | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the treaty itself stands.

    Attributes:
        entry: Its entry into force; None if it has not entered.
        end: The end that comes to all; None if none is foreseen.
        ended: The last exit, where nobody can join after all had left; None elsewhere.
    """

    entry: Entry | None
    end: End | None
    ended: End | None = None


@dataclass(frozen=True, kw_only=True)
class History:
    """What follows from a record in one world, for a State, a pair of States or the treaty generally.

    Attributes:
        initial: The status before the first edge.
        edges: The changes of membership in order.
        overlays: What goes on beside it.
        memberships: The periods of being in force, in order.
        findings: The reasons, and the facts found beside.
        first_deadline: The last day for a notice for the end of the treaty's first term; None where there is none.
        lines: For a pair, the timelines of both.
        cut: Of a member of a party, the timeline of that party as far as it is the member's; None elsewhere.
        nothing_known: Whether nothing of the treaty was known then, so that no status follows.
    """

    initial: Status
    edges: tuple[Edge, ...]
    overlays: tuple[Overlay, ...]
    memberships: tuple[Membership, ...]
    findings: Findings
    first_deadline: Days | None = None
    lines: tuple[Timeline[Statuses], ...] = ()
    cut: Timeline[Statuses] | None = None
    nothing_known: bool = False

    @property
    def entry(self) -> Entry | None:
        """The first entry into force; None if it has not entered."""
        return self.memberships[0].entry if self.memberships else None

    @property
    def end(self) -> End | None:
        """The last end; None if none is foreseen."""
        return self.memberships[-1].end if self.memberships else None

    @property
    def last_timely_notice(self) -> Days | None:
        """The last day for a notice for the end of the term that a notice did end, else of the first term.

        None where no notice can be given for the end of a term, where the deadline had passed when the State became a
        party, or where it is over by then.
        """
        if self.end is not None and self.end.deadline is not None:
            return self.end.deadline
        first = self.first_deadline
        if self.entry is None or first is None or first.last < self.entry.day.first:
            return None
        return None if self.end is not None and self.end.last_day.last < first.first else first

    @property
    def surviving_last(self) -> Overlay | None:
        """Of what survives the last end, the effect that goes on longest; None where none does."""
        found = [each for each in self.overlays if each.status is Status.SURVIVING]
        of_the_last_end = (each for each in found if each.begins == found[-1].begins)
        return max(of_the_last_end, key=_lasting, default=None)

    @property
    def surviving_until(self) -> Days | WithoutLimit | None:
        """The last day of the effect that survives; None where none survives."""
        last = self.surviving_last
        return None if last is None else last.last_day

    @property
    def changes(self) -> tuple[Edge, ...]:
        """The edges of membership and those of the overlays."""
        found = list(self.edges)
        for overlay in self.overlays:
            key = overlay.because[0]
            found.append(Edge(status=overlay.status, at=overlay.begins, key=key, what=overlay.what))
            if overlay.ends is not None:
                found.append(Edge(status=overlay.status, at=overlay.ends, key=key, what=f"end of {overlay.what}"))
        return tuple(found)

    @cached_property
    def line(self) -> Timeline[Statuses]:
        """The statuses possible at each instant; none where nothing was known."""
        if self.nothing_known:
            return Timeline.of(frozenset(), [])
        if self.cut is not None:
            return self.cut
        if self.lines:
            found = self.lines[0].combine(the_less_advanced, *self.lines[1:])
        else:
            found = possible([(edge.status, edge.at) for edge in self.edges], self.initial)
        ended = {edge.at for edge in self.edges if edge.status is Status.FORMER_PARTY}
        ended |= {each.begins for each in self.overlays if each.status is Status.FORMER_PARTY}
        for overlay in self.overlays:
            begins = overlay.begins
            if overlay.status is Status.SURVIVING and begins in ended:
                # It comes with the end itself, whenever within that time the end came.
                begins = Span(begins.earliest, begins.earliest)
            changes = [(True, begins), *([(False, overlay.ends)] if overlay.ends is not None else [])]
            found = found.combine(_with(overlay.status), possible(changes, False))
        return found


def possible(edges: Sequence[tuple[V, Span]], initial: V) -> Timeline[frozenset[V]]:
    """Return the values possible at each instant.

    A value is possible once its edge may have come, unless a later one surely has.

    Example:
        >>> [len(value) for _, value in possible([("in force", Span(10, 20))], "not yet").pieces()]
        [1, 2, 1]
    """
    firsts = {at.earliest for _, at in edges if at.bounded_before}
    points = sorted(firsts | {at.latest for _, at in edges if at.bounded_after})

    def values(instant: int) -> frozenset[V]:
        # The last edge that has surely come hides all that came before it; later ones may have come or not.
        sure = -1
        for i, (_, at) in enumerate(edges):
            if at.has_come(instant):
                sure = i
        found = {value for value, at in edges[max(sure, 0) :] if at.may_have_come(instant)}
        if sure < 0:
            found.add(initial)
        return frozenset(found)

    before_all = points[0] - 1 if points else 0
    return Timeline.of(values(before_all), [(point, values(point)) for point in points])


_BEFORE = frozenset({Status.NEVER_PARTY, Status.NEGOTIATING, Status.SIGNATORY, Status.CONTRACTING})
_ROOM = {
    Status.PROVISIONAL: frozenset({Status.FORMER_PARTY, *_BEFORE}),
    Status.SUSPENDED: frozenset({Status.PARTY}),
    Status.EXCLUDED: frozenset({Status.PARTY, Status.SUSPENDED}),
    Status.SURVIVING: frozenset({Status.FORMER_PARTY, *_BEFORE}),
    Status.FORMER_PARTY: frozenset({Status.PARTY, Status.SUSPENDED, Status.EXCLUDED}),  # between two States alone
    Status.CONTRACTING: frozenset({Status.PARTY, Status.SUSPENDED, Status.EXCLUDED}),  # the same
}
"""For each status that an overlay gives, the statuses that leave room for it."""


def _with(status: Status) -> Callable[[Statuses, frozenset[bool]], Statuses]:
    room = _ROOM[status]

    def joined(statuses: Statuses, on: frozenset[bool]) -> Statuses:
        # `on` holds True if the overlay may be there and False if it may not: both where its edges are vague.
        found = set(statuses) if False in on else statuses - room
        return frozenset(found | ({status} if True in on and statuses & room else set()))

    return joined


_IN_THE_WAY = (
    Status.NEVER_PARTY, Status.NEGOTIATING, Status.SIGNATORY, Status.CONTRACTING, Status.FORMER_PARTY,
    Status.SURVIVING, Status.PROVISIONAL, Status.EXCLUDED, Status.SUSPENDED, Status.PARTY,
)  # fmt: skip
"""Statuses in the order in which one of two States' stands in the way of the treaty between them."""


def the_less_advanced(*several: Statuses) -> Statuses:
    """Return what several have together: of any that each may have, the one that stands in the way."""
    return frozenset(min(each, key=_IN_THE_WAY.index) for each in product(*several))


def _lasting(overlay: Overlay) -> tuple[bool, date, date]:
    """Return by what of several overlays the one that goes on longest is told."""
    last = overlay.last_day
    if not isinstance(last, Days):
        return True, LATEST, LATEST
    return False, last.last, last.first
