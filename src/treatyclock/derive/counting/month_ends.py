"""What a count of days comes to by each rule for the day that a month lacks."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Protocol

from treatyclock.civil.days import Days
from treatyclock.civil.periods import MonthEnd


class DayStep(Protocol):
    """A step from a date to another; it never leads from a later date to an earlier one."""

    def __call__(self, day: date, month_end: MonthEnd) -> date:
        """Return the date that it leads to, by the day that stands for one that a month lacks."""


def by_month_end(day: Days, step: DayStep) -> dict[MonthEnd, Days]:
    """Return what a step makes of a day by each rule.

    Example:
        >>> from treatyclock.civil.periods import Period, corresponding_day
        >>> def a_month_on(day, month_end):
        ...     return corresponding_day(day, Period.of("P1M"), month_end)
        >>> ways = by_month_end(Days.on(date(1941, 1, 31)), a_month_on)
        >>> [str(each) for each in ways.values()]
        ['1941-02-28', '1941-03-01']
    """
    return {each: day.map(partial(step, month_end=each)) for each in (MonthEnd.CLAMP, MonthEnd.ROLL)}
