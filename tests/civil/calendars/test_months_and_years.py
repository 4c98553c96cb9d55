"""Months and years in any calendar: exactly the days that there were."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from treatyclock.civil.calendars.months_and_years import calendar_days
from treatyclock.civil.calendars.names import calendar


@pytest.mark.parametrize("name", ["julian", "russia", "britain", "sweden", "showa", "minguo", "hebrew", "coptic"])
def test_a_month_is_the_days_that_the_calendar_names_so(name: str) -> None:
    own = calendar(name)
    start = date(1927, 1, 10) if name in ("showa", "minguo") else date(1750, 9, 1)
    by_month: dict[tuple[int, int], list[date]] = {}
    for number in range(800):
        day = start + timedelta(days=number)
        called = own.from_gregorian(day)
        by_month.setdefault((called.year, called.month), []).append(day)
    inner = [month for month in by_month if month not in (own_month(own, start), own_month(own, day))]
    tried = 0
    for year, month in inner:
        found = calendar_days(own, year, month)
        listed = [
            each.first + timedelta(days=n) for each in found.ranges for n in range((each.last - each.first).days + 1)
        ]
        if len(found.ranges) == 1:
            assert listed == by_month[year, month]
            tried += 1
        else:  # the March of a year that began on 25 March, the other part of which may lie outside
            assert set(by_month[year, month]) <= set(listed)
    assert tried > 15


def own_month(own: Any, day: date) -> tuple[int, int]:
    called = own.from_gregorian(day)
    return called.year, called.month
