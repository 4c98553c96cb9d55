"""The inverse questions: from when and until when notice can be given, and when an exit would take effect."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.derive.dated import Dated, DateRule, DayRange, dated
from treatyclock.derive.end import End
from treatyclock.derive.ends.ending import first_end
from treatyclock.derive.entry import ENTERED
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.exit.by_notice import judged
from treatyclock.derive.exit.calendar_exits import fixed_day, windows
from treatyclock.derive.exit.lock_in import locked_in
from treatyclock.derive.for_all import ForAll, terms_for_all
from treatyclock.derive.membership import if_it_never_ended, releases_all
from treatyclock.derive.notice_context import NoticeContext, measures, notice_context
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.term import Block, Terms
from treatyclock.errors import OutOfRangeError, TooManyDatesError
from treatyclock.law.acts.act import Act, Hypothesis
from treatyclock.law.acts.exit import DENUNCIATION
from treatyclock.law.clauses.exit import Bars, Denunciation, ExitWhen

LAST_NOTICE = Rule("last notice", "the last day for a notice is {value}")
FIRST_NOTICE = Rule("first notice", "a notice can have effect from {value} on")
WINDOW = Rule("window", "a time for notice begins on {value}")
CLOSES = Rule("window closes", "the last day of that time is {value}")
OVER = Rule("over by then", "by then it is no longer in force, so there is no such day")

MOST_DATES = 1000
"""Dates that one answer may list: windows and terms as short as days would fill books with years."""


def _nothing(evaluation: Evaluation) -> Dated:
    clause = evaluation.clause(Denunciation)
    return dated(evaluation, (), ENTERED, *((evaluation.given_clause(clause),) if clause is not None else ()))


def _over(evaluation: Evaluation, key: Key, end: End) -> Dated:
    """Return that there is no such day, since the treaty is no longer in force by then."""
    return dated(evaluation, (), evaluation.derived(Key("over"), OVER, None, key, end.key))


def last_timely_notice(party: str | None, at: date | None) -> DateRule:
    """Return the rule that finds the last day for a notice.

    Args:
        party: Whose notice; None where one notice ends the treaty for all.
        at: A day of the term in question, or one after which the window or the fixed day comes; the first for that
            State where None.
    """

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        context = notice_context(evaluation, common, party)
        if context is None:
            return _nothing(evaluation)
        if at is not None and common.end is not None and common.end.last_day.last < at:
            return dated(evaluation, (), common.end.key)
        clause, day = context.clause, at or context.entry.day.first
        given = evaluation.given_clause(clause)
        if clause.when is ExitWhen.END_OF_TERM:
            deadline = _deadline(terms_for_all(evaluation, context.treaty), day)
            return _nothing(evaluation) if deadline is None else dated(evaluation, (deadline.last,), deadline.key)
        key = Key("last notice")
        if clause.when is ExitWhen.WINDOW:
            window = next(windows(evaluation, *measures(context), day))
            made = evaluation.derived(key, LAST_NOTICE, window.closes, given, *window.because)
            return dated(evaluation, (window.closes,), made)
        if clause.day is not None:
            last = Days.on(fixed_day(clause.day, day)[1])
            return dated(evaluation, (last,), evaluation.derived(key, LAST_NOTICE, last, given))
        return dated(evaluation, (), context.entry.key, given)

    return rule


def _deadline(terms: Terms, at: date) -> Block | None:
    """Return the deadline of the term that runs on a day; None where no term runs on that day."""
    if not terms.runs:
        return None
    number = terms.first_block(lambda each: _lasts_until(terms, each, at))
    return None if number is None else terms.deadline(number)


def _lasts_until(terms: Terms, number: int, day: date) -> bool:
    try:
        return terms.block(number).last.last >= day
    except OutOfRangeError:  # a block past year 9999 is past every day
        return True


def earliest_notice(party: str | None) -> DateRule:
    """Return the rule that finds the first day on which a notice has effect."""

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        context = notice_context(evaluation, common, party)
        if context is None:
            return _nothing(evaluation)
        day, key = _earliest(evaluation, context)
        if context.end is not None and context.end.last_day.last < day.first:
            return _over(evaluation, key, context.end)
        return dated(evaluation, (day,), key)

    return rule


def _earliest(evaluation: Evaluation, context: NoticeContext) -> tuple[Days, Key]:
    day, because = context.entry.day, [context.entry.key, evaluation.given_clause(context.clause)]
    lock = locked_in(evaluation, *measures(context))
    if lock is not None and lock.bars is Bars.NOTICE:
        day = Days.latest([day, lock.over])
        because += lock.because
    if context.clause.when is ExitWhen.WINDOW:
        window = next(windows(evaluation, *measures(context), day.first))
        day = Days.latest([day, window.opens])
        because += window.because
    return day, evaluation.derived(Key("first notice"), FIRST_NOTICE, day, *because)


_TRIED = "a notice to try"  # no act of a file is called so


def exit_by(party: str | None, on: Moment | None) -> DateRule:
    """Return the rule that finds the last day in force if a notice is given.

    Args:
        party: Who gives it.
        on: Its date; None for the first day on which it has effect.
    """

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        context = notice_context(evaluation, common, party, None if on is None else evaluation.legal_days(on))
        if context is None:
            return dated(evaluation, (), ENTERED)
        when = on
        why: tuple[Key, ...] = ()  # for the first possible day, why that is the first
        if when is None:
            day, first = _earliest(evaluation, context)
            when, why = moment(_text(day)), (first,)
        by = (party,) if party is not None else (evaluation.record.parties[0].id,)
        grounds = "as the clause requires" if context.clause.needs_ground else ""
        whose = Hypothesis.ANY_PARTY if party is None else Hypothesis.ITS_AUTHORS
        act = Act(id=_TRIED, kind=DENUNCIATION, by=by, dated=when, grounds=grounds, hypothetical=whose)
        tried = evaluation.with_act(act)
        terms, others = terms_for_all(tried, context.treaty), if_it_never_ended(common.standing)
        found = judged(tried, context.entry, context.treaty, terms, act, periods_of=others)
        if found.end is None:
            return dated(tried, (), *why, *found.conclusions, ENTERED)
        ends = [found.end] if context.end is None else [found.end, context.end]
        end = first_end(tried, ends, Key("exit"))
        assert end is not None
        return dated(tried, (end.last_day,), *why, *end.keys)

    return rule


def _text(days: Days) -> str:
    return str(days.first) if days.known else f"[{days.first}..{days.last}]"


def effect_of(notice: str, party: str | None) -> DateRule:
    """Return the rule that finds the last day in force by a notice of the record.

    Args:
        notice: The id of the notice.
        party: For whom, of several who gave it together; the first of them where None.
    """

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        act = evaluation.acts.get(notice)
        if act is None:
            return dated(evaluation, (), ENTERED)
        whose = None if releases_all(evaluation.record) else party or act.by[0]
        clause = evaluation.clause(Denunciation, party=whose)
        day = evaluation.legal_days(act.when() if clause is None else act.when(clause.runs_from))
        context = notice_context(evaluation, common, whose, day)
        if context is None:
            return _nothing(evaluation)
        terms = terms_for_all(evaluation, context.treaty)
        others = if_it_never_ended(common.standing)
        found = judged(evaluation, context.entry, context.treaty, terms, act, party=whose, periods_of=others)
        if found.end is None:
            return dated(evaluation, (), *found.conclusions)
        if context.end is not None and context.end.last_day.last < found.end.last_day.first:
            return _over(evaluation, found.end.key, context.end)
        return dated(evaluation, (found.end.last_day,), found.end.key)

    return rule


def windows_between(party: str | None, first: date, last: date) -> DateRule:
    """Return the rule that finds the windows that are open on any day between two."""

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        context = notice_context(evaluation, common, party)
        if context is None or context.clause.window is None:
            return _nothing(evaluation)
        found: list[Days | DayRange] = []
        roots = []
        for window in windows(evaluation, *measures(context), first):
            if window.opens.first > last or (context.end and window.opens.first > context.end.last_day.last):
                break
            given = evaluation.given_clause(context.clause)
            key = Key("window", number=window.number)
            begins = evaluation.derived(key, WINDOW, window.opens, given, *window.because)
            roots.append(evaluation.derived(Key("window closes", number=window.number), CLOSES, window.closes, begins))
            _one_more(found, (window.opens, window.closes))
        return dated(evaluation, tuple(found), *(roots or [ENTERED]))

    return rule


def _one_more(found: list[Days | DayRange], each: Days | DayRange) -> None:
    if len(found) == MOST_DATES:
        raise TooManyDatesError(MOST_DATES)
    found.append(each)


def renewals(until: date) -> DateRule:
    """Return the rule that finds the last day of each stretch of the term, up to the treaty's end and up to a day."""

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        if common.entry is None:
            return _nothing(evaluation)
        terms = terms_for_all(evaluation, common.entry)
        found: list[Days | DayRange] = []
        roots = []
        for block in _blocks(terms) if terms.runs else ():
            if block.last.first > until or (common.end is not None and block.last.first > common.end.last_day.last):
                break
            _one_more(found, block.last)
            roots.append(block.key)
        return dated(evaluation, tuple(found), *(roots or [ENTERED]))

    return rule


def _blocks(terms: Terms) -> Iterator[Block]:
    times = terms.renewals[0]
    for number in count() if times is None else range(times + 1):
        yield terms.block(number)
