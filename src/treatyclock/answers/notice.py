"""What a notice comes to: has it an effect, was it in time, which days follow, and if none, why."""

from __future__ import annotations

from dataclasses import dataclass, field

from treatyclock.answers.dates import Outcomes
from treatyclock.answers.supposed import Supposed
from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.deferred import Deferred
from treatyclock.derive.inverse.notice_result import NoticeReason
from treatyclock.derive.reasoning.argument import Step
from treatyclock.derive.reasoning.worlds import Outcome
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record
from treatyclock.law.subjects import Subject
from treatyclock.printing import Explained
from treatyclock.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOutcome:
    """What a notice comes to under some answers to the open questions.

    Attributes:
        effect: Whether it has an effect.
        in_time: Whether it came by its deadline or in a window; None where it needs neither, or has no effect anyhow.
        last_day: The last day in force by it; None where it brings no exit.
        first_day_out: The first day out; None where it brings no exit.
        reason: Why it has no effect, or a later one; None where there is nothing to say.
    """

    effect: Truth
    in_time: Truth | None
    last_day: Days | None
    first_day_out: Days | None
    reason: NoticeReason | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class NoticeAnswer(Explained):
    """Whether a notice has an effect, and which.

    Attributes:
        on: The date of the notice.
        outcomes: What it comes to, and under which answers to the open questions.
        last_days: The last day in force by it, each with the answers it turns on; nothing where it brings no exit.
        first_days_out: The first day out by it, in the same form.
        reasons: Why it has no effect, or a later one, in the same form; None where there is nothing to say.
        record: The record that was asked.
        subject: Who gives it.
        reading: The reading that answered.
        known_as_of: Only what was known then was used; None for everything.
        why: The argument, worked out when somebody looks at it.
    """

    on: Moment
    outcomes: tuple[Outcome[NoticeOutcome], ...]
    last_days: Outcomes
    first_days_out: Outcomes
    reasons: tuple[Outcome[NoticeReason | None], ...]
    record: Record
    subject: Subject
    reading: Reading
    known_as_of: Moment | None
    why: Deferred[tuple[Step, ...]] = field(compare=False)

    @property
    def truth(self) -> Truth:
        """Whether it has an effect."""
        return Truth.agreed(each.value.effect for each in self.outcomes)

    @property
    def in_time(self) -> Truth | None:
        """Whether it is in time; None where nowhere a deadline or a window bears on it."""
        found = [each.value.in_time for each in self.outcomes]
        if all(each is None for each in found):
            return None
        return Truth.agreed(Truth.UNKNOWN if each is None else each for each in found)

    @property
    def derivation(self) -> tuple[Step, ...]:
        """The argument, premises first."""
        return self.why.value

    @property
    def supposed(self) -> Supposed:
        """What it supposes that is on no record, beside the notice itself."""
        return Supposed.by(self.record, self.reading)

    def __bool__(self) -> bool:
        """Answer for a plain yes or no.

        Raises:
            UndecidedError: If it cannot be told.
        """
        return bool(self.truth)

    def __repr__(self) -> str:
        """Name the question and the truth; the whole answer is ``explain()``."""
        return f"<NoticeAnswer {self.truth.value}: {self.record.id}, notice by {self.subject} on {self.on}>"
