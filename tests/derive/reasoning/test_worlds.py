"""Worlds: every combination once, only what is asked, and which question decides."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyclock.derive.reasoning.worlds import Choices, Question, deciding, explore, outcomes
from treatyclock.errors import TooManyWorldsError
from treatyclock.truth import Truth

QUESTIONS = [Question(key=key, text=f"{key}?", alternatives=("0", "1", "2")[:size]) for key, size in
             (("a", 2), ("b", 3), ("c", 2))]  # fmt: skip


def test_all_combinations_once() -> None:
    worlds = explore(lambda choices: tuple(choices.choose(q) for q in QUESTIONS), {})
    assert [world.result for world in worlds] == list(product("01", "012", "01"))


def test_what_is_settled_or_never_asked_multiplies_nothing() -> None:
    def evaluate(choices: Choices) -> str:
        first = choices.choose(QUESTIONS[0])
        return first + (choices.choose(QUESTIONS[1]) if first == "1" else "")

    assert [world.result for world in explore(evaluate, {})] == ["0", "10", "11", "12"]
    assert [world.result for world in explore(evaluate, {"b": "2"})] == ["0", "12"]


def test_the_same_question_has_one_answer_in_a_world() -> None:
    worlds = explore(lambda choices: (choices.choose(QUESTIONS[0]), choices.choose(QUESTIONS[0])), {})
    assert [world.result for world in worlds] == [("0", "0"), ("1", "1")]


def test_an_unknown_truth_becomes_two_worlds() -> None:
    worlds = explore(lambda choices: choices.settle(Truth.UNKNOWN, "late", "was it late?"), {})
    assert [(world.result, world.choices[0][0].convention) for world in worlds] == [(True, False), (False, False)]
    assert [w.result for w in explore(lambda choices: choices.settle(Truth.NO, "late", "?"), {})] == [False]


def test_there_is_a_bound() -> None:
    many = [Question(key=str(n), text=f"{n}?", alternatives=("yes", "no")) for n in range(20)]
    with pytest.raises(TooManyWorldsError, match="more than 256"):
        explore(lambda choices: [choices.choose(q) for q in many], {})


def test_that_there_are_too_many_shows_after_a_few_evaluations() -> None:
    many = [Question(key=str(n), text=f"{n}?", alternatives=("yes", "no")) for n in range(120)]
    runs = []
    with pytest.raises(TooManyWorldsError, match="and 112 more"):
        explore(lambda choices: runs.append([choices.choose(q) for q in many]), {})
    assert len(runs) < 5


def test_a_chain_of_questions_is_no_multitude() -> None:
    chain = [Question(key=str(n), text=f"{n}?", alternatives=("stop", "on")) for n in range(200)]

    def evaluate(choices: Choices) -> int:
        return next((n for n, question in enumerate(chain) if choices.choose(question) == "stop"), 200)

    assert [world.result for world in explore(evaluate, {})] == list(range(201))


@given(st.lists(st.integers(0, 2), min_size=12, max_size=12))
def test_deciding_questions_are_those_that_alone_change_the_value(table: list[int]) -> None:
    values = dict(zip(product("01", "012", "01"), table, strict=True))

    def evaluate(choices: Choices) -> tuple[str, ...]:
        return tuple(choices.choose(q) for q in QUESTIONS)

    worlds = explore(evaluate, {})
    found = {question.key for question in deciding(worlds, lambda result: values[result])}  # type: ignore[index]
    expected = {
        key
        for place, key in enumerate("abc")
        for one, other in product(values, values)
        if values[one] != values[other] and [n for n in range(3) if one[n] != other[n]] == [place]
    }
    assert found == expected
    assert bool(found) == (len(set(table)) > 1)
    for outcome in outcomes(worlds, lambda result: values[result]):  # type: ignore[index]
        assert {key for key, _ in outcome.under} == found


def _came_before(choices: Choices, *days: int) -> tuple[bool, ...]:
    return tuple(choices.settle(Truth.UNKNOWN, f"day {day} in time", before=("the end", day)) for day in days)


def test_of_things_in_order_an_earlier_one_came_before_a_time_if_a_later_one_did() -> None:
    worlds = explore(lambda choices: _came_before(choices, 2, 1, 3, 2), {})
    assert {world.result for world in worlds} == {
        (True, True, True, True),
        (True, True, False, True),
        (False, True, False, False),
        (False, False, False, False),
    }
    assert [list(world.answers) for world in worlds if world.result[0]] == [["day 2 in time", "day 3 in time"]] * 2


def test_the_order_holds_in_what_goes_on_from_a_world() -> None:
    (first, *_) = explore(lambda choices: _came_before(choices, 2), {})
    assert [world.result for world in explore(lambda choices: _came_before(choices, 1), {}, first.choices)] == [(True,)]
