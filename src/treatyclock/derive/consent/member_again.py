"""Whether a State had become a member of an organisation again when it consented."""

from __future__ import annotations

from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.consent.taken_back import came_after
from treatyclock.derive.counting.order import comes_first
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.acts.act import Act, surely_before
from treatyclock.law.acts.events import MEMBERSHIP, MEMBERSHIP_END
from treatyclock.law.clauses.tied_to import TiedTo


def member_again(evaluation: Evaluation, over: Act, party: str, consent: Consent) -> Act | None:
    """Return the act by which a State had become a member again when it consented; None if no act says so.

    Args:
        evaluation: The evaluation.
        over: The end of its membership.
        party: The State.
        consent: Its consent, before that end or after it.
    """
    for act in evaluation.acts.by(party, [MEMBERSHIP]):
        if comes_first(evaluation, over, act) and not surely_before(consent.act.when(), act.when()):
            return act
    return None


def gone_with(evaluation: Evaluation, consent: Consent, act: Act, party: str) -> bool:
    """Tell whether a consent goes with an act: it was taken back, or its author was a member no more.

    Args:
        evaluation: The evaluation.
        consent: The consent.
        act: A withdrawal of consent or an end of membership, which counts.
        party: The State.
    """
    if act.kind == MEMBERSHIP_END:
        clause = evaluation.clause(TiedTo, party=party)
        if clause is not None and not clause.binds(party):
            return False
        return member_again(evaluation, act, party, consent) is None
    return came_after(evaluation, act, consent)
