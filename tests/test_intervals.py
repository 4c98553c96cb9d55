"""Interval sets and timelines against plain sets of small integers."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, time, timedelta, timezone

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyclock.errors import EmptyIntervalError, NaiveTimeError, WrongTypeError
from treatyclock.instants import EPOCH, from_datetime
from treatyclock.intervals import Interval, IntervalSet, Timeline

WORLD = range(-3, 32)
EDGE = st.integers(0, 20)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start, length = draw(EDGE), draw(st.integers(1, 8))
    unbounded = draw(st.sampled_from(["", "left", "right", "both"]) if draw(st.booleans()) else st.just(""))
    return Interval(
        None if unbounded in ("left", "both") else start, None if unbounded in ("right", "both") else start + length
    )


SETS = st.lists(intervals(), max_size=5).map(lambda parts: IntervalSet(tuple(parts)))
TIMELINES = st.builds(
    lambda first, changes: Timeline.of(first, sorted(dict(changes).items())),
    st.sampled_from("abc"),
    st.lists(st.tuples(EDGE, st.sampled_from("abc")), max_size=6),
)


def members(found: IntervalSet) -> set[int]:
    return {i for i in WORLD if i in found}


@given(st.lists(intervals(), max_size=5))
def test_a_set_holds_what_its_parts_hold(parts: list[Interval]) -> None:
    found = IntervalSet(tuple(parts))
    assert members(found) == {i for i in WORLD for part in parts if i in part}
    assert all(
        a.end is not None and b.start is not None and a.end < b.start
        for a, b in zip(found.intervals, found.intervals[1:], strict=False)
    )


@given(SETS, SETS)
def test_set_algebra_is_that_of_sets(a: IntervalSet, b: IntervalSet) -> None:
    assert members(a | b) == members(a) | members(b)
    assert members(a & b) == members(a) & members(b)
    assert members(a - b) == members(a) - members(b)
    assert members(a ^ b) == members(a) ^ members(b)
    assert members(~a) == set(WORLD) - members(a)
    assert ~~a == a
    assert a.issubset(a | b)
    assert a.issubset(b) == (members(a) <= members(b))


@given(SETS)
def test_a_set_and_its_timeline_are_the_same(a: IntervalSet) -> None:
    assert IntervalSet.from_timeline(a.timeline()) == a


@given(st.lists(TIMELINES, min_size=1, max_size=4))
def test_combine_is_pointwise(lines: list[Timeline[str]]) -> None:
    joined = lines[0].combine(lambda *values: "".join(values), *lines[1:])
    for i in WORLD:
        assert joined.at_instant(i) == "".join(line.at_instant(i) for line in lines)


@given(TIMELINES, SETS)
def test_during_gives_the_values_inside_and_no_others(line: Timeline[str], span: IntervalSet) -> None:
    pieces = line.during(span)
    seen = {i: value for part, value in pieces for i in WORLD if i in part}
    assert seen == {i: line.at_instant(i) for i in members(span)}


@given(TIMELINES)
def test_pieces_tile_all_time(line: Timeline[str]) -> None:
    pieces = list(line.pieces())
    assert pieces[0][0].start is None
    assert pieces[-1][0].end is None
    assert all(a.end == b.start for (a, _), (b, _) in zip(pieces, pieces[1:], strict=False))
    assert all(a != b for (_, a), (_, b) in zip(pieces, pieces[1:], strict=False))
    assert {i for i in WORLD if line.at_instant(i) == "a"} == members(line.where(lambda value: value == "a"))


@given(
    TIMELINES,
    st.datetimes(min_value=datetime(1969, 12, 31, 23), max_value=datetime(1970, 1, 1, 1)),
    st.integers(-900, 900),
)
def test_the_compiled_look_up_is_the_plain_one(line: Timeline[str], wall: datetime, minutes: int) -> None:
    when = wall.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    assert line.lookup()(when) == line.at(when) == line.at_instant(from_datetime(when))


def test_the_compiled_look_up_reaches_both_ends_of_the_calendar() -> None:
    far = Timeline.of("a", [(-(10**18), "b"), (0, "c"), (10**18, "d")])
    look = far.lookup()
    assert look(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))) == "b"
    assert look(datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-12)))) == "c"
    assert look(EPOCH) == "c"


def test_naive_times_are_refused() -> None:
    line = Timeline.of("a", [(0, "b")])
    with pytest.raises(NaiveTimeError, match="without a zone"):
        line.lookup()(datetime(1945, 8, 9))
    with pytest.raises(NaiveTimeError):
        line.at(datetime(1945, 8, 9))


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5)])
def test_empty_intervals_are_refused(start: int, end: int) -> None:
    with pytest.raises(EmptyIntervalError, match="holds no instant"):
        Interval(start, end)


def test_a_compiled_look_up_travels() -> None:
    look = Timeline.of("a", [(0, "b")]).lookup()
    again = pickle.loads(pickle.dumps(look))
    for when in (EPOCH - timedelta(microseconds=1), EPOCH):
        assert again(when) == look(when)


WRONG = ["1943", date(1943, 1, 1), time(0, 10, tzinfo=UTC), None, 1943, 1943.0, True, ()]


@pytest.mark.parametrize("value", WRONG)
def test_what_is_no_time_is_refused_with_what_to_write(value: object) -> None:
    line = Timeline.of("old", [(0, "new")])
    for ask in (line.at, line.lookup(), Timeline.of("always").at, Timeline.of("always").lookup()):
        with pytest.raises(
            WrongTypeError, match=r"hint: give an aware datetime, such as datetime\(1945, 8, 9"
        ) as caught:
            ask(value)  # type: ignore[arg-type]
        assert isinstance(caught.value, TypeError)


@pytest.mark.parametrize("value", [each for each in WRONG if type(each) is not int])
def test_an_instant_is_a_whole_number_of_microseconds(value: object) -> None:
    with pytest.raises(WrongTypeError, match="whole microseconds since 1970"):
        Timeline.of("old", [(0, "new")]).at_instant(value)  # type: ignore[arg-type]


def test_nor_is_an_array_of_numpy_a_time() -> None:
    numpy = pytest.importorskip("numpy")
    line = Timeline.of("old", [(0, "new")])
    for value in (numpy.datetime64("1943"), numpy.int64(1943), numpy.array([1, 2])):
        for ask in (line.at, line.lookup()):
            with pytest.raises(WrongTypeError, match="cannot be"):
                ask(value)
    assert line.at_instant(numpy.int64(3)) == "new"


@given(TIMELINES, st.lists(st.integers(-(2**62), 2**62), max_size=9))
def test_many_look_ups_are_the_single_ones(line: Timeline[str], instants: list[int]) -> None:
    asked = [*instants, *(edge + away for edge in line.edges for away in (-1, 0, 1))]
    assert line.lookup_many(asked).tolist() == [line.at_instant(at) for at in asked]


def test_many_look_ups_keep_shape_and_kind() -> None:
    line = Timeline.of(False, [(0, True), (5, False)])
    found = line.lookup_many(np.array([[-1, 0], [4, 5]], dtype=np.int32))
    assert found.dtype == bool and found.tolist() == [[False, True], [True, False]]
    assert line.lookup_many([]).tolist() == []
    sets = Timeline.of(frozenset("a"), [(0, frozenset("bc"))])
    assert sets.lookup_many([1, -1]).tolist() == [frozenset("bc"), frozenset("a")]


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_many_look_ups_of_datetime64(unit: str) -> None:
    line = Timeline.of("before", [(-1, "the last microsecond"), (0, "after")])
    times = np.array(["1969-12-31T23:59:59.999999", "NaT", "1970-01-01T00:00:00"], dtype=f"M8[{unit}]")
    first = "the last microsecond" if unit in ("us", "ns") else "before"
    assert line.lookup_many(times, zone="UTC").tolist() == [first, None, "after"]
    assert line.lookup_many(times, zone="UTC", missing="not told").tolist() == [first, "not told", "after"]


def test_finer_times_are_cut_to_their_microsecond() -> None:
    line = Timeline.of("before", [(-1, "after")])
    assert line.lookup_many(np.array([-1, -1000, -1001]).view("M8[ns]"), zone="UTC").tolist() == [
        "after",
        "after",
        "before",
    ]


def test_many_naive_times_days_and_far_years_are_refused() -> None:
    line = Timeline.of("old", [(0, "new")])
    with pytest.raises(NaiveTimeError):
        line.lookup_many(np.array(["1945-08-09T00:10"], dtype="M8[s]"))
    for times in (np.array(["1945-08-09"], dtype="M8[D]"), [1.5], ["1945"], np.array([2**60], dtype="M8[s]")):
        with pytest.raises(WrongTypeError):
            line.lookup_many(times, zone="UTC")
    with pytest.raises(WrongTypeError, match="Asia/Tokyo"):
        line.lookup_many(np.array(["1945-08-09T00:10"], dtype="M8[s]"), zone="Asia/Tokyo")
