"""When a condition of entry into force was met: the algebra of ``law.clauses.conditions``, worked out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from treatyclock.civil.days import EARLIEST, Days
from treatyclock.derive.consent import Consent, consent_kinds, consents, instrument_kinds
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.member_again import gone_with
from treatyclock.derive.negotiating import awaited, perhaps_negotiating
from treatyclock.derive.not_on_record import (
    all_at_the_earliest,
    consents_not_on_record,
    event_not_on_record,
    instruments_not_on_record,
    may_lack_instruments,
    met_otherwise,
    reached_earlier,
    reached_later,
    with_parties_not_listed,
)
from treatyclock.derive.reaching_back import takes_effect
from treatyclock.derive.reasons import Key, Named, Rule
from treatyclock.derive.taken_back import takes_back, takings_back
from treatyclock.derive.tally import Of, Tally, tally
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN, EXCHANGE
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.clauses import conditions as law
from treatyclock.law.clauses.conditions import Condition
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.record import Weights
from treatyclock.law.vocabulary import JOINING, SIGNING
from treatyclock.truth import Truth

REACHED = Rule("number reached", "what is needed was there {value}")
NOT_REACHED = Rule("number not reached", "not all that is needed is there: {value}")
NOT_RECORDED = Rule("event of entry not recorded", "no act records {value}")
NOT_AWAITED = Rule(
    "not awaited",
    "{value} took no part in the negotiation, so the treaty does not wait for it",
    "Vienna Convention on the Law of Treaties, arts. 2(1)(e), 15 and 24(2)",
)
HAPPENED = Rule("period passed", "that period had passed on {value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A condition as it stands.

    Attributes:
        day: The day with which it was met; None if it was not.
        acts: The acts with which it was, or what was done towards it.
        because: The reasons.
        not_before: The day before which it was not met, whatever acts the record may lack.
    """

    day: Days | None
    acts: tuple[Act, ...] = ()
    because: tuple[Key, ...] = ()
    not_before: date = EARLIEST


@dataclass(frozen=True, slots=True)
class _Counted:
    """Which consents a condition may count.

    Attributes:
        which: Which date of an instrument counts.
        gone: Withdrawals of consent that undo what came before them, and ends of membership that do.
        listed: Whether only acts on record count, whatever the record may lack.
    """

    which: ActDate
    gone: tuple[Act, ...] = ()
    listed: bool = False

    def first(
        self,
        evaluation: Evaluation,
        kinds: Sequence[ActKind],
        parties: Sequence[str],
        which: ActDate | None = None,
        *,
        counting: bool = False,
    ) -> dict[str, Consent]:
        """Return each party's first consent of some kinds that was not taken back, and counts if it must."""
        found = {}
        for party in parties:
            back = [act for act in self.gone if party in act.by]
            binding = consent_kinds(evaluation, party) if back else ()
            for consent in consents(evaluation, party, kinds, which or self.which):
                if counting and not consent.act.counts:
                    continue
                if consent.act.kind not in binding or not any(
                    gone_with(evaluation, consent, act, party) for act in back
                ):
                    found[party] = consent
                    break
        return found


def met(
    evaluation: Evaluation, condition: Condition, which: ActDate, *, listed: bool = False, gone: tuple[Act, ...] = ()
) -> Met:
    """Work out when a condition was met, leaving out consents that were taken back before it was.

    Args:
        evaluation: The evaluation.
        condition: The condition.
        which: Which date of an instrument counts.
        listed: Whether only acts on record count; otherwise acts that the record may lack leave the condition open.
        gone: Withdrawals of consent that count, whenever they came, and ends of membership.
    """
    counted = _Counted(which, gone=gone, listed=listed)
    while True:
        found = _met(evaluation, condition, counted)
        more = () if found.day is None else _gone_by(evaluation, found.day, counted)
        if not more:
            back = tuple(map(evaluation.given_act, counted.gone))
            found = replace(found, because=tuple(dict.fromkeys((*found.because, *back))))
            if listed or found.day is None:
                return found
            return replace(found, day=met_otherwise(evaluation, found.day, found.not_before))
        # Without them it was met later, or not at all; a consent given again counts again.
        counted = replace(counted, gone=(*counted.gone, *more))


