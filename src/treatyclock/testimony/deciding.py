"""On what it depends when an event came: the few things that tell the scenarios apart, out of all that differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from treatyclock.testimony.changes import fallen
from treatyclock.testimony.findings import OpenChoice
from treatyclock.testimony.scenarios import Scenario

_MOST, _RUNS = 30, 1_000
"""In so many scenarios, and by so many runs, it is looked at whether an assumption bears on an event."""


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
        kept = sorted(self._needed(self._ranked(event, holds), holds))
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
        node = self._scenarios[0].model.event_place(event)

        def key(place: int) -> tuple[bool, bool, bool, int]:
            meant = {settled.get(place) for settled, each in zip(self._settled, holds, strict=True) if each}
            assumption = self._scenarios[0].model.assumptions[place]
            # That something is given up, or read otherwise, says more than that something else stands as ever.
            says_more = assumption.base > 1 or bool(meant - {0, None})
            return event in self._bearing[place], says_more, node in self._nodes[place], place

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
        looked_at = min(_MOST, max(1, _RUNS // max(1, len(found))))
        for scenario in self._scenarios[:looked_at]:
            for place, bounded in found.items():
                if len(bounded) < len(events):
                    less = scenario.leaving_out(place)
                    bounded.update(each for each in events if less.bounds(each) != scenario.bounds(each))
        return {place: frozenset(bounded) for place, bounded in found.items()}

    @cached_property
    def _nodes(self) -> dict[int, frozenset[int]]:
        """For each thing that differs, the nodes that it speaks of."""
        found: dict[int, set[int]] = {place: set() for place in self._varied}
        for each in self._scenarios[0].model.constraints:
            if each.of in found:
                found[each.of].update((each.tail, each.head))
        return {place: frozenset(nodes) for place, nodes in found.items()}

    def _needed(self, ranked: Sequence[int], holds: Sequence[bool]) -> list[int]:
        """Return what is left if each place is left out, one after another, that the others can do without."""
        # Scenarios of one number are alike in all that comes later in the list, and in all that was kept before.
        later = [[0] * len(holds)]
        for place in reversed(ranked):
            later.append(self._split(later[-1], place))
        kept, before = [], [0] * len(holds)
        for place, after in zip(ranked, reversed(later[:-1]), strict=True):
            alike = list(zip(before, after, strict=True))
            meant = {each for each, is_meant in zip(alike, holds, strict=True) if is_meant}
            if any(each in meant for each, is_meant in zip(alike, holds, strict=True) if not is_meant):
                kept.append(place)
                before = self._split(before, place)
        return kept

    def _split(self, numbers: Sequence[int], place: int) -> list[int]:
        """Number scenarios anew: those that were alike, and are alike in a place too, get one number."""
        pairs = [(number, settled.get(place)) for number, settled in zip(numbers, self._settled, strict=True)]
        anew = {pair: number for number, pair in enumerate(dict.fromkeys(pairs))}
        return [anew[pair] for pair in pairs]

    def _at(self, places: Iterable[int], number: int) -> tuple[int | None, ...]:
        return tuple(self._settled[number].get(place) for place in places)


def _settled(scenario: Scenario) -> dict[int, int]:
    gone = fallen(scenario.model, scenario.chosen)
    return {
        place: variant for place, variant in enumerate(scenario.chosen) if place not in gone and variant is not None
    }
