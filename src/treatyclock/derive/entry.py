"""Consent and entry into force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from treatyclock.civil.days import Days
from treatyclock.civil.moments import Moment
from treatyclock.derive.case import Case, Span, span_text
from treatyclock.instants import from_datetime
from treatyclock.law.acts import Act, ActKind
from treatyclock.law.clauses import EntryWhen

_LAW = "Vienna Convention on the Law of Treaties, art. 24(1)-(2)"
_NEVER = from_datetime(datetime.min.replace(tzinfo=UTC))
_WAITS_FOR = {
    EntryWhen.RATIFIED: ActKind.RATIFICATION,
    EntryWhen.SIGNED: ActKind.SIGNATURE,
    EntryWhen.EXCHANGED: ActKind.EXCHANGE,
    EntryWhen.FIXED: ActKind.SIGNATURE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The treaty's entry into force.

    Attributes:
        day: The day from whose beginning it is in force.
        begins: When that day begins.
        key: The reason.
    """

    day: Days
    begins: Span
    key: str


def first_acts(case: Case, kind: ActKind) -> dict[str, Act]:
    """Return each party's first act of a kind, by party; of two that may each be first, the one listed first."""
    found: dict[str, Act] = {}
    for act in case.acts(kind):
        for party in act.by:
            if party not in found or act.when().days.last < found[party].when().days.first:
                found[party] = act
    return found


def last_of_all(case: Case, kind: ActKind) -> tuple[Days, tuple[str, ...]] | None:
    """Return the day by which every party had done an act of a kind, and the reasons; None if one had not."""
    acts = first_acts(case, kind)
    if any(party.id not in acts for party in case.record.parties):
        return None
    distinct = tuple(dict.fromkeys(acts.values()))
    days = Days.latest(case.legal_days(act.when()) for act in distinct)
    return days, tuple(case.given_act(act) for act in distinct)


def entry_into_force(case: Case) -> Entry | None:
    """Derive when the treaty entered into force; None if it has not.

    Law: Vienna Convention art. 24(1)-(2). The treaty is in force from the beginning of that
    day, unless it names an hour: no general rule says so, practice does.
    """
    clause = case.record.entry
    if clause is None:
        case.derived("entry", "no entry clause", None, law=_LAW)
        return None
    given = case.given("clause:entry", clause, ref=clause.basis.ref, sources=clause.basis.sources)
    met = last_of_all(case, _WAITS_FOR[clause.when])
    if met is None:
        acts = first_acts(case, _WAITS_FOR[clause.when])
        so_far = tuple(case.given_act(act) for act in dict.fromkeys(acts.values()))
        case.derived("entry", "entry not met", None, given, *so_far, law=_LAW)
        return None
    day, because = met
    if clause.on is not None:
        day = Days.latest([day, clause.on.days])
    (early, late), midnight = case.start_of(day)
    done = [act.when() for act in first_acts(case, _WAITS_FOR[clause.when]).values()]
    floor = max((_day_begins_there(when) for when in done), default=early)
    begins = (max(early, floor), max(late, floor))
    key = case.derived("entry", "entry", day, given, *because, law=_LAW)
    case.derived("entry:begins", "begins", span_text(begins), key, *midnight)
    return Entry(day=day, begins=begins, key=key)


def _day_begins_there(when: Moment) -> int:
    """Return the start of an act's day where it was done: nothing can follow from it earlier.

    An act without a clock, or with no place but UTC, sets no such bound.
    """
    return min((clock.start_of_day(when.days.first) for clock in when.zones if clock.key != "UTC"), default=_NEVER)
