"""From a case to its network: a node for each event and each period of a clock, constraints from each claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from treatyclock.errors import UndatedClockError
from treatyclock.instants import HOUR, iso, timedelta_microseconds
from treatyclock.testimony.case import Case, Clock
from treatyclock.testimony.claims.base import Claim
from treatyclock.testimony.model import HORIZON, Assumption, Constraint, Model, Requirement
from treatyclock.testimony.nodes import UTC, ClockNode, ClockPeriods, EventNode, Node, NodeDifference
from treatyclock.testimony.offset_periods import REACH, offset_periods
from treatyclock.testimony.variants import AtOtherOffset, Dropped, KeepsOffset, OnOtherClock, Stands

_FARTHEST_CLOCK = 16 * HOUR  # Manila kept -15:56 until 1844, and no clock stood farther from UTC


def model_of(case: Case) -> Model:
    """Make the network of a case.

    Raises:
        UndatedClockError: If a claim is about a clock that changed, and nothing in the case has a date.
    """
    if case.undated:
        claim, clock = case.undated[0]
        raise UndatedClockError(claim.id, clock.name, case.id)
    first, last = case.span or (0, 0)
    low, high = first - 2 * REACH, last + 2 * REACH
    clocks = ClockPeriods(
        nodes={
            clock.id: tuple(ClockNode(clock.id, period) for period in offset_periods(clock.zones[0], low, high))
            for clock in case.clocks
            if case.span or not clock.changes  # without a date nobody knows where a clock that changed stood
        },
        candidates=tuple(clock.id for clock in case.clocks if clock.candidate and (case.span or not clock.changes)),
    )
    nodes: tuple[Node, ...] = (UTC, *(EventNode(event.id) for event in case.events), *clocks.all(clocks.nodes))
    data = tuple(
        _data_assumption(case, clock, node, low, alone=len(clocks.nodes[clock.id]) == 1)
        for clock in case.clocks
        for node in clocks.nodes.get(clock.id, ())
    )
    places = {claim.id: len(data) + at for at, claim in enumerate(case.claims)}
    said = tuple(
        _claim_assumption(case, claim, clocks, tuple(places[id] for id in claim.computed_from)) for claim in case.claims
    )
    encoder = _Encoder(
        places={node: place for place, node in enumerate(nodes)},
        assumptions=(*data, *said),
        data={each.about: place for place, each in enumerate(data) if isinstance(each.about, ClockNode)},
        epoch=first,
    )
    below = _premises(case.claims)
    constraints = [
        constraint
        for place, each in enumerate(encoder.assumptions)
        for constraint in (
            encoder.of_data(place, each.about)
            if isinstance(each.about, ClockNode)
            else encoder.of_claim(place, each.about, clocks, [places[id] for id in below[each.about.id]])
        )
    ]
    return Model(
        nodes=nodes,
        assumptions=encoder.assumptions,
        constraints=tuple(constraints),
        epoch=encoder.epoch,
        horizon=_horizon(len(nodes), constraints),
    )


def _data_assumption(case: Case, clock: Clock, node: ClockNode, low: int, *, alone: bool) -> Assumption:
    """Assume that the offset of a clock in a period is what its data say."""
    offsets = {node.period.offset: clock.zones[0]}
    for zone in clock.zones[1:]:
        offsets.setdefault(timedelta_microseconds(zone.offset_at(0)), zone)
    change = case.costs.change(clock.confidence)
    start = low if node.period.start is None else node.period.start
    return Assumption(
        id=clock.id if alone else f"{clock.id}@{iso(start)[:10]}",
        about=node,
        variants=(
            *(KeepsOffset(offset=offset, zone=zone) for offset, zone in offsets.items()),
            *(
                AtOtherOffset(cost=change, offset=offset, sources=each.sources, note=each.note)
                for each in clock.others
                if (offset := timedelta_microseconds(each.offset)) not in offsets
            ),
            *(() if clock.defined else (Dropped(cost=case.costs.drop(clock.confidence)),)),
        ),
        confidence=clock.confidence,
    )


def _claim_assumption(case: Case, claim: Claim, clocks: ClockPeriods, premises: tuple[int, ...]) -> Assumption:
    """Assume what a claim says."""
    # If no period of its clocks shows what it says, and it stands, then the data of some period are wrong.
    stands = claim.ways_to_read(clocks) or claim.ways_to_read(clocks, at_any_time=True)
    change = case.costs.change(claim.confidence)
    return Assumption(
        id=claim.id,
        about=claim,
        variants=(
            *(Stands(read=read) for read in stands),
            *(OnOtherClock(cost=change, read=read) for read in claim.other_clocks(clocks)),
            Dropped(cost=case.costs.drop(claim.confidence)),
        ),
        confidence=claim.confidence,
        premises=premises,
    )


def _premises(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """Return, for each claim, the claims from which it was computed, and those from which they were."""
    named = {claim.id: claim for claim in claims}
    return {id: _premises_of(claim, named) for id, claim in named.items()}


def _premises_of(claim: Claim, named: Mapping[str, Claim]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    waiting = list(claim.computed_from)
    while waiting:
        id = waiting.pop()
        if id not in found:
            found[id] = None
            waiting += named[id].computed_from
    return tuple(found)


def _horizon(nodes: int, constraints: Iterable[Constraint]) -> int:
    """Return a time that no path adds up to: a path leaves each node once, by no bound wider than the widest there."""
    widest = [0] * nodes
    for each in constraints:
        widest[each.tail] = max(widest[each.tail], abs(each.most))
    return max(HORIZON, 4 * sum(widest))


def _wider(constraints: Iterable[Constraint]) -> Iterable[Constraint]:
    """Let each constraint of a claim hold under all variants that imply it, since their bound is narrower.

    So what shows that an event came after one date of a set shows it for all earlier dates (the order encoding of a
    choice). Without that, sets that clash are tried date by date, each with each.
    """
    alike: dict[tuple[int, int, tuple[Requirement, ...]], list[Constraint]] = {}
    for each in constraints:
        alike.setdefault((each.tail, each.head, each.needs[1:]), []).append(each)
    for several in alike.values():
        variants = 0
        for each in sorted(several, key=lambda constraint: constraint.most):
            own, *others = each.needs
            variants |= own.variants
            yield replace(each, needs=(replace(own, variants=variants), *others))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Encoder:
    """Makes constraints of what clocks and claims say.

    Attributes:
        places: The place of each node.
        assumptions: All assumptions.
        data: The place of the assumption about each clock in a period.
        epoch: The instant from which the times of events are counted.
    """

    places: Mapping[Node, int]
    assumptions: tuple[Assumption, ...]
    data: Mapping[ClockNode, int]
    epoch: int

    def of_data(self, place: int, node: ClockNode) -> Iterable[Constraint]:
        """Yield a constraint for each offset at which a clock may have stood, and for what no clock exceeds."""
        for at, variant in enumerate(self.assumptions[place].variants):
            if isinstance(variant, KeepsOffset | AtOtherOffset):
                stood = NodeDifference(start=UTC, end=node, least=-variant.offset, most=-variant.offset)
                yield from self._constraints(stood, (Requirement(assumption=place, variants=1 << at),), place)
        widest = NodeDifference(start=UTC, end=node, least=-_FARTHEST_CLOCK, most=_FARTHEST_CLOCK)
        yield from self._constraints(widest, (), None)

    def of_claim(self, place: int, claim: Claim, clocks: ClockPeriods, premises: Iterable[int]) -> Iterable[Constraint]:
        """Yield the constraints of a claim, one lot for each way in which it may be read."""
        assumption = self.assumptions[place]
        # A claim that was computed holds only while its premises do.
        resting = tuple(
            Requirement(assumption=each, variants=self.assumptions[each].stands, premise=True) for each in premises
        )
        if not claim.ways_to_read(clocks):
            yield self._never_shown(place, claim, clocks, resting)
        made = [
            replace(constraint, variant=at)
            for at, variant in enumerate(assumption.variants)
            if isinstance(variant, Stands | OnOtherClock)
            for each in claim.differences(variant.read)
            for constraint in self._constraints(
                each, (Requirement(assumption=place, variants=1 << at), *resting), place
            )
        ]
        yield from _wider(made)

    def _never_shown(
        self, place: int, claim: Claim, clocks: ClockPeriods, resting: tuple[Requirement, ...]
    ) -> Constraint:
        """Refute a claim that no clock ever showed, if the data of its clocks are right: UTC is before itself."""
        standing = Requirement(assumption=place, variants=self.assumptions[place].stands)
        data = tuple(self._trust(node) for node in clocks.all(claim.clocks_named))
        return Constraint(tail=0, head=0, most=-1, needs=(standing, *resting, *data), of=place)

    def _trust(self, node: ClockNode) -> Requirement:
        place = self.data[node]
        return Requirement(assumption=place, variants=self.assumptions[place].stands)

    def _constraints(
        self, said: NodeDifference, needs: tuple[Requirement, ...], of: int | None
    ) -> Iterable[Constraint]:
        # Events are counted from the epoch, UTC and clocks are not.
        shift = self.epoch * (isinstance(said.end, EventNode) - isinstance(said.start, EventNode))
        tail, head = self.places[said.start], self.places[said.end]
        needs = (*needs, *(self._trust(node) for node in said.trusting))
        if said.most is not None:
            yield Constraint(tail=tail, head=head, most=said.most - shift, needs=needs, of=of)
        if said.least is not None:
            yield Constraint(tail=head, head=tail, most=shift - said.least, needs=needs, of=of)
