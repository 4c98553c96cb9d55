"""Local mean time: longitudes as they are written, and the clocks that follow from them."""

from __future__ import annotations

from datetime import datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyclock.civil.clocks._longitudes import longitude_text, parse_longitude
from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.civil.clocks.zones import lmt, zone
from treatyclock.civil.moments.read import moment
from treatyclock.civil.moments.write import local_text
from treatyclock.errors import LongitudeError
from treatyclock.intervals import Interval


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("LMT 139°44'E", "+09:18:56"),
        ("LMT 139°44'28\"E", "+09:18:58"),  # 34933.87 s of arc over 15
        ("LMT 139° 44' 28\" e", "+09:18:58"),
        ("LMT 139\N{DEGREE SIGN}44\u203228\u2033E", "+09:18:58"),
        ("LMT+139.7333", "+09:18:56"),
        ("LMT 139.7333 E", "+09:18:56"),
        ("LMT 139.7333°E", "+09:18:56"),
        ("LMT-0.0014", "+00:00"),
        ("LMT 18°03'30\"E", "+01:12:14"),  # the observatory of Stockholm, by the law of 1878
        ("LMT 2°20'14\"E", "+00:09:21"),  # Paris
        ("LMT-180", "-12:00"),
        ("LMT 180°00'E", "+12:00"),
        ("LMT 70.03W", "-04:40:07"),
    ],
)
def test_mean_time_is_four_minutes_a_degree(text: str, offset: str) -> None:
    clock = zone(text)
    assert offset_text(clock.offset_at(0)) == offset
    assert clock.basis.source == str(clock.basis) == "local mean time"
    assert clock.notes(Interval(None, None)) == ()


@pytest.mark.parametrize("longitude", [180.1, -181, float("nan"), float("inf")])
def test_no_place_lies_beyond_180_degrees(longitude: float) -> None:
    with pytest.raises(LongitudeError, match="within 180 degrees"):
        lmt(longitude)


@pytest.mark.parametrize(
    "text",
    ["", "E", "139.7333", "+139.7333E", "181E", "180°00'01\"E", "139°60'E", "139°44'60\"E", "1e2E", "١٣٩E", "+139,7"],
)
def test_what_is_no_longitude_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(LongitudeError, match="hint: write degrees east"):
        lmt(text)
    with pytest.raises(LongitudeError):
        zone(f"LMT {text}")


def test_a_moment_on_local_mean_time_can_be_written_and_read_again() -> None:
    noon = moment("1868-01-03 12:00", zone="LMT 135°46'E")
    assert noon.span.start is not None
    text = local_text(noon.span.start, noon.zones[0])
    assert text == "1868-01-03T12:00:00+09:03:04[LMT 135°46'E]"
    assert moment(text).support == noon.support


@given(st.floats(min_value=-180, max_value=180))
def test_the_key_of_a_clock_finds_it_again(longitude: float) -> None:
    clock = lmt(longitude)
    assert zone(clock.key) == clock
    assert zone(clock.key).offset_at(0) == clock.offset_at(0)
    assert abs(clock.offset_at(0) - timedelta(hours=longitude / 15)) <= timedelta(seconds=0.501)


@given(st.integers(-180 * 3600, 180 * 3600).map(lambda arc: Fraction(arc, 3600)))
def test_longitudes_are_written_and_read_exactly(east: Fraction) -> None:
    assert parse_longitude(longitude_text(east)) == east


@given(st.floats(min_value=-180, max_value=180), st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1)))
def test_wall_times_go_there_and_back(longitude: float, wall: datetime) -> None:
    clock = lmt(longitude)
    (at,) = clock.instants(wall)
    assert clock.local(at) == wall
