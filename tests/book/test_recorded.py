"""Recorded days over several treaties: a day that follows from no consent."""

from __future__ import annotations

import pytest

import treatyclock as tc
from beside_treaties import THREE, treaty
from treatyclock.book.recorded import UNDER_OTHERS

DAY = "2000-07-07"


def joined(id: str, on: str, recorded: str = DAY) -> tc.Treaty:
    act = {"kind": "accession", "by": "CCC", "on": on, "recorded": recorded, "ref": "r"}
    return treaty(id, "1990-01-01", "1991-01-01", parties=THREE, acts=(act,))


@pytest.mark.parametrize(
    ("others", "cause"),
    [
        ([("b", "2001-01-01"), ("c", "2002-01-01")], UNDER_OTHERS),
        ([("b", "2001-01-01")], ""),
        ([("b", "1999-01-01"), ("c", "1999-06-01")], ""),  # a long delay might give one day for both
    ],
    ids=["two, after the day", "one", "before the day"],
)
def test_a_day_recorded_under_others_whatever_the_consent_is_told(others: list[tuple[str, str]], cause: str) -> None:
    book = tc.Book.of([joined("a", "2003-05-05"), *(joined(id, on) for id, on in others)])
    found = {row.treaty: row for row in book.recorded_differences()}
    assert (found["a"].party, found["a"].recorded, found["a"].of) == ("CCC", DAY, "entry into force")
    assert found["a"].cause in (
        cause,
        tc.Book.of([joined("a", "2003-05-05")])["a"].recorded_differences().rows[0].cause,
    )
    if not found["a"].cause or found["a"].cause == UNDER_OTHERS:
        assert found["a"].cause == cause


def test_where_all_agree_there_is_no_row() -> None:
    assert not list(tc.Book.of([joined("a", "2003-05-05", "2003-05-05")]).recorded_differences())
