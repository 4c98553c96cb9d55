"""Engine and oracles on treaties drawn by dice, as in the long run: a few hundred of them, the same each time."""

from __future__ import annotations

import pytest

from compared import Tally, compare

SEED = "ordinary"
EACH = {"two": 30, "many": 60, "parts": 40, "beside": 20}
LEAST = {"two": 15, "many": 30, "parts": 1, "beside": 5}
"""Of how many of these the oracle has an answer at least: of parts it refuses most."""


@pytest.mark.parametrize("kind", ["two", "many", "parts", "beside"])
@pytest.mark.parametrize("part", range(3))
def test_the_library_and_the_oracles_agree(kind: str, part: int) -> None:
    tally = Tally()
    compare(kind, SEED, range(part * EACH[kind], (part + 1) * EACH[kind]), tally)
    assert not tally.differences, tally.differences[0]
    assert tally.counts["compared"] > LEAST[kind]
