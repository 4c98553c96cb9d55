"""The inverse questions: from when and until when notice can be given, and when an exit would take effect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.derive.end import End
from treatyclock.derive.ends.ending import first_end
from treatyclock.derive.entry import ENTERED, Entry
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.exit.by_notice import judged
from treatyclock.derive.exit.calendar_exits import fixed_day, windows
from treatyclock.derive.exit.lock_in import locked_in
from treatyclock.derive.findings import Findings
from treatyclock.derive.for_all import ForAll
from treatyclock.derive.histories import history
from treatyclock.derive.membership import releases_all
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.term import Block, Terms
from treatyclock.errors import OutOfRangeError, TooManyDatesError
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.exit import DENUNCIATION
from treatyclock.law.clauses.exit import Bars, Denunciation, ExitWhen
from treatyclock.law.subjects import Subject

LAST_NOTICE = Rule("last notice", "the last day for a notice is {value}")
FIRST_NOTICE = Rule("first notice", "a notice can have effect from {value} on")
WINDOW = Rule("window", "a time for notice begins on {value}")
CLOSES = Rule("window closes", "the last day of that time is {value}")
OVER = Rule("over by then", "by then it is no longer in force, so there is no such day")

DayRange = tuple[Days, Days]

MOST_DATES = 1000
"""Dates that one answer may list: windows and terms as short as days would fill books with years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What a question for dates comes to in one world.

    Attributes:
        days: The days, one after the other; none where there is no such day.
        roots: The keys of the conclusions that they rest on.
        findings: The reasons.
    """

    days: tuple[Days | DayRange, ...]
    roots: tuple[Key, ...]
    findings: Findings


DateRule = Callable[[Evaluation, ForAll], Dated]
"""Works out a date in one world, from what holds for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Footing:
    """What a State's notice is measured by.

    Attributes:
        clause: The clause.
        entry: The entry into force for it.
        end: The end of that period of being a party, by what is recorded; None if none is foreseen.
        treaty: The treaty's entry into force.
    """

    clause: Denunciation
    entry: Entry
    end: End | None
    treaty: Entry


def _footing(evaluation: Evaluation, common: ForAll, party: str | None, on: Days | None = None) -> _Footing | None:
    """Return what a State's notice on a day is measured by, or by its last membership if no day is given."""
    clause = evaluation.clause(Denunciation, party=party, on=on)
    if common.entry is None or clause is None:
        return None
    if party is None or releases_all(evaluation.record):
        return _Footing(clause=clause, entry=common.entry, end=common.end, treaty=common.entry)
    periods = history(evaluation, common, Subject((party,))).memberships
    if not periods:
        return None
    # The last period that had begun by that day; the first period if none had.
    begun = [period for period in periods if on is None or period.entry.day.first <= on.last]
    period = (begun or periods[:1])[-1]
    return _Footing(clause=clause, entry=period.entry, end=period.end, treaty=common.entry)


def _dated(evaluation: Evaluation, days: tuple[Days | DayRange, ...], *roots: Key) -> Dated:
    return Dated(days=days, roots=roots, findings=evaluation.findings)


def _nothing(evaluation: Evaluation) -> Dated:
    clause = evaluation.clause(Denunciation)
    return _dated(evaluation, (), ENTERED, *((evaluation.given_clause(clause),) if clause is not None else ()))


def _over(evaluation: Evaluation, key: Key, end: End) -> Dated:
    """Return that there is no such day, since the treaty is no longer in force by then."""
    return _dated(evaluation, (), evaluation.derived(Key("over"), OVER, None, key, end.key))


def last_timely_notice(party: str | None, at: date | None) -> DateRule:
    """Return the rule that finds the last day for a notice.

    Args:
        party: Whose notice; None where one notice ends the treaty for all.
        at: A day of the term in question, or one after which the window or the fixed day comes; the first for that
            State where None.
    """

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        footing = _footing(evaluation, common, party)
        if footing is None:
            return _nothing(evaluation)
        if at is not None and common.end is not None and common.end.last_day.last < at:
            return _dated(evaluation, (), common.end.key)
        clause, day = footing.clause, at or footing.entry.day.first
        given = evaluation.given_clause(clause)
        if clause.when is ExitWhen.END_OF_TERM:
            deadline = _deadline(Terms(evaluation, footing.treaty), day)
            return _nothing(evaluation) if deadline is None else _dated(evaluation, (deadline.last,), deadline.key)
        key = Key("last notice")
        if clause.when is ExitWhen.WINDOW:
            window = next(windows(evaluation, *_of(footing), day))
            made = evaluation.derived(key, LAST_NOTICE, window.closes, given, *window.because)
            return _dated(evaluation, (window.closes,), made)
        if clause.day is not None:
            last = Days.on(fixed_day(clause.day, day)[1])
            return _dated(evaluation, (last,), evaluation.derived(key, LAST_NOTICE, last, given))
        return _dated(evaluation, (), footing.entry.key, given)

    return rule


