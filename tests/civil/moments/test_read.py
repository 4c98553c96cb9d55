"""Moments: what may be written, what it may mean, and what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyclock.civil.moments.moment import Fold
from treatyclock.civil.moments.read import moment
from treatyclock.errors import (
    CivilTimeError,
    NaiveTimeError,
    NoSuchDateError,
    OffsetConflictError,
    OutOfRangeError,
    TimeFormatError,
    UnknownZoneError,
    WallTimeSkippedError,
)
from treatyclock.instants import HOUR, from_datetime, iso

NIGHT = "[1945-08-08T15:10:00Z, 1945-08-08T15:10:00.000001Z)"


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("1945-08-09T00:10", "Asia/Tokyo"),
        ("1945-08-09 00:10", "Manchukuo"),
        ("1945-08-08T18:10:00", "Europe/Moscow"),
        ("1945-08-08T15:10Z", None),
        ("1945-08-09T00:10+09:00", None),
        ("1945-08-09T00:10:00.000000+0900", None),
        ("1945-08-09T00:10+09:00[Asia/Tokyo]", None),
        ("1945-08-09T00:10[Asia/Tokyo]", None),
        ("1945-08-08T15:10Z[Asia/Tokyo]", None),
        (" 1945-08-08 15:10Z ", None),
        # an offset in the text settles the instant, whatever zone is asked for
        ("1945-08-08T15:10Z", "Asia/Tokyo"),
    ],
)
def test_one_instant_however_it_is_written(text: str, zone: str | None) -> None:
    assert str(moment(text, zone=zone).support) == NIGHT


@pytest.mark.parametrize(
    "value",
    [
        datetime(1945, 8, 8, 15, 10, tzinfo=UTC),
        datetime(1945, 8, 9, 0, 10, tzinfo=timezone(timedelta(hours=9))),
        datetime(1945, 8, 9, 0, 10, tzinfo=ZoneInfo("Asia/Tokyo")),
    ],
)
def test_datetimes(value: datetime) -> None:
    assert str(moment(value).support) == NIGHT


def test_a_naive_datetime_takes_the_zone_it_is_given() -> None:
    assert str(moment(datetime(1945, 8, 9, 0, 10), zone="Asia/Tokyo").support) == NIGHT


@pytest.mark.parametrize(
    ("value", "zone", "support"),
    [
        ("1945-08-09", "Asia/Tokyo", "[1945-08-08T15:00:00Z, 1945-08-09T15:00:00Z)"),
        (date(1945, 8, 9), "Europe/Moscow", "[1945-08-08T21:00:00Z, 1945-08-09T21:00:00Z)"),
        ("1945-08-09", ["Europe/Moscow", "Asia/Tokyo"], "[1945-08-08T15:00:00Z, 1945-08-09T21:00:00Z)"),
        ("1945-08-09", None, "[1945-08-08T10:00:00Z, 1945-08-10T12:00:00Z)"),
        ("1945-08", "Asia/Tokyo", "[1945-07-31T15:00:00Z, 1945-08-31T15:00:00Z)"),
        ("1945", "UTC", "[1945-01-01T00:00:00Z, 1946-01-01T00:00:00Z)"),
        # a day of 23 hours, and one of 25
        ("1936-12-31", "Manchukuo", "[1936-12-30T16:00:00Z, 1936-12-31T15:00:00Z)"),
        ("1945-11-18", "Europe/Berlin", "[1945-11-17T22:00:00Z, 1945-11-18T23:00:00Z)"),
        # EDTF: a day of the first nine, one of two, one of two apart, spring, a qualifier that widens nothing
        ("1945-08-0X", "UTC", "[1945-08-01T00:00:00Z, 1945-08-10T00:00:00Z)"),
        ("[1932-01-21,1932-01-22]", "UTC", "[1932-01-21T00:00:00Z, 1932-01-23T00:00:00Z)"),
        (
            "[1945-05-08,1945-05-10]",
            "UTC",
            "[1945-05-08T00:00:00Z, 1945-05-09T00:00:00Z), [1945-05-10T00:00:00Z, 1945-05-11T00:00:00Z)",
        ),
        ("1945-21", "UTC", "[1945-03-01T00:00:00Z, 1945-06-01T00:00:00Z)"),
        ("1945-08-09~", "UTC", "[1945-08-09T00:00:00Z, 1945-08-10T00:00:00Z)"),
        # days apart: two zones so far from each other that the union has a hole for a wall time
        (
            "1945-08-09T00:00",
            ["Europe/Moscow", "Asia/Tokyo"],
            "[1945-08-08T15:00:00Z, 1945-08-08T15:00:00.000001Z), [1945-08-08T21:00:00Z, 1945-08-08T21:00:00.000001Z)",
        ),
    ],
)
def test_days_and_their_zones(value: str | date, zone: str | list[str] | None, support: str) -> None:
    assert str(moment(value, zone=zone).support) == support


def test_a_bare_day_may_be_any_of_fifty_hours() -> None:
    span = moment("1945-08-09").span
    assert span.end is not None and span.start is not None
    assert span.end - span.start == 50 * HOUR


def test_midnight_at_the_end_of_a_day() -> None:
    end, start = moment("1973-01-27T24:00Z"), moment("1973-01-28T00:00Z")
    assert end.support == start.support
    assert str(end.days) == "1973-01-27"
    assert str(start.days) == "1973-01-28"


def test_a_wall_time_shown_twice_is_both_until_someone_says_which() -> None:
    both = moment("1945-11-18T02:30", zone="Europe/Berlin")
    assert len(both.support) == 2
    assert "shown twice" in " ".join(both.notes)
    early = moment("1945-11-18T02:30", zone="Europe/Berlin", fold=Fold.EARLIER)
    late = moment("1945-11-18T02:30", zone="Europe/Berlin", fold="later")
    assert early.support | late.support == both.support
    assert early.span.start is not None and late.span.start is not None
    assert late.span.start - early.span.start == HOUR
    aware = datetime(1945, 11, 18, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert moment(aware).support == early.support
    assert moment(aware.replace(fold=1)).support == late.support
    # Which of the two it is the offset tells; the wall time itself is one.
    walls = [moment(aware.replace(fold=each)).wall for each in (0, 1)]
    assert [each and each.fold for each in walls] == [0, 0]


@pytest.mark.parametrize(
    ("value", "zone", "error", "match"),
    [
        ("1945-08-09T00:10", None, NaiveTimeError, "without a zone"),
        (datetime(1945, 8, 9, 0, 10), None, NaiveTimeError, "without a zone"),
        ("1936-12-31T23:30", "Manchukuo", WallTimeSkippedError, "never showed"),
        ("1945-02-29", None, NoSuchDateError, "day"),
        ("1945-13", None, NoSuchDateError, "month"),
        ("0000-01-01", None, NoSuchDateError, "year"),
        ("1945-08-09T24:01", "UTC", NoSuchDateError, "hour"),
        ("1945-08-09T23:59:60", "UTC", TimeFormatError, "leap seconds"),
        ("2011-12-30", "Pacific/Apia", NoSuchDateError, "skipped that day"),
        ("9 August 1945", None, TimeFormatError, "form"),
        ("", None, TimeFormatError, "form"),
        ("1945-8-9", None, TimeFormatError, "form"),
        ("١٩٤٥-٠٨-٠٩", None, TimeFormatError, "form"),
        ("1945-08-09\x1b31m", None, TimeFormatError, "form"),
        ("1945-08-09\x1b[31m", None, TimeFormatError, "column 11"),
        ("1945-08-3X~-", None, TimeFormatError, "column"),
        ("1945-08-01/1945-08-09", None, TimeFormatError, "an interval is not a moment"),
        ("{1945-05-08,1945-05-09}", None, TimeFormatError, "members are all meant"),
        ("[..1945]", None, TimeFormatError, "no bound"),
        (19450809, None, TimeFormatError, "not a time"),
        ("1945-08-09", "Asia/Tokio", UnknownZoneError, "did you mean `Asia/Tokyo`"),
        ("1945-08-09T00:10+08:00[Asia/Tokyo]", None, OffsetConflictError, "stood at"),
        ("9999-12-31", None, OutOfRangeError, "years 1 to 9999"),
        ("9999-12-31T24:00", "UTC", OutOfRangeError, "years 1 to 9999"),
    ],
)
def test_what_is_refused(value: object, zone: str | None, error: type[CivilTimeError], match: str) -> None:
    with pytest.raises(error, match=match) as caught:
        moment(value, zone=zone)  # type: ignore[arg-type]
    assert "hint: " in str(caught.value)
    assert "\x1b" not in str(caught.value)


@given(st.text(max_size=40))
def test_no_text_gives_anything_but_a_moment_or_our_own_error(text: str) -> None:
    try:
        assert moment(text).support
    except CivilTimeError as error:
        assert error.hint


@given(
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?)?", fullmatch=True),
    st.sampled_from([None, "Asia/Tokyo", "America/New_York", "+14:00", "-12:00"]),
)
def test_no_date_like_text_does_either(text: str, zone: str | None) -> None:
    try:
        assert moment(text, zone=zone).support
    except CivilTimeError as error:
        assert error.hint


@given(st.datetimes(min_value=datetime(1, 1, 3), max_value=datetime(9999, 12, 29), timezones=st.just(UTC)))
def test_an_aware_datetime_is_its_instant(value: datetime) -> None:
    assert moment(value).span.start == from_datetime(value)
    assert moment(value.isoformat()).support == moment(value).support


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # letters for digits, which older EDTF and catalogues write
        *((text, "capital `X`") for text in ("1945-08-uu", "1945-08-0x", "19uu", "194u", "1945-UU", "194x-uu-uu")),
        ("open", "write 1945-08-09"),
        ("soon", "write 1945-08-09"),
        ("xxxx", "write 1945-08-09"),
        ("1945-8-9", "write 1945-08-09"),
        ("9 August 1945", "`treatyclock when` reads dates in words"),
        ("09.08.1945", "which number is the day"),
        ("1945/08/09", "which number is the day"),
        ("09/08/1945", "which number is the day"),
        # a clock behind the time
        ("1945-08-09 00:10 Asia/Tokyo", "write a zone in brackets, 1945-08-09 00:10[Asia/Tokyo], or give it apart"),
        ("1945-08-09T00:10:00 Tokyo", "which is not an offset.\n  hint: give the clock apart"),
        ("1945-05-08 23:01 CET", "what a document prints is a label (--label)"),
        # a second that no minute of 60 has
        ("2016-12-31T23:59:60Z", "leap seconds are not counted"),
        ("1945-08-09T00:10:61Z", "a day has no such hour, minute or second"),
    ],
)
def test_the_hint_is_of_use(text: str, told: str) -> None:
    with pytest.raises(CivilTimeError) as caught:
        moment(text)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("text", "zone", "start"),
    [
        ("1945-12-31T24:00Z", None, "1946-01-01T00:00:00Z"),
        ("1945-12-31 24:00", "Asia/Tokyo", "1945-12-31T15:00:00Z"),
        ("9999-12-30T24:00Z", None, "9999-12-31T00:00:00Z"),
        ("0001-01-01 00:00", "UTC", "0001-01-01T00:00:00Z"),
        ("0001-01-01 00:00", "America/New_York", "0001-01-01T04:56:02Z"),
        ("0001-01-01 00:00", "Asia/Tokyo", "before year 1"),
        ("9999-12-31 23:59", "America/New_York", "after year 9999"),
        ("0001-01-01", "LMT-180", "0001-01-01T12:00:00Z"),
    ],
)
def test_the_ends_of_years_and_of_time(text: str, zone: str | None, start: str) -> None:
    assert iso(moment(text, zone=zone).span.start) == start
    assert moment(text, zone=zone).days.first.isoformat() == text[:10]


def test_an_offset_in_a_skipped_hour_contradicts_the_zone() -> None:
    for offset in ("+08:00", "+09:00"):
        with pytest.raises(OffsetConflictError):
            moment(f"1936-12-31T23:30{offset}[Manchukuo]")
    assert str(moment("1936-12-31T23:30Z[Manchukuo]").support).startswith("[1936-12-31T23:30:00Z")


def test_a_time_shown_twice_by_one_of_two_clocks() -> None:
    both = moment("1945-11-18 02:30", zone=["Europe/Berlin", "Europe/Moscow"])
    assert [iso(part.start) for part in both.support] == [
        "1945-11-17T23:30:00Z",  # Moscow, +03:00
        "1945-11-18T00:30:00Z",  # Berlin, still +02:00
        "1945-11-18T01:30:00Z",  # Berlin, already +01:00
    ]
    later = moment("1945-11-18 02:30", zone=["Europe/Berlin", "Europe/Moscow"], fold="later")
    assert [iso(part.start) for part in later.support] == ["1945-11-17T23:30:00Z", "1945-11-18T01:30:00Z"]
