"""Rows of a register: columns that must be there, and flaws by row and column."""

from __future__ import annotations

from typing import Any

import pytest

from treatyclock.errors import TreatyFileError, WrongTypeError
from treatyclock.formats.registers.days import DayCells
from treatyclock.formats.registers.sheets import RegisterSheet, columns_of


def test_every_column_that_is_not_there_is_told_at_once() -> None:
    with pytest.raises(TreatyFileError) as raised:
        RegisterSheet.of([{"year": 1}], DayCells(), ["yaer", ("year", "month", "day")])
    assert [fault.key for fault in raised.value.faults] == ["yaer", "month", "day"]
    assert "did you mean `year`?" in str(raised.value)


def test_flaws_name_the_row_counted_from_one_and_the_columns() -> None:
    sheet = RegisterSheet.of([{"a": "1990-01-01"}, {"a": "1990-13-01"}], DayCells(), ["a"])
    assert [sheet.day(number, "a") for number in (0, 1)] == ["1990-01-01", None]
    with pytest.raises(TreatyFileError) as raised:
        sheet.done()
    assert [(fault.line, fault.key, fault.value) for fault in raised.value.faults] == [(2, "a", "1990-13-01")]


@pytest.mark.parametrize("rows", ["rows", {"a": 1}, 5, [["a"]]])
def test_what_is_no_rows(rows: Any) -> None:
    with pytest.raises(WrongTypeError):
        RegisterSheet.of(rows, DayCells(), [])


def test_a_day_stands_in_one_column_or_in_three() -> None:
    assert columns_of(["y", "m", "d"]) == ("y", "m", "d")
    with pytest.raises(WrongTypeError):
        columns_of(("y", "m"))
