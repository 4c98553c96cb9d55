"""What documents print, read or refused."""

from __future__ import annotations

import pytest

from treatyclock.civil.printed.reader import read_date
from treatyclock.errors import (
    DualDateError,
    NoSuchDateError,
    OutOfRangeError,
    OutsideCalendarError,
    SkippedDateError,
    TimeFormatError,
    TreatyclockError,
    UnknownCalendarError,
)


@pytest.mark.parametrize(
    ("text", "own", "gregorian"),
    [
        # double dates: art. 10 of the decree of 1918, and diplomats' customs
        ("14 (1) February 1918", None, "1918-02-14"),
        ("1 (14) February 1918", None, "1918-02-14"),
        ("1/14 February 1918", None, "1918-02-14"),
        ("14/1 February 1918", None, "1918-02-14"),
        ("February 1/14, 1918", None, "1918-02-14"),
        ("February 1 (14), 1918", None, "1918-02-14"),
        ("18 February/3 March 1918", None, "1918-03-03"),
        ("3 March (18 February) 1918", None, "1918-03-03"),
        ("23 December 1893/4 January 1894", None, "1894-01-04"),
        ("19 December/1 January 1918", None, "1918-01-01"),
        ("1 January 1918 (19 December 1917)", None, "1918-01-01"),
        ("1 February 1918 O.S. (14 February 1918 N.S.)", None, "1918-02-14"),
        ("25 October 1917 O.S. = 7 November 1917 N.S.", None, "1917-11-07"),
        ("1918-02-14 (1918-02-01)", None, "1918-02-14"),
        ("10/21 January 1741/2", None, "1742-01-21"),
        ("31 December/11 January 1741/2", None, "1742-01-11"),
        ("20/31 March 1741/2", None, "1742-03-31"),
        ("10/21 January 1741", "britain", "1742-01-21"),
        ("25 December/5 January 1742", "britain", "1742-01-05"),
        ("31 March/11 April 1713", None, "1713-04-11"),  # treaty of Utrecht
        # two years of one date
        ("11 February 1731/32", None, "1732-02-22"),
        ("February 11, 1731/2", "britain", "1732-02-22"),
        ("11 February 1731/1732 (O.S.)", None, "1732-02-22"),
        ("24 March 1699/1700", None, "1700-04-04"),
        ("20 March 1726-27", None, None),
        # styles
        ("1 February 1918 O.S.", None, "1918-02-14"),
        ("1 February 1918, Old Style", None, "1918-02-14"),
        ("1 February 1918 (Julian)", "gregorian", "1918-02-14"),
        ("5 February 1918 O.S.", "russia", "1918-02-18"),
        ("5 February 1918 N.S.", "russia", "1918-02-05"),
        ("11 February 1731 O.S.", "britain", "1732-02-22"),
        ("1 February 1800 O.S.", "japan", "1800-02-12"),
        ("30 February 1712 (Swedish)", None, "1712-03-11"),
        ("1 March 1333 Rumi", None, "1917-03-01"),
        ("24 June 2475 B.E.", None, "1932-06-24"),
        # one calendar
        ("13 April 1941", None, "1941-04-13"),
        ("April 13th, 1941", None, "1941-04-13"),
        ("1941 Apr. 13", None, "1941-04-13"),
        ("13 Sept. 1941 A.D.", None, "1941-09-13"),
        ("the thirteenth day of April, 1941", None, "1941-04-13"),
        ("13th day of the fourth month of the year 1941", None, "1941-04-13"),
        ("this 28th day of April of the year one thousand nine hundred and fifty-two", None, "1952-04-28"),
        ("1917-10-25", "russia", "1917-11-07"),
        ("16-04-13", "showa", "1941-04-13"),
        ("13 April 16", "showa", "1941-04-13"),
        # eras, as the texts of treaties print them
        ("13th day of the 4th month of Showa 16", None, "1941-04-13"),
        ("the 13th day of the fourth month of the 16th year of Showa", None, "1941-04-13"),
        ("thirteenth day of the fourth month, the sixteenth year of Shōwa", None, "1941-04-13"),
        ("Showa 16-04-13", None, "1941-04-13"),
        ("Showa 16, April 13", None, "1941-04-13"),
        ("13 April, Showa 16", None, "1941-04-13"),
        ("S16.4.13", None, "1941-04-13"),
        ("昭和16年4月13日", None, "1941-04-13"),
        ("昭和十六年四月十三日", None, "1941-04-13"),
        ("昭和１６年 ４月１３日", None, "1941-04-13"),
        ("民國30年4月13日", None, "1941-04-13"),
        ("中華民國三十年四月十三日", None, "1941-04-13"),
        ("康德8年4月13日", None, "1941-04-13"),
        ("Kang Te 8-04-13", None, "1941-04-13"),
        ("大正元年七月三十日", None, "1912-07-30"),
        ("平成元年1月8日", None, "1989-01-08"),
        ("1941年4月13日", None, "1941-04-13"),
        ("一九四一年四月十三日", None, "1941-04-13"),
        ("13 April 1941 (Showa 16-04-13)", None, "1941-04-13"),
        ("April 13, 1941, which corresponds to the 13th day of the 4th month of Showa 16", None, "1941-04-13"),
        (
            # the treaty of Taipei dates itself three times
            "this Twenty-eighth day of the Fourth month of the Twenty-seventh year of SHOWA of Japan corresponding to"
            " the Twenty-eighth day of the Fourth month of the Forty-first year of the REPUBLIC OF CHINA and to the"
            " Twenty-eighth day of April in the year One thousand nine hundred and fifty-two",
            None,
            "1952-04-28",
        ),
    ],
)  # fmt: skip
def test_what_documents_print(text: str, own: str | None, gregorian: str | None) -> None:
    if gregorian is None:
        with pytest.raises(TimeFormatError):
            read_date(text, calendar=own)
    else:
        assert read_date(text, calendar=own).day.isoformat() == gregorian


