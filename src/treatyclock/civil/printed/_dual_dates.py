"""Dual dates: one day printed in Old Style and in New Style, in whichever order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

from treatyclock.civil.calendars.calendar import Calendar
from treatyclock.civil.calendars.cutovers import CutoverCalendar
from treatyclock.civil.calendars.names import calendar as find
from treatyclock.civil.days import Days
from treatyclock.civil.printed._components import FORMS, Components
from treatyclock.civil.printed._interpretation import LADY_DAY, STYLES, Interpretation
from treatyclock.errors import CivilTimeError, DualDateError, TimeFormatError


def interpret_dual(
    text: str, first: Components, second: Components, rest: Components, own: Calendar | None
) -> Interpretation:
    """Return the day of a date printed in Old Style and New Style, in whichever order.

    Args:
        text: The whole text, for messages.
        first: The date printed first.
        second: The other date.
        rest: What stands behind both dates and belongs to both.
        own: The calendar of the document, whose years may begin on a day other than 1 January.
    """
    if rest.style is not None and first.style is not None and second.style is not None:
        raise TimeFormatError(text, "it names a third style behind its two dates", "write one style for each date")
    dates = (_filled(first, rest, second), _filled(second, rest, first))
    for parts in dates:
        if parts.day is None or parts.month is None or not parts.year:
            missing = "year" if not parts.year else "day" if parts.day is None else "Western month"
            raise TimeFormatError(text, f"one of its two dates names no {missing}", FORMS)
    tried: list[tuple[date, date, tuple[str, str]]] = []
    refused: CivilTimeError | None = None
    for styles in (("julian", "gregorian"), ("gregorian", "julian")):
        if any(parts.style not in (None, style) for parts, style in zip(dates, styles, strict=True)):
            continue
        years = [_years(dates[i], dates[1 - i], styles[i], (first, second)[i], own) for i in (0, 1)]
        for pair in product(*years):
            try:
                days = [
                    find(style).to_gregorian(year, parts.month or 0, parts.day or 0)
                    for parts, style, year in zip(dates, styles, pair, strict=True)
                ]
            except CivilTimeError as error:
                refused = refused or error
                continue
            tried.append((days[0], days[1], styles))
    for day, other, styles in tried:
        if day == other:
            old = find("julian").from_gregorian(day)
            legal = len(dates[0].year) == 1 and isinstance(own, CutoverCalendar) and own.begins is not None
            note = f"the year {dates[0].year[0]} is read as the legal year: counted from 1 January it is {old.year}"
            named = tuple(((Days.on(day),), find(style).from_gregorian(day)) for style in styles)
            notes = (note,) if legal and old.year not in (dates[0].year[0], dates[1].year[0]) else ()
            return Interpretation(names=named, notes=notes)
    if tried:
        raise DualDateError(text, _disagreement(*min(tried, key=lambda each: abs(each[0] - each[1]))))
    if refused is not None:
        raise refused
    raise TimeFormatError(text, "both its dates name the same style", "mark one date O.S. and the other N.S.")


def _filled(parts: Components, rest: Components, other: Components) -> Components:
    """Add to a date the components that it leaves to the other date, or to what stands behind both."""
    month_from = next((each for each in (parts, rest, other) if each.month is not None or each.month_of), parts)
    year_from = next((each for each in (parts, rest, other) if each.year), parts)
    month = None if month_from.of_other_months else month_from.month
    return replace(parts, month=month, month_of={}, year=year_from.year, style=parts.style or rest.style)


def _years(parts: Components, other: Components, style: str, printed: Components, own: Calendar | None) -> list[int]:
    """Return the years, counted from 1 January, that a date may mean in a style."""
    assert parts.month is not None and parts.day is not None and other.month is not None
    if len(parts.year) > 1:
        if style == "julian":
            return [parts.year[(parts.month, parts.day) < LADY_DAY]]
        return list(parts.year)
    year = parts.year[0]
    if (parts.month, other.month) in ((12, 1), (1, 12)):
        # 25 December/7 January 1918: the year belongs to the date beside which it is printed.
        return [year] if printed.year else [year, year - 1 if parts.month == 12 else year + 1]
    if isinstance(own, CutoverCalendar) and own.begins is not None and own.offset == 0:
        return [own.from_january(year, parts.month, parts.day)[0]] if style == "julian" else [year, year + 1]
    return [year]


def _disagreement(first: date, second: date, styles: tuple[str, str]) -> list[str]:
    old, new = (first, second) if styles[0] == "julian" else (second, first)
    printed = str(find("julian").from_gregorian(old)).replace("O.S.", STYLES["julian"])
    western = find("gregorian").from_gregorian
    return [f"{printed} is {western(old)} New Style", f"the other date is {western(new)} New Style"]
