"""The end of a treaty as a list records it, whatever brought it about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.law.acts.act import EffectDay
from treatyclock.law.clauses.base import Basis, Clause
from treatyclock.law.conventions.exit import EFFECT_DAY
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedEnd(Clause):
    """The end that a depositary or a list records for all parties: a fact, of which the cause may be unknown.

    Attributes:
        recorded: The day that was recorded; it prevails over a count and is compared with the count.
        effect_day: Whether that day is the first out or the last in force; None where the source does not tell.
        basis: Where it stands; known from the recorded day on, where not given.
    """

    TABLE: ClassVar[str] = "end"
    DOC: ClassVar[str] = "the end for all parties as a fact, where a list records it"
    PLACE: ClassVar[int] = 105

    recorded: Moment = written(
        Form.DAY, "the day that was recorded: it prevails over the count, and is compared with the count"
    )
    effect_day: EffectDay | None = written(
        EffectDay, "whether that day is the first out or the last in force", settles=EFFECT_DAY, default=None
    )
    basis: Basis = Basis()

    @property
    def may_end(self) -> bool:
        """Whether it can bring the treaty to an end, for all or for one."""
        return True

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        what = {EffectDay.FIRST_OUT: ", the first day out", EffectDay.LAST_IN_FORCE: ", the last day in force"}
        day = what[self.effect_day] if self.effect_day is not None else ""
        return f"The treaty's end is recorded for {wording.days(self.recorded.days)}{day}."
