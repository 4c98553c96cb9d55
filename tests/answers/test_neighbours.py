"""The nearest days in force beside a time at which a treaty was not."""

import pytest

from small_treaties import HALF_A_YEAR, ONE_IS_ENOUGH, SIGNED, TWO_OF_THREE, act, clause, entry, three, two
from treatyclock.answers.neighbours import Neighbours, NotInForce

TERM = clause("term", lasts="P5Y", from_="entry into force")
BACK = act("withdrawal", "AAA", "1940-01-01") + act("accession", "AAA", "1950-01-01")


def beside(found: Neighbours | None) -> tuple[object, list[str], list[str]]:
    assert found is not None
    days = ([value for each in side for value in each.value] for side in (found.last_day_before, found.first_day_after))
    before, after = days
    return found.kind, before, after


@pytest.mark.parametrize(
    ("when", "kind", "before", "after"),
    [
        ("1929-12-31", NotInForce.NOT_YET, [], ["1930-01-15"]),
        ("1930-01-14T23:00Z", NotInForce.NOT_YET, [], ["1930-01-15"]),
        ("1936", NotInForce.NO_LONGER, ["1935-01-15", "1935-01-14"], []),
    ],
)
def test_of_two(when: str, kind: NotInForce, before: list[str], after: list[str]) -> None:
    assert beside(two(SIGNED, TERM).in_force(when).neighbours) == (kind, before, after)


def test_of_a_state_that_left_and_came_back() -> None:
    treaty = three(ONE_IS_ENOUGH, HALF_A_YEAR, BACK)
    found = treaty.in_force("1945", party="AAA")
    assert beside(found.neighbours) == (NotInForce.BETWEEN, ["1940-06-30"], ["1950-01-01"])
    told = "its last day in force was 30 June 1940, and it is in force again from 1 January 1950."
    assert str(found).startswith(f"Not in force by its terms: {told}")
    assert treaty.in_force("1939", party="AAA").neighbours is None


def test_never() -> None:
    assert beside(two(entry("signed")).in_force("1940").neighbours) == (NotInForce.NEVER, [], [])


def test_where_the_worlds_differ_no_place_is_named() -> None:
    left_or_not = '[record]\nacts = "in part"\n'
    found = three(TWO_OF_THREE, left_or_not).in_force("1930", party="CCC")
    assert found.neighbours is None or found.neighbours.kind is None
