"""Qualifiers belong to their parts."""

from __future__ import annotations

import pytest

from treatyclock.civil.edtf import (
    Date,
    Qualifier,
    Season,
    parse_edtf,
)

U, A, B = Qualifier.UNCERTAIN, Qualifier.APPROXIMATE, Qualifier.BOTH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1945-08-09", {}),
        ("1984?", {"year": U}),
        ("?1984", {"year": U}),
        ("?1984~", {"year": B}),
        ("2004-06~", {"year": A, "month": A}),
        ("2004-06-11%", {"year": B, "month": B, "day": B}),
        ("2004-06~-11", {"year": A, "month": A}),
        ("2004?-06-11", {"year": U}),
        ("2004?-06~-11", {"year": B, "month": A}),
        ("?2004-06-~11", {"year": U, "day": A}),
        ("?2004-~06-11", {"year": U, "month": A}),
        ("2004-%06-11", {"month": B}),
        ("2004-~06?-11", {"year": U, "month": B}),
        ("2001-21~", {"year": A, "season": A}),
        ("2001-?21", {"season": U}),
        ("?-0043-03", {"year": U}),
    ],
)
def test_a_qualifier_belongs_to_its_parts(text: str, expected: dict[str, Qualifier]) -> None:
    value = parse_edtf(text)
    assert isinstance(value, Date | Season)
    assert {each.part: each.qualifier for each in value.qualifiers} == expected
    assert list(expected) == [each.part for each in value.qualifiers]
    for part in ("year", "month", "day", "season"):
        assert value.qualifier(part) == expected.get(part, Qualifier(0))


def test_the_qualifiers_of_a_group_name_their_dates() -> None:
    told = [str(each) for each in parse_edtf("[1945-08-?09..1945-08-10,1946%]").qualifiers]
    assert told == ["the day of 1945-08-?09 is uncertain", "the year of 1946% is uncertain and approximate"]
