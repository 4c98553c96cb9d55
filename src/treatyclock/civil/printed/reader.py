"""Reads dates as documents print them; :func:`read_date` is the door."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from treatyclock.civil._day_runs import joined
from treatyclock.civil._folding import fold, lost_sign
from treatyclock.civil.calendars.calendar import Calendar, CalendarDate
from treatyclock.civil.calendars.cutovers import CutoverCalendar
from treatyclock.civil.calendars.months_and_years import MonthOrYear
from treatyclock.civil.calendars.names import calendar as find
from treatyclock.civil.days import Days
from treatyclock.civil.printed._account import check_account
from treatyclock.civil.printed._components import FORMS, Components, mark, read_components
from treatyclock.civil.printed._dual_dates import interpret_dual
from treatyclock.civil.printed._era_dates import read_era
from treatyclock.civil.printed._interpretation import Interpretation, interpret_single
from treatyclock.civil.printed._numerals import in_digits
from treatyclock.errors import DualDateError, NoSingleDayError, TimeFormatError, legible, shown

_LONGEST = 300
_OURS = "@~|^"  # signs that the readers put in place of styles, double years and eras
_WESTERN = {"gregorian", "julian"}
_CORRESPONDS = re.compile(r",? (?:which )?correspond(?:ing|s) (?:to|with) |,? and (?:to|with) |,? being | ?= ?")
_LEADING = re.compile(r"^(?:(?:done|signed|dated|on|in|this|the|month of) )+")
_BRACKETS = re.compile(r"([^()]*)\(([^()]*)\)([^()]*)")
_INTERVAL = re.compile(r"[0-9]{3,4}-[0-9]{1,2}(?:-[0-9]{1,2})?/.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDate:
    """A date that was read: a day, or the days of a month or a year.

    Attributes:
        text: The text.
        ranges: The days that it may mean, as the Gregorian calendar has them, in order.
        written: What the text calls it; each date of a dual date has a name.
        notes: What a reader must know of how the text was read, and what that rests on.

    Example:
        >>> seen = read_date("18 February/3 March 1918")
        >>> seen.day.isoformat(), [str(each) for each in seen.written]
        ('1918-03-03', ['18 February 1918 O.S.', '3 March 1918'])
    """

    text: str
    ranges: tuple[Days, ...]
    written: tuple[CalendarDate | MonthOrYear, ...]
    notes: tuple[str, ...]

    @property
    def days(self) -> Days:
        """The first and the last day that it may mean."""
        return Days(first=self.ranges[0].first, last=self.ranges[-1].last)

    @property
    def day(self) -> date:
        """The day.

        Raises:
            NoSingleDayError: If the text names a month or a year.
        """
        if not self.days.known:
            raise NoSingleDayError(self.text, self.edtf)
        return self.days.first

    @property
    def edtf(self) -> str:
        """The days as EDTF writes them: a date, or a set of dates, one of which is meant."""
        if self.days.known:
            return str(self.days)
        return f"[{','.join(str(each).strip('[]') for each in self.ranges)}]"

    def __str__(self) -> str:
        """Write what the text calls the day, then the day."""
        return " = ".join(dict.fromkeys([*map(str, self.written), self.edtf]))


def read_date(text: str, calendar: str | Calendar | None = None) -> PrintedDate:
    """Read a date as a document prints it.

    It reads days of a calendar with a named or a numbered month (``"1 February 1918"``, ``"February 1, 1918"``,
    ``"1918-02-01"``), with ``O.S.`` or ``N.S.`` behind; dual dates (``"14 (1) February 1918"``,
    ``"18 February/3 March 1918"``), whose two dates must be one day; two years for one date
    (``"11 February 1731/32"``); dates of eras in words, in digits and in Chinese characters; and months and years
    (``"October 1917"``, ``"1917-10"``, ``"April of Showa 16"``, ``"昭和16年"``), which are the days that they had.
    If a text gives a day in several calendars (``"..., corresponding to ..."``), it checks that they agree.

    Args:
        text: The date.
        calendar: The calendar of the document, a name or a calendar. If the text itself names a style, an era or a
            month of another calendar, that decides instead. Without a calendar, a Western date is Gregorian, and the
            notes say what it would be in the Julian calendar.

    Raises:
        TimeFormatError: If the form of the text is not known.
        NoSuchDateError: If the calendar has no such date.
        SkippedDateError: If the country left it out.
        OutsideCalendarError: If the calendar was not in use then.
        DualDateError: If the dates of the text are different days.
        UnknownCalendarError: If there is no such calendar.
        MissingExtraError: If the calendar needs a package that is not installed.

    Example:
        >>> read_date("14 (1) February 1918").day.isoformat()
        '1918-02-14'
        >>> read_date("25 October 1917", calendar="russia").day.isoformat()
        '1917-11-07'
        >>> read_date("康德8年4月13日").day.isoformat()
        '1941-04-13'
        >>> print(read_date("February 1918", calendar="russia"))
        February 1918 = [1918-02-14..1918-02-28]
        >>> read_date("1/15 February 1918")
        Traceback (most recent call last):
        treatyclock.errors.DualDateError: `1/15 February 1918` prints different days as one: ...
    """
    if not isinstance(text, str):
        raise TimeFormatError(
            legible(text), f"a {type(text).__name__} is not a text", "give the date as a document has it"
        )
    if len(text) > _LONGEST:
        raise TimeFormatError(text, f"it has more than {_LONGEST} characters", "give the date alone")
    own = None if calendar is None else find(calendar)
    if sign := lost_sign(text):
        problem = f"{shown(sign)} is a note's number, a fraction or a stroke, and not a figure of a date"
        raise TimeFormatError(text, problem, "leave it out if it is no part of the date")
    folded = in_digits(fold(text)).strip(" .,;")
    if any(sign in folded for sign in _OURS):
        raise TimeFormatError(text, "the form is not known", FORMS)
    parts = _CORRESPONDS.split(folded)
    found = _together([_part(text, _LEADING.sub("", part.strip(" ,;")), own) for part in parts])
    ranges = _common(text, found)
    notes = [*found.notes, *found.doubt]
    check_account(text, folded, [name for _, name in found.names], notes)
    expected = {own.name} | (_WESTERN if isinstance(own, CutoverCalendar) else set()) if own is not None else set()
    if own is not None and all(name.calendar not in expected for _, name in found.names):
        notes.append(f"the text names its calendar itself, so the calendar asked for ({own.title}) did not decide")
    written = tuple(name for _, name in found.names)
    return PrintedDate(text=text, ranges=ranges, written=written, notes=tuple(dict.fromkeys(notes)))


def _common(text: str, found: Interpretation) -> tuple[Days, ...]:
    """Return the days that all names of one day allow.

    Raises:
        DualDateError: If there is no such day.
    """
    several = dict.fromkeys(days for days, _ in found.names)
    if len(several) == 1:
        return next(iter(several))
    # A day that begins at sunset, or with the moon, may be one of several; a date beside it says which.
    shared = set.intersection(*({day for run in days for day in _each_day(run)} for days in several))
    if not shared or not all(isinstance(name, CalendarDate) for _, name in found.names):
        raise DualDateError(text, [f"{name} is {' and '.join(map(str, days))}" for days, name in found.names])
    return tuple(
        Days(first=date.fromordinal(first), last=date.fromordinal(last))
        for first, last in joined((day, day) for day in sorted(shared))
    )


def _each_day(days: Days) -> range:
    return range(days.first.toordinal(), days.last.toordinal() + 1)


def _together(found: Sequence[Interpretation]) -> Interpretation:
    """Join what a text says of one day in several calendars. No doubt is left then: each settles the others'."""
    if len(found) == 1:
        return found[0]
    names = tuple(name for each in found for name in each.names)
    return Interpretation(names=names, notes=tuple(note for each in found for note in each.notes))


