"""A reconciliation: whether the sources of a case agree, which clash, what must be given up, and what then follows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from treatyclock.intervals import Interval
from treatyclock.printing import Explained
from treatyclock.testimony.consequences import consequences_of, gaps_of
from treatyclock.testimony.findings import Consequences, EventGap, ReconciledCase
from treatyclock.testimony.treaty_at_event import TreatyAtEvent


@dataclass(frozen=True, kw_only=True, repr=False)
class Reconciliation(ReconciledCase, Explained):
    """What becomes of a case's testimony. Its values are computed when they are first asked for, and then kept.

    Attributes:
        treaty: What a treaty's terms say at each event, where one was asked about.
    """

    PRINTERS: ClassVar[tuple[str, ...]] = (*Explained.PRINTERS, "treatyclock.show.testimony")

    treaty: tuple[TreatyAtEvent, ...] = ()

    def __repr__(self) -> str:
        """Name the case and whether its sources agree."""
        return f"<Reconciliation {self.case.id}: {'consistent' if self.consistent else 'contradictory'}>"

    @cached_property
    def consequences(self) -> Consequences:
        """When each event came under the repairs, and what stays open."""
        return consequences_of(self)

    @cached_property
    def gaps(self) -> tuple[EventGap, ...]:
        """How long each event came after each other, where the best repairs bound it."""
        return gaps_of(self)

    def bounds(self, event: str) -> tuple[Interval, ...]:
        """Return when an event came: the tightest interval of each scenario of the best repairs, each once.

        Raises:
            UnknownEventError: If the case names no such event.
        """
        self.case.known_event(event)
        return tuple(dict.fromkeys(scenario.bounds(event) for scenario in self.best_scenarios))
