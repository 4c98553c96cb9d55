"""The periods in which a clock kept one offset."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.civil.clocks.zones import Zone
from treatyclock.instants import DAY, HOUR, timedelta_microseconds

_STEP = 6 * HOUR  # shorter than any offset was kept
_STRETCH = 400 * DAY
REACH = 26 * HOUR
"""Farther than any clock stood from UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetPeriod:
    """A stretch of time in which a clock kept one offset.

    Attributes:
        start: Its first instant; None where it began before the time that was asked about.
        end: The instant at which the next period begins; None where it ended after that time.
        offset: How far the clock was ahead of UTC, in microseconds.
    """

    start: int | None
    end: int | None
    offset: int

    def shows(self, first: int, last: int) -> bool:
        """Tell whether the clock showed a reading between two in this period."""
        return (self.start is None or self.start + self.offset <= last) and (
            self.end is None or first < self.end + self.offset
        )

    def meets(self, other: OffsetPeriod) -> bool:
        """Tell whether two periods have an instant in common."""
        return (self.start is None or other.end is None or self.start < other.end) and (
            other.start is None or self.end is None or other.start < self.end
        )


def keeps_one_offset(zone: Zone) -> bool:
    """Tell whether a clock never changes, so that it needs no date to be known.

    Example:
        >>> from treatyclock.civil.clocks.zones import zone
        >>> keeps_one_offset(zone("+09:00")), keeps_one_offset(zone("Asia/Tokyo"))
        (True, False)
    """
    return zone.basis.source in ("fixed offset", "label table", "local mean time")


def offset_periods(zone: Zone, low: int, high: int) -> tuple[OffsetPeriod, ...]:
    """Return the periods of a clock between two instants.

    Example:
        >>> from treatyclock.civil.clocks.zones import zone
        >>> from treatyclock.instants import iso
        >>> first, second = offset_periods(zone("Manchukuo"), -1_100_000_000_000_000, -1_000_000_000_000_000)
        >>> first.offset // HOUR, second.offset // HOUR, iso(second.start)
        (8, 9, '1936-12-31T15:00:00Z')
    """
    if keeps_one_offset(zone):
        return (OffsetPeriod(start=None, end=None, offset=timedelta_microseconds(zone.offset_at(low))),)
    starts: list[tuple[int | None, int]] = [(None, timedelta_microseconds(zone.offset_at(low)))]
    # Over centuries, the step of a few hours would take seconds: there a day or more serves as well.
    step = max(_STEP, (high - low) // _STRETCH * HOUR)
    at = low
    while at < high:
        until = min(at + step, high)
        offset = timedelta_microseconds(zone.offset_at(until))
        if offset != starts[-1][1]:
            starts.append((zone.change(at, until), offset))
        at = until
    ends = [start for start, _ in starts[1:]] + [None]
    return tuple(
        OffsetPeriod(start=start, end=end, offset=offset) for (start, offset), end in zip(starts, ends, strict=True)
    )
