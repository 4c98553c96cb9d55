"""From a case to its network: a node for each event and each period of a clock, constraints from each claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import singledispatch
from typing import Any

from treatyclock.instants import DAY, HOUR, date_microseconds, iso, timedelta_microseconds
from treatyclock.testimony.case import Case, Clock
from treatyclock.testimony.claims import (
    Claim,
    ClockDifference,
    ClockOffset,
    DateLabel,
    Gap,
    Order,
    SameEvent,
    WallTime,
)
from treatyclock.testimony.model import HORIZON, Assumption, Constraint, Model, Needs, Node, Variant
from treatyclock.testimony.offset_periods import REACH, Period, periods

_FARTHEST_CLOCK = 16 * HOUR  # Manila kept -15:56 until 1844, and no clock stood farther from UTC


def model_of(case: Case) -> Model:
    """Make the network of a case."""
    return _Maker(case).run()


class _Maker:
    def __init__(self, case: Case) -> None:
        self.case = case
        read = [each for each in case.claims if isinstance(each, WallTime | DateLabel)]
        dated = [each.on for each in case.claims if isinstance(each, ClockDifference | ClockOffset)]
        days = [date_microseconds(day) for day in dated if day is not None]
        lows, highs = [each.first for each in read] + days, [each.last for each in read] + days
        self.low, self.high = (min(lows) - 2 * REACH, max(highs) + 2 * REACH) if lows else (0, DAY)
        self.epoch = min(lows) if lows else 0
        self.nodes = [Node(kind="origin", id="UTC")]
        self.assumptions: list[Assumption] = []
        self.constraints: list[Constraint] = []
        self.events: dict[str, int] = {}
        self.periods: dict[str, dict[int, Period]] = {}
        self.offsets: dict[int, int] = {}

    def run(self) -> Model:
        for event in self.case.events:
            self.events[event.id] = self._add(Node(kind="event", id=event.id))
        for clock in self.case.clocks:
            self._clock(clock)
        places = {claim.id: len(self.assumptions) + at for at, claim in enumerate(self.case.claims)}
        claims = {claim.id: claim for claim in self.case.claims}
        for claim in self.case.claims:
            self._claim(
                claim,
                tuple(places[id] for id in claim.computed_from),
                tuple(map(places.__getitem__, _below(claim, claims))),
            )
        return Model(
            nodes=tuple(self.nodes),
            assumptions=tuple(self.assumptions),
            constraints=tuple(self.constraints),
            epoch=self.epoch,
            horizon=self._horizon(),
        )

    def _horizon(self) -> int:
        """Return what no path adds up to: a path leaves each node once, by a bound no wider than its widest."""
        widest = [0] * len(self.nodes)
        for each in self.constraints:
            widest[each.tail] = max(widest[each.tail], abs(each.most))
        return max(HORIZON, 4 * sum(widest))

    def _add(self, node: Node) -> int:
        self.nodes.append(node)
        return len(self.nodes) - 1

    def _clock(self, clock: Clock) -> None:
        """Give a clock a node a period, each with the assumption that its offset is what the data say."""
        found = periods(clock.zones[0], self.low, self.high)
        several = len(found) > 1
        self.periods[clock.id] = {}
        for period in found:
            node = self._add(Node(kind="clock", id=clock.id, period=period))
            self.periods[clock.id][node] = period
            offsets = [period.offset, *(timedelta_microseconds(each.offset_at(0)) for each in clock.zones[1:])]
            base = [Variant(kind="stands", offset=offset) for offset in dict.fromkeys(offsets)]
            change = self.case.costs.change(clock.confidence)
            others = [
                Variant(kind="offset", cost=change, offset=offset, sources=each.sources, note=each.note)
                for each in clock.others
                if (offset := timedelta_microseconds(each.offset)) not in offsets
            ]
            drop = Variant(kind="drop", cost=self.case.costs.drop(clock.confidence))
            since = "" if not several else f"@{_day(period, self.low)}"
            place = len(self.assumptions)
            self.offsets[node] = place
            self.assumptions.append(
                Assumption(
                    id=f"{clock.id}{since}", variants=(*base, *others, drop), base=len(base), node=node,
                    confidence=clock.confidence,
                )
            )  # fmt: skip
            for at, variant in enumerate((*base, *others)):
                assert variant.offset is not None
                self._between((0, node), -variant.offset, -variant.offset, ((place, 1 << at),), place)
            self._between((0, node), -_FARTHEST_CLOCK, _FARTHEST_CLOCK, (), None)

    def _claim(self, claim: Claim, premises: tuple[int, ...], below: tuple[int, ...]) -> None:
        place = len(self.assumptions)
        stands, moved = _ways(claim, self)
        costs = self.case.costs
        moves = [Variant(kind="clock", cost=costs.change(claim.confidence), clock=clock, node=node)
                 for clock, node in moved]  # fmt: skip
        nodes = [(clock, node) for clock in _clocks(claim) for node in self.periods[clock]]
        # A reading that no period shows is one of a period whose data are wrong, if it stands.
        base = [Variant(kind="stands", clock=clock, node=node) for clock, node in stands or nodes]
        base = base or [Variant(kind="stands")]
        self.assumptions.append(
            Assumption(
                id=claim.id,
                variants=(*base, *moves, Variant(kind="drop", cost=costs.drop(claim.confidence))),
                base=len(base),
                claim=claim,
                confidence=claim.confidence,
                premises=premises,
            )
        )
        # A claim that was computed holds only while its premises do.
        resting = tuple((each, -1) for each in below)
        if not stands:
            # No clock ever showed it, if the data of its clocks are right: what cannot be is before itself.
            data = tuple((self.offsets[node], self.assumptions[self.offsets[node]].stands) for _, node in nodes)
            self._between((0, 0), None, -1, ((place, (1 << len(base)) - 1), *resting, *data), place)
        for at, variant in enumerate((*base, *moves)):
            _constrain(claim, self, variant, ((place, 1 << at), *resting), place)

    def _between(
        self, ends: tuple[int, int], least: int | None, most: int | None, needs: Needs, of: int | None
    ) -> None:
        tail, head = ends
        if most is not None:
            self.constraints.append(Constraint(tail=tail, head=head, most=most, needs=needs, of=of))
        if least is not None:
            self.constraints.append(Constraint(tail=head, head=tail, most=-least, needs=needs, of=of))

    def readings(self, clocks: Iterable[str], first: int, last: int) -> list[tuple[str, int]]:
        """Return the nodes of the periods in which clocks may have shown a reading."""
        return [
            (clock, node)
            for clock in clocks
            for node, period in self.periods[clock].items()
            if period.shows(first, last)
        ]

    def at(self, clock: str, on: date | None) -> list[int]:
        """Return the nodes of a clock on a date, or of all its periods."""
        if on is None:
            return list(self.periods[clock])
        first = date_microseconds(on)
        return [node for _, node in self.readings([clock], first, first + DAY - 1)]


def _day(period: Period, low: int) -> str:
    return iso(low if period.start is None else period.start)[:10]


def _below(claim: Claim, claims: Mapping[str, Claim]) -> dict[str, None]:
    """Return the claims from which one was computed, and those from which they were."""
    found: dict[str, None] = {}
    waiting = list(claim.computed_from)
    while waiting:
        id = waiting.pop()
        if id not in found:
            found[id] = None
            waiting += claims[id].computed_from
    return found


def _clocks(claim: Claim) -> tuple[str, ...]:
    """Return the clocks that a claim speaks of."""
    several: tuple[str, ...] = getattr(claim, "clocks", ())
    return several or tuple(getattr(claim, key) for key in ("clock", "ahead_of") if hasattr(claim, key))


@singledispatch
def _ways(claim: Any, maker: _Maker) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Return the clocks, each by its node, on which a claim may be read as it stands, and those it may be moved to."""
    return [("", 0)], []


