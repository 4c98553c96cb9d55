"""Whether the entry into force hangs on a State's own act."""

from __future__ import annotations

from treatyclock.derive.consent.negotiating import awaited
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.clauses.conditions import AllOf, AnyOf, Condition, Consented, Instruments, Signed


def needs_act_of(evaluation: Evaluation, condition: Condition, party: str) -> bool:
    """Tell whether a condition cannot be met without a State's own act: it names the State, or all who negotiated."""
    if isinstance(condition, AllOf):
        return any(needs_act_of(evaluation, part, party) for part in condition.conditions)
    if isinstance(condition, AnyOf):
        return all(needs_act_of(evaluation, part, party) for part in condition.conditions)
    if isinstance(condition, Instruments):
        return party in condition.among and condition.number >= len(condition.among)
    return isinstance(condition, Consented | Signed) and party in (condition.by or awaited(evaluation.record))
