"""When each event came, as exactly as the claims allow that are left standing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from treatyclock.intervals import Interval
from treatyclock.testimony.conflicts import holds, network
from treatyclock.testimony.model import Model
from treatyclock.testimony.network import Network


@dataclass(frozen=True, kw_only=True, eq=False)
class World:
    """One choice of variants under which all that stands can be true.

    Attributes:
        model: The model.
        chosen: The variants.
    """

    model: Model
    chosen: tuple[int, ...]

    @cached_property
    def _network(self) -> Network:
        held = [each for each in self.model.constraints if holds(each, self.chosen, self.model.assumptions)]
        return network(self.model, held)

    def bounds(self, event: str) -> Interval:
        """Return the tightest interval in UTC in which an event lies; an end that nothing bounds is None."""
        node = self.model.node(event)
        return self._interval(self._network.earliest[node], self._network.latest[node], self.model.epoch)

    def reading(self, event: str, clock: str) -> tuple[Interval, int] | None:
        """Return what a clock may have shown at an event, in microseconds since 1970 there, and the clock's node.

        Of a clock with several periods that one answers which holds the earliest instant; None if nothing is known.
        """
        when, nodes = self.bounds(event), self.model.clock_nodes(clock)
        node = next((each for each in nodes if self._in_period(each, when.start)), nodes[-1])
        least, most = self._network.gap(node, self.model.node(event))
        found = self._interval(least, most, self.model.epoch)
        return None if found.start is None and found.end is None else (found, node)

    def gap(self, event: str, after: str) -> Interval:
        """Return the tightest bounds on how long after one event another came, in microseconds."""
        least, most = self._network.gap(self.model.node(after), self.model.node(event))
        return self._interval(least, most, 0)

    def _in_period(self, node: int, at: int | None) -> bool:
        period = self.model.nodes[node].period
        assert period is not None
        return at is None or period.end is None or at < period.end

    def _interval(self, least: int, most: int, epoch: int) -> Interval:
        far = self.model.horizon // 2
        return Interval(None if least < -far else least + epoch, None if most > far else most + epoch + 1)


def worlds(model: Model, chosen: Sequence[tuple[int, ...]]) -> tuple[World, ...]:
    """Return the worlds of a repair."""
    return tuple(World(model=model, chosen=each) for each in chosen)
