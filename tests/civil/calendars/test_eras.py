"""Days and their eras."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from treatyclock.civil.calendars.eras import era_dates, eras
from treatyclock.civil.printed.reader import read_date


def test_days_with_two_names() -> None:
    twice = [date(1912, 7, 30), date(1926, 12, 25)]
    assert [[each.short for each in era_dates(day, realm="Japan")] for day in twice] == [
        ["Meiji 45-07-30", "Taisho 1-07-30"],
        ["Taisho 15-12-25", "Showa 1-12-25"],
    ]
    # By law Showa ended on 7 January 1989 and Heisei began on the 8th: no day has both names.
    assert [each.short for each in era_dates(date(1989, 1, 7), realm="Japan")] == ["Showa 64-01-07"]
    assert [each.short for each in era_dates(date(1989, 1, 8), realm="Japan")] == ["Heisei 1-01-08"]
    assert [each.short for each in era_dates(date(1934, 3, 1), realm="Manchukuo")] == [
        "Datong 3-03-01",
        "Kangde 1-03-01",
    ]
    assert "also the 30th day of the 7th month of Taisho 1" in " ".join(read_date("Meiji 45-07-30").notes)


def test_eras_of_japan_cover_every_day_since_1873() -> None:
    japan = [era for era in eras().values() if era.realm == "Japan"]
    for day in (each for era in japan for each in (era.first, era.last) if each is not None):
        for neighbour in (day.toordinal() - 1, day.toordinal(), day.toordinal() + 1):
            near = date.fromordinal(neighbour)
            assert near < date(1873, 1, 1) or era_dates(near, realm="Japan")


@given(st.dates(min_value=date(1873, 1, 1), max_value=date(2100, 1, 1)))
def test_every_day_has_an_era_and_two_days_have_two(day: date) -> None:
    names = era_dates(day, realm="Japan")
    assert len(names) == (2 if day in (date(1912, 7, 30), date(1926, 12, 25)) else 1)
    for named in names:
        assert read_date(str(named)).day == day
        era = eras()[named.calendar]
        assert read_date(f"{era.names[-1]}{named.year}年{named.month}月{named.day}日").day == day
