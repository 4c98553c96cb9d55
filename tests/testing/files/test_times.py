from __future__ import annotations

from datetime import date

from treatyclock.civil.moments.read import moment
from treatyclock.civil.periods import Period
from treatyclock.testing.files.times import Times
from treatyclock.testing.specifications.choices import Dice


def test_days_and_hours_can_be_read_and_periods_are_kept() -> None:
    times = Times(Dice("times"))
    for _ in range(200):
        assert moment(times.day_text()).days.last >= date(1900, 1, 1)
        assert moment(times.moment_text())
        assert Period.of(times.some_period())
    assert times.periods and times.days


def test_days_come_near_those_that_matter_and_not_before_a_floor() -> None:
    times = Times(Dice("near"), [date(1941, 4, 25)], [Period.of("P5Y")])
    drawn = [times.day(not_before=date(1941, 1, 1)) for _ in range(200)]
    assert min(drawn) >= date(1941, 1, 1)
    assert {date(1941, 4, 25), date(1941, 4, 26), date(1946, 4, 25)} <= set(drawn)
