"""Whether the sources of a case agree, which clash and why, what must be given up, and what then follows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from treatyclock.intervals import Interval
from treatyclock.show.testimony.report import report_text
from treatyclock.show.testimony.report_data import report_dict
from treatyclock.testimony.case import Case
from treatyclock.testimony.conflicts import Conflicts, conflicts, consistent
from treatyclock.testimony.consequences import consequences_of, gaps_of
from treatyclock.testimony.encoding import model_of
from treatyclock.testimony.findings import Consequences, EventGap, ReconciledCase, TreatyAtEvent
from treatyclock.testimony.repairs import repairs
from treatyclock.testimony.scenarios import scenarios


@dataclass(frozen=True, kw_only=True, repr=False)
class Reconciliation(ReconciledCase):
    """What becomes of a case's testimony. Its values are computed when they are first asked for, and then kept.

    Attributes:
        treaty: What a treaty's terms say at each event, where one was asked about.
    """

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

    def __str__(self) -> str:
        """Write the report, conflicts by name only."""
        return report_text(self, self.consequences, self.treaty, explained=False)

    def explain(self) -> str:
        """Write the report with the proof of each conflict, what vague words were taken for, and the sources."""
        return report_text(self, self.consequences, self.treaty, explained=True)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain data, ready for JSON."""
        return report_dict(self, self.consequences, self.gaps, self.treaty)

    def to_json(self) -> str:
        """Return the report as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)


# Tries are as many everywhere, so that the answer is the same on every machine; a large case takes longer for each.
_EFFORT, _SMALL = 2_000_000, 100


def reconciled(case: Case, *, most: int = 10, seconds: float | None = None, solver: str = "search") -> Reconciliation:
    """Reconcile a case.

    Args:
        case: The case.
        most: How many repairs to look for, beside all of the least cost.
        seconds: How long to look for conflicts, and as long again for repairs; without a limit where not given, so
            that the answer is the same everywhere.
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
        scenarios=tuple(scenarios(model, each.choices) for each in found.found),
    )
