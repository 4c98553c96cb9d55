"""Plain treaties between two, moved from day to day, held against the ordinary way."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from treatyclock.book.lines import line_of
from treatyclock.book.plain import PlainLives, plain
from treatyclock.law.subjects import Subject

DAYS = st.dates(date(1700, 1, 1), date(2100, 1, 1))
COLUMNS = {"treaty": "id", "party": ["a", "b"], "treaty_entry": "from", "treaty_end": "to"}


def made(entry: date, end: date | None, **more: Any) -> tc.Treaty:
    row = {"id": "t", "a": "AAA", "b": "BBB", "from": entry.isoformat(), "to": end and end.isoformat()}
    book = tc.Book.from_table([row], COLUMNS, **more)
    assert not book.faults
    return book["t"]


def ordinary(treaty: tc.Treaty, by: str) -> Any:
    view = treaty.under()
    life = view.lives.of(view.reading, None, dated=by == "day")
    return line_of(life, Subject(("AAA", "BBB")), by).outline(reasons=True)


@st.composite
def treaties(draw: st.DrawFn) -> tc.Treaty:
    entry, end = draw(DAYS), draw(st.none() | DAYS)
    return made(
        entry, end,
        unknown_after=draw(st.none() | DAYS.map(str)),
        effect_day=draw(st.sampled_from([None, "first out", "last in force"])),
    )  # fmt: skip


@pytest.mark.parametrize("by", ["instant", "day"])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(found=st.lists(treaties(), min_size=4, max_size=10))
def test_they_are_as_the_ordinary_way_has_them(by: str, found: list[tc.Treaty]) -> None:
    lives = PlainLives(by)
    for treaty in found:
        own = ordinary(treaty, by)
        assert lives.outline(treaty.record, partial(ordinary, treaty, by)) == own


def test_after_two_of_a_kind_the_third_is_moved() -> None:
    asked = []
    lives = PlainLives("instant")
    for number in range(5):
        treaty = made(date(1900, 1, 1) + timedelta(days=500 * number), date(1950, 6, 1))

        def ordinarily(treaty: tc.Treaty = treaty) -> Any:
            asked.append(treaty)
            return ordinary(treaty, "instant")

        assert lives.outline(treaty.record, ordinarily) == ordinary(treaty, "instant")
    assert len(asked) == 2


@pytest.mark.parametrize(
    "more",
    [
        {
            "clauses": {
                "*": {"act": [{"kind": "outbreak of war", "by": ["AAA", "BBB"], "on": "1920-01-01", "ref": "r"}]}
            }
        },
        {"clauses": {"*": {"parties": {"AAA": {"name": "A", "clock": "Asia/Tokyo"}}}}},
        {"clauses": {"*": {"term": {"lasts": "P5Y", "from": "entry into force", "ref": "r"}}}},
        {"clauses": {"*": {"counting": {"midnight": "+00:00", "ref": "r"}}}},
        {"clauses": {"*": {"depositary": {"profile": "united-nations"}}}},
    ],
    ids=["an act", "a clock", "a term", "a midnight", "a depositary"],
)
def test_whatever_else_a_record_says_keeps_it_out(more: dict[str, Any]) -> None:
    assert plain(made(date(1900, 1, 1), date(1950, 1, 1)).record) is not None
    assert plain(made(date(1900, 1, 1), date(1950, 1, 1), **more).record) is None


def test_so_do_days_that_lie_close_together_and_days_that_are_not_known() -> None:
    assert plain(made(date(1900, 1, 1), date(1900, 1, 20)).record) is None
    vague = tc.Book.from_table([{"id": "t", "a": "AAA", "b": "BBB", "from": "1900", "to": None}], COLUMNS)
    assert plain(vague["t"].record) is None
