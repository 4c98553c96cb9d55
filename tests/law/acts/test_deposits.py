"""Of several times at which an act was received: the first and the last."""

from __future__ import annotations

import treatyclock as tc
from treatyclock.law.acts.deposits import first_of, last_of


def test_the_first_and_the_last_of_several_days() -> None:
    days = [tc.moment("2000-02-01"), tc.moment("2000-01-05"), tc.moment("2000-03-01")]
    assert (str(first_of(days).days), str(last_of(days).days)) == ("2000-01-05", "2000-03-01")


def test_of_vague_days_it_lies_between_their_bounds() -> None:
    days = [tc.moment("2000-02"), tc.moment("2000-02-10")]
    assert str(first_of(days).days) == "[2000-02-01..2000-02-10]"
    assert str(last_of(days).days) == "[2000-02-10..2000-02-29]"


def test_hours_of_one_day_compare_as_instants() -> None:
    one, other = tc.moment("2000-02-01T12:00+00:00"), tc.moment("2000-02-01T13:00+03:00")
    assert (first_of([one, other]), last_of([one, other])) == (other, one)
    day = tc.moment("2000-02-01")
    assert first_of([one, day]).wall is None
