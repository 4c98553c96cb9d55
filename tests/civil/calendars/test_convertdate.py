"""Calendars that another package computes."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from known_days import COMPUTED
from treatyclock.civil.calendars import convertdate
from treatyclock.civil.calendars.names import calendar
from treatyclock.civil.printed.reader import read_date
from treatyclock.errors import MissingExtraError, NoSuchDateError


@pytest.mark.parametrize(("name", "printed", "gregorian"), COMPUTED)
def test_known_days_of_calendars_that_are_computed(name: str, printed: tuple[int, int, int], gregorian: str) -> None:
    pytest.importorskip("convertdate", reason="the extra [calendars] is not installed")
    found = calendar(name)
    assert found.to_gregorian(*printed).isoformat() == gregorian
    back = found.from_gregorian(date.fromisoformat(gregorian))
    assert (back.year, back.month, back.day) == printed


def test_a_missing_package_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "convertdate", None)
    for module in [name for name in sys.modules if name.startswith("convertdate.")]:
        monkeypatch.delitem(sys.modules, module)
    convertdate._to_gregorian.cache_clear()
    with pytest.raises(MissingExtraError, match=r"treatyclock\[calendars\]"):
        calendar("hebrew").to_gregorian(5701, 1, 16)
    assert read_date("康德8年4月13日").day == date(1941, 4, 13)


def test_the_package_is_imported_only_when_it_is_used() -> None:
    code = (
        "import sys; from treatyclock.civil.calendars import calendar; from treatyclock.civil.printed import read_date;"
        " read_date('14 (1) February 1918'); calendar('hebrew'); print(sys.modules.get('convertdate') is None)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "True"


def test_a_month_that_leap_years_have_twice() -> None:
    pytest.importorskip("convertdate", reason="the extra [calendars] is not installed")
    hebrew = convertdate.convertdate_calendars()["hebrew"]
    # leap years are the 3rd, 6th, 8th, 11th, 14th, 17th and 19th of nineteen
    for year in range(5600, 5800):
        leap = year % 19 in (0, 3, 6, 8, 11, 14, 17)
        assert hebrew.months_of("adar", 12, year) == ((12, 13) if leap else (12,))
        assert hebrew.write(year, 12, 1).month_name == ("Adar I" if leap else "Adar")
        if leap:
            assert (hebrew.months_of("adar i", 12, year), hebrew.months_of("veadar", 13, year)) == ((12,), (13,))
        else:
            with pytest.raises(NoSuchDateError, match="one Adar"):
                hebrew.months_of("adar i", 12, year)
    assert hebrew.months_of("nisan", 1, 5706) == (1,)


@pytest.mark.parametrize(("name", "before", "after"), [("hebrew", 1, 0), ("islamic", 3, 2), ("persian", 0, 0)])
def test_on_which_civil_days_a_date_may_lie(name: str, before: int, after: int) -> None:
    day = date(1973, 10, 6)
    found = convertdate.convertdate_calendars()[name].may_be(day)
    assert ((day - found.first).days, (found.last - day).days) == (before, after)
