"""Hours and dates as claims write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from treatyclock.errors import TimeFormatError
from treatyclock.testimony.claims.dates import read_date, read_day, read_hour


def test_what_is_read() -> None:
    assert read_hour("1945-08-09T00:10") == datetime(1945, 8, 9, 0, 10)
    assert (read_date("1945-08").days.first, read_date("1945-08").days.last) == (date(1945, 8, 1), date(1945, 8, 31))
    assert read_day("1945-08-08") == date(1945, 8, 8)


def test_what_is_refused() -> None:
    with pytest.raises(TimeFormatError, match="no time of day"):
        read_hour("1945-08-09")
    with pytest.raises(TimeFormatError, match="a time of day"):
        read_date("1945-08-09T00:10")
    with pytest.raises(TimeFormatError, match="no single day"):
        read_day("1945-08")
