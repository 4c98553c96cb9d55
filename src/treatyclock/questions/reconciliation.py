"""Whether the sources of a case agree, which clash and why, what must be given up, and what then follows."""

from __future__ import annotations

from treatyclock.answers.reconciliation import Reconciliation
from treatyclock.testimony.case import Case
from treatyclock.testimony.conflicts import Conflicts, conflicts, consistent
from treatyclock.testimony.encoding import model_of
from treatyclock.testimony.repairs import repairs
from treatyclock.testimony.scenarios import scenarios

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
