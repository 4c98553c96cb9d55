"""The length of months, in any year."""

from __future__ import annotations

from calendar import monthrange

import pytest

from treatyclock.civil._months import month_length


@pytest.mark.parametrize("year", [1, 4, 1700, 1900, 1936, 1937, 2000, 2024, 9999])
def test_as_the_standard_library_has_them(year: int) -> None:
    assert [month_length(year, month) for month in range(1, 13)] == [
        monthrange(year, month)[1] for month in range(1, 13)
    ]


def test_before_the_year_1_every_fourth_year_from_0_is_a_leap_year() -> None:
    assert [month_length(year, 2) for year in (0, -1, -4, -100, -400)] == [29, 28, 29, 28, 29]
