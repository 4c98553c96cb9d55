"""Intervals and sets of EDTF."""

from __future__ import annotations

from treatyclock.civil.edtf import (
    DateInterval,
    IntervalEnd,
    parse_edtf,
)


def test_ends_that_are_open_and_ends_that_are_unknown() -> None:
    runs_on, ended = parse_edtf("1945/.."), parse_edtf("1945/")
    assert isinstance(runs_on, DateInterval) and isinstance(ended, DateInterval)
    assert (runs_on.end, ended.end) == (IntervalEnd.OPEN, IntervalEnd.UNKNOWN)
    assert runs_on != ended
    since, began = parse_edtf("../1945"), parse_edtf("/1945")
    assert isinstance(since, DateInterval) and isinstance(began, DateInterval)
    assert (since.start, began.start) == (IntervalEnd.OPEN, IntervalEnd.UNKNOWN)
    assert since.end == parse_edtf("1945")
