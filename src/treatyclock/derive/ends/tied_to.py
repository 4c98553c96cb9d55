"""A State that is no longer a member of an organisation ceases to be a party."""

from __future__ import annotations

from treatyclock.derive.end import End
from treatyclock.derive.ends.ending import as_recorded, ending_by_act, ending_with
from treatyclock.derive.ends.rule import EndForOne
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.events import MEMBERSHIP_END
from treatyclock.law.clauses.exit import TiedTo
from treatyclock.law.conventions.first_days import NOTICE_FIRST_DAY

NO_MEMBER = Rule("no longer a member", "that State is no longer a member, so it ceases to be a party {when}")


def _memberships_over(evaluation: Evaluation, party: str) -> tuple[End, ...]:
    clause = evaluation.clause(TiedTo, party=party)
    if clause is None:
        return ()
    return tuple(_over(evaluation, clause, act) for act in evaluation.acts.by(party, [MEMBERSHIP_END]))


def _over(evaluation: Evaluation, clause: TiedTo, act: Act) -> End:
    given = (evaluation.given_clause(clause), evaluation.given_act(act))
    name = Key("end by", act.id)
    if clause.grace:
        counts, convention = evaluation.first_day_counts(NOTICE_FIRST_DAY, clause)
        day = evaluation.legal_days(act.effective or act.when())
        last, policy = evaluation.last_day(day, clause.grace, first_day_counts=counts)
        end = ending_with(evaluation, last, evaluation.derived(name, NO_MEMBER, last, *given, convention, *policy))
    else:
        end = ending_by_act(evaluation, act, name, NO_MEMBER, *given)
    return as_recorded(evaluation, end, act, Key("recorded end by", act.id))


END_FOR_ONE = EndForOne(order=20, find=_memberships_over)
