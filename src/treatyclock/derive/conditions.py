"""When a condition of entry into force was met: the algebra of ``law.clauses.conditions``, worked out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from treatyclock.civil.days import Days
from treatyclock.derive.case import Case
from treatyclock.derive.consent import Consent, consent_kinds, first_acts, withdrawn
from treatyclock.derive.reasons import Rule
from treatyclock.law.acts import SIGNING, Act, ActDate, ActKind
from treatyclock.law.clauses import conditions as law
from treatyclock.law.clauses.conditions import Condition

REACHED = Rule("number reached", "with this the instruments were as many, or weighed as much, as it takes, on {value}")
HAPPENED = Rule("period passed", "that period has passed with {value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A condition as it stands.

    Attributes:
        day: The day with which it was met; None if it was not.
        acts: The acts with which it was, or what was done towards it.
        because: The reasons.
    """

    day: Days | None
    acts: tuple[Act, ...] = ()
    because: tuple[str, ...] = ()


def met(case: Case, condition: Condition, which: ActDate) -> Met:
    """Work out when a condition was met.

    Args:
        case: The case.
        condition: The condition.
        which: Which date of an instrument counts.
    """
    return _METHODS[type(condition)](case, condition, which)


def _of_all(case: Case, by: Sequence[str], kinds: Sequence[ActKind], which: ActDate) -> Met:
    named = tuple(by) or tuple(party.id for party in case.record.parties)
    found = _standing(case, first_acts(case, kinds, named, which), lambda live: len(live) == len(named))
    acts = tuple(dict.fromkeys(each.act for each in found.values()))
    because = tuple(case.given_act(act) for act in acts)
    if len(found) < len(named):
        return Met(day=None, acts=acts, because=because)
    return Met(day=Days.latest(each.day for each in found.values()), acts=acts, because=because)


def _standing(
    case: Case, found: Mapping[str, Consent], enough: Callable[[Mapping[str, Consent]], bool]
) -> dict[str, Consent]:
    """Leave out consents that were taken back before they were enough."""
    live = dict(found)
    while enough(live):
        day = Days.latest(each.day for each in live.values())
        gone = []
        for party, consent in live.items():
            act = withdrawn(case, consent, party)
            if act is not None and case.legal_days(act.when()).first <= day.last:
                case.given_act(act)
                gone.append(party)
        if not gone:
            break
        for party in gone:
            del live[party]
    return live


def _signed(case: Case, condition: law.Signed, which: ActDate) -> Met:
    return _of_all(case, condition.by, SIGNING, ActDate.DATED)


def _consented(case: Case, condition: law.Consented, which: ActDate) -> Met:
    return _of_all(case, condition.by, consent_kinds(case), which)


def _exchanged(case: Case, condition: law.Exchanged, which: ActDate) -> Met:
    return _of_all(case, (), [ActKind.EXCHANGE], which)


def _fixed(case: Case, condition: law.FixedDate, which: ActDate) -> Met:
    return _of_all(case, (), SIGNING, ActDate.DATED)


def _instruments(case: Case, condition: law.Instruments, which: ActDate) -> Met:
    return _weighed(case, which, condition.among, dict.fromkeys(condition.among), Fraction(condition.number))


def _pairwise(case: Case, condition: law.Pairwise, which: ActDate) -> Met:
    return _weighed(case, which, (), {}, Fraction(2))


def _share(case: Case, condition: law.Share, which: ActDate) -> Met:
    table = next(each for each in case.record.weights if each.id == condition.of)
    shares = dict(table.shares)
    return _weighed(case, which, tuple(shares), shares, condition.at_least * table.total)


