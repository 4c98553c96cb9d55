"""One argument out of many worlds: the same conclusions side by side, numbered, premises first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from treatyclock.derive.life import Life
from treatyclock.derive.reasons import Derived, Given, Reason, supporting
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


def argument(life: Life, roots: Iterable[str]) -> tuple[Step, ...]:
    """Return all that some conclusions rest on, in any world.

    Args:
        life: The life in which they were reached.
        roots: Keys of conclusions; those that a world did not reach are passed over there.
    """
    wanted = tuple(roots)
    order: dict[str, None] = {}
    for world in life.worlds:
        reasons = world.result.reasons
        for reason in supporting(reasons, [key for key in wanted if key in reasons]):
            order.setdefault(reason.key)
    premises = {key: _premises(life, key) for key in order}
    numbers = {key: number for number, key in enumerate(_premises_first(premises), start=1)}
    return tuple(
        Step(
            number=number,
            key=key,
            because=tuple(sorted(numbers[premise] for premise in premises[key])),
            variants=_variants(life, key),
        )
        for key, number in numbers.items()
    )


def _premises(life: Life, key: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for world in life.worlds:
        reason = world.result.reasons.get(key)
        if isinstance(reason, Derived):
            found.update(dict.fromkeys(reason.because))
    return tuple(found)


def _premises_first(premises: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    graph = {key: Derived(key=key, rule="", value=None, because=below) for key, below in premises.items()}
    return tuple(reason.key for reason in supporting(graph, premises))


def _variants(life: Life, key: str) -> tuple[Outcome[Reason], ...]:
    having = [world for world in life.worlds if key in world.result.reasons]

    def stripped(reason: Reason) -> Reason:
        return reason if isinstance(reason, Given) else replace(reason, because=())

    return outcomes(having, lambda fate: stripped(fate.reasons[key]))
