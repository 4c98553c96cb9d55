"""Days as documents print them."""

from __future__ import annotations

from datetime import date

from treatyclock.civil.calendars.names import calendar
from treatyclock.civil.printed._writer import both_styles, dual_date
from treatyclock.civil.printed.reader import read_date


def test_words() -> None:
    assert both_styles(date(1918, 2, 14)) == "1 February 1918 O.S. = 14 February 1918 N.S."
    assert dual_date(date(1918, 2, 14)) == "14 (1) February 1918"
    assert dual_date(date(1918, 2, 14), old_first=True) == "1/14 February 1918"
    assert dual_date(date(1918, 1, 1), old_first=True) == "19 December 1917/1 January 1918"
    assert str(calendar("britain").from_gregorian(date(1700, 2, 1))) == "22 January 1699/00 O.S."
    assert str(calendar("showa").from_gregorian(date(1947, 5, 3))) == "3rd day of the 5th month of Showa 22"
    assert str(read_date("1/14 February 1918")) == "1 February 1918 O.S. = 14 February 1918 = 1918-02-14"
