"""The end that a notice brings, from what the clause says and what was done after it."""

from __future__ import annotations

from treatyclock.derive.case import Case
from treatyclock.derive.ends import End
from treatyclock.derive.entry import Entry
from treatyclock.derive.exit.calendar_exits import in_window, on_fixed_day
from treatyclock.derive.exit.changes import moved, named, recorded, rescinded, stayed, suspended
from treatyclock.derive.exit.end_of_term import at_end_of_term
from treatyclock.derive.exit.lock_in import outside_lock_in, unlocked
from treatyclock.derive.exit.notice import BY_CLAUSE, Notice, after_notice, futile
from treatyclock.derive.reasons import Rule
from treatyclock.derive.term import Terms
from treatyclock.law.acts import Act
from treatyclock.law.clauses.exit import Denunciation, ExitWhen
from treatyclock.law.readings import GROUNDS

BEFORE_ENTRY = Rule(
    "notice before entry",
    "the treaty was not yet in force, so the notice had no effect",
    "Vienna Convention on the Law of Treaties, art. 24(4): before entry only clauses on entry itself apply",
)
NO_CLAUSE = Rule(
    "no exit clause",
    "no clause allows a denunciation, so the notice has no effect by the treaty's terms",
    "Vienna Convention on the Law of Treaties, art. 56(1)",
)
NO_GROUNDS = Rule("no grounds", "the notice states none of the grounds required, so it has no effect", BY_CLAUSE)


def end_by_notice(
    case: Case, entry: Entry, treaty: Entry, terms: Terms, act: Act, *, party: str | None = None
) -> End | None:
    """Derive the end that a notice brings; None if it brings none.

    Args:
        case: The case.
        entry: The entry into force for the party that gave it; the treaty's where it ends it for all.
        treaty: The treaty's entry into force.
        terms: The treaty's term.
        act: The notice.
        party: The party whose end is sought; None where the notice ends it for all.
    """
    given = case.given_act(act)
    clause = case.record.clause(Denunciation)
    if clause is None:
        case.derived(f"notice:{act.id}", NO_CLAUSE, False, given, subject=act)
        return None
    stated = case.given_clause(clause)
    when = act.when(clause.runs_from)
    of = act.by if party is None else (party,)
    notice = Notice(act=act, clause=clause, when=when, given=(stated, given), entry=entry, treaty=treaty, of=of)
    in_force = entry.day.not_after(case.legal_days(when))
    fact = f"in force when {notice.label} was given"
    if not case.choices.settle(in_force, fact, f"was it {fact}?"):
        futile(case, notice, BEFORE_ENTRY, entry.key)
        return None
    end = _effect(case, terms, notice)
    for change in (named, unlocked, recorded, moved, suspended, stayed):
        end = None if end is None else change(case, notice, end)
    return None if end is None or rescinded(case, notice, end) else end


def _effect(case: Case, terms: Terms, notice: Notice) -> End | None:
    clause = notice.clause
    if clause.needs_ground and not notice.act.grounds:
        answer, key = case.convention(GROUNDS, None)
        if answer == "without effect":
            futile(case, notice, NO_GROUNDS, key)
            return None
    if not outside_lock_in(case, notice):
        return None
    if clause.when is ExitWhen.ANY_TIME:
        return after_notice(case, notice, clause.notice)
    if clause.when is ExitWhen.WINDOW:
        return in_window(case, notice)
    if clause.when is ExitWhen.FIXED_DAY:
        return on_fixed_day(case, notice)
    return at_end_of_term(case, terms, notice)
