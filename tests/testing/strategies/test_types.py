"""Each type that Hypothesis is told of is drawn, and printed as code that makes it again."""

from __future__ import annotations

import datetime
from importlib import import_module
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

import treatyclock as tc
from treatyclock.civil.days import Days
from treatyclock.testing.entry_point import DRAWN_TYPES, register

FEW = settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])

register()


NAMED = sorted((module, name) for module, names in DRAWN_TYPES.items() for name in names)


@pytest.mark.parametrize(("module", "name"), NAMED, ids=[name for _, name in NAMED])
def test_each_type_is_drawn(module: str, name: str) -> None:
    type_ = getattr(import_module(module), name)

    @FEW
    @given(st.from_type(type_))
    def drawn(value: Any) -> None:
        assert isinstance(value, type_)

    drawn()


@pytest.mark.parametrize("type_", [tc.Answer, tc.Act, tc.Dates], ids=lambda each: each.__name__)
def test_the_simplest_of_a_type_is_small(type_: type) -> None:
    shrinking = settings(database=None, deadline=None, phases=[Phase.generate, Phase.shrink], max_examples=20)
    assert len(str(find(st.from_type(type_), lambda _: True, settings=shrinking, random=Random(1)))) < 1500


@FEW
@given(st.from_type(tc.Timeline[tc.Truth]))
def test_a_timeline_is_of_the_type_that_it_names(line: tc.Timeline[tc.Truth]) -> None:
    assert all(isinstance(value, tc.Truth) for value in line.values)


@FEW
@given(st.tuples(*map(st.from_type, (tc.Moment, tc.Zone, tc.Period, tc.Interval))))
def test_what_a_failing_test_prints_is_code(values: tuple[Any, ...]) -> None:
    names = {name: getattr(tc, name) for name in tc.__all__}
    for value in values:
        for code in (repr(value), pretty(value)):
            assert eval(code, {**names, "Days": Days, "datetime": datetime}) == value
