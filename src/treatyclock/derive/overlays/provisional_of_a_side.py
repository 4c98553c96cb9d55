"""Whether a notice that ends provisional application for all is one of a whole side, or of some on it only.

Law: a Party that is several States and their organisation together gives notice together, or by the one that acts for
all. No rule says whether the notice of one of them ends it between the sides (Vienna Convention art. 25(2): as the
treaty provides).
"""

from __future__ import annotations

from treatyclock.derive.overlays.while_provisional import applied_provisionally
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.operation import PROVISIONAL_END
from treatyclock.law.clauses.side import Side
from treatyclock.law.conventions.exit import NOTICE_OF_SOME
from treatyclock.law.sides import side_of
from treatyclock.truth import Truth


def ends_it_for_others(evaluation: Evaluation, act: Act) -> bool:
    """Tell whether a notice ends provisional application for others than its authors, where the clause has it so."""
    sides = [side_of(evaluation.record, party) for party in act.by]
    if any(side is None or set(side.represented_by) & set(act.by) for side in sides):
        return True
    by_all = Truth.any_of(~_by_some(evaluation, side, act) for side in sides if side is not None)
    fact = f"{act.id} given by all on its side that applied it provisionally"
    if evaluation.settle(by_all, fact, f"was {fact}?", about=(act,)):
        return True
    if any(side is not None and evaluation.settled(NOTICE_OF_SOME, side) for side in sides):
        return False  # it has no effect, or ends it for those who gave it
    text = f"does {act.id}, given by only some on a side, end provisional application for all?"
    return evaluation.settle(Truth.UNKNOWN, f"{act.id} to end provisional application for all", text, about=(act,))


def _by_some(evaluation: Evaluation, side: Side, act: Act) -> Truth:
    """Tell whether others on a side applied the treaty provisionally then, and did not give the notice."""
    others = [party for party in side.parties if party not in act.by]
    return Truth.any_of(_applied(evaluation, party, act) for party in others)


def _applied(evaluation: Evaluation, party: str, act: Act) -> Truth:
    """Tell whether a State applied the treaty provisionally then, as far as it goes by its own acts."""
    of_others = [each for each in evaluation.acts.of(PROVISIONAL_END) if party not in each.by]
    return applied_provisionally(evaluation.aside(without=of_others), party, act)
