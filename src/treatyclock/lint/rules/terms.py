"""Terms, deadlines, windows and lock-ins that do not fit together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import corresponding_day
from treatyclock.derive.fate import Fate
from treatyclock.derive.reasons import Derived
from treatyclock.derive.term import ACTS_OF, JOINING
from treatyclock.errors import OutOfRangeError, nearest
from treatyclock.law.clauses.conditions import Happened
from treatyclock.law.clauses.entry import EntryIntoForce, RetroactiveEffect
from treatyclock.law.clauses.exit import Bars, Denunciation, ExitWhen
from treatyclock.law.clauses.term import Anchor, Review, Term
from treatyclock.lint.context import Matter, derived_days, when
from treatyclock.lint.finding import Remark
from treatyclock.lint.lengths import at_least, length, longer
from treatyclock.show.words import listed


def anchors(matter: Matter) -> Iterator[Remark]:
    """A term that runs from acts which not all parties have done."""
    term = matter.clause(Term)
    for anchor in () if term is None else term.anchors:
        if isinstance(anchor, Moment) or anchor is Anchor.ENTRY:
            continue
        kinds = ACTS_OF[anchor]
        done = {party for act in matter.record.acts if act.kind in (*kinds, *JOINING) for party in act.by}
        without = [party.id for party in matter.record.parties if party.id not in done]
        if without:
            yield Remark(
                "anchor-without-act",
                matter.at(Term, "from"),
                f"the term runs from {anchor.value}, which is not recorded for {_few(without)}, so it never begins",
                f"add an [[act]] for each: {listed([kind.value for kind in kinds], 'or')}; or another from",
            )


def events(matter: Matter) -> Iterator[Remark]:
    """An event that a term or a condition waits for, and that no act records: not come yet, or another id."""
    term, entry = matter.clause(Term), matter.clause(EntryIntoForce)
    waits = [] if term is None or term.until_event is None else [(matter.at(Term, "until_event"), term.until_event)]
    for condition in () if entry is None else entry.when.walk():
        if isinstance(condition, Happened):
            waits.append((matter.at(EntryIntoForce, "when"), condition.event))
    ids = [act.id for act in matter.life.record.acts]
    for path, event in waits:
        if event not in ids:
            problem = f"no act records {event}, so it has not come"
            hint = f"where it has, add an [[act]] with that id; {nearest(event, ids)}"
            yield Remark("event-without-act", path, problem, hint)


def _few(names: list[str]) -> str:
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")


def deadlines(matter: Matter) -> Iterator[Remark]:
    """A notice for the end of the term that must be given before there is a treaty to denounce."""
    clause, term = matter.clause(Denunciation), matter.clause(Term)
    if clause is None or clause.when is not ExitWhen.END_OF_TERM:
        return
    path = matter.at(Denunciation, "notice")
    if term is not None and term.lasts is not None and longer(length(clause.notice), length(term.lasts)):
        yield Remark(
            "notice-longer-than-term",
            path,
            f"a notice of {clause.notice.words} is longer than the term of {term.lasts.words} whose end it is for",
            "check the two periods: no notice can be in time for the first term",
        )
        return

    def early(fate: Fate, reason: Derived) -> str | None:
        entry, by = fate.entry, derived_days(fate, reason.key)
        if entry is None or by is None or by.last >= entry.day.first:
            return None
        return f"the last day for a notice for the first term is {by}, before the entry into force on {entry.day}"

    for outcome in matter.reason("deadline:0", early):
        if outcome.value is not None:
            hint = "check notice, and what the term runs from: no notice can be in time for the first term"
            yield Remark("deadline-before-entry", path, outcome.value + when(outcome), hint)


def windows(matter: Matter) -> Iterator[Remark]:
    """Windows that never close, or never open."""
    clause = matter.clause(Denunciation)
    window = None if clause is None else clause.window
    if window is None:
        return
    path = matter.at(Denunciation, "window")
    if at_least(length(window.lasts), length(window.every)):
        yield Remark(
            "window-always-open",
            (*path, "lasts"),
            f"windows of {window.lasts.words} that open every {window.every.words} never close",
            'check the two periods; a right that is always there is when = "at any time"',
        )
    over = _over_before(matter)
    if over:
        hint = "check every, what the windows are counted from, and the term"
        yield Remark("window-never-opens", (*path, "every"), over, hint)


def _over_before(matter: Matter) -> str:
    """Say that the treaty ends before the first window; nothing where it does not, or that cannot be told."""
    clause, term = matter.clause(Denunciation), matter.clause(Term)
    assert clause is not None and clause.window is not None
    window, total = clause.window, matter.total()
    if term is not None and total is not None and not isinstance(window.since, Moment):
        if set(term.anchors) == {Anchor.ENTRY} and at_least(length(window.every), total):
            return f"the first window opens {window.every.words} after the entry into force, when the treaty is over"
        return ""
    if term is None or term.until is None:
        return ""
    if isinstance(window.since, Moment):
        since: date | None = window.since.days.first
    else:
        days = [fate.entry.day.first for each in matter.life.worlds if (fate := each.result).entry is not None]
        since = min(days, default=None)
    try:
        opens = None if since is None else corresponding_day(since, window.every)
    except OutOfRangeError:
        return "the first window opens after the year 9999"
    if opens is None or opens <= term.until.days.last:
        return ""
    return f"the first window opens on {opens}, and the treaty ends with {term.until.days}"


def lock_ins(matter: Matter) -> Iterator[Remark]:
    """A lock-in as long as the treaty, or over before it matters."""
    clause, term = matter.clause(Denunciation), matter.clause(Term)
    lock = None if clause is None else clause.lock_in
    if clause is None or lock is None or term is None or term.lasts is None:
        return
    path, total = matter.at(Denunciation, "lock_in", "lasts"), matter.total()
    from_entry = set(term.anchors) == {Anchor.ENTRY}
    if total is not None and from_entry and at_least(length(lock.lasts), total):
        yield Remark(
            "lock-in-longer-than-term",
            path,
            f"nobody may leave for {lock.lasts.words}, and by then the treaty is over",
            "check the two periods; where nobody can ever leave, leave [denunciation] out",
        )
    elif (
        clause.when is ExitWhen.END_OF_TERM
        and from_entry
        and lock.bars == (Bars.EXIT,)
        and at_least(length(term.lasts), length(lock.lasts))
    ):
        yield Remark(
            "lock-in-without-effect",
            path,
            f"no exit comes before the end of a term of {term.lasts.words}, "
            f"so {lock.lasts.words} without exit keep nothing back",
            'leave it out, or say what it keeps back: bars = "notice"',
        )


def conferences(matter: Matter) -> Iterator[Remark]:
    """A conference on a treaty that is over."""
    review, total, term = matter.clause(Review), matter.total(), matter.clause(Term)
    if review is None or term is None or total is None or set(term.anchors) != {Anchor.ENTRY}:
        return
    if longer(length(review.after), total):
        yield Remark(
            "review-after-end",
            matter.at(Review, "after"),
            f"the conference meets {review.after.words} after the entry into force, when the treaty is over",
            "check after, and the term with its renewals",
        )


def retroactivity(matter: Matter) -> Iterator[Remark]:
    """Application to earlier facts from a day that is not earlier."""
    clause = matter.clause(RetroactiveEffect)
    if clause is None:
        return
    since = clause.since.days
    for outcome in matter.outcomes(None, lambda fate: None if fate.entry is None else fate.entry.day):
        if outcome.value is not None and since.first >= outcome.value.last:
            yield Remark(
                "retroactive-from-later",
                matter.at(RetroactiveEffect, "from"),
                f"{since} is not before the entry into force on {outcome.value}{when(outcome)}",
                "give the first day whose facts the treaty applies to, or leave the table out",
            )


RULES = (anchors, events, deadlines, windows, lock_ins, conferences, retroactivity)
