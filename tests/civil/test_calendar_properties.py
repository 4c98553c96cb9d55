"""Calendars: what must hold of every day, and of whatever anybody types."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatyclock.civil.calendars.calendar import CalendarDate
from treatyclock.civil.calendars.convertdate import convertdate_calendars
from treatyclock.civil.calendars.countries import countries
from treatyclock.civil.calendars.cutovers import CutoverCalendar
from treatyclock.civil.calendars.day_counts import DAY_COUNTS, JULIAN, jdn, julian_count, julian_fields
from treatyclock.civil.calendars.eras import era_dates, eras
from treatyclock.civil.calendars.names import calendar, calendar_names
from treatyclock.civil.printed.reader import read_date
from treatyclock.civil.printed.writer import both_styles, dual_date
from treatyclock.errors import CivilTimeError, OutsideCalendarError, SkippedDateError, TreatyclockError

DAYS = st.dates(min_value=date(1500, 1, 1), max_value=date(2100, 12, 31))
ALL_DAYS = st.dates()
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
    assert read_date(str(named), calendar=name).day == day
    assert read_date(named.short, calendar=name).day == day
    assert read_date(str(named), calendar=name).written == (named,)
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


@given(st.sampled_from(sorted(name for name, each in countries().items() if each.changes)), DAYS, st.integers(1, 4000))
def test_later_days_have_later_dates(name: str, day: date, later: int) -> None:
    found = countries()[name]
    try:
        first, second = found.from_gregorian(day), found.from_gregorian(day + timedelta(days=later))
    except OutsideCalendarError:
        return
    assert from_january(found, first) < from_january(found, second)


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


@given(st.dates(min_value=date(1873, 1, 1), max_value=date(2100, 1, 1)))
def test_every_day_has_an_era_and_two_days_have_two(day: date) -> None:
    names = era_dates(day, realm="Japan")
    assert len(names) == (2 if day in (date(1912, 7, 30), date(1926, 12, 25)) else 1)
    for named in names:
        assert read_date(str(named)).day == day
        era = eras()[named.calendar]
        assert read_date(f"{era.names[-1]}{named.year}年{named.month}月{named.day}日").day == day


WORDS = """
    1 14 31 0 1918 1917 41 99999 1731/32 1st third February Febr. Mars Nisan Thermidor II an April O.S. N.S. (O.S.)
    Julian Rumi ( ) / , . - = @ @julian ~ | day of the month year Showa S16.4.13 in corresponding to and A.D.
    hundred thousand twenty 昭和 元 年 月 日 閏 十 百 康德 光緒
"""
PIECES = st.sampled_from([*WORDS.split(), "\u0661", "\u00b2", "\x00"])


@given(st.lists(PIECES, max_size=9).map(" ".join), st.sampled_from([None, *calendar_names()]))
@settings(max_examples=1500, deadline=None)
def test_nothing_typed_gives_another_error(text: str, own: str | None) -> None:
    check_reading(text, own)
    check_reading(text.replace(" ", ""), own)


@given(st.text(max_size=60), st.none() | st.text(max_size=12))
def test_no_text_at_all_does(text: str, own: str | None) -> None:
    check_reading(text, own)


@given(
    st.from_regex(r"[0-9]{1,4}[-/ ][0-9]{1,2}([-/ (][0-9]{1,2}\)?)? ?(April|Dec|March)? ?[0-9]{0,4}", fullmatch=True),
    st.sampled_from([None, "russia", "britain", "showa", "thailand"]),
)
@settings(max_examples=500)
def test_nor_do_digits(text: str, own: str | None) -> None:
    check_reading(text, own)


def check_reading(text: str, own: str | None) -> None:
    try:
        seen = read_date(text, calendar=own)
    except TreatyclockError as error:
        assert error.hint
        assert "\x00" not in str(error)
        return
    assert seen.written
    assert str(seen)


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
