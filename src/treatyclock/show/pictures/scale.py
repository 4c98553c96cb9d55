"""The scale of a picture: round moments of civil time, a few of them, and the edges a little beyond what is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from treatyclock.show.pictures.picture import Tick

_MOST = 9
_HOURS = (1, 2, 3, 6, 12)
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_EDGE = 0.06


def around(moments: Iterable[datetime]) -> tuple[datetime, datetime]:
    """Return edges that leave some room around moments; a year around one, and a year of today's where there is none.

    Example:
        >>> around([datetime(1941, 4, 25), datetime(1946, 4, 26)])
        (datetime.datetime(1941, 1, 5, 0, 0), datetime.datetime(1946, 8, 13, 0, 0))
    """
    found = sorted(moments)
    if not found:
        return datetime(2000, 1, 1), datetime(2001, 1, 1)
    room = (found[-1] - found[0]) * _EDGE if found[-1] > found[0] else timedelta(days=183)
    return _moved(found[0], -room), _moved(found[-1], room)


def _moved(at: datetime, by: timedelta) -> datetime:
    """Return the day some time away; the first or the last there is where that lies beyond the calendar."""
    try:
        moved = at + by
    except OverflowError:
        return datetime.min if by < timedelta() else datetime.max
    if abs(by) < timedelta(days=2):
        return moved
    return datetime(moved.year, moved.month, moved.day)


def ticks(first: datetime, last: datetime, most: int = _MOST) -> tuple[Tick, ...]:
    """Return round moments between two, at most so many: years, months, days or hours.

    Example:
        >>> [tick.label for tick in ticks(datetime(1940, 11, 20), datetime(1946, 9, 27))]
        ['1941', '1942', '1943', '1944', '1945', '1946']
        >>> [tick.label for tick in ticks(datetime(1945, 8, 8, 12), datetime(1945, 8, 9, 12))][:3]
        ['1945-08-08 12:00', '15:00', '18:00']
    """
    for candidates in (_by_hours(first, last), _by_days(first, last), _by_months(first, last), _by_years(first, last)):
        for found in candidates:
            chosen = _up_to(found, most)
            if chosen is not None:
                return chosen
    return ()


def _up_to(found: Iterator[Tick], most: int) -> tuple[Tick, ...] | None:
    chosen: list[Tick] = []
    for tick in found:
        if len(chosen) == most:
            return None
        chosen.append(tick)
    return tuple(chosen)


def _by_hours(first: datetime, last: datetime) -> Iterator[Iterator[Tick]]:
    return (_hourly(first, last, hours) for hours in _HOURS)


def _hourly(first: datetime, last: datetime, hours: int) -> Iterator[Tick]:
    at = first.replace(hour=first.hour // hours * hours, minute=0, second=0, microsecond=0)
    labelled = False
    while at <= last:
        if at >= first:
            day = at.hour == 0 or not labelled
            yield Tick(at=at, label=at.isoformat(sep=" ")[:16] if day else f"{at:%H:%M}", strong=at.hour == 0)
            labelled = True
        if at > datetime.max - timedelta(hours=hours):
            return
        at += timedelta(hours=hours)


def _by_days(first: datetime, last: datetime) -> Iterator[Iterator[Tick]]:
    return (_daily(first, last, days) for days in _DAYS)


def _daily(first: datetime, last: datetime, days: int) -> Iterator[Tick]:
    at = datetime(first.year, first.month, first.day)
    while at <= last:
        if at >= first:
            yield Tick(at=at, label=at.date().isoformat())
        if at > datetime.max - timedelta(days=days):
            return
        at += timedelta(days=days)


def _by_months(first: datetime, last: datetime) -> Iterator[Iterator[Tick]]:
    return (_monthly(first, last, months) for months in _MONTHS)


def _monthly(first: datetime, last: datetime, months: int) -> Iterator[Tick]:
    number = (first.year * 12 + first.month - 1) // months * months
    while number // 12 <= datetime.max.year:
        if number >= 12:
            at = datetime(number // 12, number % 12 + 1, 1)
            if at > last:
                return
            if at >= first:
                yield Tick(at=at, label=at.isoformat()[:7])
        number += months


def _by_years(first: datetime, last: datetime) -> Iterator[Iterator[Tick]]:
    return (_yearly(first, last, years) for years in _YEARS)


def _yearly(first: datetime, last: datetime, years: int) -> Iterator[Tick]:
    for year in range(first.year // years * years, last.year + 1, years):
        if year >= 1 and first <= datetime(year, 1, 1) <= last:
            yield Tick(at=datetime(year, 1, 1), label=f"{year:04}")