@_ways.register(WallTime)
@_ways.register(DateLabel)
def _(claim: WallTime | DateLabel, maker: _Maker) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    stands = maker.readings(claim.clocks, claim.first, claim.last)
    others = [each.id for each in maker.case.clocks if each.candidate and each.id not in claim.clocks]
    return stands, maker.readings(others, claim.first, claim.last)


@_ways.register
def _(claim: ClockDifference, maker: _Maker) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    mine, others = maker.at(claim.clock, claim.on), maker.at(claim.ahead_of, claim.on)
    nodes = maker.nodes
    pairs = [
        (a, b) for a in mine for b in others
        if (p := nodes[a].period) is not None and (q := nodes[b].period) is not None and p.meets(q)
    ]  # fmt: skip
    # The node says which pair it is: the place of the pair, as a claim on two clocks has no single node.
    return [(claim.clock, a * len(nodes) + b) for a, b in pairs], []


@_ways.register
def _(claim: ClockOffset, maker: _Maker) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    return [(claim.clock, node) for node in maker.at(claim.clock, claim.on)], []


@singledispatch
def _constrain(claim: Any, maker: _Maker, variant: Variant, needs: Needs, place: int) -> None:
    raise NotImplementedError(type(claim))


@_constrain.register(WallTime)
@_constrain.register(DateLabel)
def _(claim: WallTime | DateLabel, maker: _Maker, variant: Variant, needs: Needs, place: int) -> None:
    event = maker.events[claim.event]
    maker._between((variant.node, event), claim.first - maker.epoch, claim.last - maker.epoch, needs, place)
    period = maker.nodes[variant.node].period
    if period is not None and (period.start, period.end) != (None, None):
        # Read in one period of the clock, the event lies in it, as long as the clock's data are believed.
        offset = maker.offsets[variant.node]
        both = (*needs, (offset, maker.assumptions[offset].stands))
        least = None if period.start is None else period.start - maker.epoch
        most = None if period.end is None else period.end - 1 - maker.epoch
        maker._between((0, event), least, most, both, place)


@_constrain.register
def _(claim: Gap, maker: _Maker, variant: Variant, needs: Needs, place: int) -> None:
    maker._between((maker.events[claim.after], maker.events[claim.event]), claim.least, claim.most, needs, place)


@_constrain.register
def _(claim: Order, maker: _Maker, variant: Variant, needs: Needs, place: int) -> None:
    maker._between((maker.events[claim.after], maker.events[claim.event]), 1, None, needs, place)


@_constrain.register
def _(claim: SameEvent, maker: _Maker, variant: Variant, needs: Needs, place: int) -> None:
    maker._between((maker.events[claim.other], maker.events[claim.event]), 0, 0, needs, place)


@_constrain.register
def _(claim: ClockDifference, maker: _Maker, variant: Variant, needs: Needs, place: int) -> None:
    clock, other = divmod(variant.node, len(maker.nodes))
    maker._between((clock, other), claim.least, claim.most, needs, place)


@_constrain.register
def _(claim: ClockOffset, maker: _Maker, variant: Variant, needs: Needs, place: int) -> None:
    offset = timedelta_microseconds(claim.offset)
    maker._between((0, variant.node), -offset, -offset, needs, place)