def _gone_by(evaluation: Evaluation, day: Days, counted: _Counted) -> tuple[Act, ...]:
    found = []
    for act in takings_back(evaluation):
        if act in counted.gone:
            continue
        fact = f"{act.id} before the condition was met"
        when = evaluation.legal_days(act.when())
        before = ~day.not_after(when)
        if act.kind == CONSENT_WITHDRAWN:
            # Of one day, the order is open; a notice of the day of entry is one given while the treaty is in force.
            before = Truth.agreed((when.not_after(day), before))
        if evaluation.settle(before, fact, about=(act,)) and takes_back(evaluation, act):
            found.append(act)
    return tuple(found)


def _met(evaluation: Evaluation, condition: Condition, counted: _Counted) -> Met:
    return _METHODS[type(condition)](evaluation, condition, counted)


def _of_all(
    evaluation: Evaluation, of: Of, by: Sequence[str], counted: _Counted, which: ActDate = ActDate.DATED
) -> Met:
    kinds = {Of.SIGNATURES: SIGNING, Of.CONSENTS: instrument_kinds(evaluation), Of.EXCHANGES: (EXCHANGE,)}[of]
    named = tuple(by) or _awaited(evaluation, kinds, counted, which)
    found = counted.first(evaluation, kinds, named, which)
    acts = tuple(dict.fromkeys(each.act for each in found.values()))
    because = (*(() if by else _not_awaited(evaluation, named)), *(evaluation.given_act(act) for act in acts))
    day = Days.latest(each.day for each in found.values()) if found and len(found) == len(named) else None
    told = because
    if day is None or len(named) > _FEW:
        days = {party: consent.day for party, consent in found.items()}
        told = (_told(evaluation, tally(of, Fraction(len(named)), days, day, named=named), named, because),)
    if counted.listed:
        return Met(day=day, acts=acts, because=told)
    not_before = _all_at_the_earliest(evaluation, kinds, named, which)
    if day is None:
        lacking = [party for party in named if party not in found]
        # Where nobody is named, those for whom it waits are not on the list, which is in part.
        day = consents_not_on_record(evaluation, lacking, not_before) if named else reached_later(evaluation, EARLIEST)
        if day is None:
            return Met(day=None, acts=acts, because=told)
        return Met(day=day, acts=acts, because=because, not_before=day.first)
    whole = day if by else with_parties_not_listed(evaluation, day)
    return Met(day=whole, acts=acts, because=told, not_before=not_before)


def _all_at_the_earliest(
    evaluation: Evaluation, kinds: Sequence[ActKind], named: Sequence[str], which: ActDate
) -> date:
    """Return the day before which some of those named had not acted, by those whose acts are all on record."""
    # A consent that was taken back later counts too: nobody knows what came before that.
    first = _Counted(which).first(evaluation, kinds, named, which)
    return all_at_the_earliest(evaluation, {party: each.day for party, each in first.items()})


def _awaited(evaluation: Evaluation, kinds: Sequence[ActKind], counted: _Counted, which: ActDate) -> tuple[str, ...]:
    """Return the States for which it waits; where the acts of some contradict each other, these are open.

    An act by which they took part after all others had done what is awaited shows nothing of the time before.
    """
    sure = awaited(evaluation.record)
    perhaps = {party: day for party, day in perhaps_negotiating(evaluation.record).items() if party not in sure}
    done = counted.first(evaluation, kinds, sure, which) if perhaps else {}
    if not perhaps or len(done) < len(sure):
        return sure
    by_then = Days.latest(each.day for each in done.values()).last
    open_ = [party for party, day in perhaps.items() if day <= by_then]
    fact = f"{', '.join(open_)} among those who negotiated"
    text = f"was {fact}, having acceded before it signed or ratified?"
    return (*sure, *open_) if open_ and evaluation.settle(Truth.UNKNOWN, fact, text) else sure