def _part(text: str, part: str, own: Calendar | None) -> Interpretation:
    """Read one date, or a dual date."""
    era = read_era(text, part) if "(" not in part else None
    if isinstance(era, Components):
        return interpret_single(text, era, find("gregorian"))
    if era is not None:
        return era
    part = mark(part)
    if match := _BRACKETS.fullmatch(part):
        return _in_brackets(text, match, own)
    if _INTERVAL.fullmatch(part):
        raise TimeFormatError(text, "that is an interval of ISO 8601, not one day", f"give one day; {FORMS}")
    if part.count("/") == 1:
        before, after = part.split("/")
        return interpret_dual(text, read_components(text, before), read_components(text, after), Components(), own)
    return interpret_single(text, read_components(text, part), own)


def _in_brackets(text: str, match: re.Match[str], own: Calendar | None) -> Interpretation:
    """Read a date with another in brackets behind it, in another style or another calendar."""
    before, inside, after = (each.strip() for each in match.groups())
    if (other := _of_another_calendar(text, inside, own)) is not None:
        return _together([_part(text, f"{before} {after}".strip(), own), other])
    if not after and (other := _of_another_calendar(text, before, own)) is not None:
        return _together([other, _part(text, inside, own)])
    return interpret_dual(
        text, read_components(text, before), read_components(text, inside), read_components(text, after), own
    )


def _of_another_calendar(text: str, inside: str, own: Calendar | None) -> Interpretation | None:
    """Read brackets that hold a whole date of an era, or of a calendar that has its own months."""
    era = read_era(text, inside)
    if era is not None and not isinstance(era, Components):
        return era
    parts = era if isinstance(era, Components) else read_components(text, inside)
    return interpret_single(text, parts, own) if parts.of_other_months and parts.year else None