def _weighed(
    case: Case, which: ActDate, among: Sequence[str], weights: Mapping[str, Fraction | None], enough: Fraction
) -> Met:
    """Find the day with which the instruments that count reach a weight, each weighing 1 where none is given."""
    named = among or [party.id for party in case.record.parties]
    first = first_acts(case, consent_kinds(case), named, which)
    counting = {party: consent for party, consent in first.items() if consent.act.counts}

    def weight(party: str) -> Fraction:
        return weights.get(party) or Fraction(1)

    def reached(live: Mapping[str, Consent]) -> bool:
        return sum(map(weight, live)) >= enough

    live = counting
    while True:
        if not reached(live):
            acts = tuple(dict.fromkeys(each.act for each in live.values()))
            return Met(day=None, acts=acts, because=tuple(map(case.given_act, acts)))
        day = Days(
            first=_level([(c.day.first, weight(p)) for p, c in live.items()], enough),
            last=_level([(c.day.last, weight(p)) for p, c in live.items()], enough),
        )
        gone = _gone_by(case, live, day)
        if not gone:
            break
        live = {party: consent for party, consent in live.items() if party not in gone}
    deciding = [c.act for c in live.values() if c.day.first <= day.last and c.day.last >= day.first]
    acts = tuple(dict.fromkeys(deciding))
    given = (case.given_act(act) for act in acts)
    key = case.derived(f"reached:{enough}:{','.join(among)[:40]}", REACHED, day, *given)
    return Met(day=day, acts=acts, because=(key,))


def _gone_by(case: Case, live: Mapping[str, Consent], day: Days) -> set[str]:
    gone = set()
    for act in case.docket.of(ActKind.CONSENT_WITHDRAWN):
        for party in act.by:
            consent = live.get(party)
            if consent is None or withdrawn(case, consent, party) is not act:
                continue
            fact = f"{act.id} before the number was reached"
            if case.choices.settle(case.legal_days(act.when()).not_after(day), fact, f"was {fact}?"):
                gone.add(party)
    return gone


def _level(steps: list[tuple[Any, Fraction]], enough: Fraction) -> Any:
    total = Fraction(0)
    for day, weight in sorted(steps, key=lambda step: step[0]):
        total += weight
        if total >= enough:
            return day
    raise AssertionError("asked only where the whole is enough")


def _happened(case: Case, condition: law.Happened, which: ActDate) -> Met:
    act = case.docket.get(condition.event)
    if act is None:
        return Met(day=None)
    return Met(day=case.legal_days(act.effective or act.when()), acts=(act,), because=(case.given_act(act),))


def _not_before(case: Case, condition: law.NotBefore, which: ActDate) -> Met:
    return Met(day=condition.day.days)


def _elapsed(case: Case, condition: law.Elapsed, which: ActDate) -> Met:
    act = case.docket.get(condition.since)
    if act is None:
        return Met(day=None)
    day, keys = case.last_day(case.legal_days(act.when()), condition.period, first_day_counts=False)
    key = case.derived(f"elapsed:{act.id}", HAPPENED, day, case.given_act(act), *keys)
    return Met(day=day, because=(key,))


def _all_of(case: Case, condition: law.AllOf, which: ActDate) -> Met:
    parts = [met(case, part, which) for part in condition.conditions]
    acts = tuple(dict.fromkeys(act for part in parts for act in part.acts))
    because = tuple(dict.fromkeys(key for part in parts for key in part.because))
    days = [part.day for part in parts if part.day is not None]
    return Met(day=Days.latest(days) if len(days) == len(parts) else None, acts=acts, because=because)


def _any_of(case: Case, condition: law.AnyOf, which: ActDate) -> Met:
    parts = [met(case, part, which) for part in condition.conditions]
    there = [(part, part.day) for part in parts if part.day is not None]
    if not there:
        return Met(day=None, acts=tuple(dict.fromkeys(act for part in parts for act in part.acts)))
    day = Days.earliest(each for _, each in there)
    first = [part for part, each in there if each.first <= day.last]
    acts = tuple(dict.fromkeys(act for part in first for act in part.acts))
    return Met(day=day, acts=acts, because=tuple(dict.fromkeys(key for part in first for key in part.because)))


_METHODS: Mapping[type[Condition], Callable[[Case, Any, ActDate], Met]] = {
    law.Signed: _signed,
    law.Consented: _consented,
    law.Exchanged: _exchanged,
    law.FixedDate: _fixed,
    law.Instruments: _instruments,
    law.Pairwise: _pairwise,
    law.Share: _share,
    law.Happened: _happened,
    law.NotBefore: _not_before,
    law.Elapsed: _elapsed,
    law.AllOf: _all_of,
    law.AnyOf: _any_of,
}
