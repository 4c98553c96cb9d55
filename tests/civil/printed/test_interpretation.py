"""Printed months and years: the days that there were."""

from __future__ import annotations

import pytest

import treatyclock as tc
from treatyclock.civil.printed.reader import read_date
from treatyclock.errors import CivilTimeError, NoSingleDayError, NoSuchDateError, OutsideCalendarError, TimeFormatError


@pytest.mark.parametrize(
    ("text", "own", "days"),
    [
        # Showa 16 is 1941, Minguo 30 too, Kangde 8 too (dossier on clocks, 5)
        ("April of Showa 16", None, "[1941-04-01..1941-04-30]"),
        ("4th month of Showa 16", None, "[1941-04-01..1941-04-30]"),
        ("the fourth month of the 16th year of Showa", None, "[1941-04-01..1941-04-30]"),
        ("Showa 16-04", None, "[1941-04-01..1941-04-30]"),
        ("昭和十六年四月", None, "[1941-04-01..1941-04-30]"),
        ("昭和16年4月", None, "[1941-04-01..1941-04-30]"),
        ("昭和16年", None, "[1941-01-01..1941-12-31]"),
        ("Showa 16", None, "[1941-01-01..1941-12-31]"),
        ("in April of Showa 16", None, "[1941-04-01..1941-04-30]"),
        ("the month of April 1941", None, "[1941-04-01..1941-04-30]"),
        ("16-04", "showa", "[1941-04-01..1941-04-30]"),
        ("Minguo 30", None, "[1941-01-01..1941-12-31]"),
        ("康德八年", None, "[1941-01-01..1941-12-31]"),
        ("1917年10月", None, "[1917-10-01..1917-10-31]"),
        # an era's year is no longer than the era: Taisho ended and Showa began on 25 December 1926
        ("Showa 64", None, "[1989-01-01..1989-01-07]"),
        ("Taisho 15", None, "[1926-01-01..1926-12-25]"),
        ("Showa 1", None, "[1926-12-25..1926-12-31]"),
        ("昭和元年", None, "[1926-12-25..1926-12-31]"),
        ("December of Taisho 15", None, "[1926-12-01..1926-12-25]"),
        # what is printed after the end of an era is read where that is all there is
        ("Showa 64-03", None, "[1989-03-01..1989-03-31]"),
        # the Julian calendar was 13 days behind from 1900 on
        ("October 1917", "russia", "[1917-10-14..1917-11-13]"),
        ("October 1917", "julian", "[1917-10-14..1917-11-13]"),
        ("1917-10", "julian", "[1917-10-14..1917-11-13]"),
        ("October 1917 O.S.", None, "[1917-10-14..1917-11-13]"),
        ("October 1917", None, "[1917-10-01..1917-10-31]"),
        ("1917", "julian", "[1917-01-14..1918-01-13]"),
        # months and years that a change of calendars cut
        ("February 1918", "russia", "[1918-02-14..1918-02-28]"),
        ("1918", "russia", "[1918-01-14..1918-12-31]"),
        ("February 1918 O.S.", "russia", "[1918-02-14..1918-03-13]"),
        ("February 1923", "greece", "[1923-02-14..1923-02-28]"),
        ("September 1752", "britain", "[1752-09-12..1752-09-30]"),
        # the legal year 1751 ran from Lady Day to 31 December; 1750 from Lady Day to Lady Day
        ("1751", "britain", "[1751-04-05..1752-01-11]"),
        ("1750", "britain", "[1750-04-05..1751-04-04]"),
        # March 1750 by the legal year is its last week, then its first three a year on
        ("March 1750", "britain", "[1750-04-05..1750-04-11,1751-03-12..1751-04-04]"),
    ],
)  # fmt: skip
def test_the_days_there_were(text: str, own: str | None, days: str) -> None:
    found = read_date(text, own)
    assert found.edtf == days
    assert str(found).endswith(f" = {days}")
    with pytest.raises(NoSingleDayError, match="no single day"):
        _ = found.day


def test_what_an_era_cut_is_said() -> None:
    assert "Showa (Japan) has no day of Showa 64 but these by law" in read_date("Showa 64").notes
    assert not any("by law" in note for note in read_date("Showa 63").notes)
    assert any("ended with 1989-01-07" in note for note in read_date("Showa 64-03").notes)
    assert any(
        "as Old Style (Julian) it is [1917-10-14..1917-11-13]" in note for note in read_date("October 1917").notes
    )
    assert any(
        "14 February 1918 followed 31 January 1918" in note for note in read_date("February 1918", "russia").notes
    )


def test_the_support_is_the_union() -> None:
    assert str(tc.when("October 1917", calendar="russia", zone=["UTC"]).moment.support) == (
        "[1917-10-14T00:00:00Z, 1917-11-14T00:00:00Z)"
    )
    assert len(tc.when("March 1750", calendar="britain", zone=["UTC"]).moment.support) == 2
    tokyo = tc.when("昭和十六年四月", place="Tokyo")
    assert str(tokyo.moment.support) == "[1941-03-31T15:00:00Z, 1941-04-30T15:00:00Z)"
    assert tokyo.symbol == "4th month of Showa 16 = [1941-04-01..1941-04-30]"


@pytest.mark.parametrize("name", ["julian", "showa", "russia"])
def test_what_a_month_is_called_is_read_again(name: str) -> None:
    found = read_date("Showa 16-04" if name == "showa" else "October 1917", name)
    assert read_date(found.written[0].short, name).ranges == found.ranges
    assert read_date(str(found.written[0]), name).ranges == found.ranges


@pytest.mark.parametrize(
    ("text", "own", "error", "match"),
    [
        ("Showa 65", None, OutsideCalendarError, "ended"),
        ("Showa 16-13", None, NoSuchDateError, "month"),
        ("1917-13", "julian", NoSuchDateError, "month"),
        ("Heisei 0", None, NoSuchDateError, "first year"),
        ("1731/32", None, TimeFormatError, "two years and no day"),
        ("February 1918 (Minguo 7-03)", None, CivilTimeError, "different days"),
        ("October", "julian", TimeFormatError, "no year"),
        ("昭和16年閏4月", None, OutsideCalendarError, "leap month"),
    ],
)  # fmt: skip
def test_what_is_refused(text: str, own: str | None, error: type[CivilTimeError], match: str) -> None:
    with pytest.raises(error, match=match) as caught:
        read_date(text, own)
    assert "hint: " in str(caught.value)