def _not_awaited(evaluation: Evaluation, awaited: Sequence[str]) -> tuple[Key, ...]:
    """Return the reason why all do not include some of the parties; none where all are awaited."""
    others = [party for party in evaluation.record.parties if party.id not in awaited]
    keys = []
    for party in others:
        given = (evaluation.given_act(act) for act in evaluation.acts.by(party.id, JOINING))
        keys.append(evaluation.derived(Key("not awaited", party.id), NOT_AWAITED, Named(party.name), *given))
    return tuple(keys)


_FEW = 2
"""Of so few States an argument needs no count: who has done it stands there, act by act."""


def _told(evaluation: Evaluation, found: Tally, among: Sequence[str], because: tuple[Key, ...]) -> Key:
    """Note what is needed and what there is."""
    key = Key("reached", f"{found.of.value}:{found.needed}:{','.join(among)}")
    return evaluation.derived(key, NOT_REACHED if found.day is None else REACHED, found, *because)


def _signed(evaluation: Evaluation, condition: law.Signed, counted: _Counted) -> Met:
    return _of_all(evaluation, Of.SIGNATURES, condition.by, counted)


def _consented(evaluation: Evaluation, condition: law.Consented, counted: _Counted) -> Met:
    return _of_all(evaluation, Of.CONSENTS, condition.by, counted, counted.which)


def _exchanged(evaluation: Evaluation, condition: law.Exchanged, counted: _Counted) -> Met:
    return _of_all(evaluation, Of.EXCHANGES, (), counted, counted.which)


def _fixed(evaluation: Evaluation, condition: law.FixedDate, counted: _Counted) -> Met:
    return _of_all(evaluation, Of.SIGNATURES, (), counted)


def _instruments(evaluation: Evaluation, condition: law.Instruments, counted: _Counted) -> Met:
    return _weighed(evaluation, counted, condition.among, Fraction(condition.number))


def _pairwise(evaluation: Evaluation, condition: law.Pairwise, counted: _Counted) -> Met:
    return _weighed(evaluation, counted, (), Fraction(2))


def _share(evaluation: Evaluation, condition: law.Share, counted: _Counted) -> Met:
    table = next(each for each in evaluation.record.weights if each.id == condition.of)
    return _weighed(evaluation, counted, tuple(dict(table.shares)), condition.at_least * table.total, table)


def _weighed(
    evaluation: Evaluation, counted: _Counted, among: Sequence[str], enough: Fraction, table: Weights | None = None
) -> Met:
    """Find the day with which the instruments that count reach a weight, each weighing 1 where there is no table."""
    named = among or [party.id for party in evaluation.record.parties]
    live = counted.first(evaluation, instrument_kinds(evaluation), named, counting=True)
    weights = {} if table is None else dict(table.shares)

    def weight(party: str) -> Fraction:
        return weights.get(party) or Fraction(1)

    def told(day: Days | None) -> Met:
        of, total = (Of.INSTRUMENTS, Fraction(1)) if table is None else (Of.SHARE, table.total)
        name = "" if table is None else table.id
        among_all = among if table is None else ()
        days = {party: consent.day for party, consent in live.items()}
        found = tally(of, enough, days, day, named=among_all, weight=weight, table=name, total=total)
        # With these it was enough; whoever else is named as counted stands among the premises by its act.
        acts = tuple(dict.fromkeys(consent.act for party, consent in live.items() if party in found.with_day))
        counted_by_name = (live[party].act for party in found.before)
        given = tuple(dict.fromkeys(map(evaluation.given_act, (*counted_by_name, *acts))))
        return Met(day=day, acts=acts, because=(_told(evaluation, found, among, given),))

    # A table of weights names everybody who weighs anything, and so does a list of those whose instruments count.
    since = None if counted.listed else instruments_not_on_record(evaluation, among)
    acts = tuple(dict.fromkeys(each.act for each in live.values()))
    if sum(map(weight, live)) < enough:
        reached = None if since is None else reached_later(evaluation, since)
        if reached is None:
            return told(None)
        given = tuple(map(evaluation.given_act, acts))
        return Met(day=reached, acts=acts, because=given, not_before=reached.first)
    # Earliest if every vague date was its first day, latest if every one was its last.
    day = Days(
        first=_level([(c.day.first, weight(p)) for p, c in live.items()], enough),
        last=_level([(c.day.last, weight(p)) for p, c in live.items()], enough),
    )
    # Of a whole list whose acts are in part, that is asked once for the condition.
    whole_list = evaluation.record.coverage.lists_all_parties
    asked_later = whole_list and may_lack_instruments(evaluation)
    if since is not None and since < day.last and not asked_later:
        perhaps = reached_earlier(evaluation, since, day)
        if perhaps != day:
            return Met(day=perhaps, acts=acts, because=tuple(map(evaluation.given_act, acts)))
    return told(day)


