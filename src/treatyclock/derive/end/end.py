"""What an end is: the instant, the last day, and the reasons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from treatyclock.civil.clocks.zones import Zone
from treatyclock.civil.days import Days
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.timing import Span, later
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
        out_from: Of an end at an hour, the date of that hour; None where it is not known, and of an end with a day.
        printed: Of an end at an hour, its date as printed, where the treaty's clock showed another.
        notice: The notice that brought it about, if one did.
        deadline: The last day for a notice, where that day decided about this end.
        instant: The reason for the instant, where the end comes with the end of a day.
        premises: What it rests on, where it is the first of several ends.
        cause_known: Whether the record tells what brought it; not where it is recorded as a fact alone.
        goes_before: Of a recorded end, when an exit came that by the count ended it for all: then that State is a party
            up to the recorded end, too.
    """

    at: Span
    last_day: Days
    key: Key
    named: Days | None = None
    at_hour: bool = False
    out_from: Days | None = None
    printed: Days | None = None
    notice: Act | None = None
    deadline: Days | None = None
    instant: Key | None = None
    premises: tuple[Key, ...] = ()
    cause_known: bool = True
    goes_before: Span | None = None

    @property
    def keys(self) -> tuple[Key, ...]:
        """The reasons for the instant and for the day."""
        return (self.key,) if self.instant is None else (self.instant, self.key)

    def first_out(self, clocks: Iterable[Zone] = ()) -> Days:
        """Return the first day out: the day after the last in force, or the day within which it ends at an hour.

        Args:
            clocks: Those that the treaty may count by: an hour may be midnight there.
        """
        if not self.at_hour:
            return self.last_day.map(later)
        if (
            self.last_day.known
            and self.last_day.last < date.max
            and any(self.at == (clock.end_of_day(self.last_day.last),) * 2 for clock in clocks)
        ):
            return self.last_day.map(later)
        return self.out_from or self.last_day