def _of(footing: _Footing) -> tuple[Denunciation, Entry, Entry]:
    return footing.clause, footing.entry, footing.treaty


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
        footing = _footing(evaluation, common, party)
        if footing is None:
            return _nothing(evaluation)
        day, key = _earliest(evaluation, footing)
        if footing.end is not None and footing.end.last_day.last < day.first:
            return _over(evaluation, key, footing.end)
        return _dated(evaluation, (day,), key)

    return rule


def _earliest(evaluation: Evaluation, footing: _Footing) -> tuple[Days, Key]:
    day, because = footing.entry.day, [footing.entry.key, evaluation.given_clause(footing.clause)]
    lock = locked_in(evaluation, *_of(footing))
    if lock is not None and lock.bars is Bars.NOTICE:
        day = Days.latest([day, lock.over])
        because += lock.because
    if footing.clause.when is ExitWhen.WINDOW:
        window = next(windows(evaluation, *_of(footing), day.first))
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
        footing = _footing(evaluation, common, party, None if on is None else evaluation.legal_days(on))
        if footing is None:
            return _dated(evaluation, (), ENTERED)
        when = moment(_text(_earliest(evaluation, footing)[0])) if on is None else on
        by = (party,) if party is not None else (evaluation.record.parties[0].id,)
        grounds = "as the clause requires" if footing.clause.needs_ground else ""
        act = Act(id=_TRIED, kind=DENUNCIATION, by=by, dated=when, grounds=grounds)
        tried = evaluation.with_act(act)
        found = judged(tried, footing.entry, footing.treaty, Terms(tried, footing.treaty), act)
        if found.end is None:
            return _dated(tried, (), *found.conclusions, ENTERED)
        ends = [found.end] if footing.end is None else [found.end, footing.end]
        end = first_end(tried, ends, Key("exit"))
        assert end is not None
        return _dated(tried, (end.last_day,), *end.keys)

    return rule


def _text(days: Days) -> str:
    return str(days.first) if days.known else f"[{days.first}..{days.last}]"


def effect_of(notice: str) -> DateRule:
    """Return the rule that finds the last day in force for who gave a notice of the record."""

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        act = evaluation.acts.get(notice)
        if act is None:
            return _dated(evaluation, (), ENTERED)
        party = None if releases_all(evaluation.record) else act.by[0]
        clause = evaluation.clause(Denunciation, party=party)
        day = evaluation.legal_days(act.when() if clause is None else act.when(clause.runs_from))
        footing = _footing(evaluation, common, party, day)
        if footing is None:
            return _nothing(evaluation)
        terms = Terms(evaluation, footing.treaty)
        found = judged(evaluation, footing.entry, footing.treaty, terms, act, party=party)
        if found.end is None:
            return _dated(evaluation, (), *found.conclusions)
        if footing.end is not None and footing.end.last_day.last < found.end.last_day.first:
            return _over(evaluation, found.end.key, footing.end)
        return _dated(evaluation, (found.end.last_day,), found.end.key)

    return rule


def windows_between(party: str | None, first: date, last: date) -> DateRule:
    """Return the rule that finds the windows that are open on any day between two."""

    def rule(evaluation: Evaluation, common: ForAll) -> Dated:
        footing = _footing(evaluation, common, party)
        if footing is None or footing.clause.window is None:
            return _nothing(evaluation)
        found: list[Days | DayRange] = []
        roots = []
        for window in windows(evaluation, *_of(footing), first):
            if window.opens.first > last or (footing.end and window.opens.first > footing.end.last_day.last):
                break
            given = evaluation.given_clause(footing.clause)
            key = Key("window", number=window.number)
            begins = evaluation.derived(key, WINDOW, window.opens, given, *window.because)
            roots.append(evaluation.derived(Key("window closes", number=window.number), CLOSES, window.closes, begins))
            _one_more(found, (window.opens, window.closes))
        return _dated(evaluation, tuple(found), *(roots or [ENTERED]))

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
        terms = Terms(evaluation, common.entry)
        found: list[Days | DayRange] = []
        roots = []
        for block in _blocks(terms) if terms.runs else ():
            if block.last.first > until or (common.end is not None and block.last.first > common.end.last_day.last):
                break
            _one_more(found, block.last)
            roots.append(block.key)
        return _dated(evaluation, tuple(found), *(roots or [ENTERED]))

    return rule


def _blocks(terms: Terms) -> Iterator[Block]:
    times = terms.renewals[0]
    for number in count() if times is None else range(times + 1):
        yield terms.block(number)
