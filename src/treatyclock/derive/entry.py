"""Consent and entry into force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from treatyclock.civil.days import Days
from treatyclock.civil.moments import Moment
from treatyclock.derive.case import Case, Span, span_text
from treatyclock.instants import from_datetime
from treatyclock.law.acts import Act, ActKind
from treatyclock.law.clauses import EntryWhen
from treatyclock.law.readings import AT_THE_HOUR, ENTRY_HOUR

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
    """Return each party's first act of a kind, by party; which of two vague ones was first is a question of fact."""
    found: dict[str, Act] = {}
    for act in case.acts(kind):
        for party in act.by:
            other = found.get(party)
            if other is None or _comes_before(case, act, other):
                found[party] = act
    return found


def _comes_before(case: Case, act: Act, other: Act) -> bool:
    fact = f"{act.id} before {other.id}"
    return case.choices.settle(~other.when().days.not_after(act.when().days), fact, f"was {fact}?")


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

    Law: Vienna Convention art. 24(1)-(2). No general rule says at which hour; practice takes the
    beginning of the day. Where the hour of the act is known, both it and the day's beginning are tried.
    """
    clause = case.record.entry
    if clause is None:
        case.derived("entry", "no entry clause", None, law=_LAW)
        return None
    given = case.given_clause("entry")
    acts = tuple(dict.fromkeys(first_acts(case, _WAITS_FOR[clause.when]).values()))
    because = tuple(case.given_act(act) for act in acts)
    if {party for act in acts for party in act.by} < {party.id for party in case.record.parties}:
        case.derived("entry", "entry not met", None, given, *because, law=_LAW)
        return None
    day = Days.latest(case.legal_days(act.when()) for act in acts)
    if clause.on is not None:
        day = Days.latest([day, clause.on.days])
    key = case.derived("entry", "entry", day, given, *because, law=_LAW)
    begins, conventions = _begins(case, day, acts)
    case.derived("entry:begins", "begins", span_text(begins), key, *because, *conventions)
    return Entry(day=day, begins=begins, key=key)


def _begins(case: Case, day: Days, acts: Sequence[Act]) -> tuple[Span, tuple[str, ...]]:
    """Return when the day of entry begins: never before the acts that bring it about could have been done."""
    (early, late), keys = case.start_of(day)
    from_hour = False
    clause = case.record.entry
    assert clause is not None
    timed = [act.when() for act in acts if act.when().wall is not None]
    if any(case.legal_days(when).last >= day.first for when in timed):
        answer, key = case.convention(ENTRY_HOUR, clause.hour)
        from_hour, keys = answer == AT_THE_HOUR, (*keys, key)
    floors = [case.happening(act.when()) if from_hour else _day_begins_there(act.when()) for act in acts]
    return (max([early, *(floor[0] for floor in floors)]), max([late, *(floor[1] for floor in floors)])), keys


def _day_begins_there(when: Moment) -> Span:
    """Return the start of an act's day where it was done: nothing can follow from it earlier.

    An act without a clock, or with no place but UTC, sets no such bound.
    """
    places = [clock for clock in when.zones if clock.key != "UTC"]
    if not places:
        return _NEVER, _NEVER
    return (
        min(clock.start_of_day(when.days.first) for clock in places),
        max(clock.start_of_day(when.days.last) for clock in places),
    )