@pytest.mark.parametrize(
    ("text", "gregorian"),
    [
        ("9 Thermidor II", "1794-07-27"),
        ("18 Brumaire, an VIII", "1799-11-09"),
        ("4 germinal an 10", "1802-03-25"),
        ("25 Miazia 1881", "1889-05-02"),
        ("26 February 1921 (7 Esfand 1299)", "1921-02-26"),
        ("13 April 1941, corresponding to 16 Nisan 5701", "1941-04-13"),
    ],
)
def test_months_that_name_their_calendar(text: str, gregorian: str) -> None:
    pytest.importorskip("convertdate", reason="the extra [calendars] is not installed")
    assert read_date(text).day.isoformat() == gregorian


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        # a day from sunset to sunset; 16 Nisan 5701 is 13 April 1941 by day
        ("16 Nisan 5701", "1941-04-12..1941-04-13"),
        # the month of a leap year that comes twice
        ("14 Adar 5706", "1946-02-14..1946-02-15,1946-03-16..1946-03-17"),
        ("14 Adar I 5706", "1946-02-14..1946-02-15"),
        ("14 Adar II 5706", "1946-03-16..1946-03-17"),
        ("30 Adar 5706", "1946-03-02..1946-03-03"),  # the second has 29 days
        ("14 Adar 5705", "1945-02-26..1945-02-27"),
        ("Adar 5706", "1946-02-01..1946-04-01"),
        # the war of October 1973 began on 10 Ramadan, 6 October
        ("10 Ramadan 1393", "1973-10-04..1973-10-09"),
        # a date beside it tells which day is meant
        ("10 Ramadan 1393 (6 October 1973)", "1973-10-06"),
        ("6 October 1973 (10 Ramadan 1393)", "1973-10-06"),
        ("14 Adar 5706, corresponding to 17 March 1946", "1946-03-17"),
    ],
)
def test_days_of_calendars_that_do_not_begin_at_midnight(text: str, ranges: str) -> None:
    pytest.importorskip("convertdate", reason="the extra [calendars] is not installed")
    assert read_date(text).edtf.strip("[]") == ranges


@pytest.mark.parametrize(
    ("text", "own", "days"),
    [
        ("12 October 1492", None, "1492-10-21"),  # Columbus saw land
        ("29 May 1453", None, "1453-06-07"),  # Constantinople fell
        ("4 October 1582", None, "1582-10-14"),
        ("15 October 1582", None, "1582-10-15"),
        ("12 October 1492 A.D.", None, "1492-10-21"),
        ("12 October 1492 N.S.", None, "1492-10-12"),
        ("12 October 1492", "gregorian", "1492-10-12"),
        ("1492-10-12", None, "1492-10-12"),  # ISO 8601 carries the Gregorian calendar back
        ("October 1492", None, "[1492-10-10..1492-11-09]"),
        ("October 1582", None, "[1582-10-01..1582-11-10]"),
    ],
)
def test_dates_before_the_gregorian_calendar(text: str, own: str | None, days: str) -> None:
    assert read_date(text, calendar=own).edtf == days


