"""Terms, deadlines, windows and lock-ins that do not fit together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period, corresponding_day
from treatyclock.derive.histories.history import History
from treatyclock.derive.term.anchor import ACTS_OF
from treatyclock.errors import OutOfRangeError, nearest
from treatyclock.law.clauses.before_entry import ProvisionalApplication, RetroactiveEffect
from treatyclock.law.clauses.conditions import AsRecorded, Condition
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.exit import Denunciation, ExitWhen
from treatyclock.law.clauses.exit_times import Bars, LockIn, Since, Window
from treatyclock.law.clauses.last_days import Within
from treatyclock.law.clauses.review import Review
from treatyclock.law.clauses.term import Anchor, Term
from treatyclock.law.clauses.time_limit import TimeLimit
from treatyclock.law.coverage import Missing
from treatyclock.law.form import Form
from treatyclock.law.subjects import GENERALLY
from treatyclock.law.vocabulary import JOINING
from treatyclock.law.written import written_fields
from treatyclock.lint._lengths import at_least, length, longer
from treatyclock.lint.context import Context, when
from treatyclock.lint.finding import FindingKind, Remark
from treatyclock.lint.rule import lint_rule
from treatyclock.show.words import listed

ANCHOR_WITHOUT_ACT = FindingKind(
    "anchor-without-act",
    "A term runs from an act of every party, and one is not recorded, so the term never begins.",
)
PROVISIONAL_NOT_PROVIDED = FindingKind(
    "provisional-not-provided",
    "Something runs from provisional application, and no clause provides for any, so it runs from the entry.",
)
EVENT_WITHOUT_ACT = FindingKind(
    "event-without-act",
    "A term or a condition waits for an event, and no act records it: it has not happened yet, or its id is misspelt.",
)
NOTICE_LONGER_THAN_TERM = FindingKind(
    "notice-longer-than-term",
    "The notice is longer than the term.",
)
DEADLINE_BEFORE_ENTRY = FindingKind(
    "deadline-before-entry",
    "The last day for a notice to end the first term falls before the entry into force.",
)
WINDOW_ALWAYS_OPEN = FindingKind(
    "window-always-open",
    "Windows last as long as the interval between them, so they never close.",
)
WINDOW_NEVER_OPENS = FindingKind(
    "window-never-opens",
    "The treaty ends before the first window opens.",
)
LOCK_IN_LONGER_THAN_TERM = FindingKind(
    "lock-in-longer-than-term",
    "The lock-in lasts as long as the treaty, so nobody can ever leave.",
)
LOCK_IN_WITHOUT_EFFECT = FindingKind(
    "lock-in-without-effect",
    "The lock-in is over before the first exit that the clause allows.",
)
REVIEW_AFTER_END = FindingKind(
    "review-after-end",
    "The treaty ends before the conference that would decide on it.",
)
RETROACTIVE_FROM_LATER = FindingKind(
    "retroactive-from-later",
    "The treaty is to apply to earlier facts, and the day given is not before the entry into force.",
)


@lint_rule(of_clauses=True)
def anchors(context: Context) -> Iterator[Remark]:
    """A term that runs from acts which not all parties have done."""
    term = context.clause(Term)
    for anchor in () if term is None else term.anchors:
        if isinstance(anchor, Moment) or anchor not in ACTS_OF:
            continue
        kinds = ACTS_OF[anchor]
        done = {party for act in context.record.acts if act.kind in (*kinds, *JOINING) for party in act.by}
        without = [party.id for party in context.record.parties if party.id not in done]
        entry = context.clause(EntryIntoForce)
        if entry is not None and isinstance(entry.when, AsRecorded):
            continue  # of a fact, nobody lists what brought it about
        without = [party for party in without if not context.record.coverage.lacks(Missing.CONSENT, party)]
        if without:
            yield Remark(
                ANCHOR_WITHOUT_ACT,
                context.at(Term, "from"),
                f"the term runs from {anchor.value}, not recorded for {_few(without)}, so the term never begins",
                f"add an [[act]] for each: {listed([kind.name for kind in kinds], 'or')}; or another from",
            )


@lint_rule(of_clauses=True)
def from_provisional_application(context: Context) -> Iterator[Remark]:
    """Something that runs from a provisional application for which no clause provides."""
    if context.clause(ProvisionalApplication) is not None:
        return
    term, found = context.clause(Term), []
    if term is not None and Anchor.PROVISIONAL in term.anchors:
        found.append(context.at(Term, "from"))
    for clause in context.record.several(Denunciation):
        for key, time in (("lock_in", clause.lock_in), ("window", clause.window)):
            if time is not None and time.since is Since.PROVISIONAL:
                found.append(context.at_clause(clause, key, "from"))
    due: list[Review | TimeLimit] = [*context.record.several(Review), *context.record.several(TimeLimit)]
    found += [context.at_clause(each, "from") for each in due if each.since == Within.PROVISIONAL]
    for path in found:
        problem = "runs from provisional application, for which no clause provides, and so from the entry into force"
        yield Remark(
            PROVISIONAL_NOT_PROVIDED, path, problem, "add [provisional_application], or name what it runs from"
        )


@lint_rule(of_clauses=True)
def events(context: Context) -> Iterator[Remark]:
    """An event that a term or a condition waits for, and that no act records: not come yet, or another id."""
    waits = [
        (context.at_clause(clause, key), event) for clause in context.record.clauses for key, event in _events(clause)
    ]
    ids = [act.id for act in context.all_acts]
    for path, event in waits:
        if event not in ids:
            whole = context.record.coverage.lists_all_acts
            counts = "so it counts as not having happened" if whole else "so it is open whether it has happened"
            problem = f"no act records the event {event}, {counts}"
            hint = f"add an [[act]] with that id if it has happened; {nearest(event, ids)}"
            yield Remark(EVENT_WITHOUT_ACT, path, problem, hint)


def _events(table: object) -> Iterator[tuple[str, str]]:
    """Yield the events that a clause names, each with the key under which it does, in its conditions too."""
    for name, how, _ in written_fields(type(table)):
        value = getattr(table, name)
        if how.form is Form.EVENT and value is not None:
            yield from ((how.key, event) for event in (value if how.many else (value,)))
        elif how.form in (Form.ENTRY_OR_EVENT, Form.BEGINNING_OR_EVENT) and value not in Within.WORDS:
            yield how.key, value
        elif isinstance(value, Condition):
            for condition in value.walk():
                yield from ((how.key, event) for _, event in _events(condition))


def _few(names: list[str]) -> str:
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")


@lint_rule(of_clauses=True)
def deadlines(context: Context) -> Iterator[Remark]:
    """A notice for the end of the term that must be given before there is a treaty to denounce."""
    for clause in context.record.several(Denunciation):
        if clause.when is ExitWhen.END_OF_TERM:
            yield from _deadline(context, clause, context.clause(Term))


def _deadline(context: Context, clause: Denunciation, term: Term | None) -> Iterator[Remark]:
    path = context.at_clause(clause, "notice")
    if term is not None and term.lasts is not None and longer(length(clause.notice), length(term.lasts)):
        yield Remark(
            NOTICE_LONGER_THAN_TERM,
            path,
            f"a notice of {clause.notice.words} is longer than the term of {term.lasts.words}",
            "check the two periods: no notice can be in time for the first term",
        )
        return

    def early(found: History) -> str | None:
        entry, by = found.entry, found.first_deadline
        if entry is None or by is None or by.last >= entry.day.first:
            return None
        return f"the last day for a notice for the first term is {by}, before the entry into force on {entry.day}"

    for outcome in context.outcomes(GENERALLY, early):
        if outcome.value is not None:
            hint = "check notice, and what the term runs from: no notice can be in time for the first term"
            yield Remark(DEADLINE_BEFORE_ENTRY, path, outcome.value + when(outcome), hint)


@lint_rule(of_clauses=True)
def windows(context: Context) -> Iterator[Remark]:
    """Windows that never close, or never open."""
    for clause in context.record.several(Denunciation):
        if clause.window is not None:
            yield from _window(context, clause, clause.window)


def _window(context: Context, clause: Denunciation, window: Window) -> Iterator[Remark]:
    path = context.at_clause(clause, "window")
    if at_least(length(window.lasts), length(window.every)):
        yield Remark(
            WINDOW_ALWAYS_OPEN,
            (*path, "lasts"),
            f"windows of {window.lasts.words} that open every {window.every.words} never close",
            'check the two periods; if a notice can be given at any time, write when = "at any time"',
        )
    over = _over_before(context, window)
    if over:
        hint = "check every, what the windows are counted from, and the term"
        yield Remark(WINDOW_NEVER_OPENS, (*path, "every"), over, hint)


def _over_before(context: Context, window: Window) -> str:
    """Say that the treaty ends before the first window; nothing where it does not, or that cannot be told."""
    term, total = context.clause(Term), context.total()
    if term is not None and total is not None and not isinstance(window.since, Moment):
        if set(term.anchors) == {Anchor.ENTRY} and at_least(length(window.every), total):
            return f"the first window opens {window.every.words} after the entry into force, when the treaty is over"
        return ""
    if term is None or term.until is None:
        return ""
    if isinstance(window.since, Moment):
        since: date | None = window.since.days.first
    else:
        days = [
            found.entry.day.first for each in context.life.course().worlds if (found := each.result).entry is not None
        ]
        since = min(days, default=None)
    try:
        opens = None if since is None else corresponding_day(since, window.every)
    except OutOfRangeError:
        return "the first window opens after the year 9999"
    if opens is None or opens <= term.until.days.last:
        return ""
    return f"the first window opens on {opens}, and the treaty ends with {term.until.days}"


@lint_rule(of_clauses=True)
def lock_ins(context: Context) -> Iterator[Remark]:
    """A lock-in as long as the treaty, or over before it matters."""
    term = context.clause(Term)
    for clause in context.record.several(Denunciation):
        if clause.lock_in is not None and term is not None and term.lasts is not None:
            yield from _lock_in(context, clause, clause.lock_in, term, term.lasts)


def _lock_in(context: Context, clause: Denunciation, lock: LockIn, term: Term, lasts: Period) -> Iterator[Remark]:
    path, total = context.at_clause(clause, "lock_in", "lasts"), context.total()
    from_entry = set(term.anchors) == {Anchor.ENTRY}
    if total is not None and from_entry and at_least(length(lock.lasts), total):
        yield Remark(
            LOCK_IN_LONGER_THAN_TERM,
            path,
            f"nobody may leave for {lock.lasts.words}, and by then the treaty is over",
            "check the two periods; where nobody can ever leave, leave [denunciation] out",
        )
    elif (
        clause.when is ExitWhen.END_OF_TERM
        and from_entry
        and lock.bars == (Bars.EXIT,)
        and at_least(length(lasts), length(lock.lasts))
    ):
        yield Remark(
            LOCK_IN_WITHOUT_EFFECT,
            path,
            f"no exit comes before the end of a term of {lasts.words}, "
            f"so a lock-in of {lock.lasts.words} changes nothing",
            'leave it out, or say what it keeps back: bars = "notice"',
        )


@lint_rule(of_clauses=True)
def conferences(context: Context) -> Iterator[Remark]:
    """A conference on a treaty that is over."""
    total, term = context.total(), context.clause(Term)
    if term is None or total is None or set(term.anchors) != {Anchor.ENTRY}:
        return
    for review in context.record.several(Review):
        if review.since == Within.ENTRY and longer(length(review.after), total):
            what = "the conference meets" if review.decides else "the review is due"
            yield Remark(
                REVIEW_AFTER_END,
                context.at_clause(review, "after"),
                f"{what} {review.after.words} after the entry into force, when the treaty is over",
                "check after, and the term with its renewals",
            )


@lint_rule(of_clauses=True)
def retroactivity(context: Context) -> Iterator[Remark]:
    """Application to earlier facts from a day that is not earlier."""
    clause = context.clause(RetroactiveEffect)
    if clause is None:
        return
    since = clause.since.days
    for outcome in context.outcomes(GENERALLY, lambda found: None if found.entry is None else found.entry.day):
        if outcome.value is not None and since.first >= outcome.value.last:
            yield Remark(
                RETROACTIVE_FROM_LATER,
                context.at(RetroactiveEffect, "from"),
                f"{since} is not before the entry into force on {outcome.value}{when(outcome)}",
                "give the earlier day, or leave the table out",
            )
