"""The historic-zone table of the package, read into clocks.

Each clock becomes a TZif file in memory that ``zoneinfo`` reads, so that one out of the
table behaves in every respect as one out of the database.
"""

from __future__ import annotations

import struct
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import cache
from importlib import resources
from io import BytesIO
from itertools import groupby, pairwise
from typing import Any
from zoneinfo import ZoneInfo

from treatyclock.instants import DAY, SECOND, date_microseconds, local_microseconds
from treatyclock.intervals import Interval, IntervalSet, Timeline

# Documents first; then what the tz database itself knows but leaves out of the package.
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
        stands_for: The name under which the packaged database has, or lists, the place.
        outside: What to ask for outside the vouched period, where something is known to be better.
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
    """Return a clock of the table by its id or an alias, None if it has none.

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
    """Return the clocks that the table has in place of a name of the packaged database.

    Args:
        name: An IANA name.
        span: The period asked about; only clocks that the sources vouch for in a part of it count.

    Example:
        >>> summer = Interval(-771_552_000_000_000, -768_873_600_000_000)  # July 1945
        >>> standing_for("Europe/Stockholm", summer), standing_for("Asia/Harbin", summer)
        (('Stockholm',), ('Manchukuo',))
    """
    ids = dict.fromkeys(entry["id"] for entry in _entries().values() if entry["stands_for"] == name)
    return tuple(id for id in ids if IntervalSet((span,)) & IntervalSet((_clock(id).vouched,)))


@cache
def _entries() -> dict[str, dict[str, Any]]:
    """Return what the files say, by id and alias; a clock is only made of it when it is asked for."""
    found: dict[str, dict[str, Any]] = {}
    for file in _TABLES:
        data = tomllib.loads(resources.files(__package__).joinpath(file).read_text(encoding="utf-8"))
        for zone in data.pop("zone"):
            # What a file says of all its clocks, a clock may say for itself.
            entry = {**data, **zone}
            found.update((name, entry) for name in [entry["id"], *entry["aliases"]])
    return found


@cache
def _clock(id: str) -> HistoricZone:
    entry = _entries()[id]
    # Likewise, a row may have a source and a confidence that differ from its clock's.
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
        tzinfo=ZoneInfo.from_file(BytesIO(tzif(offsets, changes)), key=id),
        offsets=Timeline.of(offsets[0], [(at * SECOND, to) for at, to in zip(changes, offsets[1:], strict=True)]),
        citation=_citation(rows),
        vouched=Interval(first, last),
        instead=entry["instead"],
        stands_for=entry["stands_for"],
        outside=entry.get("outside", "").format(**entry),
    )


def _citation(rows: list[dict[str, Any]]) -> str:
    """Write each source once, with the offsets that rest on it where there are several sources."""
    groups = [(basis, list(group)) for basis, group in groupby(rows, lambda row: (row["source"], row["confidence"]))]
    texts = []
    for (source, confidence), group in groups:
        offsets = "/".join(dict.fromkeys(row["offset"] for row in group))
        texts.append((f"{offsets}: " if len(groups) > 1 else "") + f"{source} (confidence: {confidence})")
    return "; ".join(texts)


def _seconds(offset: str) -> int:
    hours, minutes, seconds = (int(part) for part in f"{offset[1:]}:00".split(":")[:3])
    return (hours * 3600 + minutes * 60 + seconds) * (-1 if offset[0] == "-" else 1)


def tzif(offsets: list[int], changes: list[int]) -> bytes:
    """Write a TZif version 2 file (RFC 8536) of plain offsets.

    Args:
        offsets: Seconds east of UTC, in order of time.
        changes: Seconds since 1970 at which each offset gives way to the next; one fewer.
    """
    assert len(changes) == len(offsets) - 1 and all(a < b for a, b in pairwise(changes))
    # A summer time that came back every year is one type, however often; the first type is
    # what holds before the first change.
    types = list(dict.fromkeys(offsets))
    # An offset is its own abbreviation, as the database does for places without a customary one.
    names = [_abbreviation(offset) for offset in types]
    starts = [sum(len(name) + 1 for name in names[:i]) for i in range(len(names))]
    block = b"".join(
        [
            struct.pack(f">{len(changes)}q", *changes),
            bytes(types.index(offset) for offset in offsets[1:]),
            *(struct.pack(">lbB", offset, 0, start) for offset, start in zip(types, starts, strict=True)),
            *(name.encode() + b"\0" for name in names),
        ]
    )
    counts = struct.pack(">6l", 0, 0, 0, len(changes), len(types), sum(len(name) + 1 for name in names))
    empty = struct.pack(">6l", 0, 0, 0, 0, 0, 0)
    # The footer's sign is POSIX's: hours west of Greenwich.
    west = "-" if offsets[-1] >= 0 else ""
    footer = f"\n<{_abbreviation(offsets[-1])}>{west}{timedelta(seconds=abs(offsets[-1]))}\n".encode()
    head = b"TZif2" + bytes(15)
    return head + empty + head + counts + block + footer


def _abbreviation(offset: int) -> str:
    sign = "-" if offset < 0 else "+"
    seconds = f"{abs(offset) % 60:02}" if offset % 60 else ""
    return f"{sign}{abs(offset) // 3600:02}{abs(offset) // 60 % 60:02}{seconds}"
