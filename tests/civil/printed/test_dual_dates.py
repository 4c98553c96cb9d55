"""Dual dates: read again if both dates are one day, refused otherwise."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyclock.civil.calendars.names import calendar
from treatyclock.civil.printed._writer import both_styles, dual_date
from treatyclock.civil.printed.reader import read_date
from treatyclock.errors import CivilTimeError

DAYS = st.dates(min_value=date(1500, 1, 1), max_value=date(2100, 12, 31))
ALL_DAYS = st.dates()


@given(ALL_DAYS)
def test_double_dates_are_read_again(day: date) -> None:
    if date(1, 1, 3) < day < date(9999, 12, 1) and day.year >= 100:
        assert read_date(dual_date(day)).day == day
        assert read_date(dual_date(day, old_first=True)).day == day
        assert read_date(both_styles(day)).day == day


@given(DAYS, st.integers(1, 400))
def test_double_dates_of_two_days_are_refused(day: date, off: int) -> None:
    old = calendar("julian").from_gregorian(day + timedelta(days=off))
    with pytest.raises(CivilTimeError):
        read_date(f"{day.isoformat()} N.S. = {old}")
