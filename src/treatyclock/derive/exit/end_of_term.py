"""Exit at the end of the term, or of a renewed one, by a notice in time for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.derive.ends.ending import ending_at_hour_of, ending_with, ending_with_block
from treatyclock.derive.exit.late import LATE, once_indefinite
from treatyclock.derive.exit.notice import (
    BY_CLAUSE,
    RUNS,
    Notice,
    NoticeEffect,
    after_notice,
    remaining,
    without_effect,
)
from treatyclock.derive.exit.term_changed import once_lifted, period_once_indefinite, superseded
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import MissedDeadline
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.term.term import Terms
from treatyclock.errors import OutOfRangeError
from treatyclock.law.acts.act import Act
from treatyclock.truth import Truth

IN_TIME = Rule("notice in time", "the notice was in time, and by it the last day in force is {end}", BY_CLAUSE)
IN_TIME_LATER = Rule(
    "notice in time later",
    "the notice was too late for the term before and in time for the next, and by it the last day in force is {end}",
    BY_CLAUSE,
)
NEXT_END = Rule(
    "next end of a term",
    "that term was over when the notice was taken up again, so the notice stands for the term that ran then, and the "
    "last day in force is {end}",
    BY_CLAUSE,
)
OVER = Rule("term over", "the notice was taken up again only after the term had ended, so it has no effect", BY_CLAUSE)
NO_TERM = Rule(
    "notice without term",
    "no term is running, so a notice for the end of a term has no effect",
    BY_CLAUSE,
)


def at_end_of_term(evaluation: Evaluation, terms: Terms, notice: Notice) -> NoticeEffect:
    """Derive what comes of a notice for the end of a term: the first term that it is in time for ends the treaty."""
    if not terms.runs:
        return without_effect(evaluation, notice, NO_TERM, *terms.waits_for)
    if (without_term := once_lifted(evaluation, terms, notice)) is not None:
        return without_term
    number, conventions = _block_met(evaluation, terms, notice)
    if number is not None:
        none = superseded(evaluation, terms, notice)
        return none or _in_time(evaluation, terms, notice, number, conventions)
    times = terms.renewals[0] or 0
    deadline, term = terms.deadline(times), terms.block(times)
    missed = MissedDeadline(deadline=deadline.last, end=term.last)
    period = period_once_indefinite(evaluation, terms, notice)
    if period is None:
        return without_effect(evaluation, notice, LATE, deadline.key, *conventions, missed=missed)
    none = superseded(evaluation, terms, notice)
    if none is not None:
        return none
    because = (deadline.key, *conventions)
    return once_indefinite(
        evaluation,
        notice,
        period,
        term,
        because,
        deadline=deadline.last,
        missed=missed,
        lifted=terms.lifted is not None,
    )


def reaches(terms: Terms, number: int, day: Days) -> Truth:
    """Whether a block ends no earlier than a day."""
    try:
        return day.not_after(terms.block(number).last)
    except OutOfRangeError:  # a block past year 9999 is past every day
        return Truth.YES


def first_block_up_to(evaluation: Evaluation, terms: Terms, notice: Notice, day: Days) -> int | None:
    """Return the first block that ends no earlier than a day that a notice names; None where all do."""
    number = terms.first_block(lambda each: reaches(terms, each, day) is not Truth.NO)
    times = terms.renewals[0]
    while number is not None and (times is None or number <= times):
        fact = f"the day that {notice.act.id} names by the end of term {number + 1}"
        if evaluation.settle(reaches(terms, number, day), fact, about=(notice.act,)):
            return number
        number += 1
    return None


def _in_time(
    evaluation: Evaluation, terms: Terms, notice: Notice, number: int, conventions: tuple[Key, ...]
) -> NoticeEffect:
    block, deadline = terms.block(number), terms.deadline(number)
    because = (*notice.given[1:], deadline.key, block.key, *conventions)
    missed, rule = None, IN_TIME
    if number:
        before, rule = terms.deadline(number - 1), IN_TIME_LATER
        because = (*because, before.key)
        missed = MissedDeadline(deadline=before.last, end=terms.block(number - 1).last)
    key = evaluation.derived(notice.key, rule, block.last, *because)
    if block.until is not None:
        end = ending_at_hour_of(evaluation, block, block.until, key, notice=notice.act, deadline=deadline.last)
    else:
        named = block.last if block.named else None
        end = ending_with(evaluation, block.last, key, named=named, notice=notice.act, deadline=deadline.last)
    return NoticeEffect(key=key, rule=rule, value=block.last, end=end, missed=missed)


def at_next_end(
    evaluation: Evaluation, terms: Terms, notice: Notice, *, given: Notice, pauses: Sequence[tuple[Act, Act]]
) -> NoticeEffect:
    """Derive what comes of a notice that was in time, but taken up again only after that term: the next end counts.

    Args:
        evaluation: The evaluation.
        terms: The treaty's term.
        notice: The notice as taken up again.
        given: The notice as it was given.
        pauses: The acts that suspended it, each with the one that took it up again, in their order.
    """
    assert notice.resumed is not None
    taken_up = evaluation.given_act(notice.resumed)
    number = _first_ending_after(evaluation, terms, notice)
    if number is not None:
        block = terms.block(number)
        key = evaluation.derived(notice.key, NEXT_END, block.last, given.key, taken_up, block.key)
        end = ending_with_block(evaluation, block)
        return NoticeEffect(key=key, rule=NEXT_END, value=block.last, end=replace(end, key=key, notice=notice.act))
    term = terms.block(terms.renewals[0] or 0)
    period = period_once_indefinite(evaluation, terms, notice)
    if period is None:
        return without_effect(evaluation, notice, OVER, term.key, taken_up)
    if not period:
        return after_notice(evaluation, notice, period, term.key)
    # What had run of the period before each suspension counts.
    ran = after_notice(evaluation.aside(), given, period)
    assert ran.end is not None
    *earlier, (stopped, _) = pauses
    due = ran.end.last_day
    for pause in earlier:
        due = remaining(evaluation, given, due, pause)
    acts = tuple(evaluation.given_act(act) for pause in (*earlier, (stopped,)) for act in pause)
    if due.last < evaluation.legal_days(stopped.when(notice.which)).first:
        return after_notice(evaluation, notice, Period(), term.key, *acts)  # nothing is left
    last = remaining(evaluation, given, due, pauses[-1])
    key = evaluation.derived(notice.key, RUNS, last, *notice.given, term.key, *acts, taken_up)
    return NoticeEffect(key=key, rule=RUNS, value=last, end=ending_with(evaluation, last, key, notice=notice.act))


def _first_ending_after(evaluation: Evaluation, terms: Terms, notice: Notice) -> int | None:
    """Return the first block that was not yet over when a notice was taken up again; None where all were."""
    number = terms.first_block(lambda each: _lasts(evaluation, terms, each, notice.when) is not Truth.NO)
    times = terms.renewals[0]
    while number is not None and (times is None or number <= times):
        fact = f"{notice.label} before the end of term {number + 1}"
        if evaluation.settle(_lasts(evaluation, terms, number, notice.when), fact, about=(notice.act,)):
            return number
        number += 1
    return None


def _lasts(evaluation: Evaluation, terms: Terms, number: int, when: Moment) -> Truth:
    try:
        return evaluation.by_end_of(when, terms.block(number).last)[0]
    except OutOfRangeError:  # a block past year 9999 is past every act
        return Truth.YES


def _block_met(evaluation: Evaluation, terms: Terms, notice: Notice) -> tuple[int | None, tuple[Key, ...]]:
    """Return the first block whose deadline the notice meets, None if it meets none; and the conventions used."""
    times, _ = terms.renewals
    number = terms.first_block(lambda each: _meets(evaluation, terms, each, notice.when)[0] is not Truth.NO)
    if number is None:
        assert times is not None
        return None, _meets(evaluation, terms, times, notice.when)[1]
    keys: tuple[Key, ...] = ()
    while times is None or number <= times:
        truth, keys = _meets(evaluation, terms, number, notice.when)
        if evaluation.settle(truth, f"{notice.label} in time for the end of term {number + 1}", about=(notice.act,)):
            return number, keys
        number += 1
    return None, keys


def _meets(evaluation: Evaluation, terms: Terms, number: int, when: Moment) -> tuple[Truth, tuple[Key, ...]]:
    try:
        return evaluation.by_end_of(when, terms.deadline(number).last)
    except OutOfRangeError:  # a block past year 9999 is past every notice
        return Truth.YES, ()
