"""Notices that end provisional application for all, where several stand on a side."""

from __future__ import annotations

import pytest

import treatyclock as tc

TREATY = """
schema = 1
id = "sides"
title = "Sides"
parties = {{ AAA = "A", BBB = "B", CCC = "C" }}
[[side]]
parties = ["AAA", "BBB"]
notice_of_some = "{some}"
ref = "s"
[[side]]
parties = "CCC"
ref = "s"
[entry_into_force]
when = "ratified by all"
ref = "e"
[provisional_application]
by = "who declares it"
ends_for = "all"
ref = "p"
[[act]]
kind = "provisional application"
by = {applied}
on = "1950-01-01"
ref = "r"
[[act]]
kind = "end of provisional application"
by = {ended}
on = "1951-01-01"
ref = "r"
"""


def goes_on(applied: str, ended: str, some: str = "without effect") -> bool:
    treaty = tc.loads(TREATY.format(applied=applied, ended=ended, some=some))
    return treaty.in_force("1952-01-01", party="CCC").status == {tc.Status.PROVISIONAL}


@pytest.mark.parametrize("some", ["without effect", "ends it for them"])
def test_a_notice_of_some_does_not_end_it_between_the_sides(some: str) -> None:
    assert goes_on('["AAA", "BBB", "CCC"]', '"BBB"', some)


def test_a_notice_by_all_on_a_side_that_apply_it_does() -> None:
    assert not goes_on('["AAA", "BBB", "CCC"]', '["AAA", "BBB"]')
    assert not goes_on('["BBB", "CCC"]', '"BBB"')


def test_a_side_of_one_gives_notice_alone() -> None:
    assert not goes_on('["AAA", "BBB", "CCC"]', '"CCC"')


def test_a_second_notice_of_the_same_is_one_of_some_as_well() -> None:
    again = '[[act]]\nid = "again"\nkind = "end of provisional application"\nby = "BBB"\non = "1951-06-01"\nref = "r"\n'
    text = TREATY.format(applied='["AAA", "BBB", "CCC"]', ended='"BBB"', some="without effect")
    assert tc.loads(text + again).in_force("1952-01-01", party="CCC").status == {tc.Status.PROVISIONAL}
