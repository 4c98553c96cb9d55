"""What two States have together under open questions, held against every way of answering them."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from treatyclock.book.profiles import Suppositions, _simplified, loosely_together, tied, together
from treatyclock.book.statuses import less_advanced, mask_of, union
from treatyclock.law.status import Status

KEYS = ("a", "b", "c")
MASKS = [
    mask_of(frozenset({each})) for each in (Status.PARTY, Status.FORMER_PARTY, Status.CONTRACTING, Status.SUSPENDED)
]
ALL = [dict(zip(KEYS, answers, strict=True)) for answers in product(("yes", "no"), repeat=3)]
TABLES = st.lists(st.sampled_from(MASKS), min_size=8, max_size=8)


def under(answers: dict[str, str]) -> Suppositions:
    return frozenset((key, answer, None) for key, answer in answers.items())


@given(TABLES, TABLES)
def test_two_are_put_together_answer_by_answer(one: list[int], other: list[int]) -> None:
    mine, theirs = (_simplified([under(each) for each in ALL], masks) for masks in (one, other))
    assert together(mine, theirs) == union(map(less_advanced, one, other))


@given(TABLES, TABLES)
def test_those_that_are_not_tied_are_told_by_what_each_may_have(one: list[int], other: list[int]) -> None:
    mine, theirs = (_simplified([under(each) for each in ALL], masks) for masks in (one, other))
    if not tied(mine, theirs):
        assert loosely_together(mine, theirs) == union(map(less_advanced, one, other))


@given(TABLES)
def test_a_question_on_which_nothing_turns_falls_away(masks: list[int]) -> None:
    found = _simplified([under(each) for each in ALL], masks)
    for key in KEYS:
        turns = any(
            masks[ALL.index(each)] != masks[ALL.index({**each, key: "no"})] for each in ALL if each[key] == "yes"
        )
        assert turns == any(key == named for answers, _ in found for named, *_ in answers)


def test_a_question_asked_in_one_world_alone_is_kept_where_it_tells_worlds_apart() -> None:
    party, former = MASKS[:2]
    found = _simplified(
        [under({"a": "yes", "b": "yes"}), under({"a": "yes", "b": "no"}), under({"a": "no"})], [party, former, former]
    )
    assert dict(found) == {
        under({"a": "yes", "b": "yes"}): party, under({"a": "yes", "b": "no"}): former, under({"a": "no"}): former,
    }  # fmt: skip


def test_of_several_before_one_time_an_earlier_one_came_if_a_later_one_did() -> None:
    party, former = MASKS[:2]
    first, second = (frozenset({(key, "yes", ("then", place))}) for key, place in (("first", 1), ("second", 2)))
    not_first = frozenset({("first", "no", ("then", 1))})
    assert together(((first, party),), ((second, party),)) == party
    assert together(((not_first, former), (first, party)), ((second, party), (frozenset(), former))) == party | former
    assert together(((not_first, former),), ((second, party),)) == 0
