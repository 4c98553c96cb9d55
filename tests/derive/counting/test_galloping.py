"""The first number that reaches something."""

from __future__ import annotations

import pytest

from treatyclock.derive.counting.galloping import first_reaching


@pytest.mark.parametrize("most", [None, 0, 1, 6, 7, 50])
@pytest.mark.parametrize("goal", [0, 1, 2, 5, 6, 7, 8, 49])
def test_it_is_the_first_as_if_all_were_tried(most: int | None, goal: int) -> None:
    expected = next((number for number in range(100 if most is None else most + 1) if number >= goal), None)
    assert first_reaching(most, lambda number: number >= goal) == expected


def test_few_are_tried() -> None:
    tried: list[int] = []

    def reached(number: int) -> bool:
        tried.append(number)
        return number >= 1000

    assert first_reaching(None, reached) == 1000
    assert len(tried) <= 20
