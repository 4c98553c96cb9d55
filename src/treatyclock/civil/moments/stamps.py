"""Stamps of ISO 8601: a day with a time of day, and perhaps with an offset and a zone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from treatyclock.civil._parts import Part
from treatyclock.civil.clocks.offsets import offset_text, parse_offset
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.moments._iso_dates import ISO_DATE, iso_days
from treatyclock.civil.moments.moment import Fold, Moment, at_wall, points
from treatyclock.errors import NoSuchDateError, OffsetConflictError, OutOfRangeError, TimeFormatError
from treatyclock.instants import local_microseconds, timedelta_microseconds

STAMP = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,](?P<fraction>[0-9]{1,6}))?)?"
    r" ?(?P<offset>Z|[+-][0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2})?)?)?(?:\[(?P<zone>[^\[\]]+)\])?"
)
# RFC 9557, 3.4: these give an instant and say nothing of the clock of a place, so nothing contradicts a zone.
_UTC = ("Z", "-00", "-0000", "-00:00")


def read_stamp(text: str, match: re.Match[str], zones: tuple[Zone, ...], fold: Fold) -> Moment:
    """Read a stamp, as :data:`STAMP` found it; errors are those of :func:`treatyclock.civil.moments.read.moment`.

    Example:
        >>> text = "1945-08-09T00:10+09"
        >>> print(read_stamp(text, STAMP.fullmatch(text), (), Fold.BOTH).support)
        [1945-08-08T15:10:00Z, 1945-08-08T15:10:00.000001Z)
    """
    named = None if match["zone"] is None else zone(match["zone"])
    wall = _wall(text, match)
    if match["offset"] is None:
        return at_wall(text, wall, zones if named is None else (named,), fold)
    shift = _shift(match["offset"])
    own = zone(offset_text(shift) if shift else "UTC")
    at = at_wall(text, wall, (own,), fold)
    if named is None and zones and match["offset"] not in _UTC:
        return _with_own_offset(at, own, zones)
    if named is None or named == own:
        return at
    if match["offset"] in _UTC:
        remark = f"{text} is an hour of UTC, whatever the clock of {named.key} showed"
        return replace(at, remarks=(*at.remarks, remark))
    start = _start(at)
    real = named.offset_at(start)
    if real != own.offset_at(start):
        raise OffsetConflictError(text, named.key, offset_text(shift), offset_text(real))
    fold = Fold.LATER if named.instants(wall)[0] < start else Fold.EARLIER
    return Moment(text=text, days=at.days, wall=wall, zones=(named,), support=at.support, fold=fold)


def _with_own_offset(at: Moment, own: Zone, zones: tuple[Zone, ...]) -> Moment:
    """Say that clocks named apart from the text are not used, if none of them had the offset of the text."""
    start = _start(at)
    if any(clock.offset_at(start) == own.offset_at(start) for clock in zones):
        return at
    clocks = " or ".join(clock.key for clock in zones)
    remark = f"{at.text} has an offset of its own, which the clock of {clocks} did not have: that clock is not used"
    return replace(at, remarks=(*at.remarks, remark))


def _shift(offset: str) -> timedelta:
    return timedelta() if offset == "Z" else parse_offset(offset)


def _start(found: Moment) -> int:
    start = found.span.start
    assert start is not None  # a wall time is one instant, or two
    return start


def parts_of_stamp(text: str, match: re.Match[str], found: Moment) -> Iterator[Part]:
    """Yield the parts of a stamp, each compared with what came of it."""
    wall, date_end = _wall(text, match), match.end("date")
    hour_end = max(match.end(group) for group in ("minute", "second", "fraction"))
    yield Part(start=0, end=date_end, what="a date", carried=str(found.days) == match["date"])
    yield Part(start=date_end, end=hour_end, what="a time of day", carried=found.wall == wall)
    if match["offset"] is not None:
        instant = local_microseconds(wall) - timedelta_microseconds(_shift(match["offset"]))
        carried = found.support == points([instant])
        yield Part(start=match.start("offset"), end=match.end("offset"), what="an offset", carried=carried)
    if match["zone"] is not None:
        key = zone(match["zone"]).key
        carried = [clock.key for clock in found.zones] == [key] or any(key in note for note in found.remarks)
        yield Part(start=match.start("zone") - 1, end=match.end("zone") + 1, what="a zone", carried=carried)


def _wall(text: str, match: re.Match[str]) -> datetime:
    day_match = ISO_DATE.fullmatch(match["date"])
    assert day_match is not None
    day = iso_days(text, day_match).first
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    fraction = int((match["fraction"] or "").ljust(6, "0"))
    if hour == 24 and minute == second == fraction == 0:
        if day == date.max:
            raise OutOfRangeError(text)
        return datetime.combine(day + timedelta(days=1), time())
    if second == 60:
        raise TimeFormatError(
            text, "leap seconds are not counted: every day has 86,400 seconds", "write the second before or after it"
        )
    try:
        return datetime.combine(day, time(hour, minute, second, fraction))
    except ValueError:
        problem = "a day has no such hour, minute or second"
        hint = "check the time: hours run to 23 (24:00 ends a day), minutes and seconds to 59"
        raise NoSuchDateError(text, problem, hint) from None
