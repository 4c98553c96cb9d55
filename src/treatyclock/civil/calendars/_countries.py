"""The countries of the table of calendars."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from treatyclock.civil._months import YearMonthDay
from treatyclock.civil.calendars.cutovers import CalendarChange, CutoverCalendar
from treatyclock.civil.calendars.day_counts import DAY_COUNTS
from treatyclock.civil.calendars.table import table


@cache
def countries() -> dict[str, CutoverCalendar]:
    """Return the countries' calendars by id.

    Example:
        >>> print(countries()["sweden"].from_gregorian(date(1712, 3, 11)))
        30 February 1712 Swedish
    """
    return {entry["id"]: _country(entry) for entry in table()["country"]}


def _country(entry: dict[str, Any]) -> CutoverCalendar:
    day_count = first = DAY_COUNTS[entry.get("day_count", "julian")]
    changes = []
    for row in entry.get("change", ()):
        changes.append(
            CalendarChange(
                last=_fields(row["last"]),
                first=_fields(row["first"]),
                old=day_count,
                new=DAY_COUNTS[row["to"]],
                source=row["source"],
                confidence=row["confidence"],
                disputed=row.get("disputed", ""),
            )
        )
        day_count = DAY_COUNTS[row["to"]]
    year = entry.get("year")
    opens, closes = entry.get("opens"), entry.get("closes")
    return CutoverCalendar(
        name=entry["id"],
        title=entry["title"],
        changes=tuple(changes),
        day_count=first,
        begins=None if year is None else _fields(f"1-{year['begins']}")[1:],
        until=None if year is None else _fields(year["until"]),
        offset=entry.get("offset", 0),
        opens=None if opens is None else date.fromisoformat(opens),
        closes=None if closes is None else date.fromisoformat(closes),
        before=entry.get("before", ""),
        after=entry.get("after", ""),
        remarks=tuple(
            (date.fromisoformat(row.get("from", "0001-01-01")), date.fromisoformat(row["until"]), row["text"])
            for row in entry.get("remark", ())
        ),
        basis=f"{entry['source']}; confidence: {entry['confidence']}" if "source" in entry else "",
        style=entry.get("style"),
    )


def _fields(text: str) -> YearMonthDay:
    # Not a ``date``, which has no 30 February: in Sweden there was one in 1712.
    year, month, day = (int(part) for part in text.split("-"))
    return year, month, day
