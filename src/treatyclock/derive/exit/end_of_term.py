"""Exit at the end of the term, or of a renewed one, by a notice in time for it."""

from __future__ import annotations

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.case import Case
from treatyclock.derive.ends import End, end_of_block, ending_at, ending_with, latest_end
from treatyclock.derive.exit.notice import BY_CLAUSE, Notice, after_notice, futile
from treatyclock.derive.reasons import Rule
from treatyclock.derive.term import Terms
from treatyclock.errors import OutOfRangeError
from treatyclock.law.clauses.term import Renewal
from treatyclock.truth import Truth

IN_TIME = Rule("notice in time", "the notice was in time, and by it the last day in force is {value}", BY_CLAUSE)
LATE = Rule("notice late", "the notice was too late to have any effect", BY_CLAUSE)
WAITS = Rule("notice waits", "the notice cannot end the treaty before its term does, so the end is that of {value}")
NO_TERM = Rule(
    "notice without term",
    "there is no term for whose end the notice could be given, so it has no effect",
    BY_CLAUSE,
)


def at_end_of_term(case: Case, terms: Terms, notice: Notice) -> End | None:
    """Derive the end with the first term that a notice is in time for; None if it is in time for none."""
    clause = notice.clause
    if not terms.runs:
        futile(case, notice, NO_TERM)
        return None
    number, conventions = _block_met(case, terms, notice)
    if number is not None:
        block, deadline = terms.block(number), terms.deadline(number)
        because = (notice.given[1], deadline.key, block.key, *conventions)
        key = case.derived(notice.name, IN_TIME, block.last, *because, subject=notice.act)
        if block.until is not None:
            return ending_at(case, block.until, key, notice.act)
        return ending_with(case, block.last, key, notice.act)
    times = terms.renewals[0] or 0
    missed, renewal = terms.deadline(times), case.record.clause(Renewal)
    if renewal is None or not renewal.then_indefinite:
        futile(case, notice, LATE, missed.key, *conventions)
        return None
    period = clause.notice if clause.notice_when_indefinite is None else clause.notice_when_indefinite
    end = after_notice(case, notice, period, missed.key)
    # It was late for the running term, so it cannot end the treaty before that term does.
    term = terms.block(times)
    floor = end_of_block(case, term)
    if floor.at[1] <= end.at[0]:
        return end
    last = Days.latest([end.last_day, floor.last_day])
    key = case.derived(f"{notice.name}:waits", WAITS, last, end.key, term.key, subject=notice.act)
    return latest_end(end, floor, key)


def _block_met(case: Case, terms: Terms, notice: Notice) -> tuple[int | None, tuple[str, ...]]:
    """Return the first block whose deadline the notice meets, None if it meets none; and the conventions used."""
    times, _ = terms.renewals
    number = terms.first_block(lambda each: _in_time(case, terms, each, notice.when)[0] is not Truth.NO)
    if number is None:
        assert times is not None
        return None, _in_time(case, terms, times, notice.when)[1]
    keys: tuple[str, ...] = ()
    while times is None or number <= times:
        truth, keys = _in_time(case, terms, number, notice.when)
        name = f"{notice.label} in time for the end of term {number + 1}"
        if case.choices.settle(truth, name, f"was {name}?"):
            return number, keys
        number += 1
    return None, keys


def _in_time(case: Case, terms: Terms, number: int, when: Moment) -> tuple[Truth, tuple[str, ...]]:
    try:
        return case.by_end_of(when, terms.deadline(number).last)
    except OutOfRangeError:  # a block past year 9999 is past every notice
        return Truth.YES, ()
