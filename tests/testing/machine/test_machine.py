"""The machine finds no fault with treatyclock, and finds each that is planted, in few steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from unittest import TestCase

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import library_registers as ours
import treatyclock as tc
from oracle_register import OracleRegister
from treatyclock.testing.machine import WrongAnswerError, register_machine
from treatyclock.truth import Truth

CONSENT = ("accedes", "denounces")


def run(test: Any, **how: Any) -> None:
    test.settings = settings(test.settings, database=None, **how)
    test().runTest()


def steps(error: BaseException) -> list[str]:
    """Return the steps of the story that Hypothesis prints, without the first, which is the treaty, and the last."""
    lines = "\n".join(error.__notes__).splitlines()
    return [each.split(".")[1].split("(")[0] for each in lines if each.startswith("state.")][1:-1]


@pytest.mark.parametrize(
    ("register", "options"),
    [
        (ours.RecordingRegister(), {}),
        (ours.RememberingRegister(), {"steps": ["accedes", "ratifies", "signs", "denounces", "rescinds", "learns"]}),
        (OracleRegister(), {}),
    ],
    ids=["told act by act", "known as of a day", "the oracle"],
)
def test_treatyclock_agrees(register: Any, options: dict[str, Any]) -> None:
    run(register_machine(register, **options), max_examples=6, stateful_step_count=6, phases=[Phase.generate])


@pytest.mark.parametrize(
    ("register", "options", "last", "found"),
    [
        (ours.WithoutActs("rescission"), {"steps": [*CONSENT, "rescinds"]}, "rescinds", ("yes", "no")),
        (ours.WithoutActs("extension of the term"), {"steps": ["accedes", "extends"]}, "extends", ("yes", "no")),
        (ours.AsIfKnown(), {"steps": ["accedes", "learns"]}, "learns", ("yes", "no")),
        (ours.WallClock(), {"steps": ["accedes"]}, "accedes", ("no", "yes")),
        (ours.SuspendedIsOut(), {"steps": ["accedes", "suspends"]}, "suspends", ("yes", "no")),
        (ours.ForAll(), {"steps": CONSENT, "parties": 3}, "denounces", ("yes", "no")),
        (ours.Both(), {"steps": ["accedes", "objects"]}, "objects", ("no", "yes")),
        (ours.StaleRegister(), {"steps": ["accedes", "corrects"]}, "corrects", ("yes", "no")),
        (ours.ForgetfulRegister(), {"steps": CONSENT}, "denounces", ("yes", "no")),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, ours.WholeRegister) else "",
)
def test_a_planted_fault_is_found(register: Any, options: dict[str, Any], last: str, found: tuple[str, str]) -> None:
    with pytest.raises(WrongAnswerError) as raised:
        run(register_machine(register, **{"parties": 2, "may_guess": True, **options}))
    told = steps(raised.value)
    print(told, raised.value)
    assert last in told and len(told) <= 4
    assert (raised.value.expected.value, raised.value.found.value) in (found, found[::-1])
