"""A single look-up on a compiled life, beside portion, intervaltree and a recomputation with dateutil.

Not part of the test run. Run it with: python -m pytest tests/benchmarks --benchmark-group-by=group
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import portion
import pytest
from dateutil.relativedelta import relativedelta
from intervaltree import IntervalTree
from pytest_benchmark.fixture import BenchmarkFixture

import treatyclock as tc
from treatyclock.instants import from_datetime

ASKED = datetime(1945, 8, 8, 15, 10, tzinfo=UTC)
PACT_IN_TOKYO = tc.Reading(
    id="tokyo",
    title="the first day counted, at Tokyo's midnight",
    holder="a benchmark",
    choose=(("first_day", "counted"), ("midnight", "Asia/Tokyo")),
)
Look = Callable[[datetime], object]
Spans = list[tuple[datetime, datetime]]


def spans(periods: int) -> Spans:
    """The pact alone, or a membership with many exits and returns around the moment asked about."""
    if periods == 1:
        return [(datetime(1941, 4, 24, 15, tzinfo=UTC), datetime(1946, 4, 24, 15, tzinfo=UTC))]
    start = datetime(1937, 4, 24, 15, tzinfo=UTC)
    starts = [start + relativedelta(months=2 * n) for n in range(periods)]
    return [(each, each + relativedelta(months=1)) for each in starts]


def ours(found: Spans) -> Look:
    if len(found) == 1:
        line = tc.load("soviet-japanese-neutrality-pact").timeline(reading=PACT_IN_TOKYO)
        return line.map(lambda statuses: tc.Status.PARTY in statuses).lookup()
    changes = [(from_datetime(edge), n == 0) for span in found for n, edge in enumerate(span)]
    return tc.Timeline.of(False, changes).lookup()


def with_portion(found: Spans) -> Look:
    inside = portion.Interval(*(portion.closedopen(start, end) for start, end in found))
    return lambda when: when in inside


def with_intervaltree(found: Spans) -> Look:
    tree = IntervalTree.from_tuples(found)
    return tree.overlaps_point  # type: ignore[no-any-return]


def with_dateutil(found: Spans) -> Look:
    """What a script does that keeps no life: work each end out again from its anchor."""
    length = relativedelta(years=5) if len(found) == 1 else relativedelta(months=1)
    starts = [start for start, _ in found]
    return lambda when: any(start <= when < start + length for start in starts)


PEERS = {"treatyclock": ours, "portion": with_portion, "intervaltree": with_intervaltree, "dateutil": with_dateutil}


@pytest.mark.parametrize("periods", [1, 100])
@pytest.mark.parametrize("peer", PEERS)
def test_utc(benchmark: BenchmarkFixture, peer: str, periods: int) -> None:
    benchmark.group = f"look-up of a UTC datetime, {periods} periods"
    look = PEERS[peer](spans(periods))
    assert bool(look(ASKED)) == bool(ours(spans(periods))(ASKED))
    benchmark(look, ASKED)


@pytest.mark.parametrize("peer", PEERS)
def test_zoned(benchmark: BenchmarkFixture, peer: str) -> None:
    benchmark.group = "look-up of a datetime in Tokyo, 1 period"
    look = PEERS[peer](spans(1))
    benchmark(look, ASKED.astimezone(ZoneInfo("Asia/Tokyo")))
