"""Notices that came too early, too late, from nobody entitled, or for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.derive.exit.by_notice import BEFORE_ENTRY, NO_CLAUSE
from treatyclock.derive.exit.end_of_term import IN_TIME, LATE
from treatyclock.derive.exit.lock_in import LOCKED_IN
from treatyclock.derive.fate import Fate
from treatyclock.derive.reasons import Derived
from treatyclock.formats.documents.flaws import KeyPath
from treatyclock.intervals import Interval, IntervalSet
from treatyclock.law.acts import CONSENTS, SIGNING, Act, ActDate, ActKind
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.status import Status
from treatyclock.lint.context import Matter, derived_days, when
from treatyclock.lint.finding import Remark

_OVER = frozenset({Status.FORMER_PARTY, Status.SURVIVING})
_BINDING = CONSENTS | frozenset(SIGNING) | {ActKind.EXCHANGE}


def notices(matter: Matter) -> Iterator[Remark]:
    """Each notice once: why it was none, or why it came too late for the end that it was for."""
    clause = matter.clause(Denunciation)
    for act in matter.record.acts:
        if not act.kind.is_notice or act.needs_reading:
            continue
        path = matter.dated(act, ActDate.RECEIVED if clause is None else clause.runs_from)
        if clause is None:
            hint = (
                "add [denunciation], in the treaty or in the reading of who claims such a right; or leave the act out"
            )
            problem = f"{act.id}: no clause allows a notice, so it has no effect by the treaty's terms"
            yield Remark("notice-without-clause", matter.at_act(act, "kind"), problem, hint)
            continue
        found = [_standing(matter, act, party, clause.runs_from, path) for party in act.by]
        remarks = [each for each in found if each is not None]
        yield from remarks or _judged(matter, act, path)


def _standing(matter: Matter, act: Act, party: str, which: ActDate, path: KeyPath) -> Remark | None:
    """Return what is wrong with who gave a notice, or with when: not in force for it then."""
    line = matter.life.timeline(party)
    given = act.when(which).support
    start = given.intervals[0].start
    assert start is not None
    # The instant before it counts too: a notice with immediate effect ends the treaty at its own.
    pieces = line.during(given | IntervalSet((Interval.point(start - 1),)))
    statuses = frozenset[Status]().union(*(status for _, status in pieces))
    if any(status.in_force for status in statuses):
        return None
    done = any(each.kind in _BINDING and party in each.by for each in matter.record.acts)
    if not done:
        hint = "add its signature or its instrument, or leave the act out"
        problem = f"{party} never signed nor consented, so it has nothing to denounce"
        return Remark("act-by-stranger", matter.at_act(act, "by"), problem, hint)
    if statuses & _OVER:
        problem = f"{act.id} was given on {act.when(which).days}, when the treaty was no longer in force for {party}"
        return Remark("notice-after-end", path, problem, "check its date, and what ended the treaty before")
    if any(each.value is not None for each in matter.reason(f"notice:{act.id}", _taken)):
        return None  # at the very instant of entry
    problem = f"{act.id} was given on {act.when(which).days}, when the treaty was not yet in force for {party}"
    hint = 'check its date; before entry a State takes back its consent: kind = "withdrawal of consent"'
    return Remark("notice-before-entry", path, problem, hint)


def _taken(fate: Fate, reason: Derived) -> bool | None:
    return True if reason.rule is not BEFORE_ENTRY and _effective(reason) else None


def _judged(matter: Matter, act: Act, path: KeyPath) -> Iterator[Remark]:
    """Yield what the evaluation made of a notice, where that is nothing or less than it was for."""

    def verdict(fate: Fate, reason: Derived) -> tuple[str, str] | None:
        missed = _missed(matter, act, fate, reason)
        if missed:
            return "late-notice", missed
        if reason.rule in (NO_CLAUSE, BEFORE_ENTRY) or _effective(reason):
            return None
        return "notice-without-effect", reason.rule.words.format(value=reason.value)

    for outcome in matter.reason(f"notice:{act.id}", verdict):
        if outcome.value is not None:
            code, problem = outcome.value
            hint = "check its date and the clause, or leave it as it stands: the act did not do what it was for"
            yield Remark(code, path, f"{act.id}: {problem}{when(outcome)}", hint)


def _effective(reason: Derived) -> bool:
    return reason.value is not False and reason.rule is not LOCKED_IN


def _missed(matter: Matter, act: Act, fate: Fate, reason: Derived) -> str:
    """Say which deadline a notice missed before the end that it was for; nothing where it missed none."""
    met = [int(key.partition(":")[2]) for key in reason.because if key.startswith("deadline:")]
    if not met:
        return ""
    in_time = reason.rule is IN_TIME
    number = met[0] - 1 if in_time else met[0]
    deadline, end = derived_days(fate, f"deadline:{number}"), derived_days(fate, f"last_day:{number}")
    clause = matter.clause(Denunciation)
    assert clause is not None
    day = act.when(clause.runs_from).days
    if deadline is None or end is None or day.first > end.last:
        return ""
    given = f"it was given on {day}, after {deadline}, the last day for a notice for the end on {end}"
    if in_time:
        return f"{given}, and so it is one for {reason.value}"
    return f"{given}, and so it has no effect" if reason.rule is LATE else f"{given}, and so it runs from there"


_ONLY_PARTIES = frozenset(
    {ActKind.SUSPENSION, ActKind.CLAIMED_SUSPENSION, ActKind.REPUDIATION, ActKind.OBJECTION, ActKind.CONSENT_WITHDRAWN}
)


def strangers(matter: Matter) -> Iterator[Remark]:
    """What only a party can do, done by a State that never signed nor consented."""
    if matter.record.bilateral:
        return
    bound = {party for act in matter.record.acts if act.kind in _BINDING for party in act.by}
    for act in matter.record.acts:
        if act.kind in _ONLY_PARTIES:
            for party in act.by:
                if party not in bound:
                    problem = f"{party} never signed nor consented, and so is no party that could do this"
                    hint = "add its signature or its instrument, or leave the act out"
                    yield Remark("act-by-stranger", matter.at_act(act, "by"), problem, hint)


RULES = (notices, strangers)
