"""A case: sources, clocks, events, and what the sources claim of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from treatyclock.civil.clocks.zones import Zone
from treatyclock.errors import UnknownClaimError, UnknownEventError, plain
from treatyclock.testimony.claims.base import Claim, Confidence
from treatyclock.testimony.offset_periods import keeps_one_offset
from treatyclock.testimony.vague import VaguePhrase


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSource:
    """A document or book that says something.

    Attributes:
        id: Its name in the case.
        title: What it is, enough to find it.
        confidence: How well it vouches for what it says.
    """

    id: str
    title: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherOffset:
    """An offset that a clock may have had instead.

    Attributes:
        offset: The offset.
        sources: Who says so.
        note: What speaks for it or against.
    """

    offset: timedelta
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A clock of the case.

    Attributes:
        id: Its name in the case.
        name: What to call it in a sentence.
        zones: The zone that gives its offsets; several zones of one offset each where a label may mean several.
        sources: Who says so besides the zone's own basis.
        confidence: How well its offsets are known.
        others: Offsets that it may have had instead.
        candidate: Whether claims may be moved to it.
        note: What else a reader must know.

    Example:
        >>> from treatyclock.civil.clocks.zones import zone
        >>> Clock(id="x", name="nine hours ahead", zones=(zone("+09:00"),)).defined
        True
    """

    id: str
    name: str
    zones: tuple[Zone, ...]
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.HIGH
    others: tuple[OtherOffset, ...] = ()
    candidate: bool = True
    note: str = ""

    @property
    def defined(self) -> bool:
        """Whether its offset is all that it is: nobody vouches for the offset, and nobody doubts it.

        A definition is no claim, so that it cannot be given up.
        """
        (one, *others) = self.zones
        return not (others or self.sources or self.others) and (
            one.basis.source == "fixed offset" and self.confidence is Confidence.HIGH
        )

    @property
    def changes(self) -> bool:
        """Whether its offset depends on the date."""
        return not all(keeps_one_offset(each) for each in self.zones)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened.

    Attributes:
        id: Its name in the case.
        title: What to call it in a sentence.
    """

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What it costs to give up a claim, by how well it is vouched for.

    To move a claim to another clock, or a clock to another offset, keeps most of what was said and costs half.

    Example:
        >>> Costs().drop(Confidence.LOW), Costs().change(Confidence.HIGH)
        (2, 8)
    """

    low: int = 2
    fair: int = 4
    good: int = 8
    high: int = 16

    def drop(self, confidence: Confidence) -> int:
        """Return the cost of giving up something."""
        cost: int = getattr(self, confidence.value)
        return cost

    def change(self, confidence: Confidence) -> int:
        """Return the cost of moving something to another clock or offset."""
        return (self.drop(confidence) + 1) // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What each source claims about which events, on which clocks.

    Attributes:
        id: Its name.
        title: Its title.
        sources: The sources.
        clocks: The clocks.
        events: The events.
        claims: The claims.
        costs: What it costs to give up a claim.
        phrases: Vague phrases to which the case gives bounds of its own.
        note: What a reader should know.
        file: Where it was read from.
        dated: The first and the last reading of the whole case, for a part of it whose claims name no date.
    """

    id: str
    title: str
    sources: tuple[CaseSource, ...] = ()
    clocks: tuple[Clock, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    costs: Costs = field(default_factory=Costs)
    phrases: tuple[VaguePhrase, ...] = ()
    note: str = ""
    file: str = ""
    dated: tuple[int, int] | None = None

    @property
    def span(self) -> tuple[int, int] | None:
        """The first and the last reading that its claims name, in microseconds since 1970; None where they name none.

        It chooses the offsets of clocks that changed.
        """
        readings = [at for claim in self.claims for at in claim.readings_named]
        return (min(readings), max(readings)) if readings else self.dated

    @property
    def undated(self) -> tuple[tuple[Claim, Clock], ...]:
        """The claims about clocks that changed, each with its clock, where no date says which offset is meant."""
        if self.span is not None:
            return ()
        changed = {clock.id: clock for clock in self.clocks if clock.changes}
        return tuple((each, changed[id]) for each in self.claims for id in each.clocks_named if id in changed)

    def clock(self, id: str) -> Clock:
        """Return a clock by its name."""
        return next(each for each in self.clocks if each.id == id)

    def event(self, id: str) -> Event:
        """Return an event by its name."""
        return next(each for each in self.events if each.id == id)

    @property
    def phrases_used(self) -> tuple[VaguePhrase, ...]:
        """The vague phrases of its claims, each once."""
        return tuple(dict.fromkeys(claim.phrase for claim in self.claims if claim.phrase is not None))

    def event_title(self, id: str) -> str:
        """Return what to call an event in a sentence, with its name if another has the same title."""
        return _told_apart(id, self.event(id).title, [each.title for each in self.events])

    def clock_name(self, id: str) -> str:
        """Return what to call a clock in a sentence, with its name in the case if another is called the same."""
        return _told_apart(id, self.clock(id).name, [each.name for each in self.clocks])

    def known_event(self, id: str) -> None:
        """Refuse an event that the case does not name.

        Raises:
            UnknownEventError: If the case names no such event.
        """
        known = [each.id for each in self.events]
        if id not in known:
            raise UnknownEventError(id, self.id, known)

    def only(self, ids: tuple[str, ...]) -> Case:
        """Return the case with these claims alone; its clocks stay.

        Raises:
            UnknownClaimError: If the case makes no such claim.
        """
        self._known(ids)
        return self._with(tuple(each for each in self.claims if each.id in ids))

    def without(self, ids: tuple[str, ...]) -> Case:
        """Return the case without some claims.

        Raises:
            UnknownClaimError: If the case makes no such claim.
        """
        self._known(ids)
        return self._with(tuple(each for each in self.claims if each.id not in ids))

    def _with(self, claims: tuple[Claim, ...]) -> Case:
        kept = {each.id for each in claims}
        return replace(
            self,
            dated=self.span,
            claims=tuple(
                replace(each, computed_from=tuple(id for id in each.computed_from if id in kept)) for each in claims
            ),
        )

    def _known(self, ids: tuple[str, ...]) -> None:
        known = {each.id for each in self.claims}
        for id in ids:
            if id not in known:
                raise UnknownClaimError(id, self.id, known)


def _told_apart(id: str, title: str, titles: Sequence[str]) -> str:
    return f"{plain(title)} ({id})" if titles.count(title) > 1 else plain(title)
