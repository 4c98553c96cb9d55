"""Reads moments: from a text, a ``date``, a ``datetime`` or an object of another library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import TypeAlias
from zoneinfo import ZoneInfo

from treatyclock.civil.calendars.names import calendar
from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.days import Days
from treatyclock.civil.interop.objects import TimeObject, as_plain
from treatyclock.civil.moments.moment import Fold, Moment, at_wall, on_days, points
from treatyclock.civil.moments.text import read_moment
from treatyclock.civil.moments.widening import Widening
from treatyclock.errors import NaiveTimeError, TimeFormatError, expect, legible
from treatyclock.instants import from_datetime

_GREGORIAN_SINCE = date(1582, 10, 15)

MomentLike: TypeAlias = str | date | datetime | Moment | TimeObject
"""What is taken for a time: a text, a ``date``, a ``datetime``, a moment, an object of another library."""


def moment(
    value: MomentLike,
    *,
    zone: str | Zone | Sequence[str | Zone] | None = None,
    fold: Fold | str = Fold.BOTH,
    widen: Widening | str = Widening.NONE,
) -> Moment:
    """Read a time.

    Args:
        value: ``"1945-08-09"``, ``"1945-08"``, ``"1945"``; ``"1945-08-09T00:10"`` or with a blank,
            with seconds, and with an offset (``+09:00``, ``+09``) or ``Z`` and a zone in brackets behind it;
            ``24:00`` ends a day. An imprecise date of EDTF: ``"1945-08-0X"``, ``"1945-08-09~"``,
            ``"[1945-05-08,1945-05-09]"``, ``"1945-21"`` for spring. What may be
            a part of a year or two years, ``"1939-40"``, is taken for either. Or a ``date``, a ``datetime``,
            or a moment, which is returned as it is. Or an object of another library: from ``whenever``
            any that has a date, from ``pandas`` a ``Timestamp`` or a ``Period`` of whole days, from ``numpy``
            a ``datetime64``. Their wall times need a zone, as all wall times do.
        zone: The clock, or several that it may be on. If the text has an offset of its own,
            that settles the instant, and this zone is not used.
        fold: Which instant is meant if a clock showed the wall time twice; both if not given.
        widen: How far off a date with ``?``, ``~`` or ``%`` may be: not at all unless a
            :class:`~treatyclock.civil.moments.widening.Widening` is named; a remark then records it.

    Raises:
        TimeFormatError: If the text has no such form.
        NoSuchDateError: If the date never was.
        NaiveTimeError: If it has a time of day but no clock.
        WallTimeSkippedError: If no clock ever showed it.
        OffsetConflictError: If its offset and its zone contradict each other.
        UnknownZoneError: If there is no such zone.

    Example:
        >>> a = moment("1945-08-08 18:10", zone="Europe/Moscow")
        >>> a.support == moment("1945-08-09T00:10+09:00").support
        True
        >>> moment("1941-04-25", zone=["Europe/Moscow", "Asia/Tokyo"]).notes
        ('1941-04-25 may be on the clock of Europe/Moscow or of Asia/Tokyo',)
        >>> print(moment("1945-08-09~", zone="UTC", widen="one-unit").support)
        [1945-08-08T00:00:00Z, 1945-08-11T00:00:00Z)
    """
    if isinstance(value, Moment):
        return value
    found = _read(value, zones_of(zone), Fold.of(fold), Widening.of(widen))
    return found if found.days.first >= _GREGORIAN_SINCE else _carried_back(found)


def _read(value: object, zones: tuple[Zone, ...], fold: Fold, policy: Widening) -> Moment:
    if (plain := as_plain(value)) is not None:
        found = _read(plain.value, zones, fold, policy)
        return replace(found, remarks=(*plain.remarks, *found.remarks))
    if isinstance(value, datetime):
        return _from_datetime(value, zones, fold)
    if isinstance(value, date):
        return on_days(value.isoformat(), [Days.on(value)], zones)
    if not isinstance(value, str):
        raise TimeFormatError(
            legible(value), f"a {type(value).__name__} is not a time", "give text, a date or a datetime"
        )
    return read_moment(value.strip(), zones, fold, policy)


def zones_of(zone_or_zones: str | Zone | Sequence[str | Zone] | None) -> tuple[Zone, ...]:
    """Return clocks that are named one by one or together; none for None.

    Raises:
        UnknownZoneError: If there is no such zone.
        WrongTypeError: If it is no name, no zone and no list of them.
    """
    if zone_or_zones is None:
        return ()
    several = [zone_or_zones] if isinstance(zone_or_zones, str | Zone) else zone_or_zones
    expect(several, (list, tuple), "a zone", "a name, a Zone, or a list of them")
    return tuple(dict.fromkeys(each if isinstance(each, Zone) else zone(each) for each in several))


def _carried_back(found: Moment) -> Moment:
    """Say of dates before the Gregorian calendar that they are counted in it, as ISO 8601 does."""
    remark = f"{found.text} is counted in the Gregorian calendar, carried back to before 15 October 1582"
    if found.days.known:
        remark += (
            f"; in the Julian calendar, then in use, the day is {calendar('julian').from_gregorian(found.days.first)}"
        )
    return replace(found, remarks=(*found.remarks, remark))


def _from_datetime(value: datetime, zones: tuple[Zone, ...], fold: Fold) -> Moment:
    text = value.isoformat()
    if value.tzinfo is None:
        if value.fold:
            fold = Fold.LATER
        return at_wall(text, value.replace(fold=0), zones, fold)
    if isinstance(value.tzinfo, ZoneInfo) and value.tzinfo.key is not None:
        # The machine's database may differ from the packaged one. The user meant the wall time,
        # so it is read again on the packaged clock.
        meant = Fold.LATER if value.fold else Fold.EARLIER
        wall = value.replace(tzinfo=None, fold=0)
        return at_wall(wall.isoformat(), wall, (zone(value.tzinfo.key),), meant)
    offset = value.utcoffset()
    if offset is None:
        raise NaiveTimeError(text)
    own = zone(_whole_seconds(offset, text) if offset else "UTC")
    wall = value.replace(tzinfo=None, fold=0)
    found = points([from_datetime(value)])
    kind = type(value.tzinfo)
    remark = f"the offset of {text} is what {kind.__module__}.{kind.__name__} says, whatever data it uses"
    remarks = () if isinstance(value.tzinfo, timezone) else (remark,)
    return Moment(text=text, days=Days.on(wall.date()), wall=wall, zones=(own,), support=found, remarks=remarks)


def _whole_seconds(offset: timedelta, text: str) -> str:
    if offset.microseconds:
        raise TimeFormatError(text, "its offset has a fraction of a second", "give the instant in UTC")
    return offset_text(offset)
