"""The components of a printed date: which day, month and year it names, and in what style."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from treatyclock.civil._folding import fold
from treatyclock.civil._months import MONTH_NAMES
from treatyclock.civil.calendars.convertdate import convertdate_calendars
from treatyclock.civil.calendars.table import marks
from treatyclock.errors import TimeFormatError, nearest, shown

FORMS = (
    "write 1 February 1918, February 1, 1918 or 1918-02-01, with O.S. or N.S. behind or a calendar;"
    " 14 (1) February 1918; 11 February 1731/32; Showa 16-04-13; 13th day of the 4th month of Showa 16;"
    " October 1917, 1917-10, April of Showa 16 or Showa 16 for a month or a year"
)
WESTERN = ""  # the key of the Gregorian and Julian months beside the names of other calendars


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """What one date of a text says. In a dual date, each of the two may leave components to the other.

    Attributes:
        day: The day of the month.
        month: The number of the month, if it is a Western month or printed as a number.
        month_of: The number of a named month, by the calendars that have a month of that name; :data:`WESTERN` is one.
        year: The year, or two of them (1731/32).
        month_name: The month as it is named, folded; empty if it is a number or left out.
        style: The calendar that is named behind the date.
        christian: Whether the year is said to be one of the Christian era, by A.D. or C.E.
        iso: Whether it is a date of ISO 8601, in digits, year first.
    """

    day: int | None = None
    month: int | None = None
    month_of: Mapping[str, int] = field(default_factory=dict)
    year: tuple[int, ...] = ()
    month_name: str = ""
    style: str | None = None
    christian: bool = False
    iso: bool = False

    @property
    def of_other_months(self) -> bool:
        """Whether the month is named, and is not a Western month."""
        return bool(self.month_of) and WESTERN not in self.month_of


def _marked(words: str) -> re.Pattern[str]:
    return re.compile(rf"\((?:{words})\)|{words}")


_OLD_AND_NEW = (
    (_marked(r"\bo\.? ?s\b\.?|\bold style\b|\bjulian(?: calendar)?\b"), "julian"),
    (_marked(r"\bn\.? ?s\b\.?|\bnew style\b|\bgregorian(?: calendar)?\b"), "gregorian"),
)
# The stroke in 23 December 1893/4 January 1894 parts two dates, not two years.
_TWO_YEARS = re.compile(r"\b([0-9]{3,4})/([0-9]{1,4})\b(?! ?[a-z])")
CHRISTIAN = re.compile(r"\b(?:a\. ?d\b\.?|ad\b|c\. ?e\b\.?|ce\b) ?")
# "day" says nothing behind a number only: May Day is not May.
_FILLING = re.compile(
    r"(?<=[0-9]) day(?: of)?(?: the year)?(?= )| of(?: the year)?(?= )|(?: in)? the year(?= )"
    r"|,? (?:an|year)(?= [0-9]+ $)"
)
_NUMBERED = re.compile(r"(?P<d>[0-9]{1,2}) day of (?:the )?(?P<n>[0-9]{1,2}) month\b,?(?: of)?(?: the)?(?: year)?")

_D, _M = r"(?P<d>[0-9]{1,2})", r"(?P<m>[a-z][a-z'. -]*?)\.?"
_Y, _LONG = (rf"(?P<y>[0-9]{{{least},4}})(?:~(?P<y2>[0-9]{{1,4}}))?" for least in (1, 3))
_WHOLE_OR_PART = tuple(
    re.compile(form)
    for form in (
        rf"{_D}(?: {_M}(?:,? {_Y})?)?",  # 1 February 1918; 1 February; 1
        rf"{_M} {_D}(?:(?:, ?| ){_Y})?",  # February 1, 1918; February 1
        rf"{_D},? {_LONG}",  # the second date of February 1/14, 1918
        rf"{_LONG} {_M} {_D}",  # 1918 February 1
        rf"{_M},? {_LONG}",  # a month, or the text behind brackets: February 1918
        _LONG,
        _M,
        r"(?P<y>[0-9]{1,4})-(?P<n>[0-9]{1,2})(?:-(?P<d>[0-9]{1,2}))?",
    )
)


def mark(part: str) -> str:
    """Write styles and double years of folded text as signs, which :func:`read_components` reads.

    Example:
        >>> mark("11 february 1731/32 (o.s.)")
        '11 february 1731~32 @julian'
    """
    for style, name in styles():
        part = style.sub(f" @{name} ", part)
    part = CHRISTIAN.sub("^ ", part)
    return _TWO_YEARS.sub(r"\1~\2", " ".join(part.split()).replace(" ,", ","))


def read_components(text: str, part: str) -> Components:
    """Read the components of one date.

    Args:
        text: The whole text, for messages.
        part: The date, folded and marked.

    Raises:
        TimeFormatError: If the form is not known.

    Example:
        >>> found = read_components("", "11 february 1731~32 @julian")
        >>> found.day, found.month, found.year, found.style
        (11, 2, (1731, 1732), 'julian')
    """
    if part.count("^") > 1:
        raise TimeFormatError(text, "it names the era twice", "write A.D. once")
    if "^" in part:
        return replace(read_components(text, " ".join(part.replace("^", " ").split())), christian=True)
    part, _, marked = part.strip(" ,").partition("@")
    style, _, rest = marked.partition(" ")
    if "@" in rest:
        raise TimeFormatError(text, "it names two styles for one date", "write one style, or one date for each style")
    part = f"{part}{rest}".strip(" ,")
    if numbered := _NUMBERED.match(part):
        year = read_components(text, part[numbered.end() :])
        if year.day is not None or year.month is not None:
            raise TimeFormatError(text, "it names two months", FORMS)
        return Components(day=int(numbered["d"]), month=int(numbered["n"]), year=year.year, style=style or None)
    part = " ".join(_FILLING.sub("", f" {part} ").split())
    if not part:
        return Components(style=style or None)
    if found := _of_roman_year(part, style or None):
        return found
    for form in _WHOLE_OR_PART:
        if match := form.fullmatch(part):
            return _from_match(text, match, style or None)
    raise TimeFormatError(text, "the form is not known", FORMS)


def _from_match(text: str, match: re.Match[str], style: str | None) -> Components:
    parts = {key: value for key, value in match.groupdict().items() if value is not None}
    month_of: Mapping[str, int] = {}
    name = ""
    if "m" in parts:
        name = " ".join(parts["m"].strip(" .").split())
        month_of = months_by_name().get(name, {})
        if not month_of:
            hint = nearest(name, months_by_name())
            hint = hint if hint.startswith("did you mean") else FORMS
            if name.endswith(" day"):
                hint = "write the day with its number: 1 May 1945"
            raise TimeFormatError(text, f"{shown(name)} is not a month", hint)
    return Components(
        day=int(parts["d"]) if "d" in parts else None,
        month=int(parts["n"]) if "n" in parts else month_of.get(WESTERN),
        month_of=month_of,
        month_name=name,
        iso="n" in parts,
        year=_years(text, [parts[key] for key in ("y", "y2") if key in parts]),
        style=style,
    )


def _years(text: str, years: list[str]) -> tuple[int, ...]:
    if len(years) < 2:
        return tuple(int(year) for year in years)
    first = int(years[0])
    if str(first + 1).endswith(years[1]):
        return first, first + 1
    problem = f"{years[0]} and {years[1]} are not a year and the next year"
    raise TimeFormatError(text, problem, "write both years of one date as in 11 February 1731/32")


@cache
def months_by_name() -> dict[str, dict[str, int]]:
    """Return the numbers of every named month: first by its folded name, then by calendar."""
    found: dict[str, dict[str, int]] = {}
    for number, name in enumerate(MONTH_NAMES, 1):
        for spelling in {name, name[:3], name[:4] if number == 9 else name}:
            found.setdefault(fold(spelling), {})[WESTERN] = number
    for each in convertdate_calendars().values():
        for name, number in (*((name, i) for i, name in enumerate(each.months, 1)), *each.spellings):
            found.setdefault(fold(name), {})[each.name] = number
    return found


ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")


_ROMAN_DATE = re.compile(rf"([0-9]{{1,2}}) (.+?),?(?: an| year)? ({'|'.join(reversed(ROMAN))})")


def _of_roman_year(part: str, style: str | None) -> Components | None:
    """Read a date whose year stands in Roman numerals, as the French Republic wrote it: 9 Thermidor II."""
    match = _ROMAN_DATE.fullmatch(part)
    if match is None:
        return None
    year, month_of, known = ROMAN.index(match[3]) + 1, months_by_name().get(match[2], {}), convertdate_calendars()
    if not any(name in known and year <= known[name].roman_years for name in month_of):
        return None
    return Components(day=int(match[1]), month_of=month_of, month_name=match[2], year=(year,), style=style)


@cache
def styles() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the words for styles, as patterns, each with the name of the calendar that it means."""
    return *_OLD_AND_NEW, *((_marked(_spelt(mark)), name) for mark, name in marks().items())


def _spelt(mark: str) -> str:
    """Write a mark as a pattern: a blank may follow a full stop, and the last full stop may be missing."""
    inner = mark.rstrip(".").replace(".", r"\. ?")
    return rf"\b{inner}\b" + (r"\.?" if mark.endswith(".") else "")
