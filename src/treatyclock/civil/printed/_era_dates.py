"""Dates of eras: in English words, in digits, in Chinese characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from treatyclock.civil._folding import fold
from treatyclock.civil.calendars.eras import Era, eras
from treatyclock.civil.calendars.months_and_years import calendar_days
from treatyclock.civil.calendars.table import table
from treatyclock.civil.days import Days
from treatyclock.civil.printed._components import FORMS, Components, mark, read_components
from treatyclock.civil.printed._interpretation import Interpretation
from treatyclock.civil.printed._numerals import HAN, han_number
from treatyclock.errors import OutsideCalendarError, TimeFormatError

_LUNISOLAR = "lunisolar months need an almanac: give the Western date"

# In the patterns below a bar stands for the name of the era.
_HAN_DATE = re.compile(rf"(\|?)([0-9{HAN}]+)年(?:(閏?)([0-9{HAN}]+)月(?:([0-9{HAN}]+)日)?)?")
_MONTH_AND_DAY = re.compile(r"\|[-./ ]([0-9]{1,2})(?:[-./ ]([0-9]{1,2}))?")
_MONTH = re.compile(r"(?:the )?([0-9]{1,2}) month(?: of)?(?: the)? ?\|")
_LETTER = re.compile(r"([a-z]) ?([0-9]{1,3})[-./]([0-9]{1,2})[-./]([0-9]{1,2})")


def read_era(text: str, part: str) -> Interpretation | Components | None:
    """Read a date of an era.

    Args:
        text: The whole text, for messages.
        part: The date, folded, with numbers in digits.

    Returns:
        The day, or the days of the month or the year. If the date is written in Chinese characters without an
        era, its components as a Western date. None if the text is neither.

    Example:
        >>> read_era("", "民國30年4月13日").names[0][0][0].first.isoformat()
        '1941-04-13'
    """
    known, reigns = _names()
    if reign := _any_of(reigns).search(part):
        why = f"it is dated by a reign of {reigns[reign[0]]}, whose calendar was lunisolar"
        raise OutsideCalendarError(text, "a solar calendar", why, _LUNISOLAR)
    if match := _LETTER.fullmatch(part):
        for era in eras().values():
            if era.letter.casefold() == match[1]:
                return _named(era, *(int(match[group]) for group in (2, 3, 4)))
    name = _any_of(known).search(part)
    rest = part if name is None else f"{part[: name.start()]}|{part[name.end() :]}"
    if match := _HAN_DATE.fullmatch(rest.replace(" ", "")):
        year, month, day = _numbers(text, match)
        if name is None:
            return Components(day=day, month=month, year=(year,))
        return _named(known[name[0]], year, month, day)
    return None if name is None else _in_words(text, rest, known[name[0]])


def _in_words(text: str, rest: str, era: Era) -> Interpretation:
    found = _year().search(rest)
    if found is None:
        raise TimeFormatError(text, f"it names {era.title} without a year", FORMS)
    year = int(found[1] or found[2])
    rest = f"{rest[: found.start()]}|{rest[found.end() :]}"
    if rest.strip(" ,") == "|":
        return _named(era, year)
    if match := _MONTH_AND_DAY.fullmatch(rest) or _MONTH.fullmatch(rest):
        return _named(era, year, *(int(number) for number in match.groups() if number is not None))
    parts = read_components(text, mark(rest.replace("|", " ")))
    if parts.month is None or parts.year or parts.style or parts.christian or parts.of_other_months:
        raise TimeFormatError(text, f"it names no plain day and month in {era.era} {year}", FORMS)
    return _named(era, year, parts.month, parts.day)


def _named(era: Era, year: int, month: int | None = None, day: int | None = None) -> Interpretation:
    if month is None or day is None:
        days = calendar_days(era, year, month)
        return Interpretation.of(days.ranges, days.name, days.notes)
    found = Days.on(era.to_gregorian(year, month, day))
    return Interpretation.of((found,), era.write(year, month, day), era.notes(year, month, day))


def _numbers(text: str, match: re.Match[str]) -> tuple[int, int | None, int | None]:
    if match[3]:
        raise OutsideCalendarError(text, "a solar calendar", "it names a leap month", _LUNISOLAR)
    year, month, day = (None if match[group] is None else han_number(match[group]) for group in (2, 4, 5))
    if year is None or (month is None and match[4]) or (day is None and match[5]):
        raise TimeFormatError(text, "its numerals do not make numbers", "write digits, or numerals such as 十六")
    return year, month, day


@cache
def _year() -> re.Pattern[str]:
    """Match the year of an era, beside the name of the era and perhaps of its realm."""
    realms = "|".join(dict.fromkeys(fold(era.realm) for era in eras().values()))
    named = rf"\|(?: of (?:{realms}))?"
    return re.compile(rf"([0-9]{{1,3}}) year of (?:the )?{named}|{named},? ?([0-9]{{1,3}})(?![0-9])")


@cache
def _names() -> tuple[dict[str, Era], dict[str, str]]:
    """Return the eras, and the realms of lunisolar reigns, by their folded names."""
    known = {fold(name): era for era in eras().values() for name in era.names}
    reigns = {fold(name): entry["realm"] for entry in table()["lunisolar"] for name in entry["names"]}
    return known, reigns


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    return _pattern(tuple(sorted(names, key=len, reverse=True)))


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<![a-z]){re.escape(name)}(?![a-z])" for name in names))
