"""The inverse questions: from when and until when notice can be given, and when an exit would take effect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.derive.case import Case
from treatyclock.derive.docket import Docket
from treatyclock.derive.ends import End, first_end
from treatyclock.derive.entry import Entry
from treatyclock.derive.exit.by_notice import end_by_notice
from treatyclock.derive.exit.calendar_exits import fixed_day, windows
from treatyclock.derive.exit.lock_in import lock_in
from treatyclock.derive.reasons import Derived, Rule
from treatyclock.derive.standing import Frame, party_fate, releases_all
from treatyclock.derive.term import Terms
from treatyclock.errors import OutOfRangeError, TooManyDatesError
from treatyclock.law.acts import Act, ActKind
from treatyclock.law.clauses.exit import Bars, Denunciation, ExitWhen

LAST_NOTICE = Rule("last notice", "the last day for such a notice is {value}")
FIRST_NOTICE = Rule("first notice", "the first day for a notice that has effect is {value}")
WINDOW = Rule("window", "there is a time for notice that begins with {value}")
CLOSES = Rule("window closes", "that time is over with {value}")
OVER = Rule("over by then", "by then it is over, so nothing comes of it")

Range = tuple[Days, Days]

MOST_DATES = 1000
"""Dates that one answer may list: windows and terms as short as days would fill books with years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """What a question comes to in one world.

    Attributes:
        days: The days, one after the other; none where there is no such day.
        roots: The keys of the conclusions that they rest on.
    """

    days: tuple[Days | Range, ...]
    roots: tuple[str, ...]


Step = Callable[[Case, Frame], Worked]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Footing:
    """What a State's notice is measured by.

    Attributes:
        clause: The clause.
        entry: The entry into force for it.
        end: The end of that time of being a party, by what is recorded; None if none is foreseen.
        treaty: The treaty's entry into force.
    """

    clause: Denunciation
    entry: Entry
    end: End | None
    treaty: Entry


def _footing(case: Case, frame: Frame, party: str | None, on: Days | None = None) -> _Footing | None:
    """Return the footing on a day, of a State that left and came back too; at its last time where no day is given."""
    clause = case.record.clause(Denunciation)
    if frame.entry is None or clause is None:
        return None
    if party is None or releases_all(case.record):
        return _Footing(clause=clause, entry=frame.entry, end=frame.end, treaty=frame.entry)
    spells = party_fate(case, frame, party).spells
    if not spells:
        return None
    begun = [spell for spell in spells if on is None or spell.entry.day.first <= on.last]
    spell = (begun or spells[:1])[-1]
    return _Footing(clause=clause, entry=spell.entry, end=spell.end, treaty=frame.entry)


def _nothing(case: Case) -> Worked:
    clause = case.record.clause(Denunciation)
    return Worked(days=(), roots=("entry", *((case.given_clause(clause),) if clause is not None else ())))


def _over(case: Case, key: str, end: End) -> Worked:
    """Return that nothing comes of a conclusion, since being in force ends before it."""
    return Worked(days=(), roots=(case.derived("over", OVER, None, key, end.key),))


def last_timely_notice(party: str | None, at: date | None) -> Step:
    """Return the step that finds the last day for a notice.

    Args:
        party: Whose notice; None where one notice ends the treaty for all.
        at: A day of the term in question, or one after which the window or the fixed day comes; the first for that
            State where None.
    """

    def step(case: Case, frame: Frame) -> Worked:
        footing = _footing(case, frame, party)
        if footing is None:
            return _nothing(case)
        if at is not None and frame.end is not None and frame.end.last_day.last < at:
            return Worked(days=(), roots=(frame.end.key,))
        clause, day = footing.clause, at or footing.entry.day.first
        given = case.given_clause(clause)
        if clause.when is ExitWhen.END_OF_TERM:
            deadline = _deadline(Terms(case, footing.treaty), day)
            return Worked(days=(deadline[0],), roots=(deadline[1],)) if deadline else _nothing(case)
        if clause.when is ExitWhen.WINDOW:
            window = next(windows(case, *_of(footing), day))
            key = case.derived("last_notice", LAST_NOTICE, window.closes, given, *window.because)
            return Worked(days=(window.closes,), roots=(key,))
        if clause.day is not None:
            last = Days.on(fixed_day(clause.day, day)[1])
            return Worked(days=(last,), roots=(case.derived("last_notice", LAST_NOTICE, last, given),))
        return Worked(days=(), roots=(footing.entry.key, given))

    return step


def _of(footing: _Footing) -> tuple[Denunciation, Entry, Entry]:
    return footing.clause, footing.entry, footing.treaty


def _deadline(terms: Terms, at: date) -> tuple[Days, str] | None:
    """Return the deadline of the term that runs on a day; None where no term, or none any more, runs on it."""
    if not terms.runs:
        return None
    number = terms.first_block(lambda each: _lasts_until(terms, each, at))
    if number is None:
        return None
    deadline = terms.deadline(number)
    return deadline.last, deadline.key


def _lasts_until(terms: Terms, number: int, day: date) -> bool:
    try:
        return terms.block(number).last.last >= day
    except OutOfRangeError:  # a block past year 9999 is past every day
        return True


def earliest_notice(party: str | None) -> Step:
    """Return the step that finds the first day on which a notice has effect."""

    def step(case: Case, frame: Frame) -> Worked:
        footing = _footing(case, frame, party)
        if footing is None:
            return _nothing(case)
        day, key = _earliest(case, footing)
        if footing.end is not None and footing.end.last_day.last < day.first:
            return _over(case, key, footing.end)
        return Worked(days=(day,), roots=(key,))

    return step