def _level(steps: list[tuple[Any, Fraction]], enough: Fraction) -> Any:
    total = Fraction(0)
    for day, weight in sorted(steps, key=lambda step: step[0]):
        total += weight
        if total >= enough:
            return day
    raise AssertionError("asked only where the whole is enough")


def _happened(evaluation: Evaluation, condition: law.Happened, counted: _Counted) -> Met:
    act = evaluation.acts.get(condition.event)
    if act is None:
        day = None if counted.listed else event_not_on_record(evaluation, condition.event)
        return (
            _unrecorded(evaluation, f"the event {condition.event}")
            if day is None
            else Met(day=day, not_before=day.first)
        )
    when, taken = takes_effect(evaluation, act)
    return Met(day=evaluation.legal_days(when), acts=(act,), because=(evaluation.given_act(act), *taken))


def _unrecorded(evaluation: Evaluation, what: str) -> Met:
    return Met(day=None, because=(evaluation.derived(Key("not recorded", what), NOT_RECORDED, Named(what)),))


def _not_before(evaluation: Evaluation, condition: law.NotBefore, counted: _Counted) -> Met:
    return Met(day=condition.day.days, not_before=condition.day.days.first)


def _elapsed(evaluation: Evaluation, condition: law.Elapsed, counted: _Counted) -> Met:
    act = evaluation.acts.get(condition.since)
    if act is None:
        # The period ran out no earlier than it began.
        day = None if counted.listed else event_not_on_record(evaluation, condition.since)
        return _unrecorded(evaluation, condition.since) if day is None else Met(day=day, not_before=day.first)
    since = evaluation.legal_days(act.when())
    day, keys = evaluation.last_day(since, condition.period, EntryIntoForce, first_day_counts=False)
    key = evaluation.derived(
        Key("elapsed", f"{act.id}:{condition.period}"), HAPPENED, day, evaluation.given_act(act), *keys
    )
    return Met(day=day, because=(key,))


def _all_of(evaluation: Evaluation, condition: law.AllOf, counted: _Counted) -> Met:
    parts = [_met(evaluation, part, counted) for part in condition.conditions]
    acts = tuple(dict.fromkeys(act for part in parts for act in part.acts))
    because = tuple(dict.fromkeys(key for part in parts for key in part.because))
    days = [part.day for part in parts if part.day is not None]
    day = Days.latest(days) if len(days) == len(parts) else None
    return Met(day=day, acts=acts, because=because, not_before=max(part.not_before for part in parts))


def _any_of(evaluation: Evaluation, condition: law.AnyOf, counted: _Counted) -> Met:
    parts = [_met(evaluation, part, counted) for part in condition.conditions]
    there = [(part, part.day) for part in parts if part.day is not None]
    if not there:
        acts = tuple(dict.fromkeys(act for part in parts for act in part.acts))
        return Met(day=None, acts=acts, because=tuple(dict.fromkeys(key for part in parts for key in part.because)))
    day = Days.earliest(each for _, each in there)
    first = [part for part, each in there if each.first <= day.last]
    acts = tuple(dict.fromkeys(act for part in first for act in part.acts))
    because = tuple(dict.fromkeys(key for part in first for key in part.because))
    return Met(day=day, acts=acts, because=because, not_before=min(part.not_before for part in parts))


_METHODS: Mapping[type[Condition], Callable[[Evaluation, Any, _Counted], Met]] = {
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
