"""Reads EDTF texts. Each function reads one piece of the grammar and knows only that piece.

A fault is raised with its place in the piece. The caller that cut the piece out of a longer text adds where it stood
(:meth:`~treatyclock.errors.EdtfError.within`). There is no recursion, and each character is looked at only a few times.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import TypeVar

from treatyclock.civil._months import MONTH_NAMES, YearMonthDay
from treatyclock.civil.edtf._dates import Date
from treatyclock.civil.edtf._faults import FORMS, bad_digits, stray
from treatyclock.civil.edtf._groups import AllMembers, Between, DateInterval, Edtf, IntervalEnd, OneMember
from treatyclock.civil.edtf._times import read_time
from treatyclock.civil.edtf.masks import MONTHS, PAIRS, why_no_day
from treatyclock.civil.edtf.seasons import SEASONS, Season
from treatyclock.civil.edtf.symbols import DatePart
from treatyclock.errors import EdtfError, TimeFormatError, legible

LONGEST = 1000
"""The most characters that are read: some ninety days in a set."""

_LONGEST_YEAR = 20
_DIGITS = frozenset("0123456789")
_MARKS = frozenset("?~%")
_Read = TypeVar("_Read")


def parse_edtf(text: str) -> Edtf:
    """Read an EDTF text.

    Raises:
        EdtfError: If it is not EDTF, or no day fits it, with the place in the text.
        TimeFormatError: If the value is not a text.

    Example:
        >>> parse_edtf("2004-06~-11").month
        DatePart(text='06', before='', after='~')
        >>> parse_edtf("1945-02-29")
        Traceback (most recent call last):
        treatyclock.errors.EdtfError: `1945-02-29` cannot be read as a time: at column 9, `29`: February 1945 has 28 days.
          hint: check the day, or write `XX` for one that is not known
    """  # noqa: E501
    if not isinstance(text, str):
        raise TimeFormatError(legible(text), f"a {type(text).__name__} is not EDTF", "give text")
    if len(text) == 10 and text[4] == text[7] == "-" and text.isascii():
        try:
            date.fromisoformat(text)
        except ValueError:
            pass  # the readers below say what is wrong, or read what is unusual
        else:
            return Date(year=_plain(text[:4]), month=_plain(text[5:7]), day=_plain(text[8:]))
    if len(text) > LONGEST:
        raise EdtfError(text, LONGEST, "", f"no more than {LONGEST} characters are read", "split the text")
    if text[:1] in ("[", "{"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _date(text)


def _set(text: str) -> OneMember | AllMembers:
    closing = "]" if text[0] == "[" else "}"
    if text[-1] != closing or len(text) == 1:
        end = text.find(closing) + 1 or len(text)
        problem = f"nothing may follow the `{closing}` of a set" if end < len(text) else f"`{closing}` is missing"
        raise EdtfError(text, end, text[end:], problem, f"write a set from `{text[0]}` to `{closing}`")
    members, at = [], 1
    for piece in text[1:-1].split(","):
        members.append(_inside(text, at, piece, _member))
        at += len(piece) + 1
    return OneMember(members=tuple(members)) if closing == "]" else AllMembers(members=tuple(members))


def _member(text: str) -> Date | Season | Between:
    dots = text.find("..")
    if dots < 0:
        return _untimed(text)
    if text == "..":
        raise EdtfError(text, 0, text, "`..` needs a date beside it", "write [..1984] for that year or earlier")
    first = _inside(text, 0, text[:dots], _untimed) if dots else None
    last = _inside(text, dots + 2, text[dots + 2 :], _untimed) if text[dots + 2 :] else None
    if first is not None and last is not None:
        _in_order(text, first, last, dots + 2)
    return Between(first=first, last=last)


def _interval(text: str) -> DateInterval:
    slash = text.find("/")
    if (second := text.find("/", slash + 1)) >= 0:
        raise EdtfError(text, second, "/", "an interval has one `/`", "write its first and its last date: 1941/1946")
    start, end = _side(text, 0, text[:slash]), _side(text, slash + 1, text[slash + 1 :])
    if isinstance(start, IntervalEnd):
        if isinstance(end, IntervalEnd):
            raise EdtfError(text, 0, text, "an interval needs a date on one side at least", FORMS)
    elif not isinstance(end, IntervalEnd):
        _in_order(text, start, end, slash + 1)
    return DateInterval(start=start, end=end)


def _side(text: str, at: int, piece: str) -> Date | Season | IntervalEnd:
    if not piece:
        return IntervalEnd.UNKNOWN
    return IntervalEnd.OPEN if piece == ".." else _inside(text, at, piece, _untimed)


def _in_order(text: str, first: Date | Season, last: Date | Season, at: int) -> None:
    earlier, later = first.year.text, last.year.text
    if earlier < later and (earlier + later).isdigit():
        return  # almost always so, and seen without working out days
    start, end = first.first_day(), last.last_day()
    if start > end:
        problem = f"it must be over by {_words(end)}, but cannot start before {_words(start)}"
        raise EdtfError(text, at, text[at:], problem, "write the earlier date first")


def _words(day: YearMonthDay) -> str:
    return f"{day[2]} {MONTH_NAMES[day[1] - 1]} {day[0]}"


def _inside(text: str, at: int, piece: str, read: Callable[[str], _Read]) -> _Read:
    try:
        return read(piece)
    except EdtfError as error:
        raise error.within(text, at) from None


def _untimed(text: str) -> Date | Season:
    found = _date(text)
    if isinstance(found, Date) and found.time is not None:
        at = text.index("T")
        raise EdtfError(text, at, text[at:], "EDTF has times of day only on dates that stand alone", "leave it out")
    return found


def _date(text: str) -> Date | Season:
    year, at = _year(text)
    if at == len(text):
        return Date(year=year)
    if text[at] != "-":
        raise stray(text, at, "year")
    if year.text[0] == "Y":
        raise EdtfError(text, at, "-", "a year written with `Y` has no months", "leave out what follows")
    month, at = _pair(text, at + 1, "month")
    if month.text in SEASONS:
        if at < len(text):
            raise stray(text, at, "season")
        return Season(year=year, code=month)
    if not MONTHS[month.text]:
        hint = "write a month from 01 to 12, or a season or another part of the year from 21 to 41"
        raise EdtfError(text, at - len(month.after) - 2, month.text, "there is no such month", hint)
    if at == len(text):
        return Date(year=year, month=month)
    if text[at] != "-":
        raise stray(text, at, "month")
    day, at = _pair(text, at + 1, "day")
    if problem := why_no_day(year.text, month.text, day.text):
        hint = "check the day, or write `XX` for one that is not known"
        raise EdtfError(text, at - len(day.after) - 2, day.text, problem, hint)
    if at == len(text):
        return Date(year=year, month=month, day=day)
    if text[at] != "T":
        raise stray(text, at, "day")
    if not (text[:at].isascii() and _DIGITS.issuperset(text[:at].replace("-", ""))):
        hint = "leave the time out, or the `X` and the qualifiers"
        raise EdtfError(text, at, text[at:], "EDTF has times of day only on dates without `X` and qualifiers", hint)
    return Date(year=year, month=month, day=day, time=read_time(text, at + 1))


@lru_cache(maxsize=4096)
def _plain(text: str) -> DatePart:
    return DatePart(text=text)


def _part(text: str, start: int, stop: int, before: str) -> tuple[DatePart, int]:
    after = text[stop : stop + 1]
    if after in _MARKS:
        return DatePart(text=text[start:stop], before=before, after=after), stop + 1
    return DatePart(text=text[start:stop], before=before) if before else _plain(text[start:stop]), stop


def _year(text: str) -> tuple[DatePart, int]:
    before = text[:1] if text[:1] in _MARKS else ""
    start = len(before)
    if text.startswith("Y", start):
        return _part(text, start, _end_of_long_year(text, start), before)
    first = start + text.startswith("-", start)
    stop = first + 4
    if text[first : first + 2] not in PAIRS or text[first + 2 : stop] not in PAIRS:
        raise bad_digits(text, first, "year", 4)
    if first > start and text[first:stop] == "0000":
        raise EdtfError(text, start, text[start:stop], "the year 0 has no sign", "write 0000, which is 1 BC")
    return _part(text, start, stop, before)


def _end_of_long_year(text: str, start: int) -> int:
    first = stop = start + 1 + text.startswith("-", start + 1)
    while stop < len(text) and text[stop] in _DIGITS:
        stop += 1
    if text[stop : stop + 1] in ("E", "S", "X"):
        kind = {"E": "exponents", "S": "significant digits", "X": "open digits"}[text[stop]]
        raise EdtfError(text, stop, text[stop:], f"{kind} of a long year are not read", "write all its digits")
    if not 5 <= stop - first <= _LONGEST_YEAR or text[first] == "0":
        problem = f"a year with `Y` has five to {_LONGEST_YEAR} digits, and does not begin with 0"
        hint = "write years from -9999 to 9999 in four digits, without `Y`"
        raise EdtfError(text, first, text[first:stop], problem, hint)
    return stop


def _pair(text: str, at: int, name: str) -> tuple[DatePart, int]:
    before = text[at : at + 1] if text[at : at + 1] in _MARKS else ""
    start = at + len(before)
    if text[start : start + 2] not in PAIRS:
        raise bad_digits(text, start, name, 2)
    return _part(text, start, start + 2, before)
