"""A time in which nobody may leave: it keeps back the notice, or only its effect."""

from __future__ import annotations

from treatyclock.civil.days import Days
from treatyclock.derive.case import Case, eve
from treatyclock.derive.ends import End, ending_with, latest_end
from treatyclock.derive.entry import Entry
from treatyclock.derive.exit.notice import BY_CLAUSE, Notice, futile
from treatyclock.derive.reasons import Rule
from treatyclock.law.clauses.exit import Bars, Denunciation, Since
from treatyclock.law.readings import LOCK_IN

LOCKED_IN = Rule(
    "notice barred", "the notice was given before {value}, when none could be, so it has no effect", BY_CLAUSE
)
LOCKED_UNTIL = Rule("exit barred", "there is no exit before that time is over, so being in force ends with {value}")


def lock_in(case: Case, clause: Denunciation, entry: Entry, treaty: Entry) -> tuple[Bars, Days, tuple[str, ...]] | None:
    """Return what is barred and up to which day, with the reasons; None where nothing is.

    Args:
        case: The case.
        clause: The clause.
        entry: The entry into force for the State.
        treaty: That of the treaty.
    """
    lock = clause.lock_in
    if lock is None:
        return None
    since = treaty if lock.since is Since.TREATY else entry
    said = lock.bars[0].value if len(lock.bars) == 1 else None
    answer, key = case.convention(LOCK_IN, said)
    over, policy = case.last_day(since.day, lock.lasts, first_day_counts=False)
    return Bars(answer), over, (since.key, key, *policy)


def outside_lock_in(case: Case, notice: Notice) -> bool:
    """Tell whether a notice was given when it could be; note it where it was not."""
    lock = lock_in(case, notice.clause, notice.entry, notice.treaty)
    if lock is None or lock[0] is not Bars.NOTICE:
        return True
    _, over, keys = lock
    fact = f"{notice.label} after the time in which no notice can be given"
    if case.choices.settle(over.not_after(case.legal_days(notice.when)), fact, f"was {fact}?"):
        return True
    futile(case, notice, LOCKED_IN, *keys, value=over)
    return False


def unlocked(case: Case, notice: Notice, end: End) -> End | None:
    """Put off an end that a lock-in keeps back."""
    lock = lock_in(case, notice.clause, notice.entry, notice.treaty)
    if lock is None or lock[0] is not Bars.EXIT or lock[1].last <= end.last_day.first:
        return end
    # The first day on which a notice could be given is the first day out, so the one before is the last in force.
    _, over, keys = lock
    locked = over.map(eve)
    last = Days.latest([end.last_day, locked])
    key = case.derived(f"{notice.name}:locked", LOCKED_UNTIL, last, end.key, *keys, subject=notice.act)
    return latest_end(end, ending_with(case, locked, key), key)
