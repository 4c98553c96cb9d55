"""Recorded days of entry into force and of exits beside the count, and why they may differ.

The causes are those that a comparison with the lists of depositaries has shown (``docs/real-data.md``), as far as one
treaty's record can tell them. Rules name them, in order, and the first that holds is taken; none is proved by that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from treatyclock.answers.recorded_differences import END, ENTRY, EXIT, RecordedDifference, RecordedDifferences
from treatyclock.civil.days import Days
from treatyclock.civil.periods import Period, corresponding_day
from treatyclock.derive.histories.life import Life
from treatyclock.derive.reasoning.facts import Recorded
from treatyclock.errors import OutOfRangeError
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.delays import Delay
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.joining import Joining
from treatyclock.law.subjects import GENERALLY, Subject


def recorded_differences(life: Life) -> RecordedDifferences:
    """Return the recorded days that are not the day by the count in any world in which there is a count."""
    record = life.record.read_as(life.reading)
    entry = record.clause(EntryIntoForce)
    delays = [clause.delay for clause in record.several(Joining)]
    delays += [] if entry is None or entry.delay is None else [entry.delay]
    exits = tuple(Delay(period=each.notice) for each in record.several(Denunciation))
    of_entries = _Counting(own=frozenset(_own_days(life)), delays=tuple(delays))
    of_exits = _Counting(delays=exits, rules=EXIT_RULES)
    rows = []
    for subject in (GENERALLY, *(Subject((party.id,)) for party in record.parties)):
        for (act, of_end), facts in _facts(life, subject):
            if all(_surely_apart(fact) for fact in facts):
                of = ENTRY if not of_end and (act is None or act.kind.consents) else END if act is None else EXIT
                causes = {_cause(fact, of_entries if of == ENTRY else of_exits) for fact in facts}
                rows.append(
                    RecordedDifference(
                        of=of,
                        party=None if subject == GENERALLY else subject.parties[0],
                        act=None if act is None else act.id,
                        recorded=facts[0].recorded,
                        counted=tuple(dict.fromkeys(fact.counted for fact in facts)),
                        cause=causes.pop() if len(causes) == 1 else "",
                    )
                )
    return RecordedDifferences(rows=tuple(rows), record=life.record, reading=life.reading)


def _own_days(life: Life) -> Iterator[date]:
    """Yield the days of the treaty's own entry into force: those that came out, and those by the count."""
    entries = (world.result.entry for world in life.course(GENERALLY).worlds)
    days = [entry.day for entry in entries if entry is not None]
    days += [fact.counted for (_, of_end), facts in _facts(life, GENERALLY) for fact in facts if not of_end]
    yield from (day.first for day in days if day.known)


def _facts(life: Life, subject: Subject) -> Iterator[tuple[tuple[Act | None, bool], list[Recorded]]]:
    """Yield what was recorded of a subject's entry into force and of its exits, as each world has it.

    Each with the act whose effect was recorded, and with whether it is the treaty's own end.
    """
    found: dict[tuple[Act | None, bool], dict[Recorded, None]] = {}
    for world in life.course(subject).worlds:
        for fact in world.result.findings.facts.values():
            if isinstance(fact, Recorded) and _is_of(fact, subject):
                found.setdefault((fact.act, fact.of_end), {})[fact] = None
    return ((which, list(facts)) for which, facts in found.items())


def _is_of(fact: Recorded, subject: Subject) -> bool:
    if fact.act is None or subject == GENERALLY:
        return fact.act is None and subject == GENERALLY
    return subject.parties[0] in fact.act.by


def _surely_apart(fact: Recorded) -> bool:
    return fact.recorded.last < fact.counted.first or fact.counted.last < fact.recorded.first


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """Two days, and what may have led from one to the other.

    Attributes:
        recorded: The recorded day.
        counted: The day by the count.
        deposit: The day of the instrument or the notice; None for the treaty's own entry into force.
        too_early: Whether the treaty itself entered into force only after the recorded day.
        own: The days of the treaty's own entry into force.
        delays: The delays of its clauses that are plain periods.
    """

    recorded: date
    counted: date
    deposit: date | None
    too_early: bool
    own: frozenset[date]
    delays: tuple[Period, ...]

    def is_after_deposit_by(self, periods: Iterable[Period]) -> bool:
        """Tell whether one of some periods leads from the deposit to the recorded day."""
        if self.deposit is None:
            return False
        return any(_after(self.deposit, period) == self.recorded for period in periods)


