"""Dates as sources give them: a day, or only a month, a season, a year, a decade, a set, a digit nobody can read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from treatyclock.testing import checked

FIRST, LAST = date(1800, 1, 1), date(2099, 12, 31)
"""Between which days dates are drawn where nothing else is asked for."""

_SIMPLE = date(2000, 1, 1)
"""Towards which examples shrink, as those of Hypothesis' own dates do."""
_GREGORIAN_SINCE = date(1582, 10, 15)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_QUALIFIERS = ("?", "~", "%")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateUnit:
    """Parts of the calendar of one kind, which follow each other and are numbered: days, months, years.

    Attributes:
        first_day: Returns the first day of the part of a number.
        number: Returns the number of the part that holds a day.
        text: Writes the part of a number in EDTF.
    """

    first_day: Callable[[int], date]
    number: Callable[[date], int]
    text: Callable[[int], str]

    def within(self, first: date, last: date) -> range:
        """Return the numbers of the parts that lie wholly between two days."""
        low, high = self.number(first), self.number(last)
        begins, ends = self._bound(low), self._bound(high + 1)
        whole_first = begins is not None and begins >= first
        whole_last = last == date.max if ends is None else ends - timedelta(days=1) <= last
        return range(low if whole_first else low + 1, high + 1 if whole_last else high)

    def _bound(self, number: int) -> date | None:
        """Return the first day of a part; None where that lies outside the years 1 to 9999."""
        try:
            return self.first_day(number)
        except (ValueError, OverflowError):
            return None


