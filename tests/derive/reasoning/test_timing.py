"""The days beside a day, up to both ends of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.days import EARLIEST, Days
from treatyclock.derive.reasoning.timing import Span, eve, later
from treatyclock.errors import OutOfRangeError
from treatyclock.truth import Truth


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


def test_a_side_without_a_bound_stays_open() -> None:
    clock = zone("+00:00")
    never, known = Days.between(date(1950, 1, 1)), Days.on(date(8500, 1, 1))
    of_never = Span(clock.start_of_day(never.first), clock.end_of_day(never.last))
    of_known = Span(clock.start_of_day(known.first), clock.end_of_day(known.last))
    year_9000 = clock.start_of_day(date(9000, 1, 1))
    assert not of_never.bounded_after and of_never.may_have_come(year_9000) and not of_never.has_come(year_9000)
    assert of_known.bounded_after and of_known.has_come(year_9000)
    any_day = Span(clock.start_of_day(EARLIEST), clock.start_of_day(date(1950, 1, 1)))
    year_900 = clock.start_of_day(date(900, 1, 1))
    assert not any_day.bounded_before and any_day.may_have_come(year_900)
    assert Span(year_900, year_900).bounded_before


def test_what_comes_before_what_is_open_where_they_overlap() -> None:
    assert Span(1, 2).before(Span(3, 4)) is Truth.YES
    assert Span(4, 5).before(Span(3, 4)) is Truth.NO  # at the same instant is not before
    assert Span(2, 3).before(Span(3, 4)) is Truth.UNKNOWN


def test_the_later_of_two() -> None:
    assert Span(1, 6).or_later(Span(3, 4)) == Span(3, 6)
