"""Calendars: days that are known in two of them, how documents print them, and what is refused.

Facts come from the acts that the table cites, from printed double dates of treaties, and from days
that general histories give in both styles.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime

import pytest

from treatyclock.civil.calendars import convertdate
from treatyclock.civil.calendars.countries import countries
from treatyclock.civil.calendars.eras import era_dates, eras
from treatyclock.civil.calendars.names import calendar, calendar_names
from treatyclock.civil.calendars.table import table
from treatyclock.civil.printed.numerals import han_number, in_digits
from treatyclock.civil.printed.reader import read_date
from treatyclock.civil.printed.writer import both_styles, dual_date
from treatyclock.errors import (
    CivilTimeError,
    DualDateError,
    MissingExtraError,
    NoSuchDateError,
    OutOfRangeError,
    OutsideCalendarError,
    SkippedDateError,
    TimeFormatError,
    TreatyclockError,
    UnknownCalendarError,
)

# Day by day: a calendar, what it printed, and the Gregorian day.
FACTS = [
    # battles and documents that histories give in both calendars
    ("julian", (1066, 10, 14), "1066-10-20"),  # Hastings
    ("julian", (1215, 6, 15), "1215-06-22"),  # Magna Carta
    ("julian", (1453, 5, 29), "1453-06-07"),  # fall of Constantinople
    ("julian", (1492, 10, 12), "1492-10-21"),  # Columbus sees land
    ("julian", (1582, 10, 5), "1582-10-15"),  # bull Inter gravissimas
    ("julian", (1700, 2, 29), "1700-03-11"),  # leap days that only the Julian calendar has
    ("julian", (1800, 2, 29), "1800-03-12"),
    ("julian", (1900, 2, 29), "1900-03-13"),
    ("julian", (2000, 2, 29), "2000-03-13"),
    ("julian", (1, 1, 3), "0001-01-01"),
    # Russia: printed double dates and the decree of 1918
    ("russia", (1689, 8, 27), "1689-09-06"),  # treaty of Nerchinsk
    ("russia", (1709, 6, 27), "1709-07-08"),  # Poltava
    ("russia", (1721, 8, 30), "1721-09-10"),  # treaty of Nystad
    ("russia", (1774, 7, 10), "1774-07-21"),  # treaty of Küçük Kaynarca
    ("russia", (1825, 12, 14), "1825-12-26"),  # the Decembrists
    ("russia", (1855, 1, 26), "1855-02-07"),  # treaty of Shimoda
    ("russia", (1861, 2, 19), "1861-03-03"),  # emancipation manifesto
    ("russia", (1867, 3, 18), "1867-03-30"),  # cession of Alaska
    ("russia", (1875, 4, 25), "1875-05-07"),  # treaty of Saint Petersburg
    ("russia", (1878, 2, 19), "1878-03-03"),  # treaty of San Stefano
    ("russia", (1893, 12, 23), "1894-01-04"),  # alliance with France
    ("russia", (1905, 8, 23), "1905-09-05"),  # treaty of Portsmouth
    ("russia", (1907, 8, 18), "1907-08-31"),  # convention with Britain
    ("russia", (1917, 3, 2), "1917-03-15"),  # abdication
    ("russia", (1917, 10, 25), "1917-11-07"),  # October Revolution
    ("russia", (1918, 1, 31), "1918-02-13"),
    ("russia", (1918, 2, 14), "1918-02-14"),
    ("soviet union", (1941, 4, 13), "1941-04-13"),
    ("ukraine", (1918, 2, 15), "1918-02-28"),
    ("ukraine", (1918, 3, 1), "1918-03-01"),
    # Britain, with its year from 25 March
    ("britain", (1602, 3, 24), "1603-04-03"),  # death of Elizabeth I, the last day of 1602
    ("britain", (1603, 3, 25), "1603-04-04"),
    ("britain", (1605, 11, 5), "1605-11-15"),  # Gunpowder Plot
    ("britain", (1642, 12, 25), "1643-01-04"),  # birth of Newton
    ("britain", (1648, 1, 30), "1649-02-09"),  # execution of Charles I, 1648/49
    ("britain", (1688, 2, 13), "1689-02-23"),  # William and Mary, 1688/89
    ("england", (1690, 7, 1), "1690-07-11"),  # the Boyne
    ("britain", (1706, 1, 16), "1707-01-27"),  # the Scots parliament ratifies the Union
    ("scotland", (1707, 1, 16), "1707-01-27"),  # the same day as Scotland dated it
    ("britain", (1707, 5, 1), "1707-05-12"),  # the Union
    ("britain", (1731, 2, 11), "1732-02-22"),  # birth of Washington, 1731/32
    ("britain", (1751, 12, 31), "1752-01-11"),
    ("britain", (1752, 1, 1), "1752-01-12"),  # 24 Geo. II c. 23
    ("britain", (1752, 9, 2), "1752-09-13"),
    ("britain", (1752, 9, 14), "1752-09-14"),
    # Sweden's own calendar
    ("sweden", (1700, 2, 28), "1700-03-10"),
    ("sweden", (1700, 3, 1), "1700-03-11"),  # genny.se
    ("sweden", (1700, 11, 20), "1700-11-30"),  # Narva
    ("sweden", (1707, 5, 13), "1707-05-23"),  # birth of Linnaeus
    ("sweden", (1709, 6, 28), "1709-07-08"),  # Poltava: a day more than Russia's
    ("sweden", (1712, 2, 29), "1712-03-10"),
    ("sweden", (1712, 2, 30), "1712-03-11"),  # genny.se
    ("sweden", (1712, 3, 1), "1712-03-12"),
    ("sweden", (1718, 11, 30), "1718-12-11"),  # death of Charles XII
    ("finland", (1753, 2, 17), "1753-02-28"),
    ("sweden", (1753, 3, 1), "1753-03-01"),
    # other countries
    ("spain", (1582, 10, 4), "1582-10-14"),
    ("italy", (1582, 10, 15), "1582-10-15"),
    ("france", (1572, 8, 24), "1572-09-03"),  # Saint Bartholomew
    ("france", (1582, 12, 9), "1582-12-19"),
    ("prussia", (1610, 8, 22), "1610-09-01"),
    ("protestant germany", (1648, 10, 14), "1648-10-24"),  # peace of Westphalia
    ("denmark", (1658, 2, 26), "1658-03-08"),  # peace of Roskilde
    ("norway", (1700, 2, 18), "1700-02-28"),
    ("greece", (1821, 3, 25), "1821-04-06"),  # beginning of the War of Independence
    ("greece", (1923, 2, 15), "1923-02-28"),
    ("greece", (1923, 3, 1), "1923-03-01"),
    ("bulgaria", (1908, 9, 22), "1908-10-05"),  # declaration of independence
    ("bulgaria", (1916, 3, 31), "1916-04-13"),
    ("serbia", (1914, 6, 15), "1914-06-28"),  # Sarajevo
    ("yugoslavia", (1919, 1, 28), "1919-01-28"),  # the law's own words
    ("romania", (1916, 8, 15), "1916-08-28"),  # entry into the war
    ("romania", (1919, 4, 14), "1919-04-14"),
    ("turkey", (1917, 2, 15), "1917-02-28"),
    ("rumi", (1256, 3, 1), "1840-03-13"),
    ("rumi", (1324, 7, 10), "1908-07-23"),  # the constitution restored
    ("rumi", (1325, 3, 31), "1909-04-13"),  # the "31 March" rising
    ("rumi", (1332, 2, 15), "1917-02-28"),
    ("rumi", (1333, 3, 1), "1917-03-01"),
    ("rumi", (1336, 4, 23), "1920-04-23"),  # the Grand National Assembly meets
    ("rumi", (1339, 10, 29), "1923-10-29"),  # the Republic
    ("japan", (1873, 1, 1), "1873-01-01"),
    ("china", (1912, 1, 1), "1912-01-01"),
    ("thailand", (2475, 6, 24), "1932-06-24"),  # the revolution
    ("thailand", (2482, 1, 15), "1940-01-15"),  # the year 2482 ran to March
    ("thailand", (2484, 1, 1), "1941-01-01"),
    # eras
    ("meiji", (6, 1, 1), "1873-01-01"),  # Grand Council proclamation no. 337
    ("meiji", (28, 4, 17), "1895-04-17"),  # treaty of Shimonoseki
    ("meiji", (38, 9, 5), "1905-09-05"),  # treaty of Portsmouth
    ("meiji", (43, 8, 22), "1910-08-22"),  # treaty of annexation of Korea
    ("taisho", (1, 7, 30), "1912-07-30"),
    ("taisho", (8, 6, 28), "1919-06-28"),  # treaty of Versailles
    ("taisho", (15, 12, 25), "1926-12-25"),
    ("showa", (1, 12, 25), "1926-12-25"),
    ("showa", (11, 11, 25), "1936-11-25"),  # Anti-Comintern Pact
    ("showa", (15, 9, 27), "1940-09-27"),  # Tripartite Pact
    ("showa", (16, 4, 13), "1941-04-13"),  # the Neutrality Pact
    ("showa", (20, 9, 2), "1945-09-02"),  # the surrender
    ("showa", (27, 4, 28), "1952-04-28"),  # treaty of Taipei
    ("showa", (64, 1, 7), "1989-01-07"),
    ("heisei", (1, 1, 8), "1989-01-08"),  # Cabinet Order no. 1 of 1989
    ("heisei", (31, 4, 30), "2019-04-30"),
    ("reiwa", (1, 5, 1), "2019-05-01"),  # Cabinet Order no. 143 of 2019
    ("minguo", (1, 1, 1), "1912-01-01"),
    ("minguo", (34, 8, 14), "1945-08-14"),  # treaty with the USSR
    ("minguo", (41, 4, 28), "1952-04-28"),  # treaty of Taipei
    ("datong", (1, 9, 15), "1932-09-15"),  # Japan-Manchukuo protocol
    ("kangde", (1, 3, 1), "1934-03-01"),
    ("kangde", (7, 6, 26), "1940-06-26"),  # the emperor's second visit to Japan
    ("kangde", (12, 8, 9), "1945-08-09"),  # the Soviet attack
]


@pytest.mark.parametrize(("name", "printed", "gregorian"), FACTS)
def test_known_days_there_and_back(name: str, printed: tuple[int, int, int], gregorian: str) -> None:
    found = calendar(name)
    assert found.to_gregorian(*printed).isoformat() == gregorian
    back = found.from_gregorian(date.fromisoformat(gregorian))
    assert (back.year, back.month, back.day) == printed
    assert back.calendar == found.name
    assert read_date(str(back), calendar=name).day.isoformat() == gregorian
    assert read_date(back.short, calendar=name).day.isoformat() == gregorian


# Days of calendars that another package computes; the Gregorian days are those of the histories.
COMPUTED = [
    ("hebrew", (5701, 1, 16), "1941-04-13"),  # second day of Passover of that year
    ("hebrew", (5708, 2, 5), "1948-05-14"),  # declaration of the State of Israel
    ("hebrew", (5734, 7, 10), "1973-10-06"),  # the Yom Kippur war
    ("islamic", (1, 1, 1), "0622-07-19"),  # 16 July 622 Julian
    ("islamic", (1337, 1, 1), "1918-10-07"),
    ("persian", (1, 1, 1), "0622-03-22"),
    ("persian", (1357, 11, 22), "1979-02-11"),  # the revolution
    ("french republican", (1, 1, 1), "1792-09-22"),
    ("french republican", (2, 11, 9), "1794-07-27"),  # 9 Thermidor II
    ("french republican", (6, 1, 26), "1797-10-17"),  # treaty of Campo Formio
    ("french republican", (8, 2, 18), "1799-11-09"),  # 18 Brumaire VIII
    ("french republican", (9, 5, 20), "1801-02-09"),  # treaty of Lunéville
    ("french republican", (10, 7, 4), "1802-03-25"),  # treaty of Amiens
    ("french republican", (11, 8, 10), "1803-04-30"),  # cession of Louisiana
    ("french republican", (11, 13, 6), "1803-09-23"),  # a leap day
    ("french republican", (14, 4, 10), "1805-12-31"),
    ("coptic", (1, 1, 1), "0284-08-29"),
    ("ethiopian", (1881, 8, 25), "1889-05-02"),  # treaty of Wuchale
    ("ethiopian", (2000, 1, 1), "2007-09-12"),  # the Ethiopian millennium
    ("indian", (1879, 1, 1), "1957-03-22"),
]


@pytest.mark.parametrize(("name", "printed", "gregorian"), COMPUTED)
def test_known_days_of_calendars_that_are_computed(name: str, printed: tuple[int, int, int], gregorian: str) -> None:
    pytest.importorskip("convertdate", reason="the extra [calendars] is not installed")
    found = calendar(name)
    assert found.to_gregorian(*printed).isoformat() == gregorian
    back = found.from_gregorian(date.fromisoformat(gregorian))
    assert (back.year, back.month, back.day) == printed
    assert read_date(str(back), calendar=name).day.isoformat() == gregorian
    assert read_date(back.short, calendar=name).day.isoformat() == gregorian


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
        ("16 Nisan 5701", "1941-04-13"),
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
    ("text", "own", "error", "match"),
    [
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


@pytest.mark.parametrize("name", calendar_names())
@pytest.mark.parametrize(
    "parts",
    [
        *((0, 1, 1), (-5, 2, 3), (1941, 0, 1), (1941, 14, 1), (1941, 4, 0), (1941, 4, 40)),
        *((10**6, 1, 1), (1, 1, 10**5000), ("1941", 4, 13), (1941.0, 4, 13), (True, 4, 13), (None, None, None)),
    ],
)
def test_parts_that_are_no_date(name: str, parts: tuple[object, ...]) -> None:
    if name in convertdate.convertdate_calendars():
        pytest.importorskip("convertdate", reason="the extra [calendars] is not installed")
    with pytest.raises(CivilTimeError):
        calendar(name).to_gregorian(*parts)  # type: ignore[arg-type]


@pytest.mark.parametrize("day", [datetime(1941, 4, 13), "1941-04-13", None, 5])
def test_days_are_dates(day: object) -> None:
    for name in ("julian", "russia", "showa", "hebrew"):
        with pytest.raises(TimeFormatError, match="is not a day"):
            calendar(name).from_gregorian(day)  # type: ignore[arg-type]


def test_names_are_found_however_they_are_written() -> None:
    for name in ("Soviet Union", "soviet-union", "SOVIET_UNION", "the Soviet Union", " ussr "):
        assert calendar(name).name == "russia"
    assert calendar("Shōwa") is calendar("昭和") is calendar("showa")
    assert calendar(calendar("julian")) is calendar("Old Style")
    assert read_date("25 October 1917", calendar=calendar("russia")).day == date(1917, 11, 7)


def test_every_row_says_who_says_so() -> None:
    known = {"high", "single list", "disputed", "general knowledge"}
    for entry in table()["country"]:
        rows = entry.get("change", []) or [entry]
        assert all(row["source"] and row["confidence"] in known for row in rows), entry["id"]
        assert all((row["confidence"] == "disputed") == ("disputed" in row) for row in rows), entry["id"]
    assert all(row["source"] and row["confidence"] in known for row in table()["era"])
    assert all(row["remark"] for row in table()["convertdate"])
    assert len(calendar_names()) == sum(len(table()[kind]) for kind in ("country", "era", "convertdate")) + 2


def test_a_change_leaves_no_day_out() -> None:
    # The table gives last and first dates; that they are neighbours is arithmetic.
    for country in countries().values():
        for change in country.changes:
            assert change.new.count(*change.first) == change.old.count(*change.last) + 1, country.name


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
    assert "nobody used yet" in " ".join(read_date("12 October 1492").notes)
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


def test_words() -> None:
    assert both_styles(date(1918, 2, 14)) == "1 February 1918 O.S. = 14 February 1918 N.S."
    assert dual_date(date(1918, 2, 14)) == "14 (1) February 1918"
    assert dual_date(date(1918, 2, 14), old_first=True) == "1/14 February 1918"
    assert dual_date(date(1918, 1, 1), old_first=True) == "19 December 1917/1 January 1918"
    assert str(calendar("britain").from_gregorian(date(1700, 2, 1))) == "22 January 1699/00 O.S."
    assert str(calendar("showa").from_gregorian(date(1947, 5, 3))) == "3rd day of the 5th month of Showa 22"
    assert str(read_date("1/14 February 1918")) == "1 February 1918 O.S. = 14 February 1918 = 1918-02-14"


def test_numerals() -> None:
    assert in_digits("the thirty-first day, two thousand and nineteen") == "the 31 day, 2019"
    assert in_digits("nineteen hundred and forty-one") == "1941"
    assert in_digits("the 1st, 2nd, 3rd, 4th") == "the 1, 2, 3, 4"
    for no_number in ("twenty twenty", "nineteen forty-one", "thousand", "one hundred two hundred"):
        assert in_digits(no_number) == no_number
    for text, value in {
        "十": 10,
        "二十": 20,
        "二十三": 23,
        "廿三": 23,
        "卅": 30,
        "百一": 101,
        "一六": 16,
        "〇": 0,
    }.items():
        assert han_number(text) == value
    for text in ("", "十十", "三廿", "元元", "丁", "12345"):
        assert han_number(text) is None


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


def test_eras_of_japan_cover_every_day_since_1873() -> None:
    japan = [era for era in eras().values() if era.realm == "Japan"]
    for day in (each for era in japan for each in (era.first, era.last) if each is not None):
        for neighbour in (day.toordinal() - 1, day.toordinal(), day.toordinal() + 1):
            near = date.fromordinal(neighbour)
            assert near < date(1873, 1, 1) or era_dates(near, realm="Japan")
