"""The historic-zone table of the package, read into clocks.

Each clock becomes a TZif file in memory that ``zoneinfo`` reads. So a clock of the table behaves in every respect as
a clock of the database.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cache
from importlib import resources
from io import BytesIO
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from treatyclock.civil.clocks.tzif import write_tzif
from treatyclock.instants import DAY, SECOND, date_microseconds, local_microseconds
from treatyclock.intervals import Interval, IntervalSet, Timeline

# Clocks that documents attest; then clocks that the tz database itself knows but that the package tzdata lacks.
_TABLES = ("historic_zones.toml", "historic_backzone.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoricZone:
    """One clock of the table.

    Attributes:
        id: Its name.
        place: Where it was in use.
        version: The version of the table.
        tzinfo: Its offsets.
        offsets: The same as a timeline, in seconds east of UTC.
        citation: The sources of its rows, with their confidence.
        vouched: The period that the sources cover, on its own clock.
        instead: What the packaged database says in its place.
        stands_for: The name under which the packaged database has the place, or lists it.
        outside: What to ask for outside the vouched period, if something is known to be better.
    """

    id: str
    place: str
    version: str
    tzinfo: tzinfo
    offsets: Timeline[int]
    citation: str
    vouched: Interval
    instead: str
    stands_for: str
    outside: str


def historic_zone(name: str) -> HistoricZone | None:
    """Return a clock of the table by its id or an alias; return None if the table has no such clock.

    Example:
        >>> historic_zone("Manchukuo").place
        'Manchukuo, legal time'
        >>> historic_zone("The Hague").stands_for
        'Europe/Amsterdam'
    """
    entry = _entries().get(name)
    return None if entry is None else _clock(entry["id"])


def historic_zone_names() -> tuple[str, ...]:
    """Return all ids and aliases of the table.

    Example:
        >>> "Khabarovsk" in historic_zone_names()
        True
    """
    return tuple(_entries())


def historic_zones() -> tuple[HistoricZone, ...]:
    """Return every clock of the table once.

    Example:
        >>> [clock.id for clock in historic_zones() if clock.stands_for == "Asia/Harbin"]
        ['Manchukuo', 'Harbin railway time']
    """
    return tuple(_clock(id) for id in dict.fromkeys(entry["id"] for entry in _entries().values()))


def standing_for(name: str, span: Interval) -> tuple[str, ...]:
    """Return the clocks of the table that stand for a name of the packaged database.

    Args:
        name: An IANA name.
        span: The period asked about; a clock counts only if its sources vouch for a part of that period.

    Example:
        >>> summer = Interval(-771_552_000_000_000, -768_873_600_000_000)  # July 1945
        >>> standing_for("Europe/Stockholm", summer), standing_for("Asia/Harbin", summer)
        (('Stockholm',), ('Manchukuo',))
    """
    ids = dict.fromkeys(entry["id"] for entry in _entries().values() if entry["stands_for"] == name)
    return tuple(id for id in ids if IntervalSet((span,)) & IntervalSet((_clock(id).vouched,)))


@cache
def _entries() -> dict[str, dict[str, Any]]:
    """Return what the files say, by id and alias. A clock is made from it only when somebody asks for it."""
    found: dict[str, dict[str, Any]] = {}
    for file in _TABLES:
        data = tomllib.loads(resources.files(__package__).joinpath(file).read_text(encoding="utf-8"))
        for zone in data.pop("zone"):
            # A key of the whole file holds for each of its clocks that does not have the key itself.
            entry = {**data, **zone}
            found.update((name, entry) for name in [entry["id"], *entry["aliases"]])
    return found


@cache
def _clock(id: str) -> HistoricZone:
    entry = _entries()[id]
    # Likewise a key of a clock, such as its source, holds for each row that does not have the key itself.
    rows = [{**entry, **row} for row in entry["row"]]
    offsets = [_seconds(row["offset"]) for row in rows]
    changes = [
        local_microseconds(datetime.fromisoformat(row["until"])) // SECOND - offset
        for row, offset in zip(rows[:-1], offsets[:-1], strict=True)
    ]
    first = date_microseconds(date.fromisoformat(entry["from"])) - offsets[0] * SECOND
    last = date_microseconds(date.fromisoformat(entry["to"])) + DAY - offsets[-1] * SECOND
    return HistoricZone(
        id=id,
        place=entry["place"],
        version=entry["version"],
        tzinfo=ZoneInfo.from_file(BytesIO(write_tzif(offsets, changes)), key=id),
        offsets=Timeline.of(offsets[0], [(at * SECOND, to) for at, to in zip(changes, offsets[1:], strict=True)]),
        citation=_citation(rows),
        vouched=Interval(first, last),
        instead=entry["instead"],
        stands_for=entry["stands_for"],
        outside=entry.get("outside", "").format(**entry),
    )


def _citation(rows: list[dict[str, Any]]) -> str:
    """Write each source once; if there are several, with the offsets that rest on it."""
    groups = [(basis, list(group)) for basis, group in groupby(rows, lambda row: (row["source"], row["confidence"]))]
    texts = []
    for (source, confidence), group in groups:
        offsets = "/".join(dict.fromkeys(row["offset"] for row in group))
        texts.append((f"{offsets}: " if len(groups) > 1 else "") + f"{source} (confidence: {confidence})")
    return "; ".join(texts)


def _seconds(offset: str) -> int:
    hours, minutes, seconds = (int(part) for part in f"{offset[1:]}:00".split(":")[:3])
    return (hours * 3600 + minutes * 60 + seconds) * (-1 if offset[0] == "-" else 1)
