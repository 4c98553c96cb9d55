"""Reads the texts of moments: dates and stamps of ISO 8601, and EDTF."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from treatyclock.civil._months import MONTH_NAMES, month_length
from treatyclock.civil.clocks.offsets import offset_text, parse_offset
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.days import Days
from treatyclock.civil.edtf import AllMembers, DateInterval, parse_edtf
from treatyclock.civil.moments.moment import Fold, Moment, at_wall, on_days
from treatyclock.civil.moments.widening import Widening, widened
from treatyclock.errors import EdtfError, NoSuchDateError, OffsetConflictError, OutOfRangeError, TimeFormatError, shown

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SEASON = re.compile(r"[0-9]{4}-(?:2[1-9]|3[0-9]|4[01])")
STAMP = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,](?P<fraction>[0-9]{1,6}))?)?"
    r" ?(?P<offset>Z|[+-][0-9]{2}:?[0-9]{2}(?::?[0-9]{2})?)?(?:\[(?P<zone>[^\[\]]+)\])?"
)
_FORMS = (
    "write 1945-08-09, 1945-08, 1945, an imprecise date of EDTF such as 1945-08-0X, 1945-08-09~ or"
    " [1945-05-08,1945-05-09], or 1945-08-09T00:10 with a zone or an offset such as +09:00;"
    " `treatyclock when` reads dates in words and in other calendars too"
)
# Texts whose faults the reader of EDTF explains best: with its signs, or with letters in place of digits.
_EDTF = re.compile(r".*[X?~%\[\]{}/Y].*|(?=.*[0-9])[0-9xuU]{4}(?:-[0-9xuU]{2}){0,2}", re.DOTALL)
_NUMBERS_ALONE = re.compile(r"[0-9]{1,4}(?P<sign>[/.])[0-9]{1,2}(?P=sign)[0-9]{1,4}")
_CLOCK_BEHIND = re.compile(
    r"(?P<stamp>[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}[0-9:.,]*) ?(?P<clock>[A-Za-z].*)"
)


def read_moment(text: str, zones: tuple[Zone, ...], fold: Fold, policy: Widening) -> Moment:
    """Read a moment; arguments and errors are those of :func:`treatyclock.civil.moments.read.moment`."""
    match = _DATE.fullmatch(text)
    if match is not None and not _SEASON.fullmatch(text):
        return on_days(text, [_days(text, match)], zones)
    match = STAMP.fullmatch(text)
    if match is None:
        return _from_edtf(text, zones, policy)
    if match["zone"] is not None:
        zones = (zone(match["zone"]),)
    wall = _wall(text, match)
    if match["offset"] is None:
        return at_wall(text, wall, zones, fold)
    # ISO 8601 writes UTC as an offset of zero too, and neither names a place.
    shift = timedelta() if match["offset"] == "Z" else parse_offset(match["offset"])
    own = zone(offset_text(shift) if shift else "UTC")
    at = at_wall(text, wall, (own,), fold)
    if match["zone"] is None:
        return at
    start = at.span.start
    assert start is not None
    real = zones[0].offset_at(start)
    if own.key != "UTC" and real != own.offset_at(start):
        raise OffsetConflictError(text, zones[0].key, own.key, offset_text(real))
    if own.key == "UTC":
        return at
    fold = Fold.LATER if zones[0].instants(wall)[0] < start else Fold.EARLIER
    return Moment(text=text, days=at.days, wall=wall, zones=zones, support=at.support, fold=fold)


def _from_edtf(text: str, zones: tuple[Zone, ...], policy: Widening) -> Moment:
    """Read an imprecise date. It is one unknown day among the days that its text may mean."""
    try:
        symbol = parse_edtf(text)
    except EdtfError as error:
        if match := _CLOCK_BEHIND.fullmatch(text):
            raise _clock_behind(text, match) from None
        if _NUMBERS_ALONE.fullmatch(text):
            problem = "it does not say which number is the day and which the month"
            raise TimeFormatError(text, problem, "write 1945-08-09: year, month, day") from None
        if _EDTF.fullmatch(text):
            raise
        raise TimeFormatError(text, "the form is not known", _FORMS) from error
    if isinstance(symbol, DateInterval | AllMembers):
        what = "an interval" if isinstance(symbol, DateInterval) else "a set whose members are all meant"
        hint = (
            "write one unknown day between two as [1945-08-01..1945-08-09], one of several as [1945-05-08,1945-05-09]"
        )
        raise TimeFormatError(text, f"{what} is not a moment", hint)
    ranges = []
    found, widths = widened(symbol, policy)
    for first, last in found:
        if first is None or last is None:
            raise TimeFormatError(text, "it has no bound on one side", "give the earliest and the latest day: [a..b]")
        ranges.append(Days(first=first, last=last))
    remarks = (*(str(each) for each in symbol.qualifiers), *symbol.notes, *widths)
    return on_days(text, ranges, zones, remarks)


def _clock_behind(text: str, match: re.Match[str]) -> TimeFormatError:
    clock = match["clock"]
    if "/" in clock:
        hint = f"write a zone in brackets, {match['stamp']}[{clock}], or give it apart: zone={clock!r}, --zone {clock}"
    else:
        hint = "give the clock apart: zone='Europe/Moscow' or --zone; what a document prints is a label (--label)"
    return TimeFormatError(text, f"behind the time stands {shown(clock)}, which is not an offset", hint)


def _days(text: str, match: re.Match[str]) -> Days:
    year, month, day = int(match[1]), match[2], match[3]
    try:
        first = date(year, int(month or 1), int(day or 1))
    except ValueError:
        problem = _no_such_day(year, int(month or 1))
        raise NoSuchDateError(text, problem, "check year (0001 to 9999), month and day") from None
    if day is not None:
        return Days.on(first)
    if month is not None:
        return Days(first=first, last=_last_of_month(year, int(month)))
    return Days(first=first, last=date(year, 12, 31))


def _no_such_day(year: int, month: int) -> str:
    if not 1 <= year <= 9999:
        return "years run from 1 to 9999"
    if not 1 <= month <= 12:
        return "months run from 1 to 12"
    return f"{MONTH_NAMES[month - 1]} {year} has {month_length(year, month)} days"


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
