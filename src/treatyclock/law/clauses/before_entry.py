"""Clauses on the time before a treaty is in force: its provisional application, and facts of that time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.clauses.conditions import Condition
from treatyclock.law.clauses.delays import AT_ONCE, Delay
from treatyclock.law.conventions.first_days import NOTICE_FIRST_DAY
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


class AppliesTo(Enum):
    """Who applies a treaty provisionally."""

    SIGNATORIES = "every signatory"
    DECLARED = "who declares it"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionalApplication(Clause):
    """Application before entry into force (Vienna Convention art. 25).

    Attributes:
        by: Every signatory, or only who declares it by an act of its own.
        parties: The States for which alone it is; all where not given.
        when: What must have come about before it begins; None where nothing must.
        delay: How long after that, and after the signature or declaration, it begins.
        since: The earliest day; from the signature or declaration where not given.
        until: The last day at most.
        notice: How long after a notice of not becoming a party it goes on.
        survives: How long obligations survive its end.
        first_day_counts: Whether the day of that notice is the first of its period.
        basis: Where the clause stands.
    """

    TABLE: ClassVar[str] = "provisional_application"
    DOC: ClassVar[str] = "application before entry into force"
    PLACE: ClassVar[int] = 30

    by: AppliesTo = written(AppliesTo, "who applies it", default=AppliesTo.SIGNATORIES)
    parties: tuple[str, ...] = written(
        Form.PARTY, "the States for which alone it is; all if left out", many=True, default=()
    )
    when: Condition | None = written(Form.CONDITION, "what must have come about before it begins", default=None)
    delay: Delay = written(
        Form.DELAY, "how long after that, and after the signature or declaration, it begins", default=AT_ONCE
    )
    since: Moment | None = written(Form.DAY, "the earliest day", key="from", default=None)
    until: Moment | None = written(Form.DAY, "its last day at most", default=None)
    notice: Period = written(Form.PERIOD, "how long after a notice it goes on", default=Period())
    survives: Period | None = written(Form.SOME_PERIOD, "how long obligations survive its end", default=None)
    first_day_counts: bool | None = written(
        Form.FIRST_DAY,
        "whether the day of the notice counts, where the text says so",
        key="first_day",
        settles=NOTICE_FIRST_DAY,
        default=None,
    )
    basis: Basis = Basis()

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        if self.since is not None and self.until is not None and self.until.days.last < self.since.days.first:
            yield "until", f"lies before the first day, {self.since}", "check both days"

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        who = "Every signatory" if self.by is AppliesTo.SIGNATORIES else "A State that declares it"
        if self.parties:
            who += f" among {wording.parties(self.parties)}"
        begins = [f"once {self.when.says(wording)}"] if self.when is not None else []
        begins += [self.delay.after("that, or after its own act if that is later")] if self.delay else []
        who += f" ({'; '.join(begins)})" if begins else ""
        since = f" from {wording.days(self.since.days)}" if self.since else ""
        end = f", and not after {wording.days(self.until.days)}" if self.until else ""
        if self.notice:
            end += f"; a notice ends this after {self.notice.words}"
        if self.survives:
            end += f"; obligations survive its end for {self.survives.words}"
        return f"{who} applies the treaty provisionally{since} until the treaty is in force for that State{end}."


@dataclass(frozen=True, slots=True, kw_only=True)
class RetroactiveEffect(Clause):
    """Application to facts before entry into force (Vienna Convention art. 28: only where intended)."""

    TABLE: ClassVar[str] = "retroactive_effect"
    DOC: ClassVar[str] = "the earlier day from which the treaty applies to facts"
    PLACE: ClassVar[int] = 40

    since: Moment = written(Form.DAY, "the day from which facts are covered", key="from")
    basis: Basis = Basis()

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        return f"Once in force, the treaty applies to facts from {wording.days(self.since.days)} on."
