"""Calendars as countries used them: one rule until a day, another from the next.

Dates are compared as printed, which is enough: a change of calendars only ever left dates out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from treatyclock.civil.calendars.calendar import CalendarDate
from treatyclock.civil.calendars.day_counts import (
    GREGORIAN,
    JULIAN,
    MONTHS,
    Fields,
    Rule,
    check_date,
    check_numbers,
    checked_day,
    day_of,
    digits,
    jdn,
)
from treatyclock.errors import NoSuchDateError, OutOfRangeError, OutsideCalendarError, SkippedDateError


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of rules in a country, with who says so.

    Attributes:
        last: The last date as the old rule printed it.
        first: The next day's date by the new one.
        old: The old rule.
        new: The new one.
        source: The act or the account.
        confidence: ``"high"``, ``"single list"``, ``"disputed"`` or ``"general knowledge"``.
        disputed: What other sources say.
    """

    last: Fields
    first: Fields
    old: Rule
    new: Rule
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
        name: The name it is found under.
        title: The country.
        changes: Its changes of rule, in order.
        rule: The rule before them all.
        begins: Month and day on which years began, where that was not 1 January.
        until: The last date of such a year, its year counted from 1 January.
        offset: What makes a printed year one of the Christian era.
        opens: The first day that is read.
        closes: The last.
        before: Why none before is read.
        after: Why none after is read.
        remarks: What to know of a span of days.
        basis: Who says so, where there is no change to have a source.
        style: What is written behind its dates, where that is the calendar's own.

    Example:
        >>> from treatyclock.civil.calendars.countries import countries
        >>> russia = countries()["russia"]
        >>> russia.to_gregorian(1917, 10, 25).isoformat()
        '1917-11-07'
        >>> print(russia.from_gregorian(date(1918, 2, 13)), "/", russia.from_gregorian(date(1918, 2, 14)))
        31 January 1918 O.S. / 14 February 1918
    """

    name: str
    title: str
    changes: tuple[Change, ...]
    rule: Rule
    begins: tuple[int, int] | None
    until: Fields | None
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
        rule = self._rule_of(fields, digits(year, month, day))
        return self._within(self._day(rule, fields, (year, month, day)), digits(year, month, day))

    def old_style(self, year: int, month: int, day: int) -> date:
        """Return the day of a date that is said to be Old Style, before the change or after it."""
        check_numbers(self.title, year, month, day)
        return self._day(JULIAN, self.from_january(year, month, day), (year, month, day))

    def from_gregorian(self, day: date) -> CalendarDate:
        """Return what the country called a day."""
        number = jdn(self._within(checked_day(day), day.isoformat()))
        rule = self.rule
        for change in self.changes:
            rule = change.new if number >= change.new.count(*change.first) else rule
        year, month, of_month = rule.fields(number)
        printed = self._printed_year((year, month, of_month))
        if printed < 1:
            raise OutOfRangeError(f"{day.isoformat()} in the calendar of {self.title}")
        return self.write(printed, month, of_month)

    def write(self, year: int, month: int, day: int) -> CalendarDate:
        """Return the words for a date of the country."""
        fields = self.from_january(year, month, day)
        twice = fields[0] if self.offset == 0 and fields[0] != year else None
        style = self._rule_of(fields, digits(year, month, day)).style if self.style is None else self.style
        return CalendarDate(
            calendar=self.name,
            year=year,
            month=month,
            day=day,
            month_name=MONTHS[month - 1],
            also_year=twice,
            style=style,
        )

    def notes(self, year: int, month: int, day: int) -> tuple[str, ...]:
        """Return the change of calendars with its source, the year meant, and remarks on the time."""
        fields = self.from_january(year, month, day)
        # The change that ended the rule in force, and the one that began it.
        around = [c for c in self.changes if c.first <= fields][-1:] + [c for c in self.changes if fields <= c.last][:1]
        found = [f"{self.title}: {change}" for change in around] or [f"{self.title}: {self.basis}"]
        if self.offset == 0 and fields[0] != year and self.begins is not None:
            begin = f"{self.begins[1]} {MONTHS[self.begins[0] - 1]}"
            found.append(
                f"the year {year} is read as the one that began on {begin} {year}: from 1 January it is {fields[0]}"
            )
        gregorian = self.to_gregorian(year, month, day)
        return *found, *(text for start, end, text in self.remarks if start <= gregorian <= end)

    def from_january(self, year: int, month: int, day: int) -> Fields:
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
            begin = f"{self.begins[1]} {MONTHS[self.begins[0] - 1]}"
            hint = f"{digits(year - 1, month, day)} is the date as the law counted years"
            if self.offset == 0:
                hint = f"write both years, {year - 1}/{year % 100:02}, if the year is counted from 1 January"
            raise NoSuchDateError(
                digits(year, month, day), f"in {self.title} the year {year} ran from {begin} to 31 December", hint
            )
        return era, month, day

    def _printed_year(self, fields: Fields) -> int:
        """Return the year that the country printed with a date whose year is counted from 1 January."""
        older = self.begins is not None and self.until is not None and fields[1:] < self.begins and fields <= self.until
        return fields[0] - self.offset - older

    def _rule_of(self, fields: Fields, text: str) -> Rule:
        rule = self.rule
        for change in self.changes:
            if fields <= change.last:
                return rule
            if fields < change.first:
                # What neither rule has is no skipped date but none at all.
                check_date(self.title, *fields, change.old, change.new, text=text)
                last, first = (_words((self._printed_year(f), *f[1:])) for f in (change.last, change.first))
                raise SkippedDateError(text, self.title, last, first, _ways_out(fields))
            rule = change.new
        return rule

    def _day(self, rule: Rule, fields: Fields, printed: Fields) -> date:
        check_date(self.title, *fields, rule, text=digits(*printed))
        return day_of(rule.count(*fields), f"{digits(*printed)} in the calendar of {self.title}")

    def _within(self, day: date, text: str) -> date:
        if self.opens is not None and day < self.opens:
            raise OutsideCalendarError(text, self.title, self.before, f"dates are read from {self.opens} on")
        if self.closes is not None and day > self.closes:
            raise OutsideCalendarError(text, self.title, self.after, f"dates are read up to {self.closes}")
        return day


def _ways_out(fields: Fields) -> str:
    """Say what a skipped date would be in either style."""
    year, month, day = fields
    ways = []
    for rule, style in ((JULIAN, "O.S."), (GREGORIAN, "N.S.")):
        if day <= rule.length(year, month):
            gregorian = day_of(rule.count(*fields), digits(*fields))
            ways.append(f"{_words(fields)} {style} would be {gregorian.isoformat()}")
    return "; ".join(ways) + ": write O.S. or N.S. behind it if the source kept another calendar than the law"


def _words(fields: Fields) -> str:
    return f"{fields[2]} {MONTHS[fields[1] - 1]} {fields[0]}"
