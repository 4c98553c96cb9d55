"""Consents that a recorded entry into force presupposes, though they are not on record.

Law: a treaty enters into force as it provides (Vienna Convention art. 24(1)). Where it provides that certain States
must have consented and the depositary recorded its entry, they had.
"""

from __future__ import annotations

from treatyclock.derive.entry import AGREES, DIFFERS, Entry
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.needed import needs_act_of
from treatyclock.derive.reasons import Derived, Key, Rule
from treatyclock.derive.treaty_entry import ALONE
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.vocabulary import LEAVING, SIGNING

PRESUPPOSED = Rule(
    "consent presupposed",
    "that it entered into force presupposes the consent of that State, so that State is a party from {value}",
    "Vienna Convention on the Law of Treaties, art. 24(1)",
)


def presupposed_entry(evaluation: Evaluation, treaty: Entry, party: str, number: int | None) -> Entry | None:
    """Return the entry into force for a State by a consent that the treaty's own entry presupposes; None for none.

    Of a State that the clause does not name, only what it did shows that the treaty waited for it: without that it
    may have joined later. Where it did something to leave, which of its acts came when is left open.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force.
        party: A State of which no consent is on record.
        number: What tells the conclusion from others on that State; None where there is no other.
    """
    if party not in evaluation.record.coverage.untold or evaluation.acts.by(party, (*LEAVING, CONSENT_WITHDRAWN)):
        return None
    clause = evaluation.clause(EntryIntoForce)
    if clause is None or not presupposes_consent(evaluation, treaty, party):
        return None
    signed = evaluation.acts.by(party, SIGNING)
    because = (treaty.key, evaluation.given_clause(clause), *map(evaluation.given_act, signed[:1]))
    key = evaluation.derived(Key("entry for", party, number), PRESUPPOSED, treaty.day, *because)
    return Entry(day=treaty.day, begins=treaty.begins, key=key, begins_key=key, met=None)


def presupposes_consent(evaluation: Evaluation, treaty: Entry, party: str) -> bool:
    """Tell whether the treaty's entry into force was recorded, and could not come without the consent of a State.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force.
        party: The State.
    """
    clause, entered = evaluation.clause(EntryIntoForce), evaluation.findings.reasons[treaty.key]
    if clause is None or not isinstance(entered, Derived) or entered.rule not in (ALONE, AGREES, DIFFERS):
        return False
    named = any(party in (*getattr(part, "by", ()), *getattr(part, "among", ())) for part in clause.when.walk())
    took_part = any(_of_a_negotiator(act) for act in evaluation.acts if party in act.by)
    return (named or took_part) and needs_act_of(evaluation, clause.when, party)


def _of_a_negotiator(act: Act) -> bool:
    return act.kind.signs or (act.kind.consents and not act.kind.joins)
