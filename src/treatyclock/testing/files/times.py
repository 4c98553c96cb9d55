"""Days, hours and periods of drawn treaty files: mostly on or next to one that matters already."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from treatyclock.civil.periods import Period
from treatyclock.testing.specifications.choices import Draw, once_in
from treatyclock.testing.specifications.many_clauses import day_between
from treatyclock.testing.specifications.two import CLOCKS, OFFSETS
from treatyclock.testing.specifications.values import clock_text

PERIODS = ("P1Y", "P6M", "P5Y", "P30D", "P3M", "P1M", "P90D", "P2Y", "P10Y", "P1D", "P1Y6M", "P1M15D", "P3W")
FIRST_YEAR, LAST_YEAR = 1936, 1946
_EARLIEST, _LATEST = date(1900, 1, 1), date(2000, 12, 31)
_ONE_DAY = timedelta(days=1)

# Days from one that matters: mostly on it or next to it.
_DISTANCES = (0, 0, 0, 1, -1, 1, -1, 30, 400)


@dataclass(slots=True)
class Times:
    """Draws times, and remembers them, so that those drawn later lie near them or a period away.

    Attributes:
        draw: Who chooses.
        days: The days that matter so far.
        periods: The periods drawn so far.
    """

    draw: Draw
    days: list[date] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)

    def day(self, *, not_before: date | None = None) -> date:
        """Draw a day: on or about one that matters, a period away from one, or any."""
        if not self.days or once_in(self.draw, 4):
            found = day_between(self.draw, FIRST_YEAR, LAST_YEAR)
        else:
            found = self.draw.pick(self.days)
            if self.periods and once_in(self.draw, 2):
                found = _plus(found, self.draw.pick(self.periods))
                if once_in(self.draw, 2):
                    found = _plus(found, self.draw.pick(self.periods), self.draw.pick((-1, 1)))
            found += self.draw.pick(_DISTANCES) * _ONE_DAY
            found = min(max(found, _EARLIEST), _LATEST)
        if not_before is not None and found < not_before:
            found = not_before + self.draw.pick((0, 1, 30)) * _ONE_DAY
        if found not in self.days:
            self.days.append(found)
        return found

    def day_text(self, *, not_before: date | None = None, not_known: bool = False) -> str:
        """Draw a day as a file writes it: seldom an imprecise one, and where that may be one that nobody knows."""
        text = self.written(self.day(not_before=not_before))
        return "not known" if not_known and once_in(self.draw, 8) else text

    def written(self, day: date) -> str:
        """Write a day; seldom as a source does that does not know it exactly."""
        text = day.isoformat()
        if not once_in(self.draw, 12):
            return text
        return self.draw.pick((f"{text}~", text[:7], f"{text[:9]}X", f"[{text},{day + _ONE_DAY}]", text[:4]))

    def hour(self, day: date) -> str:
        """Write an hour of a day, or at its midnight, with an offset."""
        wall = datetime.combine(day, time()) + timedelta(seconds=self.draw.pick((12 * 3600, *CLOCKS)))
        return wall.isoformat() + clock_text(self.draw.pick(OFFSETS))

    def moment_text(self, *, not_before: date | None = None) -> str:
        """Draw a day, or seldom an hour."""
        day = self.day(not_before=not_before)
        return self.hour(day) if once_in(self.draw, 6) else self.written(day)

    def some_period(self) -> str:
        """Draw a period of at least a day."""
        if once_in(self.draw, 8):
            years, months, days = self.draw.whole(0, 12), self.draw.whole(0, 13), self.draw.whole(1, 40)
            text = f"P{years}Y{months}M{days}D"
        else:
            text = self.draw.pick(PERIODS)
        if (period := Period.of(text)) not in self.periods:
            self.periods.append(period)
        return text

    def period(self) -> str:
        """Draw a period, seldom one of no length."""
        some = self.some_period()
        return "P0D" if once_in(self.draw, 8) else some


def _plus(day: date, period: Period, sign: int = 1) -> date:
    """Add a period to a day, or take it away; the end of a month stays within its month."""
    months = day.year * 12 + day.month - 1 + sign * (period.years * 12 + period.months)
    first = date(months // 12, months % 12 + 1, 1)
    last = (first.replace(day=28) + 4 * _ONE_DAY).replace(day=1) - _ONE_DAY
    return first.replace(day=min(day.day, last.day)) + sign * period.days * _ONE_DAY
