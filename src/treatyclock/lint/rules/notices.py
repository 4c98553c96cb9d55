"""Notices that came too early, too late, from nobody entitled, or for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from treatyclock.derive.exit.by_notice import BEFORE_ENTRY, NO_CLAUSE
from treatyclock.derive.exit.calendar_exits import OUTSIDE_WINDOW
from treatyclock.derive.exit.end_of_term import IN_TIME_LATER
from treatyclock.derive.exit.late import LATE, RUNS_FROM_TERM
from treatyclock.derive.exit.lock_in import LOCKED_IN
from treatyclock.derive.exit.rules import open_to, stated_by
from treatyclock.derive.reasoning.facts import NoticeJudged
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.formats.documents.flaws import KeyPath
from treatyclock.intervals import Interval, IntervalSet
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.consent import EXCHANGE
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.coverage import Missing
from treatyclock.law.status import Status
from treatyclock.law.subjects import Subject
from treatyclock.lint.context import Context, when
from treatyclock.lint.finding import FindingKind, Remark
from treatyclock.lint.rule import lint_rule
from treatyclock.show.words import listed

NOTICE_WITHOUT_CLAUSE = FindingKind(
    "notice-without-clause",
    "A notice was given, and no clause allows one.",
)
NOTICE_BEFORE_ENTRY = FindingKind(
    "notice-before-entry",
    "A notice was given before the treaty was in force for the State that gave it.",
)
NOTICE_AFTER_END = FindingKind(
    "notice-after-end",
    "A notice was given when the treaty was no longer in force for the State that gave it.",
)
LATE_NOTICE = FindingKind(
    "late-notice",
    "A notice came after its deadline and before the end of the term.",
)
NOTICE_WITHOUT_EFFECT = FindingKind(
    "notice-without-effect",
    "A notice was given when the clause allowed no notice, or without what the clause requires.",
)
ACT_BY_STRANGER = FindingKind(
    "act-by-stranger",
    "A State neither signed nor consented, and yet the file has it do what only a party can do.",
)

_OVER = frozenset({Status.FORMER_PARTY, Status.SURVIVING})


@lint_rule()
def notices(context: Context) -> Iterator[Remark]:
    """Each notice once: why it was none, or why it came too late for the end that it was for."""
    for act in context.record.acts:
        if not act.kind.is_notice or act.needs_reading:
            continue
        clauses = [clause for party in act.by for clause in _allowing(context, act, party)]
        if not clauses:
            whose = " of this party" * bool(context.record.several(Denunciation))
            hint = "add [denunciation], in the treaty or in the reading that claims such a right; or leave the act out"
            problem = f"{act.id}: no clause allows a notice{whose}, so it has no effect by the treaty's terms"
            yield Remark(NOTICE_WITHOUT_CLAUSE, context.at_act(act, "kind"), problem, hint)
            continue
        runs_from = clauses[0].runs_from
        path = context.dated(act, runs_from[0])
        found = [_standing(context, act, party, runs_from, path) for party in act.by]
        remarks = [each for each in found if each is not None]
        yield from remarks or _judged(context, act, path)


def _allowing(context: Context, act: Act, party: str) -> Sequence[Denunciation]:
    """Return the clauses that a State's notice may go by."""
    return stated_by(open_to(context.record.several(Denunciation), party), act)


def _standing(context: Context, act: Act, party: str, several: Sequence[ActDate], path: KeyPath) -> Remark | None:
    """Return what is wrong with who gave a notice, or with when: not in force for it then."""
    line = context.life.timeline(Subject((party,)))
    which, given = several[0], act.when(several[0]).support
    for other in several[1:]:
        given |= act.when(other).support
    start = given.intervals[0].start
    assert start is not None
    # The instant before it counts too: a notice with immediate effect ends the treaty at its own.
    pieces = line.during(given | IntervalSet((Interval.point(start - 1),)))
    statuses = frozenset[Status]().union(*(status for _, status in pieces))
    if any(status.in_force or status is Status.PROVISIONAL for status in statuses):
        return None  # of what is applied provisionally only, a notice tells that the State will be no party
    done = any(_binds(each.kind) and party in each.by for each in context.record.acts)
    if not done:
        hint = "add its signature or its instrument, or leave the act out"
        problem = f"{party} neither signed nor consented, so it has nothing to denounce"
        return Remark(ACT_BY_STRANGER, context.at_act(act, "by"), problem, hint)
    if statuses & _OVER:
        problem = f"{act.id} was given on {act.when(which).days}, when the treaty was no longer in force for {party}"
        return Remark(NOTICE_AFTER_END, path, problem, "check its date, and what ended the treaty before")
    judged = [key for _, key in _judgements(context, act, party)]
    if any(each.value for key in judged for each in context.fact(key, NoticeJudged, _taken)):
        return None  # at the very instant of entry
    problem = f"{act.id} was given on {act.when(which).days}, when the treaty was not yet in force for {party}"
    if Status.CONTRACTING in statuses:
        problem += ": without effect, if it takes back no consent"
    hint = 'check its date; before entry a State takes back its consent: kind = "withdrawal of consent"'
    return Remark(NOTICE_BEFORE_ENTRY, path, problem, hint)


