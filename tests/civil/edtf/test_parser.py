"""Texts of EDTF: what is read, what it means, what is refused and where."""

from __future__ import annotations

import pickle
from datetime import date, timedelta

import pytest

from treatyclock.civil.edtf import (
    AllMembers,
    Date,
    DateInterval,
    Edtf,
    OneMember,
    Season,
    parse_edtf,
)
from treatyclock.errors import CivilTimeError, EdtfError, TimeFormatError


def days(value: Edtf) -> list[str]:
    """Write ranges so that they can be read: one day as itself, no bound as nothing."""
    return [str(a) if a and a == b else f"{a or ''}..{b or ''}" for a, b in value.ranges()]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # level 0: dates, times, intervals
        ("1945-08-09", Date, ["1945-08-09"]),
        ("1945-08", Date, ["1945-08-01..1945-08-31"]),
        ("1945", Date, ["1945-01-01..1945-12-31"]),
        ("0001-01-01", Date, ["0001-01-01"]),
        ("9999-12-31", Date, ["9999-12-31"]),
        ("1900-02", Date, ["1900-02-01..1900-02-28"]),
        ("2000-02-29", Date, ["2000-02-29"]),
        ("1985-04-12T23:20:30", Date, ["1985-04-12"]),
        ("1985-04-12T23:20:30Z", Date, ["1985-04-12"]),
        ("1985-04-12T23:20:30-04", Date, ["1985-04-12"]),
        ("1985-04-12T23:20:30+04:30", Date, ["1985-04-12"]),
        ("1985-04-12T24:00:00", Date, ["1985-04-12"]),
        ("1964/2008", DateInterval, ["1964-01-01..2008-12-31"]),
        ("2004-06/2006-08", DateInterval, ["2004-06-01..2006-08-31"]),
        ("2004-02-01/2005-02-08", DateInterval, ["2004-02-01..2005-02-08"]),
        ("2004-02-01/2005-02", DateInterval, ["2004-02-01..2005-02-28"]),
        ("2004-02-01/2005", DateInterval, ["2004-02-01..2005-12-31"]),
        ("2005/2006-02", DateInterval, ["2005-01-01..2006-02-28"]),
        ("1945-08-15/1945-08-15", DateInterval, ["1945-08-15"]),
        ("1945-08-15/1945", DateInterval, ["1945-08-15..1945-12-31"]),
        # level 1: seasons, qualifiers, digits open from the right, open and unknown ends
        ("2001-21", Season, ["2001-03-01..2001-05-31"]),
        ("2001-22", Season, ["2001-06-01..2001-08-31"]),
        ("2001-23", Season, ["2001-09-01..2001-11-30"]),
        ("2003-24", Season, ["2003-12-01..2004-02-29"]),
        ("1984?", Date, ["1984-01-01..1984-12-31"]),
        ("2004-06~", Date, ["2004-06-01..2004-06-30"]),
        ("2004-06-11%", Date, ["2004-06-11"]),
        ("194X", Date, ["1940-01-01..1949-12-31"]),
        ("19XX", Date, ["1900-01-01..1999-12-31"]),
        ("1945-XX", Date, ["1945-01-01..1945-12-31"]),
        ("1945-08-XX", Date, ["1945-08-01..1945-08-31"]),
        ("1945-XX-XX", Date, ["1945-01-01..1945-12-31"]),
        ("1985-04-12/..", DateInterval, ["1985-04-12.."]),
        ("1985-04/..", DateInterval, ["1985-04-01.."]),
        ("1985/..", DateInterval, ["1985-01-01.."]),
        ("../1985-04-12", DateInterval, ["..1985-04-12"]),
        ("../1985", DateInterval, ["..1985-12-31"]),
        ("1985-04-12/", DateInterval, ["1985-04-12.."]),
        ("1985/", DateInterval, ["1985-01-01.."]),
        ("/1985-04", DateInterval, ["..1985-04-30"]),
        ("/1985", DateInterval, ["..1985-12-31"]),
        ("1984~/2004-06", DateInterval, ["1984-01-01..2004-06-30"]),
        ("1984-06-02?/2004-08-08~", DateInterval, ["1984-06-02..2004-08-08"]),
        # level 2: parts of a year
        ("1945-25", Season, ["1945-03-01..1945-05-31"]),
        ("1945-26", Season, ["1945-06-01..1945-08-31"]),
        ("1945-27", Season, ["1945-09-01..1945-11-30"]),
        ("1945-28", Season, ["1945-12-01..1946-02-28"]),
        ("1945-29", Season, ["1945-09-01..1945-11-30"]),
        ("1945-30", Season, ["1945-12-01..1946-02-28"]),
        ("1945-31", Season, ["1945-03-01..1945-05-31"]),
        ("1945-32", Season, ["1945-06-01..1945-08-31"]),
        ("1945-33", Season, ["1945-01-01..1945-03-31"]),
        ("1945-36", Season, ["1945-10-01..1945-12-31"]),
        ("1945-34", Season, ["1945-04-01..1945-06-30"]),
        ("1945-35", Season, ["1945-07-01..1945-09-30"]),
        ("1945-37", Season, ["1945-01-01..1945-04-30"]),
        ("1945-38", Season, ["1945-05-01..1945-08-31"]),
        ("1945-39", Season, ["1945-09-01..1945-12-31"]),
        ("1945-40", Season, ["1945-01-01..1945-06-30"]),
        ("1945-41", Season, ["1945-07-01..1945-12-31"]),
        ("194X-40", Season, [f"{year}-01-01..{year}-06-30" for year in range(1940, 1950)]),
        ("1944-22/1945-21", DateInterval, ["1944-06-01..1945-05-31"]),
        # level 2: sets
        ("[1667,1668,1670..1672]", OneMember, ["1667-01-01..1668-12-31", "1670-01-01..1672-12-31"]),
        ("[..1760-12-03]", OneMember, ["..1760-12-03"]),
        ("[1760-12..]", OneMember, ["1760-12-01.."]),
        ("[1760-01,1760-02,1760-12..]", OneMember, ["1760-01-01..1760-02-29", "1760-12-01.."]),
        ("[1667,1760-12]", OneMember, ["1667-01-01..1667-12-31", "1760-12-01..1760-12-31"]),
        ("[..1984]", OneMember, ["..1984-12-31"]),
        ("[1945-05-08,1945-05-09]", OneMember, ["1945-05-08..1945-05-09"]),
        ("[1945-08-01,1945-08-03]", OneMember, ["1945-08-01", "1945-08-03"]),
        ("[1946,1944..1945,1945-08]", OneMember, ["1944-01-01..1946-12-31"]),
        ("[..1945,1947..]", OneMember, ["..1945-12-31", "1947-01-01.."]),
        ("[..1945,1946..]", OneMember, [".."]),
        ("{1667,1668,1670..1672}", AllMembers, ["1667-01-01..1668-12-31", "1670-01-01..1672-12-31"]),
        ("{1960,1961-12}", AllMembers, ["1960-01-01..1960-12-31", "1961-12-01..1961-12-31"]),
        ("{..1984}", AllMembers, ["..1984-12-31"]),
        ("[1945-21,1945-08-0X?]", OneMember, ["1945-03-01..1945-05-31", "1945-08-01..1945-08-09"]),
        # level 2: any digit open
        ("1945-08-0X", Date, ["1945-08-01..1945-08-09"]),
        ("1945-08-1X", Date, ["1945-08-10..1945-08-19"]),
        ("1945-02-2X", Date, ["1945-02-20..1945-02-28"]),
        ("1945-08-3X", Date, ["1945-08-30..1945-08-31"]),
        ("1945-08-X9", Date, ["1945-08-09", "1945-08-19", "1945-08-29"]),
        ("1984-1X", Date, ["1984-10-01..1984-12-31"]),
        ("1984-0X", Date, ["1984-01-01..1984-09-30"]),
        ("1945-0X-31", Date, ["1945-01-31", "1945-03-31", "1945-05-31", "1945-07-31", "1945-08-31"]),
        ("1945-XX-31", Date, [f"1945-{m}-31" for m in ("01", "03", "05", "07", "08", "10", "12")]),
        ("1945-XX-3X", Date, [
            *("1945-01-30..1945-01-31", "1945-03-30..1945-03-31", "1945-04-30", "1945-05-30..1945-05-31"),
            *("1945-06-30", "1945-07-30..1945-07-31", "1945-08-30..1945-08-31", "1945-09-30"),
            *("1945-10-30..1945-10-31", "1945-11-30", "1945-12-30..1945-12-31"),
        ]),
        ("19X5", Date, [f"19{tens}5-01-01..19{tens}5-12-31" for tens in range(10)]),
        ("156X-12-25", Date, [f"156{ones}-12-25" for ones in range(10)]),
        ("000X", Date, ["0001-01-01..0009-12-31"]),
        ("XXXX", Date, ["0001-01-01..9999-12-31"]),
        ("XXXX-XX-XX", Date, ["0001-01-01..9999-12-31"]),
        ("2004-06-XX/2004-07-03", DateInterval, ["2004-06-01..2004-07-03"]),
        ("2004-06-~01/2004-06-~20", DateInterval, ["2004-06-01..2004-06-20"]),
        ("194X/1945", DateInterval, ["1940-01-01..1945-12-31"]),
        ("19XX-02-29/1904", DateInterval, ["1904-02-29..1904-12-31"]),
    ],
)  # fmt: skip
def test_what_is_read_is_written_back_and_means_these_days(text: str, kind: type, expected: list[str]) -> None:
    value = parse_edtf(text)
    assert type(value) is kind
    assert str(value) == text
    assert days(value) == expected
    assert value == parse_edtf(text) and hash(value) == hash(parse_edtf(text))
    assert pickle.loads(pickle.dumps(value)) == value


