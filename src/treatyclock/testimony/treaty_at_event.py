"""What a treaty's terms say at an event of a reconciled case, and on what that depends."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.testimony.findings import OpenChoice
from treatyclock.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class PossibleAnswer:
    """One of several answers about a treaty at an event.

    Attributes:
        truth: Whether it was in force; None where nothing says when the event was.
        conditions: On what it depends: this is the answer exactly if one of them holds.
    """

    truth: Truth | None
    conditions: tuple[tuple[OpenChoice, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyAtEvent:
    """What a treaty's terms say at an event: the repairs of the least cost decide, dearer ones are only told.

    Attributes:
        treaty: The treaty.
        event: The event.
        costs: What each repair costs, the cheapest first.
        truths: Whether the treaty was in force, for each repair and each scenario of it; None where no claim that is
            left standing says when the event was.
        open_questions: What would decide the answers that are unknown under the repairs of the least cost, each once.
        answers: Where the repairs of the least cost differ, each of their answers with what must be so for it.
    """

    treaty: str
    event: str
    costs: tuple[int, ...]
    truths: tuple[tuple[Truth | None, ...], ...]
    open_questions: tuple[str, ...] = ()
    answers: tuple[PossibleAnswer, ...] = ()

    @property
    def depends(self) -> bool:
        """Whether the answer depends on which of the cheapest repairs is right, or on what they leave open."""
        return len(self.said) > 1 or (bool(self.said) and self.untold)

    @property
    def said(self) -> tuple[Truth, ...]:
        """Every answer of the cheapest repairs, each once."""
        found = {truth for truth in self._cheapest if truth is not None}
        return tuple(sorted(found, key=lambda truth: truth.value))

    @property
    def untold(self) -> bool:
        """Whether one of the cheapest repairs leaves nothing that says when the event was."""
        return None in self._cheapest

    @property
    def dearer(self) -> tuple[tuple[Truth, int], ...]:
        """The answers that only dearer repairs give, each with the least cost of such a repair, cheapest first."""
        found: dict[Truth, int] = {}
        for cost, truths in zip(self.costs, self.truths, strict=True):
            for truth in truths:
                if truth is not None and truth not in self.said:
                    found[truth] = min(cost, found.get(truth, cost))
        return tuple(sorted(found.items(), key=lambda item: (item[1], item[0].value)))

    @property
    def _cheapest(self) -> tuple[Truth | None, ...]:
        pairs = zip(self.costs, self.truths, strict=True)
        return tuple(truth for cost, truths in pairs for truth in truths if cost == self.costs[0])
