"""Days in registers: placeholders only by an explicit table, days of one cell and of three."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pandas
import pytest

from treatyclock.errors import UnknownChoiceError, WrongTypeError
from treatyclock.formats.registers.days import DayCells, PlaceholderMeaning, UnreadableDayError, cell_text


@pytest.mark.parametrize("text", ["9999-12-31", "0001-01-01", "0002-11-30", "2099-12-31", "-9", "0"])
def test_a_well_known_placeholder_is_refused_until_a_table_says_what_it_stands_for(text: str) -> None:
    with pytest.raises(UnreadableDayError, match="looks like a placeholder"):
        DayCells().day(text)
    assert DayCells.of({text: "open"}, "year-month-day").day(text) is None
    assert DayCells.of({text: PlaceholderMeaning.UNKNOWN}, "year-month-day").day(text) == "not known"


def test_a_placeholder_may_be_meant() -> None:
    assert DayCells.of({"2099-12-31": "a day"}, "year-month-day").day("2099-12-31") == "2099-12-31"


@pytest.mark.parametrize(
    ("written", "text", "day"),
    [
        ("year-month-day", "1990-02-01", "1990-02-01"),
        ("year-month-day", "1990-02", "1990-02"),
        ("year-month-day", "1985-03-02?", "1985-03-02?"),
        ("day/month/year", "01/02/1990", "1990-02-01"),
        ("month/day/year", "01/02/1990", "1990-01-02"),
        ("day/month/year", "1990-02-01", "1990-02-01"),
    ],
)
def test_a_day_of_one_cell(written: str, text: str, day: str) -> None:
    assert DayCells.of({}, written).day(text) == day


@pytest.mark.parametrize(("written", "text"), [("day/month/year", "31/02/1990"), ("year-month-day", "01/02/1990")])
def test_no_day_is_refused(written: str, text: str) -> None:
    with pytest.raises(UnreadableDayError) as raised:
        DayCells.of({}, written).day(text)
    assert raised.value.value == text


@pytest.mark.parametrize(
    ("cells", "day"),
    [
        ((1902, 5, 7), "1902-05-07"),
        (("1902", "5.0", ""), "1902-05"),
        ((1902, 5, -9), "1902-05"),
        ((1902, -9, -9), "1902"),
        ((-9, -9, -9), "not known"),
        ((0, 0, 0), None),
        ((None, float("nan"), ""), None),
    ],
)
def test_a_day_of_three_cells(cells: tuple[object, object, object], day: str | None) -> None:
    assert DayCells.of({-9: "not known", 0: "open"}, "year-month-day").parts(*cells) == day


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ((1902, 2, 30), "February 1902"),
        ((1902, "", 3), "a day without a month"),
        ((1902, -9, 1), "looks like a placeholder"),
        (("x", 1, 1), "no number"),
        ((9999, 12, 31), "looks like a placeholder"),
    ],
)
def test_three_cells_that_are_no_day(cells: tuple[object, object, object], problem: str) -> None:
    with pytest.raises(UnreadableDayError, match=problem):
        DayCells().parts(*cells)


def test_cells_of_spreadsheets() -> None:
    assert cell_text(datetime(1990, 1, 1)) == cell_text(date(1990, 1, 1)) == "1990-01-01"
    assert cell_text("NaT") == cell_text(None) == ""


def test_what_a_placeholder_stands_for_is_one_of_three() -> None:
    with pytest.raises(UnknownChoiceError, match="opn"):
        DayCells.of({"-9": "opn"}, "year-month-day")
    with pytest.raises(UnknownChoiceError, match="written"):
        DayCells.of({}, "DD.MM.YYYY")


def test_placeholders_are_a_table() -> None:
    unsaid: Any = ["9999-12-31"]
    with pytest.raises(WrongTypeError, match="placeholders"):
        DayCells.of(unsaid, "year-month-day")


def test_a_time_that_is_missing_says_nothing() -> None:
    assert [cell_text(each) for each in (pandas.NaT, pandas.NA, pandas.Timestamp("1990-01-01"))] == [
        "",
        "",
        "1990-01-01",
    ]
