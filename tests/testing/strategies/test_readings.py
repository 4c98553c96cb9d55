"""Readings of a treaty: the declared ones, and those that answer what its text leaves open."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import InvalidArgument

import treatyclock as tc
from treatyclock.testing.strategies import readings

PACT = tc.load("soviet-japanese-neutrality-pact")
SLOW = list(HealthCheck)
FEW = settings(max_examples=8, deadline=None, suppress_health_check=SLOW)


@FEW
@given(readings(PACT, own=True))
def test_a_reading_of_ones_own_answers_what_the_text_leaves_open(reading: tc.Reading) -> None:
    open_questions = {on.key for on in PACT.in_force("1946-04-25").depends_on}
    chosen = dict(reading.choose)
    left = {on.key for on in PACT.in_force("1946-04-25", reading=reading).depends_on}
    assert not left & set(chosen), open_questions


def test_declared_readings_are_all_drawn() -> None:
    declared = {"text", *(each.id for each in PACT.record.readings)}
    found: set[str] = set()

    @settings(max_examples=400, deadline=None, suppress_health_check=SLOW, phases=[Phase.generate])
    @given(readings(PACT, own=False))
    def collect(reading: tc.Reading) -> None:
        found.add(reading.id)

    collect()
    assert found == declared


def test_own_is_true_or_false() -> None:
    with pytest.raises(InvalidArgument, match="own=1"):
        readings(PACT, own=1)  # type: ignore[arg-type]
