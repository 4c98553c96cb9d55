"""Clauses on the time before a treaty is in force: its provisional application, and facts of that time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.clauses.by_event import EventDay, until_events
from treatyclock.law.clauses.conditions import Condition
from treatyclock.law.clauses.delays import AT_ONCE, Delay
from treatyclock.law.clauses.exit import EndsFor
from treatyclock.law.clauses.last_days import ByDay, LastDay
from treatyclock.law.conventions.first_days import NOTICE_FIRST_DAY
from treatyclock.law.conventions.term import EVENT_DAY
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


class AppliesTo(Enum):
    """Who applies a treaty provisionally."""

    SIGNATORIES = "every signatory"
    CONSENTED = "who has consented"
    DECLARED = "who declares it"
    AT_SIGNATURE = "who declares it at signature"

    @property
    def says(self) -> str:
        """Who that is, as a sentence on them begins."""
        return _WHO[self]


_WHO = {
    AppliesTo.SIGNATORIES: "Every signatory",
    AppliesTo.CONSENTED: "A State that has consented",
    AppliesTo.DECLARED: "A State that declares it",
    AppliesTo.AT_SIGNATURE: "A State that declares it when it signs",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionalApplication(Clause):
    """Application before entry into force (Vienna Convention art. 25).

    Attributes:
        by: Every signatory, who has expressed its consent, or only who declares it by an act of its own.
        parties: The States for which alone it is; all where not given.
        when: What must have come about before it begins; None where nothing must.
        delay: How long after that, and after the signature or declaration, it begins.
        since: The earliest day; from the signature or declaration where not given.
        while_in_force_for: States for which the treaty must be in force meanwhile; it binds others than these alone.
        while_applied_by: States that must apply the treaty meanwhile, as parties or provisionally; the same.
        lasts: How long at most, for each State from its own beginning.
        until: The last day at most.
        unless: What must have come about by that day so that it goes on all the same; None where nothing is said.
        until_event: The act with which it ends, or the acts of which the first ends it.
        event_day: When it ends on the day of that event; None where the text is silent.
        notice: How long after a notice of not becoming a party it goes on.
        ends_for: For whom such a notice ends it; None for who gave it.
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
    while_in_force_for: tuple[str, ...] = written(
        Form.PARTY, "States for which the treaty must be in force meanwhile", many=True, default=()
    )
    while_applied_by: tuple[str, ...] = written(
        Form.PARTY, "States that must apply it meanwhile, as parties or provisionally", many=True, default=()
    )
    lasts: Period | None = written(
        Form.SOME_PERIOD, "how long at most, for each State from its beginning", default=None
    )
    until: LastDay | None = written(Form.LAST_DAY, "its last day at most", default=None)
    unless: Condition | None = written(
        Form.CONDITION, "what must have come about by that day so that it goes on all the same", default=None
    )
    until_event: tuple[str, ...] = written(
        Form.EVENT, "the act that ends it; a list where the first of several does", many=True, default=()
    )
    event_day: EventDay | None = written(
        EventDay, "when it ends on the day of that event, where the text says so", settles=EVENT_DAY, default=None
    )
    notice: Period = written(Form.PERIOD, "how long after a notice it goes on", default=Period())
    ends_for: EndsFor | None = written(EndsFor, "for whom a notice ends it: all, or only the notifier", default=None)
    survives: Period | None = written(Form.SOME_PERIOD, "how long obligations survive its end", default=None)
    first_day_counts: bool | None = written(
        Form.FIRST_DAY,
        "whether the day of the notice counts, where the text says so",
        key="first_day",
        settles=NOTICE_FIRST_DAY,
        default=None,
    )
    basis: Basis = Basis()

    @property
    def hangs_on_others(self) -> tuple[str, ...]:
        """The States without which nobody else applies the treaty provisionally."""
        return (*self.while_in_force_for, *self.while_applied_by)

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        if (
            self.since is not None
            and isinstance(self.until, ByDay)
            and self.until.day.days.last < self.since.days.first
        ):
            yield "until", f"lies before the first day, {self.since}", "check both days"
        if has("unless") and not has("until"):
            yield "unless", "belongs to until", "add until = its last day, or leave this out"
        if has("event_day") and not has("until_event"):
            yield "event_day", "belongs to until_event", "leave it out"
        for key in ("while_in_force_for", "while_applied_by"):
            for other in ("survives", "lasts"):
                if has(key) and has(other):
                    hint = "leave one out: no text is known that has both, so it is open from which day this would run"
                    yield other, f"stands beside {key}", hint
        if both := set(self.while_in_force_for) & set(self.while_applied_by):
            yield "while_applied_by", f"names {min(both)}, which while_in_force_for names too", "leave it out here"

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        who = self.by.says
        if self.parties:
            who += f" among {wording.parties(self.parties)}"
        begins = [f"once {self.when.says(wording)}"] if self.when is not None else []
        begins += [self.delay.after("that, or after its own act if that is later")] if self.delay else []
        if self.while_in_force_for:
            begins.append(f"while the treaty is in force for {wording.parties(self.while_in_force_for)}")
        if self.while_applied_by:
            begins.append(f"while it is applied by {wording.parties(self.while_applied_by)}")
        who += f" ({'; '.join(begins)})" if begins else ""
        since = f" from {wording.days(self.since.days)}" if self.since else ""
        end = f"until the treaty is in force for that State{self._ends(wording)}"
        return f"{who} applies the treaty provisionally{since} {end}."

    def _ends(self, wording: Wording) -> str:
        end = f", for {self.lasts.words} at most" if self.lasts is not None else ""
        end += f", and not after {self.until.says(wording)}" if self.until is not None else ""
        end += f" unless {self.unless.says(wording)} by then" if self.until is not None and self.unless else ""
        end += f", and not longer than {until_events(self.until_event, self.event_day)}" if self.until_event else ""
        if self.notice or self.ends_for is EndsFor.ALL:
            whom = " for all" if self.ends_for is EndsFor.ALL else ""
            end += f"; a notice ends this{whom}{f' after {self.notice.words}' if self.notice else ''}"
        return end + (f"; obligations survive its end for {self.survives.words}" if self.survives else "")


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
