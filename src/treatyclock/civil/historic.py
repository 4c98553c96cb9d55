"""The historic-zone table of the package, read into clocks.

Each row becomes a TZif file in memory that ``zoneinfo`` reads, so that a clock out of the
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
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from treatyclock.instants import DAY, SECOND, date_microseconds, local_microseconds
from treatyclock.intervals import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoricZone:
    """One clock of the table.

    Attributes:
        id: Its name.
        place: Where it was in use.
        version: The version of the table.
        tzinfo: Its offsets.
        citation: The sources of its rows, with their confidence.
        vouched: The period that the sources cover, on its own clock.
        instead: What the packaged database says in its place.
    """

    id: str
    place: str
    version: str
    tzinfo: tzinfo
    citation: str
    vouched: Interval
    instead: str


def historic_zone(name: str) -> HistoricZone | None:
    """Return a clock of the table by its id or an alias, None if it has none.

    Example:
        >>> historic_zone("Manchukuo").place
        'Manchukuo, legal time'
    """
    return _table().get(name)


def historic_zone_names() -> tuple[str, ...]:
    """Return all ids and aliases of the table.

    Example:
        >>> "Khabarovsk" in historic_zone_names()
        True
    """
    return tuple(_table())


@cache
def _table() -> dict[str, HistoricZone]:
    data = tomllib.loads(resources.files(__package__).joinpath("historic_zones.toml").read_text(encoding="utf-8"))
    found = {}
    for entry in data["zone"]:
        clock = _clock(entry, data["version"])
        found.update(dict.fromkeys([entry["id"], *entry["aliases"]], clock))
    return found


def _clock(entry: dict[str, Any], version: str) -> HistoricZone:
    rows = entry["row"]
    offsets = [_seconds(row["offset"]) for row in rows]
    changes = [
        local_microseconds(datetime.fromisoformat(row["until"])) // SECOND - offset
        for row, offset in zip(rows[:-1], offsets[:-1], strict=True)
    ]
    first = date_microseconds(date.fromisoformat(entry["from"])) - offsets[0] * SECOND
    last = date_microseconds(date.fromisoformat(entry["to"])) + DAY - offsets[-1] * SECOND
    return HistoricZone(
        id=entry["id"],
        place=entry["place"],
        version=version,
        tzinfo=ZoneInfo.from_file(BytesIO(tzif(offsets, changes)), key=entry["id"]),
        citation="; ".join(f"{row['offset']}: {row['source']} (confidence: {row['confidence']})" for row in rows),
        vouched=Interval(first, last),
        instead=entry["instead"],
    )


def _seconds(offset: str) -> int:
    sign, hours, minutes = offset[0], int(offset[1:3]), int(offset[4:6])
    return (hours * 3600 + minutes * 60) * (-1 if sign == "-" else 1)


def tzif(offsets: list[int], changes: list[int]) -> bytes:
    """Write a TZif version 2 file (RFC 8536) of plain offsets.

    Args:
        offsets: Seconds east of UTC, in order of time.
        changes: Seconds since 1970 at which each offset gives way to the next; one fewer.
    """
    assert len(changes) == len(offsets) - 1 and all(a < b for a, b in pairwise(changes))
    # An offset is its own abbreviation, as the database does for places without a customary one.
    names = [_abbreviation(offset) for offset in offsets]
    starts = [sum(len(name) + 1 for name in names[:i]) for i in range(len(names))]
    block = b"".join(
        [
            struct.pack(f">{len(changes)}q", *changes),
            bytes(range(1, len(offsets))),
            *(struct.pack(">lbB", offset, 0, start) for offset, start in zip(offsets, starts, strict=True)),
            *(name.encode() + b"\0" for name in names),
        ]
    )
    counts = struct.pack(">6l", 0, 0, 0, len(changes), len(offsets), sum(len(name) + 1 for name in names))
    empty = struct.pack(">6l", 0, 0, 0, 0, 0, 0)
    # The footer's sign is POSIX's: hours west of Greenwich.
    west = "-" if offsets[-1] >= 0 else ""
    footer = f"\n<{names[-1]}>{west}{timedelta(seconds=abs(offsets[-1]))}\n".encode()
    head = b"TZif2" + bytes(15)
    return head + empty + head + counts + block + footer


def _abbreviation(offset: int) -> str:
    sign = "-" if offset < 0 else "+"
    return f"{sign}{abs(offset) // 3600:02}{abs(offset) // 60 % 60:02}"
