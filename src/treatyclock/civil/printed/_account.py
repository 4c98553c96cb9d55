"""Whether the dates that were read say all that their text says.

The readers take styles, eras, filling words and brackets off a text in turn. Here the text is gone through once more,
from its first character to its last, and compared with the names of the days that came out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from treatyclock.civil._folding import fold
from treatyclock.civil._parts import Part, check_parts
from treatyclock.civil.calendars.calendar import CalendarDate
from treatyclock.civil.calendars.cutovers import CutoverCalendar
from treatyclock.civil.calendars.eras import eras
from treatyclock.civil.calendars.months_and_years import MonthOrYear
from treatyclock.civil.calendars.names import calendar
from treatyclock.civil.printed._components import CHRISTIAN, FORMS, ROMAN, WESTERN, months_by_name, styles
from treatyclock.civil.printed._numerals import HAN, han_number

Name = CalendarDate | MonthOrYear

_FILLING = re.compile(
    r"(?:done|signed|dated|on|in|this|the|of|which|correspond(?:s|ing)|to|with|and|being|year|an|month of)\b"
    r"|(?<=[0-9] )(?:day|month)\b|[年月日]|[-,.;/()= ]"
)
_TWO_YEARS = re.compile(r"([0-9]{3,4})/([0-9]{1,4})\b")
_NUMBER = re.compile(r"[0-9]+")
_HAN_NUMBER = re.compile(f"[{HAN}]+")
_ROMAN = re.compile(rf"(?:{'|'.join(reversed(ROMAN))})\b")
_LETTER = re.compile(r"[a-z](?= ?[0-9])")


def check_account(printed: str, text: str, names: Sequence[Name], notes: Sequence[str]) -> None:
    """Refuse a text of which a part would be lost.

    Args:
        printed: The text, for messages.
        text: The same, folded, with numbers in digits.
        names: What the text calls the days that were read.
        notes: What was said of them besides.

    Raises:
        TimeFormatError: If the names and the notes do not say some part of the text again.

    Example:
        >>> may = CalendarDate(calendar="gregorian", year=1945, month=5, day=1, month_name="May")
        >>> check_account("1 May 1945", "1 may 1945", [may], ())
        >>> check_account("1 May 1945 O.S.", "1 may 1945 o.s.", [may], ())
        Traceback (most recent call last):
        treatyclock.errors.TimeFormatError: `1 May 1945 O.S.` cannot be read as a time: it has a style, `o.s.`, ...
    """
    check_parts(text, _parts(text, names, notes), FORMS, printed=printed)


def _parts(text: str, names: Sequence[Name], notes: Sequence[str]) -> Iterator[Part]:
    numbers = _Numbers(names, notes)
    readers: list[tuple[re.Pattern[str], str, Callable[[re.Match[str]], bool]]] = [
        (_TWO_YEARS, "two years", lambda match: numbers.have_two(match[1], match[2])),
        *((style, "a style", _has_style(names, name)) for style, name in styles()),
        (CHRISTIAN, "an era", lambda _: any(_is_christian(name) for name in names)),
        *((era, "an era", _has_calendar(names, known)) for era, known in _eras()),
        *((month, "a month", _has_month(names, numbered)) for month, numbered in _months()),
        (_ROMAN, "a year", lambda match: numbers.have(ROMAN.index(match[0]) + 1)),
        (_NUMBER, "a number", lambda match: numbers.have(int(match[0]))),
        (_HAN_NUMBER, "a number", lambda match: numbers.have(han_number(match[0]))),
        (_LETTER, "an era", lambda match: any(_letter(name) == match[0] for name in names)),
        (_FILLING, "", lambda _: True),
    ]
    at = 0
    while at < len(text):
        for pattern, what, carried in readers:
            if match := pattern.match(text, at):
                yield Part(start=at, end=match.end(), what=what, carried=carried(match))
                at = match.end()
                break
        else:
            at += 1  # in no part: the check will name it


class _Numbers:
    """The numbers of the names, each of which one number of the text may be."""

    def __init__(self, names: Sequence[Name], notes: Sequence[str]) -> None:
        self._years = {year for name in names for year in _years(name)}
        self._left = Counter(number for name in names for number in _numbers(name))
        self._notes = " ".join(notes)

    def have(self, number: int | None) -> bool:
        if number is None:
            return False
        if self._left[number] > 0:
            self._left[number] -= 1
            return True
        return f"the year {number} is read as" in self._notes

    def have_two(self, first: str, second: str) -> bool:
        # The stroke in 23 December 1893/4 January 1894 parts two dates.
        if all(self._left[number] for number in (int(first), int(second))):
            return self.have(int(first)) and self.have(int(second))
        following = int(first) + 1
        return following in self._years and str(following).endswith(second)


def _years(name: Name) -> tuple[int, ...]:
    also = name.also_year if isinstance(name, CalendarDate) else None
    return (name.year,) if also is None else (name.year, also)


def _numbers(name: Name) -> Iterator[int]:
    yield from _years(name)
    if name.month is not None:
        yield name.month
    if isinstance(name, CalendarDate):
        yield name.day


def _has_style(names: Sequence[Name], style: str) -> Callable[[re.Match[str]], bool]:
    return lambda _: any(name.calendar == style or (style == "julian" and name.style == "O.S.") for name in names)


def _has_calendar(names: Sequence[Name], known: frozenset[str]) -> Callable[[re.Match[str]], bool]:
    return lambda _: any(name.calendar in known for name in names)


def _has_month(names: Sequence[Name], numbered: dict[str, int]) -> Callable[[re.Match[str]], bool]:
    def carried(_: re.Match[str]) -> bool:
        western = numbered.get(WESTERN)
        return any(name.month is not None and name.month in (numbered.get(name.calendar), western) for name in names)

    return carried


def _is_christian(name: Name) -> bool:
    if name.calendar in ("gregorian", "julian"):
        return True
    own = calendar(name.calendar)
    return isinstance(own, CutoverCalendar) and own.offset == 0


def _letter(name: Name) -> str:
    era = eras().get(name.calendar)
    return "" if era is None else era.letter.casefold()


@cache
def _months() -> tuple[tuple[re.Pattern[str], dict[str, int]], ...]:
    """Return each named month as a pattern, the longest names first, with its number in each calendar."""
    known = sorted(months_by_name().items(), key=lambda each: -len(each[0]))
    return tuple((re.compile(rf"{re.escape(name)}(?![a-z])"), numbered) for name, numbered in known)


@cache
def _eras() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    """Return the names of eras and of their realms as patterns, the longest first, each with the eras meant."""
    known: dict[str, set[str]] = {}
    for era in eras().values():
        for name in (*era.names, era.realm):
            known.setdefault(fold(name), set()).add(era.name)
    names = sorted(known, key=len, reverse=True)
    return tuple((re.compile(rf"{re.escape(name)}(?![a-z])"), frozenset(known[name])) for name in names)
