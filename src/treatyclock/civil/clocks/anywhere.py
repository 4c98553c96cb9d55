"""When a civil date began if its clock may be any on earth."""

from __future__ import annotations

from datetime import date

from treatyclock.instants import SECOND, date_microseconds

# The clocks farthest from UTC, west and east, each row up to and with its date. They follow from the local mean
# times and the changes of the date line in the tz database: Manila to 1844-12-30, Sitka and Juneau to 1867-10-18.
_EXTREMES = (
    (date(1844, 12, 31), -(15 * 3600 + 56 * 60 + 8), 15 * 3600 + 13 * 60 + 42),
    (date(1867, 10, 20), -14 * 3600 - 21 * 60, 15 * 3600 + 13 * 60 + 42),
    (date.max, -12 * 3600, 14 * 3600),
)


def starts_anywhere(day: date) -> tuple[int, int]:
    """Return the earliest and latest instant at which a civil date began on any clock on earth.

    Example:
        >>> early, late = starts_anywhere(date(1945, 8, 9))
        >>> (late - early) // 3_600_000_000
        26
    """
    west, east = next((w, e) for until, w, e in _EXTREMES if day <= until)
    start = date_microseconds(day)
    return start - east * SECOND, start - west * SECOND
