"""Years counted from an accession or a revolution: the eras of Japan, of the Republic of China, of Manchukuo.

Months and days are Gregorian; only years are counted anew. An era is not read before its state used the
Gregorian calendar, since lunisolar months need astronomy and local almanacs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from treatyclock.civil.calendars.calendar import CalendarDate
from treatyclock.civil.calendars.day_counts import GREGORIAN, check_date, check_numbers, checked_day
from treatyclock.civil.calendars.table import table
from treatyclock.errors import NoSuchDateError, OutOfRangeError, OutsideCalendarError


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """An era.

    Attributes:
        name: The name under which it is found.
        era: Its name as printed in English.
        realm: The State that counted by it.
        names: What documents call it.
        letter: Its abbreviation before digits, empty if it has none.
        year_one: The year of the Christian era that is its first.
        first: Its first day by law, or its first Gregorian day.
        last: Its last day by law, None while it lasts.
        read_from: The first day that is read, since documents print it.
        read_to: The last day that is read; None if there is no limit.
        before: Why no earlier day is read.
        why: Why days outside the era by law are read too.
        basis: Who says so.

    Example:
        >>> print(eras()["showa"].from_gregorian(date(1941, 4, 13)))
        13th day of the 4th month of Showa 16
        >>> eras()["kangde"].to_gregorian(8, 4, 13).isoformat()
        '1941-04-13'
    """

    name: str
    era: str
    realm: str
    names: tuple[str, ...]
    letter: str
    year_one: int
    first: date
    last: date | None
    read_from: date
    read_to: date | None
    before: str
    why: str
    basis: str

    @property
    def title(self) -> str:
        """The era and its State."""
        return f"{self.era} ({self.realm})"

    def to_gregorian(self, year: int, month: int, day: int) -> date:
        """Return the day of a date of the era."""
        check_numbers(self.title, year, month, day)
        text = f"{self.era} {year}-{month:02}-{day:02}"
        if year < 1:
            raise NoSuchDateError(text, "the first year of an era is 1", "check the year")
        western = year + self.year_one - 1
        if western > date.max.year:
            raise OutOfRangeError(text)
        check_date(self.title, western, month, day, GREGORIAN, text=text)
        found = date(western, month, day)
        if found < self.read_from:
            why = self.before or f"it began with {self.first}"
            hint = self._instead(found) or f"give a date from {self.first} on"
            raise OutsideCalendarError(text, self.title, why, hint)
        if self.read_to is not None and found > self.read_to:
            hint = "; ".join(filter(None, [self._instead(found), f"a term written before it ended means {found}"]))
            raise OutsideCalendarError(text, self.title, f"it ended with {self.last}", hint)
        return found

    def from_gregorian(self, day: date) -> CalendarDate:
        """Return the date of a day in the era; the day must lie in the era by law."""
        if not self.holds(checked_day(day)):
            why = f"it began with {self.first}" if day < self.first else f"it ended with {self.last}"
            if day < self.first and self.before:
                why = self.before
            raise OutsideCalendarError(day.isoformat(), self.title, why, self._instead(day) or "check the day")
        return self.write(day.year - self.year_one + 1, day.month, day.day)

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in the era by law."""
        return self.first <= day and (self.last is None or day <= self.last)

    def write(self, year: int, month: int, day: int) -> CalendarDate:
        """Return the words for a date of the era."""
        return CalendarDate(calendar=self.name, year=year, month=month, day=day, era=self.era)

    def notes(self, year: int, month: int, day: int) -> tuple[str, ...]:
        """Return what the era rests on, and what other names the day has by law."""
        found = self.to_gregorian(year, month, day)
        notes = [f"{self.title}: {self.basis}"]
        others = [str(each) for each in era_dates(found, realm=self.realm) if each.calendar != self.name]
        if not self.holds(found):
            by_law = f", and by law the day is the {others[0]}" if others else ""
            limit = f"began with {self.first}" if found < self.first else f"ended with {self.last}"
            notes.append(f"{self.era} {limit}{by_law}; it is read all the same: {self.why}")
        elif others:
            notes.append(f"the day is also the {' and the '.join(others)}")
        return tuple(notes)

    def _instead(self, day: date) -> str:
        named = [each.short for each in era_dates(day, realm=self.realm)]
        return f"{day} is {' or '.join(named)}" if named else ""


def era_dates(day: date, *, realm: str | None = None) -> tuple[CalendarDate, ...]:
    """Return the names of a day in every era in which it lies by law.

    Args:
        day: The day.
        realm: ``"Japan"``, ``"China"`` or ``"Manchukuo"``; all of them if not given.

    Example:
        >>> [each.short for each in era_dates(date(1941, 4, 13))]
        ['Showa 16-04-13', 'Minguo 30-04-13', 'Kangde 8-04-13']
        >>> [each.short for each in era_dates(date(1926, 12, 25), realm="Japan")]
        ['Taisho 15-12-25', 'Showa 1-12-25']
    """
    known = (era for era in eras().values() if realm is None or era.realm == realm)
    return tuple(era.from_gregorian(day) for era in known if era.holds(checked_day(day)))


@cache
def eras() -> dict[str, Era]:
    """Return the eras by id.

    Example:
        >>> list(eras())[:5]
        ['meiji', 'taisho', 'showa', 'heisei', 'reiwa']
    """
    return {entry["id"]: _era(entry) for entry in table()["era"]}


def _era(entry: dict[str, Any]) -> Era:
    first, last = date.fromisoformat(entry["first"]), entry.get("last")
    read_to = entry.get("read_to")
    return Era(
        name=entry["id"],
        era=entry["name"],
        realm=entry["realm"],
        names=tuple(entry["names"]),
        letter=entry.get("letter", ""),
        year_one=entry["year_one"],
        first=first,
        last=None if last is None else date.fromisoformat(last),
        read_from=date.fromisoformat(entry["read_from"]) if "read_from" in entry else first,
        read_to=None if read_to is None else date.fromisoformat(read_to),
        before=entry.get("before", ""),
        why=entry["why"],
        basis=f"{entry['source']}; confidence: {entry['confidence']}",
    )
