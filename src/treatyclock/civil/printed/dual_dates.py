"""From the sides of a printed date to the day: one side alone, or two that must be one day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import NamedTuple

from treatyclock.civil.calendars.calendar import Calendar, CalendarDate
from treatyclock.civil.calendars.cutovers import CutoverCalendar
from treatyclock.civil.calendars.day_counts import JULIAN, MONTHS
from treatyclock.civil.calendars.months_and_years import CalendarSpan, span
from treatyclock.civil.calendars.names import calendar as find
from treatyclock.civil.calendars.other import ForeignCalendar
from treatyclock.civil.days import Days
from treatyclock.civil.printed.components import FORMS, Side
from treatyclock.errors import CivilTimeError, DoubleDateError, NoSuchDateError, TimeFormatError

# While some country was Julian and another Gregorian, a date without a style may be either.
_BOTH_IN_USE = (date(1582, 10, 15), date(1923, 2, 28))
_EARLIEST = date(1, 1, 3)  # 1 January of the year 1, Julian, is two days before the Gregorian
_LADY_DAY = (3, 25)
_NAMES = {"julian": "Old Style", "gregorian": "New Style"}


class Found(NamedTuple):
    """The days that a text may mean and what it calls them, a name a side.

    Attributes:
        names: The names, each with its days: one day, or those of a month or a year.
        notes: What the reading rests on.
        doubt: What else the text may mean, if nothing beside it says which.
    """

    names: tuple[tuple[tuple[Days, ...], CalendarDate | CalendarSpan], ...]
    notes: tuple[str, ...] = ()
    doubt: str = ""


def one_side(text: str, side: Side, own: Calendar | None) -> Found:
    """Return the day of a date that stands alone, or the days of a month or a year.

    Args:
        text: The whole text, for messages.
        side: What it says.
        own: The calendar of the document, if the reader named one.
    """
    named_month = side.month is not None or bool(side.month_of)
    if not side.year or (side.day is not None and not named_month):
        raise TimeFormatError(text, f"it names no {'month' if side.year else 'year'}", FORMS)
    calendar, month = _calendar_of(text, side, own) if named_month else (_calendar_of_year(side, own), None)
    if own is None and side.style is None and not side.foreign and side.year[0] < 100:
        hint = "write it in full, or name the calendar or era that it is counted in"
        raise TimeFormatError(text, f"the year {side.year[0]} says no century", hint)
    if side.day is None or month is None:
        return _span(text, side, calendar, month, own)
    year = side.year[0] if len(side.year) == 1 else _of_two_years(text, calendar, side.year, month, side.day)
    if side.style == "julian" and isinstance(own, CutoverCalendar) and calendar is own:
        day = own.old_style(year, month, side.day)
        by_law = own.from_gregorian(day)
        name = by_law if by_law.style == "O.S." else find("julian").from_gregorian(day)
        return Found((((Days.on(day),), name),), own.notes(by_law.year, by_law.month, by_law.day))
    day = calendar.to_gregorian(year, month, side.day)
    doubt = ""
    if own is None and side.style is None and calendar.name == "gregorian":
        doubt = _either_style(text, day)
    elif own is None and side.style == "julian" and len(side.year) == 1 and (month, side.day) < _LADY_DAY:
        doubt = _either_year(text, year)
    name = calendar.write(year, month, side.day)
    return Found((((Days.on(day),), name),), calendar.notes(year, month, side.day), doubt)


def _span(text: str, side: Side, calendar: Calendar, month: int | None, own: Calendar | None) -> Found:
    """Return the days of a month or a year."""
    if len(side.year) > 1:
        raise TimeFormatError(text, "it names two years and no day", "write one year, or a day: 11 February 1731/32")
    year, doubt = side.year[0], ""
    if side.style == "julian" and isinstance(own, CutoverCalendar) and calendar is own:
        old = span(find("julian"), year, month, own.old_style)
        by_law = own.from_gregorian(old.ranges[0].first)
        return Found(((old.ranges, old.name),), own.notes(by_law.year, by_law.month, by_law.day))
    found = span(calendar, year, month)
    if own is None and side.style is None and calendar.name == "gregorian" and found.ranges[0].first <= _BOTH_IN_USE[1]:
        old = span(find("julian"), year, month)
        doubt = f"{text} names no calendar: read as New Style (Gregorian); as Old Style (Julian) it is {old.ranges[0]}"
    return Found(((found.ranges, found.name),), found.notes, doubt)


def two_sides(text: str, first: Side, second: Side, rest: Side, own: Calendar | None) -> Found:
    """Return the day of a date printed in Old Style and New Style, in whichever order.

    Args:
        text: The whole text, for messages.
        first: The side printed first.
        second: The other.
        rest: What stands behind both and belongs to both.
        own: The calendar of the document, whose years may begin on another day.
    """
    sides = (_filled(first, rest, second), _filled(second, rest, first))
    for side in sides:
        if side.day is None or side.month is None or not side.year:
            missing = "year" if not side.year else "day" if side.day is None else "Western month"
            raise TimeFormatError(text, f"a side of it names no {missing}", FORMS)
    tried: list[tuple[date, date, tuple[str, str]]] = []
    refused: CivilTimeError | None = None
    for styles in (("julian", "gregorian"), ("gregorian", "julian")):
        if any(side.style not in (None, style) for side, style in zip(sides, styles, strict=True)):
            continue
        years = [_years(sides[i], sides[1 - i], styles[i], (first, second)[i], own) for i in (0, 1)]
        for pair in product(*years):
            try:
                days = [
                    find(style).to_gregorian(year, side.month or 0, side.day or 0)
                    for side, style, year in zip(sides, styles, pair, strict=True)
                ]
            except CivilTimeError as error:
                refused = refused or error
                continue
            tried.append((days[0], days[1], styles))
    for day, other, styles in tried:
        if day == other:
            old = find("julian").from_gregorian(day)
            legal = len(sides[0].year) == 1 and isinstance(own, CutoverCalendar) and own.begins is not None
            note = f"the year {sides[0].year[0]} is read as the legal one: from 1 January it is {old.year}"
            named = tuple(((Days.on(day),), find(style).from_gregorian(day)) for style in styles)
            return Found(named, (note,) if legal and old.year not in (sides[0].year[0], sides[1].year[0]) else ())
    if tried:
        raise DoubleDateError(text, _disagreement(*min(tried, key=lambda each: abs(each[0] - each[1]))))
    if refused is not None:
        raise refused
    raise TimeFormatError(text, "both its sides name one style", "name the Old Style on one side, the New on the other")


def _calendar_of(text: str, side: Side, own: Calendar | None) -> tuple[Calendar, int]:
    """Return the calendar that a side is of, and its month's number there."""
    if side.foreign:
        if own is not None and own.name in side.month_of:
            return own, side.month_of[own.name]
        if len(side.month_of) > 1:
            several = " and of ".join(find(name).title for name in side.month_of)
            raise TimeFormatError(text, f"its month is one of {several}", "name the calendar: calendar=...")
        name, month = next(iter(side.month_of.items()))
        return find(name), month
    assert side.month is not None
    if side.style is not None:
        return _calendar_of_year(side, own), side.month
    if isinstance(own, ForeignCalendar) and side.month_of:
        months = ", ".join(own.months)
        raise TimeFormatError(text, f"{MONTHS[side.month - 1]} is no month of {own.title}", f"its months are {months}")
    if own is not None:
        return own, side.month
    # Two years of one date are the habit of countries whose legal year began on Lady Day.
    return find("gregorian" if len(side.year) == 1 else "britain"), side.month


