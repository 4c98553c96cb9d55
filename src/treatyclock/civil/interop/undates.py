"""Dates of the package ``undate``, imported when one is first asked for; it comes with the extra ``undate``.

Both packages keep what a source says, digit by digit, so they exchange symbols. A symbol that undate would lose in
part, or read otherwise, is refused: times of day, qualifiers, seasons, sets, and ends that exist but are not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from treatyclock.civil._day_runs import joined
from treatyclock.civil._months import YearMonthDay
from treatyclock.civil.calendars.convertdate import ConvertdateCalendar, convertdate_calendars
from treatyclock.civil.clocks.zones import Zone
from treatyclock.civil.days import Days
from treatyclock.civil.edtf import Date, DateInterval, Edtf, IntervalEnd, parse_edtf
from treatyclock.civil.edtf.masks import DAYS, PAIRS, years
from treatyclock.civil.interop.objects import days_text
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.errors import EdtfError, MissingExtraError, NoSuchDateError, TimeFormatError, UndateError, expect

if TYPE_CHECKING:
    from undate import Undate, UndateInterval

_ANY_YEAR = "XXXX"


def to_undate(value: Moment | Edtf | str) -> Undate | UndateInterval:
    """Turn a date or an interval into an object of ``undate``.

    undate has no clocks, so the zones of a moment are kept in the label, for people to read. In undate, a year that is
    not known at all (``XXXX``) is any year, also before Christ and after 9999, and an open end is a missing end.

    Args:
        value: A moment without a time of day, a symbol of EDTF, or its text.

    Raises:
        UndateError: If undate would lose a part of it, or read it as other days.
        MissingExtraError: If undate is not installed.

    Example:
        >>> to_undate("1945-08-0X")
        undate.Undate(year=1945, month=8, day='0X', calendar='Gregorian')
        >>> to_undate("1945~")
        Traceback (most recent call last):
        treatyclock.errors.UndateError: `1945~` cannot be given to undate: the year of 1945~ is approximate, ...
    """
    undate = _package()
    label = None
    if isinstance(value, Moment):
        if value.wall is not None:
            raise UndateError(value, "it has a time of day, and undate has only days", "give its date alone")
        label = str(value) if value.zones else None
        value = value.text
    symbol = parse_edtf(value) if isinstance(value, str) else value
    expect(symbol, Edtf.__args__, "what is given to undate", "a moment, a symbol of EDTF or its text")
    if symbol.qualifiers:
        problem = f"{symbol.qualifiers[0]}, and undate has no qualifiers"
        raise UndateError(symbol, problem, "leave `?`, `~` and `%` out, if the date may be taken as certain")
    if isinstance(symbol, Date):
        return _undate(undate, symbol, label)
    if not isinstance(symbol, DateInterval):
        hint = "give an interval (1945-07/1945-09), or each date by itself"
        raise UndateError(symbol, "undate has no seasons, no other parts of a year, and no sets", hint)
    ends = []
    for end in (symbol.start, symbol.end):
        if end is IntervalEnd.UNKNOWN:
            raise UndateError(symbol, "undate takes an unknown end for an open end", "write an open end as ..")
        ends.append(None if isinstance(end, IntervalEnd) else to_undate(end))
    try:
        found: UndateInterval = undate.UndateInterval(*ends, label=label)
    except (ValueError, NotImplementedError):
        hint = "give its dates one by one"
        raise UndateError(symbol, "undate has no interval whose ends may overlap", hint) from None
    return found


def from_undate(value: Undate, *, zone: str | Zone | Sequence[str | Zone] | None = None) -> Moment:
    """Turn a date of ``undate`` into a moment.

    A date in another calendar of undate becomes the Gregorian days that it may mean. A remark says so, and another
    remark gives the label.

    Args:
        value: The date.
        zone: The clock, or several that it may be on; undate itself has no clocks.

    Raises:
        TimeFormatError: If it is an interval, which is not a moment: see :func:`symbol_of`.
        NoSuchDateError: If its calendar has no such date.
        MissingExtraError: If undate is not installed.

    Example:
        >>> from undate import Undate
        >>> str(from_undate(Undate("194X", 5)))
        '194X-05'
        >>> from_undate(Undate(5705, 5, 3, calendar="Hebrew")).days.first.isoformat()
        '1945-07-12'
    """
    if isinstance(value, _package().UndateInterval):
        hint = "give its two dates one by one, or read the whole with treatyclock.civil.interop.undates.symbol_of"
        raise TimeFormatError(value, "an interval is not a moment", hint)
    symbol = symbol_of(value)
    remarks = []
    if value.calendar.value != "gregorian":
        remarks += [f"{value} is a {value.calendar.value.title()} date of undate", *_calendar(value)[0].notes(1, 1, 1)]
    if value.label:
        remarks.append(f"undate labels it: {value.label}")
    found = moment(str(symbol), zone=zone)
    return replace(found, remarks=(*remarks, *found.remarks))


def symbol_of(value: Undate | UndateInterval, *, missing_end: IntervalEnd | None = None) -> Edtf:
    """Return what a date or an interval of ``undate`` says, as a symbol of EDTF.

    Args:
        value: The date or the interval.
        missing_end: What it means if an interval has no start or no end: undate does not tell an open end from an end
            that is not known.

    Raises:
        TimeFormatError: If EDTF has no such date, or an end is missing and ``missing_end`` is not given.
        NoSuchDateError: If its calendar has no such date.
        MissingExtraError: If undate is not installed.

    Example:
        >>> from undate import Undate, UndateInterval
        >>> str(symbol_of(UndateInterval(Undate(1941, 4), None), missing_end=IntervalEnd.OPEN))
        '1941-04/..'
    """
    undate = _package()
    if isinstance(value, undate.UndateInterval):
        ends = [missing_end if end is None else symbol_of(end) for end in (value.earliest, value.latest)]
        if None in ends:
            hint = "say what it is: symbol_of(value, missing_end=IntervalEnd.OPEN), or IntervalEnd.UNKNOWN"
            raise TimeFormatError(value, "undate does not tell an open end from an unknown end", hint)
        return _parsed("/".join(str(end) for end in ends), value)
    expect(value, undate.Undate, "what is taken from undate", "an Undate or an UndateInterval")
    if value.calendar.value != "gregorian":
        return _parsed(_elsewhere(value), value)
    year, month, day = _masks(value)
    return _parsed("-".join(part for part in (year, month, day) if part is not None), value)


def _package() -> Any:
    try:
        import undate
    except ImportError:
        raise MissingExtraError("an object of undate", "undate", "undate") from None
    return undate


def _undate(undate: Any, symbol: Date, label: str | None) -> Undate:
    if symbol.time is not None:
        raise UndateError(symbol, "it has a time of day, and undate has only days", "give its date alone")
    if symbol.year.text == "0000":
        raise UndateError(symbol, "undate takes the year 0 for an unknown year", "give another year")
    texts = [symbol.year.text.removeprefix("Y")]
    texts += [part.text for part in (symbol.month, symbol.day) if part is not None]
    try:
        found: Undate = undate.Undate(*(text if "X" in text else int(text) for text in texts), label=label)
        days = [_day(end) for end in (found.earliest, found.latest)]
    # undate does not check everything that it cannot hold, so it may fail in other ways.
    except (ValueError, TypeError, AttributeError, ArithmeticError):
        problem, hint = "undate finds no first or last day for it", "give an interval from the first to the last"
        raise UndateError(symbol, problem, hint) from None
    ours = [symbol.first_day(), symbol.last_day()]
    # For an unknown year, undate's bounds are far away, and those years need not have such a day.
    known = slice(1 if texts[0] == _ANY_YEAR else 0, 3)
    if [day[known] for day in days] != [day[known] for day in ours]:
        problem = f"undate takes it to lie between {found.earliest} and {found.latest}"
        raise UndateError(symbol, problem, "give an interval from the first to the last day that it may be")
    return found


def _day(day: Any) -> YearMonthDay:
    return day.year, day.month, day.day


def _masks(value: Undate) -> tuple[str, str | None, str | None]:
    """Return year, month and day as EDTF writes them; a part that the date does not name is None."""
    year, month, day = (value.initial_values[part] for part in ("year", "month", "day"))
    if day is not None and month is None:
        month = "XX"
    number = isinstance(year, int)
    digits = f"{abs(year):04d}" if isinstance(year, int) else str(year or _ANY_YEAR).zfill(4)
    long = "Y" if number and len(digits) > 4 else ""
    sign = "-" if isinstance(year, int) and year < 0 else ""
    return f"{long}{sign}{digits}", _pair(month), _pair(day)


def _pair(value: int | str | None) -> str | None:
    return None if value is None else str(value).zfill(2)


def _parsed(text: str, value: object) -> Edtf:
    try:
        return parse_edtf(text)
    except EdtfError as error:
        raise TimeFormatError(value, f"as EDTF it would be {text}: {error.problem}", error.hint) from None


# Other calendars

_SELEUCID = 3449
"""What is added to a year of undate's Seleucid calendar to make it one of the Hebrew calendar."""
_CALENDARS = {"hebrew": ("hebrew", 0, 13), "islamic": ("islamic", 0, 12), "seleucid": ("hebrew", _SELEUCID, 13)}


