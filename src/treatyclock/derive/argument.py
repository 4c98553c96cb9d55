"""One argument out of many worlds: the same conclusions side by side, numbered, premises first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from treatyclock.derive.life import Course
from treatyclock.derive.reasons import Derived, Given, Reason, Rule, supporting
from treatyclock.derive.worlds import Outcome, outcomes


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
    key: str
    because: tuple[int, ...]
    variants: tuple[Outcome[Reason], ...]


_ANY = Rule("", "")


def argument(course: Course, roots: Iterable[str]) -> tuple[Step, ...]:
    """Return all that some conclusions rest on, in any world.

    Args:
        course: The course in which they were reached.
        roots: Keys of conclusions; those that a world did not reach are passed over there.
    """
    premises: dict[str, dict[str, None]] = {}
    for world in course.worlds:
        for key, reason in world.result.reasons.items():
            premises.setdefault(key, {}).update(dict.fromkeys(reason.because if isinstance(reason, Derived) else ()))
    graph = {key: Derived(key=key, rule=_ANY, value=None, because=tuple(below)) for key, below in premises.items()}
    reached = supporting(graph, [root for root in roots if root in graph])
    numbers = {reason.key: number for number, reason in enumerate(reached, start=1)}
    return tuple(
        Step(
            number=number,
            key=key,
            because=tuple(sorted(numbers[premise] for premise in premises[key])),
            variants=_variants(course, key),
        )
        for key, number in numbers.items()
    )


def _variants(course: Course, key: str) -> tuple[Outcome[Reason], ...]:
    having = [world for world in course.worlds if key in world.result.reasons]

    def stripped(reason: Reason) -> Reason:
        return reason if isinstance(reason, Given) else replace(reason, because=())

    return outcomes(having, lambda fate: stripped(fate.reasons[key]))
