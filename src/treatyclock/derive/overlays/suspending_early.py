"""A suspension by who had not consented to the treaty: nothing was in operation for that State that it could suspend.

Law: only what operates for a State can be suspended in its regard (Vienna Convention art. 57). Who consents later
consents to a treaty that is in operation, as who comes back does. Whether what a State had suspended that applied the
treaty provisionally goes on once it is a party, no rule says.
"""

from __future__ import annotations

from collections.abc import Sequence

from treatyclock.derive.consent.consent import agreed, signatures
from treatyclock.derive.counting.reaching_back import takes_effect
from treatyclock.derive.exit.of_a_side import bound_then
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import SUCCESSION
from treatyclock.law.acts.operation import PROVISIONAL
from treatyclock.law.clauses.before_entry import ProvisionalApplication
from treatyclock.truth import Truth

TOO_EARLY = Rule(
    "suspension before consent",
    "the State had not consented to the treaty when it did this, so nothing is suspended by it for that State",
    "Vienna Convention on the Law of Treaties, arts. 2(1)(g) and 57",
)


def could_suspend(evaluation: Evaluation, act: Act, group: Sequence[str]) -> bool:
    """Tell whether a suspension is by States of which one at least had consented to the treaty by then.

    Args:
        evaluation: The evaluation.
        act: The suspension.
        group: Of those who did it, the States of which it is asked.
    """
    # What suspends the whole treaty is by who had consented to that, be it to the part or not.
    where = evaluation if act.part or evaluation.within is None else evaluation.within.evaluation
    had = Truth.of(bool(act.treaty))
    for party in group:
        had |= _had_consented(where, act, party)
    names = ", ".join(group)
    text = f"does {act.id} suspend the treaty for {names}, whose consent may have come only after it?"
    if evaluation.settle(had, f"{act.id} to suspend it for {names}", text, about=(act,)):
        return True
    if had is Truth.NO:
        evaluation.derived(
            Key("suspension barred", f"{act.id} for {names}"), TOO_EARLY, False, evaluation.given_act(act), told=True
        )
    return False


def _had_consented(evaluation: Evaluation, act: Act, party: str) -> Truth:
    consents = agreed(evaluation, party)
    if not consents:
        return Truth.YES  # it is a party all the same, by what is not on record
    bound = bound_then(evaluation, party, act)
    return bound | Truth.UNKNOWN if bound is Truth.NO and _perhaps(evaluation, act, party) else bound


def _perhaps(evaluation: Evaluation, act: Act, party: str) -> bool:
    """Tell whether a suspension that came before a State's consent may suspend the treaty for it all the same."""
    consents, day = agreed(evaluation, party), evaluation.legal_days(act.when())
    if any(each.act.kind == SUCCESSION for each in consents):
        return True
    if act.acting and party not in act.acting:
        return True  # it was the suspension of its side, which it joined later
    if {each.id for each in evaluation.record.parties} <= set(act.by):
        return True  # what States agree that negotiated the treaty, before any of them has consented, no rule says
    effective = evaluation.legal_days(takes_effect(evaluation, act)[0])
    if any(each.day.not_after(effective) is not Truth.NO for each in consents):
        return True
    if evaluation.clause(ProvisionalApplication, party=party) is None:
        return False
    declared = [evaluation.legal_days(each.when()) for each in evaluation.acts.by(party, (PROVISIONAL,))]
    signed = [each.day for each in signatures(evaluation, party)]
    return any(each.first <= day.last for each in (*declared, *signed))
