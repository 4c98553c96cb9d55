"""Whether the sources of a case agree, which clash and why, what must be given up, and what then follows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from treatyclock.intervals import Interval
from treatyclock.questions.reconciliation_report import report_dict, report_text
from treatyclock.testimony.case import Case
from treatyclock.testimony.conflicts import Conflicts, conflicts, consistent
from treatyclock.testimony.encoding import model_of
from treatyclock.testimony.model import Model
from treatyclock.testimony.repairs import Repair, Repairs, repairs
from treatyclock.testimony.scenarios import World, worlds
from treatyclock.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyThen:
    """What a treaty's terms say at an event, under every repair.

    Attributes:
        treaty: The treaty.
        event: The event.
        truths: Whether it was in force, for each repair and each world of it; None where nothing is left that says
            when the event was.
    """

    treaty: str
    event: str
    truths: tuple[tuple[Truth | None, ...], ...]

    @property
    def depends(self) -> bool:
        """Whether the answer depends on which repair is right, or on what stays open."""
        return len(self.said) > 1

    @property
    def said(self) -> tuple[Truth, ...]:
        """Every answer there is, each once."""
        found = {truth for each in self.truths for truth in each if truth is not None}
        return tuple(sorted(found, key=lambda truth: truth.value))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Reconciliation:
    """What becomes of a case's testimony.

    Attributes:
        case: The case.
        model: Its network.
        consistent: Whether all of it can be true.
        conflicts: Every irreducible conflict.
        repairs: What must be given up, best first; nothing where all can be true.
        treaty: What a treaty's terms say at each event, where one was asked about.
    """

    case: Case
    model: Model
    consistent: bool
    conflicts: Conflicts
    repairs: Repairs
    treaty: tuple[TreatyThen, ...] = ()

    def __repr__(self) -> str:
        """Name the case and whether its sources agree."""
        return f"<Reconciliation {self.case.id}: {'consistent' if self.consistent else 'contradictory'}>"

    def __str__(self) -> str:
        """Write the report, conflicts by name only."""
        return report_text(self, explained=False)

    def explain(self) -> str:
        """Write the report with the proof of each conflict, what vague words were taken for, and the sources."""
        return report_text(self, explained=True)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain data, ready for JSON."""
        return report_dict(self)

    def to_json(self) -> str:
        """Return the report as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)

    @cached_property
    def worlds(self) -> tuple[tuple[World, ...], ...]:
        """The worlds of each repair, in its order."""
        return tuple(worlds(self.model, each.worlds) for each in self.repairs.found)

    @property
    def best(self) -> tuple[Repair, ...]:
        """The repairs of the least cost."""
        return self.repairs.best

    def bounds(self, event: str) -> tuple[Interval, ...]:
        """Return when an event came: the tightest interval of each world of the best repairs, each once.

        Raises:
            UnknownEventError: If the case names no such event.
        """
        self.case.known_event(event)
        found = (world.bounds(event) for each in self.worlds[: len(self.best)] for world in each)
        return tuple(dict.fromkeys(found))


# Tries are as many everywhere, so that the answer is the same, but fewer where each takes longer.
_EFFORT, _SMALL = 2_000_000, 100


def reconciled(case: Case, *, most: int = 10, seconds: float | None = None, solver: str = "search") -> Reconciliation:
    """Reconcile a case.

    Args:
        case: The case.
        most: How many repairs to look for, beside all of the least cost.
        seconds: How long to look for conflicts, and as long for repairs; none where not given, so that the answer is
            the same everywhere.
        solver: ``"search"``, or ``"milp"`` for large cases, which needs scipy.
    """
    model = model_of(case)
    agree = consistent(model)
    effort = _EFFORT // max(_SMALL, len(model.constraints))
    if solver == "milp":
        from treatyclock.testimony.milp import repairs_by_hitting_set

        found = repairs_by_hitting_set(model, most=most, seconds=seconds)
    else:
        found = repairs(model, most=1 if agree else most, steps=effort, seconds=seconds)
    return Reconciliation(
        case=case,
        model=model,
        consistent=agree,
        conflicts=Conflicts(found=(), complete=True) if agree else conflicts(model, checks=effort, seconds=seconds),
        repairs=found,
    )
