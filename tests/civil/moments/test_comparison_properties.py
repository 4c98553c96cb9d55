"""Comparisons of moments as people write them: sound against instants sampled out of the supports, clock by clock."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allen import relation
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.moments.comparisons import Stretch, after, before, relations, within
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.errors import CivilTimeError
from treatyclock.truth import Truth

ZONES = ["Europe/Moscow", "Asia/Tokyo", "America/New_York", "Pacific/Apia", "America/Sitka", "Manchukuo", "UTC"]
YEARS = st.sampled_from(["1867", "1892", "1936", "1945", "2011"])
PARTS = st.sampled_from(
    [
        "10-18",
        "10-19",
        "07-04",
        "07-05",
        "12-30",
        "12-31",
        "08-08",
        "08-09",
        "08-1X",
        "0X-31",
        "07",
        "12",
        "21",
        "XX-30",
    ]
)
MARKS = st.sampled_from(["", "", "~", "?", "%"])
HOURS = st.sampled_from(["00:00", "00:10", "02:30", "15:45", "23:30", "24:00"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    year = draw(YEARS)
    kind = draw(st.sampled_from(["date", "date", "year", "set", "between", "hour"]))
    if kind == "year":
        return year + draw(MARKS)
    if kind == "set":
        return f"[{year}-07-04,{year}-08{draw(MARKS)},{year}-12-30]"
    if kind == "between":
        return f"[{year}-08-08..{year}-10-18]"
    if kind == "hour":
        return f"{year}-{draw(st.sampled_from(['07-04', '08-09', '10-18', '12-31']))} {draw(HOURS)}"
    return f"{year}-{draw(PARTS)}{draw(MARKS)}"


@st.composite
def written(draw: st.DrawFn, clocks: list[str] | None = None) -> Moment:
    chosen = clocks or draw(st.lists(st.sampled_from(ZONES), min_size=1, max_size=3, unique=True))
    policy = draw(st.sampled_from(["none", "one-unit"]))
    text = draw(texts())
    zones = draw(st.sampled_from([chosen, None])) if clocks is None and " " not in text else chosen
    try:
        return moment(text, zone=zones, widen=policy)
    except CivilTimeError:  # no clock of these showed it
        return moment("1945-08-09", zone=zones)


def ends(value: Moment) -> list[int]:
    """The first and the last instant of every part of a support, of a few parts where there are many."""
    parts = value.support.intervals
    few = (*parts[:2], parts[len(parts) // 2], *parts[-2:])
    return [at for part in few for at in (part.start or 0, (part.end or 0) - 1)]


@st.composite
def samples(draw: st.DrawFn, value: Moment) -> list[int]:
    """Instants that a moment may be, the ends of its parts among them."""
    parts = value.support.intervals
    some = draw(st.lists(st.tuples(st.integers(0, len(parts) - 1), st.fractions(0, 1)), max_size=4))
    inner = []
    for number, share in some:
        start, end = parts[number].start or 0, parts[number].end or 0
        inner.append(start + int((end - 1 - start) * share))
    return [*ends(value), *inner]


@given(st.data())
def test_order_holds_for_every_pair_of_sampled_instants(data: st.DataObject) -> None:
    a, b = data.draw(written()), data.draw(written())
    xs, ys = data.draw(samples(a)), data.draw(samples(b))
    orders = {x < y for x, y in product(xs, ys)}
    told = before(a, b)
    # The ends of the hulls are among the samples, so an answer that is open must show both.
    assert orders == ({True, False} if told is Truth.UNKNOWN else {told is Truth.YES})
    assert {y > x for x, y in product(xs, ys)} == orders
    assert after(b, a) is told


# Clocks that a day of no known zone may be on. Before 1868 there were others, farther from UTC.
OFFSETS = [zone(f"{'-' if hour < 0 else '+'}{abs(hour):02}:00") for hour in range(-12, 15)]
CLOCKS = [*OFFSETS, *(zone(name) for name in ZONES)]


def on_the_days(value: Moment, clock: Zone, at: int) -> bool:
    """Whether an instant is one that a moment names, by what a clock shows at it."""
    if value.wall is not None:
        return at in value.on(clock)
    shown = clock.local(at).date()
    return any(days.first <= shown <= days.last for days in value.ranges or (value.days,))


@given(st.data())
def test_within_is_what_every_clock_says_of_every_sampled_instant(data: st.DataObject) -> None:
    a, b = data.draw(written()), data.draw(written())
    told = within(a, b)
    xs = data.draw(samples(a))
    if b.wall is not None:
        ways = [{x == y for x in xs} for y in ends(b)]
    else:
        ways = [{on_the_days(b, clock, x) for x in xs} for clock in b.zones or CLOCKS]
    if told is not Truth.UNKNOWN:
        assert set().union(*ways) == {told is Truth.YES}
        return
    # Some instant lies inside by one clock, and some outside by one.
    may, may_not = (part.intervals for part in (a.support & b.support, a.support - b.core))
    assert may
    assert may_not
    assert (
        b.wall is not None
        or b.days.first.year < 1868
        or {
            any(on_the_days(b, clock, may[0].start or 0) for clock in b.zones or OFFSETS),
            all(on_the_days(b, clock, may_not[0].start or 0) for clock in b.zones or OFFSETS),
        }
        == {True, False}
    )


@given(st.data())
def test_the_relation_of_sampled_ends_is_among_those_told(data: st.DataObject) -> None:
    a, b, c, d = (data.draw(written()) for _ in range(4))
    told = relations(Stretch(start=a, end=b), Stretch(start=c, end=d))
    sampled = [data.draw(samples(each)) for each in (a, b, c, d)]
    for w, x in product(sampled[0][:6], sampled[1][:6]):
        for y, z in product(sampled[2][:6], sampled[3][:6]):
            if w < x and y < z:
                assert relation(w, x, y, z) in told


@given(st.data())
def test_one_of_several_clocks_is_asked_clock_by_clock(data: st.DataObject) -> None:
    clocks = data.draw(st.lists(st.sampled_from(ZONES), min_size=2, max_size=3, unique=True))
    policy = data.draw(st.sampled_from(["none", "one-unit"]))
    read = [data.draw(texts()) for _ in range(4)]

    def on(clock: str | list[str]) -> list[Moment] | None:
        try:
            return [moment(text, zone=clock, widen=policy) for text in read]
        except CivilTimeError:
            return None

    either = on(clocks)
    worlds = [found for found in map(on, clocks) if found is not None]
    if either is None or not worlds:
        return
    a, b, c, d = either
    pairs = [(on_one[0], on_one[1]) for on_one in _alone(read[:2], clocks, policy)]
    if pairs:
        assert before(a, b, same_clock=True) is Truth.agreed(before(x, y) for x, y in pairs)
        assert after(b, a, same_clock=True) is before(a, b, same_clock=True)
        assert within(a, b, same_clock=True) is Truth.agreed(within(x, y) for x, y in pairs)
    expected = frozenset[object]().union(
        *(relations(Stretch(start=w, end=x), Stretch(start=y, end=z)) for w, x, y, z in worlds)
    )
    assert relations(Stretch(start=a, end=b), Stretch(start=c, end=d), same_clock=True) == expected


def _alone(read: list[str], clocks: list[str], policy: str) -> list[list[Moment]]:
    """The moments on each clock that showed all of them."""
    found = []
    for clock in clocks:
        try:
            found.append([moment(text, zone=clock, widen=policy) for text in read])
        except CivilTimeError:
            continue
    return found


TWO = ["Europe/Moscow", "Asia/Tokyo"]


@pytest.mark.parametrize(
    ("a", "b", "zones", "apart", "together"),
    [
        # wall times, and a wall time with a date
        ("1945-08-09 00:10", "1945-08-09 01:00", TWO, "unknown", "yes"),
        ("1945-08-09 00:10", "1945-08-09", TWO, "unknown", "unknown"),
        ("1945-08-08 23:00", "1945-08-09", TWO, "unknown", "yes"),
        ("1945-08-09 00:00", "1945-08-08", TWO, "unknown", "no"),
        # partial dates and sets
        ("1945-07", "1945-08", None, "unknown", "yes"),
        ("1945-07", "1945-08", TWO, "unknown", "yes"),
        ("[1945-08-08,1945-08-10]", "[1945-08-11,1945-08-12]", None, "unknown", "yes"),
        ("1945-08-0X", "1945-08-1X", TWO, "unknown", "yes"),
        ("1944-24", "1945-21", TWO, "unknown", "yes"),
        # the clock of the one is that of the other
        ("1945-08-08", "1945-08-09", (None, "Asia/Tokyo"), "unknown", "yes"),
        ("1945-08-08", "1945-08-09 00:10", (None, "Asia/Tokyo"), "unknown", "yes"),
        # an instant is one whatever the clock
        ("1945-08-08", "1945-08-09T00:10Z", (None, None), "unknown", "unknown"),
        ("1945-08-08T15:10Z", "1945-08-08T16:00Z", (None, None), "yes", "yes"),
        # a clock that had no such day cannot be the one that is shared
        ("2011-12-30", "2011-12-31", ["Pacific/Apia", "Asia/Tokyo"], "unknown", "yes"),
        # the same hours came again
        ("1867-10-18", "1867-10-19", "America/Sitka", "unknown", "unknown"),
    ],
)  # fmt: skip
def test_moments_on_one_unknown_clock(a: str, b: str, zones: object, apart: str, together: str) -> None:
    first, second = zones if isinstance(zones, tuple) else (zones, zones)
    one, other = moment(a, zone=first), moment(b, zone=second)
    assert before(one, other, same_clock=True).value == together
    if apart != together:
        assert before(one, other).value == apart


def test_widening_is_kept_clock_by_clock() -> None:
    for zones in (None, TWO):
        one, other = moment("1945-08-08~", zone=zones), moment("1945-08-09", zone=zones)
        wide = moment("1945-08-08~", zone=zones, widen="one-unit")
        assert before(one, other, same_clock=True) is Truth.YES
        assert before(wide, other, same_clock=True) is Truth.UNKNOWN
        assert before(wide, moment("1945-08-10", zone=zones), same_clock=True) is Truth.YES
        assert within(wide, moment("1945-08", zone=zones), same_clock=True) is Truth.YES
        assert within(wide, moment("1945-08-08", zone=zones), same_clock=True) is Truth.UNKNOWN


def test_an_offset_beside_a_zone_settles_which_of_two_hours_is_meant() -> None:
    second = moment("1945-11-18T02:30+01:00[Europe/Berlin]")
    assert before(second, moment("1945-11-18 02:30", zone="Europe/Berlin", fold="earlier"), same_clock=True) is Truth.NO
    first = moment("1945-11-18T02:30+02:00[Europe/Berlin]")
    assert before(first, second, same_clock=True) is Truth.YES


def test_spans_on_one_unknown_clock() -> None:
    one = Stretch(start=moment("1941-04-25"), end=moment("1945-08-09"))
    other = Stretch(start=moment("1945-08-09"), end=moment("1946-04-25"))
    third = Stretch(start=moment("1945-08-10"), end=moment("1946-04-25"))
    assert len(relations(one, third)) > 1
    assert [each.value for each in relations(one, third, same_clock=True)] == ["before"]
    assert sorted(each.value for each in relations(one, other, same_clock=True)) == ["before", "meets", "overlaps"]
