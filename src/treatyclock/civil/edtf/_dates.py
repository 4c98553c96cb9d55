"""Dates as EDTF writes them, with the days that they may mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treatyclock.civil._day_runs import DayRun
from treatyclock.civil._months import YearMonthDay
from treatyclock.civil.edtf.masks import earliest, latest, runs
from treatyclock.civil.edtf.symbols import DatedSymbol, DatePart


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(DatedSymbol):
    """A day, month or year. Any digit may be left open, and a whole day may have a time.

    Attributes:
        year: Four digits, or a sign and four, or ``Y`` and more. Year 0000 is 1 BC, -0043 is 44 BC.
        month: None if the source gives only a year.
        day: None if the source gives no day.
        time: The text behind ``T``, such as ``23:20:30Z``; it does not change the days.

    Example:
        >>> from treatyclock.civil.edtf import parse_edtf
        >>> birthday = parse_edtf("19XX-02~-29")
        >>> birthday.qualifier("month"), birthday.qualifier("day")
        (<Qualifier.APPROXIMATE: 2>, <Qualifier: 0>)
        >>> len(birthday.ranges())
        24
    """

    year: DatePart
    month: DatePart | None = None
    day: DatePart | None = None
    time: str | None = None

    @property
    def dates(self) -> tuple[Date]:
        """Itself."""
        return (self,)

    def first_day(self) -> YearMonthDay:
        """Return the first day that it may be or include, also if no ``date`` can hold it."""
        return earliest(*self._mask)

    def last_day(self) -> YearMonthDay:
        """Return the last day that it may be or include, also if no ``date`` can hold it."""
        return latest(*self._mask)

    def _runs(self) -> Iterator[DayRun]:
        return runs(*self._mask)

    @property
    def _mask(self) -> tuple[str, str | None, str | None]:
        month, day = self.month, self.day
        return self.year.text, None if month is None else month.text, None if day is None else day.text

    def parts(self) -> tuple[tuple[str, DatePart], ...]:
        """Return the year, the month and the day as written, each with its name."""
        named = ("year", self.year), ("month", self.month), ("day", self.day)
        return tuple((name, part) for name, part in named if part is not None)

    def __str__(self) -> str:
        """Write it as it was read."""
        days = "-".join(str(part) for part in (self.year, self.month, self.day) if part is not None)
        return days if self.time is None else f"{days}T{self.time}"
