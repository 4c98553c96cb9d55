"""What an evaluation has found so far: reasons and facts by key, laid over what was found before it."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, cast

from treatyclock.derive.reasoning.facts import Fact
from treatyclock.derive.reasoning.reasons import Key, Reason, supporting

V = TypeVar("V")
F = TypeVar("F", bound=Fact)


class Findings:
    """Reasons and facts.

    They are laid over those found before and not copied: of hundreds of parties in hundreds of worlds, copies would
    fill gigabytes.

    Args:
        before: What was found before; nothing where not given.
    """

    def __init__(self, before: Findings | None = None) -> None:
        """Begin with what was found before."""
        self._before = before
        self._reasons: dict[Key, Reason] = {}
        self._facts: dict[Key, Fact] = {}
        self._told: dict[Key, None] = {}

    @property
    def reasons(self) -> Mapping[Key, Reason]:
        """All reasons, by key."""
        return self._reasons if self._before is None else _over(self._reasons, self._before.reasons)

    @property
    def facts(self) -> Mapping[Key, Fact]:
        """All facts, by the key of the conclusion that each belongs to."""
        return self._facts if self._before is None else _over(self._facts, self._before.facts)

    @property
    def told(self) -> tuple[Key, ...]:
        """Conclusions that every answer after the entry into force tells, such as a notice without effect."""
        return tuple(self._told) if self._before is None else (*self._before.told, *self._told)

    def facts_of(self, kind: type[F]) -> Iterator[tuple[Key, F]]:
        """Yield the facts of a kind, each with its key."""
        for key, fact in self.facts.items():
            if isinstance(fact, kind):
                yield key, fact

    def has(self, key: Key) -> bool:
        """Tell whether there is a reason of a key."""
        return key in self._reasons or (self._before is not None and self._before.has(key))

    def add(self, reason: Reason, *, told: bool = False) -> None:
        """Add a reason, in place of an earlier one of its key."""
        self._reasons[reason.key] = reason
        if told:
            self._told[reason.key] = None

    def keep(self, aside: Findings, keys: Iterable[Key]) -> None:
        """Keep conclusions that were found aside, with all that they rest on, where nothing is found here by their key.

        Args:
            aside: What was found aside.
            keys: The keys of the conclusions.
        """
        for reason in supporting(aside.reasons, keys):
            if not self.has(reason.key):
                self._reasons[reason.key] = reason

    def note(self, key: Key, fact: Fact) -> None:
        """Add a fact."""
        self._facts[key] = fact


def _over(own: dict[Key, V], before: Mapping[Key, V]) -> Mapping[Key, V]:
    return ChainMap(own, cast("dict[Key, V]", before))
