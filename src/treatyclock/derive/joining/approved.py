"""The approval that an accession needs: by all parties, by those named, or by a body.

Law: a State may express its consent by accession where the treaty so provides or the parties agree (Vienna Convention
art. 15). Where the treaty asks for an approval, an accession without it makes no party. A record that holds no approval
does not tell that there was none: the depositary who took the instrument may have had it. So that is open, unless the
record holds a refusal, or says in so many words that every act is there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from treatyclock.civil.days import EARLIEST, LATEST, Days
from treatyclock.derive.consent.consent import Consent, agreed
from treatyclock.derive.joining.approvers import Approving, approving, needs_approval
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import later
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import ACCESSION_APPROVED, ACCESSION_REFUSED
from treatyclock.law.clauses.joining import Joining
from treatyclock.law.wording import AS_WRITTEN
from treatyclock.truth import Truth

_LAW = "Vienna Convention on the Law of Treaties, art. 15"
NOT_APPROVED = Rule(
    "accession not approved",
    "an accession needs an approval that the record does not hold, and it is taken that there was none",
    _LAW,
)
REFUSED = Rule("accession refused", "its accession was not approved, so it makes no party", _LAW)
SURELY_NOT_APPROVED = Rule(
    "accession surely not approved",
    "an accession needs an approval, and the record says that it holds every act and holds none, so it makes no party",
    _LAW,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """The approval of an accession.

    Attributes:
        day: The day with which all had approved it.
        acts: The acts that did.
        on_record: Whether the record holds all that is needed; otherwise it is taken that it came at some time.
    """

    day: Days
    acts: tuple[Act, ...] = ()
    on_record: bool = True


def approval(evaluation: Evaluation, rule: Joining, act: Act, entry: Days | None) -> Approval | None:
    """Return the approval of an accession; None where it is taken that there was none.

    Args:
        evaluation: The evaluation.
        rule: The rule by which it needs one.
        act: The accession.
        entry: The day of the treaty's entry into force; None where that is not known yet.
    """
    assert rule.approved_by is not None
    approvals = evaluation.acts.answering(act, ACCESSION_APPROVED)
    days = {each: evaluation.legal_days(each.when()) for each in approvals}
    if rule.approved_by.body:
        if days:
            return Approval(day=Days.earliest(days.values()), acts=tuple(days))
    else:
        named = rule.approved_by.parties
        must = Approving(sure=named) if named else approving(evaluation, act, entry)
        by = {party: [each for each in approvals if party in each.by] for party in must.everybody}
        first = [Days.earliest(days[each] for each in acts) for acts in by.values() if acts]
        whole = bool(named) or evaluation.record.coverage.lists_all_parties
        if first and whole and all(by[party] for party in must.sure) and _waived(evaluation, act, must, by):
            acts = tuple(each for each in approvals if set(each.by) & set(by))
            return Approval(day=Days.latest(first), acts=acts)
    if _refusals(evaluation, rule, act):
        return None
    since = _may_lack_from(evaluation)
    if since is None:
        return None
    who = rule.approved_by.says(AS_WRITTEN)
    text = f"was {act.id} approved by {who}? The record does not hold that."
    if not evaluation.lacking(f"{act.id} approved", text):
        return None
    earliest = max(since, evaluation.legal_days(act.when()).first)
    return Approval(day=Days.between(earliest, LATEST), acts=approvals, on_record=False)


def not_approved(evaluation: Evaluation, rule: Joining, consent: Consent, party: str) -> Key:
    """Conclude that an accession makes no party, since it was refused, or it is taken that it was not approved."""
    refusals = _refusals(evaluation, rule, consent.act)
    sure = SURELY_NOT_APPROVED if _may_lack_from(evaluation) is None else NOT_APPROVED
    given = (evaluation.given_act(consent.act), evaluation.given_clause(rule), *map(evaluation.given_act, refusals))
    return evaluation.derived(Key("not approved", party), REFUSED if refusals else sure, False, *given, told=True)


def _refusals(evaluation: Evaluation, rule: Joining, act: Act) -> tuple[Act, ...]:
    """Return the acts by which a body, or one of those who must approve, did not approve an accession."""
    assert rule.approved_by is not None
    refusals = evaluation.acts.answering(act, ACCESSION_REFUSED)
    needed = set(rule.approved_by.parties or approving(evaluation, act, None).sure)
    return tuple(each for each in refusals if rule.approved_by.body or set(each.by) & needed)


def _may_lack_from(evaluation: Evaluation) -> date | None:
    """Return the first day of an approval that the record may lack; None where it says that every act is there."""
    coverage = evaluation.record.coverage
    if not coverage.says_all_acts:
        return EARLIEST
    return None if coverage.until is None else later(coverage.until.days.first)


def counted_if_approved(
    evaluation: Evaluation, consent: Consent, party: str, entry: Days | None = None
) -> Consent | None:
    """Return a consent with the day from which it counts: no earlier than an approval that it needs.

    None where it needs one and it is taken that there was none.

    Args:
        evaluation: The evaluation.
        consent: The consent.
        party: Who consents.
        entry: The day of the treaty's entry into force; None where that is not known yet.
    """
    rule = needs_approval(evaluation, consent.act, party)
    if rule is None:
        return consent
    found = approval(evaluation, rule, consent.act, entry)
    return None if found is None else replace(consent, day=Days.latest([consent.day, found.day]))


def first_that_counts(evaluation: Evaluation, party: str, entry: Days | None) -> tuple[Consent, ...]:
    """Return a State's first consent but for an accession that was not approved; none where it has no other."""
    for each in agreed(evaluation, party):
        if counted_if_approved(evaluation, each, party, entry) is not None:
            return (each,)
    return ()


def _waived(evaluation: Evaluation, act: Act, must: Approving, by: Mapping[str, Sequence[Act]]) -> bool:
    """Ask whether an accession was approved by all who had to, where others who perhaps had to did not."""
    if any(not by[party] for party in must.negotiated):
        fact = "accessions approved without those who had negotiated and not consented"
        text = (
            "does an accession before the entry into force need no approval of a State that had negotiated the treaty "
            "and not consented yet?"
        )
        if not evaluation.settle(Truth.UNKNOWN, fact, text):  # one question for all accessions
            return False
    missing = [party for party in must.perhaps if not by[party]]
    if not missing:
        return True
    fact = f"{act.id} approved by all who were parties then"
    names = ", ".join(evaluation.record.party(each).name for each in missing)
    return evaluation.settle(Truth.UNKNOWN, fact, f"was {fact}, though not by {names}?", about=(act,))
