"""Day counts, for all years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyclock.civil.calendars.day_counts import JULIAN, julian_count, julian_fields


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 31))
def test_julian_dates_there_and_back_in_all_years(year: int, month: int, day: int) -> None:
    if day <= JULIAN.length(year, month):
        assert julian_fields(julian_count(year, month, day)) == (year, month, day)


def test_julian_days_follow_each_other_in_all_years() -> None:
    first, last = julian_count(1, 1, 1), julian_count(9999, 12, 31)
    for year in range(1, 9999):
        # Every year begins where the one before ends, and its months fill it.
        days = sum(JULIAN.length(year, month) for month in range(1, 13))
        assert julian_count(year + 1, 1, 1) - julian_count(year, 1, 1) == days
        assert julian_count(year + 1, 1, 1) - 1 == julian_count(year, 12, 31)
    assert last - first + 1 == 9999 * 365 + 9999 // 4


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 31))
def test_julian_is_what_convertdate_says(year: int, month: int, day: int) -> None:
    julian = pytest.importorskip("convertdate", reason="the extra [calendars] is not installed").julian
    if day <= JULIAN.length(year, month):
        assert julian_count(year, month, day) == julian.to_jd(year, month, day) + 0.5
        assert julian.from_jd(julian_count(year, month, day) - 0.5) == (year, month, day)
