"""Acts in order: by their dates, whatever the file says first, and a question where the dates do not tell."""

from __future__ import annotations

from itertools import permutations

from small_treaties import SIGNED, act, asked, evaluation, two
from treatyclock.derive.counting.order import comes_first, in_order

ACTS = {"one": "1940-01-01", "two": "1940-02-01", "three": "1940-02-02"}


def event(id: str, on: str) -> str:
    return act("event", "AAA", on, id=id)


def test_in_the_order_of_their_dates_whatever_the_order_of_the_file() -> None:
    for order in permutations(ACTS):
        found = evaluation(two(SIGNED, *(event(id, ACTS[id]) for id in order)))
        acts = [found.record.act(id) for id in order]
        assert [each.id for each in in_order(found, acts)] == list(ACTS)
        assert asked(found) == []


def test_two_acts_of_one_day_are_a_question_and_one_question_for_both_orders() -> None:
    for answer in ("yes", "no"):
        found = evaluation(two(SIGNED, event("b", "1940-01-01"), event("a", "1940-01-01")), **{"a before b": answer})
        a, b = found.record.act("a"), found.record.act("b")
        assert comes_first(found, a, b) == (answer == "yes") != comes_first(found, b, a)
        assert [each.id for each in in_order(found, (b, a))] == (["a", "b"] if answer == "yes" else ["b", "a"])


def test_hours_tell() -> None:
    found = evaluation(two(SIGNED, event("b", "1940-01-01T12:00Z"), event("a", "1940-01-01T13:00Z")))
    assert comes_first(found, found.record.act("b"), found.record.act("a"))
    assert asked(found) == []
