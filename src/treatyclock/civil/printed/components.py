"""One side of a printed date: which day, month and year it names, and in what style."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from treatyclock.civil.calendars.day_counts import MONTHS
from treatyclock.civil.calendars.other import foreign_calendars
from treatyclock.civil.printed.numerals import fold
from treatyclock.errors import TimeFormatError, nearest, shown

FORMS = (
    "write 1 February 1918, February 1, 1918 or 1918-02-01, with O.S. or N.S. behind or a calendar;"
    " 14 (1) February 1918; 11 February 1731/32; Showa 16-04-13; 13th day of the 4th month of Showa 16;"
    " October 1917, 1917-10, April of Showa 16 or Showa 16 for a month or a year"
)
WESTERN = ""  # the key of the Gregorian and Julian months among those of other calendars


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one side of a printed date says; what it leaves to the other side is missing.

    Attributes:
        day: The day of the month.
        month: The number of the month, where it is Western or printed as a number.
        month_of: The number of a named month by calendar, :data:`WESTERN` among them.
        year: The year, or two of them (1731/32).
        style: The calendar that is named behind it.
    """

    day: int | None = None
    month: int | None = None
    month_of: Mapping[str, int] = field(default_factory=dict)
    year: tuple[int, ...] = ()
    style: str | None = None

    @property
    def foreign(self) -> bool:
        """Whether its month is named and is no Western one."""
        return bool(self.month_of) and WESTERN not in self.month_of


def _marked(words: str) -> re.Pattern[str]:
    return re.compile(rf"\((?:{words})\)|{words}")


_STYLES = (
    (_marked(r"\bo\.? ?s\b\.?|\bold style\b|\bjulian(?: calendar)?\b"), "julian"),
    (_marked(r"\bn\.? ?s\b\.?|\bnew style\b|\bgregorian(?: calendar)?\b"), "gregorian"),
    (_marked(r"\bswedish(?: calendar| style)?\b"), "sweden"),
    (_marked(r"\brumi\b"), "rumi"),
    (_marked(r"\bb\. ?e\b\.?|\bbe\b"), "thailand"),
)
# Not the stroke of 23 December 1893/4 January 1894.
_TWO_YEARS = re.compile(r"\b([0-9]{3,4})/([0-9]{1,4})\b(?! ?[a-z])")
_CHRISTIAN = re.compile(r"\b(?:a\. ?d\b\.?|ad\b|c\. ?e\b\.?|ce\b) ?")
_FILLING = re.compile(r" (?:day )?of(?: the year)?(?= )| day(?= )|(?: in)? the year(?= )|,? (?:an|year)(?= [0-9]+ $)")
_NUMBERED = re.compile(r"(?P<d>[0-9]{1,2}) day of (?:the )?(?P<n>[0-9]{1,2}) month\b,?(?: of)?(?: the)?(?: year)?")

_D, _M = r"(?P<d>[0-9]{1,2})", r"(?P<m>[a-z][a-z'. -]*?)\.?"
_Y, _LONG = (rf"(?P<y>[0-9]{{{least},4}})(?:~(?P<y2>[0-9]{{1,4}}))?" for least in (1, 3))
_WHOLE_OR_PART = tuple(
    re.compile(form)
    for form in (
        rf"{_D}(?: {_M}(?:,? {_Y})?)?",  # 1 February 1918; 1 February; 1
        rf"{_M} {_D}(?:(?:, ?| ){_Y})?",  # February 1, 1918; February 1
        rf"{_D},? {_LONG}",  # the second side of February 1/14, 1918
        rf"{_LONG} {_M} {_D}",  # 1918 February 1
        rf"{_M},? {_LONG}",  # a month, or what stands behind brackets: February 1918
        _LONG,
        _M,
        r"(?P<y>[0-9]{1,4})-(?P<n>[0-9]{1,2})(?:-(?P<d>[0-9]{1,2}))?",
    )
)


