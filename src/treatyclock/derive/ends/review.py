"""A conference decides whether the treaty goes on; without a decision the future is open from its day on.

Law: a later decision takes the place of an earlier one, as long as the treaty has not ended by that: what is over stays
over (Vienna Convention arts. 39, 54 and 70(1)). Which of two decisions is the later one is a question of fact where
their dates do not tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.end import End
from treatyclock.derive.ends.ending import ending_by_act, ending_with, ending_with_block
from treatyclock.derive.ends.rule import EndForAll, EndsFound
from treatyclock.derive.ends.term import GOES_ON
from treatyclock.derive.entry import Entry
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.order import in_order
from treatyclock.derive.reaching_back import effective, takes_effect, until
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.term import Block, Terms
from treatyclock.derive.worlds import Question
from treatyclock.law.acts.act import Act, Decision
from treatyclock.law.acts.term import DECISION
from treatyclock.law.clauses.term import Review
from treatyclock.truth import Truth

DECIDES = Rule("conference to decide", "a conference is to decide by {value} whether the treaty goes on")
DECIDED_ON = Rule("decided to go on", "by that decision the treaty goes on without a term")
DECIDED_END = Rule("decided to end", "by that decision the treaty ends {when}")
UNDECIDED_END = Rule("undecided", "no decision with an effect is recorded, so the treaty may have ended with {value}")
REVIVES_NOTHING = Rule(
    "decision after the end",
    "the decision took effect after {value}, the last day in force by an earlier decision, and revives nothing",
    "Vienna Convention on the Law of Treaties, arts. 54(a) and 70(1)(a): what has ended has ended",
)

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
    last = _last_in_time(evaluation, in_order(evaluation, _different(evaluation.acts.of(DECISION))), key)
    if last is not None:
        return last
    name = Key("decision")
    if evaluation.choices.choose(_OPEN) == _ENDS:
        made = evaluation.derived(name, UNDECIDED_END, by, key)
        return EndsFound(ends=(ending_with(evaluation, by, made),))
    return EndsFound(goes_on=(evaluation.derived(name, GOES_ON, None, key),))


def _different(decisions: Sequence[Act]) -> list[Act]:
    """Return decisions without those that repeat another: which of them came first makes no difference."""
    ordered = sorted(decisions, key=lambda each: each.id)
    said = {(each.dated, each.when(), each.until, each.outcome, each.effective): each for each in ordered}
    return list(said.values())


def _last_in_time(evaluation: Evaluation, decisions: Sequence[Act], review: Key) -> EndsFound | None:
    """Return what follows from the last decision that came before an earlier one ended it; None if none has effect."""
    found: EndsFound | None = None
    for act in decisions:
        if any(_too_late(evaluation, act, end) for end in (found.ends if found else ())):
            continue
        found = _follows(evaluation, act, review) or found
    return found


def _too_late(evaluation: Evaluation, act: Act, end: End) -> bool:
    when, taken = _works_from(evaluation, act)
    in_time = _not_after(evaluation, when, end)
    if not evaluation.settle(~in_time, f"{act.id} in effect only after the end with {end.last_day}", about=(act,)):
        return False
    premises = (evaluation.given_act(act), *taken, *end.keys)
    evaluation.derived(Key("late decision", act.id), REVIVES_NOTHING, end.last_day, *premises, told=True)
    return True


def _not_after(evaluation: Evaluation, when: Moment, end: End) -> Truth:
    if end.at_hour and when.wall is not None:
        first, last = evaluation.happening(when)
        return Truth.YES if last < end.at.earliest else Truth.NO if first >= end.at.latest else Truth.UNKNOWN
    return evaluation.legal_days(when).not_after(end.last_day)


def _works_from(evaluation: Evaluation, act: Act) -> tuple[Moment, tuple[Key, ...]]:
    """Return since when a decision has an effect, and what is taken of it where that is open.

    A day that it names for the end is no such day, unless it is taken to reach back to it.
    """
    if act.until is not None or act.outcome is Decision.ENDS:
        named, taken = effective(evaluation, act) if act.until is None else until(evaluation, act)
        if taken:
            return named or act.when(), taken
        if act.until is None:
            return act.when(), ()
    return takes_effect(evaluation, act)


def _follows(evaluation: Evaluation, act: Act, review: Key) -> EndsFound | None:
    """Return what follows from a decision; None for one that names only a day to which it cannot reach back."""
    name, given = Key("decision", act.id), evaluation.given_act(act)
    last, taken = until(evaluation, act)
    if last is not None:
        hour = last if last.wall is not None else None
        value = last.days if hour is None else evaluation.happening(hour)
        made = evaluation.derived(name, DECIDED_END, value, review, given, *taken)
        return EndsFound(ends=(ending_with_block(evaluation, Block(last=last.days, key=made, until=hour, named=True)),))
    if act.outcome is Decision.ENDS:
        return EndsFound(ends=(ending_by_act(evaluation, act, name, DECIDED_END, review, given, *taken),))
    if act.outcome is None:
        return None
    return EndsFound(goes_on=(evaluation.derived(name, DECIDED_ON, None, review, given, *taken),))


END_FOR_ALL = EndForAll(order=20, find=_decided)
