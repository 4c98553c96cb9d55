"""The acts with which provisional application by a State begins, and those that tell that it will not go on."""

from __future__ import annotations

from collections.abc import Sequence

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.counting.order import in_order
from treatyclock.derive.counting.reaching_back import lies_before, takes_effect
from treatyclock.derive.joining.approved import first_that_counts
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN, SUCCESSION
from treatyclock.law.acts.operation import PROVISIONAL as DECLARED
from treatyclock.law.acts.operation import PROVISIONAL_END
from treatyclock.law.clauses.before_entry import AppliesTo, ProvisionalApplication
from treatyclock.law.vocabulary import NOTICES
from treatyclock.truth import Truth

STOPS = (PROVISIONAL_END, CONSENT_WITHDRAWN, *NOTICES)
"""Acts that tell that a State does not intend to become a party: who takes back a consent or withdraws tells it too."""


def acts_of_beginning(
    evaluation: Evaluation,
    clause: ProvisionalApplication,
    party: str,
    signed: Sequence[Consent],
    entry: Days | None,
) -> tuple[Act, ...]:
    """Return the acts with which it begins: every declaration, and a signature or consent where the clause says so.

    Args:
        evaluation: The evaluation.
        clause: The clause.
        party: The State.
        signed: Its signatures.
        entry: The day of the treaty's entry into force; None where that is not known.
    """
    found = list(evaluation.acts.by(party, [DECLARED]))
    if clause.by is AppliesTo.AT_SIGNATURE:
        found = [act for act in found if _at_signature(evaluation, act, signed)]
    if clause.by is AppliesTo.SIGNATORIES:
        found += [each.act for each in signed[:1]]
    if clause.by is AppliesTo.CONSENTED:
        found += [each.act for each in first_that_counts(evaluation, party, entry) if each.act not in found]
    return in_order(evaluation, found)


def begins_on(evaluation: Evaluation, act: Act) -> tuple[Moment, tuple[Key, ...]]:
    """Return the day or hour from which an act begins it, and what is taken of that.

    A later day that a consent or a signature names is one for the entry into force, and puts off nothing before that.
    """
    when, taken = takes_effect(evaluation, act)
    consents = (act.kind.consents or act.kind.signs) and act.kind != SUCCESSION
    return (act.when(), ()) if consents and not lies_before(when, act) else (when, taken)


def _at_signature(evaluation: Evaluation, declaration: Act, signed: Sequence[Consent]) -> bool:
    """Ask whether a State declared it on the day on which it signed: what it declares later, no text allows."""
    day = declaration.dated.days
    truths = [day.not_after(each.act.dated.days) & each.act.dated.days.not_after(day) for each in signed]
    if not truths and not evaluation.record.coverage.lists_all_acts:
        truths = [Truth.UNKNOWN]
    return evaluation.settle(Truth.any_of(truths), f"{declaration.id} done at signature", about=(declaration,))
