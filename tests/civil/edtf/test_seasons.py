"""Seasons and other parts of a year."""

from __future__ import annotations

from treatyclock.civil.edtf import (
    Season,
    parse_edtf,
)


def test_what_a_season_was_taken_for_is_said() -> None:
    assert parse_edtf("1944-24/1945-21").notes == (
        "1944-24 is taken to be December to February of the next year, in the north",
        "1945-21 is taken to be March to May, in the north",
    )
    assert parse_edtf("[1945-32,1945-32]").notes == ("1945-32 is taken to be June to August",)
    assert parse_edtf("1945-25").notes == ("1945-25 is taken to be March to May",)
    assert parse_edtf("{1945-33,1945}").notes == ("1945-33 is the first quarter: January to March",)


def test_what_a_part_of_a_year_is_called() -> None:
    names = []
    for code in range(21, 42):
        season = parse_edtf(f"1945-{code}")
        assert isinstance(season, Season)
        names.append(season.name)
    four = ["spring", "summer", "autumn", "winter"]
    nth = ["first", "second", "third", "fourth"]
    parts = [f"{n} quarter" for n in nth] + [f"{n} quadrimester" for n in nth[:3]] + [f"{n} semester" for n in nth[:2]]
    assert names == four * 3 + parts
