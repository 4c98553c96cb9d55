"""Dates as documents print them, read; :func:`treatyclock.civil.calendars.names.read` is the door."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from treatyclock.civil.calendars.calendar import Calendar, CalendarDate
from treatyclock.civil.calendars.cutovers import CutoverCalendar
from treatyclock.civil.calendars.months_and_years import CalendarSpan
from treatyclock.civil.calendars.names import calendar as find
from treatyclock.civil.days import Days
from treatyclock.civil.printed.components import FORMS, Side, mark, read_side
from treatyclock.civil.printed.dual_dates import Found, one_side, two_sides
from treatyclock.civil.printed.era_dates import read_era
from treatyclock.civil.printed.numerals import fold, in_digits
from treatyclock.errors import DoubleDateError, NoSingleDayError, TimeFormatError, legible

_LONGEST = 300
_OURS = "@~|"  # signs that stand for styles, double years and eras once they are found
_WESTERN = {"gregorian", "julian"}
_CORRESPONDS = re.compile(r",? (?:which )?correspond(?:ing|s) (?:to|with) |,? and (?:to|with) |,? being | ?= ?")
_LEADING = re.compile(r"^(?:(?:done|signed|dated|on|in|this|the|month of) )+")
_BRACKETS = re.compile(r"([^()]*)\(([^()]*)\)([^()]*)")
_INTERVAL = re.compile(r"[0-9]{3,4}-[0-9]{1,2}(?:-[0-9]{1,2})?/.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDate:
    """A date that was read: a day, or the days of a month or a year.

    Attributes:
        text: The text.
        ranges: The days that it may mean, as the Gregorian calendar has them, in order.
        written: What the text calls it, one name a side.
        notes: What a reader must know of how it was read, and what that rests on.

    Example:
        >>> seen = read_text("18 February/3 March 1918")
        >>> seen.day.isoformat(), [str(each) for each in seen.written]
        ('1918-03-03', ['18 February 1918 O.S.', '3 March 1918'])
    """

    text: str
    ranges: tuple[Days, ...]
    written: tuple[CalendarDate | CalendarSpan, ...]
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
        """The days as EDTF writes them: a date, or the set of dates of which it is one."""
        if self.days.known:
            return str(self.days)
        return f"[{','.join(str(each).strip('[]') for each in self.ranges)}]"

    def __str__(self) -> str:
        """Write what the text calls the day, and the day."""
        return " = ".join(dict.fromkeys([*map(str, self.written), self.edtf]))


def read_text(text: str, calendar: str | Calendar | None = None) -> WrittenDate:
    """Read a date; arguments and errors are those of :func:`treatyclock.civil.calendars.names.read`."""
    if not isinstance(text, str):
        raise TimeFormatError(
            legible(text), f"a {type(text).__name__} is no text", "give the date as a document has it"
        )
    if len(text) > _LONGEST:
        raise TimeFormatError(text, f"it has more than {_LONGEST} characters", "give the date alone")
    own = None if calendar is None else find(calendar)
    folded = in_digits(fold(text)).strip(" .,;")
    if any(sign in folded for sign in _OURS):
        raise TimeFormatError(text, "the form is not known", FORMS)
    parts = _CORRESPONDS.split(folded)
    found = _together([_part(text, _LEADING.sub("", part.strip(" ,;")), own) for part in parts])
    if len({days for days, _ in found.names}) > 1:
        raise DoubleDateError(text, [f"{name} is {' and '.join(map(str, days))}" for days, name in found.names])
    notes = [*found.notes, *filter(None, [found.doubt])]
    expected = {own.name} | (_WESTERN if isinstance(own, CutoverCalendar) else set()) if own is not None else set()
    if own is not None and all(name.calendar not in expected for _, name in found.names):
        notes.append(f"the text names its calendar itself: the one asked for ({own.title}) did not decide")
    written = tuple(name for _, name in found.names)
    return WrittenDate(text=text, ranges=found.names[0][0], written=written, notes=tuple(dict.fromkeys(notes)))


def _together(sides: Sequence[Found]) -> Found:
    """Join what a text says of one day in several calendars; one side settles the other's doubt."""
    if len(sides) == 1:
        return sides[0]
    names = tuple(name for side in sides for name in side.names)
    return Found(names, tuple(note for side in sides for note in side.notes))


def _part(text: str, part: str, own: Calendar | None) -> Found:
    """Read one date, or a double date."""
    era = read_era(text, part) if "(" not in part else None
    if isinstance(era, Side):
        return one_side(text, era, find("gregorian"))
    if era is not None:
        return era
    part = mark(part)
    if match := _BRACKETS.fullmatch(part):
        before, inside, after = (each.strip() for each in match.groups())
        if (other := _of_another_calendar(text, inside, own)) is not None:
            return _together([_part(text, f"{before} {after}".strip(), own), other])
        return two_sides(text, read_side(text, before), read_side(text, inside), read_side(text, after), own)
    if _INTERVAL.fullmatch(part):
        raise TimeFormatError(text, "that is an interval of ISO 8601, not one day", f"give one day; {FORMS}")
    if part.count("/") == 1:
        before, after = part.split("/")
        return two_sides(text, read_side(text, before), read_side(text, after), Side(), own)
    return one_side(text, read_side(text, part), own)


def _of_another_calendar(text: str, inside: str, own: Calendar | None) -> Found | None:
    """Read brackets that hold a whole date of an era, or of a calendar with months of its own."""
    era = read_era(text, inside)
    if era is not None and not isinstance(era, Side):
        return era
    side = era if isinstance(era, Side) else read_side(text, inside)
    return one_side(text, side, own) if side.foreign and side.year else None
