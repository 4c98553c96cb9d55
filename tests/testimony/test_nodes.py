"""The periods of clocks that showed a reading, or a date."""

from __future__ import annotations

from datetime import date

from treatyclock.instants import DAY, HOUR
from treatyclock.testimony.nodes import ClockNode, ClockPeriods
from treatyclock.testimony.offset_periods import OffsetPeriod

BEFORE = ClockNode("a", OffsetPeriod(start=None, end=10 * DAY, offset=0))
LATER = ClockNode("a", OffsetPeriod(start=10 * DAY, end=None, offset=HOUR))
OTHER = ClockNode("b", OffsetPeriod(start=None, end=None, offset=0))
CLOCKS = ClockPeriods(nodes={"a": (BEFORE, LATER), "b": (OTHER,)})


def test_a_reading_chooses_the_period() -> None:
    assert CLOCKS.showing(["a"], 10 * DAY - 1, 10 * DAY - 1) == (BEFORE,)
    assert CLOCKS.showing(["b", "a"], 11 * DAY, 11 * DAY) == (OTHER, LATER)
    assert CLOCKS.showing(["a"], 9 * DAY, 11 * DAY) == (BEFORE, LATER)


def test_a_reading_that_a_change_skipped_chooses_none() -> None:
    assert CLOCKS.showing(["a"], 10 * DAY, 10 * DAY + HOUR - 1) == ()


def test_a_date_chooses_the_period_and_no_date_chooses_all() -> None:
    assert CLOCKS.on("a", date(1970, 1, 3)) == (BEFORE,)
    assert CLOCKS.on("a", date(1970, 1, 12)) == (LATER,)
    assert CLOCKS.on("a", None) == CLOCKS.all(["a"]) == (BEFORE, LATER)
