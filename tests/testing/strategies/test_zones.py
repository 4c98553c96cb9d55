"""Zones: those that changed often before 1970, and what their repr makes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import treatyclock as tc
from treatyclock.testing.strategies import zones
from treatyclock.testing.strategies.zones import changes_of

FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(zones(pre_1970=True))
def test_a_zone_of_before_1970_changed_often(zone: tc.Zone) -> None:
    assert len(changes_of(zone, date(1800, 1, 1), date(1970, 1, 1))) >= 5


@FEW
@given(zones() | zones(historic=True) | st.floats(-180, 180).map(tc.lmt))
def test_the_repr_of_a_zone_makes_it_again(zone: tc.Zone) -> None:
    assert eval(repr(zone), {"zone": tc.zone}) == zone


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"historic": "yes"}, "historic='yes'"),
    ],
)
def test_what_cannot_be_is_refused_by_name_and_value(asked: dict[str, Any], named: str) -> None:
    with pytest.raises(InvalidArgument, match=named):
        zones(**asked)