def _calendar(value: Undate) -> tuple[ConvertdateCalendar, int, int]:
    name = value.calendar.value
    if name not in _CALENDARS:
        raise TimeFormatError(value, f"its calendar is {name}", f"give one of {', '.join(_CALENDARS)}, or gregorian")
    known, offset, months = _CALENDARS[name]
    return convertdate_calendars()[known], offset, months


def _elsewhere(value: Undate) -> str:
    """Write the Gregorian days that a date in another calendar may mean."""
    # undate's own bounds are not used, since they accept months and days that no year has.
    year, month, day = _masks(value)
    if not set(year) <= set("0123456789X") or year.count("X") > 1:
        hint = "give the first and the last year by themselves"
        raise TimeFormatError(value, "its year is written in another way, or may be one of more than ten", hint)
    days = sorted((each.first.toordinal(), each.last.toordinal()) for each in _each_day(value, year, month, day))
    if not days:
        raise NoSuchDateError(value, "its calendar has no such date", "check the year, the month and the day")
    ranges = [(date.fromordinal(a), date.fromordinal(b)) for a, b in joined(days)]
    texts = [days_text(first, last) for first, last in ranges]
    return texts[0] if len(texts) == 1 else f"[{','.join(text.strip('[]') for text in texts)}]"


def _each_day(value: Undate, year: str, month: str | None, day: str | None) -> Iterator[Days]:
    """Yield the civil days of each date: such a day begins at sunset, or with the moon that people saw."""
    found, offset, most = _calendar(value)
    months = range(1, most + 1) if month is None else [n for n in PAIRS.get(month, ()) if 1 <= n <= most]
    for y in years(year):
        for m in months:
            for d in DAYS.get(day, ()):
                try:
                    yield found.may_be(found.to_gregorian(y + offset, m, d))
                except NoSuchDateError:
                    continue
