"""A later day that a notice names, where the clause lets a State leave only with a term or on a yearly day.

A State leaves only as the treaty provides (Vienna Convention arts. 42(2) and 54(a)), so such a day counts by itself
only where it is such an end. Otherwise no rule says what the notice comes to, and it is a question of fact: the notice
is one for the first such end that is not before its day, or its day counts for nothing.
"""

from __future__ import annotations

from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_with_block
from treatyclock.derive.exit.calendar_exits import yearly_end_from
from treatyclock.derive.exit.end_of_term import (
    IN_TIME,
    IN_TIME_LATER,
    first_block_up_to,
    reaches,
)
from treatyclock.derive.exit.notice import BY_CLAUSE, Notice, NoticeEffect, after_notice
from treatyclock.derive.exit.term_changed import period_once_indefinite
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Rule
from treatyclock.derive.reasoning.timing import eve, later
from treatyclock.derive.term.term import Terms
from treatyclock.law.clauses.exit import ExitWhen
from treatyclock.truth import Truth

NEXT_TO_NAMED = Rule(
    "next end to the named date",
    "the clause lets nobody leave on the later date that the notice names, so the notice counts for the next end that "
    "the clause allows, and the last day in force is {end}",
    "no rule says whether it does: Vienna Convention on the Law of Treaties, arts. 42(2) and 54(a), let a State leave "
    "only as the treaty provides",
)
NAMED_TERM = Rule(
    "named end of a term",
    "the notice names the last day of a term, with which the clause lets a State leave, so the last day in force is "
    "{value}",
    BY_CLAUSE,
)


def bound_to(notice: Notice, effect: NoticeEffect) -> ExitWhen | None:
    """Return what the clause binds the end by a notice to, a term or a yearly day; None for neither."""
    if notice.clause.when is ExitWhen.FIXED_DAY or effect.rule in {IN_TIME, IN_TIME_LATER}:
        return notice.clause.when
    return None


def instead_of_named(
    evaluation: Evaluation, terms: Terms, notice: Notice, effect: NoticeEffect, end: End
) -> End | None:
    """Return the end where a notice names a later day on which the clause lets nobody leave; None where it does."""
    day, by = notice.act.effective, bound_to(notice, effect)
    if day is None or by is None:
        return None
    if by is ExitWhen.FIXED_DAY:
        yearly = yearly_end_from(evaluation, notice, evaluation.days_there(day))
        return _unless_admissible(evaluation, terms, notice, end, yearly, by=by)
    with_term = _with_the_term_named(evaluation, terms, notice, day)
    if with_term is not None:
        return _in_place_of(evaluation, notice, end, with_term, NAMED_TERM)
    found = _term_end_from(evaluation, terms, notice, day)
    return None if found is None else _unless_admissible(evaluation, terms, notice, end, found, by=by)


def _unless_admissible(
    evaluation: Evaluation, terms: Terms, notice: Notice, end: End, found: End, *, by: ExitWhen
) -> End | None:
    """Return the end by the next day on which one may leave, or by the clause; None where the named day is one."""
    day = notice.act.effective
    assert day is not None
    fact = f"{notice.act.id} to name a day on which the clause lets a State leave"
    admissible = _ends_with(evaluation, day, end.last_day) | _ends_with(evaluation, day, found.last_day)
    if by is ExitWhen.END_OF_TERM:
        admissible |= _after_a_term(evaluation, terms, day)
    if found.named is not None and day.wall is None:
        admissible |= _alike(day.days, found.named)
    if evaluation.settle(admissible, fact, about=(notice.act,)):
        return None
    if found.last_day == end.last_day:
        return end
    fact = f"{notice.act.id} to count for the first end of a term not before the day that it names"
    if by is ExitWhen.FIXED_DAY:
        fact = f"{notice.act.id} to count for the first yearly day not before the day that it names"
    text = f"does {notice.act.id}, which names a day on which nobody can leave, count for the next end after that day?"
    if not evaluation.settle(Truth.UNKNOWN, fact, text, about=(notice.act,)):
        return end
    return _in_place_of(evaluation, notice, end, found, NEXT_TO_NAMED)


def _in_place_of(evaluation: Evaluation, notice: Notice, end: End, found: End, rule: Rule) -> End:
    """Return an end as what the notice brings, in place of the one that the clause alone would give."""
    given = () if notice.resumed is None else (evaluation.given_act(notice.act),)
    because = tuple(dict.fromkeys((end.key, *given, found.key)))
    key = evaluation.derived(notice.about("named"), rule, found.last_day, *because)
    return replace(found, key=key, notice=notice.act, deadline=end.deadline)


def _with_the_term_named(evaluation: Evaluation, terms: Terms, notice: Notice, day: Moment) -> End | None:
    """Return the end with the term whose last day a notice names; None where it names no such day.

    Be a day that is named the first out or the last in force, this one is in force: on its eve nobody may leave.
    """
    number = None if day.wall is not None else first_block_up_to(evaluation, terms, notice, day.days)
    if number is None:
        return None
    block = terms.block(number)
    fact = f"{notice.act.id} to name the last day of term {number + 1}"
    same = evaluation.settle(_alike(day.days, block.last), fact, about=(notice.act,))
    return replace(ending_with_block(evaluation, block), named=day.days) if same else None


def _term_end_from(evaluation: Evaluation, terms: Terms, notice: Notice, day: Moment) -> End | None:
    """Return the first end of a term not before a day, or else the last; None where the term is over for good by then.

    A treaty that goes on without a term can be left on any day, once the period for that has run from the notice.
    """
    named = evaluation.days_there(day)
    number = first_block_up_to(evaluation, terms, notice, named)
    if number is not None:
        return ending_with_block(evaluation, terms.block(number))
    last = ending_with_block(evaluation, terms.block(terms.renewals[0] or 0))
    period = period_once_indefinite(evaluation, terms, notice)
    if period is None or _ends_with(evaluation, day, last.last_day) is Truth.YES:
        return last
    due = after_notice(evaluation.aside(), notice, period).end
    assert due is not None
    return None if due.last_day.last <= named.first else replace(due, key=last.key)


def _after_a_term(evaluation: Evaluation, terms: Terms, day: Moment) -> Truth:
    """Whether a day is the one after a term."""
    eves = evaluation.days_there(day).map(eve)
    number = terms.first_block(lambda each: reaches(terms, each, eves) is not Truth.NO)
    return Truth.NO if number is None else _ends_with(evaluation, day, terms.block(number).last)


def _ends_with(evaluation: Evaluation, day: Moment, last: Days) -> Truth:
    """Whether a day is the last one in force or the one after it; an hour, whether it is the midnight between them."""
    if day.wall is None:
        return _alike(day.days, last) | _alike(day.days, last.map(later))
    at, over = evaluation.happening(day), evaluation.end_of(last)[0]
    if at.latest < over.earliest or over.latest < at.earliest:
        return Truth.NO
    return Truth.YES if at == over and at.earliest == at.latest else Truth.UNKNOWN


def _alike(one: Days, other: Days) -> Truth:
    """Whether two days are the same."""
    if one.known and other.known:
        return Truth.of(one == other)
    return Truth.UNKNOWN if one.first <= other.last and other.first <= one.last else Truth.NO