def _judgements(context: Context, act: Act, party: str | None = None) -> list[tuple[NoticeJudged, Key]]:
    """Return what came of a notice, with its key: of several who gave it together, for each; or for one party."""
    found = context.facts(NoticeJudged).items()
    return [(each, key) for key, each in found if each.act.id == act.id and (party is None or party in each.of)]


def _binds(kind: ActKind) -> bool:
    return kind.consents or kind.signs or kind == EXCHANGE


def _taken(found: NoticeJudged) -> bool:
    """Tell whether a notice was taken as given in force, and had an effect by the clause."""
    return found.rule is not BEFORE_ENTRY and _effective(found)


def _judged(context: Context, act: Act, path: KeyPath) -> Iterator[Remark]:
    """Yield what the evaluation made of a notice, where that is nothing or less than it was for."""

    def verdict(found: NoticeJudged) -> tuple[FindingKind, str] | None:
        missed = _missed(context, act, found)
        if missed:
            return LATE_NOTICE, missed
        if found.rule in (NO_CLAUSE, BEFORE_ENTRY) or _effective(found):
            return None
        return NOTICE_WITHOUT_EFFECT, found.rule.words.format(value=found.value)

    whose: dict[Any, list[str]] = {}
    for judged, key in _judgements(context, act):
        for outcome in context.fact(key, NoticeJudged, verdict):
            if outcome.value is not None:
                whose.setdefault(outcome, []).extend(judged.of)
    for outcome, parties in whose.items():
        kind, problem = outcome.value
        some = "" if set(parties) == set(act.by) else f" for {listed(parties)}"
        hint = "check its date and the clause, or leave it as it stands: the act did not do what it was for"
        yield Remark(kind, path, f"{act.id}{some}: {problem}{when(outcome)}", hint)


def _effective(found: NoticeJudged) -> bool:
    return found.value is not False and found.rule not in (LOCKED_IN, OUTSIDE_WINDOW)


def _missed(context: Context, act: Act, found: NoticeJudged) -> str:
    """Say which deadline a notice missed before the end that it was for; nothing where it missed none."""
    clause, missed = found.clause, found.missed
    if clause is None or missed is None or found.rule is OUTSIDE_WINDOW:
        return ""
    day = act.when(found.which).days
    if day.first > missed.end.last:
        return ""
    given = f"it was given on {day}, after {missed.deadline}, the last day for a notice for the end on {missed.end}"
    if found.rule is IN_TIME_LATER:
        return f"{given}, so it takes effect with {found.value}"
    if found.rule is LATE:
        return f"{given}, so it has no effect"
    return f"{given}, so its period runs from {'that end' if found.rule is RUNS_FROM_TERM else 'that day'}"


@lint_rule()
def strangers(context: Context) -> Iterator[Remark]:
    """What only a party can do, done by a State that never signed nor consented."""
    if context.record.bilateral:
        return
    bound = {party for act in context.record.acts if _binds(act.kind) for party in act.by}
    for act in context.record.acts:
        if act.kind.presupposes_consent:
            for party in act.by:
                if party not in bound and not context.record.coverage.lacks(Missing.CONSENT, party):
                    problem = f"{party} neither signed nor consented, so it cannot do this"
                    hint = "add its signature or its instrument, or leave the act out"
                    yield Remark(ACT_BY_STRANGER, context.at_act(act, "by"), problem, hint)
