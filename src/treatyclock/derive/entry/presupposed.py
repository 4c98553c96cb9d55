"""Consents that a recorded entry into force presupposes, though they are not on record.

Law: a treaty enters into force as it provides (Vienna Convention art. 24(1)). Where it provides that certain States
must have consented and the depositary recorded its entry, they had.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treatyclock.civil.days import EARLIEST, Days
from treatyclock.civil.moments.moment import on_days
from treatyclock.derive.consent.consent import Consent, consent_kinds
from treatyclock.derive.entry.entry import AGREES, DIFFERS, ENTERED, Entry
from treatyclock.derive.entry.needed import needs_act_of
from treatyclock.derive.entry.treaty_entry import ALONE
from treatyclock.derive.histories.history import Edge
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Derived, Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN, RATIFICATION
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.status import Status
from treatyclock.law.vocabulary import LEAVING, SIGNING
from treatyclock.truth import Truth

PRESUPPOSED = Rule(
    "consent presupposed",
    "that it entered into force presupposes the consent of that State, so that State is a party from {value}",
    "Vienna Convention on the Law of Treaties, art. 24(1)",
)

HAD_CONSENTED = Rule(
    "had consented by then",
    "that it entered into force presupposes the consent of that State by then",
    "Vienna Convention on the Law of Treaties, art. 24(1)",
)

_SENTENCE = "{by} consented, as the entry into force presupposes"


def presupposed_consents(evaluation: Evaluation, treaty: Entry) -> tuple[Act, ...]:
    """Return the consents that the treaty's own entry into force presupposes, though they are not on record.

    Of a State that the clause does not name, only what it did shows that the treaty waited for it: without that it
    may have joined later. Where it may have taken back its consent, or given a notice, before the treaty was in force,
    which of its acts came when is left open.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force.
    """
    untold, parties = evaluation.record.coverage.untold, evaluation.record.parties
    return tuple(
        _consent(evaluation, treaty, party.id)
        for party in parties
        if party.id in untold
        and presupposes_consent(evaluation, treaty.key, party.id)
        and not _may_have_left_before(evaluation, treaty, party.id)
    )


def with_consents(evaluation: Evaluation, consents: Sequence[Act]) -> Evaluation:
    """Return an evaluation in which consents count that the treaty's entry into force presupposes."""
    if not consents:
        return evaluation
    told = {party for act in consents for party in act.by}
    record, coverage = evaluation.record, evaluation.record.coverage
    coverage = replace(coverage, untold=tuple(party for party in coverage.untold if party not in told))
    return evaluation.counting(*consents).about(replace(record, coverage=coverage))


def presupposed_entry(evaluation: Evaluation, treaty: Entry, consent: Consent, name: Key) -> Entry | None:
    """Return the entry into force for a State by a consent that the treaty's own entry presupposes; None for another.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force.
        consent: A consent.
        name: What this entry is called among all reasons; its subject is the State.
    """
    clause, party = evaluation.clause(EntryIntoForce), name.subject
    if clause is None or not is_presupposed(consent, party):
        return None
    signed = evaluation.acts.by(party, SIGNING)
    because = (treaty.key, evaluation.given_clause(clause), *map(evaluation.given_act, signed[:1]))
    key = evaluation.derived(name, PRESUPPOSED, treaty.day, *because)
    return Entry(day=treaty.day, begins=treaty.begins, key=key, begins_key=key, met=None)


def had_consented(evaluation: Evaluation, treaty: Entry | None, consent: Consent, party: str) -> Edge | None:
    """Return the change of status by a consent that the treaty's own entry presupposes; None for another."""
    if treaty is None or not is_presupposed(consent, party):
        return None
    key = evaluation.derived(Key("had consented", party), HAD_CONSENTED, None, treaty.key)
    at = evaluation.happening(consent.act.when())
    return Edge(status=Status.CONTRACTING, at=at, key=key, what="consent")


def is_presupposed(consent: Consent, party: str) -> bool:
    """Tell whether a consent of a State is on no record, and only presupposed by the treaty's entry into force."""
    return consent.act.id == _id(party)


def day_of_consent(evaluation: Evaluation, consent: Consent, party: str) -> Days:
    """Return the day of a consent: of a vague one, by the entry into force at the latest, where that presupposes it."""
    clause, reasons = evaluation.clause(EntryIntoForce), evaluation.findings.reasons
    if consent.day.known or clause is None or clause.recorded is None:
        return consent.day
    entered, latest = Key(f"recorded {ENTERED.kind}"), clause.recorded.days.last
    entered = entered if entered in reasons else ENTERED
    if consent.day.first > latest or not presupposes_consent(evaluation, entered, party):
        return consent.day
    return Days(first=consent.day.first, last=min(consent.day.last, latest))


def _id(party: str) -> str:
    return f"the consent of {party}"  # no act of a file has an id with spaces


def _consent(evaluation: Evaluation, treaty: Entry, party: str) -> Act:
    """Return the consent of a State, of whatever kind, by the entry into force at the latest."""
    kinds = [kind for kind in consent_kinds(evaluation, party) if kind.consents and not kind.joins]
    kind = next((each for each in kinds if each == RATIFICATION), kinds[0])
    by_then = on_days(f"by {treaty.day.last}", [Days(first=EARLIEST, last=treaty.day.last)], ())
    clause = evaluation.clause(EntryIntoForce)
    ref = "" if clause is None else clause.basis.ref
    return Act(id=_id(party), kind=replace(kind, sentence=_SENTENCE), by=(party,), dated=by_then, ref=ref)


def _may_have_left_before(evaluation: Evaluation, treaty: Entry, party: str) -> bool:
    leaving = evaluation.acts.by(party, LEAVING)
    if evaluation.acts.by(party, (CONSENT_WITHDRAWN,)):
        return True
    return any(evaluation.from_start_of(act.when(), treaty.day)[0] is not Truth.YES for act in leaving)


def presupposes_consent(evaluation: Evaluation, entered: Key, party: str) -> bool:
    """Tell whether the treaty's entry into force was recorded, and could not come without the consent of a State.

    Args:
        evaluation: The evaluation.
        entered: The conclusion on the treaty's entry into force.
        party: The State.
    """
    clause, reason = evaluation.clause(EntryIntoForce), evaluation.findings.reasons.get(entered)
    if clause is None or not isinstance(reason, Derived) or reason.rule not in (ALONE, AGREES, DIFFERS):
        return False
    named = any(party in (*getattr(part, "by", ()), *getattr(part, "among", ())) for part in clause.when.walk())
    took_part = any(_of_a_negotiator(act) for act in evaluation.acts if party in act.by)
    return (named or took_part) and needs_act_of(evaluation, clause.when, party)


def _of_a_negotiator(act: Act) -> bool:
    return act.kind.signs or (act.kind.consents and not act.kind.joins)
