"""The inverse questions: from when and until when notice can be given, and how often the term is renewed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count

from treatyclock.civil.days import Days
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import ENTERED
from treatyclock.derive.exit.calendar_exits import fixed_day, windows
from treatyclock.derive.exit.first_notice import first_ready
from treatyclock.derive.exit.lock_in import locked_in
from treatyclock.derive.histories.for_all import ForAll, terms_for_all
from treatyclock.derive.inverse.dated import Dated, DateRule, DayRange, LastAndOut, dated
from treatyclock.derive.inverse.notice_context import NoticeContext, at_day, measures, notice_contexts
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.term.term import Terms
from treatyclock.derive.term.term_as_written import Block
from treatyclock.errors import OutOfRangeError, TooManyDatesError
from treatyclock.law.clauses.exit import Denunciation, ExitWhen
from treatyclock.law.clauses.exit_times import Bars

LAST_NOTICE = Rule("last notice", "the last day for a notice is {value}")
FIRST_NOTICE = Rule("first notice", "a notice can have effect from {value} on")
WINDOW = Rule("window", "a time for notice begins on {value}")
CLOSES = Rule("window closes", "the last day of that time is {value}")
OVER = Rule("over by then", "by then it is no longer in force, so there is no such day")
RECORDED_INSTEAD = Rule("ended as recorded instead", "but it ended as recorded, and not by this notice")
TO_SOME = Rule("ended with some alone", "but by it that State is out with those alone whom it reached")

MOST_DATES = 1000
"""Dates that one answer may list: windows and terms as short as days would fill books with years."""


def _nothing(evaluation: Evaluation) -> Dated:
    return dated(evaluation, (), ENTERED, *map(evaluation.given_clause, evaluation.several(Denunciation)))


def over(evaluation: Evaluation, key: Key, end: End, name: str = "") -> Dated:
    """Return that there is no such day, since it is no longer in force by then.

    Args:
        evaluation: The evaluation.
        key: The conclusion on that day.
        end: The end that came before.
        name: What tells the period that ended from others of that State.
    """
    return dated(evaluation, (), evaluation.derived(Key("over", name), OVER, None, key, end.key))


def ended_otherwise(evaluation: Evaluation, brought: End, end: End) -> Dated:
    """Return that a notice brings no exit, since the end came otherwise: before its own, or later, as recorded.

    Args:
        evaluation: The evaluation.
        brought: The end that the notice would bring.
        end: The end that came.
    """
    if came_first(end, brought):
        return over(evaluation, brought.key, end)
    if reached_some(brought):
        return dated(evaluation, (), evaluation.derived(Key("over"), TO_SOME, None, brought.key))
    return dated(evaluation, (), evaluation.derived(Key("over"), RECORDED_INSTEAD, None, brought.key, end.key))


def reached_some(brought: End) -> bool:
    """Tell whether the notice that brings an end went to some States only."""
    return brought.notice is not None and bool(brought.notice.to)


def came_first(end: End, brought: End) -> bool:
    """Tell whether an end came, or may have come, before the end that a notice brings.

    One that did not, and does not rest on the notice, is recorded as a fact, which prevails over the count.
    """
    if end.at_hour or brought.at_hour:
        return end.at.earliest < brought.at.latest
    return end.last_day.first < brought.last_day.last


class _Found:
    """The days found in the periods for which a State was a party, and the conclusions that they rest on.

    A day that comes when the period is over is no such day.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        self._evaluation = evaluation
        self._days: list[Days | DayRange] = []
        self._roots: list[Key] = []

    def add(self, context: NoticeContext, day: Days, key: Key) -> None:
        if context.end is not None and context.end.last_day.last < day.first:
            self._roots += over(self._evaluation, key, context.end, context.name).roots
        else:
            self._days.append(day)
            self._roots.append(key)

    def none(self, key: Key) -> None:
        """Note why a period has no such day."""
        self._roots.append(key)

    def dated(self) -> Dated:
        return dated(self._evaluation, tuple(self._days), *self._roots) if self._roots else _nothing(self._evaluation)


