"""What a question for dates comes to in one world, and the rule that works it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.findings import Findings
from treatyclock.derive.for_all import ForAll
from treatyclock.derive.reasons import Key

DayRange = tuple[Days, Days]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What a question for dates comes to in one world.

    Attributes:
        days: The days, one after the other; none where there is no such day, None where nothing was known.
        roots: The keys of the conclusions that they rest on.
        findings: The reasons.
    """

    days: tuple[Days | DayRange, ...] | None
    roots: tuple[Key, ...]
    findings: Findings


DateRule = Callable[[Evaluation, ForAll], Dated]
"""Works out a date in one world, from what holds for all."""


def dated(evaluation: Evaluation, days: tuple[Days | DayRange, ...] | None, *roots: Key) -> Dated:
    """Return days, or None where nothing was known, with the conclusions that they rest on."""
    return Dated(days=days, roots=roots, findings=evaluation.findings)
