"""What a calendar calls a day is read again as that day, in words and in digits."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from known_days import COMPUTED, FACTS
from treatyclock.civil.calendars.convertdate import ConvertdateCalendar, convertdate_calendars
from treatyclock.civil.calendars.names import calendar, calendar_names
from treatyclock.civil.days import Days
from treatyclock.civil.printed.reader import read_date
from treatyclock.errors import OutsideCalendarError

DAYS = st.dates(min_value=date(1500, 1, 1), max_value=date(2100, 12, 31))
OWN = [name for name in calendar_names() if name not in convertdate_calendars()]
FAST_COMPUTED = [name for name in convertdate_calendars() if name != "persian"]


def read_again(name: str, day: date) -> None:
    try:
        named = calendar(name).from_gregorian(day)
    except OutsideCalendarError:
        return
    own = calendar(name)
    meant = own.may_be(day) if isinstance(own, ConvertdateCalendar) else Days.on(day)
    assert read_date(str(named), calendar=name).days == meant
    assert read_date(named.short, calendar=name).days == meant
    assert read_date(str(named), calendar=name).written == (named,)


@pytest.mark.parametrize(("name", "printed", "gregorian"), FACTS)
def test_known_days(name: str, printed: tuple[int, int, int], gregorian: str) -> None:
    read_again(name, date.fromisoformat(gregorian))


@pytest.mark.parametrize(("name", "printed", "gregorian"), COMPUTED)
def test_known_days_of_calendars_that_are_computed(name: str, printed: tuple[int, int, int], gregorian: str) -> None:
    pytest.importorskip("convertdate", reason="the extra [calendars] is not installed")
    read_again(name, date.fromisoformat(gregorian))


@given(st.sampled_from(OWN), DAYS)
@settings(max_examples=600)
def test_every_day(name: str, day: date) -> None:
    read_again(name, day)


@given(st.sampled_from(FAST_COMPUTED), DAYS)
@settings(max_examples=150, deadline=None)
def test_every_day_of_calendars_that_are_computed(name: str, day: date) -> None:
    pytest.importorskip("convertdate", reason="the extra [calendars] is not installed")
    read_again(name, day)


def test_a_calendar_may_be_given_as_itself() -> None:
    assert read_date("25 October 1917", calendar=calendar("russia")).day == date(1917, 11, 7)