def last_timely_notice(party: str | None, at: date | None) -> DateRule:
    """Return the rule that finds the last day for a notice, in each period of being a party.

    Args:
        party: Whose notice; None for a party from the treaty's own entry into force.
        at: A day of the term in question, or one after which the window or the fixed day comes, which tells the period
            too; the first in each period where None.
    """

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        found = _Found(evaluation)
        for context in at_day(notice_contexts(evaluation, common, party), at):
            last = _last(evaluation, context, at)
            if last is not None:
                found.add(context, *last)
        return found.dated()

    return rule


def _last(evaluation: Evaluation, context: NoticeContext, at: date | None) -> tuple[Days, Key] | None:
    """Return the last day for a notice in a period, and the reason; None where there is none."""
    if not context.entry.day.bounded:
        return context.any_day
    clause, entry = context.clause, context.entry.day.first
    day = entry if at is None else max(at, entry)
    if clause.when is ExitWhen.END_OF_TERM:
        deadline = _deadline(context.terms, day, first=at is None)
        return None if deadline is None or deadline.last.last < entry else (deadline.last, deadline.key)
    given, key = (evaluation.given_clause(clause), *context.why), Key("last notice", context.name)
    if clause.when is ExitWhen.WINDOW:
        window = next(windows(evaluation, *measures(context), day), None)
        if window is None:
            return None
        return window.closes, evaluation.derived(key, LAST_NOTICE, window.closes, *given, *window.because)
    if clause.day is not None:
        last = Days.on(fixed_day(clause.day, day)[1])
        return last, evaluation.derived(key, LAST_NOTICE, last, *given)
    return None


def _deadline(terms: Terms, day: date, *, first: bool) -> Block | None:
    """Return the deadline of the term that runs on a day, or the first deadline from that day on; None for none.

    An extension that came into force later moves neither the deadline of a term that ran before, nor one that had
    passed.
    """
    if not terms.runs:
        return None
    running = terms.on(Days.on(day))
    found = _first_deadline(running, day, first=first)
    while first and found is not None and len((by_then := terms.on(found.last)).acts) > len(running.acts):
        running = by_then
        found = _first_deadline(running, day, first=True)
    return found


def _first_deadline(terms: Terms, day: date, *, first: bool) -> Block | None:
    if terms.lifted is not None:
        return None

    def reached(number: int) -> bool:
        try:
            return (terms.deadline(number) if first else terms.block(number)).last.last >= day
        except OutOfRangeError:  # a block past year 9999 is past every day
            return True

    number = terms.first_block(reached)
    return None if number is None else terms.deadline(number)


def earliest_notice(party: str | None, at: date | None) -> DateRule:
    """Return the rule that finds the first day on which a notice has effect, in each period of being a party.

    Args:
        party: Whose notice; None for a party from the treaty's own entry into force.
        at: A day of the period in question; each where None.
    """

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        found = _Found(evaluation)
        for context in at_day(notice_contexts(evaluation, common, party), at):
            day, key = _earliest(evaluation, context)
            if day is None:
                found.none(key)
            else:
                found.add(context, day, key)
        return found.dated()

    return rule


def _earliest(evaluation: Evaluation, context: NoticeContext) -> tuple[Days | None, Key]:
    """Return the first day on which a notice has effect in a period, and the reason; None and the reason for no day."""
    if not context.entry.day.bounded:
        return context.any_day
    day, because = context.entry.day, [context.entry.key, evaluation.given_clause(context.clause), *context.why]
    lock = locked_in(evaluation, *measures(context))
    if lock is not None and lock.bars is Bars.NOTICE:
        day = Days.latest([day, lock.over])
        because += lock.because
    if context.clause.first_notice is not None:
        ready, key = first_ready(evaluation, context.clause, context.entry, context.party)
        because.append(key)
        if ready is None:
            return None, key
        day = Days.latest([day, ready])
    if context.clause.when is ExitWhen.WINDOW:
        window = next(windows(evaluation, *measures(context), day.first), None)
        if window is None:
            return None, evaluation.given_clause(context.clause)
        day = Days.latest([day, window.opens])
        because += window.because
    return day, evaluation.derived(Key("first notice", context.name), FIRST_NOTICE, day, *because)


