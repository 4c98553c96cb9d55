"""What an end is: the instant, the last day, and the reasons."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.reasons import Key
from treatyclock.derive.timing import Span
from treatyclock.law.acts.act import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One way in which the treaty ends.

    Attributes:
        at: The first instant at which it is no longer in force, or the range it lies in.
        last_day: Its last day in force, or the day in which it ended.
        key: The reason.
        named: The day that a clause, an act or the depositary names for the end, be it the last day in force or the
            first day out; None where the day is counted.
        at_hour: Whether it ends at an hour of its own rather than with a day.
        notice: The notice that brought it about, if one did.
        deadline: The last day for a notice, where that day decided about this end.
        instant: The reason for the instant, where the end comes with the end of a day.
        premises: What it rests on, where it is the first of several ends.
    """

    at: Span
    last_day: Days
    key: Key
    named: Days | None = None
    at_hour: bool = False
    notice: Act | None = None
    deadline: Days | None = None
    instant: Key | None = None
    premises: tuple[Key, ...] = ()

    @property
    def keys(self) -> tuple[Key, ...]:
        """The reasons for the instant and for the day."""
        return (self.key,) if self.instant is None else (self.instant, self.key)
