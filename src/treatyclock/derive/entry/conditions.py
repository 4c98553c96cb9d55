"""When a condition of entry into force was met: the algebra of ``law.clauses.conditions``, worked out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import instrument_kinds
from treatyclock.derive.consent.taken_back import as_taking_back, takings_back
from treatyclock.derive.counting.names_a_day import counts_from_named, naming_later, taken_so
from treatyclock.derive.counting.reaching_back import takes_effect
from treatyclock.derive.entry.agreed_entry import all_name_one_day
from treatyclock.derive.entry.both_sides import met_by_both
from treatyclock.derive.entry.enough_consents import Countable, of_all, weighed
from treatyclock.derive.entry.met import Met
from treatyclock.derive.others.other_in_force import acts_on, had_ended, is_told, perhaps
from treatyclock.derive.parties.awaited_by_part import not_counting, whole_in_force
from treatyclock.derive.parties.left_out import event, is_own, leaving_out
from treatyclock.derive.parties.not_on_record import event_not_on_record, met_otherwise
from treatyclock.derive.parties.whole import told_of_the_whole
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Named, Rule
from treatyclock.derive.reasoning.tally import Of
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN
from treatyclock.law.acts.others import OTHER_END, OTHER_ENTRY
from treatyclock.law.clauses import conditions as law
from treatyclock.law.clauses.conditions import Condition
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.vocabulary import SIGNING
from treatyclock.truth import Truth

NOT_RECORDED = Rule("event of entry not recorded", "no act records {value}")
OVER_BY_THEN = Rule("other treaty over by then", "{value} was over again by the time that all else was met")
HAPPENED = Rule("period passed", "that period had passed on {value}")


def met(
    evaluation: Evaluation,
    condition: Condition,
    which: ActDate,
    *,
    listed: bool = False,
    gone: tuple[Act, ...] = (),
    on_two_sides: bool = False,
) -> Met:
    """Work out when a condition was met, leaving out consents that were taken back before it was.

    Args:
        evaluation: The evaluation.
        condition: The condition.
        which: Which date of an instrument counts.
        listed: Whether only acts on record count; otherwise acts that the record may lack leave the condition open.
        gone: Withdrawals of consent that count, whenever they came, and ends of membership.
        on_two_sides: Whether it may wait until parties on two sides have consented, where there are sides.
    """
    if (whole := leaving_out(evaluation)) is not None and not is_own(evaluation, condition):
        found = met(whole.evaluation, condition, which, listed=listed, gone=gone, on_two_sides=on_two_sides)
        return _told_of_the_whole(evaluation, found)
    counted = Countable(which, gone=gone, listed=listed)
    while True:
        found = _met(evaluation, condition, counted)
        more = () if found.day is None else _gone_by(evaluation, found.day, counted)
        strangers = {} if found.day is None or more else _strangers(evaluation, condition, found.day, counted)
        if strangers:
            counted = replace(counted, strangers={**counted.strangers, **strangers})
        elif not more and not counted.from_named and _counts_from_named(evaluation, condition, counted, found):
            counted = replace(counted, from_named=True)
        elif not more:
            taken = (taken_so(evaluation),) if counted.from_named and found.day is not None else ()
            back = tuple(evaluation.given_act(evaluation.acts.get(act.id) or act) for act in counted.gone)
            found = replace(found, because=tuple(dict.fromkeys((*found.because, *back, *taken))))
            if found.day is not None and (over := _companion_over(evaluation, condition, found, found.day)):
                found = over
            if listed or found.day is None:
                return found
            both = met_by_both(evaluation, found, counted) if on_two_sides else found
            if both is not found and not both.for_one_side:
                more = () if both.day is None else _gone_by(evaluation, both.day, counted)
                if not more:
                    return both
                counted = replace(counted, gone=(*counted.gone, *more))
                continue
            return replace(both, day=met_otherwise(evaluation, found.day, found.not_before))
        else:
            # Without them it was met later, or not at all; a consent given again counts again.
            counted = replace(counted, gone=(*counted.gone, *more))


def _counts_from_named(evaluation: Evaluation, condition: Condition, counted: Countable, found: Met) -> bool:
    """Tell whether consents that name a later day count from that day; asked only where that makes a difference."""
    if counted.listed or found.day is None or evaluation.record.bilateral or not naming_later(evaluation):
        return False
    other = _met(evaluation.aside(), condition, replace(counted, from_named=True))
    if other.day == found.day or all_name_one_day(evaluation, found.day):
        return False
    return counts_from_named(evaluation)


def _strangers(evaluation: Evaluation, condition: Condition, day: Days, counted: Countable) -> dict[str, Days | None]:
    """Return whose consents to a part do not count yet on the day on which it would be met: no parties to the treaty.

    It is asked only where that makes a difference.
    """
    whole = whole_in_force(evaluation)
    if whole is None:
        return {}
    parties = [party.id for party in evaluation.record.parties]
    kinds = tuple(dict.fromkeys((*instrument_kinds(evaluation), *SIGNING)))
    done = counted.first(evaluation, kinds, parties)
    aside = evaluation.aside()
    found: dict[str, Days | None] = {}
    for party, consent in done.items():
        without = replace(counted, strangers={**counted.strangers, party: None})
        if _met(aside, condition, without).day != day:
            found |= not_counting(evaluation, whole, {party: consent}, day)
    return found


def _gone_by(evaluation: Evaluation, day: Days, counted: Countable) -> tuple[Act, ...]:
    found = []
    for act in takings_back(evaluation):
        if any(each.id == act.id for each in counted.gone):
            continue
        fact = f"{act.id} before the condition was met"
        before = ~evaluation.from_start_of(act.when(), day)[0]
        if act.kind == CONSENT_WITHDRAWN:
            # Of one day, the order is open; a notice of the day of entry is one given while the treaty is in force.
            before = Truth.agreed((evaluation.by_end_of(act.when(), day)[0], before))
        if evaluation.settle(before, fact, about=(act,)) and (back := as_taking_back(evaluation, act)) is not None:
            found.append(back)
    return tuple(found)


def _met(evaluation: Evaluation, condition: Condition, counted: Countable) -> Met:
    method, whole = _METHODS[type(condition)], leaving_out(evaluation)
    found: Met = method(evaluation, condition, counted)
    if whole is None or not _of_whoever(condition):
        return found
    of_whole: Met = method(whole.evaluation, condition, counted)
    if of_whole.day == found.day:
        return found
    listed = [party.id for party in evaluation.record.parties]
    others = ", ".join(party.id for party in whole.evaluation.record.parties if party.id not in listed)
    text = f"does the condition for {evaluation.record.part} count {others}, whom that does not bind?"
    if not evaluation.settle(Truth.UNKNOWN, f"{others} counted for a part that is not for {others}", text):
        return found
    return _told_of_the_whole(evaluation, of_whole)


def _of_whoever(condition: Condition) -> bool:
    """Tell whether a condition is about consents and names nobody."""
    about = law.Signed | law.Consented | law.Exchanged | law.FixedDate | law.Instruments | law.Pairwise
    return isinstance(condition, about) and not getattr(condition, "by", ()) and not getattr(condition, "among", ())


def _told_of_the_whole(evaluation: Evaluation, found: Met) -> Met:
    return replace(found, because=tuple(told_of_the_whole(evaluation, key) for key in found.because))


def _signed(evaluation: Evaluation, condition: law.Signed, counted: Countable) -> Met:
    return of_all(evaluation, Of.SIGNATURES, condition.by, counted)


def _consented(evaluation: Evaluation, condition: law.Consented, counted: Countable) -> Met:
    return of_all(evaluation, Of.CONSENTS, condition.by, counted, counted.which)


def _exchanged(evaluation: Evaluation, condition: law.Exchanged, counted: Countable) -> Met:
    return of_all(evaluation, Of.EXCHANGES, (), counted, counted.which)


def _fixed(evaluation: Evaluation, condition: law.FixedDate, counted: Countable) -> Met:
    return of_all(evaluation, Of.SIGNATURES, (), counted)


def _instruments(evaluation: Evaluation, condition: law.Instruments, counted: Countable) -> Met:
    return weighed(evaluation, counted, condition.among, Fraction(condition.number))


def _pairwise(evaluation: Evaluation, condition: law.Pairwise, counted: Countable) -> Met:
    return weighed(evaluation, counted, (), Fraction(2))


def _share(evaluation: Evaluation, condition: law.Share, counted: Countable) -> Met:
    table = next(each for each in evaluation.record.weights if each.id == condition.of)
    return weighed(evaluation, counted, tuple(dict(table.shares)), condition.at_least * table.total, table)


def _happened(evaluation: Evaluation, condition: law.Happened, counted: Countable) -> Met:
    act = event(evaluation, condition.event)
    if act is None:
        day = None if counted.listed else event_not_on_record(evaluation, condition.event)
        return (
            _unrecorded(evaluation, f"the event {condition.event}")
            if day is None
            else Met(day=day, not_before=day.first)
        )
    when, taken = takes_effect(evaluation, act)
    return Met(day=evaluation.legal_days(when), acts=(act,), because=(evaluation.given_act(act), *taken))


def _in_force(evaluation: Evaluation, condition: law.InForce, counted: Countable) -> Met:
    entries = acts_on(evaluation, condition.treaty, OTHER_ENTRY)
    if entries:
        act = entries[0]
        return Met(day=evaluation.legal_days(act.when()), acts=(act,), because=(evaluation.given_act(act),))
    told = counted.listed or is_told(evaluation, condition.treaty)
    question = f"has {condition.treaty} entered into force?"
    if told or not perhaps(evaluation, condition.treaty, "in force", question):
        return _unrecorded(evaluation, f"that {condition.treaty} is in force")
    day = Days.between()
    return Met(day=day, not_before=day.first)


def _companion_over(evaluation: Evaluation, condition: Condition, found: Met, day: Days) -> Met | None:
    """Return what becomes of a condition that was met but for another treaty, which was over again by then.

    It is met once that treaty enters into force anew, and never where it does not; None where it was not over.
    """
    for each in condition.walk():
        entries = acts_on(evaluation, each.treaty, OTHER_ENTRY) if isinstance(each, law.InForce) else ()
        if not isinstance(each, law.InForce) or not set(found.acts) & set(entries):
            continue
        if evaluation.settle(had_ended(evaluation, each.treaty, day), f"{each.treaty} over when all else was met"):
            ends = map(evaluation.given_act, acts_on(evaluation, each.treaty, OTHER_END))
            name = Key("over before entry", each.treaty)
            over = evaluation.derived(name, OVER_BY_THEN, Named(each.treaty), *found.because, *ends)
            anew = next((act for act in entries if act.when().days.first > day.last), None)
            if anew is None:
                return Met(day=None, because=(*found.because, over))
            because = (*found.because, over, evaluation.given_act(anew))
            return replace(found, day=anew.when().days, acts=(anew,), because=because)
    return None


def _unrecorded(evaluation: Evaluation, what: str) -> Met:
    return Met(day=None, because=(evaluation.derived(Key("not recorded", what), NOT_RECORDED, Named(what)),))


def _not_before(evaluation: Evaluation, condition: law.NotBefore, counted: Countable) -> Met:
    return Met(day=condition.day.days, not_before=condition.day.days.first)


def _elapsed(evaluation: Evaluation, condition: law.Elapsed, counted: Countable) -> Met:
    act = event(evaluation, condition.since)
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


def _all_of(evaluation: Evaluation, condition: law.AllOf, counted: Countable) -> Met:
    parts = [_met(evaluation, part, counted) for part in condition.conditions]
    acts = tuple(dict.fromkeys(act for part in parts for act in part.acts))
    because = tuple(dict.fromkeys(key for part in parts for key in part.because))
    days = [part.day for part in parts if part.day is not None]
    day = Days.latest(days) if len(days) == len(parts) else None
    return Met(day=day, acts=acts, because=because, not_before=max(part.not_before for part in parts))


def _any_of(evaluation: Evaluation, condition: law.AnyOf, counted: Countable) -> Met:
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


def floor(evaluation: Evaluation, bound: law.NotBefore | law.Elapsed) -> Met:
    """Return the earliest day of entry into force that a clause allows; no day where its event is not on record."""
    return _met(evaluation, bound, Countable(ActDate.RECEIVED))


_METHODS: Mapping[type[Condition], Callable[[Evaluation, Any, Countable], Met]] = {
    law.Signed: _signed,
    law.Consented: _consented,
    law.Notified: _consented,
    law.Exchanged: _exchanged,
    law.FixedDate: _fixed,
    law.Instruments: _instruments,
    law.Pairwise: _pairwise,
    law.Share: _share,
    law.Happened: _happened,
    law.InForce: _in_force,
    law.NotBefore: _not_before,
    law.Elapsed: _elapsed,
    law.AsRecorded: lambda evaluation, condition, counted: Met(day=None),
    law.AllOf: _all_of,
    law.AnyOf: _any_of,
}
