"""Whether a State is one of those whose consents met the condition of entry, and not one who consented beside them.

"In force when six have accepted it; for each other Government thirty days after its own acceptance": the six are those
who accepted first. Which of two that came on one day is the sixth, no rule says.
"""

from __future__ import annotations

from fractions import Fraction

from treatyclock.derive.consent.consent import Consent, agreed
from treatyclock.derive.consent.negotiating import awaited
from treatyclock.derive.counting.date_that_counts import date_of_instruments
from treatyclock.derive.entry.both_sides import ON_TWO_SIDES
from treatyclock.derive.entry.conditions import met
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN
from treatyclock.law.clauses.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Consented,
    Exchanged,
    FixedDate,
    Instruments,
    Pairwise,
    Share,
    Signed,
)  # fmt: skip
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.truth import Truth


def first_to_meet(evaluation: Evaluation, entry: EntryIntoForce, treaty: Entry, consent: Consent, party: str) -> Truth:
    """Tell whether a State is one of those whose consents met the condition.

    Args:
        evaluation: The evaluation.
        entry: The clause on entry into force.
        treaty: The treaty's entry into force.
        consent: The State's consent.
        party: The State.
    """
    if treaty.met is None:  # a recorded day alone does not tell who met the condition
        return consent.day.not_after(treaty.day) & Truth.UNKNOWN
    in_time = consent.day.not_after(treaty.met)
    if ON_TWO_SIDES in evaluation.findings.reasons:  # all who had consented by then had to wait for the last
        return in_time
    return in_time & _among(evaluation, entry.when, entry, consent, party)


def _among(evaluation: Evaluation, condition: Condition, entry: EntryIntoForce, consent: Consent, party: str) -> Truth:
    if isinstance(condition, AllOf):
        return Truth.any_of(_among(evaluation, part, entry, consent, party) for part in condition.conditions)
    if isinstance(condition, AnyOf):
        return _among_alternatives(evaluation, condition, entry, consent, party)
    if isinstance(condition, Consented | Signed | FixedDate | Exchanged):
        named = () if isinstance(condition, FixedDate | Exchanged) else condition.by
        return Truth.of(party in (named or awaited(evaluation.record)))
    if isinstance(condition, Share):
        table = next(each for each in evaluation.record.weights if each.id == condition.of)
        shares = dict(table.shares)
        return _by_weight(evaluation, consent, party, shares, condition.at_least * table.total)
    if isinstance(condition, Instruments | Pairwise):
        among = condition.among if isinstance(condition, Instruments) else ()
        states = among or [each.id for each in evaluation.record.parties]
        number = condition.number if isinstance(condition, Instruments) else 2
        return _by_weight(evaluation, consent, party, dict.fromkeys(states, Fraction(1)), Fraction(number))
    return Truth.NO


def _among_alternatives(
    evaluation: Evaluation, condition: AnyOf, entry: EntryIntoForce, consent: Consent, party: str
) -> Truth:
    """Of alternatives the one that is met first brings the entry: of two met on one day, either."""
    which, _ = date_of_instruments(evaluation, entry)
    days = {part: met(evaluation.aside(), part, which).day for part in condition.conditions}
    first = min((day.last for day in days.values() if day is not None), default=None)
    found = [
        _among(evaluation, part, entry, consent, party)
        for part, day in days.items()
        if day is not None and first is not None and day.first <= first
    ]
    return Truth.agreed(found) if found else Truth.NO


def _by_weight(
    evaluation: Evaluation, consent: Consent, party: str, weights: dict[str, Fraction], needed: Fraction
) -> Truth:
    """Tell whether what was needed was not yet there without a State, by those who had consented before it."""
    if party not in weights or not consent.act.counts:
        return Truth.NO
    surely, perhaps = Fraction(0), Fraction(0)
    for other, weight in weights.items():
        counting = [each for each in agreed(evaluation, other) if each.act.counts] if other != party else []
        before = Truth.any_of(each.day.not_after(consent.day) for each in counting)
        strictly = Truth.any_of(~consent.day.not_after(each.day) for each in counting)
        surely += weight if strictly is Truth.YES else 0
        perhaps += weight if before is not Truth.NO else 0
    if evaluation.acts.of(CONSENT_WITHDRAWN) and perhaps >= needed:
        return Truth.UNKNOWN  # whose place another took that took its consent back, no rule says
    if surely >= needed:
        return Truth.NO
    return Truth.YES if perhaps < needed else Truth.UNKNOWN
