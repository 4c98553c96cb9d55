"""A time in which nobody may leave: it keeps back the notice, or only its effect."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_with, latest_end
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.notice import BY_CLAUSE, Notice, NoticeEffect, without_effect
from treatyclock.derive.overlays.applied_from import counted_since
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import eve, later
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.exit_times import Bars
from treatyclock.law.conventions.exit import LOCK_IN
from treatyclock.law.conventions.first_days import LOCK_IN_FIRST_DAY

LOCKED_IN = Rule("notice barred", "no notice could be given before {value}, so the notice has no effect", BY_CLAUSE)
LOCKED_UNTIL = Rule(
    "exit barred", "no exit can take effect before that time is over, so the last day in force is {end}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedIn:
    """What nobody may do up to a day.

    Attributes:
        bars: What is barred.
        over: The first day on which it is not barred any more.
        because: The reasons.
    """

    bars: Bars
    over: Days
    because: tuple[Key, ...]


def locked_in(evaluation: Evaluation, clause: Denunciation, entry: Entry, treaty: Entry) -> LockedIn | None:
    """Return what is barred and up to which day; None where nothing is.

    Args:
        evaluation: The evaluation.
        clause: The clause.
        entry: The entry into force for the State.
        treaty: That of the treaty.
    """
    lock = clause.lock_in
    if lock is None:
        return None
    since, why = counted_since(evaluation, lock.since, entry, treaty)
    answer, key = evaluation.ask(LOCK_IN, clause)
    # The day of the same number is the first free one where the first day counts, and else the last of the lock-in.
    over, policy = evaluation.last_day(since, lock.lasts, Denunciation, first_day_counts=False)
    counts, convention = evaluation.first_day_counts(LOCK_IN_FIRST_DAY, clause)
    if not counts:
        over = over.map(later)
    return LockedIn(bars=Bars(answer), over=over, because=(why, key, convention, *policy))


def barred(evaluation: Evaluation, notice: Notice) -> NoticeEffect | None:
    """Return the lack of effect of a notice that could not be given yet; None for one that could."""
    lock = locked_in(evaluation, notice.clause, notice.entry, notice.treaty)
    if lock is None or lock.bars is not Bars.NOTICE:
        return None
    fact = f"{notice.label} after the time in which no notice can be given"
    if evaluation.settle(evaluation.from_start_of(notice.when, lock.over)[0], fact, about=(notice.act,)):
        return None
    return without_effect(evaluation, notice, LOCKED_IN, *lock.because, value=lock.over)


def unlocked(evaluation: Evaluation, notice: Notice, end: End) -> End | Key:
    """Put off an end that a lock-in keeps back."""
    lock = locked_in(evaluation, notice.clause, notice.entry, notice.treaty)
    if lock is None or lock.bars is not Bars.EXIT:
        return end
    # Dates compare as printed, hours as instants.
    if end.at_hour and evaluation.start_of(lock.over)[0].latest <= end.at.earliest:
        return end
    if not end.at_hour and lock.over.last <= end.last_day.first:
        return end
    # The first day on which a notice could be given is the first day out, so the day before is the last in force.
    locked = lock.over.map(eve)
    last = Days.latest([end.last_day, locked])
    key = evaluation.derived(notice.about("locked"), LOCKED_UNTIL, last, end.key, *lock.because)
    return latest_end(end, ending_with(evaluation, locked, key), key)
