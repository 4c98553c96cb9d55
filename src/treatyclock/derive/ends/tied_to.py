"""A State that is no longer a member of an organisation ceases to be a party."""

from __future__ import annotations

from treatyclock.derive.consent import Consent
from treatyclock.derive.delays import last_day_by_notice
from treatyclock.derive.end import End
from treatyclock.derive.ends.ending import as_recorded, ending_by_act, ending_with
from treatyclock.derive.ends.rule import EndForOne
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.order import comes_first
from treatyclock.derive.reaching_back import takes_effect
from treatyclock.derive.reasons import Key, Rule
from treatyclock.law.acts.act import Act, surely_before
from treatyclock.law.acts.events import MEMBERSHIP, MEMBERSHIP_END
from treatyclock.law.clauses.exit import TiedTo
from treatyclock.truth import Truth

NO_MEMBER = Rule("no longer a member", "that State is no longer a member, so it ceases to be a party {when}")


def _memberships_over(evaluation: Evaluation, party: str, consent: Consent) -> tuple[End, ...]:
    clause = evaluation.clause(TiedTo, party=party)
    if clause is None:
        return ()
    found = []
    for act in evaluation.acts.by(party, [MEMBERSHIP_END]):
        if not comes_first(evaluation, act, consent.act):
            found.append(_over(evaluation, clause, act))
        elif not _member_again(evaluation, clause, act, party, consent):
            out = evaluation.legal_days(takes_effect(evaluation, act)[0]).not_after(consent.day)
            # Only a member can consent: after the end there is nothing that a period of grace could prolong.
            found.append(_over(evaluation, clause, act) if out is Truth.NO else _at_once(evaluation, clause, act))
    return tuple(found)


def _member_again(evaluation: Evaluation, clause: TiedTo, over: Act, party: str, consent: Consent) -> bool:
    """Tell whether a State had become a member again when it consented, after a membership that had ended.

    Only a member can be a party. A record that does not say that the State became a member again leaves that open: the
    consent was taken, but why is not on record.
    """
    for act in evaluation.acts.by(party, [MEMBERSHIP]):
        if comes_first(evaluation, over, act) and not surely_before(consent.act.when(), act.when()):
            return True
    fact = f"{party} a member again by {consent.act.id}"
    text = f"was {party} again a member of {clause.organisation} when it did {consent.act.id}?"
    return evaluation.settle(Truth.UNKNOWN, fact, text, about=(over, consent.act))


def _at_once(evaluation: Evaluation, clause: TiedTo, act: Act) -> End:
    given = (evaluation.given_clause(clause), evaluation.given_act(act))
    return ending_by_act(evaluation, act, Key("end by", act.id), NO_MEMBER, *given)


def _over(evaluation: Evaluation, clause: TiedTo, act: Act) -> End:
    if clause.grace:
        when, taken = takes_effect(evaluation, act)
        given = (evaluation.given_clause(clause), evaluation.given_act(act), *taken)
        last, conventions = last_day_by_notice(evaluation, evaluation.legal_days(when), clause.grace, clause)
        end = ending_with(
            evaluation, last, evaluation.derived(Key("end by", act.id), NO_MEMBER, last, *given, *conventions)
        )
    else:
        end = _at_once(evaluation, clause, act)
    return as_recorded(evaluation, end, act, Key("recorded end by", act.id))


END_FOR_ONE = EndForOne(order=20, find=_memberships_over)
