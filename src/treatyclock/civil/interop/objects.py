"""Times and lengths of other libraries. They are recognized by the module of their class, so no library is imported.

Objects of ``whenever``, ``pandas`` and ``numpy`` become what this package reads already: a ``datetime``, a ``date``
or a text. Instants are whole microseconds, so finer parts are cut off, and a remark says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol, TypeAlias

from treatyclock.errors import OutOfRangeError, PeriodError, TimeFormatError


class _HasStdlib(Protocol):
    def to_stdlib(self) -> date: ...


class _HasDays(Protocol):
    def on_day(self, day: int, /) -> Any: ...


class _HasEnds(Protocol):
    @property
    def start_time(self) -> Any: ...
    @property
    def end_time(self) -> Any: ...


class _HasType(Protocol):
    def astype(self, dtype: str, /) -> Any: ...


TimeObject: TypeAlias = _HasStdlib | _HasDays | _HasEnds | _HasType
"""How a type checker sees the objects that are accepted. A ``Timestamp`` of pandas is a ``datetime`` to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainTime:
    """An object of another library in plain terms.

    Attributes:
        value: What :func:`~treatyclock.civil.moments.read.moment` reads instead of the object.
        remarks: What was lost on the way.
    """

    value: str | date | datetime
    remarks: tuple[str, ...] = ()


def as_plain(value: object) -> PlainTime | None:
    """Return an object of another library in plain terms; return None if the object is not known here.

    Raises:
        TimeFormatError: If the object is known but is not a single time.
        OutOfRangeError: Outside the years 1 to 9999.

    Example:
        >>> import numpy
        >>> as_plain(numpy.datetime64("1945-08")).value, as_plain("1945-08")
        ('1945-08', None)
    """
    read = _of_library(value, _READERS)
    return None if read is None else read(value)


def as_iso_period(value: object) -> str | None:
    """Return a calendar length of another library as an ISO 8601 duration; return None if it is not known here.

    Raises:
        PeriodError: If the object is known but is not a calendar length.

    Example:
        >>> import whenever
        >>> as_iso_period(whenever.ItemizedDateDelta(years=1, months=6))
        'P1Y6M'
    """
    write = _of_library(value, _PERIODS)
    return None if write is None else write(value)


def _of_library(value: object, known: dict[str, Any]) -> Any:
    if type(value).__module__ in ("builtins", "datetime"):
        return None
    for kind in type(value).__mro__:
        found = known.get(f"{kind.__module__.partition('.')[0]}.{kind.__name__}")
        if found is not None:
            return found
    return None


# whenever

_FINER = re.compile(r"\.[0-9]{6}(?=[0-9]*[1-9])")


def _whenever(value: Any) -> PlainTime:
    # Releases before 0.10 have py_datetime and py_date instead.
    for name in ("to_stdlib", "py_datetime", "py_date"):
        if hasattr(value, name):
            return PlainTime(value=getattr(value, name)(), remarks=_cut(value) if _FINER.search(str(value)) else ())
    raise _refused(value, "it has neither a date nor a time that the standard library knows", "give text")


def _year_month(value: Any) -> PlainTime:
    return PlainTime(value=f"{value.year:04d}-{value.month:02d}")


def _week_date(value: Any) -> PlainTime:
    return _whenever(value.date())


def _no_date(value: Any) -> PlainTime:
    raise _refused(value, "it has no whole date", "give it with its date: join the two first")


# pandas


def _timestamp(value: Any) -> PlainTime:
    try:
        plain: datetime = value.to_pydatetime(warn=False)
    except ValueError:
        raise OutOfRangeError(str(value)) from None
    return PlainTime(value=plain, remarks=_cut(value) if value.nanosecond else ())


def _not_a_time(value: Any) -> PlainTime:
    raise _refused(value, "it stands for a time that is missing", "leave it out, or give the range that it lies in")


_WHOLE_DAYS = re.compile(r"[0-9]*(?:D|(?:[WQYA](?:-[A-Z]{3})?)|M)")


