"""Dates, moments, parties and lists in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from treatyclock.civil.days import EARLIEST, LATEST, Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.errors import plain
from treatyclock.law.record import Record
from treatyclock.law.status import Status

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(value: date) -> str:
    """Write a date in words.

    Example:
        >>> day(date(1945, 8, 9))
        '9 August 1945'
    """
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def month_day(value: tuple[int, int]) -> str:
    """Write a month and its day, of every year.

    Example:
        >>> month_day((12, 1))
        '1 December'
    """
    month, number = value
    return f"{number} {MONTHS[month - 1]}"


def days(value: Days) -> str:
    """Write a date, or the range it lies in.

    Example:
        >>> days(Days(first=date(1926, 11, 1), last=date(1926, 11, 30)))
        'a day from 1 to 30 November 1926'
    """
    if value.known:
        return day(value.first)
    if value.last >= LATEST:
        return "an unknown day" if value.first <= EARLIEST else f"an unknown day, {day(value.first)} or later"
    if value.first <= EARLIEST:
        return f"an unknown day, {day(value.last)} or earlier"
    first, last = day(value.first), day(value.last)
    if value.first.year == value.last.year:
        first = first.rsplit(" ", 1)[0]
        if value.first.month == value.last.month:
            first = first.rsplit(" ", 1)[0]
    return f"a day from {first} to {last}"


def days_beside_an_end(last: Days) -> str:
    """Write the last day before an end, and the first day after it.

    Example:
        >>> days_beside_an_end(Days.on(date(1946, 4, 25)))
        '25 April 1946 (first day out: 26 April 1946)'
    """
    if last.last == date.max:
        return days(last)
    return f"{days(last)} (first day out: {days(last.map(lambda day: day + timedelta(days=1)))})"


def moment(value: Moment) -> str:
    """Write a moment: its date, its hour and its clock."""
    clocks = " or ".join(clock.key for clock in value.zones)
    if value.wall is None:
        return days(value.days) + (f" ({clocks})" if clocks else "")
    shown = value.wall.strftime("%H:%M:%S").removesuffix(":00")
    if value.wall.date() != value.days.first:
        shown = "24:00"
    return f"{days(value.days)} {shown} ({clocks})"


def listed(parts: Sequence[str], joint: str = "and") -> str:
    """Join words as a sentence does.

    Example:
        >>> listed(["a", "b", "c"])
        'a, b and c'
    """
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {joint} {parts[-1]}" if parts else ""


def under_words(under: Sequence[tuple[str, str]]) -> str:
    """Write the answers under which something comes out.

    Example:
        >>> under_words([("first_day", "counted")])
        'first_day = counted'
    """
    return listed([f"{key} = {plain(answer)}" for key, answer in under])


def status_words(statuses: Iterable[Status]) -> str:
    """Write the statuses that are possible.

    Example:
        >>> status_words([Status.SUSPENDED, Status.PARTY])
        'party or suspended'
    """
    return " or ".join(sorted(each.value for each in statuses))


def names(ids: Sequence[str], record: Record) -> str:
    """Write parties by name."""
    everybody = (record.whole or record).parties
    known = {member.id: member.name for party in everybody for member in party.through_it}
    known.update((party.id, party.name) for party in everybody)
    return plain(listed([known.get(each, each) for each in ids]))


def day_of_outcome(day: str) -> str:
    """Write a day of an outcome as a table shows it: one of which nothing is known has no bounds to show."""
    return "not known" if day == str(Days.between()) else day


def days_of_outcome(value: Iterable[str]) -> str:
    """Write the days of an outcome as a table shows them.

    Example:
        >>> days_of_outcome(["1936-03-31"]), days_of_outcome(["[..]"]), days_of_outcome([])
        ('1936-03-31', 'not known', 'none')
    """
    return ", ".join(map(day_of_outcome, value)) or "none"