def _earliest(case: Case, footing: _Footing) -> tuple[Days, str]:
    day, because = footing.entry.day, [footing.entry.key, case.given_clause(footing.clause)]
    lock = lock_in(case, *_of(footing))
    if lock is not None and lock[0] is Bars.NOTICE:
        day = Days.latest([day, lock[1]])
        because += lock[2]
    if footing.clause.when is ExitWhen.WINDOW:
        window = next(windows(case, *_of(footing), day.first))
        day = Days.latest([day, window.opens])
        because += window.because
    return day, case.derived("first_notice", FIRST_NOTICE, day, *because)


_TRIED = "a notice to try"  # no act of a file is called so


def exit_by(party: str | None, on: Moment | None) -> Step:
    """Return the step that finds the last day in force if a notice is given.

    Args:
        party: Who gives it.
        on: Its date; None for the first day on which it has effect.
    """

    def step(case: Case, frame: Frame) -> Worked:
        end = _exit(case, frame, party, on)
        if end is None:
            return Worked(days=(), roots=tuple(key for key in (f"notice:{_TRIED}", "entry") if key in case.reasons))
        return Worked(days=(end.last_day,), roots=(f"{end.key}:ends", end.key))

    return step


def _exit(case: Case, frame: Frame, party: str | None, on: Moment | None) -> End | None:
    footing = _footing(case, frame, party, None if on is None else case.legal_days(on))
    if footing is None:
        return None
    when = moment(_text(_earliest(case, footing)[0])) if on is None else on
    by = (party,) if party is not None else (case.record.parties[0].id,)
    grounds = "as the clause requires" if footing.clause.needs_ground else ""
    act = Act(id=_TRIED, kind=ActKind.DENUNCIATION, by=by, dated=when, grounds=grounds)
    case.docket = Docket([*case.docket.all, act])
    end = end_by_notice(case, footing.entry, footing.treaty, Terms(case, footing.treaty), act)
    if end is None:
        return None
    return first_end(case, [end] if footing.end is None else [end, footing.end], "exit")


def _text(days: Days) -> str:
    return str(days.first) if days.known else f"[{days.first}..{days.last}]"


def effect_of(notice: str) -> Step:
    """Return the step that finds the last day in force for who gave a notice of the record."""

    def step(case: Case, frame: Frame) -> Worked:
        act = case.docket.get(notice)
        if act is None:
            return Worked(days=(), roots=("entry",))
        party = None if releases_all(case.record) else act.by[0]
        clause = case.record.clause(Denunciation)
        day = case.legal_days(act.when() if clause is None else act.when(clause.runs_from))
        footing = _footing(case, frame, party, day)
        if footing is None:
            return _nothing(case)
        end = end_by_notice(case, footing.entry, footing.treaty, Terms(case, footing.treaty), act, party=party)
        if end is None:
            return Worked(days=(), roots=tuple(_about(case, act)))
        if footing.end is not None and footing.end.last_day.last < end.last_day.first:
            return _over(case, end.key, footing.end)
        return Worked(days=(end.last_day,), roots=(end.key,))

    return step


def _about(case: Case, notice: Act) -> Iterator[str]:
    """Yield the keys of what was concluded of a notice, and of acts that answer it."""
    for key, reason in case.reasons.items():
        about = reason.subject if isinstance(reason, Derived) else None
        if isinstance(about, Act) and notice.id in (about.id, about.of):
            yield key


def windows_between(party: str | None, first: date, last: date) -> Step:
    """Return the step that finds the windows of which a day lies between two."""

    def step(case: Case, frame: Frame) -> Worked:
        footing = _footing(case, frame, party)
        if footing is None or footing.clause.window is None:
            return _nothing(case)
        found: list[Days | Range] = []
        roots = []
        for window in windows(case, *_of(footing), first):
            if window.opens.first > last or (footing.end and window.opens.first > footing.end.last_day.last):
                break
            given = case.given_clause(footing.clause)
            begins = case.derived(f"window:{window.number}", WINDOW, window.opens, given, *window.because)
            roots.append(case.derived(f"window:{window.number}:closes", CLOSES, window.closes, begins))
            _one_more(found, (window.opens, window.closes))
        return Worked(days=tuple(found), roots=tuple(roots) or ("entry",))

    return step


def _one_more(found: list[Days | Range], each: Days | Range) -> None:
    if len(found) == MOST_DATES:
        raise TooManyDatesError(MOST_DATES)
    found.append(each)


def renewals(until: date) -> Step:
    """Return the step that finds the last day of each stretch of the term, as far as the treaty lives and a day."""

    def step(case: Case, frame: Frame) -> Worked:
        if frame.entry is None:
            return _nothing(case)
        terms = Terms(case, frame.entry)
        found: list[Days | Range] = []
        roots = []
        for block in _blocks(terms) if terms.runs else ():
            if block[0].first > until or (frame.end is not None and block[0].first > frame.end.last_day.last):
                break
            _one_more(found, block[0])
            roots.append(block[1])
        return Worked(days=tuple(found), roots=tuple(roots) or ("entry",))

    return step


def _blocks(terms: Terms) -> Iterator[tuple[Days, str]]:
    times = terms.renewals[0]
    for number in count() if times is None else range(times + 1):
        block = terms.block(number)
        yield block.last, block.key
