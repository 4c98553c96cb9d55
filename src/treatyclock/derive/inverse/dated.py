"""What a question for dates comes to in one world, and the rule that works it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.histories.for_all import ForAll
from treatyclock.derive.inverse.notice_result import NoticeResult
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.findings import Findings
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.timing import later

DayRange = tuple[Days, Days]


@dataclass(frozen=True, slots=True, kw_only=True)
class LastAndOut:
    """Both days beside an end.

    Attributes:
        last: The last day in force.
        out: The first day out.
    """

    last: Days
    out: Days

    @classmethod
    def after(cls, last: Days) -> LastAndOut:
        """Return a last day in force with the day after it."""
        return cls(last=last, out=last.map(later))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What a question for dates comes to in one world.

    Attributes:
        days: The days, one after the other; none where there is no such day, None where nothing was known.
        roots: The keys of the conclusions that they rest on.
        findings: The reasons.
        notice: For an exit by a notice, what came of the notice beside the days; None elsewhere.
    """

    days: tuple[Days | DayRange | LastAndOut, ...] | None
    roots: tuple[Key, ...]
    findings: Findings
    notice: NoticeResult | None = None


DateRule = Callable[[Evaluation, ForAll], Dated]
"""Works out a date in one world, from what holds for all."""


def dated(
    evaluation: Evaluation,
    days: tuple[Days | DayRange | LastAndOut, ...] | None,
    *roots: Key,
    notice: NoticeResult | None = None,
) -> Dated:
    """Return days, or None where nothing was known, with the conclusions that they rest on."""
    return Dated(days=days, roots=roots, findings=evaluation.findings, notice=notice)
