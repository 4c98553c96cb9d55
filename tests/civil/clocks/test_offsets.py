"""Offsets as they are written."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyclock.civil.clocks.offsets import is_offset, offset_text, parse_offset
from treatyclock.errors import UnknownZoneError


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("+09:00", 32400), ("-0330", -12600), ("+02:31:19", 9079), ("-00:00:01", -1), ("+23:59:59", 86399)],
)
def test_what_is_read(text: str, seconds: int) -> None:
    assert is_offset(text)
    assert parse_offset(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["+24:00", "+09:60", "+09:00:60", "09:00", "+9:00", "+9", "+090", "Asia/Tokyo", ""])
def test_what_is_no_offset(text: str) -> None:
    with pytest.raises(UnknownZoneError, match="hint: "):
        parse_offset(text)


@given(st.integers(-86399, 86399))
def test_what_is_written_is_read_again(seconds: int) -> None:
    offset = timedelta(seconds=seconds)
    assert parse_offset(offset_text(offset)) == offset
