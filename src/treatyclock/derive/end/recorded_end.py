"""The end for all that was recorded as a fact, beside the end that the clauses and the acts on record give.

The record of an end presupposes something that brought it, which need not be on record. It goes before the count, is
known from the day on which the treaty ended, and stands for what was done: where an act is left out or added, to see
what would have been, it stands only as far as that act had no part in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_on, ending_with, first_end
from treatyclock.derive.entry.entry import ENTERED, Entry
from treatyclock.derive.reasoning.admitted import known_by
from treatyclock.derive.reasoning.evaluation import Evaluation, act_key
from treatyclock.derive.reasoning.facts import Recorded
from treatyclock.derive.reasoning.reasons import Beside, Key, Rule, rests_on
from treatyclock.derive.reasoning.timing import eve
from treatyclock.law.acts.act import Act, EffectDay
from treatyclock.law.acts.term import TERMINATION
from treatyclock.law.clauses.end import RecordedEnd
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.truth import Truth

FACT = Rule("end as a fact", "the last day in force was {end}: a fact, and not counted here")
ALIKE = Rule("end as a fact, as counted", "as recorded too the last day in force was {end}")
WITHIN = Rule(
    "end as a fact, of those counted", "as recorded the last day in force was {end}, which the count leaves open"
)
OTHERWISE = Rule(
    "end as a fact, otherwise",
    "as recorded the last day in force was {end}: the record prevails over the count",
)
PERHAPS_ENTERED = Rule(
    "entry that an end presupposes",
    "the record may lack the acts that brought the treaty into force, and it ended: then it entered into force on "
    "{value}",
)

_BY_AN_EXIT = ("side left", "named party left")
"""The conclusions on ends for all that come with the exit of one, as between two parties."""

COUNTED = Key("counted end")
"""The key of the conclusion on the end by clauses and acts, where another was recorded."""

_RECORDED = Key("recorded end")


def recorded_end(
    evaluation: Evaluation, entry: Entry, found: Sequence[End], by_count: Callable[[Evaluation], End | None]
) -> list[End]:
    """Return the recorded end, and those that acts bring which are only tried; none where nothing recorded counts.

    Args:
        evaluation: The evaluation.
        entry: The treaty's entry into force.
        found: The ends by the clauses and the acts that count here.
        by_count: Works out the first of these for other acts.
    """
    clause = evaluation.clause(RecordedEnd)
    if clause is None or not _known(evaluation, clause):
        return []
    last, keys = _last_day(evaluation, clause)
    begun = entry.day.not_after(last) is not Truth.NO
    if not begun:
        text = "had the treaty ended as recorded, though by the acts on record it entered into force only later?"
        if not evaluation.settle(Truth.UNKNOWN, "the recorded end before the entry into force", text):
            return []
    tried = _ends_tried(evaluation, found)
    counted = first_end(evaluation, [end for end in found if end not in tried], COUNTED) if found else None
    if not tried and not _stands(evaluation, counted, last, by_count):
        return []
    # It was in force when it ended: so it entered before, however vague that day is.
    because = (evaluation.given_clause(clause), *keys, *((entry.key,) if begun else ()))
    end = _as_recorded(evaluation, clause.recorded.days, last, counted, because)
    by_exit = [each for each in found if each.key.kind in _BY_AN_EXIT and counted is not None and each.at == counted.at]
    return [replace(end, goes_before=by_exit[0].at) if by_exit else end, *tried]


def perhaps_entered(evaluation: Evaluation, has_entered: Callable[[Evaluation], bool]) -> Entry | None:
    """Return the entry into force that a recorded end may presuppose, where the acts on record bring none.

    Lists have an end for treaties that were in force, and for some that never were: so it is open.

    Args:
        evaluation: The evaluation, by which the treaty has not entered into force.
        has_entered: Tells whether it has with other acts.
    """
    clause = evaluation.clause(RecordedEnd)
    part = evaluation.record.part
    if part is not None and not part.has(RecordedEnd) and (part.by_own_consent or part.has(EntryIntoForce)):
        return None  # that the treaty ended tells nothing of a part with an entry of its own
    if clause is None or not _known(evaluation, clause):
        return None
    if evaluation.record.dropped and has_entered(evaluation.with_dropped()):
        return None
    text = "did the treaty enter into force by acts that are not on record, since its end is recorded?"
    if not evaluation.lacking("an entry into force that is not on record", text):
        return None
    last, keys = _last_day(evaluation, clause)
    days = Days.between(None, last.last)
    key = evaluation.derived(ENTERED, PERHAPS_ENTERED, days, evaluation.given_clause(clause), *keys)
    return Entry(day=days, begins=evaluation.start_of(days)[0], key=key, begins_key=key, met=None)


def _as_recorded(evaluation: Evaluation, said: Days, last: Days, counted: End | None, because: tuple[Key, ...]) -> End:
    if counted is None:
        end = ending_with(evaluation, last, evaluation.derived(_RECORDED, FACT, last, *because), named=said)
        return replace(end, cause_known=False)
    agrees = _overlap(last, counted.last_day)
    fact = Recorded(said=said, recorded=last, counted=counted.last_day, agrees=agrees, of_end=True)
    evaluation.note(_RECORDED, fact)
    rule = (ALIKE if last == counted.last_day else WITHIN) if agrees else OTHERWISE
    value = last if agrees else Beside(last, counted.last_day)
    key = evaluation.derived(_RECORDED, rule, value, *because, counted.key)
    end = ending_with(evaluation, last, key, named=said)
    if agrees:
        return replace(end, notice=counted.notice, deadline=counted.deadline)
    return replace(end, cause_known=False)


def _ends_tried(evaluation: Evaluation, found: Sequence[End]) -> list[End]:
    """Return the ends that acts bring which are only tried, where these can do nothing but end the treaty."""
    added = _added(evaluation)
    if evaluation.record.dropped or not all(act.kind.is_notice or act.kind == TERMINATION for act in added):
        return []
    tried = [act_key(act) for act in added]
    reasons = evaluation.findings.reasons
    return [end for end in found if any(rests_on(reasons, end.key, key) for key in tried)]


def _known(evaluation: Evaluation, clause: RecordedEnd) -> bool:
    horizon = evaluation.acts.known_as_of
    if horizon is None or clause.basis.known is not None:
        return True  # what says since when it is known is not among the clauses before
    return evaluation.settle(known_by(clause.recorded, horizon), f"the recorded end known by {horizon}")


def _last_day(evaluation: Evaluation, clause: RecordedEnd) -> tuple[Days, tuple[Key, ...]]:
    """Return the last day in force by the record, and the convention used."""
    days = clause.recorded.days
    if clause.effect_day is not None:
        return (days.map(eve) if clause.effect_day is EffectDay.FIRST_OUT else days), ()
    last, keys = ending_on(evaluation, clause.recorded, clause)
    assert last is not None  # it is recorded as a day
    return last, keys


def _stands(
    evaluation: Evaluation, counted: End | None, last: Days, by_count: Callable[[Evaluation], End | None]
) -> bool:
    """Tell whether a recorded end stands with the acts that are added here, and without those that are left out."""
    added, dropped = _added(evaluation), evaluation.record.dropped
    if not any(each.days.first <= last.last for act in (*added, *dropped) for each in act.dates):
        return True  # what came only after the end had no part in it
    whole = by_count(evaluation.with_dropped().without(added))
    if _same(whole, counted):
        return True
    if whole is not None and whole.last_day == last:
        return False  # what brought it is on record, and otherwise here
    ids = ", ".join(act.id for act in (*added, *dropped))
    fact = f"the recorded end in spite of {ids}"
    text = f"would the treaty have ended as recorded in spite of {ids}? What ended it is not on record."
    return evaluation.settle(Truth.UNKNOWN, fact, text, about=(*added, *dropped))


def _overlap(one: Days, other: Days) -> bool:
    return one.first <= other.last and other.first <= one.last


def _added(evaluation: Evaluation) -> tuple[Act, ...]:
    return tuple(act for act in evaluation.acts if act.hypothetical is not None)


def _same(one: End | None, other: End | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.last_day, one.at) == (other.last_day, other.at)
