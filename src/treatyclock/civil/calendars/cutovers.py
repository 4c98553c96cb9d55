"""Calendars as countries used them: one day count until a day, another from the next.

Dates are compared as printed, which is enough: a change of calendars only ever left dates out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from treatyclock.civil._months import MONTH_NAMES, YearMonthDay
from treatyclock.civil.calendars.calendar import CalendarDate
from treatyclock.civil.calendars.day_counts import (
    GREGORIAN,
    JULIAN,
    DayCount,
    check_date,
    check_numbers,
    checked_day,
    day_of,
    digits,
    jdn,
)
from treatyclock.errors import NoSuchDateError, OutOfRangeError, OutsideCalendarError, SkippedDateError


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarChange:
    """A change from one day count to another in a country, with who says so.

    Attributes:
        last: The last date as the old day count names it.
        first: The date of the next day as the new day count names it.
        old: The old day count.
        new: The new one.
        source: The act or the account.
        confidence: ``"high"``, ``"single list"``, ``"disputed"`` or ``"general knowledge"``.
        disputed: What other sources say.
    """

    last: YearMonthDay
    first: YearMonthDay
    old: DayCount
    new: DayCount
    source: str
    confidence: str
    disputed: str

    def __str__(self) -> str:
        """Write both sides, the source and the confidence."""
        text = f"{_words(self.first)} followed {_words(self.last)} ({self.source}; confidence: {self.confidence})"
        return f"{text}; {self.disputed}" if self.disputed else text


@dataclass(frozen=True, slots=True, kw_only=True)
class CutoverCalendar:
    """The calendar of a country.

    Attributes:
        name: The name under which it is found.
        title: The country.
        changes: Its changes of day count, in order.
        day_count: The day count before the first change.
        begins: Month and day on which years began, if not 1 January.
        until: The last date for which years began so; its own year is counted from 1 January.
        offset: What is added to a printed year to make it one of the Christian era.
        opens: The first day that is read.
        closes: The last day that is read.
        before: Why no earlier day is read.
        after: Why no later day is read.
        remarks: What to know of a period: its first day, its last day, the text.
        basis: Who says so, where there is no change that names a source.
        style: What is written behind its dates, if the calendar has a style of its own.

    Example:
        >>> from treatyclock.civil.calendars._countries import countries
        >>> russia = countries()["russia"]
        >>> russia.to_gregorian(1917, 10, 25).isoformat()
        '1917-11-07'
        >>> print(russia.from_gregorian(date(1918, 2, 13)), "/", russia.from_gregorian(date(1918, 2, 14)))
        31 January 1918 O.S. / 14 February 1918
    """

    name: str
    title: str
    changes: tuple[CalendarChange, ...]
    day_count: DayCount
    begins: tuple[int, int] | None
    until: YearMonthDay | None
    offset: int
    opens: date | None
    closes: date | None
    before: str
    after: str
    remarks: tuple[tuple[date, date, str], ...]
    basis: str
    style: str | None

    def to_gregorian(self, year: int, month: int, day: int) -> date:
        """Return the day that the country called so."""
        check_numbers(self.title, year, month, day)
        fields = self.from_january(year, month, day)
        day_count = self._day_count_of(fields, digits(year, month, day))
        return self._within(self._day(day_count, fields, (year, month, day)), digits(year, month, day))

    def old_style(self, year: int, month: int, day: int) -> date:
        """Return the day of a date that is marked Old Style, whether it lies before the change or after it."""
        check_numbers(self.title, year, month, day)
        return self._day(JULIAN, self.from_january(year, month, day), (year, month, day))

    def from_gregorian(self, day: date) -> CalendarDate:
        """Return what the country called a day."""
        number = jdn(self._within(checked_day(day), day.isoformat()))
        day_count = self.day_count
        for change in self.changes:
            day_count = change.new if number >= change.new.count(*change.first) else day_count
        year, month, of_month = day_count.fields(number)
        printed = self._printed_year((year, month, of_month))
        if printed < 1:
            raise OutOfRangeError(f"{day.isoformat()} in the calendar of {self.title}")
        return self.write(printed, month, of_month)

    def write(self, year: int, month: int, day: int) -> CalendarDate:
        """Return the words for a date of the country."""
        fields = self.from_january(year, month, day)
        also_year = fields[0] if self.offset == 0 and fields[0] != year else None
        style = self._day_count_of(fields, digits(year, month, day)).style if self.style is None else self.style
        return CalendarDate(
            calendar=self.name,
            year=year,
            month=month,
            day=day,
            month_name=MONTH_NAMES[month - 1],
            also_year=also_year,
            style=style,
        )

    def notes(self, year: int, month: int, day: int) -> tuple[str, ...]:
        """Return the change of calendars with its source, the year meant, and remarks on the time."""
        fields = self.from_january(year, month, day)
        # The change that began the day count in use, and the change that ended it.
        around = [c for c in self.changes if c.first <= fields][-1:] + [c for c in self.changes if fields <= c.last][:1]
        found = [f"{self.title}: {change}" for change in around] or [f"{self.title}: {self.basis}"]
        if self.offset == 0 and fields[0] != year and self.begins is not None:
            begin = f"{self.begins[1]} {MONTH_NAMES[self.begins[0] - 1]}"
            found.append(
                f"the year {year} is read as the one that began on {begin} {year}: from 1 January it is {fields[0]}"
            )
        gregorian = self.to_gregorian(year, month, day)
        return *found, *(text for start, end, text in self.remarks if start <= gregorian <= end)

    def from_january(self, year: int, month: int, day: int) -> YearMonthDay:
        """Return a printed date with its year counted from 1 January, Christian era."""
        if year < 1:
            raise NoSuchDateError(digits(year, month, day), "years begin with 1", "check the year")
        era = year + self.offset
        if self.begins is None or self.until is None or (month, day) >= self.begins:
            return era, month, day
        if (era + 1, month, day) <= self.until:
            return era + 1, month, day
        if (era, month, day) <= self.until:
            # The year in which the beginning was moved back to January lost its last months.
            begin = f"{self.begins[1]} {MONTH_NAMES[self.begins[0] - 1]}"
            hint = f"{digits(year - 1, month, day)} is the date as the law counted years"
            if self.offset == 0:
                hint = f"write both years, {year - 1}/{year % 100:02}, if the year is counted from 1 January"
            raise NoSuchDateError(
                digits(year, month, day), f"in {self.title} the year {year} ran from {begin} to 31 December", hint
            )
        return era, month, day

    def _printed_year(self, fields: YearMonthDay) -> int:
        """Return the year that the country printed with a date whose year is counted from 1 January."""
        older = self.begins is not None and self.until is not None and fields[1:] < self.begins and fields <= self.until
        return fields[0] - self.offset - older

    def _day_count_of(self, fields: YearMonthDay, text: str) -> DayCount:
        day_count = self.day_count
        for change in self.changes:
            if fields <= change.last:
                return day_count
            if fields < change.first:
                # A date that neither day count has was not skipped: it never existed.
                check_date(self.title, *fields, change.old, change.new, text=text)
                last, first = (_words((self._printed_year(f), *f[1:])) for f in (change.last, change.first))
                raise SkippedDateError(text, self.title, last, first, _ways_out(fields))
            day_count = change.new
        return day_count

    def _day(self, day_count: DayCount, fields: YearMonthDay, printed: YearMonthDay) -> date:
        check_date(self.title, *fields, day_count, text=digits(*printed))
        return day_of(day_count.count(*fields), f"{digits(*printed)} in the calendar of {self.title}")

    def _within(self, day: date, text: str) -> date:
        if self.opens is not None and day < self.opens:
            raise OutsideCalendarError(text, self.title, self.before, f"give a date from {self.opens} on")
        if self.closes is not None and day > self.closes:
            raise OutsideCalendarError(text, self.title, self.after, f"give a date up to {self.closes}")
        return day


def _ways_out(fields: YearMonthDay) -> str:
    """Say what a skipped date would be in either style."""
    year, month, day = fields
    ways = []
    for day_count, style in ((JULIAN, "O.S."), (GREGORIAN, "N.S.")):
        if day <= day_count.length(year, month):
            gregorian = day_of(day_count.count(*fields), digits(*fields))
            ways.append(f"{_words(fields)} {style} would be {gregorian.isoformat()}")
    return "; ".join(ways) + ": write O.S. or N.S. behind it if the source kept another calendar than the law"


def _words(fields: YearMonthDay) -> str:
    return f"{fields[2]} {MONTH_NAMES[fields[1] - 1]} {fields[0]}"
