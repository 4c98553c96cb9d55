"""Who must agree: what changes the treaty for all needs the consent of all who are parties then."""

from __future__ import annotations

from treatyclock.civil.days import Days
from treatyclock.derive.consent import Consent, withdrawn
from treatyclock.derive.entry import ENTERED, Entry
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.facts import AgreedBySome
from treatyclock.derive.history import Membership
from treatyclock.derive.joint_acts import agreed_before, given_agreement
from treatyclock.derive.membership import Standing, agreed, membership
from treatyclock.derive.reasons import Key, Named, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.kind import Agreement
from treatyclock.law.acts.term import EXTENSION
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.term import Term
from treatyclock.law.coverage import Missing
from treatyclock.law.vocabulary import ACT_KINDS
from treatyclock.truth import Truth

BY_SOME = Rule(
    "agreed by some",
    "{value} had to agree as well, and no such agreement is on record, so the act does not change the treaty",
    "Vienna Convention on the Law of Treaties, arts. 39 and 54(b): by consent of all the parties",
)

BY_NOBODY = Rule(
    "agreed by no party",
    "no State that agreed was a party then, so the act does not change the treaty",
    "Vienna Convention on the Law of Treaties, arts. 39 and 54(b): by consent of all the parties",
)

_KINDS = tuple(kind for kind in ACT_KINDS.values() if kind.agreement in (Agreement.ALL_PARTIES, Agreement.ALL_OR_NAMED))


