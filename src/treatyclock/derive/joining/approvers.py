"""Who must approve an accession where all parties must: those who were parties on its day, and who makes the treaty.

Law: a party is a State that has consented and for which the treaty is in force (Vienna Convention art. 2(1)(g)). Before
the entry into force nobody is one yet. Those without whose consent the treaty cannot enter into force will be parties
from its first day, and nobody becomes one beside them without their approval (arts. 15 and 24(2)). Whether other States
that negotiated the treaty have a say before they consent, no rule says (art. 15(b) and (c)).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import Consent, agreed
from treatyclock.derive.consent.negotiating import took_part
from treatyclock.derive.entry.needed import needs_act_of
from treatyclock.derive.joining.joining_rule import joining_rule
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import ACCESSION, ACCESSION_APPROVED, CONSENT_WITHDRAWN
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.joining import Joining
from treatyclock.law.vocabulary import LEAVING
from treatyclock.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Approving:
    """Who must approve an accession.

    Attributes:
        sure: Those who must.
        perhaps: Those who must if they were parties then, which is open.
        negotiated: Those who had negotiated the treaty and not consented yet, before its entry into force.
    """

    sure: tuple[str, ...]
    perhaps: tuple[str, ...] = field(default=())
    negotiated: tuple[str, ...] = field(default=())

    @property
    def everybody(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.sure, *self.perhaps, *self.negotiated)


def needs_approval(evaluation: Evaluation, act: Act, party: str) -> Joining | None:
    """Return the rule by which an act of consent needs an approval; None where it needs none.

    What the depositary recorded of an accession, it recorded of one that was approved.
    """
    if act.kind != ACCESSION or act.recorded is not None:
        return None
    rule = joining_rule(evaluation, party, act.kind)
    return rule if rule is not None and rule.approved_by is not None else None


def approving(evaluation: Evaluation, act: Act, entry: Days | None) -> Approving:
    """Return who must approve an accession where all parties must.

    Args:
        evaluation: The evaluation.
        act: The accession.
        entry: The day of the treaty's entry into force; None where that is not known yet.
    """
    day = evaluation.legal_days(act.when())
    before_entry = entry is None or entry.not_after(day) is not Truth.YES
    sure, perhaps, negotiated = [], [], []
    for party in (each.id for each in evaluation.record.parties if each.id not in act.by):
        truth = _a_party(evaluation, party, day)
        if truth is Truth.YES:
            sure.append(party)
        elif truth is Truth.UNKNOWN:
            perhaps.append(party)
        elif before_entry and took_part(evaluation.record, [party]) and not _gone(evaluation, party, day):
            negotiated.append(party)
    return Approving(sure=tuple(sure), perhaps=tuple(perhaps), negotiated=tuple(negotiated))


def _a_party(evaluation: Evaluation, party: str, day: Days) -> Truth:
    """Tell whether a State had consented by a day, or the entry into force hangs on its consent."""
    found = Truth.any_of(
        each.day.not_after(day) & approved_by(evaluation, each, party, day) for each in agreed(evaluation, party)
    )
    if _awaited(evaluation, party):
        found = Truth.YES
    return found & Truth.UNKNOWN if found is Truth.YES and _gone(evaluation, party, day) else found


def _awaited(evaluation: Evaluation, party: str) -> bool:
    clause = evaluation.clause(EntryIntoForce)
    return clause is not None and needs_act_of(evaluation, clause.when, party)


def _gone(evaluation: Evaluation, party: str, day: Days) -> bool:
    """Tell whether a State may have left by a day, or taken back its consent."""
    acts = evaluation.acts.by(party, (*LEAVING, CONSENT_WITHDRAWN))
    return any(evaluation.legal_days(each.when()).first <= day.last for each in acts)


def approved_by(evaluation: Evaluation, consent: Consent, party: str, day: Days) -> Truth:
    """Tell whether a consent was approved by a day, if it needs that: what an approval of it hangs on is not asked.

    It surely was not where a State had not approved it by then that surely had to, and did later. It surely was where
    all had that may have had to.

    Args:
        evaluation: The evaluation.
        consent: The consent.
        party: Who consents.
        day: The day.
    """
    rule = needs_approval(evaluation, consent.act, party)
    if rule is None:
        return Truth.YES
    assert rule.approved_by is not None
    approvals = evaluation.acts.answering(consent.act, ACCESSION_APPROVED)
    days = {each: evaluation.legal_days(each.when()) for each in approvals}
    if rule.approved_by.body:
        return Days.earliest(days.values()).not_after(day) if days else Truth.UNKNOWN
    had_to, may_have_had_to = rule.approved_by.parties, rule.approved_by.parties
    if not had_to:
        others = [each.id for each in evaluation.record.parties if each.id not in consent.act.by]
        done = {each: list(_consents_by(evaluation, each, consent.day)) for each in others}
        may_have_had_to = tuple(each for each in others if done[each] or _awaited(evaluation, each))
        had_to = tuple(each for each in may_have_had_to if _surely(evaluation, each, consent.day, done[each]))
    first = {each: [day for act, day in days.items() if each in act.by] for each in may_have_had_to}
    truth = {each: Days.earliest(found).not_after(day) if found else Truth.UNKNOWN for each, found in first.items()}
    if any(truth[each] is Truth.NO for each in had_to):
        return Truth.NO
    return Truth.YES if truth and all(each is Truth.YES for each in truth.values()) else Truth.UNKNOWN


def _consents_by(evaluation: Evaluation, party: str, day: Days) -> Iterable[Consent]:
    return (each for each in agreed(evaluation, party) if each.day.not_after(day) is not Truth.NO)


def _surely(evaluation: Evaluation, party: str, day: Days, consents: Iterable[Consent]) -> bool:
    """Tell whether a State surely was a party on a day, by a consent that needed no approval."""
    plain = any(
        each.day.not_after(day) is Truth.YES and needs_approval(evaluation, each.act, party) is None
        for each in consents
    )
    return (plain or _awaited(evaluation, party)) and not _gone(evaluation, party, day)