def mark(part: str) -> str:
    """Bring styles and double years of folded text into the form that :func:`read_side` reads.

    Example:
        >>> mark("11 february 1731/32 (o.s.)")
        '11 february 1731~32 @julian'
    """
    for style, name in _STYLES:
        part = style.sub(f" @{name} ", part)
    part = _CHRISTIAN.sub("", part)
    return _TWO_YEARS.sub(r"\1~\2", " ".join(part.split()).replace(" ,", ","))


def read_side(text: str, part: str) -> Side:
    """Read one side of a date.

    Args:
        text: The whole text, for messages.
        part: The side, folded and marked.

    Raises:
        TimeFormatError: If it has no such form.

    Example:
        >>> side = read_side("", "11 february 1731~32 @julian")
        >>> side.day, side.month, side.year, side.style
        (11, 2, (1731, 1732), 'julian')
    """
    part, _, marked = part.strip(" ,").partition("@")
    style, _, rest = marked.partition(" ")
    if "@" in rest:
        raise TimeFormatError(text, "it names two styles for one date", "write one of them, or a date for each")
    part = f"{part}{rest}".strip(" ,")
    if numbered := _NUMBERED.match(part):
        year = read_side(text, part[numbered.end() :])
        if year.day is not None or year.month is not None:
            raise TimeFormatError(text, "it names two months", FORMS)
        return Side(day=int(numbered["d"]), month=int(numbered["n"]), year=year.year, style=style or None)
    part = " ".join(_FILLING.sub("", f" {part} ").split())
    if not part:
        return Side(style=style or None)
    if match := _republican().fullmatch(part):
        number = _ROMAN.index(match[3]) + 1 if match[3] in _ROMAN else 0
        return Side(day=int(match[1]), month_of=_months()[match[2]], year=(number,), style=style or None)
    for form in _WHOLE_OR_PART:
        if match := form.fullmatch(part):
            return _from_match(text, match, style or None)
    raise TimeFormatError(text, "the form is not known", FORMS)


def _from_match(text: str, match: re.Match[str], style: str | None) -> Side:
    parts = {key: value for key, value in match.groupdict().items() if value is not None}
    month_of: Mapping[str, int] = {}
    if "m" in parts:
        name = " ".join(parts["m"].strip(" .").split())
        month_of = _months().get(name, {})
        if not month_of:
            hint = nearest(name, _months())
            hint = hint if hint.startswith("did you mean") else FORMS
            raise TimeFormatError(text, f"{shown(name)} is no month", hint)
    return Side(
        day=int(parts["d"]) if "d" in parts else None,
        month=int(parts["n"]) if "n" in parts else month_of.get(WESTERN),
        month_of=month_of,
        year=_years(text, [parts[key] for key in ("y", "y2") if key in parts]),
        style=style,
    )


def _years(text: str, years: list[str]) -> tuple[int, ...]:
    if len(years) < 2:
        return tuple(int(year) for year in years)
    first = int(years[0])
    if str(first + 1).endswith(years[1]):
        return first, first + 1
    problem = f"{years[0]} and {years[1]} are not a year and the next"
    raise TimeFormatError(text, problem, "write both years of one date as in 11 February 1731/32")


@cache
def _months() -> dict[str, dict[str, int]]:
    """Return the number of a month by its folded name and by calendar."""
    found: dict[str, dict[str, int]] = {}
    for number, name in enumerate(MONTHS, 1):
        for spelling in {name, name[:3], name[:4] if number == 9 else name}:
            found.setdefault(fold(spelling), {})[WESTERN] = number
    for each in foreign_calendars().values():
        for name, number in (*((name, i) for i, name in enumerate(each.months, 1)), *each.spellings):
            found.setdefault(fold(name), {})[each.name] = number
    return found


# The Republic numbered its years in Roman numerals, I to XIV.
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")


@cache
def _republican() -> re.Pattern[str]:
    names = "|".join(name for name, of in _months().items() if "french republican" in of)
    return re.compile(rf"([0-9]{{1,2}}) ({names}),?(?: an| year)? ({'|'.join(reversed(_ROMAN))})")