@pytest.mark.parametrize(
    ("text", "position", "found", "problem"),
    [
        ("", 0, "", "a date is missing"),
        # digits
        ("194", 3, "", "four digits"),
        ("198u", 3, "u", "four digits"),
        ("19xx", 2, "x", "four digits"),
        ("y17000", 0, "y", "four digits"),
        (" 1945", 0, " ", "four digits"),
        ("1945 ", 4, " ", "can follow a year"),
        ("+1945", 0, "+", "four digits"),
        ("٣٤٥٦-01-01", 0, "٣", "four digits"),
        ("19450809", 4, "0", "four digits"),
        ("1945-", 5, "", "two digits"),
        ("1945-8", 6, "", "two digits"),
        ("1945-8-9", 6, "-", "two digits"),
        ("1945-W12-3", 5, "W", "two digits"),
        ("1945-221", 7, "1", "two digits"),
        ("1945-08-099", 10, "9", "two digits"),
        ("1945-??08", 6, "?", "two digits"),
        ("open/1945", 0, "o", "four digits"),
        ("-0000", 0, "-0000", "no sign"),
        # long years
        ("Y1945", 1, "1945", "five to 20 digits"),
        ("Y-01945", 2, "01945", "does not begin with 0"),
        ("Y", 1, "", "five to 20 digits"),
        ("Y" + "1" * 21, 1, "1" * 21, "five to 20 digits"),
        ("Y17E7", 3, "E7", "exponents"),
        ("Y3388S3", 5, "S3", "significant"),
        ("1950S2", 4, "S", "significant"),
        ("Y17000-01", 6, "-", "no months"),
        # days that never were
        ("1945-02-29", 8, "29", "February 1945 has 28 days"),
        ("1900-02-29?", 8, "29", "February 1900 has 28 days"),
        ("1945-04-31", 8, "31", "April 1945 has 30 days"),
        ("19XX-04-31", 8, "31", "April never has more than 30 days"),
        ("19X1-02-29", 8, "29", "no year that fits `19X1` is a leap year"),
        ("1XX5-02-29", 8, "29", "no year that fits `1XX5` is a leap year"),
        ("X100-02-29", 8, "29", "no year that fits `X100` is a leap year"),
        ("1945-02-3X", 8, "3X", "February 1945 has 28 days"),
        ("1945-X4-31", 8, "31", "no month that fits `X4`"),
        ("1945-08-32", 8, "32", "no month has such a day"),
        ("1945-08-00", 8, "00", "no month has such a day"),
        ("1945-00", 5, "00", "no such month"),
        ("1945-13", 5, "13", "no such month"),
        ("1945-~20", 6, "20", "no such month"),
        ("1945-42~", 5, "42", "no such month"),
        ("1945-2X", 5, "2X", "no such month"),
        # what cannot follow
        ("1945-21-01", 7, "-", "nothing can follow a season"),
        ("1945-21T10:00:00", 7, "T", "nothing can follow a season"),
        ("1945-08T10:00:00", 7, "T", "can follow a month"),
        ("1945?~", 5, "~", "two qualifiers in a row"),
        ("1945]", 4, "]", "can follow a year"),
        ("1945,1946", 4, ",", "can follow a year"),
        ("1945..1946", 4, ".", "cannot stand here"),
        # times
        ("1945-08-09 00:10:00", 10, " ", "can follow a day"),
        ("1945-08-09t00:10:00", 10, "t", "can follow a day"),
        ("1945-08-09T", 11, "", "two digits each"),
        ("1945-08-09T18:10", 16, "", "hours, minutes and seconds"),
        ("1945-08-09T181000", 13, "1", "`:` between them"),
        ("1945-08-09T1X:10:00", 12, "X", "two digits each"),
        ("1945-08-09T25:00:00", 11, "25", "more than 24"),
        ("1945-08-09T24:00:01", 11, "24:00:01", "24:00:00"),
        ("1945-08-09T23:60:00", 14, "60", "more than 59"),
        ("1945-08-09T23:59:60", 17, "60", "more than 59"),
        ("1945-08-09T23:00:00.5", 19, ".", "parts of a second"),
        ("1945-08-09T23:00:00 Z", 19, " ", "only `Z` or an offset"),
        ("1945-08-09T23:00:00ZZ", 19, "Z", "only `Z` or an offset"),
        ("1945-08-09T23:00:00+", 20, "", "two digits"),
        ("1945-08-09T23:00:00+24", 20, "24", "more than 23"),
        ("1945-08-09T23:00:00+0900", 22, "0", "`:` stands between"),
        ("1945-08-09T23:00:00+09:60", 23, "60", "more than 59"),
        ("1945-08-09T23:00:00+09:000", 25, "0", "only hours and minutes"),
        ("1945-08-09T23:00:00+09:00:30", 25, ":30", "only hours and minutes"),
        ("1945-08-09T23:00:00-00:00", 19, "-00:00", "has the sign plus"),
        ("1945-08-09T23:00:00-00", 19, "-00", "has the sign plus"),
        ("1945-08-0XT10:00:00", 10, "T10:00:00", "without `X`"),
        ("1945-08-09?T10:00:00", 11, "T10:00:00", "without `X`"),
        # intervals
        ("1946/1945", 5, "1945", "over by 31 December 1945, but cannot start before 1 January 1946"),
        ("1945-08-10/1945-08-0X", 11, "1945-08-0X", "9 August 1945"),
        ("1945-22/1945-21", 8, "1945-21", "31 May 1945"),
        ("Y17000/Y16999", 7, "Y16999", "31 December 16999"),
        ("-0043/-0044", 6, "-0044", "31 December -44"),
        ("19XX-02-29/1903", 11, "1903", "29 February 1904"),
        ("1945/1946/1947", 9, "/", "one `/`"),
        ("1945/1946-02-30", 13, "30", "February 1946 has 28 days"),
        ("1945//", 5, "/", "one `/`"),
        ("/", 0, "/", "a date on one side"),
        ("../..", 0, "../..", "a date on one side"),
        ("/..", 0, "/..", "a date on one side"),
        ("1945/..1946", 5, ".", "four digits"),
        ("1945/...", 5, ".", "four digits"),
        ("1945/unknown", 5, "u", "four digits"),
        ("1945/1945-08-09T23:00:00", 15, "T23:00:00", "stand alone"),
        # sets
        ("[", 1, "", "`]` is missing"),
        ("[1945", 5, "", "`]` is missing"),
        ("[1945}", 6, "", "`]` is missing"),
        ("{1945,1946]", 11, "", "`}` is missing"),
        ("[1945]x", 6, "x", "nothing may follow"),
        ("[1945]~", 6, "~", "nothing may follow"),
        ("[]", 1, "]", "a date is missing"),
        ("{1945,}", 6, "}", "a date is missing"),
        ("[1945,,1946]", 6, ",", "a date is missing"),
        ("[1945, 1946]", 6, " ", "four digits"),
        ("[..]", 1, "..", "needs a date"),
        ("{1945,..}", 6, "..", "needs a date"),
        ("[1947..1946]", 7, "1946", "over by 31 December 1946"),
        ("[1945..1946..1947]", 11, ".", "cannot stand here"),
        ("[1945...1946]", 7, ".", "four digits"),
        ("[1945,1946-02-30]", 14, "30", "February 1946 has 28 days"),
        ("[1945..1]", 8, "]", "four digits"),
        ("[194..1946]", 4, ".", "four digits"),
        ("[[1945]]", 1, "[", "four digits"),
        ("[1945/1946]", 5, "/", "can follow a year"),
        ("[1945-08-09T10:00:00Z]", 11, "T10:00:00Z", "stand alone"),
        ("[1945]]", 5, "]", "can follow a year"),
        ("[" + "1945," * 200 + "1945]", 1000, ",", "no more than 1000 characters"),
    ],
)
def test_what_is_refused_and_where(text: str, position: int, found: str, problem: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse_edtf(text)
    error = caught.value
    assert problem in error.problem
    assert (error.text, error.position, error.found) == (text, position, found)
    assert f"at column {position + 1}, " in error.sentence
    assert error.hint
    assert isinstance(error, CivilTimeError)


@pytest.mark.parametrize("value", [1945, None, date(1945, 8, 9), b"1945"])
def test_only_text_is_read(value: object) -> None:
    with pytest.raises(TimeFormatError, match="is not EDTF"):
        parse_edtf(value)  # type: ignore[arg-type]


def test_a_text_as_long_as_allowed() -> None:
    text = "{" + ",".join(str(date(1945, 1, 1) + timedelta(days=3 * n)) for n in range(90)) + ",1946-01%}"
    assert len(text) == 1000
    assert len(parse_edtf(text).ranges()) == 91


@pytest.mark.parametrize("year", [1900, 1945, 1948, 2000])
def test_only_days_that_were_are_read(year: int) -> None:
    for month in range(13):
        for day in range(100):
            text = f"{year}-{month:02}-{day:02}"
            try:
                expected = [str(date(year, month, day))]
            except ValueError:
                with pytest.raises(EdtfError):
                    parse_edtf(text)
            else:
                assert days(parse_edtf(text)) == expected
                assert days(parse_edtf(f"{text}?")) == expected  # not by the short way for plain days
