"""Notices under the clause on leaving that are given while the treaty is only applied provisionally.

Law: provisional application by a State ends once it notifies that it does not intend to become a party, unless the
treaty otherwise provides (Vienna Convention art. 25(2)). Whether its clause on leaving otherwise provides, which is
applied provisionally with the rest of the treaty, no rule says. If so, a notice under it is one to end the treaty, and
stands when the treaty enters into force before the period of that notice is over.
"""

from __future__ import annotations

from collections.abc import Sequence

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import signatures
from treatyclock.derive.counting.delays import delayed, last_day_by_notice
from treatyclock.derive.counting.reaching_back import effective
from treatyclock.derive.end.by_event import happened
from treatyclock.derive.exit.rules import rule_of
from treatyclock.derive.overlays.provisional_acts import STOPS, acts_of_beginning, begins_on
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.operation import PROVISIONAL_END
from treatyclock.law.clauses.before_entry import ProvisionalApplication
from treatyclock.law.clauses.conditions import AllOf, Condition, Happened
from treatyclock.law.clauses.exit import EndsFor
from treatyclock.law.clauses.last_days import ByDay
from treatyclock.law.conventions.exit import ITS_PERIOD_RUNS, WHILE_PROVISIONAL
from treatyclock.law.vocabulary import NOTICES
from treatyclock.truth import Truth


def runs_its_period(evaluation: Evaluation, act: Act, of: Sequence[str]) -> tuple[bool, tuple[Key, ...]]:
    """Tell whether an act is a notice that runs its period though the treaty was only applied provisionally, and why.

    Args:
        evaluation: The evaluation.
        act: The act, done before the treaty was in force for who did it.
        of: Of those who did it, the States in question.
    """
    clause = evaluation.clause(ProvisionalApplication)
    if clause is None or act.kind not in NOTICES:
        return False, ()
    rule, _ = rule_of(evaluation, act, of)
    if rule is None or (clause.notice and not evaluation.settled(WHILE_PROVISIONAL, rule)):
        return (
            False,
            (),
        )  # the clause on provisional application has a period of its own, and so the treaty does provide
    applied = Truth.any_of(applied_provisionally(evaluation, party, act) for party in of)
    whose = act.id if len(of) == len(act.by) else f"{act.id} for {', '.join(of)}"
    if not evaluation.settle(applied, f"provisional application when {whose} was given", about=(act,)):
        return False, ()
    answer, key = evaluation.ask(WHILE_PROVISIONAL, rule)
    return answer == ITS_PERIOD_RUNS, (key,)


def applied_provisionally(evaluation: Evaluation, party: str, notice: Act) -> Truth:
    """Tell whether a State applied the treaty provisionally on the day on which it gave a notice."""
    clause = evaluation.clause(ProvisionalApplication, party=party)
    if clause is None or (clause.parties and party not in clause.parties):
        return Truth.NO
    given = evaluation.legal_days(notice.when())
    begun = Truth.NO
    for act in acts_of_beginning(evaluation, clause, party, signatures(evaluation, party), None):
        start = _start(evaluation, clause, act)
        if start is not None:
            over = [day.not_after(given) & ~given.not_after(day) for day in _last_days(evaluation, clause, start)]
            over += [_stopped(evaluation, clause, party, start=start, given=given)]
            begun |= start.not_after(given) & ~Truth.any_of(over)
    met = Truth.YES if clause.when is None or _days(evaluation, clause.when) is not None else Truth.UNKNOWN
    alone = not clause.hangs_on_others or party in clause.hangs_on_others
    return begun & met & (Truth.YES if alone else Truth.UNKNOWN)


def _start(evaluation: Evaluation, clause: ProvisionalApplication, act: Act) -> Days | None:
    """Return from which day the treaty is applied by an act; None where what must come before has not."""
    start = evaluation.legal_days(begins_on(evaluation, act)[0])
    if clause.when is not None and (days := _days(evaluation, clause.when)) is not None:
        if not days:
            return None
        start = Days.latest([start, *days])
    start, _ = delayed(evaluation, start, clause.delay, ProvisionalApplication)
    return start if clause.since is None else Days.latest([start, clause.since.days])


def _days(evaluation: Evaluation, condition: Condition) -> tuple[Days, ...] | None:
    """Return the days of the events that a condition waits for; none where one has not come, None for other conditions.

    What a condition on consents comes to may itself turn on whether a notice takes back a consent.
    """
    parts = condition.conditions if isinstance(condition, AllOf) else (condition,)
    events = [part.event for part in parts if isinstance(part, Happened)]
    acts = [act for act in map(evaluation.acts.get, events) if act is not None]
    if len(events) < len(parts):
        return None
    return tuple(evaluation.legal_days(act.when()) for act in acts) if len(acts) == len(events) else ()


def _last_days(evaluation: Evaluation, clause: ProvisionalApplication, start: Days) -> list[Days]:
    found = _until(evaluation, clause)
    found += [evaluation.legal_days(act.when()) for act in happened(evaluation, clause.until_event)]
    if clause.lasts is not None:
        found.append(evaluation.last_day(start, clause.lasts, ProvisionalApplication, first_day_counts=False)[0])
    return found


def _until(evaluation: Evaluation, clause: ProvisionalApplication) -> list[Days]:
    """Return the last day that the clause names, unless what lets it go on came about by then; open where that is."""
    if not isinstance(clause.until, ByDay):
        return []
    last = clause.until.day.days
    days = () if clause.unless is None else _days(evaluation, clause.unless)
    if days == ():
        return [last]
    by_then = Truth.UNKNOWN if days is None else Days.latest(days).not_after(last)
    if by_then is Truth.UNKNOWN:
        return [Days.between(last.first)]
    return [] if by_then is Truth.YES else [last]


def _stopped(evaluation: Evaluation, clause: ProvisionalApplication, party: str, *, start: Days, given: Days) -> Truth:
    """Tell whether an earlier act had ended what began on a day.

    Of two notices under the clause on leaving the first runs, and the second ends nothing sooner.
    """
    acts = [*evaluation.acts.by(party, [kind for kind in STOPS if kind not in NOTICES])]
    acts += evaluation.acts.of(PROVISIONAL_END) if clause.ends_for is EndsFor.ALL else ()
    found = Truth.NO
    for act in acts:
        named = effective(evaluation, act)[0] if act.kind == PROVISIONAL_END else None
        day = evaluation.legal_days(act.when())
        last = day if named is None else evaluation.days_there(named)
        if clause.notice and named is None:
            last = last_day_by_notice(evaluation, day, clause.notice, clause)[0]
        that_day = Truth.NO if named is not None or clause.notice else last.not_after(given) & Truth.UNKNOWN
        found |= start.not_after(day) & (~given.not_after(last) | that_day)
    return found
