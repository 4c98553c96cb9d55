"""Days, periods and instants as both oracles count them."""

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache

ONE_DAY = timedelta(days=1)
TICK = timedelta(microseconds=1)


class UnsettledError(Exception):
    """The law does not say what follows, for example of two acts of one day of which one excludes the other."""


@dataclass(frozen=True)
class Period:
    """A length of time as treaties state it; its parts are never converted into each other."""

    years: int = 0
    months: int = 0
    days: int = 0

    def __bool__(self) -> bool:
        return bool(self.years or self.months or self.days)

    def __str__(self) -> str:
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        return "P" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0D")

    def plus(self, other: "Period", times: int) -> "Period":
        """Add another period a number of times, part by part."""
        return Period(
            self.years + times * other.years, self.months + times * other.months, self.days + times * other.days
        )


@dataclass(frozen=True)
class Moment:
    """An exact instant, as a wall clock showed it."""

    wall: datetime
    offset: int

    @property
    def instant(self) -> datetime:
        """The instant in UTC."""
        return self.wall.replace(tzinfo=zone(self.offset)).astimezone(UTC)


When = date | Moment


@dataclass(frozen=True)
class Span:
    """Something happened at one instant not before ``first`` and not after ``last``."""

    first: datetime
    last: datetime

    def or_later(self, other: "Span") -> "Span":
        """The later of two things that happen."""
        return Span(max(self.first, other.first), max(self.last, other.last))


class World:
    """One choice of every convention; who fills it in is told by those that inherit it.

    Attributes:
        offset: Whose midnight begins a day.
        first_day: Whether the first day of the term counts.
        notice_first_day: Whether the day of a notice counts.
        month_end: What a day becomes that the month lacks: "clamp" or "roll".
        named_day_is_out: Whether a day named for an exit is the first out, rather than the last in force.
        back_from_end: Whether a period before an end is counted from the end back, rather than from the notice forward.
        where_done: Whether the day of an act with an hour is that where it was done, rather than on the treaty's clock.
        event: When "until an event" is over: at the "start" of its day, at its "hour", or at the "end" of its day.
    """

    offset: int
    first_day: bool
    notice_first_day: bool
    month_end: str
    named_day_is_out: bool
    back_from_end: bool
    where_done: bool
    event: str

    def midnight(self, day: date) -> datetime:
        """The instant at which the day begins."""
        return _midnight(day, self.offset)

    def after(self, last: date) -> Span:
        """The instant at which a day is over."""
        after = self.midnight(last + ONE_DAY)
        return Span(after, after)

    def day_of(self, instant: datetime) -> date:
        """The day in which the instant lies."""
        return instant.astimezone(zone(self.offset)).date()

    def day(self, when: When) -> date:
        """The treaty's own day on which something was done: a bare date is a label, an hour is an instant."""
        return self.day_of(when.instant) if isinstance(when, Moment) else when

    def counted(self, when: When) -> When:
        """The same, printed by the clock whose date counts: from which day a period runs, no rule says.

        The day where it was done and the day on the treaty's clock are both tried; an hour in UTC has no place.

        Law: VCLT 78.
        """
        if not isinstance(when, Moment) or self.day(when) == civil_date(when) or (when.offset and self.where_done):
            return when
        return Moment(when.instant.astimezone(zone(self.offset)).replace(tzinfo=None), self.offset)

    def span(self, when: When) -> Span:
        """The earliest and the latest instant at which an act may have been done."""
        if isinstance(when, Moment):
            return Span(when.instant, when.instant)
        return Span(self.midnight(when), self.midnight(when + ONE_DAY) - TICK)

    def settle(self, day: date, period: Period) -> date:
        """The day that lies a period after another, which is day 0."""
        return last_day(day, period, False, self.month_end)

    def deadline(self, end: date, period: Period) -> date:
        """The last day on which a notice is given a period before an end.

        Law: rule 9.
        """
        if self.back_from_end:
            return count_back(end, period, self.month_end)
        # Forward: the last day from which the period is over by the end.
        day = end - ONE_DAY * (365 * period.years + 28 * period.months + period.days)
        while self.settle(day, period) > end:
            day -= ONE_DAY
        return day

    def named(self, day: date) -> Span:
        """When an exit comes that is named or recorded for a day."""
        return self.after(day - ONE_DAY if self.named_day_is_out else day)

    def until_event(self, when: When) -> Span:
        """When something is over that lasts until an event.

        Law: rule 3; VCLT 54(a).
        """
        if self.event == "hour":
            return self.span(when)
        day = self.day(when)
        return self.after(day if self.event == "end" else day - ONE_DAY)


def last_day(start: date, period: Period, first_day_counts: bool, month_end: str) -> date:
    """The last day of a term or another time that runs.

    Law: rule 9.

    Args:
        start: The day of the act that begins the period.
        period: How long it is: years and months are counted first, then days.
        first_day_counts: Whether that day is itself the first of the period.
        month_end: "clamp" or "roll", for a month that lacks the day's number.
    """
    year, month = _month_away(start, 12 * period.years + period.months)
    days = timedelta(days=period.days)
    if start.day <= _length(year, month):
        reached = date(year, month, start.day) + days
        return reached - ONE_DAY if first_day_counts else reached
    if first_day_counts:
        # The month's last day is where such a period ends in any case: there is no day to take off.
        return date(year, month, _length(year, month)) + days
    return _settle(year, month, start.day, month_end) + days


def last_day_of_notice(start: date, period: Period, first_day_counts: bool, month_end: str) -> date:
    """The last day in force by a notice.

    Where its day counts, the exit comes with the day that corresponds to it, which is the first out: from 31 August,
    six months are over with the last of February as the first day out (practice of the United Nations).
    """
    corresponding = last_day(start, period, False, month_end)
    return corresponding - ONE_DAY if first_day_counts else corresponding


def count_back(end: date, period: Period, month_end: str) -> date:
    """The day that lies a period before another: years and months back first, then days.

    Law: rule 9.
    """
    year, month = _month_away(end, -(12 * period.years + period.months))
    return _settle(year, month, end.day, month_end) - timedelta(days=period.days)


def civil_date(when: When) -> date:
    """The date as printed: an exact instant carries that of its own clock."""
    return when.wall.date() if isinstance(when, Moment) else when


def not_before(when: When, other: When) -> bool:
    """Whether an act can have followed another: by date, and by the clock if both have one."""
    if isinstance(when, Moment) and isinstance(other, Moment):
        return when.instant >= other.instant
    return civil_date(when) >= civil_date(other)


@cache
def zone(offset: int) -> timezone:
    """The clock that many minutes ahead of UTC."""
    return timezone(timedelta(minutes=offset))


@cache
def _midnight(day: date, offset: int) -> datetime:
    return datetime.combine(day, time(), UTC) - timedelta(minutes=offset)


def _month_away(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return year, month + 1


@cache
def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _settle(year: int, month: int, day: int, month_end: str) -> date:
    """The day of that number, or what stands in for it in a month too short to have it."""
    length = _length(year, month)
    if day <= length:
        return date(year, month, day)
    end = date(year, month, length)
    return end if month_end == "clamp" else end + ONE_DAY
