"""When each event came, as exactly as the claims that are left standing allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from treatyclock.intervals import Interval
from treatyclock.testimony.conflicts import holds, network
from treatyclock.testimony.model import Model
from treatyclock.testimony.network import Network
from treatyclock.testimony.nodes import ClockNode, EventNode, Node


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """One choice of variants under which all that stands can be true.

    Attributes:
        model: The model.
        chosen: The place of the variant that each assumption takes; None for one that is left out.
    """

    model: Model
    chosen: tuple[int | None, ...]

    @cached_property
    def _network(self) -> Network:
        return network(self.model, [each for each in self.model.constraints if holds(each, self.chosen)])

    @cached_property
    def _gaps(self) -> dict[int, tuple[list[int], list[int]]]:
        return {}

    @cached_property
    def _times(self) -> tuple[list[int], list[int]]:
        return self._network.earliest, self._network.latest

    def leaving_out(self, place: int) -> Scenario:
        """Return the scenario as it would be without an assumption."""
        return replace(self, chosen=(*self.chosen[:place], None, *self.chosen[place + 1 :]))

    def bounds(self, event: str) -> Interval:
        """Return the tightest interval in UTC in which an event lies; an end that nothing bounds is None."""
        place = self.model.event_place(event)
        earliest, latest = self._times
        return self._interval(earliest[place], latest[place], self.model.epoch)

    def reading(self, event: str, clock: str) -> Interval | None:
        """Return what a clock may have shown at an event, in microseconds since 1970 on that clock.

        A clock with several periods is read in the period that holds the earliest instant of the event.

        Returns:
            The readings; None if nothing is known of them.
        """
        when, nodes = self.bounds(event), self.model.clock_nodes(clock)
        if not nodes:
            return None
        node = next((each for each in nodes if _begins_before_the_end(when, each)), nodes[-1])
        found = self._between(node, EventNode(event), self.model.epoch)
        return None if found.start is None and found.end is None else found

    def gap(self, event: str, after: str) -> Interval:
        """Return the tightest bounds on how long after one event another came, in microseconds."""
        return self._between(EventNode(after), EventNode(event), 0)

    def _between(self, start: Node, end: Node, epoch: int) -> Interval:
        # One run each way finds the gaps from a node to all others, so they are kept.
        place = self.model.place(start)
        if place not in self._gaps:
            self._gaps[place] = self._network.gaps_from(place)
        least, most = self._gaps[place]
        to = self.model.place(end)
        return self._interval(least[to], most[to], epoch)

    def _interval(self, least: int, most: int, epoch: int) -> Interval:
        far = self.model.horizon // 2
        return Interval(None if least < -far else least + epoch, None if most > far else most + epoch + 1)


def _begins_before_the_end(when: Interval, node: ClockNode) -> bool:
    return when.start is None or node.period.end is None or when.start < node.period.end


def scenarios(model: Model, choices: Sequence[tuple[int, ...]]) -> tuple[Scenario, ...]:
    """Return the scenarios of a repair."""
    return tuple(Scenario(model=model, chosen=each) for each in choices)
