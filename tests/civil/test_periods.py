"""Periods against dateutil, and the counting rules that the law adds."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import MO, relativedelta
from hypothesis import assume, given
from hypothesis import strategies as st

from treatyclock.civil.periods import MonthEnd, Period, corresponding_day, day_before, lacks_day, last_day, latest_start
from treatyclock.errors import MonthEndError, OutOfRangeError, PeriodError

DAYS = st.dates(min_value=date(1500, 1, 1), max_value=date(2100, 12, 31))
PERIODS = st.builds(
    lambda y, m, d: Period(years=y, months=m, days=d), st.integers(0, 60), st.integers(0, 40), st.integers(0, 400)
)
MONTHS = st.builds(lambda y, m: Period(years=y, months=m), st.integers(0, 60), st.integers(0, 40))


@given(DAYS, PERIODS)
def test_clamp_is_relativedelta(day: date, period: Period) -> None:
    theirs = relativedelta(years=period.years, months=period.months, days=period.days)
    assert corresponding_day(day, period) == day + theirs
    assert day_before(day, period) == day - theirs


@given(DAYS, MONTHS)
def test_roll_and_refuse_differ_from_clamp_only_at_month_ends(day: date, period: Period) -> None:
    clamped = corresponding_day(day, period, MonthEnd.CLAMP)
    if lacks_day(day, period):
        assert clamped.day == calendar.monthrange(clamped.year, clamped.month)[1] < day.day
        assert corresponding_day(day, period, MonthEnd.ROLL) == clamped + timedelta(days=1)
        with pytest.raises(MonthEndError, match="no such day"):
            corresponding_day(day, period, MonthEnd.REFUSE)
    else:
        assert clamped.day == day.day
        assert corresponding_day(day, period, MonthEnd.ROLL) == clamped
        assert corresponding_day(day, period, MonthEnd.REFUSE) == clamped


@given(DAYS, DAYS, PERIODS, st.booleans(), st.sampled_from([MonthEnd.CLAMP, MonthEnd.ROLL]))
def test_counting_never_turns_later_into_earlier(a: date, b: date, period: Period, counts: bool, end: MonthEnd) -> None:
    assume(a <= b and (period.years or period.months or period.days))
    assert last_day(a, period, first_day_counts=counts, month_end=end) <= last_day(
        b, period, first_day_counts=counts, month_end=end
    )
    assert day_before(a, period, end) <= day_before(b, period, end)
    assert latest_start(a, period, end) <= latest_start(b, period, end)


@given(DAYS, PERIODS, st.sampled_from([MonthEnd.CLAMP, MonthEnd.ROLL]))
def test_the_latest_start_is_the_last_day_from_which_the_period_is_over_in_time(
    day: date, period: Period, end: MonthEnd
) -> None:
    start = latest_start(day, period, end)
    assert corresponding_day(start, period, end) <= day
    assert start == day or corresponding_day(start + timedelta(days=1), period, end) > day


@given(DAYS, st.integers(1, 400))
def test_a_counted_term_of_days_has_that_many_days(day: date, days: int) -> None:
    period = Period(days=days)
    assert (last_day(day, period, first_day_counts=True) - day).days + 1 == days
    assert (last_day(day, period, first_day_counts=False) - day).days == days


@pytest.mark.parametrize(
    ("day", "period", "counts", "end", "expected"),
    [
        # the pact (dossier, section 1)
        ("1941-04-25", "P5Y", False, MonthEnd.CLAMP, "1946-04-25"),
        ("1941-04-25", "P5Y", True, MonthEnd.CLAMP, "1946-04-24"),
        # 29 February and 31 January: the month reached is full, counted or not
        ("1936-02-29", "P5Y", False, MonthEnd.CLAMP, "1941-02-28"),
        ("1936-02-29", "P5Y", True, MonthEnd.CLAMP, "1941-02-28"),
        ("1936-02-29", "P5Y", False, MonthEnd.ROLL, "1941-03-01"),
        ("1936-02-29", "P5Y", True, MonthEnd.ROLL, "1941-02-28"),
        ("1941-01-31", "P1M", True, MonthEnd.CLAMP, "1941-02-28"),
        ("1941-03-01", "P1M", True, MonthEnd.CLAMP, "1941-03-31"),
        # depositary practice: deposit plus 30 (Paris Agreement, Vienna Convention itself)
        ("2016-10-05", "P30D", False, MonthEnd.CLAMP, "2016-11-04"),
        ("1979-12-28", "P30D", False, MonthEnd.CLAMP, "1980-01-27"),
    ],
)
def test_last_days(day: str, period: str, counts: bool, end: MonthEnd, expected: str) -> None:
    found = last_day(date.fromisoformat(day), Period.of(period), first_day_counts=counts, month_end=end)
    assert found.isoformat() == expected


def test_counting_back_is_not_the_inverse_of_counting_forward() -> None:
    month = Period.of("P1M")
    assert day_before(corresponding_day(date(1941, 3, 31), month), month) == date(1941, 3, 30)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("P5Y", Period(years=5)),
        ("P1Y6M", Period(years=1, months=6)),
        ("P2W", Period(days=14)),
        ("P90D", Period(days=90)),
        (timedelta(days=30), Period(days=30)),
        (relativedelta(years=5), Period(years=5)),
        (relativedelta(months=18), Period(years=1, months=6)),
        (relativedelta(weeks=3), Period(days=21)),
        (relativedelta(hours=24), Period(days=1)),
        (timedelta(hours=24), Period(days=1)),
        (timedelta(0), Period()),
        ("P1W2D", Period(days=9)),
    ],
)
def test_periods_are_read(value: object, expected: Period) -> None:
    assert Period.of(value) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "value",
    [
        "", "P", "5Y", "P5", "PT5H", "P1.5Y", "P-5Y", "P5Y ", "P99999999Y", "p5y", "P٥Y",
        timedelta(hours=36), timedelta(days=-1), relativedelta(years=-1), relativedelta(year=1946),
        relativedelta(weekday=MO), relativedelta(hours=5), relativedelta(leapdays=1), 5, None,
        relativedelta(weeks=-1), relativedelta(days=1.5), relativedelta(days=2.0), relativedelta(days=float("nan")),  # type: ignore[arg-type]
        relativedelta(yearday=60), relativedelta(years=10**5000), timedelta.max, True, b"P1Y",
    ],
)  # fmt: skip
def test_what_is_no_period(value: object) -> None:
    with pytest.raises(PeriodError, match="not a period"):
        Period.of(value)  # type: ignore[arg-type]


@given(PERIODS)
def test_periods_are_written_as_they_are_read(period: Period) -> None:
    assert Period.of(str(period)) == period


@pytest.mark.parametrize("step", [corresponding_day, day_before])
def test_leaving_the_calendar_is_an_error(step: object) -> None:
    with pytest.raises(OutOfRangeError):
        step(date(1941, 4, 25), Period(years=9000))  # type: ignore[operator]


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), DAYS)
def test_a_year_is_twelve_months_and_no_number_of_days_is_a_month(
    years: int, months: int, days: int, day: date
) -> None:
    one, same = Period(years=years, months=months, days=days), Period(months=12 * years + months, days=days)
    assert one == same
    assert hash(one) == hash(same)
    assert corresponding_day(day, one) == corresponding_day(day, same)
    assert day_before(day, one) == day_before(day, same)
    assert one != Period(years=years, months=months, days=days + 1)
    assert Period.of("P1M") not in {Period(days=number) for number in range(27, 33)}
    assert (str(Period.of("P12M")), str(Period.of("P1Y"))) == ("P12M", "P1Y")
    assert Period.of("P1Y") != "P1Y"
