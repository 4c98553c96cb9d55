"""Three-valued order and Allen's relations, sound and complete against instants sampled out of the supports."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allen import relation
from treatyclock.civil.comparisons import Stretch, after, before, relations, within
from treatyclock.civil.moments import Moment, moment
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
    inside = {x in b.support for x in instants(a)}
    assert within(a, b) is (Truth.UNKNOWN if len(inside) > 1 else Truth.of(inside.pop()))


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


def test_moments_have_no_order_of_their_own() -> None:
    with pytest.raises(TypeError):
        moment("1945") < moment("1946")  # type: ignore[operator]  # noqa: B015
    assert moment("1945-08-09") == moment("1945-08-09")
    assert moment("1945-08-09") != moment("1945-08-09", zone="UTC")
