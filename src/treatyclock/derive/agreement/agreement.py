"""Who must agree: what changes the treaty for all needs the consent of all who are parties then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from treatyclock.derive.agreement.joint_acts import agreed_before, given_agreement
from treatyclock.derive.agreement.released import between_these
from treatyclock.derive.consent.consent import Consent, agreed, consent_kinds
from treatyclock.derive.consent.taken_back import gone_by
from treatyclock.derive.entry.entry import ENTERED, Entry
from treatyclock.derive.parties.not_listed import perhaps_others
from treatyclock.derive.parties.parties_then import PartiesThen
from treatyclock.derive.parties.whole import told_of_the_whole, within
from treatyclock.derive.parties.within import no_party_to_the_whole
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import AgreedBySome
from treatyclock.derive.reasoning.reasons import Key, Named, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN
from treatyclock.law.acts.exit import EXIT_AGREED
from treatyclock.law.acts.kind import Agreement
from treatyclock.law.acts.term import EXTENSION, TERMINATION
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.term import Term
from treatyclock.law.vocabulary import ACT_KINDS, LEAVING
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

BY_ONE_ALONE = Rule(
    "agreed by one alone",
    "it is taken that one State alone agrees on nothing with nobody, so the act does not change the treaty",
    "Vienna Convention on the Law of Treaties, art. 39: by agreement between the parties",
)

GONE = Rule(
    "agreement not needed",
    "{value} had left by then, so the act did not need that State's agreement",
    "Vienna Convention on the Law of Treaties, arts. 2(1)(g), 39 and 54(b): of all who are parties then",
)

NOT_ON_THE_PART = Rule(
    "agreed for the whole alone",
    "it is taken that an act that does not change the treaty does not change this part either",
    "open: Vienna Convention on the Law of Treaties, arts. 41, 44(1) and 54(b)",
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
    earlier = {act.id: agreed_before(evaluation, act) for act in waiting}
    together = {
        act.id: set(act.by).union(_by_its_own_notice(evaluation, act), *(each.by for each in earlier[act.id]))
        for act in waiting
    }
    idle = {act.id: act for act in waiting}
    # Who was a party then may turn on what was agreed before, and not on what was agreed later.
    parties = PartiesThen(evaluation, entry, waiting)
    for act in waiting:
        if absent := _absent(evaluation, parties, act, together[act.id]):
            missing[act] = absent
        elif not _by_those_who_may(evaluation, parties, act, together[act.id]):
            by_nobody.append(act)
        elif others := _not_listed(evaluation, act, together[act.id]):
            missing[act] = others
        else:
            del idle[act.id]
            parties = PartiesThen(evaluation, entry, idle.values())
    taken_up = _taken_up([act for act in waiting if act.id not in idle], earlier)
    entered = ENTERED if entry is None else entry.key
    for act, absent in missing.items():
        if act.id in taken_up:
            continue  # the others agreed later: it has its part in the effect of their act
        given = (*given_agreement(evaluation, act), entered, *_consents_given(evaluation, absent[:_MOST_NAMED]))
        value = Named(_names(evaluation, absent))
        key = evaluation.derived(Key("agreement", act.id), BY_SOME, value, *given, told=True)
        evaluation.note(key, AgreedBySome(act=act, agreed=frozenset(together[act.id]), absent=absent))
    for act in by_nobody:
        given = (*given_agreement(evaluation, act), entered, *_come_and_gone(evaluation, act, together[act.id]))
        rule = BY_ONE_ALONE if _alone(parties, act, together[act.id]) else BY_NOBODY
        key = evaluation.derived(Key("agreement", act.id), rule, False, *given, told=True)
        evaluation.note(key, AgreedBySome(act=act, agreed=frozenset(together[act.id]), absent=()))
    for act in waiting:
        if act.id not in idle and act.id not in taken_up:
            _note_who_had_left(evaluation, parties, act, together[act.id])
    without = [*idle.values(), *taken_up.values()]
    without += _without_effect_on_a_part(evaluation, [act for act in waiting if act not in without])
    return evaluation.without(without) if without else evaluation


def _without_effect_on_a_part(evaluation: Evaluation, effective: Sequence[Act]) -> list[Act]:
    """Return the acts about the whole treaty that have no effect on a part of it, though all whom it binds agreed.

    Law: only all parties may end the treaty, or prolong it. Whether some, who are all that a part binds, thereby ended
    the part between themselves is open (Vienna Convention arts. 41, 44(1) and 54(b)).

    Args:
        evaluation: The evaluation, of the whole treaty or of a part.
        effective: The acts on which all agreed that are parties there.
    """
    whole = within(evaluation)
    if whole is None:
        return []
    found = []
    idle = {act.id for act in whole.evaluation.acts.ineffective}
    for act in effective:
        if act.part or act.id not in idle:
            continue
        judged = Key("agreement", act.id)
        if judged not in whole.evaluation.findings.reasons:
            found.append(act)  # it has its part in the effect of a later act, on the whole and so on the part
            continue
        told = told_of_the_whole(evaluation, judged)
        if not evaluation.settle(Truth.UNKNOWN, *_on_the_part(evaluation, act), about=(act,)):
            evaluation.derived(Key("no effect on the part", act.id), NOT_ON_THE_PART, False, told, told=True)
            found.append(act)
    return found


def _on_the_part(evaluation: Evaluation, act: Act) -> tuple[str, str]:
    """Return the question about the effect of an act: of two, the same as about what it ended between these."""
    parties = sorted(party.id for party in evaluation.record.parties)
    if evaluation.record.between_two and act.kind == TERMINATION:
        return between_these(act, *parties)
    assert evaluation.record.part is not None
    name = evaluation.record.part.id
    return f"{act.id} effective for {name}", f"has {act.id}, which has no effect on the treaty, one on {name}?"


def _by_its_own_notice(evaluation: Evaluation, act: Act) -> tuple[str, ...]:
    """Return who agreed to an exit by a notice that itself names the day of that exit."""
    notice = evaluation.acts.get(act.of) if act.kind == EXIT_AGREED and act.of is not None else None
    named = notice is not None and notice.effective is not None and notice.effective == act.effective
    return notice.by if notice is not None and named else ()


def _note_who_had_left(evaluation: Evaluation, parties: PartiesThen, act: Act, together: set[str]) -> None:
    """Tell of those who had been parties, and whose agreement was not needed since they had left by then."""
    required = _named(evaluation, act) or [party.id for party in evaluation.record.parties]
    day = evaluation.legal_days(act.when())
    for party in () if evaluation.record.bilateral else required:
        exits = evaluation.acts.by(party, tuple(kind for kind in LEAVING if kind not in _KINDS))
        by_then = [each for each in exits if evaluation.legal_days(each.when()).first <= day.last]
        if party in together or not by_then or not parties.had_left(act, party):
            continue
        given = (*given_agreement(evaluation, act), *map(evaluation.given_act, by_then))
        name = Named(evaluation.record.party(party).name)
        evaluation.derived(Key("agreement not needed", f"{act.id}: {party}"), GONE, name, *given, told=True)


_MOST_NAMED = 6
"""As many names as a person reads in a sentence."""


def _names(evaluation: Evaluation, absent: tuple[str, ...]) -> str:
    names = [_NOT_LISTED if each == _NOT_LISTED else evaluation.record.party(each).name for each in absent]
    if len(names) > _MOST_NAMED:
        names[_MOST_NAMED - 1 :] = [f"{len(names) - _MOST_NAMED + 1} others"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def _taken_up(whole: list[Act], earlier: Mapping[str, tuple[Act, ...]]) -> dict[str, Act]:
    """Return the acts that have their effect in a later act of others, or in one of the same day."""
    place = {act.id: number for number, act in enumerate(whole)}
    ids = {id: {each.id for each in acts} for id, acts in earlier.items()}
    found: dict[str, Act] = {}
    for number, act in enumerate(whole):
        for other in earlier[act.id]:
            # Of two of one day each is no later than the other: the one that stands later in the order has the effect.
            if other.id not in place or (place[other.id] < number and act.id in ids[other.id]):
                found[other.id] = other
    return found


def _absent(evaluation: Evaluation, parties: PartiesThen, act: Act, together: set[str]) -> tuple[str, ...]:
    """Return the listed States that had to agree on the day of an act, and did not."""
    listed = [party.id for party in evaluation.record.parties]
    required = _named(evaluation, act) or listed
    missing = [party for party in listed if party in required and party not in together]
    if evaluation.record.bilateral or not missing:
        return tuple(missing)
    had_to = {
        party: Truth.UNKNOWN if parties.may_lack_acts(party) else parties.a_party(act, party) for party in missing
    }
    absent = tuple(party for party, truth in had_to.items() if truth is Truth.YES)
    perhaps = tuple(party for party, truth in had_to.items() if truth is Truth.UNKNOWN)
    if absent or not perhaps:
        return absent
    # One question for all of them: a question for each would multiply the worlds.
    fact = f"{act.id} agreed by all who were parties then"
    return () if evaluation.settle(Truth.UNKNOWN, fact, about=(act,)) else perhaps


def _by_those_who_may(evaluation: Evaluation, parties: PartiesThen, act: Act, together: set[str]) -> bool:
    """Tell whether anybody agreed who had a say: a party, before the entry into force a State that had consented.

    Where all who are listed agreed they are taken for all parties, whoever these are. What States may agree that
    negotiated the treaty, before any of them has consented to it, no rule says.
    """
    listed = {party.id for party in evaluation.record.parties}
    fact = f"{act.id} agreed by States that had a say"
    if together & set(_named(evaluation, act)):
        return True
    if evaluation.record.bilateral or listed <= together:
        return evaluation.settle(~_before_any_consent(evaluation, parties, act, together), fact, about=(act,))
    truth = parties.before_entry(act) & Truth.UNKNOWN
    for party in sorted(together):
        truth |= parties.may_agree(act, party)
        if parties.may_lack_acts(party):
            truth |= Truth.UNKNOWN
    if _alone(parties, act, together):
        truth &= Truth.UNKNOWN  # The only party may end what binds it; whether it may prolong it alone, no rule says.
    return evaluation.settle(truth, fact, about=(act,))


def _before_any_consent(evaluation: Evaluation, parties: PartiesThen, act: Act, together: set[str]) -> Truth:
    """Tell whether an act may have come while no State had consented: NO or unknown, since its effect is open then.

    A consent that was taken back by then is none. Of a treaty that never entered into force, which is only applied
    provisionally, each of them speaks for itself.

    Where no consent is on record, the States are taken to have consented by then. What a later treaty provides binds
    its own parties (Vienna Convention art. 59), whenever they consented to this one.
    """
    if act.treaty or parties.entry is None:
        return Truth.NO
    day = evaluation.legal_days(act.when())
    given = [(party, each) for party in sorted(together) for each in agreed(evaluation, party)]
    had = Truth.of(not given)
    for party, each in given:
        by_then = each.day.not_after(day)
        had |= by_then if by_then is Truth.NO else by_then & ~gone_by(evaluation, each, party, day)
    return parties.before_entry(act) & ~had & Truth.UNKNOWN


def _alone(parties: PartiesThen, act: Act, together: set[str]) -> bool:
    """Tell whether the only State that agreed to prolong the treaty had a say, and nobody to agree with."""
    return act.kind == EXTENSION and len(together) == 1 and parties.may_agree(act, *together) is not Truth.NO


_NOT_LISTED = "States that are not listed"


def _not_listed(evaluation: Evaluation, act: Act, together: set[str]) -> tuple[str, ...]:
    """Return that States which are not listed had to agree and did not, where the record leaves that open."""
    why = "" if _named(evaluation, act) else perhaps_others(evaluation, together)
    if not why:
        return ()
    fact = f"{act.id} agreed by all who are not listed"
    agreed = evaluation.lacking(fact, f"had all parties that are not listed agreed to {act.id}? {why}")
    return () if agreed else (_NOT_LISTED,)


def _named(evaluation: Evaluation, act: Act) -> tuple[str, ...]:
    """Return those whom the clause names; none where it names nobody."""
    if act.kind.agreement is Agreement.ALL_OR_NAMED:
        return next((each.agreed_by for each in evaluation.several(Denunciation) if each.agreed_by), ())
    term = evaluation.clause(Term, on=act.when().days)
    return () if term is None or act.kind != EXTENSION else term.extended_by


def _come_and_gone(evaluation: Evaluation, act: Act, parties: set[str]) -> tuple[Key, ...]:
    """Note the acts by which some States had come and gone by the day of an act; return their keys.

    In an argument about a part it also notes why the whole treaty bound some of them only before, later, or never.
    """
    day, found = evaluation.legal_days(act.when()), []
    for party in sorted(parties):
        kinds = dict.fromkeys((*consent_kinds(evaluation, party), *LEAVING, CONSENT_WITHDRAWN))
        found += [each for each in evaluation.acts.by(party, tuple(kinds)) if each.kind not in _KINDS]
    by_then = (each for each in found if evaluation.legal_days(each.when()).first <= day.last)
    outside = [key for party in sorted(parties) for key in no_party_to_the_whole(evaluation, party, day)]
    return tuple(dict.fromkeys((*map(evaluation.given_act, by_then), *outside)))


def _consents_given(evaluation: Evaluation, parties: tuple[str, ...]) -> tuple[Key, ...]:
    listed = (party for party in parties if party != _NOT_LISTED)
    found: list[Consent] = [each for party in listed for each in agreed(evaluation, party)[:1]]
    return tuple(dict.fromkeys(evaluation.given_act(each.act) for each in found))
