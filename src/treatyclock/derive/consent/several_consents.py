"""A State that consented more than once: the consent that makes it a party earliest counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from treatyclock.civil.days import LATEST
from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.joining.own_entry import own_entry
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN
from treatyclock.law.vocabulary import LEAVING


def in_order_of_entry(
    evaluation: Evaluation, treaty: Entry | None, party: str, found: Sequence[Consent]
) -> Sequence[Consent]:
    """Return a State's acts of consent, of which one that makes it a party earlier goes before earlier acts.

    One may reach back, or arrive sooner. Between a consent and an exit the order of the acts decides, so a consent that
    came after an exit, or after a consent was taken back, keeps its place.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force; None if it has not entered.
        party: The State.
        found: Its acts of consent in the order in which they were done.
    """
    if treaty is None or len(found) < 2:
        return found
    gone = evaluation.acts.by(party, (*LEAVING, CONSENT_WITHDRAWN))
    left = min((evaluation.legal_days(act.when()).first for act in gone), default=LATEST)
    aside, name = evaluation.aside(), Key("entry for", party)
    ordered: list[tuple[date, Consent]] = []
    for each in found:
        entry = own_entry(aside, treaty, each, name)
        day, place = LATEST if entry is None else entry.day.first, len(ordered)
        while place and each.day.last < left and day < ordered[place - 1][0]:
            place -= 1
        ordered.insert(place, (day, each))
    return [each for _, each in ordered]
