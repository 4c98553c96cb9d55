"""What must hold of every day in every calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatyclock.civil.calendars._countries import countries
from treatyclock.civil.calendars.calendar import CalendarDate
from treatyclock.civil.calendars.convertdate import convertdate_calendars
from treatyclock.civil.calendars.cutovers import CutoverCalendar
from treatyclock.civil.calendars.names import calendar, calendar_names
from treatyclock.errors import CivilTimeError, OutsideCalendarError, TreatyclockError

DAYS = st.dates(min_value=date(1500, 1, 1), max_value=date(2100, 12, 31))
OWN = [name for name in calendar_names() if name not in convertdate_calendars()]
FAST_COMPUTED = [name for name in convertdate_calendars() if name != "persian"]


def needs_convertdate() -> None:
    pytest.importorskip("convertdate", reason="the extra [calendars] is not installed")


def there_and_back(name: str, day: date) -> None:
    found = calendar(name)
    try:
        named = found.from_gregorian(day)
    except OutsideCalendarError:
        return
    assert found.to_gregorian(named.year, named.month, named.day) == day
    assert found.write(named.year, named.month, named.day) == named
    assert all(found.notes(named.year, named.month, named.day)) or name in ("gregorian", "julian")


@given(st.sampled_from(OWN), DAYS)
@settings(max_examples=600)
def test_every_day_there_and_back(name: str, day: date) -> None:
    there_and_back(name, day)


@given(st.sampled_from(FAST_COMPUTED), DAYS)
@settings(max_examples=300)
def test_every_day_there_and_back_in_foreign_calendars(name: str, day: date) -> None:
    needs_convertdate()
    there_and_back(name, day)


@given(DAYS)
@settings(max_examples=10, deadline=None)  # each way takes ten milliseconds and more
def test_persian_days_there_and_back(day: date) -> None:
    needs_convertdate()
    there_and_back("persian", day)


@given(st.sampled_from(sorted(countries())), st.integers(1500, 2100), st.integers(1, 12), st.integers(1, 31))
@settings(max_examples=600)
def test_a_printed_date_is_one_day_or_refused(name: str, year: int, month: int, day: int) -> None:
    found = calendar(name)
    assert isinstance(found, CutoverCalendar)
    try:
        gregorian = found.to_gregorian(year - found.offset, month, day)
    except CivilTimeError:
        return
    back = found.from_gregorian(gregorian)
    assert (back.year, back.month, back.day) == (year - found.offset, month, day)


def from_january(found: CutoverCalendar, named: CalendarDate) -> tuple[int, int, int]:
    return found.from_january(named.year, named.month, named.day)


@given(st.sampled_from(sorted(name for name, each in countries().items() if each.changes)), DAYS, st.integers(1, 4000))
def test_later_days_have_later_dates(name: str, day: date, later: int) -> None:
    found = countries()[name]
    try:
        first, second = found.from_gregorian(day), found.from_gregorian(day + timedelta(days=later))
    except OutsideCalendarError:
        return
    assert from_january(found, first) < from_january(found, second)


@given(
    st.sampled_from(calendar_names()),
    st.integers(-(10**6), 10**6),
    st.integers(-5, 40),
    st.integers(-5, 40),
)
@settings(max_examples=500, deadline=None)
def test_no_numbers_do(name: str, year: int, month: int, day: int) -> None:
    try:
        found = calendar(name).to_gregorian(year, month, day)
    except TreatyclockError as error:
        assert error.hint
        return
    assert calendar(name).notes(year, month, day) or name in ("gregorian", "julian")
    assert isinstance(found, date)
