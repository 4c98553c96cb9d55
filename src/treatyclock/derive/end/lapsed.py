"""A treaty whose condition was not met by the last day for it: from then on it can enter into force no more.

Law: the treaty provides how it enters into force (Vienna Convention art. 24(1)). What can enter into force no more
binds nobody, and who had consented is held to nothing (art. 18(b)): it is no contracting State any more.
"""

from __future__ import annotations

from collections.abc import Sequence

from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_with
from treatyclock.derive.entry.entry import ENTERED
from treatyclock.derive.histories.history import Edge
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Derived, Key, Rule
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.status import Status

LAPSED = Rule(
    "lapsed",
    "the last day on which the condition could be met was {value}, after which the treaty can enter into force no more",
    "Vienna Convention on the Law of Treaties, arts. 18(b) and 24(1)",
)


def lapse(evaluation: Evaluation) -> End | None:
    """Return the end that comes with the last day for the entry into force; None where none does.

    Args:
        evaluation: The evaluation, in which it is concluded whether the treaty has entered into force.
    """
    clause, conclusion = evaluation.clause(EntryIntoForce), evaluation.findings.reasons.get(ENTERED)
    never = isinstance(conclusion, Derived) and conclusion.value is None
    if clause is None or clause.lapses is None or not never:
        return None
    days = clause.lapses.days
    return ending_with(evaluation, days, evaluation.derived(Key("lapsed"), LAPSED, days, ENTERED))


def up_to_lapse(evaluation: Evaluation, initial: Status, edges: Sequence[Edge]) -> list[Edge]:
    """Return the changes of a status up to the day on which the treaty lapsed, and that which came with it.

    Args:
        evaluation: The evaluation, in which it is concluded whether the treaty has entered into force.
        initial: The status before all changes.
        edges: The changes, as they would be if it never lapsed.
    """
    over = lapse(evaluation)
    if over is None:
        return list(edges)
    before = [edge for edge in edges if edge.at.earliest < over.at.latest]
    if not before and initial is Status.NEVER_PARTY:
        return []
    return [*before, Edge(status=Status.NEVER_PARTY, at=over.at, key=over.key, what="lapse")]