def windows_between(party: str | None, first: date, last: date) -> DateRule:
    """Return the rule that finds the windows that are open on any day between two, while a State is a party."""

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        found: list[Days | DayRange | LastAndOut] = []
        roots: dict[Key, None] = {}
        for context in notice_contexts(evaluation, common, party):
            if context.clause.window is None:
                break
            if not context.entry.day.bounded:
                day, entry = context.any_day
                _one_more(found, day)
                roots[entry] = None
                continue
            since = max(first, context.entry.day.first)
            until = last if context.end is None else min(last, context.end.last_day.last)
            for window in windows(evaluation, *measures(context), since):
                if window.opens.first > until:
                    break
                given = evaluation.given_clause(context.clause)
                key = Key("window", context.name, window.number)
                begins = evaluation.derived(key, WINDOW, window.opens, given, *window.because)
                ends = Key("window closes", context.name, window.number)
                roots[evaluation.derived(ends, CLOSES, window.closes, begins)] = None
                _one_more(found, (window.opens, window.closes))
        return dated(evaluation, tuple(dict.fromkeys(found)), *(roots or [ENTERED]))

    return rule


def _one_more(found: list[Days | DayRange | LastAndOut], each: Days | DayRange) -> None:
    if len(found) == MOST_DATES:
        raise TooManyDatesError(MOST_DATES)
    found.append(each)


def renewals(until: date) -> DateRule:
    """Return the rule that finds the last day of each stretch of the term, up to the treaty's end and up to a day."""

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        if common.entry is None:
            return _nothing(evaluation)
        terms = terms_for_all(evaluation, common.entry)
        found: list[Days | DayRange | LastAndOut] = []
        roots: list[Key] = []
        for block in _blocks(terms) if terms.runs else ():
            if block.last.first > until or (common.end is not None and block.last.first > common.end.last_day.last):
                break
            _one_more(found, block.last)
            roots.append(block.key)
        return dated(evaluation, tuple(found), *(roots or [ENTERED]))

    return rule


def stretches(at: date) -> DateRule:
    """Return the rule that finds the last day of each stretch of the term, up to the stretch that runs on a day.

    There is none where no term runs on that day, be it that the treaty is not in force then.
    """

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        if common.entry is None:
            return _nothing(evaluation)
        terms, end = terms_for_all(evaluation, common.entry), common.end
        if common.entry.day.first > at or (end is not None and end.last_day.last < at):
            return dated(evaluation, (), common.entry.key, *(() if end is None else end.keys))
        found: list[Days | DayRange | LastAndOut] = []
        for block in _blocks(terms) if terms.runs else ():
            _one_more(found, block.last)
            if block.last.last >= at:
                return dated(evaluation, tuple(found), block.key)
        return dated(evaluation, (), ENTERED)

    return rule


def _blocks(terms: Terms) -> Iterator[Block]:
    """Yield the stretches of the term that ended before each extension came into force, then those that follow all."""
    for place, ended in enumerate(terms.ended):
        before = terms.with_the_first(place)
        for number in range(min(ended, _over(before)) if before.lifted else ended):
            yield before.block(number)
    times = None if terms.renewals[0] is None else _over(terms)
    for number in count() if times is None else range(times):
        yield terms.block(number)


def _over(terms: Terms) -> int:
    """Return how many stretches of the term come to an end: not the last one where a conference lifted it."""
    return (terms.renewals[0] or 0) + (0 if terms.lifted else 1)
