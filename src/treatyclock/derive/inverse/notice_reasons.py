"""Why a notice has no effect, or a later one: by the rule that the evaluation went by, or by the end that came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import ENTERED
from treatyclock.derive.exit.by_notice import BEFORE_CONSENT, BEFORE_ENTRY, CONSENTED_LATER, NO_CLAUSE, NO_GROUNDS
from treatyclock.derive.exit.calendar_exits import OUTSIDE_WINDOW
from treatyclock.derive.exit.changes import STAYED
from treatyclock.derive.exit.end_of_term import IN_TIME, IN_TIME_LATER, NO_TERM
from treatyclock.derive.exit.first_notice import NO_FIRST_NOTICE
from treatyclock.derive.exit.late import LATE
from treatyclock.derive.exit.lock_in import LOCKED_IN
from treatyclock.derive.exit.of_a_side import OF_SOME
from treatyclock.derive.exit.term_changed import SUPERSEDED, SUPERSEDED_BY_DECISION, TERM_LIFTED
from treatyclock.derive.histories.history import History
from treatyclock.derive.inverse.deadlines import OVER as OVER_BY_THEN
from treatyclock.derive.inverse.deadlines import RECORDED_INSTEAD, TO_SOME, came_first, reached_some
from treatyclock.derive.inverse.notice_result import NoticeCause, NoticeReason, NoticeResult
from treatyclock.derive.overlays.provisional_ends import PROVISIONAL_ENDS
from treatyclock.derive.parties.parties_then import had_consented
from treatyclock.derive.reasoning.evaluation import Evaluation, act_key
from treatyclock.derive.reasoning.facts import NoticeJudged
from treatyclock.derive.reasoning.findings import Findings
from treatyclock.derive.reasoning.reasons import Derived, Rule, rests_on
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.exit import ExitWhen
from treatyclock.law.status import Status
from treatyclock.truth import Truth

_NO_EFFECT: Mapping[Rule, NoticeCause] = {
    BEFORE_ENTRY: NoticeCause.BEFORE_ENTRY,
    BEFORE_CONSENT: NoticeCause.BEFORE_CONSENT,
    CONSENTED_LATER: NoticeCause.BEFORE_CONSENT,
    NO_CLAUSE: NoticeCause.NO_CLAUSE,
    NO_GROUNDS: NoticeCause.NO_GROUNDS,
    OF_SOME: NoticeCause.OF_SOME,
    NO_FIRST_NOTICE: NoticeCause.NO_FIRST_NOTICE,
    LOCKED_IN: NoticeCause.LOCKED_IN,
    LATE: NoticeCause.LATE,
    NO_TERM: NoticeCause.NO_TERM,
    TERM_LIFTED: NoticeCause.NO_TERM,
    OUTSIDE_WINDOW: NoticeCause.OUTSIDE_WINDOW,
    SUPERSEDED: NoticeCause.SUPERSEDED,
    SUPERSEDED_BY_DECISION: NoticeCause.SUPERSEDED,
    STAYED: NoticeCause.STAYED,
}
_IN_TIME = {NoticeCause.LATE: Truth.NO, NoticeCause.OUTSIDE_WINDOW: Truth.NO, NoticeCause.SUPERSEDED: Truth.YES}
_HAS_A_TIME = {ExitWhen.WINDOW, ExitWhen.FIXED_DAY}

ENTRY_NOT_KNOWN = NoticeResult(effect=Truth.UNKNOWN, reason=NoticeReason(cause=NoticeCause.ENTRY_NOT_KNOWN))
"""From which day the State was a party is not known, so neither is whether it was one when it gave the notice."""

ENDS_PROVISIONAL_APPLICATION = NoticeResult(
    effect=Truth.YES, reason=NoticeReason(cause=NoticeCause.ENDS_PROVISIONAL_APPLICATION, rule=PROVISIONAL_ENDS.name)
)
"""No exit of a party, but an end of provisional application."""


def with_effect(verdict: NoticeJudged, given: Days) -> NoticeResult:
    """Return the result for a notice that brings an end.

    Args:
        verdict: What was found of it.
        given: The day of the notice.
    """
    missed = verdict.missed
    if missed is not None and given.first <= missed.end.last:  # after that term, nobody asks about its deadline
        reason = NoticeReason(
            cause=NoticeCause.LATE_FOR_THIS_TERM, rule=verdict.rule.name, day=missed.deadline, end=missed.end
        )  # fmt: skip
        return NoticeResult(effect=Truth.YES, in_time=Truth.NO, reason=reason)
    return NoticeResult(effect=Truth.YES, in_time=_in_time(verdict, given))


def _in_time(verdict: NoticeJudged, given: Days) -> Truth | None:
    """Tell whether a notice was in time, whatever end came before its own; None where no deadline bears on it.

    One that was given after a term had ended has missed nothing for the term that ran then.
    """
    if verdict.missed is not None and given.first <= verdict.missed.end.last:
        return Truth.NO
    clause = verdict.clause
    timed = verdict.rule in (IN_TIME, IN_TIME_LATER) or (clause is not None and clause.when in _HAS_A_TIME)
    return Truth.YES if timed else None


def _without_effect(findings: Findings, verdict: NoticeJudged, enters: Days | None) -> NoticeResult:
    """Return the result for a notice that brings no end, by the rule that concluded it.

    Args:
        findings: The reasons.
        verdict: What was found of it.
        enters: The day of the next entry into force for the State; None where there is none.
    """
    conclusion = findings.reasons[verdict.conclusions[0]]
    assert isinstance(conclusion, Derived)
    rule, value = conclusion.rule, conclusion.value
    cause = _NO_EFFECT.get(rule, NoticeCause.OTHER)
    missed = verdict.missed if cause in (NoticeCause.LATE, NoticeCause.OUTSIDE_WINDOW) else None
    day = value if isinstance(value, Days) else None if missed is None else missed.deadline
    if cause is NoticeCause.BEFORE_ENTRY:
        day = enters
    reason = NoticeReason(cause=cause, rule=rule.name, day=day, end=None if missed is None else missed.end)
    return NoticeResult(effect=Truth.NO, in_time=_IN_TIME.get(cause), reason=reason)


def never_in_force(evaluation: Evaluation, own: History | None, act: Act) -> NoticeResult:
    """Return the result for a notice under a treaty that never entered into force.

    Args:
        evaluation: The evaluation.
        own: The history of who gave it, where the treaty may be applied provisionally.
        act: The notice.
    """
    if own is not None and _ends_provisional(own, act):
        return ENDS_PROVISIONAL_APPLICATION
    conclusion = evaluation.findings.reasons[ENTERED]
    assert isinstance(conclusion, Derived)
    reason = NoticeReason(cause=NoticeCause.NOT_IN_FORCE, rule=conclusion.rule.name)
    consented = Truth.NO
    for party in act.by:
        consented |= had_consented(evaluation, party, evaluation.legal_days(act.when()))
    return NoticeResult(effect=_before_entry(consented), reason=reason)


def not_a_party(last: End | None) -> NoticeResult:
    """Return the result for a notice by a State that was no party: never, or not any more after an end."""
    rule = "" if last is None else OVER_BY_THEN.name
    day = None if last is None else last.last_day
    return NoticeResult(effect=Truth.NO, reason=NoticeReason(cause=NoticeCause.NOT_A_PARTY, rule=rule, day=day))


def _another_end(other: End, verdict: NoticeJudged, given: Days) -> NoticeResult:
    """Return the result for a notice by a party, where another end comes before the end that the notice would bring.

    Or later, where it is recorded as a fact.
    """
    first = verdict.end is None or came_first(other, verdict.end)
    if verdict.end is not None and not first and reached_some(verdict.end):
        return _to_some(verdict, given)
    cause, rule = (NoticeCause.OTHER_END, OVER_BY_THEN) if first else (NoticeCause.RECORDED_END, RECORDED_INSTEAD)
    reason = NoticeReason(cause=cause, rule=rule.name, day=other.last_day)
    return NoticeResult(effect=Truth.NO, in_time=_in_time(verdict, given), reason=reason)


def _to_some(verdict: NoticeJudged, given: Days) -> NoticeResult:
    reason = NoticeReason(cause=NoticeCause.TO_SOME, rule=TO_SOME.name)
    return NoticeResult(effect=Truth.NO, in_time=_in_time(verdict, given), reason=reason)


def no_exit(evaluation: Evaluation, found: History, act: Act, verdicts: Sequence[NoticeJudged]) -> NoticeResult:
    """Return what a notice comes to that brings no exit: why it brings none, or what else it brings."""
    if _ends_provisional(found, act):
        return ENDS_PROVISIONAL_APPLICATION
    given = evaluation.legal_days(act.when())
    last = found.memberships[-1].end if found.memberships else None
    over = last is not None and last.last_day.last < given.first
    if over or (not any(each.entry.day.first <= given.last for each in found.memberships) and not verdicts):
        return not_a_party(last)
    if not verdicts:  # a party perhaps, of whose notice nothing was found
        return NoticeResult(effect=Truth.UNKNOWN, reason=NoticeReason(cause=NoticeCause.OTHER))
    if verdicts[0].end is None:
        return _by_rule(evaluation, found, verdicts[0], given)
    if last is None:
        return _to_some(verdicts[0], given) if reached_some(verdicts[0].end) else not_a_party(None)
    return _another_end(last, verdicts[0], given)


def _by_rule(evaluation: Evaluation, found: History, verdict: NoticeJudged, given: Days) -> NoticeResult:
    """Return the result for a notice that brings no end, and before an entry into force also by what came before it."""
    before = [each.end for each in found.memberships if each.end is not None and each.end.last_day.last < given.first]
    ahead = next((each for each in found.memberships if each.entry.day.last >= given.first), None)
    result = _without_effect(found.findings, verdict, None if ahead is None else ahead.entry.day)
    if result.reason is None or result.reason.cause is not NoticeCause.BEFORE_ENTRY or ahead is None:
        return result
    consent = ahead.consent
    by_then = Truth.UNKNOWN if consent is None else evaluation.legal_days(consent.when()).not_after(given)
    if before and by_then is Truth.NO:
        return not_a_party(before[-1])
    return replace(result, effect=_before_entry(by_then))


def _before_entry(consented: Truth) -> Truth:
    """Tell whether a notice before the entry into force has an effect: open where its author had consented by then.

    Law: until then a State may take back its consent, and no rule says whether such a notice does
    (:mod:`treatyclock.derive.consent.taken_back`).
    """
    return Truth.NO if consented is Truth.NO else Truth.UNKNOWN


def _ends_provisional(found: History, act: Act) -> bool:
    return any(
        rests_on(found.findings.reasons, key, act_key(act))
        for overlay in found.overlays
        if overlay.status is Status.PROVISIONAL
        for key in overlay.because
    )
