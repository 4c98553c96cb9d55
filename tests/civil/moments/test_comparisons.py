"""Three-valued order and Allen's relations, sound and complete against instants sampled out of the supports."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allen import relation
from treatyclock.civil.moments.comparisons import Stretch, after, before, relations, within
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.errors import TimeFormatError, WrongTypeError
from treatyclock.intervals import Interval, IntervalSet
from treatyclock.truth import Truth

BASE = datetime(1945, 8, 9, tzinfo=UTC)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """A moment of a few microseconds, so that every instant of its support can be tried."""
    at = moment(BASE)
    assert at.span.start is not None
    parts = draw(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 3)), min_size=1, max_size=2))
    support = IntervalSet(
        tuple(Interval(at.span.start + start, at.span.start + start + length) for start, length in parts)
    )
    return Moment(text="x", days=at.days, wall=at.wall, zones=at.zones, support=support)


def instants(value: Moment) -> list[int]:
    return [i for part in value.support for i in range(part.start or 0, part.end or 0)]


@given(moments(), moments())
def test_order_is_what_every_pair_of_instants_says(a: Moment, b: Moment) -> None:
    pairs = {x < y for x in instants(a) for y in instants(b)}
    expected = Truth.UNKNOWN if len(pairs) > 1 else Truth.of(pairs.pop())
    assert before(a, b) is expected
    assert after(b, a) is expected
    same = {x == y for x in instants(a) for y in instants(b)}
    assert within(a, b) is (Truth.UNKNOWN if len(same) > 1 else Truth.of(same.pop()))


@given(moments(), moments(), moments(), moments())
def test_relations_are_those_of_all_ends_that_may_be(a: Moment, b: Moment, c: Moment, d: Moment) -> None:
    expected = {
        relation(w, x, y, z)
        for w in instants(a)
        for x in instants(b)
        if w < x
        for y in instants(c)
        for z in instants(d)
        if y < z
    }
    assert relations(Stretch(start=a, end=b), Stretch(start=c, end=d)) == expected


@pytest.mark.parametrize(
    ("a", "b", "zones", "apart", "together"),
    [
        ("1945-08-15", "1945-08-16", None, "unknown", "yes"),
        ("1945-08-15", "1945-08-18", None, "yes", "yes"),
        ("1945-08-16", "1945-08-15", None, "unknown", "no"),
        ("1945-08-15", "1945-08-16", ["Europe/Moscow", "Asia/Tokyo"], "unknown", "yes"),
        ("1945-08", "1945-08-16", None, "unknown", "unknown"),
    ],
)
def test_dates_on_one_unknown_clock_compare_as_printed(
    a: str, b: str, zones: list[str] | None, apart: str, together: str
) -> None:
    one, other = moment(a, zone=zones), moment(b, zone=zones)
    assert before(one, other).value == apart
    assert before(one, other, same_clock=True).value == together


@pytest.mark.parametrize(
    ("a", "b", "zones", "apart", "together"),
    [
        # by the clock of Kiribati the 9th had begun, by that of Hawaii it was the 8th all day
        ("1945-08-08T15:10Z", "1945-08-09", None, "unknown", "unknown"),
        ("1945-08-08T09:59Z", "1945-08-09", None, "no", "no"),
        ("1945-08-10T12:00Z", "1945-08-09", None, "no", "no"),
        ("1945-08-09T12:00Z", "1945-08-09", None, "unknown", "unknown"),
        # all clocks agree on the year but near its ends
        ("1945-01-01T12:00Z", "1945", None, "yes", "yes"),
        ("1945-01-01T11:59Z", "1945", None, "unknown", "unknown"),
        ("1945-12-31T09:59Z", "1945", None, "yes", "yes"),
        ("1945-12-31T10:00Z", "1945", None, "unknown", "unknown"),
        ("1944-12-31T09:59Z", "1945", None, "no", "no"),
        # two days on clocks that nobody names
        ("1945-08-09", "1945-08", None, "yes", "yes"),
        ("1945-08-31", "1945-08", None, "unknown", "yes"),
        ("1945-08-09", "1945-08-09", None, "unknown", "yes"),
        ("1945-08-09", "1945-08-0X", None, "unknown", "yes"),
        # midnight in Tokyo is the evening before in Moscow
        ("1945-08-08T15:10Z", "1945-08-08", ["Europe/Moscow", "Asia/Tokyo"], "unknown", "unknown"),
        ("1945-08-08T12:00Z", "1945-08-08", ["Europe/Moscow", "Asia/Tokyo"], "yes", "yes"),
        ("1945-08-08T21:00Z", "1945-08-08", ["Europe/Moscow", "Asia/Tokyo"], "no", "no"),
        ("1945-08-09 00:10", "1945-08-09", ["Europe/Moscow", "Asia/Tokyo"], "unknown", "yes"),
        # one of two instants
        ("1945-11-18T00:30Z", "1945-11-18 02:30", "Europe/Berlin", "unknown", "unknown"),
        ("1945-11-18T00:31Z", "1945-11-18 02:30", "Europe/Berlin", "no", "no"),
        ("1945-11-17T23:30Z", "1945-11-18 01:30", "Europe/Berlin", "yes", "yes"),
    ],
)
def test_within_is_yes_only_if_every_clock_says_so(
    a: str, b: str, zones: list[str] | str | None, apart: str, together: str
) -> None:
    one, other = moment(a, zone=zones), moment(b, zone=zones)
    assert within(one, other).value == apart
    assert within(one, other, same_clock=True).value == together


def test_what_a_moment_is_read_from_is_taken_for_one() -> None:
    assert before("1945-08-08", "1945-08-11") is Truth.YES
    assert after(datetime(1945, 8, 12, tzinfo=UTC), date(1945, 8, 8)) is Truth.YES
    assert within("1945-08-09T00:10+09:00", "1945") is Truth.YES
    one = Stretch(start="1941-04-25", end=date(1946, 4, 25))
    assert one == Stretch(start=moment("1941-04-25"), end=moment("1946-04-25"))
    assert one in {replace(one)}
    assert pickle.loads(pickle.dumps(one)) == one
    assert {each.value for each in relations(one, Stretch(start="1947", end="1948"))} == {"before"}
    with pytest.raises(TimeFormatError, match="hint: "):
        before("1945-08-08", "soon")
    with pytest.raises(TimeFormatError, match="hint: "):
        within(5, "1945-08-08")  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError, match="hint: give Stretch"):
        relations("1941/1946", one)  # type: ignore[arg-type]


def test_moments_have_no_order_of_their_own() -> None:
    with pytest.raises(TypeError):
        moment("1945") < moment("1946")  # type: ignore[operator]  # noqa: B015
    assert moment("1945-08-09") == moment("1945-08-09")
    assert moment("1945-08-09") != moment("1945-08-09", zone="UTC")
