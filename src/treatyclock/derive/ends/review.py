"""A conference decides whether the treaty goes on; without a decision the future is open from its day on.

Law: a decision that comes only after the day by which the conference was to decide does not tell whether the treaty was
in force between the two, and what is over cannot be revived; so what holds until the decision is open where neither the
clause says it nor a term runs. A later decision, or a later agreement of all parties, takes the place of an earlier
decision, as long as the treaty has not ended by that: what is over stays over (Vienna Convention arts. 39, 54 and
70(1)). Which of two decisions is the later one is a question of fact where their dates do not tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.agreement.joint_acts import given_agreement
from treatyclock.derive.counting.reaching_back import effective, takes_effect, until
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_by_act, ending_with, ending_with_block
from treatyclock.derive.ends.rule import EndForAll, EndsFound
from treatyclock.derive.ends.term import GOES_ON, perhaps_its_last
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import eve, later
from treatyclock.derive.reasoning.worlds import Question
from treatyclock.derive.term.prolonging import deciding, decisions_of, in_force, in_force_by, with_decisions
from treatyclock.derive.term.term import Terms
from treatyclock.derive.term.term_as_written import named_block
from treatyclock.law.acts.act import Act, Decision
from treatyclock.law.acts.term import DECISION, EXTENSION
from treatyclock.law.clauses.review import Review
from treatyclock.law.clauses.term import Renewal
from treatyclock.law.conventions.first_days import FIRST_DAY
from treatyclock.law.conventions.term import HAS_ENDED, UNTIL_DECIDED
from treatyclock.truth import Truth

DECIDES = Rule("conference to decide", "a conference is to decide by {value} whether the treaty goes on")
LAST_TO_DECIDE = Rule("last day to decide", "the last day of the time in which it is to decide is {value}")
DECIDED_ON = Rule("decided to go on", "by that decision the treaty goes on without a term")
DECIDED_END = Rule("decided to end", "by that decision the treaty ends {when}")
UNDECIDED_END = Rule("undecided", "no decision with an effect is recorded, so the treaty may have ended with {value}")
REVIVES_NOTHING = Rule(
    "decision after the end",
    "the decision took effect after {value}, the last day in force by an earlier decision, and revives nothing",
    "Vienna Convention on the Law of Treaties, arts. 54(a) and 70(1)(a): what has ended has ended",
)

PUT_OFF = Rule(
    "decided end put off",
    "the extension was in force before the treaty had ended by that decision, so it ends with {value}",
    "Vienna Convention on the Law of Treaties, arts. 39 and 54(b): all parties may agree on another end",
)
DECIDED_LATER = Rule(
    "decided later", "the conference had not decided by then, and the decision came only after the end with {value}"
)

_ENDS = "it ends"
_OPEN = Question(
    key="decision", text="what does the conference decide?", alternatives=("it goes on", _ENDS), convention=False
)


def _decided(evaluation: Evaluation, entry: Entry, terms: Terms) -> EndsFound:
    clause = deciding(evaluation)
    if clause is None:
        return EndsFound()
    by, policy = evaluation.last_day(entry.day, clause.after, Review, first_day_counts=False)
    key = evaluation.derived(Key("review"), DECIDES, by, evaluation.given_clause(clause), entry.key, *policy)
    if not terms.runs and (over := _over_before_it_decided(evaluation, entry, clause, by, key)) is not None:
        return EndsFound(ends=(over,))
    last, agreed = _last_in_time(evaluation, entry, terms, key)
    if last is not None:
        return replace(last, ends=(*last.ends, *agreed))
    name = Key("decision")
    if evaluation.choices.choose(_OPEN) == _ENDS:
        last_day, because = _last_to_decide(evaluation, clause, by, key)
        made = evaluation.derived(name, UNDECIDED_END, last_day, because)
        return EndsFound(ends=(ending_with(evaluation, last_day, made),))
    return EndsFound(ends=agreed, goes_on=(evaluation.derived(name, GOES_ON, None, key),))


def _over_before_it_decided(evaluation: Evaluation, entry: Entry, clause: Review, by: Days, review: Key) -> End | None:
    """Return the end with the day by which the conference was to decide, where it decided later; None for no end."""
    decisions = [act for act in decisions_of(evaluation, entry) if act.until or act.outcome]
    if not decisions:
        return None
    # The first one came in time if any did.
    first = decisions[0]
    fact = f"{first.id} no later than the day by which the conference was to decide"
    if evaluation.settle(_any_by(evaluation, decisions, by), fact, about=(first,)) and _in_time_too(
        evaluation, clause, decisions, by
    ):
        return None
    holds, convention = evaluation.ask(UNTIL_DECIDED, clause)
    if holds != HAS_ENDED:
        return None
    over, key = _last_to_decide(evaluation, clause, by, review)
    given = evaluation.given_act(first)
    key = evaluation.derived(Key("decision", first.id), DECIDED_LATER, over, key, given, convention)
    return ending_with(evaluation, over, key)


def _in_time_too(evaluation: Evaluation, clause: Review, decisions: Sequence[Act], by: Days) -> bool:
    """Tell whether a decision that was in time if the first day does not count is in time if it does."""
    sooner = _any_by(evaluation, decisions, by.map(eve))
    if sooner is Truth.YES or not evaluation.first_day_counts(FIRST_DAY, clause)[0]:
        return True
    fact = f"{decisions[0].id} before the day by which the conference was to decide"
    return evaluation.settle(sooner, fact, about=(decisions[0],))


def _any_by(evaluation: Evaluation, decisions: Sequence[Act], day: Days) -> Truth:
    found = Truth.NO
    for act in decisions:
        found |= evaluation.by_end_of(act.when(), day)[0]
    return found


def _last_to_decide(evaluation: Evaluation, clause: Review, by: Days, review: Key) -> tuple[Days, Key]:
    """Return the last day of the time in which the conference is to decide: by whether its first day counts."""
    counts, convention = evaluation.first_day_counts(FIRST_DAY, clause)
    last = by.map(eve) if counts else by
    return last, evaluation.derived(Key("last day to decide"), LAST_TO_DECIDE, last, review, convention)


def _last_in_time(
    evaluation: Evaluation, entry: Entry, terms: Terms, review: Key
) -> tuple[EndsFound | None, tuple[End, ...]]:
    """Return what follows from the last act that came before the treaty had ended by an earlier one.

    None if no decision has effect; and beside it the end that all may have agreed on while no decision gave one.
    """
    found: EndsFound | None = None
    agreed: tuple[End, ...] = ()
    extensions = [act for act in terms.acts if act.kind == EXTENSION]  # those in time
    for act in with_decisions(evaluation, entry, extensions):
        if act.kind == DECISION:
            if not any(_too_late(evaluation, act, end) for end in (found.ends if found else ())):
                found = _follows(evaluation, act, review) or found
        elif found is not None and found.ends:
            found, agreed = _put_off(evaluation, found, act, terms), ()
        elif not terms.runs:
            perhaps = perhaps_its_last(evaluation, act)
            agreed = () if perhaps is None else (perhaps,)
    return found, agreed


def _put_off(evaluation: Evaluation, found: EndsFound, act: Act, terms: Terms) -> EndsFound:
    """Return what follows where all agreed in time on a later end than that which the conference decided on."""
    taken = in_force(evaluation, act)[1]
    if act.until is None:
        return _put_off_by(evaluation, found, act)
    if evaluation.settle(~in_force_by(evaluation, act, act.until), f"{act.id} up to a day before it", about=(act,)):
        return found
    if terms.runs:
        return EndsFound()  # the term ends then, as extended
    premises = (*(key for end in found.ends for key in end.keys), *given_agreement(evaluation, act), *taken)
    key = evaluation.derived(Key("extension", act.id), PUT_OFF, evaluation.days_there(act.until), *premises)
    return EndsFound(ends=(ending_with_block(evaluation, named_block(evaluation, act.until, key)),))


def _put_off_by(evaluation: Evaluation, found: EndsFound, act: Act) -> EndsFound:
    """Return the ends with a period more, where all agreed in time to extend the treaty by a period."""
    assert act.period is not None
    made, given = [], given_agreement(evaluation, act)
    for end in found.ends:
        begins = end.last_day.map(later) if not end.at_hour else end.last_day
        last, policy = evaluation.last_day(begins, act.period, Renewal, first_day_counts=not end.at_hour)
        key = evaluation.derived(Key("extension", act.id), PUT_OFF, last, *end.keys, *given, *policy)
        made.append(ending_with(evaluation, last, key))
    return replace(found, ends=tuple(made))


def _too_late(evaluation: Evaluation, act: Act, end: End) -> bool:
    when, taken = _works_from(evaluation, act)
    in_time = _not_after(evaluation, when, end)
    if not evaluation.settle(~in_time, f"{act.id} in effect only after the end with {end.last_day}", about=(act,)):
        return False
    premises = (evaluation.given_act(act), *taken, *end.keys)
    evaluation.derived(Key("late decision", act.id), REVIVES_NOTHING, end.last_day, *premises, told=True)
    return True


def _not_after(evaluation: Evaluation, when: Moment, end: End) -> Truth:
    if end.at_hour:
        return evaluation.happening(when).before(end.at)
    return evaluation.by_end_of(when, end.last_day)[0]


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
        value = last.days if last.wall is None else evaluation.happening(last)
        made = evaluation.derived(name, DECIDED_END, value, review, given, *taken)
        return EndsFound(ends=(ending_with_block(evaluation, named_block(evaluation, last, made)),))
    if act.outcome is Decision.ENDS:
        return EndsFound(ends=(ending_by_act(evaluation, act, name, DECIDED_END, review, given, *taken),))
    if act.outcome is None:
        return None
    return EndsFound(goes_on=(evaluation.derived(name, DECIDED_ON, None, review, given, *taken),))


END_FOR_ALL = EndForAll(order=20, find=_decided)
