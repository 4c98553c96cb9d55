"""Times of Wikidata as days of a treaty file: its precision and its two calendars are heeded.

The day and the month of an imprecise time are zeros or fill, and mean nothing. A time in the Julian calendar is stored
in that calendar, and a treaty file counts by the Gregorian one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from treatyclock.civil.calendars.names import calendar
from treatyclock.civil.moments.read import moment
from treatyclock.errors import CivilTimeError

_TIME = re.compile(r"\+0*([0-9]{1,4})-([0-9]{2})-([0-9]{2})T00:00:00Z")
_JULIAN, _GREGORIAN = "Q1985786", "Q1985727"
_CENTURY, _DECADE, _YEAR, _MONTH, _DAY = range(7, 12)
_LEAP = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class WikidataTime:
    """A time of Wikidata.

    Attributes:
        day: The day, or the range of days, as a treaty file writes it; empty where it cannot be told.
        note: What a reader must know: that it was a day of the Julian calendar, or why it cannot be told.
    """

    day: str
    note: str = ""


def wikidata_time(value: Mapping[str, Any]) -> WikidataTime:
    """Read the value of a time.

    Example:
        >>> julian = "http://www.wikidata.org/entity/Q1985786"
        >>> wikidata_time({"time": "+1686-05-06T00:00:00Z", "precision": 11, "calendarmodel": julian})
        WikidataTime(day='1686-05-16', note='6 May 1686 O.S. is 1686-05-16')
        >>> wikidata_time({"time": "+1883-00-00T00:00:00Z", "precision": 9}).day
        '1883'
    """
    text, precision = str(value.get("time")), value.get("precision", 0)
    parts = _TIME.fullmatch(text)
    model = str(value.get("calendarmodel", _GREGORIAN)).rpartition("/")[2]
    known = isinstance(precision, int) and precision in range(_CENTURY, _DAY + 1)
    if parts is None or not known or model not in (_GREGORIAN, _JULIAN):
        return WikidataTime(day="", note=f"the time {text} of precision {precision} cannot be told as days")
    if value.get("before") or value.get("after"):
        return WikidataTime(day="", note=f"the time {text} has a margin before or after it")
    try:
        year, month, day = (int(part) for part in parts.groups())
        read = _julian if model == _JULIAN else _gregorian
        found = read(year, month, day, precision)
        moment(found.day)
    except CivilTimeError as error:
        return WikidataTime(day="", note=error.sentence.rstrip("."))
    return found


def _gregorian(year: int, month: int, day: int, precision: int) -> WikidataTime:
    written = {
        _DAY: f"{year:04}-{month:02}-{day:02}", _MONTH: f"{year:04}-{month:02}", _YEAR: f"{year:04}",
        _DECADE: f"{year // 10:03}X",
    }  # fmt: skip
    if precision in written:
        return WikidataTime(day=written[precision])
    last = -(-year // 100) * 100  # the 20th century ends with the year 2000
    return WikidataTime(day=f"[{last - 99:04}-01-01..{last:04}-12-31]")


def _julian(year: int, month: int, day: int, precision: int) -> WikidataTime:
    julian = calendar("julian")
    if precision == _DAY:
        written = julian.write(year, month, day)
        found = julian.to_gregorian(year, month, day)
        return WikidataTime(day=found.isoformat(), note=f"{written} is {found.isoformat()}")
    if precision == _MONTH:
        first, last = (year, month), (year, month)
    elif precision == _YEAR:
        first, last = (year, 1), (year, 12)
    elif precision == _DECADE:
        first, last = (year // 10 * 10, 1), (year // 10 * 10 + 9, 12)
    else:
        first, last = (-(-year // 100) * 100 - 99, 1), (-(-year // 100) * 100, 12)
    begin, end = julian.to_gregorian(*first, 1), julian.to_gregorian(*last, _days_in_julian_month(*last))
    found_between = _from_to(begin, end)
    return WikidataTime(day=found_between, note=f"its days are {found_between}")


def _days_in_julian_month(year: int, month: int) -> int:
    return 29 if month == 2 and year % _LEAP == 0 else monthrange(2001, month)[1]


def _from_to(first: date, last: date) -> str:
    return f"[{first.isoformat()}..{last.isoformat()}]"


def one_of(days: Sequence[str]) -> str:
    """Return one day of several, of which nobody says which it is.

    Example:
        >>> one_of(["1941-04-25", "1941-04-13", "1941-04-25"]), one_of(["1941-04", "1941-05-02"])
        ('[1941-04-13,1941-04-25]', '[1941-04-01..1941-05-02]')
    """
    different = sorted(set(days))
    if len(different) == 1:
        return different[0]
    ranges = [moment(each).days for each in different]
    if all(each.known for each in ranges):
        return f"[{','.join(different)}]"
    return _from_to(min(each.first for each in ranges), max(each.last for each in ranges))
