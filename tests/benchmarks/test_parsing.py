"""Reading a date, beside undate, edtf and date.fromisoformat, which reads nothing but full days.

No text comes again before thousands of others: our parser keeps the parts of dates (years, months, days) that it has
seen, but no date.

Not part of the test run. Run it with: python -m pytest tests/benchmarks --benchmark-group-by=group
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import cycle
from random import Random

import edtf
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from undate import Undate

import treatyclock as tc
from treatyclock.civil.edtf import parse_edtf

Read = Callable[[str], object]


def some_days(count: int) -> list[str]:
    """Different days of the years 1500 to 1999, in no order."""
    days = range(date(1500, 1, 1).toordinal(), date(2000, 1, 1).toordinal())
    return [date.fromordinal(each).isoformat() for each in Random(1945).sample(days, count)]


FULL_DAYS = some_days(20_000)
FORMS = [
    "{year}", "{month}",  # level 0
    "{day}?", "{month}~", "{year}%", "{decade}X", "{year}-XX", "{month}-XX", "{day}/2004-02", "{day}/..", "{day}/",
    "{year}-XX-05", "{year}-0X-05", "{month}-0X", "{decade}X-12",  # level 2
]  # fmt: skip
"""Imprecise dates that all three can read."""
IMPRECISE = [
    form.format(day=day, month=day[:7], year=day[:4], decade=day[:3])
    for form, day in zip(cycle(FORMS), some_days(15_000), strict=False)
]
TEXTS = {"full days": FULL_DAYS, "imprecise dates": IMPRECISE}
PEERS: dict[str, Read] = {
    "treatyclock": parse_edtf,
    "undate": lambda text: Undate.parse(text, "EDTF"),
    "edtf": edtf.parse_edtf,
}


def measure(benchmark: BenchmarkFixture, read: Read, texts: list[str]) -> None:
    """Read one text after the other, each once before the first comes again."""
    following = partial(next, cycle(texts))
    read(following())  # what is loaded once, such as a zone, is not the cost of a text
    benchmark(lambda: read(following()))


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("peer", PEERS)
def test_reading(benchmark: BenchmarkFixture, peer: str, kind: str) -> None:
    benchmark.group = f"reading {kind}"
    for text in TEXTS[kind][: len(FORMS)]:
        PEERS[peer](text)  # raises if the peer does not know the form
    measure(benchmark, PEERS[peer], TEXTS[kind])


def test_floor(benchmark: BenchmarkFixture) -> None:
    benchmark.group = "reading full days"
    measure(benchmark, date.fromisoformat, FULL_DAYS)


@pytest.mark.parametrize("form", ["{}", "{}T05:10+09:00", "{}T05:10"])
def test_moment(benchmark: BenchmarkFixture, form: str) -> None:
    """The text and the instants that it means, in Tokyo."""
    benchmark.group = "reading a moment with its instants"
    texts = [form.format(day) for day in FULL_DAYS]
    measure(benchmark, lambda text: tc.moment(text, zone="Asia/Tokyo"), texts)
