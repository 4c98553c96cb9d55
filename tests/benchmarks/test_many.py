"""Working out a treaty of 200 parties, and of two, under every open convention, beside scripts that only add dates.

The peers know no clocks, no reasons and no conventions: they add the delay to each deposit and take the later day.

Not part of the test run. Run it with: python -m pytest tests/benchmarks --benchmark-group-by=group
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pandas as pd
import pytest
from dateutil.relativedelta import relativedelta
from pytest_benchmark.fixture import BenchmarkFixture

import treatyclock as tc
from treatyclock.derive.histories.life import Life, evaluate
from treatyclock.law.readings import TEXT
from treatyclock.law.subjects import GENERALLY, Subject

OPENED, NUMBER = date(1966, 12, 16), 35
FORMS = {"": "", "with notices": '[denunciation]\nwhen = "at any time"\nnotice = "P1Y"\nref = "art. 50"\n'}
"""Without an exit; and with one that every tenth party takes, which leaves open whether the day of notice counts."""


def deposits(parties: int) -> list[date]:
    """Days in 40 years, among them ends of months, which leave open what a month later is."""
    return [OPENED + timedelta(days=each) for each in Random(1966).sample(range(1, 15_000), parties)]


def text(parties: int, form: str) -> str:
    """Write a treaty file of so many parties; two of them need both instruments."""
    lines = ["schema = 1", 'id = "many"', 'title = "Many"', "[parties]"]
    lines += [f'P{n} = {{ name = "P{n}", clock = "{"Asia/Tokyo" if n else "Europe/Moscow"}" }}' for n in range(parties)]
    when = '"ratified by all"' if parties == 2 else f"{{ instruments = {NUMBER} }}"
    lines += ["[entry_into_force]", f"when = {when}", 'delay = "P3M"', 'ref = "art. 49(1)"', FORMS[form]]
    if parties > 2:
        lines += ["[joining]", 'delay = "P3M"', 'ref = "art. 49(2)"']
    for n, day in enumerate(deposits(parties)):
        lines += ["[[act]]", 'kind = "ratification"', f'by = "P{n}"', f"on = {day}", 'ref = "a list"']
        if form and n % 10 == 0:
            lines += ["[[act]]", 'kind = "denunciation"', f'by = "P{n}"', "on = 2010-06-15", 'ref = "a list"']
    return "\n".join(lines)


def work_out(treaty: tc.Treaty) -> Life:
    """Compile: the life, and the timeline of every party and of the treaty generally."""
    life = evaluate(treaty.record, TEXT)
    for subject in (GENERALLY, *(Subject((party.id,)) for party in treaty.record.parties)):
        life.timeline(subject)
    return life


def with_dateutil(days: list[date]) -> list[date]:
    delay = relativedelta(months=3)
    entry = sorted(days)[min(NUMBER, len(days)) - 1] + delay
    return [max(entry, day + delay) for day in days]


def with_pandas(days: pd.Series[pd.Timestamp]) -> pd.Series[pd.Timestamp]:
    delay = pd.DateOffset(months=3)
    return (days + delay).clip(lower=days.sort_values().iloc[min(NUMBER, len(days)) - 1] + delay)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("parties", [2, 200])
def test_working_out(benchmark: BenchmarkFixture, parties: int, form: str) -> None:
    benchmark.group = f"a treaty of {parties} parties"
    treaty = tc.loads(text(parties, form))
    assert len(work_out(treaty).for_all) >= 1
    benchmark(work_out, treaty)


def test_working_out_the_pact(benchmark: BenchmarkFixture) -> None:
    benchmark.group = "a treaty of 2 parties"
    benchmark(work_out, tc.load("soviet-japanese-neutrality-pact"))


@pytest.mark.parametrize("parties", [2, 200])
@pytest.mark.parametrize("peer", ["dateutil", "pandas"])
def test_peer(benchmark: BenchmarkFixture, peer: str, parties: int) -> None:
    benchmark.group = f"a treaty of {parties} parties"
    days = deposits(parties)
    ours = tc.loads(text(parties, ""))
    found = [ours.dates(party=f"P{n}").entry_into_force[0].value[0] for n in range(parties)]
    assert [str(each) for each in with_dateutil(days)] == found
    if peer == "pandas":
        series = pd.Series(pd.to_datetime(days))
        assert [str(each.date()) for each in with_pandas(series)] == found
        benchmark(with_pandas, series)
    else:
        benchmark(with_dateutil, days)


@pytest.mark.parametrize("parties", [2, 200])
def test_loading(benchmark: BenchmarkFixture, parties: int) -> None:
    benchmark.group = f"a treaty of {parties} parties"
    benchmark(tc.loads, text(parties, ""))


@pytest.mark.parametrize("parties", [2, 200])
def test_answer_for_a_pair(benchmark: BenchmarkFixture, parties: int) -> None:
    benchmark.group = f"a treaty of {parties} parties"
    treaty = tc.loads(text(parties, ""))
    benchmark(treaty.in_force, "2001-01-01", between=("P0", "P1"))
