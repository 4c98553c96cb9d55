"""Instants: whole microseconds since 1970-01-01T00:00:00Z, as Python integers.

Integers compare exactly, never overflow and know no fold; ``datetime`` is a view
for years 1 to 9999, made at the border.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from treatyclock.errors import NaiveTimeError, OutOfRangeError, UnknownZoneError, WrongTypeError

SECOND = 1_000_000
HOUR = 3600 * SECOND
DAY = 24 * HOUR

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_ORDINAL = EPOCH.toordinal()


@cache
def zone_names() -> frozenset[str]:
    """Return every name of the packaged time zone database."""
    return frozenset((resources.files("tzdata") / "zones").read_text(encoding="utf-8").split())


@cache
def packaged_zone(key: str) -> ZoneInfo:
    """Read a zone from the packaged database, never from the machine's.

    Raises:
        UnknownZoneError: If the package has no zone of that name.

    Example:
        >>> packaged_zone("Asia/Tokyo").key
        'Asia/Tokyo'
    """
    if key not in zone_names():
        raise UnknownZoneError(key, zone_names())
    with (resources.files("tzdata") / "zoneinfo").joinpath(*key.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=key)


def repackaged(value: datetime) -> datetime:
    """Put the packaged zone in place of a ``ZoneInfo``, whose data may be this machine's.

    Any other zone is left as it is: a fixed offset needs no data, and a zone of another kind
    cannot be looked up by name.

    Raises:
        UnknownZoneError: If the package has no zone of that name.
    """
    if isinstance(value.tzinfo, ZoneInfo) and value.tzinfo.key is not None:
        return value.replace(tzinfo=packaged_zone(value.tzinfo.key))
    return value


def from_datetime(value: datetime) -> int:
    """Turn an aware ``datetime`` into an instant; a ``ZoneInfo`` is read from the packaged database.

    Raises:
        NaiveTimeError: If it has no zone.
        UnknownZoneError: If its ``ZoneInfo`` has a name that the packaged database lacks.

    Example:
        >>> from_datetime(datetime(1970, 1, 2, tzinfo=UTC)) == DAY
        True
    """
    value = repackaged(value)
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


def up_to_whole(instant: int) -> int:
    """Return the whole second that a last microsecond completes; any other instant as it is.

    What may come about up to the last instant of a day is decided with the beginning of the next.

    Example:
        >>> iso(up_to_whole(DAY - 1)), iso(up_to_whole(DAY - 2))
        ('1970-01-02T00:00:00Z', '1970-01-01T23:59:59.999998Z')
    """
    return instant + 1 if (instant + 1) % SECOND == 0 else instant


def instants_of(asked: Any, zone: str | None) -> Any:
    """Return times in an array of numpy as whole microseconds; of finer ones the microsecond that contains them.

    Args:
        asked: Integers, which are taken as they are; or ``datetime64`` with hours.
        zone: ``"UTC"`` where ``asked`` is of ``datetime64``, which says nothing of a clock.

    Raises:
        NaiveTimeError: For ``datetime64`` without a zone.
        WrongTypeError: For an array of another type, another zone, or years that cannot be counted so.
    """
    import numpy as np

    if asked.dtype.kind in "iu":
        return asked.astype("int64", copy=False)
    unit = asked.dtype.str.partition("[")[2].rstrip("]")
    if asked.dtype.kind != "M" or unit in ("Y", "M", "W", "D", ""):
        raise WrongTypeError("the times to look up", asked.dtype, "instants: integers, or datetime64 with hours")
    if zone != "UTC":
        raise NaiveTimeError(asked.dtype) if zone is None else WrongTypeError("the zone", zone, "'UTC'")
    if unit in ("ns", "ps", "fs", "as"):
        return asked.view("int64") // {"ns": 10**3, "ps": 10**6, "fs": 10**9, "as": 10**12}[unit]
    whole = asked.astype("datetime64[us]")  # which wraps far years around in silence
    if ((whole.astype(asked.dtype) != asked) & ~np.isnat(asked)).any():
        raise WrongTypeError("the times to look up", asked.dtype, "times within 290,000 years of 1970")
    return whole.view("int64")
