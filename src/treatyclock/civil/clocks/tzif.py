"""TZif files (RFC 8536): written for the historic table, read where databases are compared."""

from __future__ import annotations

import struct
from datetime import timedelta
from itertools import pairwise

from treatyclock.instants import SECOND
from treatyclock.intervals import Timeline


def write_tzif(offsets: list[int], changes: list[int]) -> bytes:
    """Write a TZif version 2 file (RFC 8536) of plain offsets.

    Args:
        offsets: Seconds east of UTC, in order of time.
        changes: The seconds since 1970 at which each offset gives way to the next, so one fewer than offsets.
    """
    assert len(changes) == len(offsets) - 1 and all(a < b for a, b in pairwise(changes))
    # A summer time that came back every year is one type, however often it came. The first type holds before
    # the first change.
    types = list(dict.fromkeys(offsets))
    # An offset is its own abbreviation, as in the database for places without a customary one.
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


def read_tzif(data: bytes) -> Timeline[int]:
    """Read the offsets that a TZif file (RFC 8536) lists, in seconds east of UTC.

    Only the listed changes are read, not the rule for the time after them.

    Raises:
        ValueError: If the data are not a sound TZif file of version 2 or later.
    """
    first, changes = _listed(data)
    if any(one[0] > other[0] for one, other in pairwise(changes)):
        raise ValueError("the changes of the TZif file are not in order")
    return Timeline.of(first, changes)


def last_change_listed(data: bytes) -> int | None:
    """Return the instant from which the rule of a TZif file holds: that of the last change that the file lists.

    That change may be one of name alone, which :func:`read_tzif` leaves out.

    Raises:
        ValueError: As :func:`read_tzif`.
    """
    _, changes = _listed(data)
    return changes[-1][0] if changes else None


def _listed(data: bytes) -> tuple[int, list[tuple[int, int]]]:
    """Return the offset before all changes, and each change with the offset from then on."""
    if data[:4] != b"TZif" or data[4:5] < b"2":
        raise ValueError("not a TZif file of version 2 or later")
    try:
        return _block(data)
    except (struct.error, IndexError, TypeError) as error:
        raise ValueError("not a sound TZif file") from error


def _block(data: bytes) -> tuple[int, list[tuple[int, int]]]:
    counts = struct.unpack(">6l", data[20:44])
    second = 44 + _length(counts, 4)
    counts = struct.unpack(">6l", data[second + 20 : second + 44])
    times, types = counts[3], counts[4]
    at = second + 44
    changes = struct.unpack(f">{times}q", data[at : at + 8 * times])
    kinds = data[at + 8 * times : at + 9 * times]
    table = [struct.unpack(">lbB", data[i : i + 6])[0] for i in range(at + 9 * times, at + 9 * times + 6 * types, 6)]
    return table[0], [(change * SECOND, table[kind]) for change, kind in zip(changes, kinds, strict=True)]


def _length(counts: tuple[int, ...], size: int) -> int:
    isut, isstd, leaps, times, types, chars = counts
    return times * (size + 1) + types * 6 + chars + leaps * (size + 4) + isstd + isut
