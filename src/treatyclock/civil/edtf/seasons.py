"""Seasons, quarters and other parts of a year as EDTF numbers them, with the months that they are taken to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from treatyclock.civil._day_runs import DayRun
from treatyclock.civil._months import MONTH_NAMES, YearMonthDay, month_length
from treatyclock.civil.edtf.masks import ordinal, years
from treatyclock.civil.edtf.symbols import DatedSymbol, DatePart

_SEASON_NAMES = ("spring", "summer", "autumn", "winter")
_COUNTED = ("first", "second", "third", "fourth")
SEASONS: Mapping[str, tuple[str, int, int]] = {
    **{str(code): (name, 3 + 3 * i, 3) for i, name in enumerate(_SEASON_NAMES) for code in (21 + i, 25 + i)},
    **{str(29 + i): (name, (8 + 3 * i) % 12 + 1, 3) for i, name in enumerate(_SEASON_NAMES)},
    **{str(33 + i): (f"{nth} quarter", 1 + 3 * i, 3) for i, nth in enumerate(_COUNTED)},
    **{str(37 + i): (f"{nth} quadrimester", 1 + 4 * i, 4) for i, nth in enumerate(_COUNTED[:3])},
    **{str(40 + i): (f"{nth} semester", 1 + 6 * i, 6) for i, nth in enumerate(_COUNTED[:2])},
}
"""For each code: its name, its first month, the number of its months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Season(DatedSymbol):
    """A season, quarter, quadrimester or semester of a year, by its code.

    Quarters (33 to 36), quadrimesters (37 to 39) and semesters (40 and 41) are three, four and six whole months.
    The standard gives seasons no months. The whole months that weather services use are taken: in the north,
    spring (25) is March to May, summer (26) June to August, autumn (27) September to November, winter (28)
    December to February; in the south, 29 to 32, each is half a year away. What begins in December belongs to the
    year in which it begins: ``1944-24`` is December 1944 to February 1945. Seasons without a hemisphere (21 to 24)
    are taken to be northern. ``notes`` says which months were taken for a season.

    Attributes:
        year: As in a date, without ``Y``.
        code: A part whose text is 21 to 41.

    Example:
        >>> from treatyclock.civil.edtf import parse_edtf
        >>> winter = parse_edtf("1944-24~")
        >>> winter.name, winter.ranges()
        ('winter', ((datetime.date(1944, 12, 1), datetime.date(1945, 2, 28)),))
        >>> winter.notes
        ('1944-24~ is taken to be December to February of the next year, in the north',)
    """

    year: DatePart
    code: DatePart

    @property
    def name(self) -> str:
        """What it is called, such as ``"autumn"`` or ``"third quarter"``."""
        return SEASONS[self.code.text][0]

    @property
    def dates(self) -> tuple[Season]:
        """Itself."""
        return (self,)

    @property
    def notes(self) -> tuple[str, ...]:
        """Which months were taken for it."""
        name, first, length = SEASONS[self.code.text]
        later, last = divmod(first + length - 2, 12)
        months = f"{MONTH_NAMES[first - 1]} to {MONTH_NAMES[last]}{' of the next year' if later else ''}"
        place = ", in the north" if self.code.text < "25" else ""
        if self.code.text > "32":
            return (f"{self} is the {name}: {months}",)
        return (f"{self} is taken to be {months}{place}",)

    def first_day(self) -> YearMonthDay:
        """Return the first day that it may include, also if no ``date`` can hold it."""
        return self._days(next(years(self.year.text)))[0]

    def last_day(self) -> YearMonthDay:
        """Return the last day that it may include, also if no ``date`` can hold it."""
        return self._days(next(years(self.year.text, latest_first=True)))[1]

    def _runs(self) -> Iterator[DayRun]:
        for year in years(self.year.text):
            first, last = self._days(year)
            yield ordinal(first), ordinal(last)

    def _days(self, year: int) -> tuple[YearMonthDay, YearMonthDay]:
        _, first, length = SEASONS[self.code.text]
        later, last = divmod(first + length - 2, 12)
        return (year, first, 1), (year + later, last + 1, month_length(year + later, last + 1))

    def parts(self) -> tuple[tuple[str, DatePart], ...]:
        """Return the year and the season as written, each with its name."""
        return ("year", self.year), ("season", self.code)

    def __str__(self) -> str:
        """Write it as it was read."""
        return f"{self.year}-{self.code}"
