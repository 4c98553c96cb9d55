from __future__ import annotations

import pytest

import treatyclock as tc
from treatyclock.book.tidy import _between, deadlines, entries, periods, timeline
from treatyclock.law.subjects import GENERALLY

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_an_entry_is_told_under_each_answer() -> None:
    rows = [row.to_dict() for row in entries(PACT.under()) if row.party == "JPN"]
    assert [(row["first_day"], row["last_day"], row["under"]) for row in rows] == [
        ("1941-04-25", "1946-04-25", "first_day = not counted"),
        ("1941-04-25", "1946-04-24", "first_day = counted"),
    ]


def test_a_period_is_a_stage_of_the_chronology() -> None:
    view = PACT.under()
    rows = list(periods(view, GENERALLY, view.chronology()))
    assert [(row.first_day, row.in_force) for row in rows][-3:] == [
        ("1941-04-25", "yes"), ("1946-04-25", "unknown"), ("1946-04-26", "no"),
    ]  # fmt: skip
    assert {row.party for row in rows} == {""}
    assert rows[-2].status == "former party or party"


def test_deadlines_lie_between_the_two_days() -> None:
    rows = list(deadlines(PACT.under(), "1946-04-25", "1946-04-25"))
    assert {(row.day, row.what) for row in rows} >= {("1946-04-25", "the last day in force")}
    assert {row.day for row in rows} == {"1946-04-25"}


@pytest.mark.parametrize(
    ("day", "lies"),
    [
        ("2000-05-05", True), ("1999-12-31", False), ("1999-01-01/2000-01-01", True), ("2001-01-01/2002-01-01", False),
        ("[1999-12-31..2000-01-02]", True), ("[1990-01-01..]", True), ("..", True), ("1990-01-01/1999-12-31", False),
    ],
)  # fmt: skip
def test_a_day_or_a_range_lies_between(day: str, lies: bool) -> None:
    assert _between(day, "2000-01-01", "2000-12-31") is lies


def test_a_timeline_has_a_row_for_each_change_and_none_where_nothing_changes() -> None:
    line = PACT.timeline(between=("SUN", "JPN"))
    rows = list(timeline([("a", line), ("b", line)]))
    assert [(row.in_force, row.unknown) for row in rows] == [
        ((), ()), ((), ("a", "b")), (("a", "b"), ()), ((), ("a", "b")), ((), ()),
    ]  # fmt: skip
    assert rows[0].start is None
    assert rows[-1].end is None
    assert [one.end for one in rows[:-1]] == [other.start for other in rows[1:]]
