"""Where does the zone database of this machine differ from the packaged one, which the library uses?"""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from struct import pack
from typing import Any
from zoneinfo import ZoneInfo

from treatyclock.civil.clocks.database import iana_names, packaged_data
from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.civil.clocks.tzif import last_change_listed, read_tzif
from treatyclock.instants import DAY, SECOND, from_datetime, iso, to_datetime
from treatyclock.intervals import Interval, IntervalSet, Timeline

_RULES_FROM = 0
_NO_RULES_BEFORE = from_datetime(datetime(1900, 1, 1, tzinfo=UTC))
_RULES_TO = from_datetime(datetime(2038, 1, 1, tzinfo=UTC))
# From 1901 to 2099 the days of the week fall on the same dates again after 28 years, and so do rules of summer time.
_CYCLE_FROM, _CYCLE = from_datetime(datetime(1972, 1, 1, tzinfo=UTC)), (28 * 365 + 7) * DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetDifference:
    """A period in which a clock shows one thing here and another there.

    Attributes:
        zone: The zone's name.
        during: The period.
        library: The offset that this library uses.
        machine: The offset of the machine's database.
    """

    zone: str
    during: Interval
    library: timedelta
    machine: timedelta

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, ready for JSON."""
        return {
            "zone": self.zone,
            "from": iso(self.during.start),
            "to": iso(self.during.end),
            "library": offset_text(self.library),
            "machine": offset_text(self.machine),
        }

    def __str__(self) -> str:
        """Write one line."""
        return (
            f"{self.zone} {self.during}: {offset_text(self.library)} here, {offset_text(self.machine)} on this machine"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """What was compared and what was found.

    Attributes:
        folder: The machine's database; None if it has none.
        compared: How many zones both have.
        only_here: Zones that the machine lacks.
        unreadable: Files of the machine that are not zone files.
        differences: The periods in which the two differ. Summer time that goes on by a rule is compared up to the end
            of 2037.
    """

    folder: str | None
    compared: int = 0
    only_here: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    differences: tuple[OffsetDifference, ...] = ()


def diagnose(folder: str | None = None) -> Diagnosis:
    """Compare the packaged zone data with the machine's.

    Args:
        folder: The folder of the machine's database. If not given, it is the first folder of ``zoneinfo.TZPATH`` that
            exists.
    """
    where = folder or next((path for path in zoneinfo.TZPATH if Path(path).is_dir()), None)
    if where is None:
        return Diagnosis(folder=None)
    missing: list[str] = []
    unreadable: list[str] = []
    found: list[OffsetDifference] = []
    compared = 0
    for name in sorted(iana_names()):
        path = Path(where, *name.split("/"))
        if not path.is_file():
            missing.append(name)
            continue
        ours = packaged_data(name)
        try:
            found.extend(_differences(name, ours, path.read_bytes()))
        except (OSError, ValueError):
            unreadable.append(name)
            continue
        compared += 1
    return Diagnosis(
        folder=where,
        compared=compared,
        only_here=tuple(missing),
        unreadable=tuple(unreadable),
        differences=tuple(found),
    )


def _differences(name: str, ours: bytes, theirs: bytes) -> list[OffsetDifference]:
    if ours == theirs:
        return []
    here, there = read_tzif(ours), read_tzif(theirs)
    # Files list changes up to different years and go on by the rule in their last line. If both have the same rule,
    # they are alike once neither lists a change. Different rules are compared up to the end of 2037.
    rules = [data.splitlines()[-1] for data in (ours, theirs)]
    alike = rules[0] == rules[1]
    until = max(_listed(here), _listed(there)) if alike else _RULES_TO
    pairs = _through(here, ours, until).combine(lambda a, b: (a, b), _through(there, theirs, until))
    # Rules of summer time that differ are not followed for ever. Without summer time the difference has no end.
    end = until if any(b"," in rule for rule in rules) else None
    return [
        OffsetDifference(zone=name, during=during, library=timedelta(seconds=a), machine=timedelta(seconds=b))
        for during, (a, b) in pairs.during(IntervalSet((Interval(None, end),)))
        if a != b
    ]


def _listed(line: Timeline[int]) -> int:
    return line.edges[-1] if line.edges else _RULES_FROM


def _through(listed: Timeline[int], data: bytes, until: int) -> Timeline[int]:
    """Return what a file lists and, from there up to an instant, what its rule says."""
    last, rule = last_change_listed(data), data.splitlines()[-1]
    # The last change that is listed stands as it is; the rule holds after it.
    low = max(_RULES_FROM if last is None else last + SECOND, _NO_RULES_BEFORE)
    if low >= until or b"," not in rule:
        return listed
    by_rule = [(low, _seconds(_clock_by(rule), low)), *_changes_by(rule, low, until)]
    return Timeline.of(listed.values[0], [*zip(listed.edges, listed.values[1:], strict=True), *by_rule])


def _changes_by(rule: bytes, low: int, until: int) -> Iterator[tuple[int, int]]:
    """Yield the changes that a rule makes after an instant, up to one: when, and the offset from then on."""
    cycle = _cycle(rule)
    for number in range((low - _CYCLE_FROM) // _CYCLE, (until - _CYCLE_FROM) // _CYCLE + 1):
        for at, offset in cycle:
            if low < at + number * _CYCLE <= until:
                yield at + number * _CYCLE, offset


@cache
def _cycle(rule: bytes) -> tuple[tuple[int, int], ...]:
    """Return the changes that a rule makes in one cycle of years, found day by day."""
    clock, found = _clock_by(rule), []
    before = _seconds(clock, _CYCLE_FROM)
    for low in range(_CYCLE_FROM, _CYCLE_FROM + _CYCLE, DAY):
        after = _seconds(clock, low + DAY)
        if after != before:
            found.append((_changed(clock, low, low + DAY), after))
        before = after
    return tuple(found)


def _clock_by(rule: bytes) -> ZoneInfo:
    """Return a clock that keeps a rule at all times: a zone file (RFC 8536) that lists no change, with one footer."""
    block = b"TZif2" + bytes(15) + pack(">6i", 0, 0, 0, 0, 1, 1) + bytes(6) + bytes(1)
    return ZoneInfo.from_file(BytesIO(block + block + b"\n" + rule + b"\n"))


def _changed(clock: ZoneInfo, low: int, high: int) -> int:
    """Return the second of a day at which a rule changes the offset, by bisection."""
    before = _seconds(clock, low)
    while high - low > SECOND:
        middle = low + (high - low) // (2 * SECOND) * SECOND
        if _seconds(clock, middle) == before:
            low = middle
        else:
            high = middle
    return high


def _seconds(clock: ZoneInfo, instant: int) -> int:
    offset = to_datetime(instant).astimezone(clock).utcoffset() or timedelta()
    return offset.days * 86_400 + offset.seconds
