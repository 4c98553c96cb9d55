"""The table of calendars, ``calendars.toml``, and the countries in it."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from treatyclock.civil.calendars.cutovers import Change, CutoverCalendar
from treatyclock.civil.calendars.day_counts import RULES, Fields


@cache
def table() -> dict[str, Any]:
    """Return the table of calendars as it is written."""
    text = resources.files(__package__).joinpath("calendars.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def countries() -> dict[str, CutoverCalendar]:
    """Return the countries' calendars by id.

    Example:
        >>> print(countries()["sweden"].from_gregorian(date(1712, 3, 11)))
        30 February 1712 Swedish
    """
    return {entry["id"]: _country(entry) for entry in table()["country"]}


def _country(entry: dict[str, Any]) -> CutoverCalendar:
    rule = first = RULES[entry.get("rule", "julian")]
    changes = []
    for row in entry.get("change", ()):
        changes.append(
            Change(
                last=_fields(row["last"]),
                first=_fields(row["first"]),
                old=rule,
                new=RULES[row["to"]],
                source=row["source"],
                confidence=row["confidence"],
                disputed=row.get("disputed", ""),
            )
        )
        rule = RULES[row["to"]]
    year = entry.get("year")
    opens, closes = entry.get("opens"), entry.get("closes")
    return CutoverCalendar(
        name=entry["id"],
        title=entry["title"],
        changes=tuple(changes),
        rule=first,
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


def _fields(text: str) -> Fields:
    # Not a date: 30 February 1712 was one in Sweden only.
    year, month, day = (int(part) for part in text.split("-"))
    return year, month, day
