"""Changes of calendars skip what the table says, and nothing else."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from treatyclock.civil.calendars._countries import countries
from treatyclock.civil.calendars.calendar import CalendarDate
from treatyclock.civil.calendars.cutovers import CutoverCalendar
from treatyclock.civil.calendars.day_counts import DAY_COUNTS, jdn
from treatyclock.errors import (
    CivilTimeError,
    SkippedDateError,
)


def test_a_change_leaves_no_day_out() -> None:
    # The table gives last and first dates; that they are neighbours is arithmetic.
    for country in countries().values():
        for change in country.changes:
            assert change.new.count(*change.first) == change.old.count(*change.last) + 1, country.name


def from_january(found: CutoverCalendar, named: CalendarDate) -> tuple[int, int, int]:
    return found.from_january(named.year, named.month, named.day)


@pytest.mark.parametrize("name", sorted(name for name, each in countries().items() if each.changes))
def test_a_change_skips_its_dates_and_no_other(name: str) -> None:
    found = countries()[name]
    for change in found.changes:
        start = change.old.count(*change.last) - 400
        days = [date.fromordinal(number - jdn(date(1, 1, 1)) + 1) for number in range(start, start + 800)]
        printed = [from_january(found, found.from_gregorian(day)) for day in days]
        assert all(a < b for a, b in pairwise(printed)), "later days have later dates"
        seen = set(printed)
        for year, month in sorted({fields[:2] for fields in printed[31:-31]}):
            for day in range(1, max(rule.length(year, month) for rule in DAY_COUNTS.values()) + 1):
                fields = (year, month, day)
                if not printed[0] <= fields <= printed[-1] or fields in seen:
                    continue
                # What is neither a day nor skipped is a 30 February, or a leap day of the wrong rule.
                label = year - found.offset
                if found.begins is not None and found.until is not None and fields[1:] < found.begins:
                    label -= fields <= found.until
                with pytest.raises(CivilTimeError) as caught:
                    found.to_gregorian(label, month, day)
                skipped = isinstance(caught.value, SkippedDateError)
                if change.last < fields < change.first and day <= change.old.length(year, month):
                    assert skipped
                assert skipped == (change.last < fields < change.first) or day > 28
