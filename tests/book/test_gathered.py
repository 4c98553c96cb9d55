from __future__ import annotations

from bisect import bisect_right

from hypothesis import given
from hypothesis import strategies as st

from treatyclock.book.compiled import FOR_EVER
from treatyclock.book.gathered import Gathered, StepFunction, _merged, _Pool, _without_idle, _words
from treatyclock.book.lines import Outline
from treatyclock.book.statuses import NO, mask_of
from treatyclock.law.status import Status

PARTY, FORMER, BEFORE = (mask_of(frozenset({each})) for each in (Status.PARTY, Status.FORMER_PARTY, Status.NEGOTIATING))
STEPS = st.lists(st.integers(0, 12), unique=True, max_size=4).map(sorted).flatmap(
    lambda edges: st.tuples(
        st.just(edges), st.lists(st.integers(0, 2), min_size=len(edges) + 1, max_size=len(edges) + 1)
    )
)  # fmt: skip


def at(step: StepFunction, time: int) -> int:
    return step[1][bisect_right(step[0], time)]


@given(st.lists(STEPS, max_size=4))
def test_merged_they_are_what_each_is_at_every_time(steps: list[StepFunction]) -> None:
    pool = _Pool()
    merged = _merged(list(enumerate(steps)), pool.of_truths)
    for time in range(-1, 14):
        expected = {number: at(step, time) for number, step in enumerate(steps) if at(step, time) != NO}
        assert dict(zip(*pool.found[at(merged, time)], strict=True)) == expected
    assert list(merged[0]) == sorted(set(merged[0]))


@given(STEPS)
def test_edges_at_which_nothing_changes_fall_away(step: StepFunction) -> None:
    edges, values = _without_idle(step[0], list(step[1]))
    assert all(one != other for one, other in zip(values, values[1:], strict=False))
    assert [at((edges, values), time) for time in range(-1, 14)] == [at(step, time) for time in range(-1, 14)]


def test_sets_of_bits_are_rows_of_words() -> None:
    assert _words([0, 1 << 70 | 5], 2).tolist() == [[0, 0], [5, 64]]


def test_of_many_a_pair_with_a_life_of_its_own_is_left_out_of_what_both_have() -> None:
    gathered = Gathered(actors=["AAA", "BBB", "CCC", "X0", "X1"], size=5)
    life, apart = (
        Outline((0,), (BEFORE, PARTY), ("", "began")),
        Outline((0, 5), (BEFORE, PARTY, FORMER), ("", "a", "b")),
    )
    gathered.states(0, {"AAA": life, "BBB": life, "CCC": life}, [("AAA", "CCC")])
    gathered.pair(0, ("AAA", "CCC"), apart, many=True)
    compiled = gathered.arrays("instant", ["t"], {"Ay": "AAA"}, whole=True, until=FOR_EVER)
    assert compiled.any([0, 0, 1], [1, 2, 2], [7, 7, 7]).tolist() == [1, 0, 1]
    assert compiled.any([0, 0, 1], [1, 2, 2], [3, 3, 3]).tolist() == [1, 1, 1]
    assert compiled.codes(["Ay", "AAA"]).tolist() == [0, 0]
    assert compiled.texts[compiled.reason(0, [0], [2], [7])[0, 0]] == "b"
