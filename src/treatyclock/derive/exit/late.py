"""A notice too late for a term after which the treaty goes on without one."""

from __future__ import annotations

from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.civil.periods import Period
from treatyclock.derive.ends.ending import ending_with, ending_with_block, latest_end
from treatyclock.derive.exit.notice import (
    BY_CLAUSE,
    Notice,
    NoticeEffect,
    after_notice,
    without_effect,
)
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import MissedDeadline
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import later
from treatyclock.derive.term.term_as_written import Block
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.conventions.exit import FROM_THE_TERM, LATE_NOTICE, WITHOUT_EFFECT
from treatyclock.truth import Truth

LATE = Rule("notice late", "the notice was too late to have any effect", BY_CLAUSE)
WAITS = Rule("notice waits", "the notice cannot end the treaty before the term ends, so the last day in force is {end}")
RUNS_FROM_TERM = Rule(
    "notice runs from the term",
    "the notice was too late for the term, and its period runs from the end of that term, so the last day in force is "
    "{end}",
    BY_CLAUSE,
)


def once_indefinite(
    evaluation: Evaluation,
    notice: Notice,
    period: Period,
    term: Block,
    because: tuple[Key, ...],
    *,
    deadline: Days,
    missed: MissedDeadline,
    lifted: bool = False,
) -> NoticeEffect:
    """Derive what comes of a notice too late for the last term, where the treaty then goes on without a term.

    Law: a notice given once there is no term runs from its own day. No rule says what becomes of one that was given
    before: its period may run from the notice, though it cannot end the treaty before that term ends; or from the end
    of the term, as if it were given then; or a new notice is needed.

    Args:
        evaluation: The evaluation.
        notice: The notice.
        period: The period of notice once there is no term.
        term: The last stretch of the term.
        because: Why it was too late.
        deadline: The last day for a notice for the end of that stretch.
        missed: The same, with the end.
        lifted: Whether a conference lifted that term after the notice.
    """
    in_the_term, keys = _by_the_end(evaluation, notice, term)
    if not evaluation.settle(in_the_term, f"{notice.label} before the term had ended", about=(notice.act,)):
        return after_notice(evaluation, notice, period, *because, *keys, deadline=deadline, missed=missed)
    answer, convention = evaluation.ask(LATE_NOTICE, notice.clause)
    because = tuple(dict.fromkeys((*because, *keys, convention)))
    if answer == WITHOUT_EFFECT:
        return without_effect(evaluation, notice, LATE, *because, missed=missed)
    if answer == FROM_THE_TERM:
        return replace(_from_the_term(evaluation, notice, period, term, because), missed=missed)
    effect = after_notice(evaluation, notice, period, *because, deadline=deadline, missed=missed)
    if lifted:
        return effect  # there is no end of that term any more for which it could wait
    end, floor = effect.end, ending_with_block(evaluation, term)
    assert end is not None
    # It was late for the running term, so it cannot end the treaty before that term does.
    if floor.at.latest <= end.at.earliest:
        return effect
    last = Days.latest([end.last_day, floor.last_day])
    key = evaluation.derived(notice.about("waits"), WAITS, last, end.key, term.key)
    return replace(effect, end=latest_end(end, floor, key))


def _by_the_end(evaluation: Evaluation, notice: Notice, term: Block) -> tuple[Truth, tuple[Key, ...]]:
    """Tell whether a notice was given before a term had ended: with its last day, or at its hour."""
    if term.until is None:
        return evaluation.by_end_of(notice.when, term.last)
    given, over = evaluation.happening(notice.when), evaluation.happening(term.until)
    if given.latest < over.earliest:
        return Truth.YES, ()
    return (Truth.NO if given.earliest >= over.latest else Truth.UNKNOWN), ()


def _from_the_term(
    evaluation: Evaluation,
    notice: Notice,
    period: Period,
    term: Block,
    because: tuple[Key, ...],
) -> NoticeEffect:
    """The first day without a term is the first of the period, as of a term that follows another."""
    last, policy = term.last, tuple[Key, ...]()
    if period:
        last, policy = evaluation.last_day(term.last.map(later), period, Denunciation, first_day_counts=True)
    key = evaluation.derived(notice.key, RUNS_FROM_TERM, last, *notice.given, *because, term.key, *policy)
    end = ending_with(evaluation, last, key, notice=notice.act)
    return NoticeEffect(key=key, rule=RUNS_FROM_TERM, value=last, end=end, begins=term.last.map(later))
