"""The days and instants at which a treaty changes, which its answers name, and which its record names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, timedelta
from typing import Any

from treatyclock.answers.dates import DateAnswer
from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.days import EARLIEST, LATEST
from treatyclock.civil.moments.moment import Moment
from treatyclock.errors import OutOfRangeError, TooManyDatesError
from treatyclock.instants import to_datetime
from treatyclock.law.record import Record
from treatyclock.view import View

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LATER = timedelta(days=30 * 366)
"""So long after the last date on record, renewals, windows and reviews are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingTimes:
    """Days and instants of one sort, in order.

    Attributes:
        days: The days.
        instants: The instants, in UTC.
    """

    days: tuple[date, ...]
    instants: tuple[datetime, ...]


def changes(view: View) -> TellingTimes:
    """Return when the statuses change, on the calendar and on the clock."""
    stages = view.chronology().stages
    days = [day for each in stages for day in (each.first_day, each.last_day) if day is not None]
    return _telling(days, view.timeline().edges)


def outcomes(view: View) -> TellingTimes:
    """Return the days that the treaty's answers name: its dates, deadlines, windows, reviews, renewals."""
    texts = [text for each in view.dates().by_name().values() for outcome in each for text in outcome.value]
    texts += [text for answer in _date_answers(view) for outcome in answer.outcomes for text in outcome.value]
    days = [date.fromisoformat(day) for text in texts for day in _DAY.findall(text)]
    return _telling(days, _midnights(view.record, days))


def named(record: Record, parties: Iterable[str]) -> TellingTimes:
    """Return the days and hours that the record itself names.

    Args:
        record: The record.
        parties: The States of whose acts; of all acts where none are named.
    """
    whose = set(parties)
    acts = [act for act in record.acts if not whose or whose & {*act.by, *act.to}]
    moments = list(_moments((acts, record.clauses, record.counting, record.coverage, record.parties)))
    days = [day for each in moments for days in each.ranges or (each.days,) for day in (days.first, days.last)]
    return _telling(days, [*_hours(moments), *_midnights(record, days)])


def known(record: Record) -> TellingTimes:
    """Return the days and hours at which something on record became known."""
    clauses = [each.basis.known for each in record.clauses if each.basis.known is not None]
    moments = [*(act.known or act.when() for act in record.acts), *clauses]
    return _telling([day for each in moments for day in (each.days.first, each.days.last)], _hours(moments))


def _date_answers(view: View) -> Iterator[DateAnswer]:
    """Yield what follows for whoever the view is for; of what is too much to list, nothing."""
    yield view.expiry()
    yield view.sunset_end()
    if view.subject.pair is not None:
        return  # a notice, a window, a review is one State's
    if view.subject.party is None or view.record.member(view.subject.party) is None:
        yield view.last_timely_notice()
        yield view.earliest_notice()
    around = named(view.record, view.subject.parties).days or changes(view).days
    if not around:
        return
    first, last = around[0].isoformat(), min(around[-1], LATEST - _LATER) + _LATER
    listed: list[Callable[[], DateAnswer]] = [
        lambda: view.reviews(first, last),
        lambda: view.time_limits(first, last),
    ]
    if view.subject.party is None or view.record.member(view.subject.party) is None:
        listed.append(lambda: view.windows(first, last))
    if view.subject.party is None:
        listed.append(lambda: view.renewals(last))
    for ask in listed:
        try:
            yield ask()
        except TooManyDatesError:
            continue


def _moments(value: Any) -> Iterator[Moment]:
    """Yield every moment in a value that is made of frozen values and tuples."""
    if isinstance(value, Moment):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _moments(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _moments(getattr(value, each.name))


def _hours(moments: Iterable[Moment]) -> list[int]:
    with_hours = [each.span for each in moments if each.wall is not None]
    return [at for span in with_hours for at in (span.start, span.end) if at is not None]


def _midnights(record: Record, days: Iterable[date]) -> list[int]:
    """Return when days begin and end on the clocks that the treaty counts by; on UTC where these are not known."""
    clocks = [zone(each) for each in record.midnights() or ("UTC",)]
    inside = {day for day in days if EARLIEST < day < LATEST}
    return [at for clock in clocks for day in inside for at in (clock.start_of_day(day), clock.end_of_day(day))]


def _telling(days: Iterable[date], instants: Iterable[int]) -> TellingTimes:
    return TellingTimes(
        days=tuple(sorted({day for day in days if EARLIEST < day < LATEST})),
        instants=tuple(sorted(set(_datetimes(instants)))),
    )


def _datetimes(instants: Iterable[int]) -> Iterator[datetime]:
    for at in instants:
        try:
            found = to_datetime(at)
        except OutOfRangeError:  # before year 1 and after year 9999 nobody can ask
            continue
        if EARLIEST < found.date() < LATEST:
            yield found
