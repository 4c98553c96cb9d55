"""A delay applied to a day: from the day or from the first of its month, and the day on which it lands."""

from __future__ import annotations

import pytest

from small_treaties import SIGNED, day, evaluation, two
from treatyclock.civil.periods import Period
from treatyclock.derive.delays import delayed
from treatyclock.derive.reasons import Key
from treatyclock.law.clauses.delays import AT_ONCE, CountedFrom, Delay, Lands


@pytest.mark.parametrize(
    ("on", "delay", "reached"),
    [
        ("1936-01-15", AT_ONCE, "1936-01-15"),
        ("1936-01-15", Delay(period=Period.of("P30D")), "1936-02-14"),
        ("1936-01-15", Delay(period=Period.of("P1M"), lands=Lands.DAY_AFTER), "1936-02-16"),
        ("1936-01-15", Delay(lands=Lands.DAY_AFTER), "1936-01-16"),
        ("1936-01-15", Delay(lands=Lands.NEXT_MONTH), "1936-02-01"),
        ("1936-01-31", Delay(lands=Lands.NEXT_MONTH), "1936-02-01"),
        ("1936-02-01", Delay(lands=Lands.NEXT_MONTH), "1936-03-01"),
        ("1936-12-31", Delay(lands=Lands.NEXT_MONTH), "1937-01-01"),
        ("1936-01-31", Delay(period=Period.of("P6M"), counted_from=CountedFrom.MONTH), "1936-07-01"),
    ],
)
def test_the_day_that_is_reached(on: str, delay: Delay, reached: str) -> None:
    assert delayed(evaluation(two(SIGNED)), day(on), delay) == (day(reached), ())


def test_a_month_that_lacks_the_day_is_a_convention_used() -> None:
    for answer, reached in (("clamp", "1936-02-29"), ("roll", "1936-03-01")):
        found = evaluation(two(SIGNED), month_end=answer)
        month = (Key("convention", "month_end"),)
        assert delayed(found, day("1936-01-31"), Delay(period=Period.of("P1M"))) == (day(reached), month)


def test_a_vague_day_stays_vague() -> None:
    found = delayed(evaluation(two(SIGNED)), day("1936-01-20", "1936-02-05"), Delay(lands=Lands.NEXT_MONTH))
    assert found == (day("1936-02-01", "1936-03-01"), ())