def _month_start(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def _season_start(number: int) -> date:
    return date(number // 4, 3 * (number % 4) + 3, 1)


def _season_of(day: date) -> int:
    # January and February belong to the winter that began in the year before.
    return 4 * day.year + (day.month - 3) // 3


def _decade_start(number: int) -> date:
    return date(max(10 * number, 1), 1, 1)  # the first has no year 0


def _month_text(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


_UNITS: Mapping[str, DateUnit] = {
    "day": DateUnit(first_day=date.fromordinal, number=date.toordinal, text=lambda n: date.fromordinal(n).isoformat()),
    "month": DateUnit(first_day=_month_start, number=lambda day: 12 * day.year + day.month - 1, text=_month_text),
    "season": DateUnit(first_day=_season_start, number=_season_of, text=lambda n: f"{n // 4:04}-{n % 4 + 21}"),
    "year": DateUnit(first_day=lambda n: date(n, 1, 1), number=lambda day: day.year, text=lambda n: f"{n:04}"),
    "decade": DateUnit(first_day=_decade_start, number=lambda day: day.year // 10, text=lambda n: f"{n:03}X"),
}
_PRINTED = ("day", "month", "year")
_COUNTED = ("day", "month", "year")
_OF_A_MONTH = ("XX", "0X", "1X", "2X")
_OF_A_YEAR = ("XX", "1X", "XX-XX", "XX-05", "XX-28")
_SEVERAL = ("set", "range", "interval")
_MOMENTS = (*_UNITS, "unspecified", "set", "range")


def partial_dates(
    *,
    min_value: date = FIRST,
    max_value: date = LAST,
    kinds: Collection[str] | None = None,
    qualified: bool | None = None,
    printed: bool = False,
) -> st.SearchStrategy[str]:
    """Return a strategy for dates as sources give them, as text; examples shrink to ``2000-01-01``.

    Args:
        min_value: The earliest day that a date may mean.
        max_value: The latest.
        kinds: Which kinds of date. All of these where not given: ``day``, ``month``, ``season``, ``year``, ``decade``;
            ``unspecified``, with ``X`` for a digit nobody can read; ``set``, one of several; ``range``, one unknown day
            between two. :func:`treatyclock.moment` reads all of them. Only where asked for: ``interval``, from one date
            to another, which is no moment and which :func:`treatyclock.civil.edtf.parse_edtf` reads.
        qualified: Whether a date has a qualifier, ``?`` for uncertain, ``~`` for approximate, ``%`` for both. Either
            where not given. Sets, ranges and intervals have none.
        printed: Whether to write a date as documents print it (``9 August 1945``), for :func:`treatyclock.read_date`
            and :func:`treatyclock.when`, rather than in EDTF. A printed date is a day, a month or a year, and none of
            before the Gregorian calendar.

    Raises:
        hypothesis.errors.InvalidArgument: If there is no such date, as a decade between two days of one year.

    Example:
        >>> from datetime import date
        >>> from hypothesis import find
        >>> find(partial_dates(kinds=["season"], min_value=date(1945, 1, 1)), lambda text: True)
        '2000-21'
        >>> find(partial_dates(kinds=["set"]), lambda text: True)
        '[2000-01-01,2000-01-02]'
    """
    first, last = checked.days(min_value=min_value, max_value=max_value)
    offered = _PRINTED if checked.flag("printed", printed) else _MOMENTS if kinds is None else (*_MOMENTS, "interval")
    wanted = checked.some_of("kinds", kinds, offered)
    if printed and first < _GREGORIAN_SINCE:
        raise InvalidArgument(f"A document of before 15 October 1582 has Julian dates: {printed=}, {min_value=}")
    if qualified is not None and checked.flag("qualified", qualified):
        if printed:
            raise InvalidArgument(f"A printed date has no qualifier: {printed=}, {qualified=}")
        wanted = tuple(kind for kind in wanted if kind not in _SEVERAL)
        if not wanted:
            raise InvalidArgument(f"Sets, ranges and intervals have no qualifier: {kinds=}, {qualified=}")
    found = {kind: _of_kind(kind, first, last, printed=printed) for kind in wanted}
    none = [kind for kind, dates in found.items() if dates.is_empty]
    if none and (kinds is not None or len(none) == len(found)):
        raise InvalidArgument(f"There is no date of kind {none[0]!r} between {min_value=} and {max_value=}")
    signs = st.sampled_from(_QUALIFIERS if qualified else ("", *_QUALIFIERS))
    plain = printed or qualified is False
    several = [
        dates if plain or kind in _SEVERAL else st.builds("{}{}".format, dates, signs)
        for kind, dates in found.items()
        if kind not in none
    ]
    return st.one_of(several)


def _of_kind(kind: str, first: date, last: date, *, printed: bool) -> st.SearchStrategy[str]:
    """Return the dates of a kind that lie wholly between two days; the empty strategy where there are none."""
    if kind == "unspecified":
        months = _masked(_UNITS["month"], _OF_A_MONTH, first, last)
        return months | _masked(_UNITS["year"], _OF_A_YEAR, first, last)
    if kind == "range":
        return _joined(_UNITS["day"], "[{}..{}]", first, last)
    if kind == "set":
        return st.one_of([_joined(_UNITS[each], "[{},{}]", first, last) for each in _COUNTED])
    if kind == "interval":
        return st.one_of([_joined(_UNITS[each], "{}/{}", first, last) for each in _COUNTED])
    unit = _UNITS[kind]
    numbers = _numbers(unit, first, last)
    return numbers.map(lambda number: _in_print(kind, unit.first_day(number))) if printed else numbers.map(unit.text)


def _numbers(unit: DateUnit, first: date, last: date) -> st.SearchStrategy[int]:
    """Return the numbers of the parts of the calendar wholly between two days; the simplest is the first of 2000."""
    inside = unit.within(first, last)
    if unit is _UNITS["season"]:
        return _seasons(inside, first, last)
    if not inside:
        return st.nothing()
    simple = min(max(unit.within(_SIMPLE, date.max)[0], inside[0]), inside[-1])
    return st.integers(inside[0] - simple, inside[-1] - simple).map(lambda away: simple + away)


def _seasons(inside: range, first: date, last: date) -> st.SearchStrategy[int]:
    """Return the seasons between two days, also where their text is read as years: ``2000-21`` is 2000 to 2021, too."""

    def between(number: int) -> bool:
        year, season = divmod(number, 4)
        century, within = divmod(year, 100)
        end = 100 * century + 21 + season
        return within >= 21 + season or (first <= date(year, 1, 1) and date(end, 12, 31) <= last)

    found = sorted(filter(between, inside), key=lambda number: abs(number - _season_of(_SIMPLE) - 1))
    return st.sampled_from(found) if found else st.nothing()


def _masked(unit: DateUnit, masks: tuple[str, ...], first: date, last: date) -> st.SearchStrategy[str]:
    return st.builds("{}-{}".format, _numbers(unit, first, last).map(unit.text), st.sampled_from(masks))


def _joined(unit: DateUnit, form: str, first: date, last: date) -> st.SearchStrategy[str]:
    """Return two different parts of the calendar, the earlier first, in one text."""
    if len(unit.within(first, last)) < 2:
        return st.nothing()
    two = st.lists(_numbers(unit, first, last), min_size=2, max_size=2, unique=True)
    return two.map(lambda numbers: form.format(*map(unit.text, sorted(numbers))))


def _in_print(kind: str, day: date) -> str:
    month = f"{_MONTHS[day.month - 1]} {day.year}"
    return {"day": f"{day.day} {month}", "month": month, "year": str(day.year)}[kind]
