"""A step by each rule for the day that a month lacks."""

from __future__ import annotations

from small_treaties import day
from treatyclock.civil.periods import MonthEnd, Period, corresponding_day
from treatyclock.derive.counting.month_ends import by_month_end


def test_both_ends_of_a_vague_day_are_led_to_theirs_by_each_rule() -> None:
    month = Period.of("P1M")
    found = by_month_end(
        day("1941-01-20", "1941-01-31"), lambda day, month_end: corresponding_day(day, month, month_end)
    )
    assert found == {
        MonthEnd.CLAMP: day("1941-02-20", "1941-02-28"),
        MonthEnd.ROLL: day("1941-02-20", "1941-03-01"),
    }
