"""Stamps: an offset in hours alone, and an offset and a zone that say different things."""

from __future__ import annotations

import pytest

import treatyclock as tc
from treatyclock.civil.clocks.zones import zone
from treatyclock.errors import NaiveTimeError, OffsetConflictError, TimeFormatError


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("1945-08-09T00:10:00+09", "1945-08-08T15:10Z"),
        ("1945-08-09T00:10+09", "1945-08-08T15:10Z"),
        ("1945-08-08 12:10:00.5-03", "1945-08-08T15:10:00.5Z"),
        ("1945-08-08T24:00-03", "1945-08-09T03:00Z"),
        ("1945-08-09T00:10+09[Asia/Tokyo]", "1945-08-08T15:10Z"),
        ("1945-08-09T00:10+00", "1945-08-09T00:10Z"),
    ],
)
def test_an_offset_of_hours_alone(text: str, instant: str) -> None:
    found = tc.moment(text)
    assert found.support == tc.moment(instant).support
    assert str(found) == text
    assert str(tc.moment(text).days) == text[:10]


def test_the_hour_of_an_offset_is_the_same_in_all_spellings() -> None:
    spellings = [f"1945-08-09T00:10:00{offset}" for offset in ("+09", "+0900", "+09:00", "+09:00:00")]
    assert len({tc.moment(text).support for text in spellings}) == 1
    assert {clock.key for text in spellings for clock in tc.moment(text).zones} == {"+09:00"}
    assert zone("+09") == zone("+09:00")


def test_an_hour_of_utc_with_a_zone_says_so() -> None:
    found = tc.moment("1945-08-08T15:10Z[Asia/Tokyo]")
    assert found.support == tc.moment("1945-08-08T15:10Z").support
    assert found.notes == ("1945-08-08T15:10Z[Asia/Tokyo] is an hour of UTC, whatever the clock of Asia/Tokyo showed",)
    assert tc.moment("1945-08-08T15:10-00:00[Asia/Tokyo]").support == found.support


def test_plus_zero_is_an_offset_that_a_zone_may_contradict() -> None:
    with pytest.raises(OffsetConflictError, match=r"says offset `\+00:00`, but the clocks of `Asia/Tokyo` stood"):
        tc.moment("1945-08-08T15:10+00:00[Asia/Tokyo]")
    assert [clock.key for clock in tc.moment("1938-01-08T15:10+00[Europe/London]").zones] == ["Europe/London"]


def test_clocks_that_an_offset_overrides_are_named() -> None:
    found = tc.moment("1945-08-09T00:10+09", zone="Europe/Moscow")
    told = "which the clock of Europe/Moscow did not have: that clock is not used"
    assert told in found.notes[0]
    assert tc.moment("1945-08-09T00:10+09", zone=["Europe/Moscow", "Asia/Tokyo"]).notes == ()
    assert tc.moment("1945-08-08T15:10Z", zone="Europe/Moscow").notes == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1945-08-09T00:10+9", "form is not known"),
        ("1945-08-09T00:10+09:00+03:00", "form is not known"),
        ("1945-08-09T00:10Z+09", "`Z\\+09`, which is not an offset"),
        ("1945-08-09T00:10\u221203:00", "form is not known"),
        ("1945-08-09T00:10:00.1234567Z", "more than six decimals"),
        ("1945-08-09T00:10:60Z", "leap seconds"),
        ("[1945-08-09T00:10:00+09]", "dates that stand alone"),
        ("1945-08~-09T00:10:00+09", "dates without `X` and qualifiers"),
    ],
)
def test_what_cannot_be_kept_is_refused(text: str, told: str) -> None:
    with pytest.raises(TimeFormatError, match=told):
        tc.moment(text)


def test_no_hour_without_a_clock() -> None:
    with pytest.raises(NaiveTimeError):
        tc.moment("1945-08-09T00:10")
