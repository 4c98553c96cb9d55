"""How the treaty ends: its term runs out, a notice takes effect, or a reading admits another end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from treatyclock.civil.days import Days
from treatyclock.civil.moments import Moment
from treatyclock.civil.periods import Period
from treatyclock.derive.case import Case, Span, span_text
from treatyclock.derive.entry import Entry
from treatyclock.derive.term import Terms
from treatyclock.errors import OutOfRangeError
from treatyclock.law.acts import Act, ActKind
from treatyclock.law.clauses import Denunciation, ExitWhen
from treatyclock.law.readings import NOTICE_FIRST_DAY
from treatyclock.truth import Truth

_BY_CLAUSE = "Vienna Convention on the Law of Treaties, art. 54(a)"
_NO_CLAUSE = "Vienna Convention on the Law of Treaties, art. 56(1)"
_NOT_YET = "Vienna Convention on the Law of Treaties, art. 24(4): before entry only clauses on entry itself apply"
_TAKEN_BACK = "Vienna Convention on the Law of Treaties, art. 68"
_WAR = "Vienna Convention on the Law of Treaties, art. 73: left open; only this reading admits it"


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One way in which the treaty ends.

    Attributes:
        at: The first instant at which it is no longer in force, or the range it lies in.
        last_day: Its last day in force, or the day in which it ended.
        key: The reason.
        at_hour: Whether it ends at an hour of its own rather than with a day.
    """

    at: Span
    last_day: Days
    key: str
    at_hour: bool = False


def ends(case: Case, entry: Entry) -> tuple[End, ...]:
    """Derive every end that the record gives the treaty; the earliest is the one that happens."""
    terms = Terms(case, entry)
    found = [_term_runs_out(case, terms)]
    clause = case.record.denunciation
    if clause is not None and clause.when is ExitWhen.END_OF_TERM and terms.anchor is not None:
        terms.deadline(0)  # a date that people ask for, whether or not a notice was given
    for notice in case.acts(ActKind.DENUNCIATION):
        found.append(_by_notice(case, entry, terms, notice))
    for act in case.acts(ActKind.WAR, ActKind.REPUDIATION, ActKind.EXTINCTION):
        at = span_text(case.happening(act.when()))
        because = ("reading", case.given_act(act))
        key = case.derived(f"end:{act.id}", "admitted", at, *because, subject=act, law=_WAR)
        found.append(_at_hour(case, act.when(), key))
    return tuple(end for end in found if end is not None)


def _ending_with(case: Case, last: Days, key: str) -> End:
    at, _ = case.end_of(last)
    return End(at=at, last_day=last, key=key)


def _at_hour(case: Case, when: Moment, key: str) -> End:
    return End(at=case.happening(when), last_day=_day_of_last_instant(when), key=key, at_hour=True)


def _day_of_last_instant(when: Moment) -> Days:
    return when.days if when.wall is None else Days.on((when.wall - timedelta(microseconds=1)).date())


