"""From the components of a printed date to the days that it may mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from treatyclock.civil._months import MONTH_NAMES
from treatyclock.civil.calendars.calendar import Calendar, CalendarDate
from treatyclock.civil.calendars.convertdate import ConvertdateCalendar
from treatyclock.civil.calendars.cutovers import CutoverCalendar
from treatyclock.civil.calendars.day_counts import JULIAN
from treatyclock.civil.calendars.months_and_years import MonthOrYear, calendar_days
from treatyclock.civil.calendars.names import calendar as find
from treatyclock.civil.days import Days
from treatyclock.civil.printed._components import FORMS, Components
from treatyclock.civil.printed._other_months import LATEST_PRINTED, NamedDays, days_of_other_month
from treatyclock.errors import CivilTimeError, NoSuchDateError, TimeFormatError

_GREGORIAN_SINCE = (1582, 10, 15)  # as printed: nobody printed an older date in the Gregorian calendar
# While some country was Julian and another Gregorian, a date without a style may be either.
_BOTH_IN_USE = (date(1582, 10, 15), date(1923, 2, 28))
LADY_DAY = (3, 25)
STYLES = {"julian": "Old Style", "gregorian": "New Style"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretation:
    """The days that a text may mean, and what the text calls them. A dual date has two names.

    Attributes:
        names: Each name with its days: one day, or the days of a month or a year.
        notes: What the interpretation rests on.
        doubt: What else the text may mean, unless another date in the same text settles it.
    """

    names: tuple[NamedDays, ...]
    notes: tuple[str, ...] = ()
    doubt: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        days: tuple[Days, ...],
        name: CalendarDate | MonthOrYear,
        notes: tuple[str, ...],
        doubt: tuple[str, ...] = (),
    ) -> Interpretation:
        """Return the interpretation of a date that has one name."""
        return cls(names=((days, name),), notes=notes, doubt=doubt)


def interpret_single(text: str, parts: Components, own: Calendar | None) -> Interpretation:
    """Return the day of a date that stands alone, or the days of a month or a year.

    Args:
        text: The whole text, for messages.
        parts: What the date says.
        own: The calendar of the document, if the reader named one.
    """
    named_month = parts.month is not None or bool(parts.month_of)
    if not parts.year or (parts.day is not None and not named_month):
        raise TimeFormatError(text, f"it names no {'month' if parts.year else 'year'}", FORMS)
    calendar, month = _calendar_of(text, parts, own) if named_month else (_calendar_of_year(parts, own), None)
    if (
        own is None
        and parts.style is None
        and not parts.of_other_months
        and not parts.christian
        and parts.year[0] < 100
    ):
        hint = "write it in full, or name the calendar or the era"
        raise TimeFormatError(text, f"the year {parts.year[0]} says no century", hint)
    if isinstance(calendar, ConvertdateCalendar) and parts.month_of:
        names, notes = days_of_other_month(text, parts, calendar, own)
        return Interpretation(names=names, notes=notes)
    if parts.day is None or month is None:
        return _month_or_year(text, parts, calendar, month, own)
    year = parts.year[0] if len(parts.year) == 1 else _of_two_years(text, calendar, parts.year, month, parts.day)
    if parts.style == "julian" and isinstance(own, CutoverCalendar) and calendar is own:
        day = own.old_style(year, month, parts.day)
        by_law = own.from_gregorian(day)
        name = by_law if by_law.style == "O.S." else find("julian").from_gregorian(day)
        return Interpretation.of((Days.on(day),), name, own.notes(by_law.year, by_law.month, by_law.day))
    day = calendar.to_gregorian(year, month, parts.day)
    doubts = []
    if own is None and parts.style is None and calendar.name in STYLES:
        doubts.append(_either_style(text, day, calendar) or _far_ahead(text, parts))
    if own is None and calendar.name == "julian" and len(parts.year) == 1 and (month, parts.day) < LADY_DAY:
        doubts.append(_either_year(text, year))
    name = calendar.write(year, month, parts.day)
    days = calendar.may_be(day) if isinstance(calendar, ConvertdateCalendar) else Days.on(day)
    doubt = tuple(filter(None, doubts))
    return Interpretation.of((days,), name, calendar.notes(year, month, parts.day), doubt)


def _month_or_year(
    text: str, parts: Components, calendar: Calendar, month: int | None, own: Calendar | None
) -> Interpretation:
    """Return the days of a month or a year."""
    if len(parts.year) > 1:
        raise TimeFormatError(text, "it names two years and no day", "write one year, or a day: 11 February 1731/32")
    year, doubt = parts.year[0], ()  # type: int, tuple[str, ...]
    if parts.style == "julian" and isinstance(own, CutoverCalendar) and calendar is own:
        old = calendar_days(find("julian"), year, month, own.old_style)
        by_law = own.from_gregorian(old.ranges[0].first)
        return Interpretation.of(old.ranges, old.name, own.notes(by_law.year, by_law.month, by_law.day))
    found = calendar_days(calendar, year, month)
    if own is None and parts.style is None and calendar.name in STYLES and found.ranges[0].first <= _BOTH_IN_USE[1]:
        other = calendar_days(find("julian" if calendar.name == "gregorian" else "gregorian"), year, month)
        doubt = (_read_as(text, calendar, str(other.ranges[0])),)
        if (year, month or 10) == _GREGORIAN_SINCE[:2]:
            # The calendars changed within it, so its days are those of either.
            (one,), (two,) = found.ranges, other.ranges
            either = Days(first=min(one.first, two.first), last=max(one.last, two.last))
            note = f"{text} is when the first countries changed calendars: its days are those of both calendars"
            return Interpretation.of((either,), found.name, (*found.notes, note))
    if own is None and parts.style is None and not doubt:
        doubt = tuple(filter(None, [_far_ahead(text, parts)]))
    ranges = found.ranges
    if isinstance(calendar, ConvertdateCalendar):
        ranges = (Days(first=calendar.may_be(ranges[0].first).first, last=calendar.may_be(ranges[-1].last).last),)
    return Interpretation.of(ranges, found.name, found.notes, doubt)


def _calendar_of(text: str, parts: Components, own: Calendar | None) -> tuple[Calendar, int]:
    """Return the calendar of a date, and the number of its month in that calendar."""
    if parts.of_other_months:
        if own is not None and own.name in parts.month_of:
            return own, parts.month_of[own.name]
        if len(parts.month_of) > 1:
            several = " and of ".join(find(name).title for name in parts.month_of)
            raise TimeFormatError(text, f"its month is one of {several}", "name the calendar: calendar=...")
        name, month = next(iter(parts.month_of.items()))
        return find(name), month
    assert parts.month is not None
    if parts.style is not None:
        return _calendar_of_year(parts, own), parts.month
    if isinstance(own, ConvertdateCalendar) and parts.month_of:
        months = ", ".join(own.months)
        raise TimeFormatError(
            text, f"{MONTH_NAMES[parts.month - 1]} is not a month of {own.title}", f"name one of its months: {months}"
        )
    if own is not None:
        return own, parts.month
    if _before_gregorian(parts):
        return find("julian"), parts.month
    # Two years for one date were printed in countries whose legal year began on Lady Day, 25 March.
    return find("gregorian" if len(parts.year) == 1 else "britain"), parts.month


def _calendar_of_year(parts: Components, own: Calendar | None) -> Calendar:
    """Return the calendar of a year that stands without a month."""
    if parts.style is None:
        return own or find("julian" if _before_gregorian(parts) else "gregorian")
    # A country that was once Julian has a calendar of its own for Old Style: its years may have begun on another day.
    julian_once = isinstance(own, CutoverCalendar) and own.day_count is JULIAN
    return own if own is not None and parts.style == "julian" and julian_once else find(parts.style)


def _before_gregorian(parts: Components) -> bool:
    """Tell whether a Western date as printed is older than the Gregorian calendar; ISO 8601 carries that back."""
    fields = (parts.year[0], parts.month or 12, parts.day or 31)
    return len(parts.year) == 1 and not parts.iso and fields < _GREGORIAN_SINCE


def _of_two_years(text: str, calendar: Calendar, years: tuple[int, ...], month: int, day: int) -> int:
    """Return the one of two printed years by which the calendar finds the date."""
    if isinstance(calendar, CutoverCalendar):
        if calendar.begins is not None and calendar.from_january(years[0], month, day)[0] == years[1]:
            return years[0]
    elif calendar.name in STYLES and (month, day) < (LADY_DAY if calendar.name == "julian" else (4, 5)):
        return years[1]
    hint = "write one year: only days from 1 January to 24 March have two, and only while years began on 25 March"
    raise NoSuchDateError(text, f"the day has one year in {calendar.title}, not {years[0]} and {years[1]}", hint)


def _either_style(text: str, day: date, calendar: Calendar) -> str:
    """Say which day a Western date without a style would be in the other style."""
    if day > _BOTH_IN_USE[1]:
        return ""
    name = calendar.from_gregorian(day)
    try:
        other = find("julian" if calendar.name == "gregorian" else "gregorian")
        return _read_as(text, calendar, str(other.to_gregorian(name.year, name.month, name.day)))
    except CivilTimeError:
        return _read_as(text, calendar, "no day at all")  # 29 February 1500


def _far_ahead(text: str, parts: Components) -> str:
    """Say of a year that no paper has yet that it is taken for one of the Christian era."""
    if parts.christian or parts.year[0] <= LATEST_PRINTED:
        return ""
    return f"{text} names no calendar: its year is read as one of the Christian era, and not of another count"


def _read_as(text: str, calendar: Calendar, other: str) -> str:
    if calendar.name == "julian":
        why = "read in the Julian calendar, since nobody used the Gregorian calendar before 15 October 1582"
        return f"{text} names no calendar: {why}; in the Gregorian calendar, carried back, it is {other}"
    return f"{text} names no calendar: read as New Style (Gregorian); as Old Style (Julian) it is {other}"


def _either_year(text: str, year: int) -> str:
    """Say that an Old Style date before Lady Day may belong to the legal year that ended then."""
    if year > 1751:
        return ""
    return f"{text} is read with years from 1 January: a British paper of before 1752 may mean the winter of {year + 1}"
