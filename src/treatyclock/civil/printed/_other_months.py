"""Dates whose month belongs to a calendar that has months of its own: Hebrew, Islamic, Republican and others."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from treatyclock.civil._day_runs import joined
from treatyclock.civil.calendars.calendar import Calendar, CalendarDate
from treatyclock.civil.calendars.convertdate import ConvertdateCalendar
from treatyclock.civil.calendars.months_and_years import MonthOrYear, calendar_days
from treatyclock.civil.calendars.names import calendar as find
from treatyclock.civil.days import Days
from treatyclock.civil.printed._components import FORMS, Components
from treatyclock.errors import CivilTimeError, NoSuchDateError, TimeFormatError

LATEST_PRINTED = 2100
"""No paper is dated later: a year that would be later in the calendar of its month may be one of the Christian era."""

NamedDays: TypeAlias = tuple[tuple[Days, ...], CalendarDate | MonthOrYear]
"""Days, and what a text calls them."""


def days_of_other_month(
    text: str, parts: Components, calendar: ConvertdateCalendar, own: Calendar | None
) -> tuple[tuple[NamedDays, ...], tuple[str, ...]]:
    """Return the days of a date whose month belongs to a calendar that has months of its own, and the notes.

    There are several names if the year has several months of that name.

    Args:
        text: The whole text, for messages.
        parts: What the date says.
        calendar: The calendar.
        own: The calendar of the document, if the reader named one.

    Raises:
        TimeFormatError: If the text names another style or era than the month, or its year is one of the Christian era.
        NoSuchDateError: If the calendar has no such date.
    """
    if len(parts.year) > 1:
        raise TimeFormatError(text, f"it names two years, and a year of {calendar.title} has one name", FORMS)
    number, year = parts.month_of[calendar.name], parts.year[0]
    if parts.style not in (None, calendar.name):
        problem = f"its month is one of {calendar.title}, and it names {find(str(parts.style)).title} too"
        raise TimeFormatError(text, problem, "leave out the style, or the month that does not belong to it")
    if parts.christian:
        problem = f"its month is one of {calendar.title}, and its year is said to be of the Christian era"
        raise TimeFormatError(text, problem, _in_own_years(parts, calendar, number))
    found = []
    for month in calendar.months_of(parts.month_name, number, year):
        try:
            found.append(_days_of(calendar, year, month, parts.day))
        except NoSuchDateError:
            continue  # the other month of that name may have such a day
    if not found:
        calendar.to_gregorian(year, number, _some_day(parts))
    names = [name for _, name in found]
    runs = joined(sorted((days.first.toordinal(), days.last.toordinal()) for ranges, _ in found for days in ranges))
    ranges = tuple(Days(first=date.fromordinal(first), last=date.fromordinal(last)) for first, last in runs)
    if own is not calendar and ranges[0].first.year > LATEST_PRINTED:
        problem = f"as a year of {calendar.title}, {year} begins after A.D. {LATEST_PRINTED}"
        hint = f"{_in_own_years(parts, calendar, number)}; or name the calendar if {year} is meant: calendar=..."
        raise TimeFormatError(text, problem, hint)
    notes = calendar.notes(year, number, _some_day(parts))
    if len(names) > 1:
        notes += (f"{year} has two months of that name, {' and '.join(map(str, names))}: either may be meant",)
    return tuple((ranges, name) for name in names), notes


def _days_of(
    calendar: ConvertdateCalendar, year: int, month: int, day: int | None
) -> tuple[tuple[Days, ...], CalendarDate | MonthOrYear]:
    if day is None:
        whole = calendar_days(calendar, year, month)
        ends = (calendar.may_be(whole.ranges[0].first).first, calendar.may_be(whole.ranges[-1].last).last)
        return (Days(first=ends[0], last=ends[1]),), whole.name
    return (calendar.may_be(calendar.to_gregorian(year, month, day)),), calendar.write(year, month, day)


def _in_own_years(parts: Components, calendar: ConvertdateCalendar, month: int) -> str:
    """Say which years of a calendar had such a day in a year of the Christian era."""
    year, found = parts.year[0], []
    try:
        ends = [calendar.from_gregorian(date(year, *end)).year for end in ((1, 1), (12, 31))]
        for own in range(ends[0], ends[1] + 1):
            if calendar.to_gregorian(own, month, _some_day(parts)).year == year:
                found.append(str(calendar.write(own, month, _some_day(parts))).split(" ", parts.day is None)[-1])
    except (CivilTimeError, ValueError):
        return f"write the year as {calendar.title} counts it"
    return f"write {' or '.join(found)}, the year as {calendar.title} counts it" if found else "check the year"


def _some_day(parts: Components) -> int:
    """The day that a date names, 0 included, which no month has; the first of a month whose day it does not name."""
    return 1 if parts.day is None else parts.day
