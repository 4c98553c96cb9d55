"""A delay, applied to a day, and the periods of notices: from a notice on, and before the end of a term."""

from __future__ import annotations

from datetime import date

from treatyclock.civil.days import Days
from treatyclock.civil.periods import MonthEnd, Period, corresponding_day, day_before, latest_start
from treatyclock.derive.counting.month_ends import by_month_end
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.timing import eve, later
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.delays import CountedFrom, Delay, Lands
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.conventions.exit import BACK, EFFECT_DAY, FIRST_OUT, FORWARD, NOTICE_BEFORE_END
from treatyclock.law.conventions.first_days import COUNTED, NOTICE_FIRST_DAY


def delayed(evaluation: Evaluation, day: Days, delay: Delay | None, of: type[Clause]) -> tuple[Days, tuple[Key, ...]]:
    """Apply the delay of a kind of clause to a day, where it has one, and return the conventions used."""
    if not delay:
        return day, ()
    start = day.map(lambda d: d.replace(day=1)) if delay.counted_from is CountedFrom.MONTH else day
    reached, keys = start, tuple[Key, ...]()
    if delay.period:
        reached, keys = evaluation.last_day(start, delay.period, of, first_day_counts=False)
    if delay.lands is Lands.DAY_AFTER:
        reached = reached.map(later)
    elif delay.lands is Lands.NEXT_MONTH:
        reached = reached.map(_next_month)
    return reached, keys


def last_day_by_notice(
    evaluation: Evaluation, day: Days, period: Period, clause: Clause
) -> tuple[Days, tuple[Key, ...]]:
    """Return the last day in force by a notice of a day under a clause that has a period, and the conventions used.

    The period leads to a day of the same number, or to the day that stands for it, as the delay of an entry into force
    does. That day is the first out or the last in force: the clause tells whether the day of the notice counts.
    """
    out, convention = _leads_to_the_first_day_out(evaluation, clause)

    def step(day: date, month_end: MonthEnd) -> date:
        reached = corresponding_day(day, period, month_end)
        return eve(reached) if out else reached

    last, policy = evaluation.counted(day, step, type(clause))
    return last, (convention, *policy)


def _leads_to_the_first_day_out(evaluation: Evaluation, clause: Clause) -> tuple[bool, Key]:
    """Tell whether a period leads to the first day out: as its first day counts, or as the clause calls its last day.

    A clause that says what the day of effect is, and not how the period is counted, has said the same.
    """
    tells = isinstance(clause, Denunciation) and clause.first_day_counts is None and clause.effect_day is not None
    if tells and evaluation.reading.chooses(NOTICE_FIRST_DAY) is None:
        answer, key = evaluation.ask(EFFECT_DAY, clause)
        return answer == FIRST_OUT, key
    answer, key = evaluation.ask(NOTICE_FIRST_DAY, clause)
    return answer == COUNTED, key


def before_end(evaluation: Evaluation, end: Days, clause: Denunciation) -> tuple[Days, tuple[Key, ...]]:
    """Return the last day for a notice that must come a period before an end, and the conventions used.

    Counted back, the period leads from the end to a day of the same number; counted forward, it is over by the end if
    it runs from that day. The two part only where a month is short, and are asked about only there.
    """

    def back(day: date, month_end: MonthEnd) -> date:
        return day_before(day, clause.notice, month_end)

    def forward(day: date, month_end: MonthEnd) -> date:
        return latest_start(day, clause.notice, month_end)

    # The end of the month first: of a month that is full by a rule, both ways may be one.
    ways = {BACK: by_month_end(end, back), FORWARD: by_month_end(end, forward)}
    policy, because = MonthEnd.CLAMP, tuple[Key, ...]()
    if any(way[MonthEnd.CLAMP] != way[MonthEnd.ROLL] for way in ways.values()):
        policy, key = evaluation.month_end(type(clause))
        because = (key,)
    if ways[BACK][policy] == ways[FORWARD][policy]:
        return ways[BACK][policy], because
    answer, key = evaluation.ask(NOTICE_BEFORE_END, clause)
    return ways[answer][policy], (*because, key)


def _next_month(day: date) -> date:
    # No month has more than 31 days, and no two have fewer than 59: 31 days from a first of the month lie in the next.
    return later(day.replace(day=1), 31).replace(day=1)
