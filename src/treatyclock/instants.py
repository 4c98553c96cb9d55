"""Instants: whole microseconds since 1970-01-01T00:00:00Z, as Python integers.

Integers compare exactly, never overflow and know no fold; ``datetime`` is a view
for years 1 to 9999, made at the border.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from treatyclock.errors import NaiveTimeError, OutOfRangeError

SECOND = 1_000_000
HOUR = 3600 * SECOND
DAY = 24 * HOUR

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_ORDINAL = EPOCH.toordinal()


def from_datetime(value: datetime) -> int:
    """Turn an aware ``datetime`` into an instant.

    Raises:
        NaiveTimeError: If it has no zone.

    Example:
        >>> from_datetime(datetime(1970, 1, 2, tzinfo=UTC)) == DAY
        True
    """
    offset = value.utcoffset()
    if offset is None:
        raise NaiveTimeError(value.isoformat())
    # Not (value - EPOCH): with equal tzinfo objects that would subtract wall clocks.
    return local_microseconds(value) - timedelta_microseconds(offset)


def to_datetime(instant: int) -> datetime:
    """Turn an instant into a ``datetime`` in UTC.

    Raises:
        OutOfRangeError: Outside the years 1 to 9999.

    Example:
        >>> to_datetime(-1).isoformat()
        '1969-12-31T23:59:59.999999+00:00'
    """
    try:
        return EPOCH + timedelta(microseconds=instant)
    except OverflowError:
        raise OutOfRangeError("the instant") from None


def timedelta_microseconds(value: timedelta) -> int:
    """Count a ``timedelta`` in microseconds, exactly."""
    return (value.days * 86_400 + value.seconds) * SECOND + value.microseconds


def local_microseconds(value: datetime) -> int:
    """Count the fields of a ``datetime`` in microseconds since 1970, ignoring its zone."""
    seconds = value.hour * 3600 + value.minute * 60 + value.second
    return date_microseconds(value) + seconds * SECOND + value.microsecond


def date_microseconds(value: date) -> int:
    """Count the start of a civil date in microseconds since 1970, on its own clock."""
    return (value.toordinal() - _EPOCH_ORDINAL) * DAY


def iso(instant: int | None) -> str:
    """Write an instant as ISO 8601 in UTC; None, an end that is not there, as ``..``.

    Example:
        >>> iso(-773311800 * SECOND)
        '1945-06-30T15:10:00Z'
        >>> iso(None)
        '..'
    """
    if instant is None:
        return ".."
    try:
        stamp = to_datetime(instant)
    except OutOfRangeError:
        return "before year 1" if instant < 0 else "after year 9999"
    return stamp.replace(tzinfo=None).isoformat() + "Z"
