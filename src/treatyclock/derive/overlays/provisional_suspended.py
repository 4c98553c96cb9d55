"""A suspension of a treaty that is only applied provisionally: whether that application sleeps too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.conventions.operation import NOT_APPLIED, SUSPENDED_WHILE_PROVISIONAL
from treatyclock.law.status import Status

SLEEPS = Rule(
    "provisional application suspended",
    "while it is suspended, it is not applied provisionally either",
    "ILC Guide to Provisional Application of Treaties (2021), guideline 6",
)


def without_suspensions(
    evaluation: Evaluation, applied: Sequence[Overlay], suspended: Sequence[Overlay]
) -> tuple[Overlay, ...]:
    """Return the times for which a State applies a treaty provisionally, without those for which it is suspended.

    Law: what is applied provisionally binds as if it were in force (ILC guideline 6). Whether a clause on suspension
    is among what is applied, and whether by such an act the application itself sleeps, a text seldom says.

    Args:
        evaluation: The evaluation.
        applied: What goes on beside membership as far as provisional application goes.
        suspended: The suspensions.
    """
    found = list(applied)
    for sleep in suspended:
        if not any(_meet(each, sleep) for each in found):
            continue
        answer, because = evaluation.ask(SUSPENDED_WHILE_PROVISIONAL)
        if answer != NOT_APPLIED:
            continue
        name = Key("provisional application suspended", sleep.because[0].subject)
        key = evaluation.derived(name, SLEEPS, None, *sleep.because, because)
        found = [piece for each in found for piece in (_apart(each, sleep, key) if _meet(each, sleep) else (each,))]
    return tuple(found)


def _meet(applied: Overlay, sleep: Overlay) -> bool:
    """Tell whether a treaty may be applied provisionally while it is suspended."""
    before = applied.ends is not None and applied.ends.latest <= sleep.begins.earliest
    after = sleep.ends is not None and sleep.ends.latest <= applied.begins.earliest
    return applied.status is Status.PROVISIONAL and not before and not after


def _apart(applied: Overlay, sleep: Overlay, key: Key) -> Iterator[Overlay]:
    """Yield what is left of it before the suspension and after it."""
    because = (*applied.because, key)
    if applied.begins.earliest < sleep.begins.latest:
        ends = sleep.begins
        if applied.ends is not None:
            ends = Span(min(ends.earliest, applied.ends.earliest), min(ends.latest, applied.ends.latest))
        yield replace(applied, ends=ends, because=because)
    if sleep.ends is not None and (applied.ends is None or sleep.ends.earliest < applied.ends.latest):
        yield replace(applied, begins=applied.begins.or_later(sleep.ends), because=(*because, *sleep.because))
