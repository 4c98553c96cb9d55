"""Calendars by name: days that are known in two of them, and parts that are not a date."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from known_days import FACTS
from treatyclock.civil.calendars import convertdate
from treatyclock.civil.calendars.names import calendar, calendar_names
from treatyclock.errors import (
    CivilTimeError,
    TimeFormatError,
)


@pytest.mark.parametrize(("name", "printed", "gregorian"), FACTS)
def test_known_days_there_and_back(name: str, printed: tuple[int, int, int], gregorian: str) -> None:
    found = calendar(name)
    assert found.to_gregorian(*printed).isoformat() == gregorian
    back = found.from_gregorian(date.fromisoformat(gregorian))
    assert (back.year, back.month, back.day) == printed
    assert back.calendar == found.name


@pytest.mark.parametrize("name", calendar_names())
@pytest.mark.parametrize(
    "parts",
    [
        *((0, 1, 1), (-5, 2, 3), (1941, 0, 1), (1941, 14, 1), (1941, 4, 0), (1941, 4, 40)),
        *((10**6, 1, 1), (1, 1, 10**5000), ("1941", 4, 13), (1941.0, 4, 13), (True, 4, 13), (None, None, None)),
    ],
)
def test_parts_that_are_no_date(name: str, parts: tuple[object, ...]) -> None:
    if name in convertdate.convertdate_calendars():
        pytest.importorskip("convertdate", reason="the extra [calendars] is not installed")
    with pytest.raises(CivilTimeError):
        calendar(name).to_gregorian(*parts)  # type: ignore[arg-type]


@pytest.mark.parametrize("day", [datetime(1941, 4, 13), "1941-04-13", None, 5])
def test_days_are_dates(day: object) -> None:
    for name in ("julian", "russia", "showa", "hebrew"):
        with pytest.raises(TimeFormatError, match="is not a day"):
            calendar(name).from_gregorian(day)  # type: ignore[arg-type]


def test_names_are_found_however_they_are_written() -> None:
    for name in ("Soviet Union", "soviet-union", "SOVIET_UNION", "the Soviet Union", " ussr "):
        assert calendar(name).name == "russia"
    assert calendar("Shōwa") is calendar("昭和") is calendar("showa")
    assert calendar(calendar("julian")) is calendar("Old Style")
