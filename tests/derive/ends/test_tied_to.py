"""Who is no longer a member of the organisation ceases to be a party: at once, or after a time."""

from __future__ import annotations

import pytest

from small_treaties import TWO_OF_THREE, act, clause, ends, said, three


@pytest.mark.parametrize(
    ("tied", "out", "last"),
    [
        ({}, {}, ["1940-01-01"]),
        ({"grace": "P6M", "first_day": "counted"}, {}, ["1940-06-30"]),
        ({"grace": "P6M", "first_day": "not counted"}, {}, ["1940-07-01"]),
        ({"grace": "P6M"}, {}, ["1940-07-01", "1940-06-30"]),
        ({"grace": "P6M", "first_day": "counted"}, {"effective": "1940-03-01"}, ["1940-08-31"]),
        ({}, {"recorded": "1940-09-16"}, ["1940-09-15", "1940-09-16"]),
    ],
)
def test_the_last_day_of_who_is_no_member(tied: dict[str, str], out: dict[str, str], last: list[str]) -> None:
    text = TWO_OF_THREE + clause("tied_to", organisation="the Union", **tied)
    found = three(text, act("end of membership", "AAA", "1940-01-01", **out))
    assert ends(found, "AAA") == last
    assert (ends(found, "BBB"), ends(found)) == (["none"], ["none"])


def test_without_the_clause_it_stays_a_party() -> None:
    assert ends(three(TWO_OF_THREE, act("end of membership", "AAA", "1940-01-01")), "AAA") == ["none"]


def test_why() -> None:
    text = TWO_OF_THREE + clause("tied_to", organisation="the Union", grace="P6M", first_day="counted")
    answer = three(text, act("end of membership", "AAA", "1940-01-01")).in_force("1950", party="AAA")
    assert "is no longer a member, so it ceases to be a party with 30 June 1940" in said(answer)


@pytest.mark.parametrize(
    ("acts", "in_june_1941"),
    [
        ("", "unknown"),
        (act("membership", "CCC", "1940-11-15"), "yes"),
    ],
)
def test_grace_prolongs_nothing_for_who_consented_when_it_was_no_member(acts: str, in_june_1941: str) -> None:
    text = TWO_OF_THREE + clause("tied_to", organisation="the Union", grace="P1Y", first_day="counted")
    gone = act("end of membership", "CCC", "1940-10-31")
    found = three(text, gone, acts, act("accession", "CCC", "1940-11-28"))
    assert found.in_force("1941-06-01", party="CCC").truth.value == in_june_1941
    still = act("end of membership", "CCC", "1940-10-31", effective="1941-03-01")
    assert three(text, still, acts, act("accession", "CCC", "1940-11-28")).in_force("1941-06-01", party="CCC")
