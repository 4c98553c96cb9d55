"""A State for which nothing is in operation, since it is suspended with each of the others who are parties.

Law: a suspension relieves those between whom it is suspended (Vienna Convention art. 72(1)(a)). Where it is suspended
between a State and each of those towards whom the treaty binds it, it sleeps for that State, whoever suspended it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from treatyclock.derive.consent.consent import agreed
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.addressees import PeriodsOf
from treatyclock.derive.histories.history import Membership
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.overlays.standstill import NO_EXIT, Standstill, joined, longest, meeting
from treatyclock.derive.overlays.suspension import KINDS, suspensions
from treatyclock.derive.overlays.suspension_of_a_side import of_its_side
from treatyclock.derive.parties.not_listed import perhaps_others
from treatyclock.derive.parties.perhaps_parties import exit_not_on_record
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN
from treatyclock.law.sides import same_side
from treatyclock.law.status import Status
from treatyclock.law.vocabulary import LEAVING, NOTICES


def own_suspensions(
    evaluation: Evaluation,
    party: str,
    periods: Sequence[Membership],
    towards: str | None = None,
    *,
    entry: Entry | None,
) -> tuple[Overlay, ...]:
    """Return the suspensions by a State, or by its side before it joined that.

    Args:
        evaluation: The evaluation.
        party: The State.
        periods: Its periods of being a party.
        towards: The other State, where only what holds between the two is asked.
        entry: The treaty's entry into force; None if it has not entered.
    """
    found = suspensions(evaluation, [party], periods, entry=entry, towards=towards)
    return (*found, *of_its_side(evaluation, party, periods, entry=entry, towards=towards))


def with_everybody(
    evaluation: Evaluation,
    party: str,
    periods: Sequence[Membership],
    periods_of: PeriodsOf,
    *,
    entry: Entry | None,
) -> tuple[Overlay, ...]:
    """Return the times in which the treaty is suspended between a State and each of the other parties.

    Args:
        evaluation: The evaluation.
        party: The State.
        periods: Its periods of being a party.
        periods_of: Works out when another is a party.
        entry: The treaty's entry into force; None if it has not entered.
    """
    others = _opposite(evaluation, party)
    if not periods or not _perhaps(evaluation, others, party, periods_of):
        return ()

    def stretches(other: str) -> list[Standstill]:
        theirs = periods_of(evaluation, other)
        own = own_suspensions(evaluation, party, periods, other, entry=entry)
        return _stretches(theirs, (*own, *own_suspensions(evaluation, other, theirs, party, entry=entry)))

    return _all_asleep(evaluation, map(stretches, others), party)


def for_everybody(
    evaluation: Evaluation, periods_of: PeriodsOf, asleep_for: Callable[[str], Sequence[Overlay]]
) -> tuple[Overlay, ...]:
    """Return the times in which the treaty is suspended for each of its parties.

    Args:
        evaluation: The evaluation.
        periods_of: Works out when a State is a party.
        asleep_for: Works out the suspensions that hold for a State.
    """
    parties = [each.id for each in evaluation.record.parties]
    if not all(_may_sleep(evaluation, each, periods_of) for each in parties):
        return ()
    return _all_asleep(
        evaluation, (_stretches(periods_of(evaluation, each), asleep_for(each)) for each in parties), None
    )


def _opposite(evaluation: Evaluation, party: str) -> list[str]:
    """Return the others on record who do not stand on one side with a State."""
    record = evaluation.record
    return [each.id for each in record.parties if each.id != party and not same_side(record, each.id, party)]


def _suspenders(evaluation: Evaluation) -> set[str]:
    """Return the States that suspended, and those on a side with one that did."""
    by = {author for act in evaluation.acts.of(*KINDS) for author in act.by}
    parties = (each.id for each in evaluation.record.parties)
    return by | {each for each in parties if any(same_side(evaluation.record, each, author) for author in by)}


def _perhaps(evaluation: Evaluation, others: Sequence[str], party: str, periods_of: PeriodsOf) -> bool:
    """Tell whether the treaty may be suspended between a State and all others at a time, by a cheap look."""
    acts = evaluation.acts.of(*KINDS)
    if not acts:
        return False
    own = (act for act in acts if any(each == party or same_side(evaluation.record, each, party) for each in act.by))
    by = _suspenders(evaluation) | {each for act in own for each in act.to}
    if not by & {party, *others}:
        return False
    told = {each for act in evaluation.acts.by(party, NOTICES) for each in act.to}  # between whom it may be over
    return not any(_there(evaluation, each, periods_of) for each in others if each not in by and each not in told)


def _may_sleep(evaluation: Evaluation, party: str, periods_of: PeriodsOf) -> bool:
    """Tell whether the treaty may be suspended for a State at a time or the State be no party, by a cheap look."""
    by = _suspenders(evaluation)
    if not by or party in by or _perhaps(evaluation, _opposite(evaluation, party), party, periods_of):
        return bool(by)
    return not _there(evaluation, party, periods_of)


def _there(evaluation: Evaluation, party: str, periods_of: PeriodsOf) -> bool:
    """Tell whether a State surely was a party all the time since the first suspension, so that nothing sleeps with it.

    Who consented before that need not have been a party by then: it may have consented too late to join.
    """
    first = min(evaluation.legal_days(act.when()).first for act in evaluation.acts.of(*KINDS))
    if evaluation.acts.by(party, (CONSENT_WITHDRAWN, *LEAVING)) or exit_not_on_record(evaluation, party) is not None:
        return False
    if not any(each.day.last < first for each in agreed(evaluation, party)):
        return False
    return any(each.entry.day.last < first for each in periods_of(evaluation.aside(), party))


def _stretches(periods: Sequence[Membership], asleep: Sequence[Overlay]) -> list[Standstill]:
    """Return when nothing is in operation towards a State; by an end that comes to all it leaves nobody behind."""
    found = []
    since: Span | None = None
    why: tuple[Key, ...] = ()
    exits = NO_EXIT
    for period in periods:
        own = period.end if period.end is not None and period.end.key.subject else None
        found.append(Standstill(since, period.entry.begins, gone=why, since=exits))
        exits = NO_EXIT if own is None else frozenset({own.key})
        for each in asleep:
            stretch = meeting(
                Standstill(period.entry.begins, None if own is None else own.at, until=exits),
                Standstill(each.begins, each.ends, asleep=each.because),
            )
            found += [] if stretch is None else [stretch]
        if own is None:
            return found
        since, why = own.at, own.keys
    return [*found, Standstill(since, None, gone=why, since=exits)]


def _all_asleep(evaluation: Evaluation, of_each: Iterator[list[Standstill]], party: str | None) -> tuple[Overlay, ...]:
    common = [Standstill(None, None)]
    for several in of_each:
        both = (meeting(one, other) for one in common for other in several)
        common = longest([each for each in both if each is not None])
    found = [
        Overlay(
            status=Status.SUSPENDED,
            begins=each.begins,
            ends=each.ends,
            because=(*each.asleep, *each.gone),
            what="suspension",
        )
        for each in longest(joined(common))
        if each.begins is not None
    ]
    if found and (why := perhaps_others(evaluation)):
        fact = f"suspended with every other party{'' if party is None else f' for {party}'}"
        return tuple(found) if evaluation.lacking(fact, f"is it {fact}? {why}") else ()
    return tuple(found)
