"""Answers on kept lives: without their argument, and with it read; the two sides of one run."""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import treatyclock as tc

QUESTIONS = {
    "the pact, 17 readings": ("soviet-japanese-neutrality-pact", "1945-08-08T15:10Z", None),
    "the Paris Agreement": ("paris-agreement-2015", "2020-12-01", "USA"),
}


def ask(treaty: tc.Treaty, at: tc.Moment, party: str | None) -> tc.Answer:
    return treaty.in_force(at, party=party)


def ask_why(treaty: tc.Treaty, at: tc.Moment, party: str | None) -> int:
    answer = treaty.in_force(at, party=party)
    return len(answer.derivation) + len(answer.rests_on)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("how", [ask, ask_why], ids=["without its argument", "with its argument"])
def test_in_force(benchmark: BenchmarkFixture, how: object, question: str) -> None:
    id, at, party = QUESTIONS[question]
    benchmark.group = f"was it in force: {question}"
    treaty = tc.load(id)
    assert callable(how) and how(treaty, tc.moment(at), party) is not None
    benchmark(how, treaty, tc.moment(at), party)
