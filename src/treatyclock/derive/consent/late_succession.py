"""A succession that was notified only after the treaty had ended: whether its author ever was a party is open."""

from __future__ import annotations

from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.end.end import End
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.consent import SUCCESSION
from treatyclock.truth import Truth

TOO_LATE = Rule(
    "succession notified too late",
    "the succession was notified only after the treaty had ended with {value}, and is taken to have no effect",
    "no rule says whether it has: Vienna Convention on Succession of States in respect of Treaties, arts. 17, 22, 23",
)


def perhaps_too_late(evaluation: Evaluation, consent: Consent, end: End | None) -> bool:
    """Tell whether a consent is a succession that may have been notified only after the treaty had ended."""
    return _notified_by(evaluation, consent, end) is not Truth.YES


def succeeded_too_late(
    evaluation: Evaluation, consent: Consent, end: End | None, name: Key, *, told: bool = True
) -> bool:
    """Tell whether a consent is a succession that has no effect, since the treaty had ended before it was notified.

    Law: a notification of succession has effect from the date of the succession, and a successor may notify it for a
    treaty that was in force at that date (Vienna Convention on Succession of States in respect of Treaties, arts. 17,
    22 and 23). Whether it still may once the treaty has ended, no rule says.

    Args:
        evaluation: The evaluation.
        consent: The consent.
        end: The end that comes to all; None if none is foreseen.
        name: What the entry that it would bring is called among all reasons.
        told: Whether every answer after the entry into force tells it.
    """
    act, by_then = consent.act, _notified_by(evaluation, consent, end)
    text = f"has {act.id} an effect, if the treaty had ended before it was notified?"
    if end is None or evaluation.settle(by_then | Truth.UNKNOWN, f"{act.id} in spite of the end", text, about=(act,)):
        return False
    evaluation.derived(too_late_key(name), TOO_LATE, end.last_day, evaluation.given_act(act), end.key, told=told)
    return True


def too_late_key(name: Key) -> Key:
    """Return the key of the conclusion that a succession came too late for an entry of a name."""
    return Key("succession too late", name.subject, name.number)


def _notified_by(evaluation: Evaluation, consent: Consent, end: End | None) -> Truth:
    """Tell whether a consent is none by succession, or was notified by the end that comes to all."""
    if consent.act.kind != SUCCESSION or end is None:
        return Truth.YES
    by_then = consent.day.not_after(end.last_day)
    if end.at_hour and evaluation.happening(consent.act.when()).latest > end.at.earliest:
        by_then &= Truth.UNKNOWN
    return by_then
