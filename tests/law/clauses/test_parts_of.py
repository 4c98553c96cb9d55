"""Parts of a number of States, rounded up."""

from __future__ import annotations

from fractions import Fraction

import pytest

import treatyclock as tc
from treatyclock.errors import TreatyFileError
from treatyclock.law.clauses.parts_of import PartOf


@pytest.mark.parametrize(
    ("text", "of", "number"),
    [("2/3", 46, 31), ("2/3", 3, 2), ("1/2", 4, 2), ("1/2", 5, 3), ("3/4", 4, 3), ("a majority", 4, 3)],
)
def test_of_a_part_of_a_state_a_whole_one_is_needed(text: str, of: int, number: int) -> None:
    part = PartOf.of(text)
    assert part.number(of) == number
    assert str(part) == text


def test_a_part_never_needs_more_than_all_nor_less_than_its_share() -> None:
    for of in range(1, 60):
        for share in (Fraction(1, 3), Fraction(2, 3), Fraction(3, 4), Fraction(7, 8)):
            number = PartOf(share).number(of)
            assert number - 1 < share * of <= number <= of
        assert 2 * (PartOf().number(of) - 1) <= of < 2 * PartOf().number(of)


FILE = """
schema = 1
id = "a-part"
title = "A part of them"
parties = { AAA = "A", BBB = "B", CCC = "C" }
[entry_into_force]
when = { instruments = WHEN }
ref = "r"
"""


@pytest.mark.parametrize(
    ("when", "problem"),
    [
        ('"2/3"', "is a part of States that are not named"),
        ('"3/2", among = ["AAA", "BBB"]', "is no part of a whole"),
        ('"two thirds", among = ["AAA", "BBB"]', "is not of the right form"),
        ("0", "is not an allowed number"),
    ],
)
def test_what_is_no_part_is_a_fault(when: str, problem: str) -> None:
    with pytest.raises(TreatyFileError) as caught:
        tc.loads(FILE.replace("WHEN", when))
    assert [fault.problem for fault in caught.value.faults] == [problem]


def test_a_part_of_a_list_that_may_lack_some_is_a_fault() -> None:
    text = FILE.replace("WHEN", '"2/3", among = ["AAA", "BBB"]') + '[record]\nparties = "in part"\n'
    with pytest.raises(TreatyFileError) as caught:
        tc.loads(text)
    assert [fault.problem for fault in caught.value.faults] == ["is a part of a list that may lack some"]
