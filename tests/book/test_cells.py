"""What the cells of a treaty say of it as a whole."""

from __future__ import annotations

from typing import Any

import pytest

from treatyclock.book.cells import TreatyCells, label_of
from treatyclock.book.fault import BookFault


def cells(*values: Any) -> TreatyCells:
    rows = [(number, {"from": value}) for number, value in enumerate(values, start=4)]
    return TreatyCells(label="A", rows=rows, columns={"treaty_entry": "from"}, missing=frozenset({"-"}), faults=[])


def test_what_all_rows_say_or_one_of_them() -> None:
    found = cells(None, "1900-01-01", "-", "1900-01-01")
    assert (found.day("treaty_entry"), found.one("title"), found.faults) == ("1900-01-01", None, [])
    assert list(found.all("treaty_entry")) == ["1900-01-01"] * 2


def test_rows_that_contradict_each_other_and_placeholders_are_noted_with_their_rows() -> None:
    found = cells("1900-01-01", "1901-01-01")
    assert found.one("treaty_entry") == "1900-01-01"
    assert [(each.row, each.value) for each in found.faults] == [(6, "1901-01-01")]
    assert found.faults[0].hint.endswith("a column with a day for each party is its `entry`")
    found = cells(None, "9999-12-31")
    assert found.day("treaty_entry") is None
    assert found.faults == [
        BookFault(
            treaty="A", row=6, column="from", value="9999-12-31", problem="looks like a placeholder",
            hint="where it stands for no day: missing=['9999-12-31']",
        )
    ]  # fmt: skip


@pytest.mark.parametrize("nothing", [None, "", "  ", "-", float("nan")])
def test_what_says_nothing_has_no_label(nothing: Any) -> None:
    assert label_of(nothing, frozenset({"-"})) is None
