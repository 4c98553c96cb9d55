"""Dates as values."""

from __future__ import annotations

import pickle
from dataclasses import fields

from small_treaties import SIGNED, clause, two
from treatyclock.answers.dates import Dates

TREATY = two(SIGNED, clause("term", lasts="P5Y", from_="signature"))


def test_the_dates_by_name_are_its_fields() -> None:
    found = TREATY.dates()
    assert list(found.by_name()) == [each.name for each in fields(Dates) if each.name != "supposed"]
    assert found.by_name()["ends"] is found.ends


def test_the_values_without_what_they_turn_on() -> None:
    assert TREATY.expiry().values == (("1935-01-15",), ("1935-01-14",))
    assert two(SIGNED).expiry().values == ((),)
    assert repr(TREATY.expiry()) == "<DateAnswer last day in force: 1935-01-15 or 1935-01-14>"
    assert repr(two(SIGNED).expiry()) == "<DateAnswer last day in force: none>"


def test_it_compares_by_value_and_travels_with_its_argument() -> None:
    one = TREATY.expiry()
    again = pickle.loads(pickle.dumps(one))
    assert again == one
    assert again.explain() == one.explain()
    assert one != two(SIGNED).expiry()
    assert len({one, again}) == 1
