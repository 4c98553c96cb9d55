"""Days that a clock never showed, or showed twice, because its place moved across the date line.

Every change of half a day or more counts as such a move: summer time never changed a clock by more than three hours.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from treatyclock.civil.clocks.zones import Zone
from treatyclock.civil.days import Days
from treatyclock.instants import DAY, date_microseconds, timedelta_microseconds, to_datetime

_LEAST = timedelta(hours=12)
# The database has no change before 1800, and no move in the future.
_KNOWN = (date(1800, 1, 1), date(2040, 1, 1))
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelineMove:
    """A change of a clock by half a day or more.

    Attributes:
        due: The wall time that would have come next.
        shown: The wall time that came instead.

    Example:
        >>> from treatyclock.civil.clocks.zones import zone
        >>> move = moves(zone("Pacific/Apia"))[1]
        >>> [str(day) for day in move.skipped()], [str(day) for day in moves(zone("Pacific/Apia"))[0].twice()]
        (['2011-12-30'], ['1892-07-04'])
    """

    due: datetime
    shown: datetime

    def skipped(self) -> tuple[date, ...]:
        """Return the days that the clock skipped altogether."""
        return tuple(_whole_days(self.due, self.shown))

    def twice(self) -> tuple[date, ...]:
        """Return the days that the clock showed twice from beginning to end."""
        return tuple(_whole_days(self.shown, self.due))

    def touched(self) -> Days:
        """Return the first and the last day that the clock skipped, or showed twice, at least in part."""
        low, high = sorted((self.due, self.shown))
        return Days(first=low.date(), last=(high - timedelta(microseconds=1)).date())

    def __str__(self) -> str:
        """Say it in English."""
        way = "forward" if self.due < self.shown else "back"
        return f"went {way} from {wall_text(self.due)} to {wall_text(self.shown)}"


def wall_text(wall: datetime) -> str:
    """Write a wall time, with seconds if it has any."""
    return wall.isoformat(" ", "seconds" if wall.second else "minutes")


@cache
def moves(clock: Zone) -> tuple[DatelineMove, ...]:
    """Return every move of a clock, in order."""
    found = []
    low, stop = date_microseconds(_KNOWN[0]), date_microseconds(_KNOWN[1])
    before = clock.offset_at(low)
    while low < stop:
        high = low + 30 * DAY
        after = clock.offset_at(high)
        if abs(after - before) >= _LEAST:
            at = _moved_at(clock, low, high)
            due = to_datetime(at + timedelta_microseconds(clock.offset_at(at - 1))).replace(tzinfo=None)
            found.append(DatelineMove(due=due, shown=clock.local(at)))
        low, before = high, after
    return tuple(found)


def _moved_at(clock: Zone, low: int, high: int) -> int:
    """Find the move between two instants, by bisection. Summer time may also have changed the clock between them."""
    before = clock.offset_at(low)
    while high - low > 1:
        middle = (low + high) // 2
        if abs(clock.offset_at(middle) - before) < _LEAST / 2:
            low = middle
        else:
            high = middle
    return high


def remarks(text: str, clock: Zone, ranges: Sequence[Days]) -> tuple[str, ...]:
    """Say which of the days that a text may mean a clock skipped or showed twice.

    Args:
        text: The text.
        clock: A clock that showed some of them.
        ranges: The days, in order.

    Example:
        >>> from treatyclock.civil.clocks.zones import zone
        >>> remarks("1892-07-04", zone("Pacific/Apia"), [Days.on(date(1892, 7, 4))])
        ('1892-07-04 was shown twice by Pacific/Apia: both days are meant',)
    """
    single = len(ranges) == 1 and ranges[0].known
    parts = clock.during(ranges[0].first, ranges[0].last) if single else ()
    if len(parts) == 1 and _LEAST < timedelta(microseconds=(parts[0].end or 0) - (parts[0].start or 0)) < 3 * _LEAST:
        return ()  # a day of about 24 hours needs no remark, and to find every move of a clock takes longer
    found = []
    for move in moves(clock):
        skipped, twice = ([day for day in days if _has(ranges, day)] for days in (move.skipped(), move.twice()))
        found += [f"the clock of {clock.key} skipped {day}, so {text} lacks that day on it" for day in skipped]
        found += [f"{day} was shown twice by {clock.key}: both days are meant" for day in twice]
        touched = move.touched()
        partly = [day for day in _days(touched) if day not in (*move.skipped(), *move.twice()) and _has(ranges, day)]
        if partly and move.due < move.shown:
            found.append(f"the clock of {clock.key} {move}: it never showed the time between")
        elif partly:
            found.append(f"the clock of {clock.key} {move}: it showed the time between twice, and both times are meant")
    if len(parts) > 1 and not found:
        found.append(f"the clock of {clock.key} went back over a midnight of {text}: every part of that day is meant")
    return tuple(found)


def _has(ranges: Sequence[Days], day: date) -> bool:
    at = bisect_right(ranges, day, key=lambda days: days.first)
    return at > 0 and ranges[at - 1].last >= day


def _days(days: Days) -> Iterator[date]:
    for number in range(days.first.toordinal(), days.last.toordinal() + 1):
        yield date.fromordinal(number)


def _whole_days(low: datetime, high: datetime) -> Iterator[date]:
    day = low.date() if low.time() == time() else low.date() + _ONE_DAY
    while datetime.combine(day + _ONE_DAY, time()) <= high:
        yield day
        day += _ONE_DAY
