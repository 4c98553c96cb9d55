"""Consents taken back after the condition of entry into force was met, and before the treaty entered into force.

Law: until the entry into force a State may take back its consent (Summary of Practice of the Secretary-General as
Depositary). Whether the treaty still enters into force for the others, where that consent was needed, no rule says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.derive.conditions import Met, met
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.taken_back import before_entry, takes_back, takings_back
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.truth import Truth

STAYS_MET = Rule(
    "condition stays met",
    "the condition had been met before this consent was taken back, so the treaty enters into force all the same",
)

Counted = Callable[[Evaluation, EntryIntoForce, Days, tuple[Key, ...]], tuple[Days, tuple[Key, ...]]]


def without_consents_gone(evaluation: Evaluation, clause: EntryIntoForce, found: Met, counted: Counted) -> Met:
    """Return the condition as it stands once consents were taken back before the entry into force.

    Args:
        evaluation: The evaluation.
        clause: The clause on entry into force.
        found: The condition without regard to what came after the day on which it was met.
        counted: Counts the day of entry into force from the day on which the condition was met.
    """
    gone: tuple[Act, ...] = ()
    for act in takings_back(evaluation):
        if found.day is None:
            break
        entry, _ = counted(evaluation.aside(), clause, found.day, ())
        if entry.not_after(evaluation.legal_days(act.when())) is Truth.YES:
            continue
        tried = met(evaluation.aside(), clause.when, clause.counts_from, gone=(*gone, act))
        if tried.day == found.day:
            continue  # the condition was met without that consent
        if not before_entry(evaluation, act, entry) or not takes_back(evaluation, act):
            continue
        names = ", ".join(evaluation.record.party(code).name for code in act.by)
        fact = f"entry into force without {', '.join(act.by)}"
        text = f"does the treaty enter into force without {names}, which took back its consent before?"
        if evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,)):
            key = evaluation.derived(
                Key("stays met", act.id), STAYS_MET, True, *found.because, evaluation.given_act(act)
            )
            found = replace(found, because=(*found.because, key))
        else:
            gone = (*gone, act)
            found = met(evaluation, clause.when, clause.counts_from, gone=gone)
    return found
