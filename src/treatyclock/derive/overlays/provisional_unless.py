"""What lets provisional application go on beyond its last day, if it has come about by then.

Law: provisional application ends as the treaty provides (Vienna Convention art. 25).
"""

from __future__ import annotations

from treatyclock.civil.days import Days
from treatyclock.derive.entry.conditions import met
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import ActDate
from treatyclock.law.clauses.before_entry import ProvisionalApplication

_LAW = "Vienna Convention on the Law of Treaties, art. 25(1)"
GOES_ON = Rule(
    "provisional application not over",
    "what was to come about by its last day did so, and provisional application goes on after it",
    _LAW,
)
NOT_BY_THEN = Rule(
    "not come about by then", "what would let provisional application go on did not come about by its last day", _LAW
)


def goes_on_after(evaluation: Evaluation, clause: ProvisionalApplication, last: Days) -> tuple[bool, tuple[Key, ...]]:
    """Tell whether provisional application goes on after the last day that the clause sets, and why.

    Args:
        evaluation: The evaluation.
        clause: The clause.
        last: That day.
    """
    if clause.unless is None:
        return False, ()
    found = met(evaluation, clause.unless, ActDate.RECEIVED)
    by_then = False
    if found.day is not None:
        text = f"had what lets provisional application go on come about by {last}?"
        by_then = evaluation.settle(
            found.day.not_after(last), f"provisional application to go on after {last}", text, about=found.acts
        )
    given = (evaluation.given_clause(clause), *found.because)
    rule = GOES_ON if by_then else NOT_BY_THEN
    return by_then, (evaluation.derived(Key("provisional unless"), rule, by_then, *given, told=by_then),)
