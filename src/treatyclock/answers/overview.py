"""A treaty at a glance: what it is, when it was in force, for whom, and who reads it otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.answers.chronology import Chronologies
from treatyclock.answers.dates import Dates
from treatyclock.law.record import Record
from treatyclock.printing import Printed


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Overview(Printed):
    """What a reader wants to see of a treaty first.

    Attributes:
        record: What the documents say.
        dates: The dates that follow, for the treaty generally.
        by_party: The chronology of the treaty generally and of each party.
        by_reading: The chronologies by its terms and by each declared reading.
        by_part: The chronologies of the treaty as a whole and of each of its parts; None where it has none.
    """

    record: Record
    dates: Dates
    by_party: Chronologies
    by_reading: Chronologies
    by_part: Chronologies | None

    def __repr__(self) -> str:
        """Name the treaty."""
        return f"<Overview of {self.record.id}>"
