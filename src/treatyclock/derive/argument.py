"""One argument out of many worlds: the same conclusions side by side, numbered, premises first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from treatyclock.derive.findings import Findings
from treatyclock.derive.reasons import Derived, Given, Key, Reason, Rule, supporting
from treatyclock.derive.worlds import Outcome, World, outcomes


class Reasoned(Protocol):
    """What a world holds: anything with what was found for it."""

    @property
    def findings(self) -> Findings:
        """The reasons and facts found."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A statement or conclusion, with what it comes to in each world.

    Attributes:
        number: Its number, from 1; premises come first.
        key: What it is about.
        because: The numbers of its premises in any world.
        variants: What it comes to, and under which answers; the premises are left out of these.
    """

    number: int
    key: Key
    because: tuple[int, ...]
    variants: tuple[Outcome[Reason], ...]


_ANY = Rule("", "")


def argument(worlds: Sequence[World[Reasoned]], roots: Iterable[Key]) -> tuple[Step, ...]:
    """Return all that some conclusions rest on, in any world.

    Args:
        worlds: The worlds in which they were reached.
        roots: Keys of conclusions; those that a world did not reach are passed over there.
    """
    # A conclusion may rest on other premises in another world. The graph of their union gives one order for all worlds.
    premises: dict[Key, dict[Key, None]] = {}
    for world in worlds:
        for key, reason in world.result.findings.reasons.items():
            premises.setdefault(key, {}).update(dict.fromkeys(reason.because if isinstance(reason, Derived) else ()))
    graph = {key: Derived(key=key, rule=_ANY, value=None, because=tuple(below)) for key, below in premises.items()}
    reached = supporting(graph, [root for root in roots if root in graph])
    numbers = {reason.key: number for number, reason in enumerate(reached, start=1)}
    return tuple(
        Step(
            number=number,
            key=key,
            because=tuple(sorted(numbers[premise] for premise in premises[key])),
            variants=_variants(worlds, key),
        )
        for key, number in numbers.items()
    )


def _variants(worlds: Sequence[World[Reasoned]], key: Key) -> tuple[Outcome[Reason], ...]:
    having = [world for world in worlds if key in world.result.findings.reasons]

    def stripped(reason: Reason) -> Reason:
        return reason if isinstance(reason, Given) else replace(reason, because=())

    return outcomes(having, lambda result: stripped(result.findings.reasons[key]))