def with_agreed_acts(evaluation: Evaluation, entry: Entry | None) -> Evaluation:
    """Return an evaluation in which acts by only some of those who must agree have no effect.

    Args:
        evaluation: The evaluation.
        entry: The treaty's entry into force; None if it has not entered.
    """
    waiting = sorted(evaluation.acts.of(*_KINDS), key=lambda act: evaluation.happening(act.when()))
    missing: dict[Act, tuple[str, ...]] = {}
    by_nobody: list[Act] = []
    for number, act in enumerate(waiting):
        # Who was a party then may turn on what was agreed before, and not on what was agreed later.
        then = evaluation.without([*missing, *by_nobody, *waiting[number:]])
        if absent := _absent(then, entry, act):
            missing[act] = absent
        elif not _by_those_who_may(then, entry, act):
            by_nobody.append(act)
    taken_up = _taken_up(evaluation, [act for act in waiting if act not in missing and act not in by_nobody])
    for act, absent in missing.items():
        if act in taken_up:
            continue  # the others agreed later: it has its part in the effect of their act
        names = tuple(_NOT_LISTED if each == _NOT_LISTED else evaluation.record.party(each).name for each in absent)
        given = (
            *given_agreement(evaluation, act),
            ENTERED if entry is None else entry.key,
            *_consents_given(evaluation, absent),
        )
        value = Named(" and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names))
        key = evaluation.derived(Key("agreement", act.id), BY_SOME, value, *given, told=True)
        evaluation.note(key, AgreedBySome(act=act, absent=absent))
    for act in by_nobody:
        given = (*given_agreement(evaluation, act), entry.key)
        key = evaluation.derived(Key("agreement", act.id), BY_NOBODY, False, *given, told=True)
        evaluation.note(key, AgreedBySome(act=act, absent=()))
    idle = dict.fromkeys([*missing, *by_nobody, *taken_up])
    return evaluation.without(idle) if idle else evaluation


def _taken_up(evaluation: Evaluation, whole: list[Act]) -> list[Act]:
    """Return the acts that have their effect in a later act of others, or in one of the same day."""
    found = []
    for number, act in enumerate(whole):
        for earlier in agreed_before(evaluation, act):
            later = whole.index(earlier) < number if earlier in whole else True
            if later and (earlier not in whole or act in agreed_before(evaluation, earlier)):
                found.append(earlier)
    return found


def _absent(evaluation: Evaluation, entry: Entry | None, act: Act) -> tuple[str, ...]:
    """Return those who had to agree on the day of an act, and did not."""
    together = _together(evaluation, act)
    listed = [party.id for party in evaluation.record.parties]
    required = _named(evaluation, act) or listed
    missing = [party for party in listed if party in required and party not in together]
    if evaluation.record.bilateral or not missing:
        return tuple(missing) or _not_listed(evaluation, act)
    had_to = {party: _had_to_agree(evaluation, entry, act, party) for party in missing}
    absent = tuple(party for party, truth in had_to.items() if truth is Truth.YES)
    perhaps = tuple(party for party, truth in had_to.items() if truth is Truth.UNKNOWN)
    if absent or not perhaps:
        return absent or _not_listed(evaluation, act)
    # One question for all of them: a question for each would multiply the worlds.
    fact = f"{act.id} agreed by all who were parties then"
    return _not_listed(evaluation, act) if evaluation.settle(Truth.UNKNOWN, fact, about=(act,)) else perhaps


def _by_those_who_may(evaluation: Evaluation, entry: Entry, act: Act) -> bool:
    """Tell whether anybody agreed who had a say: a party, before the entry into force a State that had consented.

    Where all who are listed agreed they are taken for all parties, whoever these are.
    """
    together = _together(evaluation, act)
    listed = {party.id for party in evaluation.record.parties}
    if evaluation.record.bilateral or listed <= together or together & set(_named(evaluation, act)):
        return True
    # What States may agree that negotiated the treaty, before any of them has consented to it, no rule says.
    truth = ~entry.day.not_after(evaluation.legal_days(act.when())) & Truth.UNKNOWN
    for party in sorted(together):
        truth |= _a_party_then(evaluation, entry, act, party)
        if _may_lack_acts(evaluation, party):
            truth |= Truth.UNKNOWN
        if truth is Truth.YES:
            return True
    return evaluation.settle(truth, f"{act.id} agreed by States that had a say", about=(act,))


def _together(evaluation: Evaluation, act: Act) -> set[str]:
    return set(act.by).union(*(each.by for each in agreed_before(evaluation, act)))


_NOT_LISTED = "States that are not listed"


def _not_listed(evaluation: Evaluation, act: Act) -> tuple[str, ...]:
    """Return that States which are not listed had to agree and did not, where the list leaves that open."""
    if evaluation.record.coverage.lists_all_parties or _named(evaluation, act):
        return ()
    fact = f"{act.id} agreed by all who are not listed"
    agreed = evaluation.lacking(fact, f"had all parties that are not listed agreed to {act.id}? The list is in part.")
    return () if agreed else (_NOT_LISTED,)


def _named(evaluation: Evaluation, act: Act) -> tuple[str, ...]:
    """Return those whom the clause names; none where it names nobody."""
    if act.kind.agreement is Agreement.ALL_OR_NAMED:
        denunciation = evaluation.clause(Denunciation, on=act.when().days)
        return () if denunciation is None else denunciation.agreed_by
    term = evaluation.clause(Term, on=act.when().days)
    return () if term is None or act.kind != EXTENSION else term.extended_by


def _had_to_agree(evaluation: Evaluation, entry: Entry | None, act: Act, party: str) -> Truth:
    """Tell whether a State was a party on the day of an act; before the treaty was in force, if it had consented."""
    # An act that is not on record may have made it a party, or none.
    return Truth.UNKNOWN if _may_lack_acts(evaluation, party) else _a_party_then(evaluation, entry, act, party)


def _may_lack_acts(evaluation: Evaluation, party: str) -> bool:
    return any(evaluation.record.coverage.lacks(what, party) for what in Missing)


def _a_party_then(evaluation: Evaluation, entry: Entry, act: Act, party: str) -> Truth:
    """Tell by the acts on record whether a State was a party on the day of an act, or had consented before entry."""
    day = evaluation.legal_days(act.when())
    if entry is None:
        return had_consented(evaluation, party, day)
    periods = membership(evaluation, Standing(entry=entry, end=None), party, listed=True).periods
    then = Truth.NO
    for period in periods:
        then |= _in_period(evaluation, period, act, party)
    before = ~entry.day.not_after(day)
    return then if before is Truth.NO else then | (before & had_consented(evaluation, party, day))


def had_consented(evaluation: Evaluation, party: str, day: Days) -> Truth:
    """Tell whether a State had consented by a day, and had not taken that back by then."""
    found = Truth.NO
    for consent in agreed(evaluation, party):
        back = withdrawn(evaluation, consent, party)
        gone = Truth.NO if back is None else evaluation.legal_days(back.when()).not_after(day)
        found |= consent.day.not_after(day) & ~gone
    return found


def _in_period(evaluation: Evaluation, period: Membership, act: Act, party: str) -> Truth:
    """Tell whether an act came within a State's period of being a party: dates as printed, hours as instants."""
    when, day = act.when(), evaluation.legal_days(act.when())
    entry, end = period.entry, period.end
    if when.wall is None:
        begun = entry.day.not_after(day)
        if entry.day == day and any(each.day == day for each in agreed(evaluation, party)):
            begun = Truth.UNKNOWN  # it consented on that day itself, earlier or later than the others agreed
        if end is None:
            return begun
        ended = ~day.not_after(end.last_day)
        if end.at_hour and end.last_day.not_after(day) is not Truth.NO:
            ended |= Truth.UNKNOWN  # it may have ended within that day
        return begun & ~ended
    done = evaluation.happening(when)
    begun = _passed(entry.begins.earliest, entry.begins.latest, done.earliest, done.latest)
    ended = Truth.NO if end is None else _passed(end.at.earliest, end.at.latest, done.earliest, done.latest)
    return begun & ~ended


def _passed(earliest: int, latest: int, first: int, last: int) -> Truth:
    return Truth.YES if latest <= first else Truth.NO if earliest > last else Truth.UNKNOWN


def _consents_given(evaluation: Evaluation, parties: tuple[str, ...]) -> tuple[Key, ...]:
    listed = (party for party in parties if party != _NOT_LISTED)
    found: list[Consent] = [each for party in listed for each in agreed(evaluation, party)[:1]]
    return tuple(dict.fromkeys(evaluation.given_act(each.act) for each in found))
