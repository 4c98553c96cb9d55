"""A State that joins while it is engaged in a conflict: its instrument may have effect at once."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.timing import eve
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.events import CONFLICT, CONFLICT_END
from treatyclock.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class AtOnce:
    """From when a State is a party at once, since it is engaged in a conflict.

    Attributes:
        day: The day: that of its instrument or that on which the conflict began, whichever is later.
        conflict: The conflict.
        by: The act that comes last, and so brings it about.
    """

    day: Days
    conflict: Act
    by: Act


def at_once_in_conflict(
    evaluation: Evaluation, treaty: Entry, consent: Consent, party: str, day: Days
) -> AtOnce | None:
    """Return from when a State is a party at once, where a conflict brings that forward; None where none does.

    Law: a conflict gives immediate effect to the instrument of a party to it, be it deposited before or after the
    hostilities began (Geneva Conventions of 1949, common art. 62/61/141/157).

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force.
        consent: The State's consent.
        party: The State.
        day: The day by the clause's own delay.
    """
    conflicts = evaluation.acts.by(party, [CONFLICT])
    for conflict in sorted(conflicts, key=lambda act: evaluation.happening(act.when())):
        began = evaluation.legal_days(conflict.when())
        sooner = Days.latest([treaty.day, consent.day, began])
        goes_on = sooner.not_after(day.map(eve))
        for over in evaluation.acts.answering(conflict, CONFLICT_END):
            # On the day on which it ended, nobody knows what came first.
            ended = evaluation.legal_days(over.when())
            goes_on &= sooner.not_after(ended.map(eve)) | (sooner.not_after(ended) & Truth.UNKNOWN)
        fact = f"{party} in {conflict.id} between its consent and the end of the delay"
        if evaluation.settle(goes_on, fact, about=(conflict,)):
            return AtOnce(day=sooner, conflict=conflict, by=conflict if began.first > consent.day.last else consent.act)
    return None