def _pandas_period(value: Any) -> PlainTime:
    if not _WHOLE_DAYS.fullmatch(value.freqstr):
        why = f"with frequency {value.freqstr} it is a period of wall times or of business days"
        raise _refused(value, why, "give its start_time, or both ends as a Stretch")
    ends = []
    for end in (value.start_time, value.end_time):
        try:
            ends.append(date(end.year, end.month, end.day))
        except ValueError:
            raise OutOfRangeError(str(value)) from None
    return PlainTime(value=days_text(*ends))


def days_text(first: date, last: date) -> str:
    """Write a day, a month or a year as such, and other days as one of a range."""
    if first == last:
        return first.isoformat()
    ends_month = last == date.max or (last + timedelta(days=1)).day == 1
    if first.day == 1 and ends_month and first.year == last.year:
        if first.month == last.month:
            return first.isoformat()[:7]
        if (first.month, last.month) == (1, 12):
            return first.isoformat()[:4]
    return f"[{first}..{last}]"


# numpy

_UNIT = re.compile(r"datetime64\[(?P<unit>[A-Za-z]+)\]")
_WIDTHS = {"Y": 4, "M": 7, "D": 10}
_COARSE = (*_WIDTHS, "h", "m", "s", "ms")


def _datetime64(value: Any) -> PlainTime:
    if str(value) == "NaT":
        return _not_a_time(value)
    match = _UNIT.fullmatch(value.dtype.name)
    if match is None or match["unit"] == "W":
        why = f"its unit is {value.dtype.name}, neither a calendar's nor a clock's"
        raise _refused(value, why, "give it in a unit of one day, or of one second or less: .astype('datetime64[D]')")
    # numpy silently wraps a far year around when it converts to a finer unit, so the unit of days is tried first.
    coarse = match["unit"] in _COARSE
    day = value.astype("datetime64[D]" if coarse else "datetime64[us]").item()
    if not isinstance(day, date):
        raise OutOfRangeError(str(value))
    if match["unit"] in _WIDTHS:
        return PlainTime(value=day.isoformat()[: _WIDTHS[match["unit"]]])
    whole = value.astype("datetime64[us]")
    return PlainTime(value=whole.item(), remarks=() if coarse or whole == value else _cut(value))


def _cut(value: object) -> tuple[str, ...]:
    return (f"{value} is finer than a microsecond: the whole microsecond that contains it is meant",)


def _refused(value: object, why: str, hint: str) -> TimeFormatError:
    kind = type(value)
    return TimeFormatError(value, f"it is a {kind.__module__.partition('.')[0]}.{kind.__name__}, and {why}", hint)


def _undate(value: Any) -> PlainTime:
    raise _refused(value, "what it may mean needs that package to say", "give treatyclock.from_undate(value)")


_READERS: dict[str, Callable[[Any], PlainTime]] = {
    **dict.fromkeys(
        ("whenever.Instant", "whenever.ZonedDateTime", "whenever.OffsetDateTime", "whenever.PlainDateTime"), _whenever
    ),
    **dict.fromkeys(("whenever.SystemDateTime", "whenever.LocalDateTime", "whenever.Date"), _whenever),
    "whenever.YearMonth": _year_month,
    "whenever.IsoWeekDate": _week_date,
    **dict.fromkeys(("whenever.MonthDay", "whenever.Time"), _no_date),
    "pandas.Timestamp": _timestamp,
    "pandas.NaTType": _not_a_time,
    "pandas.Period": _pandas_period,
    "numpy.datetime64": _datetime64,
    **dict.fromkeys(("undate.Undate", "undate.UndateInterval"), _undate),
}


# Lengths


def _iso(value: Any) -> str:
    write = getattr(value, "format_iso", None) or value.format_common_iso
    text: str = write()
    return text


def _exact_time(value: Any) -> str:
    raise PeriodError(value, "it counts exact time, and days of the calendar may have 23 or 25 hours")


def _by_rules(value: Any) -> str:
    raise PeriodError(value, "what a pandas offset adds depends on rules of its own, such as business days")


_PERIODS: dict[str, Callable[[Any], str]] = {
    **dict.fromkeys(("whenever.ItemizedDateDelta", "whenever.ItemizedDelta"), _iso),
    **dict.fromkeys(("whenever.DateDelta", "whenever.DateTimeDelta"), _iso),
    "whenever.TimeDelta": _exact_time,
    "pandas.BaseOffset": _by_rules,
}
