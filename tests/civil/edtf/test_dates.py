"""Dates of EDTF."""

from __future__ import annotations

import pytest

from treatyclock.civil.edtf import (
    Date,
    Season,
    parse_edtf,
)
from treatyclock.errors import OutOfRangeError


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Y170000002", (170000002, 1, 1), (170000002, 12, 31)),
        ("Y-170000002", (-170000002, 1, 1), (-170000002, 12, 31)),
        ("?Y17000~", (17000, 1, 1), (17000, 12, 31)),
        ("-1985", (-1985, 1, 1), (-1985, 12, 31)),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 15)),
        ("-0004-02-29", (-4, 2, 29), (-4, 2, 29)),
        ("-001X", (-19, 1, 1), (-10, 12, 31)),
        ("-000X-02-29", (-8, 2, 29), (-4, 2, 29)),
        ("0000-02-29", (0, 2, 29), (0, 2, 29)),
        ("9999-24", (9999, 12, 1), (10000, 2, 29)),
    ],
)
def test_years_that_no_date_can_hold_are_symbols(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    value = parse_edtf(text)
    assert isinstance(value, Date | Season)
    assert (value.first_day(), value.last_day()) == (first, last)
    for longer in (text, f"[{text},1945]", f"{{{text}..{text}}}", f"{text}/{text}"):
        whole = parse_edtf(longer)
        assert str(whole) == longer
        with pytest.raises(OutOfRangeError, match="lies outside the years 1 to 9999") as caught:
            whole.ranges()
        assert not 1 <= int(caught.value.sentence.split("`")[1]) <= 9999


def test_a_time_of_day_is_kept_as_text() -> None:
    stamp = parse_edtf("1985-04-12T23:20:30+04:30")
    assert isinstance(stamp, Date)
    assert stamp.time == "23:20:30+04:30"
    assert stamp != parse_edtf("1985-04-12")
