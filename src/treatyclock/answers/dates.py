"""Dates as answers: those that follow from a record, and those asked for by name."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from treatyclock.answers.supposed import Supposed
from treatyclock.civil.moments.moment import Moment
from treatyclock.deferred import Deferred
from treatyclock.derive.reasoning.argument import Step
from treatyclock.derive.reasoning.worlds import Outcome
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record
from treatyclock.law.subjects import Subject
from treatyclock.printing import Explained, Printed

Outcomes = tuple[Outcome[tuple[str, ...]], ...]
"""What a date comes to, and under which answers to the open questions.

Each value is a tuple of texts, one after the other: days as ISO 8601, imprecise ones in EDTF, ranges as ``A/B``. The
tuple is empty where there is no such date.
"""


Asked = tuple[tuple[str, str], ...]
"""What a question was put with: names and texts."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Dates(Printed):
    """The dates that follow from a record, each with the answers it comes out under.

    Attributes:
        entry_into_force: The day from whose beginning the treaty is in force.
        last_timely_notice: The last day for a notice that ends the treaty with its first term, or with the term that a
            notice did end. No outcome where no notice can be given for the end of a term, or where the deadline had
            passed when that State became a party.
        last_day_in_force: The last day on which it is in force, in the first period for a party that came back.
        first_day_out: The first day on which it is no longer in force: the day after, or the day within which it ends
            at an hour. Depositaries call it the day on which a withdrawal takes effect.
        hour_of_end: The hour at which it ends, where it ends at one that is no midnight.
        begins: The instant at which it enters into force, or the range it lies in as ``A/B``.
        ends: The first instant at which it is no longer in force, in the same form.
        again: For a party that left and came back: each later entry and end, as ``A/B``.
        surviving_until: The last day of the effect that survives its end, ``".."`` for no limit.
        applies_from: The earlier day from which it applies to facts, where it has retroactive effect.
        supposed: What they suppose that is on no record.
    """

    entry_into_force: Outcomes
    last_timely_notice: Outcomes
    last_day_in_force: Outcomes
    first_day_out: Outcomes
    begins: Outcomes
    ends: Outcomes
    hour_of_end: Outcomes = ()
    again: Outcomes = ()
    surviving_until: Outcomes = ()
    applies_from: Outcomes = ()
    supposed: Supposed = field(default=Supposed(), compare=False)

    def __repr__(self) -> str:
        """Name the first day and the last; the whole is ``print()``."""
        first, last = (
            " or ".join(dict.fromkeys(", ".join(each.value) or "none" for each in outcomes))
            for outcomes in (self.entry_into_force, self.last_day_in_force)
        )
        return f"<Dates: entry into force {first}, last day in force {last}>"

    def by_name(self) -> dict[str, Outcomes]:
        """Return the dates by the names of their fields."""
        return {each.name: getattr(self, each.name) for each in fields(self) if each.name != "supposed"}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DateAnswer(Explained):
    """A date, or several, under every open convention.

    Attributes:
        question: What was asked, in words.
        outcomes: What it comes to, and under which answers to the open questions; in the form that all dates have.
        last_days: Of an end, the last day before it in each outcome; empty where no end is asked for.
        first_days_out: Of an end, the first day after it in each outcome. The outcomes themselves are one of the two.
        beside: What the other of the two is called; empty where no end is asked for.
        record: The record that was asked.
        subject: Whom it is about.
        reading: The reading that answered.
        known_as_of: Only what was known then was used; None for everything.
        asked: What else the question was put with, such as the day of a notice: names and texts.
        why: The argument, worked out when somebody looks at it.
    """

    question: str
    outcomes: Outcomes
    record: Record
    subject: Subject
    reading: Reading
    known_as_of: Moment | None
    asked: Asked
    why: Deferred[tuple[Step, ...]] = field(compare=False)
    last_days: Outcomes = ()
    first_days_out: Outcomes = ()
    beside: str = ""

    @property
    def supposed(self) -> Supposed:
        """What it supposes that is on no record."""
        return Supposed.by(self.record, self.reading)

    @property
    def derivation(self) -> tuple[Step, ...]:
        """The argument, premises first."""
        return self.why.value

    @property
    def values(self) -> tuple[tuple[str, ...], ...]:
        """What it may come to, without the answers it turns on."""
        return tuple(dict.fromkeys(outcome.value for outcome in self.outcomes))

    def __repr__(self) -> str:
        """Name the question and the days."""
        return f"<DateAnswer {self.question}: {' or '.join(', '.join(each) or 'none' for each in self.values)}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateAnswers(Printed):
    """Several dates that were asked for together.

    Attributes:
        answers: The answers, in the order of the questions.
    """

    answers: tuple[DateAnswer, ...]
