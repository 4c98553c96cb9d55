"""Calendars by name, and dates as documents print them in any of them.

Example:
    >>> calendar("russia").to_gregorian(1917, 10, 25).isoformat()
    '1917-11-07'
    >>> read("13th day of the fourth month of the 16th year of Showa").day.isoformat()
    '1941-04-13'
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from treatyclock.civil.calendars.calendar import Calendar, CalendarDate, PlainCalendar
from treatyclock.civil.calendars.countries import countries, table
from treatyclock.civil.calendars.cutovers import CutoverCalendar
from treatyclock.civil.calendars.day_counts import GREGORIAN, JULIAN
from treatyclock.civil.calendars.eras import Era, era_dates, eras
from treatyclock.civil.calendars.other import ForeignCalendar, foreign_calendars
from treatyclock.civil.printed.numerals import fold
from treatyclock.errors import UnknownCalendarError

if TYPE_CHECKING:
    from treatyclock.civil.printed.reader import WrittenDate

__all__ = [
    "Calendar",
    "CalendarDate",
    "CutoverCalendar",
    "Era",
    "ForeignCalendar",
    "both_styles",
    "calendar",
    "calendar_names",
    "double_date",
    "era_dates",
    "read",
]

_PLAIN = (
    PlainCalendar(name="gregorian", title="the Gregorian calendar", rule=GREGORIAN),
    PlainCalendar(name="julian", title="the Julian calendar", rule=JULIAN),
)
_PLAIN_ALIASES = {"new style": "gregorian", "n.s.": "gregorian", "old style": "julian", "o.s.": "julian"}


def calendar(name: str | Calendar) -> Calendar:
    """Find a calendar.

    Args:
        name: ``"gregorian"`` or ``"julian"``; a country (``"russia"``, ``"britain"``, ``"greece"``),
            whose calendar changed on a day; an era (``"showa"``, ``"minguo"``, ``"kangde"``); or
            one of the extra ``calendars`` (``"hebrew"``, ``"islamic"``). Capitals, accents, and
            blanks, hyphens or underscores make no difference. A calendar is returned as it is.

    Raises:
        UnknownCalendarError: With the nearest names.

    Example:
        >>> calendar("Soviet Union").title
        'Russia and the Soviet Union'
        >>> calendar("britain").to_gregorian(1752, 9, 3)
        Traceback (most recent call last):
        treatyclock.errors.SkippedDateError: there was no `1752-09-03`: Great Britain and its colonies went from...
    """
    if not isinstance(name, str):
        if all(hasattr(name, part) for part in ("name", "title", "to_gregorian", "from_gregorian", "write", "notes")):
            return name
        raise UnknownCalendarError(name, _known())
    found = _known().get(_key(name))
    if found is None:
        raise UnknownCalendarError(name, _known())
    return found


def calendar_names() -> tuple[str, ...]:
    """Return the name of every calendar, aliases left out.

    Example:
        >>> calendar_names()[:4]
        ('gregorian', 'julian', 'russia', 'ukraine')
    """
    return tuple(dict.fromkeys(found.name for found in _known().values()))


def read(text: str, calendar: str | Calendar | None = None) -> WrittenDate:
    """Read a date as a document prints it.

    Understood are days of a calendar with a named or a numbered month (``"1 February 1918"``,
    ``"February 1, 1918"``, ``"1918-02-01"``), with ``O.S.`` or ``N.S.`` behind; double dates
    (``"14 (1) February 1918"``, ``"18 February/3 March 1918"``), whose sides must be one day; two
    years of one date (``"11 February 1731/32"``); and dates of eras in words, in digits and in
    Chinese characters; and months and years (``"October 1917"``, ``"1917-10"``, ``"April of Showa 16"``,
    ``"昭和16年"``), which are the days that they had. What one text says in
    several calendars (``"..., corresponding to ..."``) is checked too.

    Args:
        text: The date.
        calendar: The calendar of the document, a name or a calendar. A style, an era or a month
            that the text names itself goes before it. Without one, a Western date is Gregorian,
            and the notes say what it would be in the Julian calendar.

    Raises:
        TimeFormatError: If the text has no such form.
        NoSuchDateError: If the calendar has no such date.
        SkippedDateError: If the country left it out.
        OutsideCalendarError: If the calendar was not in use then.
        DoubleDateError: If the sides of the text are different days.
        UnknownCalendarError: If there is no such calendar.
        MissingExtraError: If the calendar needs a package that is not installed.

    Example:
        >>> read("14 (1) February 1918").day.isoformat()
        '1918-02-14'
        >>> read("25 October 1917", calendar="russia").day.isoformat()
        '1917-11-07'
        >>> read("康德8年4月13日").day.isoformat()
        '1941-04-13'
        >>> print(read("February 1918", calendar="russia"))
        February 1918 = [1918-02-14..1918-02-28]
        >>> read("1/15 February 1918")
        Traceback (most recent call last):
        treatyclock.errors.DoubleDateError: `1/15 February 1918` prints different days as one: ...
    """
    # The parser looks calendars up, so it is imported when there is something to parse.
    from treatyclock.civil.printed.reader import read_text

    return read_text(text, calendar)


def both_styles(day: date) -> str:
    """Print a day in Old Style and New Style.

    Example:
        >>> both_styles(date(1917, 11, 7))
        '25 October 1917 O.S. = 7 November 1917 N.S.'
    """
    return f"{_PLAIN[1].from_gregorian(day)} = {_PLAIN[0].from_gregorian(day)} N.S."


def double_date(day: date, *, old_first: bool = False) -> str:
    """Print a day as a double date, which :func:`read` reads again.

    Args:
        day: The day.
        old_first: Whether to print it as diplomats did, the old before the new with a stroke;
            otherwise as Soviet papers of 1918 did, the old behind the new in brackets.

    Example:
        >>> double_date(date(1918, 2, 14)), double_date(date(1918, 3, 3), old_first=True)
        ('14 (1) February 1918', '18 February/3 March 1918')
        >>> double_date(date(1918, 1, 1))
        '1 January 1918 (19 December 1917)'
    """
    old, new = _PLAIN[1].from_gregorian(day), _PLAIN[0].from_gregorian(day)
    sides = (old, new) if old_first else (new, old)
    # What both sides share is printed once, behind.
    shared = 2 if (old.year, old.month) == (new.year, new.month) else int(old.year == new.year)
    parts = [str(side).removesuffix(" O.S.").split() for side in sides]
    common = " ".join(parts[0][3 - shared :])
    first, second = (" ".join(part[: 3 - shared]) for part in parts)
    return (f"{first}/{second} {common}" if old_first else f"{first} ({second}) {common}").rstrip()


def _key(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").replace("_", " ").removeprefix("the ").split())


@cache
def _known() -> dict[str, Calendar]:
    """Return every calendar by every name, in the order of the table."""
    found: dict[str, Calendar] = {each.name: each for each in _PLAIN}
    groups: tuple[tuple[str, Mapping[str, Calendar]], ...] = (
        ("country", countries()),
        ("era", eras()),
        ("foreign", foreign_calendars()),
    )
    entries: list[tuple[dict[str, Any], Calendar]] = [
        (entry, group[entry["id"]]) for kind, group in groups for entry in table()[kind]
    ]
    for entry, each in entries:
        found[_key(entry["id"])] = each
    # An alias never takes a name away: "Republic of China" is the country first, then the era.
    for entry, each in entries:
        for alias in (*entry.get("aliases", ()), *entry.get("names", ())):
            found.setdefault(_key(alias), each)
    for alias, plain in _PLAIN_ALIASES.items():
        found[alias] = found[plain]
    return found
