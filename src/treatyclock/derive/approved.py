"""The approval that an accession needs: by all parties, by those named, or by a body.

Law: a State may express its consent by accession where the treaty so provides or the parties agree (Vienna Convention
art. 15). Where the treaty asks for an approval, an accession without it makes no party. A record that holds no approval
does not tell that there was none: the depositary who took the instrument may have had it. So that is open, unless the
record holds a refusal, or says in so many words that every act is there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from treatyclock.civil.days import EARLIEST, LATEST, Days
from treatyclock.derive.consent import Consent, agreed
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.joining_rule import joining_rule
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.timing import later
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import ACCESSION, ACCESSION_APPROVED, ACCESSION_REFUSED
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


def needs_approval(evaluation: Evaluation, act: Act, party: str) -> Joining | None:
    """Return the rule by which an act of consent needs an approval; None where it needs none.

    What the depositary recorded of an accession, it recorded of one that was approved.
    """
    if act.kind != ACCESSION or act.recorded is not None:
        return None
    rule = joining_rule(evaluation, party, act.kind)
    return rule if rule is not None and rule.approved_by is not None else None


def approval(evaluation: Evaluation, rule: Joining, act: Act) -> Approval | None:
    """Return the approval of an accession; None where it is taken that there was none.

    Args:
        evaluation: The evaluation.
        rule: The rule by which it needs one.
        act: The accession.
    """
    assert rule.approved_by is not None
    approvals = evaluation.acts.answering(act, ACCESSION_APPROVED)
    days = {each: evaluation.legal_days(each.when()) for each in approvals}
    if rule.approved_by.body:
        if days:
            return Approval(day=Days.earliest(days.values()), acts=tuple(days))
    else:
        needed = rule.approved_by.parties or _all_parties(evaluation, act)
        by = {party: [each for each in approvals if party in each.by] for party in needed}
        whole = bool(rule.approved_by.parties) or evaluation.record.coverage.lists_all_parties
        if needed and all(by.values()) and whole:
            first = [Days.earliest(days[each] for each in acts) for acts in by.values()]
            acts = tuple(each for each in approvals if set(each.by) & set(needed))
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
    needed = set(rule.approved_by.parties or _all_parties(evaluation, act))
    return tuple(each for each in refusals if rule.approved_by.body or set(each.by) & needed)


def _may_lack_from(evaluation: Evaluation) -> date | None:
    """Return the first day of an approval that the record may lack; None where it says that every act is there."""
    coverage = evaluation.record.coverage
    if not coverage.says_all_acts:
        return EARLIEST
    return None if coverage.until is None else later(coverage.until.days.first)


def counted_if_approved(evaluation: Evaluation, consent: Consent, party: str) -> Consent | None:
    """Return a consent as it counts toward the entry of the treaty: no earlier than an approval that it needs.

    None where it needs one and it is taken that there was none.
    """
    rule = needs_approval(evaluation, consent.act, party)
    if rule is None:
        return consent
    found = approval(evaluation, rule, consent.act)
    return None if found is None else replace(consent, day=Days.latest([consent.day, found.day]))


def _all_parties(evaluation: Evaluation, act: Act) -> tuple[str, ...]:
    """Return the States that may have consented by the day of an accession, but for who acceded."""
    day = evaluation.legal_days(act.when())
    found = []
    for party in evaluation.record.parties:
        if party.id not in act.by and any(
            each.day.not_after(day) is not Truth.NO for each in agreed(evaluation, party.id)
        ):
            found.append(party.id)
    return tuple(found)
