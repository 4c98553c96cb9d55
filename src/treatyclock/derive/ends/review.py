"""A conference decides whether the treaty goes on; without a decision the future is open from its day on."""

from __future__ import annotations

from treatyclock.derive.ends.ending import ending_by_act, ending_with, ending_with_block
from treatyclock.derive.ends.rule import EndForAll, EndsFound
from treatyclock.derive.ends.term import GOES_ON
from treatyclock.derive.entry import Entry
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.term import Block, Terms
from treatyclock.derive.worlds import Question
from treatyclock.law.acts.act import Decision
from treatyclock.law.acts.term import DECISION
from treatyclock.law.clauses.term import Review

DECIDES = Rule("conference to decide", "a conference is to decide by {value} whether the treaty goes on")
DECIDED_ON = Rule("decided to go on", "by that decision the treaty goes on without a term")
DECIDED_END = Rule("decided to end", "by that decision the treaty ends {when}")
UNDECIDED_END = Rule("undecided", "no decision is recorded, so the treaty may have ended with {value}")

_DECISION = Key("decision")
_ENDS = "it ends"
_OPEN = Question(
    key="decision", text="what does the conference decide?", alternatives=("it goes on", _ENDS), convention=False
)


def _decided(evaluation: Evaluation, entry: Entry, terms: Terms) -> EndsFound:
    clause = evaluation.clause(Review, on=entry.day)
    if clause is None:
        return EndsFound()
    by, policy = evaluation.last_day(entry.day, clause.after, Review, first_day_counts=False)
    key = evaluation.derived(Key("review"), DECIDES, by, evaluation.given_clause(clause), entry.key, *policy)
    decisions = evaluation.acts.of(DECISION)
    if not decisions:
        if evaluation.choices.choose(_OPEN) == _ENDS:
            made = evaluation.derived(_DECISION, UNDECIDED_END, by, key)
            return EndsFound(ends=(ending_with(evaluation, by, made),))
        return EndsFound(goes_on=(evaluation.derived(_DECISION, GOES_ON, None, key),))
    act = max(decisions, key=lambda each: evaluation.happening(each.when()))
    given = evaluation.given_act(act)
    if act.until is not None:
        until = act.until if act.until.wall is not None else None
        value = act.until.days if until is None else evaluation.happening(until)
        made = evaluation.derived(_DECISION, DECIDED_END, value, key, given)
        return EndsFound(
            ends=(ending_with_block(evaluation, Block(last=act.until.days, key=made, until=until, named=True)),)
        )
    if act.outcome is Decision.ENDS:
        return EndsFound(ends=(ending_by_act(evaluation, act, _DECISION, DECIDED_END, key, given),))
    return EndsFound(goes_on=(evaluation.derived(_DECISION, DECIDED_ON, None, key, given),))


END_FOR_ALL = EndForAll(order=20, find=_decided)
