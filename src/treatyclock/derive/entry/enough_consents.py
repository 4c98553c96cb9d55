"""When enough States had consented for a condition of entry into force: all who must, so many, or with a weight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any

from treatyclock.civil.days import EARLIEST, Days
from treatyclock.derive.consent.consent import Consent, consent_kinds, consents, instrument_kinds
from treatyclock.derive.consent.member_again import gone_with
from treatyclock.derive.consent.negotiating import awaited, perhaps_negotiating
from treatyclock.derive.counting.names_a_day import from_named
from treatyclock.derive.entry.met import Met
from treatyclock.derive.entry.numbered import Numbered, by_numbers
from treatyclock.derive.joining.approved import counted_if_approved
from treatyclock.derive.parties.awaited_by_part import AwaitedByPart, awaited_by_part, counting_later, whole_in_force
from treatyclock.derive.parties.not_on_record import (
    all_at_the_earliest,
    consents_not_on_record,
    instruments_not_on_record,
    may_lack_instruments,
    reached_earlier,
    reached_later,
    with_parties_not_listed,
)
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Named, Rule
from treatyclock.derive.reasoning.tally import Of, Tally, tally
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.consent import EXCHANGE
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.record import Weights
from treatyclock.law.vocabulary import JOINING, SIGNING
from treatyclock.truth import Truth

REACHED = Rule("number reached", "what is needed was there {value}")
NOT_REACHED = Rule("number not reached", "not all that is needed is there: {value}")
NOT_AWAITED = Rule(
    "not awaited",
    "{value} took no part in the negotiation, so the treaty does not wait for it",
    "Vienna Convention on the Law of Treaties, arts. 2(1)(e), 15 and 24(2)",
)


@dataclass(frozen=True, slots=True)
class Countable:
    """Which consents a condition may count.

    Attributes:
        which: Which date of an instrument counts.
        gone: Withdrawals of consent that undo what came before them, and ends of membership that do.
        listed: Whether only acts on record count, whatever the record may lack.
        from_named: Whether a consent that names a later day counts from that day.
        strangers: Whose consents to a part count only from a day, None for never: no parties to the treaty before.
    """

    which: ActDate
    gone: tuple[Act, ...] = ()
    listed: bool = False
    from_named: bool = False
    strangers: Mapping[str, Days | None] = field(default_factory=dict)

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
            for own in consents(evaluation, party, kinds, which or self.which):
                if counting and not own.act.counts:
                    continue
                if (consent := counted_if_approved(evaluation, own, party)) is None:
                    continue
                if consent.act.kind not in binding or not any(
                    gone_with(evaluation, consent, act, party) for act in back
                ):
                    found[party] = from_named(evaluation, consent) if self.from_named else consent
                    break
        return {party: each for party, own in found.items() if (each := self._from_when_it_counts(party, own))}

    def _from_when_it_counts(self, party: str, consent: Consent) -> Consent | None:
        """Return a consent with the day from which it counts; None where it does not."""
        if party not in self.strangers:
            return consent
        since = self.strangers[party]
        return None if since is None else replace(consent, day=Days.latest([since, consent.day]))


def of_all(
    evaluation: Evaluation, of: Of, by: Sequence[str], counted: Countable, which: ActDate = ActDate.DATED
) -> Met:
    """Find the day with which all had done what is asked: those who are named, or all for whom the treaty waits.

    Args:
        evaluation: The evaluation.
        of: What is asked of them.
        by: Who must do it; all who negotiated where nobody is named.
        counted: Which consents count.
        which: Which date of an act counts.
    """
    kinds = {Of.SIGNATURES: SIGNING, Of.CONSENTS: instrument_kinds(evaluation), Of.EXCHANGES: (EXCHANGE,)}[of]
    waits = AwaitedByPart(parties=tuple(by)) if by else _awaited(evaluation, kinds, counted, which)
    named = waits.parties
    found = counted.first(evaluation, kinds, named, which)
    acts = tuple(dict.fromkeys(each.act for each in found.values()))
    because = (*waits.because, *(evaluation.given_act(act) for act in acts), *_later(evaluation, counted, found))
    days_of_all = [each.day for each in found.values()] + ([] if waits.since is None else [waits.since])
    day = Days.latest(days_of_all) if found and len(found) == len(named) else None
    told = because
    if named and (day is None or len(named) > _FEW):
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


def _later(evaluation: Evaluation, counted: Countable, parties: Iterable[str]) -> tuple[Key, ...]:
    """Return why consents to a part count only from a later day than their own; none where that is only tried."""
    keys = (counting_later(party) for party in parties if party in counted.strangers)
    return tuple(key for key in keys if key in evaluation.findings.reasons)


def _all_at_the_earliest(
    evaluation: Evaluation, kinds: Sequence[ActKind], named: Sequence[str], which: ActDate
) -> date:
    """Return the day before which some of those named had not acted, by those whose acts are all on record."""
    # A consent that was taken back later counts too: nobody knows what came before that.
    first = Countable(which).first(evaluation, kinds, named, which)
    return all_at_the_earliest(evaluation, {party: each.day for party, each in first.items()})


def _awaited(evaluation: Evaluation, kinds: Sequence[ActKind], counted: Countable, which: ActDate) -> AwaitedByPart:
    """Return the States for which it waits, and why for no others."""
    whole = whole_in_force(evaluation)
    if whole is None:
        named = _negotiated(evaluation, kinds, counted, which)
        return AwaitedByPart(parties=named, because=_not_awaited(evaluation, named))
    listed = awaited(evaluation.record)
    return awaited_by_part(evaluation, whole, listed, counted.first(evaluation, kinds, listed, which))


def _negotiated(
    evaluation: Evaluation, kinds: Sequence[ActKind], counted: Countable, which: ActDate
) -> tuple[str, ...]:
    """Return the States that negotiated; where the acts of some contradict each other, these are open.

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


def weighed(
    evaluation: Evaluation, counted: Countable, among: Sequence[str], enough: Fraction, table: Weights | None = None
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
        given += _later(evaluation, counted, (*found.before, *found.with_day))
        return Met(day=day, acts=acts, because=(_told(evaluation, found, among, given),))

    # A table of weights names everybody who weighs anything, and so does a list of those whose instruments count.
    if table is None and not among:
        every = replace(counted, gone=()).first(evaluation, instrument_kinds(evaluation), named, counting=True)
        back = {party: evaluation.legal_days(act.when()).last for act in counted.gone for party in act.by}
        told_so = by_numbers(evaluation, Numbered(every, live, back), int(enough), listed=counted.listed)
        if told_so is not None:
            return told_so
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
