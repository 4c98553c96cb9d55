"""On what it depends when an event came: the few things that tell the scenarios apart, out of all that differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from treatyclock.testimony.findings import OpenChoice
from treatyclock.testimony.repairs import fallen
from treatyclock.testimony.scenarios import Scenario

_MOST = 30
"""Scenarios in which it is looked at whether an assumption bears on an event."""


class Deciding:
    """What differs between scenarios, and which of it decides about an event."""

    def __init__(self, scenarios: Sequence[Scenario]) -> None:
        """Take the scenarios."""
        self._scenarios = scenarios
        # A claim that fell with its premise is not settled: what became of the premise is.
        self._settled = [_settled(each) for each in scenarios]

    def conditions(self, event: str, holds: Sequence[bool]) -> tuple[tuple[OpenChoice, ...], ...]:
        """Return what must be so in the scenarios that are meant and in no others.

        Args:
            event: The event that is asked about.
            holds: For each scenario, whether it is meant.

        Returns:
            Conditions of which one holds in each scenario that is meant, and none in the others. Nothing can be left
            out of all of them.
        """
        kept = self._ranked(event, holds)
        for place in tuple(kept):
            less = [each for each in kept if each != place]
            if self._tell_apart(less, holds):
                kept = less
        kept.sort()
        found = dict.fromkeys(self._at(kept, number) for number, meant in enumerate(holds) if meant)
        return tuple(
            tuple(
                OpenChoice(assumption=place, variant=variant)
                for place, variant in zip(kept, each, strict=True)
                if variant is not None
            )
            for each in found
        )

    def _ranked(self, event: str, holds: Sequence[bool]) -> list[int]:
        """Return what differs; first what may be left out rather than the rest."""

        def key(place: int) -> tuple[bool, bool, bool, int]:
            meant = {settled.get(place) for settled, each in zip(self._settled, holds, strict=True) if each}
            assumption = self._scenarios[0].model.assumptions[place]
            # That something is given up, or read otherwise, says more than that something else stands as ever.
            says_more = assumption.base > 1 or bool(meant - {0, None})
            return event in self._bearing[place], says_more, self._about(place, event), place

        return sorted(self._varied, key=key)

    @cached_property
    def _varied(self) -> tuple[int, ...]:
        places = {place for each in self._settled for place in each}
        return tuple(
            place for place in sorted(places) if len({each[place] for each in self._settled if place in each}) > 1
        )

    @cached_property
    def _bearing(self) -> dict[int, frozenset[str]]:
        """For each thing that differs, the events whose time it bounds in some scenario."""
        found: dict[int, set[str]] = {place: set() for place in self._varied}
        events = self._scenarios[0].model.events
        for scenario in self._scenarios[:_MOST]:
            for place, bounded in found.items():
                if len(bounded) < len(events):
                    less = scenario.leaving_out(place)
                    bounded.update(each for each in events if less.bounds(each) != scenario.bounds(each))
        return {place: frozenset(bounded) for place, bounded in found.items()}

    def _about(self, place: int, event: str) -> bool:
        model = self._scenarios[0].model
        node = model.event_place(event)
        return any(each.of == place and node in (each.tail, each.head) for each in model.constraints)

    def _tell_apart(self, places: Sequence[int], holds: Sequence[bool]) -> bool:
        meant = {self._at(places, number) for number, each in enumerate(holds) if each}
        return meant.isdisjoint(self._at(places, number) for number, each in enumerate(holds) if not each)

    def _at(self, places: Iterable[int], number: int) -> tuple[int | None, ...]:
        return tuple(self._settled[number].get(place) for place in places)


def _settled(scenario: Scenario) -> dict[int, int]:
    gone = fallen(scenario.model, scenario.chosen)
    return {
        place: variant for place, variant in enumerate(scenario.chosen) if place not in gone and variant is not None
    }
