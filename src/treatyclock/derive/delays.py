"""A delay, applied to a day."""

from __future__ import annotations

from datetime import date

from treatyclock.civil.days import Days
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.reasons import Key
from treatyclock.derive.timing import later
from treatyclock.law.clauses.delays import CountedFrom, Delay, Lands


def delayed(evaluation: Evaluation, day: Days, delay: Delay) -> tuple[Days, tuple[Key, ...]]:
    """Apply a delay to a day, and return the conventions used."""
    if not delay:
        return day, ()
    start = day.map(lambda d: d.replace(day=1)) if delay.counted_from is CountedFrom.MONTH else day
    reached, keys = evaluation.last_day(start, delay.period, first_day_counts=False) if delay.period else (start, ())
    if delay.lands is Lands.DAY_AFTER:
        reached = reached.map(later)
    elif delay.lands is Lands.NEXT_MONTH:
        reached = reached.map(_next_month)
    return reached, keys


def _next_month(day: date) -> date:
    # No month has more than 31 days, and no two have fewer than 59: 31 days from a first of the month lie in the next.
    return later(day.replace(day=1), 31).replace(day=1)
