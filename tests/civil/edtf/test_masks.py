"""Masks: the days that fit them."""

from __future__ import annotations

from datetime import date

from treatyclock.civil.edtf import (
    Edtf,
    parse_edtf,
)


def days(value: Edtf) -> list[str]:
    """Write ranges so that they can be read: one day as itself, no bound as nothing."""
    return [str(a) if a and a == b else f"{a or ''}..{b or ''}" for a, b in value.ranges()]


def test_the_leap_days_of_a_century() -> None:
    assert days(parse_edtf("19XX-02-29")) == [f"{year}-02-29" for year in range(1904, 2000, 4)]
    assert len(parse_edtf("20XX-02-29").ranges()) == 25


def test_one_day_in_every_year_there_is() -> None:
    christmas = parse_edtf("XXXX-12-25").ranges()
    assert len(christmas) == 9999
    assert christmas[0] == (date(1, 12, 25), date(1, 12, 25))
