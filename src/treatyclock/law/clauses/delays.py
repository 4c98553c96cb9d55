"""How long after its condition is met a treaty enters into force, and on what kind of day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from treatyclock.civil.periods import Period
from treatyclock.law.form import Form
from treatyclock.law.written import written


class CountedFrom(Enum):
    """Where a delay begins to run."""

    DAY = "the day"
    MONTH = "the first of its month"


class Lands(Enum):
    """On which day a delay ends."""

    THAT_DAY = "that day"
    DAY_AFTER = "the day after"
    NEXT_MONTH = "the first of the next month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """A delay: "thirty days after", "on the thirtieth day following", "the first of the month after three months".

    The day of the event is day 0, so thirty days after and the thirtieth day following are one day (practice of the
    United Nations; European Convention on the Calculation of Time-Limits, art. 3). "The first day of the sixth month
    after the month in which" counts six months from the first of that month.

    Example:
        >>> Delay(period=Period.of("P60D"), lands=Lands.NEXT_MONTH).words
        'on the first of the month that follows a period of 60 days'
    """

    period: Period = written(Form.PERIOD, "how long", default=Period())
    counted_from: CountedFrom = written(CountedFrom, "where it begins to run", default=CountedFrom.DAY)
    lands: Lands = written(Lands, "on which day it ends", default=Lands.THAT_DAY)

    def __bool__(self) -> bool:
        """Tell whether it delays anything."""
        return self != Delay()

    @property
    def words(self) -> str:
        """What it says, without the event."""
        length = self.period.words if self.period or self.lands is Lands.THAT_DAY else ""
        if self.lands is Lands.THAT_DAY:
            return length
        day = "on the first of the month" if self.lands is Lands.NEXT_MONTH else "on the day"
        return f"{day} that follows a period of {length}" if length else day

    def after(self, event: str) -> str:
        """Write when something is so: the delay, then the event from whose day or month it runs.

        Example:
            >>> Delay(period=Period.of("P6M"), counted_from=CountedFrom.MONTH).after("the deposit")
            '6 months after the first of the month of the deposit'
        """
        month = "the first of the month of " if self.counted_from is CountedFrom.MONTH else ""
        return f"{self.words} after {month}{event}"


AT_ONCE = Delay()