def _term_runs_out(case: Case, terms: Terms) -> End | None:
    if terms.anchor is None:
        return None
    renewal = case.record.renewal
    times, prolonged = terms.renewals
    if times is None or (renewal is not None and renewal.then_indefinite):
        block = terms.block(times or 0)
        case.derived("goes_on", "goes on", None, block.key, *prolonged or (case.given_clause("renewal"),))
        return None
    block = terms.block(times)
    return _ending_with(case, block.last, block.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Notice:
    """A denunciation under a clause that allows it: the act, the date that counts, and the reason for both."""

    act: Act
    clause: Denunciation
    when: Moment
    given: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"notice:{self.act.id}"


def _by_notice(case: Case, entry: Entry, terms: Terms, act: Act) -> End | None:
    given = case.given_act(act)
    clause = case.record.denunciation
    if clause is None:
        case.derived(f"notice:{act.id}", "no exit clause", False, given, subject=act, law=_NO_CLAUSE)
        return None
    stated = case.given_clause("denunciation")
    notice = _Notice(act=act, clause=clause, when=act.when(clause.runs_from), given=(stated, given))
    in_force = entry.day.not_after(case.legal_days(notice.when))
    text = f"was it in force when {act.id} was given?"
    if not case.choices.settle(in_force, f"in force when {act.id} was given", text):
        _futile(case, notice, "notice before entry", entry.key)
        return None
    end = _effect(case, terms, notice)
    return None if end is None or _rescinded(case, notice, end) else end


def _futile(case: Case, notice: _Notice, rule: str, *because: str) -> None:
    law = _NOT_YET if rule == "notice before entry" else _BY_CLAUSE
    case.derived(notice.name, rule, False, *notice.given, *because, subject=notice.act, law=law)


def _effect(case: Case, terms: Terms, notice: _Notice) -> End | None:
    clause = notice.clause
    if clause.when is ExitWhen.ANY_TIME:
        return _after_notice(case, notice, clause.notice)
    if terms.anchor is None:
        _futile(case, notice, "notice without term")
        return None
    number, conventions = _block_met(case, terms, notice)
    if number is not None:
        block, deadline = terms.block(number), terms.deadline(number)
        because = (notice.given[1], deadline.key, block.key, *conventions)
        key = case.derived(notice.name, "notice in time", block.last, *because, subject=notice.act, law=_BY_CLAUSE)
        return _ending_with(case, block.last, key)
    times = terms.renewals[0] or 0
    missed, renewal = terms.deadline(times), case.record.renewal
    if renewal is None or not renewal.then_indefinite:
        _futile(case, notice, "notice late", missed.key, *conventions)
        return None
    period = clause.notice if clause.notice_when_indefinite is None else clause.notice_when_indefinite
    end = _after_notice(case, notice, period, missed.key)
    # It was late for the running term, so it cannot end the treaty before that term does.
    term = terms.block(times)
    floor = _ending_with(case, term.last, term.key)
    if floor.at[1] <= end.at[0]:
        return end
    last = Days.latest([end.last_day, floor.last_day])
    key = case.derived(f"{notice.name}:waits", "notice waits", last, end.key, term.key, subject=notice.act)
    at = (max(end.at[0], floor.at[0]), max(end.at[1], floor.at[1]))
    return End(at=at, last_day=last, key=key, at_hour=end.at_hour and at == end.at)


def _after_notice(case: Case, notice: _Notice, period: Period, *because: str) -> End:
    if not period:
        at = span_text(case.happening(notice.when))
        because = (*notice.given, *because)
        key = case.derived(notice.name, "notice at once", at, *because, subject=notice.act, law=_BY_CLAUSE)
        return _at_hour(case, notice.when, key)
    counts, convention = case.first_day_counts(NOTICE_FIRST_DAY, notice.clause.first_day_counts)
    last, policy = case.last_day(case.legal_days(notice.when), period, first_day_counts=counts)
    because = (*notice.given, *because, convention, *policy)
    key = case.derived(notice.name, "notice runs", last, *because, subject=notice.act, law=_BY_CLAUSE)
    return _ending_with(case, last, key)


def _block_met(case: Case, terms: Terms, notice: _Notice) -> tuple[int | None, tuple[str, ...]]:
    """Return the first block whose deadline the notice meets, None if it meets none; and the conventions used.

    Deadlines rise from block to block, so the first that is not missed is found by halving.
    """
    times, _ = terms.renewals
    missed = -1
    step = 1
    while True:
        number = missed + step if times is None else min(missed + step, times)
        truth, keys = _in_time(case, terms, number, notice.when)
        if truth is not Truth.NO:
            break
        missed = number
        if number == times:
            return None, keys
        step *= 2
    while number - missed > 1:
        middle = (missed + number) // 2
        if _in_time(case, terms, middle, notice.when)[0] is Truth.NO:
            missed = middle
        else:
            number = middle
    while times is None or number <= times:
        truth, keys = _in_time(case, terms, number, notice.when)
        name = f"{notice.act.id} in time for the end of term {number + 1}"
        if case.choices.settle(truth, name, f"was {name}?"):
            return number, keys
        number += 1
    return None, keys


def _in_time(case: Case, terms: Terms, number: int, when: Moment) -> tuple[Truth, tuple[str, ...]]:
    try:
        return case.by_end_of(when, terms.deadline(number).last)
    except OutOfRangeError:  # a block past year 9999 is past every notice
        return Truth.YES, ()


def _rescinded(case: Case, notice: _Notice, end: End) -> bool:
    for act in case.acts(ActKind.RESCISSION):
        if act.of != notice.act.id:
            continue
        first, last = case.happening(act.when(notice.clause.runs_from))
        truth = Truth.YES if last < end.at[0] else Truth.NO if first >= end.at[1] else Truth.UNKNOWN
        name = f"rescission:{act.id}"
        fact = f"{act.id} before {notice.act.id} took effect"
        in_time = case.choices.settle(truth, fact, f"was {fact}?")
        rule = "rescinded" if in_time else "rescinded late"
        case.derived(name, rule, in_time, end.key, case.given_act(act), subject=act, law=_TAKEN_BACK)
        if in_time:
            return True
    return False
