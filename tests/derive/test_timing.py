"""The days beside a day, up to both ends of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from treatyclock.derive.timing import eve, later
from treatyclock.errors import OutOfRangeError


def test_the_days_beside_a_day() -> None:
    assert later(date(1936, 2, 28)) == date(1936, 2, 29)
    assert later(date(1936, 2, 28), 3) == date(1936, 3, 2)
    assert later(date(1936, 2, 28), 0) == date(1936, 2, 28)
    assert eve(date(1937, 3, 1)) == date(1937, 2, 28)


def test_the_calendar_ends() -> None:
    with pytest.raises(OutOfRangeError, match="the day after 9999-12-31"):
        later(date.max)
    with pytest.raises(OutOfRangeError, match="5 days after 9999-12-30"):
        later(date(9999, 12, 30), 5)
    with pytest.raises(OutOfRangeError, match="the day before 0001-01-01"):
        eve(date.min)