def _after(day: date, period: Period) -> date | None:
    try:
        return corresponding_day(day, period)
    except OutOfRangeError:
        return None


def _in_other_units(periods: Iterable[Period]) -> Iterator[Period]:
    """Yield thirty days for each month and a month for each thirty days."""
    for period in periods:
        if period.days and period.days % 30 == 0 and not period.months and not period.years:
            yield Period(months=period.days // 30)
        elif period.months and not period.days and not period.years:
            yield Period(days=period.months * 30)


def _swapped(it: _Compared) -> bool:
    day = it.recorded
    return day.day <= 12 and it.counted == day.replace(month=day.day, day=day.month)


RULES: Mapping[str, Callable[[_Compared], bool]] = {
    "the treaty's own day, given to a State that deposited too late for it": (
        lambda it: it.deposit is not None and it.recorded in it.own and it.recorded < it.counted
    ),
    "counted from the deposit, though the treaty was not yet in force": (
        lambda it: it.too_early and it.is_after_deposit_by(it.delays)
    ),
    "perhaps a slip: right day and month, another year": (
        lambda it: (it.recorded.month, it.recorded.day) == (it.counted.month, it.counted.day)
    ),
    "the day of the deposit itself": lambda it: it.recorded == it.deposit,
    "before the deposit: perhaps a succession, or the day of a predecessor": (
        lambda it: it.deposit is not None and it.recorded < it.deposit
    ),
    "months counted for days, or days for months": lambda it: it.is_after_deposit_by(_in_other_units(it.delays)),
    "perhaps a slip: month and day change places": _swapped,
    "off by one day": lambda it: abs(it.recorded - it.counted) == timedelta(days=1),
    "earlier than by the instruments listed: perhaps one that counted is not listed": (
        lambda it: it.recorded < it.counted and (it.deposit is None or it.counted in it.own)
    ),
}
"""The causes for an entry into force, in the order in which they are tried."""


EXIT_RULES: Mapping[str, Callable[[_Compared], bool]] = {
    "perhaps a slip: right day and month, another year": (
        lambda it: (it.recorded.month, it.recorded.day) == (it.counted.month, it.counted.day)
    ),
    "the day of the notice itself": lambda it: it.recorded == it.deposit,
    "months counted for days, or days for months": lambda it: it.is_after_deposit_by(_in_other_units(it.delays)),
    "perhaps a slip: month and day change places": _swapped,
    "off by one day: perhaps the first day out and the last in force change places": (
        lambda it: abs(it.recorded - it.counted) == timedelta(days=1)
    ),
}
"""The causes for an exit, whose days are the last in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counting:
    """What days are counted by, of entries or of exits.

    Attributes:
        own: The days of the treaty's own entry into force.
        delays: The delays of its clauses, or the period of notice.
        rules: The causes that may be.
    """

    own: frozenset[date] = frozenset()
    delays: tuple[Delay, ...]
    rules: Mapping[str, Callable[[_Compared], bool]] = field(default_factory=lambda: RULES)


def _cause(fact: Recorded, by: _Counting) -> str:
    if not fact.recorded.known or not fact.counted.known:
        return ""
    deposit: Days | None = None if fact.act is None else fact.act.when().days
    compared = _Compared(
        recorded=fact.recorded.first,
        counted=fact.counted.first,
        deposit=deposit.first if deposit is not None and deposit.known else None,
        too_early=fact.too_early,
        own=by.own,
        delays=tuple(delay.period for delay in by.delays if delay == Delay(period=delay.period)),
    )
    if fact.of_end or (fact.act is not None and compared.deposit is None):
        return ""
    return next((name for name, holds in by.rules.items() if holds(compared)), "")
