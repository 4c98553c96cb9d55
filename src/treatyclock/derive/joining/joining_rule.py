"""Which of several rules on later joiners is for a State that joins: the first of the file that is."""

from __future__ import annotations

from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.clauses.joining import Joining


def joining_rule(evaluation: Evaluation, party: str, kind: ActKind) -> Joining | None:
    """Return the rule for a State that joins by an act of a kind; None where the treaty has none for it.

    Args:
        evaluation: The evaluation.
        party: The State.
        kind: The kind of its act of consent, or of its signature.
    """
    for rule in evaluation.several(Joining):
        if rule.is_for(kind) and (not rule.parties or party in rule.parties):
            return rule
    return None
