"""What is due: certain days solid, days that a convention moves hatched, windows as wide as they are."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import treatyclock as tc
from treatyclock.answers.dates import Outcomes
from treatyclock.derive.reasoning.worlds import Outcome
from treatyclock.show.pictures.deadlines import DayBand, picture_of_deadlines
from treatyclock.show.pictures.picture import Bar, Fill, Picture

LIFE = tc.load("soviet-japanese-neutrality-pact").chronology()


def outcomes(*values: tuple[str, ...]) -> Outcomes:
    under = [()] if len(values) == 1 else [(("first_day", f"answer {n}"),) for n, _ in enumerate(values)]
    return tuple(Outcome(value=value, under=answers) for value, answers in zip(values, under, strict=True))


def drawn(*values: tuple[str, ...], windows: bool = False) -> tuple[Picture, list[Bar]]:
    band = DayBand(name="days", outcomes=outcomes(*values), windows=windows)
    picture = picture_of_deadlines("t", LIFE, [band], date(1940, 1, 1), date(1950, 12, 31))
    return picture, [bar for each in picture.bands[1:] for bar in each.bars]


def test_a_day_that_every_convention_has_is_solid() -> None:
    _, [bar] = drawn(("1945-04-24",), ("1945-04-24",))
    assert (bar.start, bar.end, bar.fill) == (datetime(1945, 4, 24), datetime(1945, 4, 25), Fill.KNOWN)
    assert bar.begins == "1945-04-24"


def test_days_that_a_convention_moves_are_hatched_and_named_together() -> None:
    picture, bars = drawn(("1945-04-24", "1949-01-01"), ("1945-04-25", "1949-06-01"))
    assert [(bar.begins, bar.fill) for bar in bars] == [
        ("1945-04-24 or 1945-04-25", Fill.ONE_OF),
        ("1949-01-01", Fill.ONE_OF),
        ("1949-06-01", Fill.ONE_OF),
    ]
    assert bars[0].told == "1945-04-24 first_day = answer 0; 1945-04-25 first_day = answer 1"
    assert picture.notes == ("By first_day, which the text leaves open: days.",)


def test_a_fact_that_is_not_known_is_no_matter_of_the_text() -> None:
    moved: Outcomes = tuple(
        Outcome(value=(day,), under=((key, answer),))
        for day, key, answer in (
            ("1945-04-24", "in force when it was given", "yes"), ("1945-04-25", "counts_from of joining", "dated"),
        )
    )  # fmt: skip
    picture = picture_of_deadlines(
        "t", LIFE, [DayBand(name="days", outcomes=moved)], date(1940, 1, 1), date(1950, 12, 31)
    )
    assert picture.notes == (
        "By a fact that is not known (in force when it was given): days.",
        "By counts_from of joining, which the text leaves open: days.",
    )


@pytest.mark.parametrize(
    ("value", "label", "start", "end"),
    [
        ("[1945-01-01..1945-03-31]", "1945-01-01 to 1945-03-31", datetime(1945, 1, 1), datetime(1945, 4, 1)),
        ("[1945-01-01..]", "1945-01-01 or later", datetime(1945, 1, 1), None),
        ("[..1945-01-01]", "1945-01-01 or earlier", None, datetime(1945, 1, 2)),
        ("[..]", "not known", None, None),
    ],
)
def test_a_day_that_lies_between_two_is_hatched_over_both(
    value: str, label: str, start: datetime | None, end: datetime | None
) -> None:
    _, [bar] = drawn((value,))
    assert (bar.begins, bar.start, bar.end, bar.fill) == (label, start, end, Fill.ONE_OF)


def test_a_window_is_as_wide_as_it_is_surely_open_and_hatched_where_it_may_be() -> None:
    _, [bar] = drawn(("1945-05-30/1946-05-30",), windows=True)
    assert (bar.start, bar.end, bar.fill) == (datetime(1945, 5, 30), datetime(1946, 5, 31), Fill.KNOWN)
    assert bar.begins == "1945-05-30 to 1946-05-30"
    _, bars = drawn(("[1945-05-01..1945-05-30]/1946-05-30",), windows=True)
    assert [(bar.start, bar.fill) for bar in bars] == [
        (datetime(1945, 5, 1), Fill.ONE_OF),
        (datetime(1945, 5, 30), Fill.KNOWN),
    ]
    _, bars = drawn(("1945-05-30/1946-05-30",), (), windows=True)
    assert [bar.fill for bar in bars] == [Fill.ONE_OF]
    _, [bar] = drawn(("1945-05-30/..",), windows=True)
    assert bar.end is None or bar.end > datetime(1950, 12, 31)


def test_what_lies_outside_is_left_out_and_an_edge_beyond_has_no_label() -> None:
    picture, bars = drawn(("1939-12-31",), windows=False)
    assert bars == [] and [band.name for band in picture.bands] == ["status"]
    picture = picture_of_deadlines("t", LIFE, [], date(1945, 1, 1), date(1945, 12, 31))
    [status] = picture.bands[0].bars
    assert (status.start, status.end, status.begins, status.ends) == (None, None, "", "")


def test_where_nothing_is_due_a_note_says_so() -> None:
    picture = picture_of_deadlines("t", LIFE, [], date(1990, 1, 1), date(1995, 12, 31))
    assert picture.notes == ("Nothing is due in this time.",)
