"""Whether something is protected on a day: while the treaty is in force, or by the effect that survives its end."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.answers.answer import Dependency
from treatyclock.answers.dates import Outcomes
from treatyclock.answers.supposed import Supposed
from treatyclock.civil.moments.moment import Moment
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.law.subjects import Subject
from treatyclock.printing import Printed
from treatyclock.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Protection(Printed):
    """Whether something that was made on a day is protected on another.

    Attributes:
        truth: Whether it is.
        status: Every status that is possible on that day.
        on: The day asked about.
        made: When it was made.
        made_from: The first day on which it could be made to be covered; empty where the clause does not say.
        made_by: The last day on which it could be made to be covered after the end; empty where nothing survives.
        protected_until: The last day of the effect that survives, ``".."`` for no limit; empty where nothing survives.
        depends_on: What would change the answer; empty where nothing open does.
        subject: Whom it is about.
        record: The record that was asked.
        reading: The reading that answered.
        known_as_of: Only what was known then was used; None for everything.
    """

    truth: Truth
    status: frozenset[Status]
    on: Moment
    made: Moment
    made_from: Outcomes
    made_by: Outcomes
    protected_until: Outcomes
    depends_on: tuple[Dependency, ...]
    subject: Subject
    record: Record
    reading: Reading
    known_as_of: Moment | None

    @property
    def supposed(self) -> Supposed:
        """What it supposes that is on no record."""
        return Supposed.by(self.record, self.reading)

    def __bool__(self) -> bool:
        """Answer for a plain yes or no.

        Raises:
            UndecidedError: If it cannot be told.
        """
        return bool(self.truth)

    def __repr__(self) -> str:
        """Name the question and the truth."""
        return f"<Protection {self.truth.value}: made {self.made}, on {self.on}, {self.record.id}>"
