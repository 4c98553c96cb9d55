"""Consents that name a later day: whether they count toward the entry into force before it, no rule says.

Law: a consent is established when the instrument is deposited (Vienna Convention art. 16), and may say that its author
is bound only later. Where all name one day they agree on it (art. 24(1)).
"""

from __future__ import annotations

from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import SUCCESSION
from treatyclock.law.vocabulary import ACT_KINDS
from treatyclock.truth import Truth

FROM_NAMED = Rule(
    "consent from the day named",
    "it is taken that a consent that names a later day counts toward the entry into force from that day",
    "open: Vienna Convention on the Law of Treaties, arts. 16 and 24(1)",
)
_NAMING = tuple(kind for kind in ACT_KINDS.values() if kind.consents and kind != SUCCESSION)


def naming_later(evaluation: Evaluation) -> tuple[Act, ...]:
    """Return the acts of consent that name a day of effect after their own; a date of succession is another thing."""
    return tuple(act for act in evaluation.acts.of(*_NAMING) if _names_later(act))


def from_named(evaluation: Evaluation, consent: Consent) -> Consent:
    """Return a consent with the day that it names, where that is a later one."""
    named = consent.act.effective
    if named is None or consent.act.kind not in _NAMING or not _names_later(consent.act):
        return consent
    return replace(consent, day=Days.latest([consent.day, evaluation.legal_days(named)]))


def counts_from_named(evaluation: Evaluation) -> bool:
    """Ask whether consents that name a later day count from that day: one question for all."""
    fact = "consents that name a later day to count from that day"
    text = "do consents that name a later day count toward the entry into force only from that day?"
    return evaluation.settle(Truth.UNKNOWN, fact, text, about=naming_later(evaluation))


def taken_so(evaluation: Evaluation) -> Key:
    """Note that it is taken that they do."""
    given = map(evaluation.given_act, naming_later(evaluation))
    return evaluation.derived(Key("counts from the day named"), FROM_NAMED, True, *given)


def _names_later(act: Act) -> bool:
    return act.effective is not None and act.effective.days.last > act.dated.days.first
