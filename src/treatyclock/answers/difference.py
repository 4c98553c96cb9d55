"""What differs between two treaties: stretches of time with another status, and dates."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.derive.histories.history import Statuses
from treatyclock.intervals import Interval
from treatyclock.law.subjects import Subject
from treatyclock.printing import Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """A stretch of time in which somebody's possible statuses differ.

    Attributes:
        subject: Whose statuses.
        during: The stretch.
        before: The statuses in the one life.
        after: The statuses in the other.
    """

    subject: Subject
    during: Interval
    before: Statuses
    after: Statuses

    @property
    def party(self) -> str | None:
        """The party; None for the treaty generally."""
        return self.subject.party


@dataclass(frozen=True, slots=True, kw_only=True)
class DateChange:
    """A date that differs.

    Attributes:
        subject: Whose date.
        name: A field of :class:`~treatyclock.answers.dates.Dates`.
        before: Its values in the one life.
        after: Its values in the other.
    """

    subject: Subject
    name: str
    before: tuple[tuple[str, ...], ...]
    after: tuple[tuple[str, ...], ...]

    @property
    def party(self) -> str | None:
        """The party; None for the treaty generally."""
        return self.subject.party


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Printed):
    """What differs between two lives.

    Attributes:
        statuses: The stretches of time, party by party.
        dates: The dates, party by party.
    """

    statuses: tuple[StatusChange, ...]
    dates: tuple[DateChange, ...]

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.statuses or self.dates)