def _calendar_of_year(side: Side, own: Calendar | None) -> Calendar:
    """Return the calendar that a year alone is of."""
    if side.style is None:
        return own or find("gregorian")
    # A country that was Julian once also says on which day the years of its Old Style began.
    julian_once = isinstance(own, CutoverCalendar) and own.rule is JULIAN
    return own if own is not None and side.style == "julian" and julian_once else find(side.style)


def _of_two_years(text: str, calendar: Calendar, years: tuple[int, ...], month: int, day: int) -> int:
    """Return the year under which a calendar reads a date printed with two years."""
    if isinstance(calendar, CutoverCalendar):
        if calendar.begins is not None and calendar.from_january(years[0], month, day)[0] == years[1]:
            return years[0]
    elif calendar.name in _NAMES and (month, day) < (_LADY_DAY if calendar.name == "julian" else (4, 5)):
        return years[1]
    hint = "a day has two years from 1 January to 24 March only, and only while years began on 25 March"
    raise NoSuchDateError(text, f"the day has one year in {calendar.title}, not {years[0]} and {years[1]}", hint)


def _either_style(text: str, day: date) -> str:
    """Say what a Western date without a style would be as Old Style."""
    if day > _BOTH_IN_USE[1]:
        return ""
    old = find("julian").to_gregorian(day.year, day.month, day.day) if day >= _EARLIEST else day
    if day < _BOTH_IN_USE[0]:
        return f"{text} names no calendar: read in the Gregorian, which nobody used yet; in the Julian it is {old}"
    return f"{text} names no calendar: read as New Style (Gregorian); as Old Style (Julian) it is {old}"


def _either_year(text: str, year: int) -> str:
    """Say that an Old Style date before Lady Day may be of a year that began on it."""
    if year > 1751:
        return ""
    return f"{text} is read with years from 1 January: a British paper of before 1752 may mean the winter of {year + 1}"


def _filled(side: Side, rest: Side, other: Side) -> Side:
    """Give a side what it leaves to the other, or to what stands behind both."""
    month_from = next((each for each in (side, rest, other) if each.month is not None or each.month_of), side)
    year_from = next((each for each in (side, rest, other) if each.year), side)
    month = None if month_from.foreign else month_from.month
    return replace(side, month=month, month_of={}, year=year_from.year, style=side.style or rest.style)


def _years(side: Side, other: Side, style: str, printed: Side, own: Calendar | None) -> list[int]:
    """Return the years, counted from 1 January, that a side may mean in a style."""
    assert side.month is not None and side.day is not None and other.month is not None
    if len(side.year) > 1:
        if style == "julian":
            return [side.year[(side.month, side.day) < _LADY_DAY]]
        return list(side.year)
    year = side.year[0]
    if (side.month, other.month) in ((12, 1), (1, 12)):
        # 25 December/7 January 1918: the year belongs to the side that it is printed beside.
        return [year] if printed.year else [year, year - 1 if side.month == 12 else year + 1]
    if isinstance(own, CutoverCalendar) and own.begins is not None and own.offset == 0:
        return [own.from_january(year, side.month, side.day)[0]] if style == "julian" else [year, year + 1]
    return [year]


def _disagreement(first: date, second: date, styles: tuple[str, str]) -> list[str]:
    old, new = (first, second) if styles[0] == "julian" else (second, first)
    printed = str(find("julian").from_gregorian(old)).replace("O.S.", _NAMES["julian"])
    western = find("gregorian").from_gregorian
    return [f"{printed} is {western(old)} New Style", f"the other side is {western(new)} New Style"]
