"""Exits in windows that recur, and on fixed days of the year."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import MonthEnd, corresponding_day
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_with
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.notice import BY_CLAUSE, RUNS, Notice, NoticeEffect, after_notice, without_effect
from treatyclock.derive.overlays.applied_from import counted_since
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import MissedDeadline
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import eve, later
from treatyclock.errors import OutOfRangeError
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.exit_times import FixedDay, Window
from treatyclock.law.conventions.exit import EFFECT_DAY, FIRST_OUT

BY_YEAR = Rule(
    "next yearly day",
    "by the notice, once taken up again, the last day in force is {end}, with the year's exits",
    BY_CLAUSE,
)
OUTSIDE_WINDOW = Rule(
    "outside the window",
    "the notice was given outside the times for notice and has no effect: the next such time begins on {value}",
    BY_CLAUSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWindow:
    """A time in which notice can be given.

    Attributes:
        number: Which it is, from 1.
        opens: Its first day.
        closes: Its last day.
        because: The reasons.
    """

    number: int
    opens: Days
    closes: Days
    because: tuple[Key, ...]


def windows(
    evaluation: Evaluation, clause: Denunciation, entry: Entry, treaty: Entry, since: date
) -> Iterator[OpenWindow]:
    """Yield the windows that close on a day or later, up to the year 9999."""
    window = clause.window
    assert window is not None
    anchor, keys = _counted_from(evaluation, clause, entry, treaty)
    for number in count(_first_open(window, anchor.last, since)):
        try:
            opens, policy = evaluation.last_day(anchor, window.every * number, Denunciation, first_day_counts=False)
            closes, more = evaluation.last_day(opens, window.lasts, Denunciation, first_day_counts=False)
        except OutOfRangeError:
            return
        if closes.last >= since:
            yield OpenWindow(number=number, opens=opens, closes=closes, because=(*keys, *policy, *more))


def _counted_from(
    evaluation: Evaluation, clause: Denunciation, entry: Entry, treaty: Entry
) -> tuple[Days, tuple[Key, ...]]:
    """Return the day from which windows are counted, and why."""
    assert clause.window is not None
    if isinstance(clause.window.since, Moment):
        return clause.window.since.days, ()
    day, why = counted_since(evaluation, clause.window.since, entry, treaty)
    return day, (why,)


_DOUBT = timedelta(days=7)
"""More days than the rule for ends of months can move a day."""


def _first_open(window: Window, anchor: date, since: date) -> int:
    """Return the number of a window such that all before it surely closed before a day.

    There may be millions of windows before it, so that number is found by halving, and not by counting up.
    """

    def may_be_open(number: int) -> bool:
        try:
            closes = corresponding_day(corresponding_day(anchor, window.every * number), window.lasts)
        except OutOfRangeError:  # past every day
            return True
        return since - closes <= _DOUBT

    return 1 + bisect_left(range(1, _MOST_WINDOWS), True, key=may_be_open)


_WAYS = (MonthEnd.CLAMP, MonthEnd.ROLL)

_MOST_WINDOWS = (date.max - date.min).days
"""Windows that open on different days cannot be more."""


def in_window(evaluation: Evaluation, notice: Notice) -> NoticeEffect:
    """Derive what comes of a notice: it has an effect only if it was given in a window."""
    day = evaluation.legal_days(notice.when)
    because: tuple[Key, ...] = ()
    # By the clock of the treaty an hour may lie up to two days before the printed one, or after it.
    since, until = day.first, day.last
    if notice.when.wall is not None:
        since, until = eve(eve(since)), later(until, 2)
    for window in windows(evaluation, notice.clause, notice.entry, notice.treaty, since):
        because = window.because
        if window.opens.first > until:
            missed = _one_before(evaluation.aside(), notice, window.number)
            return without_effect(evaluation, notice, OUTSIDE_WINDOW, *because, value=window.opens, missed=missed)
        opened, begin = evaluation.from_start_of(notice.when, window.opens)
        by_close, end = evaluation.by_end_of(notice.when, window.closes)
        fact = f"{notice.label} in window {window.number}"
        if evaluation.settle(opened & by_close, fact, about=(notice.act,)):
            return after_notice(evaluation, notice, notice.clause.notice, *because, *dict.fromkeys((*begin, *end)))
    return without_effect(evaluation, notice, OUTSIDE_WINDOW, *because)


def _one_before(evaluation: Evaluation, notice: Notice, number: int) -> MissedDeadline | None:
    """Return the last day of the window before one; None for the first. Nothing turns on it, so nothing is asked."""
    anchor, window = _counted_from(evaluation, notice.clause, notice.entry, notice.treaty)[0], notice.clause.window
    if number == 1:
        return None
    assert window is not None

    def closes(day: date, month_end: MonthEnd) -> date:
        return corresponding_day(
            corresponding_day(day, window.every * (number - 1), month_end), window.lasts, month_end
        )

    found = [closes(day, month_end) for day in (anchor.first, anchor.last) for month_end in _WAYS]
    last = Days(first=min(found), last=max(found))
    return MissedDeadline(deadline=last, end=last)


def on_fixed_day(evaluation: Evaluation, notice: Notice) -> NoticeEffect:
    """Derive the end on the first of the yearly days that a notice reaches."""
    fixed = notice.clause.day
    assert fixed is not None
    day = evaluation.legal_days(notice.when)
    year = _effect_year(evaluation, notice, fixed)
    effect = day.map(lambda d: fixed_day(fixed, d)[0]) if year is None else Days.on(_in_year(fixed.on, year))
    answer, key = evaluation.ask(EFFECT_DAY, notice.clause)
    last = effect.map(eve) if answer == FIRST_OUT else effect
    made = evaluation.derived(notice.key, RUNS, last, *notice.given, key)
    end = ending_with(evaluation, last, made, named=effect, notice=notice.act)
    return NoticeEffect(key=made, rule=RUNS, value=last, end=end)


def on_next_fixed_day(evaluation: Evaluation, notice: Notice) -> NoticeEffect:
    """Derive the end on the first of the yearly days that is not over when a notice is taken up again."""
    fixed, when, again = notice.clause.day, notice.when, notice.resumed
    assert fixed is not None and again is not None
    answer, key = evaluation.ask(EFFECT_DAY, notice.clause)
    year = evaluation.legal_days(when).first.year
    while True:
        last = Days.on(_in_year(fixed.on, year))
        last = last.map(eve) if answer == FIRST_OUT else last
        in_time, _ = evaluation.by_end_of(when, last)
        if evaluation.settle(in_time, f"{notice.label} by the yearly day of {year}", about=(again,)):
            break
        year += 1
    made = evaluation.derived(notice.key, BY_YEAR, last, *notice.given, evaluation.given_act(again), key)
    return NoticeEffect(key=made, rule=BY_YEAR, value=last, end=ending_with(evaluation, last, made, notice=notice.act))


def yearly_end_from(evaluation: Evaluation, notice: Notice, day: Days) -> End:
    """Return the end on the first of the yearly days that is not before a day."""
    fixed = notice.clause.day
    assert fixed is not None
    on = fixed.on
    effect = day.map(lambda each: _in_year(on, each.year if each <= _in_year(on, each.year) else each.year + 1))
    answer, key = evaluation.ask(EFFECT_DAY, notice.clause)
    last = effect.map(eve) if answer == FIRST_OUT else effect
    return ending_with(evaluation, last, key, named=effect, notice=notice.act)


def _effect_year(evaluation: Evaluation, notice: Notice, fixed: FixedDay) -> int | None:
    """Return the year of the first yearly day that a notice of a known hour is in time for; None for a bare day."""
    if notice.when.wall is None:
        return None
    year = evaluation.legal_days(notice.when).first.year - 1
    while True:
        in_time, _ = evaluation.by_end_of(notice.when, Days.on(_cut_off(fixed, year)))
        fact = f"{notice.label} by the cut-off of {year}"
        if evaluation.settle(in_time, fact, about=(notice.act,)):
            return year
        year += 1


def fixed_day(fixed: FixedDay, day: date) -> tuple[date, date]:
    """Return the first yearly day whose cut-off is not before a day, and that cut-off.

    Example:
        >>> [each.isoformat() for each in fixed_day(FixedDay(on=(6, 30), cut_off=(1, 1)), date(2018, 12, 26))]
        ['2019-06-30', '2019-01-01']
    """
    year = day.year
    while day > _cut_off(fixed, year):
        year += 1
    return _in_year(fixed.on, year), _cut_off(fixed, year)


def _cut_off(fixed: FixedDay, year: int) -> date:
    """Return the last cut-off before the yearly day of a year."""
    cut_off = _in_year(fixed.cut_off, year)
    return cut_off if cut_off < _in_year(fixed.on, year) else _in_year(fixed.cut_off, year - 1)


def _in_year(month_day: tuple[int, int], year: int) -> date:
    month, day = month_day
    try:
        return date(year, month, day)
    except ValueError:
        if not 1 <= year <= 9999:
            raise OutOfRangeError(f"the year {year}") from None
        return date(year, 2, 28)  # 29 February, in a year that has none
