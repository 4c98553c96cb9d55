"""The treaty falls with another on which it hangs."""

from __future__ import annotations

from treatyclock.civil.days import Days
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_by_act, ending_with
from treatyclock.derive.ends.rule import EndForAll, EndsFound
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.others.other_in_force import (
    PERHAPS_OTHER_ENDED,
    acts_on,
    ended_for_some,
    is_told,
    not_ended_before,
    perhaps,
)
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import eve
from treatyclock.derive.term.term import Terms
from treatyclock.law.acts.others import OTHER_END
from treatyclock.law.clauses.others import Companion
from treatyclock.truth import Truth

FALLS = Rule(
    "falls with another treaty",
    "that treaty is over, so this one ends {when}",
    "Vienna Convention on the Law of Treaties, art. 54(a): as the treaty provides",
)


def _with_its_companions(evaluation: Evaluation, entry: Entry, terms: Terms) -> EndsFound:
    found: list[End] = []
    for clause in evaluation.several(Companion):
        if clause.between:
            continue  # between two parties alone: their own history has it
        given = evaluation.given_clause(clause)
        if not is_told(evaluation, clause.treaty) or ended_for_some(evaluation, clause.treaty) is Truth.UNKNOWN:
            if perhaps(evaluation, clause.treaty, "ended", f"has {clause.treaty} ended?"):
                since = not_ended_before(evaluation, clause.treaty)
                last = Days.between(entry.day.first if since is None else max(entry.day.first, eve(since)))
                key = evaluation.derived(Key("end by", clause.treaty), PERHAPS_OTHER_ENDED, last, given, entry.key)
                found.append(ending_with(evaluation, last, key))
            continue
        for act in acts_on(evaluation, clause.treaty, OTHER_END):
            name = Key("end by", act.id)
            found.append(ending_by_act(evaluation, act, name, FALLS, given, evaluation.given_act(act)))
    return EndsFound(ends=tuple(found))


END_FOR_ALL = EndForAll(order=70, find=_with_its_companions)
"""The order is of no consequence: each way asks questions of its own."""