@pytest.mark.parametrize(
    ("text", "own", "error", "match"),
    [
        # said and not kept
        ("10 Ramadan 1973 A.D.", None, TimeFormatError, "(?s)of the Christian era.*write 10 Ramadan 1393"),
        ("14 Adar 1946 C.E.", None, TimeFormatError, "(?s)of the Christian era.*write 14 Adar I 5706"),
        ("10 Ramadan 1973", None, TimeFormatError, "(?s)begins after A.D. 2100.*10 Ramadan 1393"),
        ("14 Adar I 5705", None, NoSuchDateError, "which has one Adar"),
        ("0 Thermidor II", None, NoSuchDateError, "has no such date"),
        ("10 Ramadan 1393 O.S.", None, TimeFormatError, "names the Julian calendar too"),
        ("9 Thermidor II A.D.", None, TimeFormatError, "of the Christian era"),
        ("10 Ramadan 1393 (6 November 1973)", None, DualDateError, "different days"),
        ("May Day 1945", None, TimeFormatError, "(?s)`may day` is not a month.*1 May 1945"),
        ("day of May 1945", None, TimeFormatError, "is not a month"),
        ("1 May (14 May) June 1918", None, TimeFormatError, "it has a month, `june`"),
        ("14 February (1 February) 5 1918", None, TimeFormatError, "it has a number, `5`"),
        ("1 February O.S. (14 February N.S.) 1918 O.S.", None, TimeFormatError, "a third style"),
        ("16 year of Showa of China", None, TimeFormatError, "it has an era, `china`"),
        ("13 April 16 A.D.", "showa", TimeFormatError, "it has an era, `a.d`"),
        ("13 April, Showa 16 A.D.", None, TimeFormatError, "no plain day and month"),
        ("13 April 1941 A.D. A.D.", None, TimeFormatError, "the era twice"),
        ("1\u00b9 May 1945", None, TimeFormatError, "a note's number"),
        ("8\u00bd May 1945", None, TimeFormatError, "a fraction"),
        ("1\u03369 May 1945", None, TimeFormatError, "a stroke"),
        ("Thursday, 9 August 1945", None, TimeFormatError, "form"),
        ("circa 9 August 1945", None, TimeFormatError, "form"),
        ("before 9 August 1945", None, TimeFormatError, "form"),
        ("8-9 May 1945", None, TimeFormatError, "form"),
        # left out by a law
        ("5 February 1918", "russia", SkippedDateError, "from 31 January 1918 to 14 February 1918"),
        ("1752-09-03", "britain", SkippedDateError, "from 2 September 1752 to 14 September 1752"),
        ("1923-02-16", "greece", SkippedDateError, "from 15 February 1923"),
        ("29 February 1700", "sweden", SkippedDateError, "from 28 February 1700 to 1 March 1700"),
        ("20 February 1332", "rumi", SkippedDateError, "from 15 February 1332 to 1 March 1333"),
        # never was
        ("29 February 1900", None, NoSuchDateError, "has 28 days"),
        ("30 February 1712", "russia", NoSuchDateError, "has 29 days"),
        ("30 February 1753", "sweden", NoSuchDateError, "has 28 days"),
        ("31 April 1941", "showa", TreatyclockError, "30 days"),
        ("1941-13-01", None, NoSuchDateError, "months"),
        ("0000-01-01", "julian", NoSuchDateError, "years run from 1"),
        ("10 February 1751", "britain", NoSuchDateError, "ran from 25 March to 31 December"),
        ("11 August 1731/32", None, NoSuchDateError, "one year"),
        ("11 February 1731/32", "russia", NoSuchDateError, "one year"),
        ("11 February 1752/53", "britain", NoSuchDateError, "one year"),
        ("11 day of the 13 month of 1731/32", None, NoSuchDateError, "one year|months"),
        ("Showa 0-01-01", None, NoSuchDateError, "first year of an era"),
        # not in use then
        ("3 December 1872", "japan", OutsideCalendarError, "lunisolar"),
        ("Meiji 5-12-03", None, OutsideCalendarError, "lunisolar"),
        ("明治元年九月八日", None, OutsideCalendarError, "lunisolar"),
        ("慶応四年九月八日", None, OutsideCalendarError, "Japan before Meiji 6"),
        ("光緒21年3月23日", None, OutsideCalendarError, "China under the Qing"),
        ("昭和16年閏4月13日", None, OutsideCalendarError, "leap month"),
        ("1911-12-31", "china", OutsideCalendarError, "lunisolar"),
        ("Taisho 1-07-29", None, OutsideCalendarError, "began with 1912-07-30"),
        ("Showa 66-04-13", None, OutsideCalendarError, "Heisei 3-04-13"),
        ("Kangde 12-09-01", None, OutsideCalendarError, "ended with 1945-08-18"),
        ("1 January 1342", "rumi", OutsideCalendarError, "698"),
        ("1 January 1250", "rumi", OutsideCalendarError, "1256"),
        ("9999-12-31", "julian", OutOfRangeError, "years 1 to 9999"),
        # two sides that are two days
        ("1/15 February 1918", None, DualDateError, "1 February 1918 Old Style is 14 February 1918 New Style"),
        ("14 (2) February 1918", None, DualDateError, "14 February 1918 New Style"),
        ("14 February 1918 O.S. (1 February 1918 N.S.)", None, DualDateError, "27 February 1918 New Style"),
        ("14 April 1941 (Showa 16-04-13)", None, DualDateError, "4th month of Showa 16 is 1941-04-13"),
        ("31/32 February 1918", None, NoSuchDateError, "days"),
        # no form
        ("", None, TimeFormatError, "no year"),
        ("April", None, TimeFormatError, "no year"),
        ("13 April", None, TimeFormatError, "no year"),
        ("13 April 41", None, TimeFormatError, "no century"),
        ("1 Febuary 1918", None, TimeFormatError, "did you mean `february`"),
        ("1 Tir 1300", None, TimeFormatError, "Persian solar calendar and of the Ethiopian"),
        ("13 April 5701", "hebrew", TimeFormatError, "not a month of the Hebrew calendar"),
        ("1918-02-01/1918-02-14", None, TimeFormatError, "interval"),
        ("1 February 1918 @julian", None, TimeFormatError, "form"),
        ("11 February 1731~32", None, TimeFormatError, "form"),
        ("1/14/2 February 1918", None, TimeFormatError, "form"),
        ("1 (14) (15) February 1918", None, TimeFormatError, "form"),
        ("1 February 1918 O.S. N.S.", None, TimeFormatError, "two styles"),
        ("1 February O.S. (14 February O.S.) 1918", None, TimeFormatError, "the same style"),
        ("11 February 1731/35", None, TimeFormatError, "a year and the next year"),
        ("Showa", None, TimeFormatError, "without a year"),
        ("Showa 16 O.S.", None, TimeFormatError, "no plain day and month"),
        ("nineteen forty-one", None, TimeFormatError, "is not a month"),
        ("昭和百百年四月十三日", None, TimeFormatError, "numerals"),
        ("x" * 301, None, TimeFormatError, "300 characters"),
        ("1 February 1918\x1b[31m", None, TimeFormatError, "form"),
        ("13 April 1941", "rusia", UnknownCalendarError, "did you mean `russia`"),
        ("13 April 1941", "", UnknownCalendarError, "name a calendar"),
        (19410413, None, TimeFormatError, "not a text"),
        ("13 April 1941", 5, UnknownCalendarError, "name a calendar"),
    ],
)  # fmt: skip
def test_what_is_refused(text: object, own: object, error: type[TreatyclockError], match: str) -> None:
    with pytest.raises(error, match=match) as caught:
        read_date(text, calendar=own)  # type: ignore[arg-type]
    assert "hint: " in str(caught.value)
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "day", "by_law"),
    [
        ("Showa 64-01-08", "1989-01-08", "8th day of the 1st month of Heisei 1"),
        ("Heisei 1-01-07", "1989-01-07", "7th day of the 1st month of Showa 64"),
        ("Heisei 31-05-01", "2019-05-01", "1st day of the 5th month of Reiwa 1"),
        ("Meiji 45-07-31", "1912-07-31", "31st day of the 7th month of Taisho 1"),
        ("Kangde 12-08-20", "1945-08-20", "ended with 1945-08-18"),
    ],
)
def test_what_was_printed_beyond_the_law_is_read_and_said(text: str, day: str, by_law: str) -> None:
    seen = read_date(text)
    assert seen.day.isoformat() == day
    assert by_law in " ".join(seen.notes)
    assert "read all the same" in " ".join(seen.notes)


def test_notes_say_what_was_taken_for_granted() -> None:
    assert "as Old Style (Julian) it is 1918-02-27" in " ".join(read_date("14 February 1918").notes)
    assert "nobody used the Gregorian calendar" in " ".join(read_date("12 October 1492").notes)
    assert read_date("13 April 1941").notes == ()
    assert read_date("14 (1) February 1918").notes == ()
    assert "confidence: high" in " ".join(read_date("25 October 1917", calendar="russia").notes)
    assert "from 1 January it is 1732" in " ".join(read_date("11 February 1731", calendar="britain").notes)
    assert "the winter of 1732" in " ".join(read_date("11 February 1731 O.S.").notes)
    assert "from 1 January it is 1742" in " ".join(read_date("10/21 January 1741", calendar="britain").notes)
    assert "from the Creation" in " ".join(read_date("1 May 1650", calendar="russia").notes)
    assert "others let 1 January 1583" in " ".join(read_date("1 January 1583", calendar="holland").notes)
    assert "did not decide" in " ".join(read_date("Showa 16-04-13", calendar="russia").notes)
    assert "did not decide" not in " ".join(read_date("5 February 1918 O.S.", calendar="russia").notes)
