"""Calendars by name.

Example:
    >>> calendar("russia").to_gregorian(1917, 10, 25).isoformat()
    '1917-11-07'
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from treatyclock.civil._folding import fold
from treatyclock.civil.calendars._countries import countries
from treatyclock.civil.calendars.calendar import Calendar, PlainCalendar
from treatyclock.civil.calendars.convertdate import convertdate_calendars
from treatyclock.civil.calendars.day_counts import GREGORIAN, JULIAN
from treatyclock.civil.calendars.eras import eras
from treatyclock.civil.calendars.table import table
from treatyclock.errors import UnknownCalendarError

_PLAIN = (
    PlainCalendar(name="gregorian", title="the Gregorian calendar", day_count=GREGORIAN),
    PlainCalendar(name="julian", title="the Julian calendar", day_count=JULIAN),
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


def _key(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").replace("_", " ").removeprefix("the ").split())


@cache
def _known() -> dict[str, Calendar]:
    """Return every calendar by every name, in the order of the table."""
    found: dict[str, Calendar] = {each.name: each for each in _PLAIN}
    groups: tuple[tuple[str, Mapping[str, Calendar]], ...] = (
        ("country", countries()),
        ("era", eras()),
        ("convertdate", convertdate_calendars()),
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
