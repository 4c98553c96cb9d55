"""A moment is a symbol and its support: what the source says, and the instants it may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum
from zoneinfo import ZoneInfo

from treatyclock.civil.days import Days
from treatyclock.civil.edtf import AllOf, parse_edtf
from treatyclock.civil.edtf import Interval as EdtfInterval
from treatyclock.civil.interchange import TimeObject, as_plain
from treatyclock.civil.zones import Zone, offset_text, parse_offset, starts_anywhere, zone
from treatyclock.errors import (
    EdtfError,
    NaiveTimeError,
    NoSuchDateError,
    OffsetConflictError,
    OutOfRangeError,
    TimeFormatError,
    WallTimeSkippedError,
    WrongTypeError,
    expect,
)
from treatyclock.instants import from_datetime, iso, timedelta_microseconds, to_datetime
from treatyclock.intervals import Interval, IntervalSet


class Fold(Enum):
    """Which of the two instants is meant when a clock showed a wall time twice."""

    BOTH = "both"
    EARLIER = "earlier"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What a source says of a time, and the instants that it may mean.

    Attributes:
        text: The symbol as written.
        days: The civil date printed, or the range it may lie in (a month, a year, a season).
        wall: The time of day printed with it, as a naive ``datetime`` (24:00 is the next
            day's 00:00); None for a bare date.
        zones: The clocks it may be on; empty where the source names none.
        support: The instants it may mean, never empty.
        remarks: What else a reader must know of how it was read.

    Example:
        >>> night = moment("1945-08-09T00:10", zone="Asia/Tokyo")
        >>> str(night.support)
        '[1945-08-08T15:10:00Z, 1945-08-08T15:10:00.000001Z)'
        >>> day = moment("1945-08-09")
        >>> str(day.support)
        '[1945-08-08T10:00:00Z, 1945-08-10T12:00:00Z)'
    """

    text: str
    days: Days
    wall: datetime | None
    zones: tuple[Zone, ...]
    support: IntervalSet
    remarks: tuple[str, ...] = ()

    @property
    def span(self) -> Interval:
        """The hull of the support."""
        parts = self.support.intervals
        return Interval(parts[0].start, parts[-1].end)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know of how the text was read."""
        notes = (note for clock in self.zones for note in clock.notes(self.span))
        found = [*self.remarks, *dict.fromkeys(notes)]
        if not self.zones:
            found.append(f"{self.text} names no zone: it may mean any instant in {self.span}")
        elif len(self.zones) > 1:
            found.append(f"{self.text} may be on the clock of {' or of '.join(clock.key for clock in self.zones)}")
        return tuple(found)

    def legal_days(self, clock: Zone | None) -> Days:
        """Return the date that the law counts from: the one printed.

        An instant given in UTC has no place of its own, so its date is the one on ``clock``.
        """
        if self.wall is not None and clock is not None and [z.key for z in self.zones] == ["UTC"]:
            start = self.span.start
            assert start is not None
            return Days.on(clock.local(start).date())
        return self.days

    def __str__(self) -> str:
        """Write the text with its zones."""
        if self.wall is not None and [clock.key for clock in self.zones] == ["UTC"]:
            return self.text
        if self.wall is not None and all(clock.key in self.text for clock in self.zones):
            return self.text
        return " ".join([self.text, "/".join(clock.key for clock in self.zones)]).strip()


def moment(
    value: str | date | datetime | Moment | TimeObject,
    *,
    zone: str | Zone | Sequence[str | Zone] | None = None,
    fold: Fold | str = Fold.BOTH,
) -> Moment:
    """Read a time.

    Args:
        value: ``"1945-08-09"``, ``"1945-08"``, ``"1945"``; ``"1945-08-09T00:10"`` or with a blank,
            with seconds, and with an offset or ``Z`` and a zone in brackets behind it; ``24:00``
            ends a day. An imprecise date of EDTF: ``"1945-08-0X"``, ``"1945-08-09~"``,
            ``"[1945-05-08,1945-05-09]"``, ``"1945-21"`` for spring. Or a ``date``, a ``datetime``,
            or a moment, which is returned as it is. Or an object of another library: of ``whenever``
            what has a date, of ``pandas`` a ``Timestamp`` or a ``Period`` of whole days, of ``numpy``
            a ``datetime64``. Wall times of theirs need a zone as any other.
        zone: The clock, or several that it may be on. Where the text has an offset of its own,
            the instant is settled by it and this zone is not used.
        fold: Which instant is meant by a wall time that was shown twice; both unless said.

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
    """
    if isinstance(value, Moment):
        return value
    zones = _zones(zone)
    fold = _fold(fold)
    if (plain := as_plain(value)) is not None:
        found = moment(plain.value, zone=zones, fold=fold)
        return replace(found, remarks=(*plain.remarks, *found.remarks))
    if isinstance(value, datetime):
        return _from_datetime(value, zones, fold)
    if isinstance(value, date):
        return _on_days(value.isoformat(), [Days.on(value)], zones)
    if not isinstance(value, str):
        raise TimeFormatError(repr(value), f"a {type(value).__name__} is no time", "give text, a date or a datetime")
    return _from_text(value.strip(), zones, fold)


_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SEASON = re.compile(r"[0-9]{4}-(?:2[1-9]|3[0-9]|4[01])")
STAMP = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,](?P<fraction>[0-9]{1,6}))?)?"
    r" ?(?P<offset>Z|[+-][0-9]{2}:?[0-9]{2}(?::?[0-9]{2})?)?(?:\[(?P<zone>[^\[\]]+)\])?"
)
_FORMS = (
    "write 1945-08-09, 1945-08, 1945, an imprecise date of EDTF such as 1945-08-0X, 1945-08-09~ or"
    " [1945-05-08,1945-05-09], or 1945-08-09T00:10 with a zone or an offset such as +09:00"
)


def _fold(fold: Fold | str) -> Fold:
    for each in Fold:
        if fold in (each, each.value):
            return each
    raise WrongTypeError("fold", fold, "'both', 'earlier' or 'later'")


def _zones(zone_or_zones: str | Zone | Sequence[str | Zone] | None) -> tuple[Zone, ...]:
    if zone_or_zones is None:
        return ()
    several = [zone_or_zones] if isinstance(zone_or_zones, str | Zone) else zone_or_zones
    expect(several, (list, tuple), "a zone", "a name, a Zone, or a list of them")
    return tuple(dict.fromkeys(each if isinstance(each, Zone) else zone(each) for each in several))


def _from_text(text: str, zones: tuple[Zone, ...], fold: Fold) -> Moment:
    match = _DATE.fullmatch(text)
    if match is not None and not _SEASON.fullmatch(text):
        return _on_days(text, [_days(text, match)], zones)
    match = STAMP.fullmatch(text)
    if match is None:
        return _from_edtf(text, zones)
    if match["zone"] is not None:
        zones = (zone(match["zone"]),)
    wall = _wall(text, match)
    if match["offset"] is None:
        return _at_wall(text, wall, zones, fold)
    # An offset of nothing is how ISO 8601 writes UTC too; neither names a place.
    shift = timedelta() if match["offset"] == "Z" else parse_offset(match["offset"])
    own = zone(offset_text(shift) if shift else "UTC")
    at = _at_wall(text, wall, (own,), fold)
    if match["zone"] is None:
        return at
    start = at.span.start
    assert start is not None
    real = zones[0].offset_at(start)
    if own.key != "UTC" and real != own.offset_at(start):
        raise OffsetConflictError(text, zones[0].key, own.key, offset_text(real))
    return at if own.key == "UTC" else Moment(text=text, days=at.days, wall=wall, zones=zones, support=at.support)


def _from_edtf(text: str, zones: tuple[Zone, ...]) -> Moment:
    """Read an imprecise date: one unknown day of those that its text may mean."""
    try:
        symbol = parse_edtf(text)
    except EdtfError as error:
        if any(mark in text for mark in "X?~%[]{}/Y"):
            raise
        raise TimeFormatError(text, "the form is not known", _FORMS) from error
    if isinstance(symbol, EdtfInterval | AllOf):
        what = "an interval" if isinstance(symbol, EdtfInterval) else "a set of which all are meant"
        hint = (
            "for one unknown day between two write [1945-08-01..1945-08-09], for one of several [1945-05-08,1945-05-09]"
        )
        raise TimeFormatError(text, f"{what} is no moment", hint)
    ranges = []
    for first, last in symbol.ranges():
        if first is None or last is None:
            raise TimeFormatError(text, "it has no bound on one side", "give the earliest and the latest day: [a..b]")
        ranges.append(Days(first=first, last=last))
    remarks = (*(str(each) for each in symbol.qualifiers), *symbol.notes)
    return _on_days(text, ranges, zones, remarks)


def _days(text: str, match: re.Match[str]) -> Days:
    year, month, day = int(match[1]), match[2], match[3]
    try:
        first = date(year, int(month or 1), int(day or 1))
    except ValueError as error:
        raise NoSuchDateError(text, str(error), "check year (0001 to 9999), month and day") from None
    if day is not None:
        return Days.on(first)
    if month is not None:
        return Days(first=first, last=_last_of_month(year, int(month)))
    return Days(first=first, last=date(year, 12, 31))


def _last_of_month(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def _wall(text: str, match: re.Match[str]) -> datetime:
    day_match = _DATE.fullmatch(match["date"])
    assert day_match is not None
    day = _days(text, day_match).first
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    fraction = int((match["fraction"] or "").ljust(6, "0"))
    if hour == 24 and minute == second == fraction == 0:
        if day == date.max:
            raise OutOfRangeError(text)
        return datetime.combine(day + timedelta(days=1), time())
    try:
        return datetime.combine(day, time(hour, minute, second, fraction))
    except ValueError as error:
        raise NoSuchDateError(
            text, str(error), "hours run to 23 (24:00 ends a day), minutes and seconds to 59"
        ) from None


def _from_datetime(value: datetime, zones: tuple[Zone, ...], fold: Fold) -> Moment:
    text = value.isoformat()
    if value.tzinfo is None:
        if value.fold:
            fold = Fold.LATER
        return _at_wall(text, value.replace(fold=0), zones, fold)
    if isinstance(value.tzinfo, ZoneInfo) and value.tzinfo.key is not None:
        # The machine's database may differ from the packaged one: the wall time is what the
        # user meant, so it is read again on the packaged clock.
        meant = Fold.LATER if value.fold else Fold.EARLIER
        wall = value.replace(tzinfo=None, fold=0)
        return _at_wall(wall.isoformat(), wall, (zone(value.tzinfo.key),), meant)
    offset = value.utcoffset()
    if offset is None:
        raise NaiveTimeError(text)
    own = zone(_whole_seconds(offset, text) if offset else "UTC")
    wall = value.replace(tzinfo=None, fold=0)
    found = _points([from_datetime(value)])
    kind = type(value.tzinfo)
    remark = f"the offset of {text} is what {kind.__module__}.{kind.__name__} says, whatever data it uses"
    remarks = () if isinstance(value.tzinfo, timezone) else (remark,)
    return Moment(text=text, days=Days.on(wall.date()), wall=wall, zones=(own,), support=found, remarks=remarks)


def _whole_seconds(offset: timedelta, text: str) -> str:
    if offset.microseconds:
        raise TimeFormatError(text, "its offset has a fraction of a second", "give the instant in UTC")
    return offset_text(offset)


def _on_days(text: str, ranges: Sequence[Days], zones: tuple[Zone, ...], remarks: tuple[str, ...] = ()) -> Moment:
    """Make the moment of some unknown instant in ranges of days."""
    if ranges[-1].last == date.max:
        raise OutOfRangeError(f"the end of {text}")
    parts = []
    for days in ranges:
        after = days.last + timedelta(days=1)
        bounds = [(clock.start_of_day(days.first), clock.start_of_day(after)) for clock in zones] or [
            (starts_anywhere(days.first)[0], starts_anywhere(after)[1])
        ]
        parts += [Interval(start, end) for start, end in bounds if start < end]
    if not parts:
        places = " or ".join(clock.key for clock in zones)
        raise NoSuchDateError(text, f"the clocks of {places} skipped that day", "take the day before or after")
    hull = Days(first=ranges[0].first, last=ranges[-1].last)
    return Moment(text=text, days=hull, wall=None, zones=zones, support=IntervalSet(tuple(parts)), remarks=remarks)


def _at_wall(text: str, wall: datetime, zones: tuple[Zone, ...], fold: Fold) -> Moment:
    if not zones:
        raise NaiveTimeError(text)
    found: dict[Zone, tuple[int, ...]] = {}
    remarks = []
    for clock in zones:
        instants = clock.instants(wall)
        if len(instants) > 1:
            meant = {Fold.BOTH: "both instants are", Fold.EARLIER: "the earlier is", Fold.LATER: "the later is"}[fold]
            remarks.append(f"{text} was shown twice by {clock.key}: {meant} meant")
            instants = {Fold.BOTH: instants, Fold.EARLIER: instants[:1], Fold.LATER: instants[1:]}[fold]
        if instants:
            found[clock] = instants
        else:
            remarks.append(f"{text} was never shown by {clock.key}, so that clock is not meant")
    if not found:
        at, before, after = zones[0].gap(wall)
        stops = [to_datetime(at + timedelta_microseconds(o)).strftime("%Y-%m-%d %H:%M:%S") for o in (before, after)]
        raise WallTimeSkippedError(text, zones[0].key, stops[0], stops[1])
    day = wall.date() if text[11:13] != "24" else wall.date() - timedelta(days=1)
    support = _points(instant for instants in found.values() for instant in instants)
    days = Days.on(day)
    return Moment(text=text, days=days, wall=wall, zones=tuple(found), support=support, remarks=tuple(remarks))


def _points(instants: Iterable[int]) -> IntervalSet:
    return IntervalSet(tuple(Interval.point(instant) for instant in instants))


def local_text(instant: int, clock: Zone) -> str:
    """Write what a clock showed at an instant: ``1945-08-09T00:10+09:00[Asia/Tokyo]``.

    Example:
        >>> local_text(moment("1945-08-08T15:10Z").span.start, zone("Asia/Tokyo"))
        '1945-08-09T00:10:00+09:00[Asia/Tokyo]'
    """
    if clock.key == "UTC":
        return iso(instant)
    try:
        shown = clock.local(instant).isoformat()
    except OutOfRangeError:
        return iso(instant)
    offset = offset_text(clock.offset_at(instant))
    # A label in brackets could not be read again as a zone, which it is not.
    bare = clock.basis.source in ("fixed offset", "label table")
    return f"{shown}{offset}" + ("" if bare else f"[{clock.key}]")
