"""One argument out of many worlds: the same conclusions side by side, numbered, premises first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from treatyclock.derive.reasoning.findings import Findings
from treatyclock.derive.reasoning.reasons import Derived, Given, Key, Reason, Rule, supporting
from treatyclock.derive.reasoning.worlds import Outcome, World, outcomes
from treatyclock.law.acts.act import Act


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
        hypothetical: Whether it is, or rests on, an act that nobody did and that is only tried.
    """

    number: int
    key: Key
    because: tuple[int, ...]
    variants: tuple[Outcome[Reason], ...]
    hypothetical: bool = False


_ANY = Rule("", "")


def argument(worlds: Sequence[World[Reasoned]], roots: Iterable[Key]) -> tuple[Step, ...]:
    """Return all that some conclusions rest on, in any world.

    Args:
        worlds: The worlds in which they were reached.
        roots: Keys of conclusions; those that a world did not reach are passed over there.
    """
    # Each world once as a plain dictionary: looked into for every step, layers of them would be slow.
    reasons = {id(world): dict(world.result.findings.reasons) for world in worlds}
    # A conclusion may rest on other premises in another world. The graph of their union gives one order for all worlds.
    premises: dict[Key, dict[Key, None]] = {}
    for found in reasons.values():
        for key, reason in found.items():
            premises.setdefault(key, {}).update(dict.fromkeys(reason.because if isinstance(reason, Derived) else ()))
    graph = {key: Derived(key=key, rule=_ANY, value=None, because=tuple(below)) for key, below in premises.items()}
    reached = supporting(graph, [root for root in roots if root in graph])
    numbers = {reason.key: number for number, reason in enumerate(reached, start=1)}
    tried = {key for found in reasons.values() for key in numbers if _is_tried(found.get(key))}
    for key in numbers:  # premises come first
        if not tried.isdisjoint(premises[key]):
            tried.add(key)
    return tuple(
        Step(
            number=number,
            key=key,
            because=tuple(sorted(numbers[premise] for premise in premises[key])),
            variants=_variants([(world, reasons[id(world)].get(key)) for world in worlds]),
            hypothetical=key in tried,
        )
        for key, number in numbers.items()
    )


def _is_tried(reason: Reason | None) -> bool:
    return isinstance(reason, Given) and isinstance(reason.value, Act) and reason.value.hypothetical is not None


def _variants(several: Sequence[tuple[World[Reasoned], Reason | None]]) -> tuple[Outcome[Reason], ...]:
    """Return what a conclusion comes to, without its premises: they may differ where the conclusion does not.

    What some worlds alone conclude holds under their answers. What is given, such as an act, holds in any case.
    """
    found = [World(choices=world.choices, result=_alone(reason)) for world, reason in several]
    if any(isinstance(each.result, Given) for each in found):
        found = [each for each in found if each.result is not None]
    if len(found) == 1:
        return tuple(Outcome(value=each.result, under=()) for each in found if each.result is not None)
    return tuple(
        Outcome(value=each.value, under=each.under) for each in outcomes(found, _itself) if each.value is not None
    )


def _itself(reason: Reason | None) -> Reason | None:
    return reason


def _alone(reason: Reason | None) -> Reason | None:
    if reason is None or isinstance(reason, Given):
        return reason
    return Derived(key=reason.key, rule=reason.rule, value=reason.value, because=())
