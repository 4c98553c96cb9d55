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
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN
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
    waiting = sorted(evaluation.acts.of(CONSENT_WITHDRAWN), key=lambda act: evaluation.happening(act.when()))
    gone: tuple[Act, ...] = ()
    for act in waiting:
        if found.day is None:
            break
        tried = met(evaluation.aside(), clause.when, clause.counts_from, gone=(*gone, act))
        if tried.day == found.day:
            continue  # the condition was met without that consent
        entry, _ = counted(evaluation.aside(), clause, found.day, ())
        before = ~entry.not_after(evaluation.legal_days(act.when()))
        if not evaluation.settle(before, f"{act.id} before entry into force", about=(act,)):
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
