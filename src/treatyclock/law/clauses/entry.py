"""Clauses on the entry into force of a treaty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.law.acts.act import ActDate
from treatyclock.law.clauses.base import Basis, Clause, Problem
from treatyclock.law.clauses.conditions import AsRecorded, Condition, Elapsed, FixedDate, NotBefore, Signed
from treatyclock.law.clauses.delays import CountedFrom, Delay
from treatyclock.law.conventions.entry import COUNTS_FROM, ENTRY_HOUR, SIGNATURE
from treatyclock.law.form import Form
from treatyclock.law.wording import AS_WRITTEN, Wording
from treatyclock.law.written import written


class Signature(Enum):
    """What a signature does where the condition leaves it open."""

    BINDS = "binds"
    DOES_NOT_BIND = "does not bind"


class EntryHour(Enum):
    """From which hour of its day a treaty is in force."""

    DAY = "start of the day"
    ACT = "hour of the act"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryIntoForce(Clause):
    """The clause on entry into force (Vienna Convention art. 24(1)-(2)).

    Attributes:
        when: The condition.
        delay: How long after it is met.
        on: The day: for a fixed date that day; beside another condition the day on which the treaty enters into
            force if the condition is met by then, the delay holding only where it is not.
        or_as_agreed: Whether the text itself lets those who consent agree on another day, which their acts then name.
        as_agreed: Whether the text leaves the day to those who consent, and has none itself: their acts name it.
        met_by: The last day by which it must be met for that day; the day itself where None.
        lapses: The last day by which it must be met at all; None where the treaty does not lapse.
        not_before: The earliest day, counted with the delay: a day, or one some time after an act.
        counts_from: Which date of an instrument counts; several where the text leaves it open.
        recorded: The day that the depositary recorded; it prevails over a count and is compared with the count.
        recorded_known: The day from which that record is known; where not given, it is known with the last instrument
            that it presupposes.
        hour: Whether it is in force from the start of the day or from the hour of the act that brings it about;
            None where the text is silent. Matters only where that hour is known.
        signature: Whether a signature alone binds a State for which the condition leaves that open; None where the
            text is silent.
        basis: Where the clause stands.
    """

    TABLE: ClassVar[str] = "entry_into_force"
    DOC: ClassVar[str] = "the clause on entry into force"
    PLACE: ClassVar[int] = 10

    when: Condition = written(
        Form.CONDITION, "what brings the treaty into force; left out where only the recorded day is known",
        default=AsRecorded(),
    )  # fmt: skip
    delay: Delay | None = written(Form.DELAY, "how long after that", default=None)
    on: Moment | None = written(
        Form.DAY, "the day, for a fixed date; beside a table, the day if the condition is met by then", default=None
    )
    or_as_agreed: bool = written(
        Form.FLAG, "true where the text says: or on another day on which they agree", default=False
    )
    as_agreed: bool = written(
        Form.FLAG, "true where the text names no day itself: on the date that the notes specify", default=False
    )
    met_by: Moment | None = written(
        Form.DAY, "the last day by which the condition must be met for that day, where that is earlier", default=None
    )
    lapses: Moment | None = written(
        Form.DAY, "the last day by which the condition must be met at all: after it the treaty lapses", default=None
    )
    not_before: NotBefore | Elapsed | None = written(
        Form.FLOOR, "the earliest day, the delay included: a day, or a period since an act", default=None
    )
    counts_from: tuple[ActDate, ...] = written(
        ActDate, "which date of an instrument counts; a list where the text leaves it open", many=True,
        settles=COUNTS_FROM, default=(ActDate.RECEIVED,),
    )  # fmt: skip
    recorded: Moment | None = written(
        Form.DAY_OR_NOT_KNOWN,
        "the day that the depositary recorded: it prevails over the count, and is compared with the count",
        default=None,
    )
    recorded_known: Moment | None = written(
        Form.DAY, "the day from which that record is known; with the last instrument needed where left out",
        default=None,
    )  # fmt: skip
    hour: EntryHour | None = written(
        EntryHour, "from which hour of its day it is in force, where the text says so", settles=ENTRY_HOUR, default=None
    )
    signature: Signature | None = written(
        Signature,
        "whether a signature alone binds, where the condition leaves it open",
        settles=SIGNATURE,
        default=None,
    )
    basis: Basis = Basis()

    def says(self, wording: Wording = AS_WRITTEN) -> str:
        """What it says."""
        if isinstance(self.when, FixedDate):
            return f"The treaty enters into force on {wording.days(self.on.days) if self.on else 'a fixed date'}."
        if isinstance(self.when, AsRecorded) and self.recorded is not None:
            return f"The treaty entered into force on {wording.days(self.recorded.days)}, as its source says."
        condition = self.when.says(wording)
        day = f"{self._after} {condition}" if self.delay else f"on the day {condition}"
        if self.as_agreed:
            day = f"on the day that those who consent name, once {condition}"
        if self.on is not None:
            on = wording.days(self.on.days)
            by = "then" if self.met_by is None else wording.days(self.met_by.days)
            day = f"on {on} if by {by} {condition}"
            if self.delay is None and self.met_by is not None:
                day += "; what holds otherwise, it does not say"
            else:
                day += f", otherwise {self._after} the condition is met"
        floor = "" if self.not_before is None else f", and not before {self.not_before.bound(wording)}"
        floor += ", or on another day on which they agree" * self.or_as_agreed
        lapses = "" if self.lapses is None else f"; if not by {wording.days(self.lapses.days)}, it lapses"
        return f"The treaty enters into force {day}{floor}{lapses}."

    @property
    def _after(self) -> str:
        """How long after the day, or the beginning of the month, of what follows."""
        if not self.delay:
            return "on the day on which"
        start = "the first of the month in" if self.delay.counted_from is CountedFrom.MONTH else "the day on"
        return f"{self.delay.words} after {start} which"

    @property
    def presupposes_many(self) -> bool:
        """Whether no treaty between two would have it."""
        return any(part.presupposes_many for part in self.when.walk())

    def problems(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what does not hang together."""
        fixed = isinstance(self.when, FixedDate)
        yield from self._without_a_condition(has)
        for key in ("delay", "on", "or_as_agreed", "met_by"):
            if self.as_agreed and has(key):
                yield key, "is about a day of the text itself, and as_agreed says that it has none", "leave one out"
        if fixed and not has("on"):
            yield "on", "is missing", "give the fixed date: on = a day"
        if has("met_by") and (fixed or not has("on")):
            yield "met_by", "belongs to a day beside a condition", "add on = the day, or leave this out"
        elif self.met_by is not None and self.on is not None and self.met_by.days.last > self.on.days.first:
            yield "met_by", "lies after the day that it is for", f"write a day no later than {self.on.days}"
        if isinstance(self.when, Signed) and has("on"):
            yield "on", "belongs to a fixed date only", 'leave it out, or when = "fixed date"'
        if has("signature") and not any(isinstance(part, Signed) for part in self.when.walk()):
            hint = 'leave it out; a signature that binds has its own kind: "definitive signature"'
            yield "signature", "belongs to a condition of signature", hint
        if has("recorded_known") and not has("recorded"):
            yield "recorded_known", "belongs to a recorded day", "give recorded = the day, or leave this out"
        if fixed and self.delay:
            yield "delay", "has nothing to run from", "leave it out: a fixed date has no delay"

    def _without_a_condition(self, has: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield what is missing, or belongs to a condition, where there is none."""
        if isinstance(self.when, AsRecorded):
            if not has("recorded"):
                hint = "add when: what brings the treaty into force; or recorded: the day, where only that is known"
                yield "when", "is missing", hint
            for key in (
                "delay",
                "on",
                "or_as_agreed",
                "as_agreed",
                "met_by",
                "lapses",
                "not_before",
                "counts_from",
                "hour",
                "signature",
            ):
                if has(key):
                    yield key, "belongs to a condition, and there is none", "add when, or leave this out"
