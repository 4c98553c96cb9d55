"""Ways to end are tried in an order that is the same everywhere."""

from __future__ import annotations

import pytest

from treatyclock.declarations import declared
from treatyclock.derive.ends.rule import EndForAll, EndForOne


@pytest.mark.parametrize("kind", [EndForAll, EndForOne])
def test_no_two_ways_have_one_place_in_the_order(kind: type[EndForAll] | type[EndForOne]) -> None:
    places = [each.order for each in declared("treatyclock.derive.ends", kind)]
    assert places
    assert len(set(places)) == len(places)
