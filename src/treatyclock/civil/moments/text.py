"""Reads the texts of moments: dates and stamps of ISO 8601, and EDTF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from treatyclock.civil._parts import Part, check_parts
from treatyclock.civil.clocks.zones import Zone
from treatyclock.civil.days import Days
from treatyclock.civil.edtf import AllMembers, Date, DateInterval, OneMember, Season, parse_edtf
from treatyclock.civil.moments._iso_dates import ISO_DATE, iso_days
from treatyclock.civil.moments.moment import Fold, Moment, on_days
from treatyclock.civil.moments.stamps import STAMP, parts_of_stamp, read_stamp
from treatyclock.civil.moments.widening import Widening, widened
from treatyclock.errors import EdtfError, TimeFormatError, shown

# A part of a year in EDTF, and for a historian two years: 1939-40.
_SEASON = re.compile(r"(?P<century>[0-9]{2})(?P<year>[0-9]{2})-(?P<then>2[1-9]|3[0-9]|4[01])")
_FORMS = (
    "write 1945-08-09, 1945-08, 1945, an imprecise date of EDTF such as 1945-08-0X, 1945-08-09~ or"
    " [1945-05-08,1945-05-09], or 1945-08-09T00:10 with a zone or an offset such as +09:00;"
    " `treatyclock when` reads dates in words and in other calendars too,"
    " and read_date(...).edtf makes this form of them"
)
# Texts whose faults the reader of EDTF explains best: with its signs, or with letters in place of digits.
_EDTF = re.compile(r".*[X?~%\[\]{}/Y].*|(?=.*[0-9])[0-9xuU]{4}(?:-[0-9xuU]{2}){0,2}", re.DOTALL)
_NUMBERS_ALONE = re.compile(r"[0-9]{1,4}(?P<sign>[/.])[0-9]{1,2}(?P=sign)[0-9]{1,4}")
_CLOCK_BEHIND = re.compile(
    r"(?P<stamp>[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}[0-9:.,]*) ?(?P<clock>[A-Za-z].*)"
)


def read_moment(text: str, zones: tuple[Zone, ...], fold: Fold, policy: Widening) -> Moment:
    """Read a moment; arguments and errors are those of :func:`treatyclock.civil.moments.read.moment`."""
    match = ISO_DATE.fullmatch(text)
    if match is not None and not _SEASON.fullmatch(text):
        return on_days(text, [iso_days(text, match)], zones)
    match = STAMP.fullmatch(text)
    if match is None:
        found, parts = _from_edtf(text, zones, policy)
    else:
        found = read_stamp(text, match, zones, fold)
        parts = parts_of_stamp(text, match, found)
    check_parts(text, parts, _FORMS)
    return found


def _from_edtf(text: str, zones: tuple[Zone, ...], policy: Widening) -> tuple[Moment, Iterator[Part]]:
    """Read an imprecise date. It is one unknown day among the days that its text may mean."""
    try:
        symbol = parse_edtf(text)
    except EdtfError as error:
        raise _refused(text, error) from None
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
    ranges, or_years = _or_years(text, ranges)
    remarks = (*(str(each) for each in symbol.qualifiers), *symbol.notes, *or_years, *widths)
    at = on_days(text, ranges, zones, remarks)
    return at, _parts_of_symbol(text, symbol, at)


def _parts_of_symbol(text: str, symbol: Date | Season | OneMember, found: Moment) -> Iterator[Part]:
    """Yield the date or dates of an EDTF text, and the time of day, which is read with stamps only."""
    time = None if not isinstance(symbol, Date) else symbol.time
    end = len(text) if time is None else len(text) - len(time) - 1
    told = set(found.remarks).issuperset(map(str, symbol.qualifiers))
    yield Part(start=0, end=end, what="a date", carried=told and str(symbol) == text)
    if time is not None:
        yield Part(start=end, end=len(text), what="a time of day", carried=found.wall is not None)


def _or_years(text: str, ranges: list[Days]) -> tuple[list[Days], tuple[str, ...]]:
    """Add the years that a text like 1939-40 may mean, beside the part of a year that it is in EDTF."""
    match = _SEASON.fullmatch(text)
    if match is None or match["then"] <= match["year"]:
        return ranges, ()
    first, last = f"{match['century']}{match['year']}", f"{match['century']}{match['then']}"
    years = Days(first=date(int(first), 1, 1), last=date(int(last), 12, 31))
    note = f"{text} may also mean the years {first} to {last}, so these are among its days; for them write"
    return [Days(first=min(ranges[0].first, years.first), last=max(ranges[-1].last, years.last))], (
        f"{note} [{first}..{last}]",
    )


def _refused(text: str, error: EdtfError) -> TimeFormatError:
    """Return the fault of a text that is not EDTF either, as whoever wrote it would want it explained."""
    if match := _CLOCK_BEHIND.fullmatch(text):
        return _clock_behind(text, match)
    if _NUMBERS_ALONE.fullmatch(text):
        problem = "it does not say which number is the day and which the month"
        return TimeFormatError(text, problem, "write 1945-08-09: year, month, day")
    return error if _EDTF.fullmatch(text) else TimeFormatError(text, "the form is not known", _FORMS)


def _clock_behind(text: str, match: re.Match[str]) -> TimeFormatError:
    clock = match["clock"]
    if re.search(r"[.,][0-9]{7,}$", match["stamp"]):
        problem = "its second has more than six decimals, and instants are whole microseconds"
        return TimeFormatError(text, problem, "write no more than six decimals")
    if "/" in clock:
        hint = f"write a zone in brackets, {match['stamp']}[{clock}], or give it apart: zone={clock!r}, --zone {clock}"
    else:
        hint = "give the clock apart: zone='Europe/Moscow' or --zone; what a document prints is a label (--label)"
    return TimeFormatError(text, f"behind the time stands {shown(clock)}, which is not an offset", hint)
