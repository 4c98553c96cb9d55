"""The kernel beside a bisection in Python: every key, instants at, before and after edges, far away, and no key."""

from __future__ import annotations

from bisect import bisect_right
from itertools import count

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyclock.book.segments import SECOND, Segments

TICKS = st.integers(-62_135_596_800, 253_402_300_799)
LIVES = st.lists(st.lists(TICKS, max_size=9, unique=True).map(sorted), min_size=1, max_size=8)


def made(lives: list[list[int]]) -> Segments:
    numbers = count()
    return Segments.of([(own, [next(numbers) for _ in range(len(own) + 1)]) for own in lives])


def expected(lives: list[list[int]], key: int, at: int) -> int:
    if not 0 <= key < len(lives):
        return -1
    return sum(len(own) + 1 for own in lives[:key]) + bisect_right(lives[key], at)


@given(LIVES, st.booleans(), st.data())
def test_it_finds_what_a_bisection_finds(lives: list[list[int]], whole: bool, data: st.DataObject) -> None:
    scaled = [[edge * SECOND + (0 if whole else n % 3) for n, edge in enumerate(own)] for own in lives]
    near = [edge + away for own in scaled for edge in own for away in (-1, 0, 1, SECOND - 1)]
    instants = [*near, -(2**63), 2**63 - 1, *data.draw(st.lists(TICKS.map(lambda each: each * SECOND), max_size=5))]
    keys = [*range(-1, len(lives) + 1)]
    asked = [(key, at) for key in keys for at in instants]
    segments = made(scaled)
    found = segments.locate([key for key, _ in asked], [at for _, at in asked])
    assert found.tolist() == [expected(scaled, key, at) for key, at in asked]
    assert segments.tick == (SECOND if whole or not any(edge % SECOND for own in scaled for edge in own) else 1)


def test_a_busy_key_among_many_and_more_questions_than_a_block() -> None:
    random = np.random.default_rng(1941)
    lives = [[] if n % 3 else sorted(set(random.integers(-(10**9), 10**9, 5).tolist())) for n in range(3000)]
    lives[7] = sorted(set(random.integers(-(10**6), 10**6, 5000).tolist()))
    scaled = [[edge * SECOND for edge in own] for own in lives]
    keys = random.integers(0, 3000, 40_000)
    keys[::2] = 7
    instants = random.integers(-(10**6), 10**6, 40_000) * SECOND
    found = made(scaled).locate(keys, instants)
    offsets = np.cumsum([0, *(len(own) + 1 for own in scaled)])
    wanted = [offsets[k] + bisect_right(scaled[k], at) for k, at in zip(keys.tolist(), instants.tolist(), strict=True)]
    assert found.tolist() == wanted


def test_questions_keep_their_shape_and_none_is_an_answer_of_none() -> None:
    segments = made([[0]])
    assert segments.locate(np.zeros((2, 3), dtype=np.int64), np.ones((2, 3), dtype=np.int64)).tolist() == [[1] * 3] * 2
    assert segments.locate([], []).tolist() == []
    assert Segments.of([]).locate([0, -1], [5, 5]).tolist() == [-1, -1]


@pytest.mark.parametrize(
    ("lives", "said"),
    [
        ([([0, 0], [1, 2, 3])], "not in order"),
        ([([5, 3], [1, 2, 3])], "not in order"),
        ([([0], [1])], "2 values, not 1"),
    ],
)
def test_lives_that_are_none_are_refused(lives: list[tuple[list[int], list[int]]], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Segments.of(lives)


def test_as_many_keys_as_instants() -> None:
    with pytest.raises(ValueError, match="keys and"):
        made([[0]]).locate([0, 0], [1])


def test_edges_close_together_are_searched_for_among_those_of_their_bucket() -> None:
    crowd = [5 * 10**9 + n for n in range(1000)]
    lives = [[-(10**10), 0], crowd, [], [10**10]]
    for tick in (1, SECOND):
        segments = made([[edge * tick for edge in own] for own in lives])
        asked = [(key, at) for key in range(4) for at in (*crowd, -(10**10), 0, 10**10, 10**11)]
        found = segments.locate([key for key, _ in asked], [at * tick for _, at in asked])
        assert found.tolist() == [expected(lives, key, at) for key, at in asked]


def test_microseconds_of_many_centuries_beside_many_edges() -> None:
    lives = [[-(2**55) + key, key, 2**55 + key] for key in range(1000)]
    segments = made(lives)
    assert segments.tick == 1
    asked = [(key, at) for key in range(1000) for edge in lives[key] for at in (edge - 1, edge)]
    found = segments.locate([key for key, _ in asked], [at for _, at in asked])
    assert found.tolist() == [expected(lives, key, at) for key, at in asked]


@pytest.mark.parametrize("threads", [1, 2, 3])
@pytest.mark.parametrize("dtype", [np.int64, np.int32, np.uint16])
def test_values_on_several_threads_and_of_keys_of_any_width(threads: int, dtype: type) -> None:
    random = np.random.default_rng(1905)
    lives = [sorted({edge * SECOND for edge in random.integers(-(10**9), 10**9, 6).tolist()}) for _ in range(500)]
    segments = made(lives)
    keys, instants = random.integers(0, 501, 100_000), random.integers(-(10**9), 10**9, 100_000) * SECOND
    places = segments.locate(keys, instants)
    assert (places[keys == 500] == -1).all() and (places[keys < 500] >= 0).all()
    assert (segments.locate(keys.astype(dtype), instants, threads=threads) == places).all()
    values = segments.values_at(keys.astype(dtype), instants, missing=-7, threads=threads)
    assert (values == np.where(places < 0, -7, segments.values[places])).all()
    assert Segments.of([]).values_at([0], [5], missing=-7).tolist() == [-7]


def test_what_is_no_question_is_refused() -> None:
    segments = made([[0]])
    with pytest.raises(ValueError, match="float64"):
        segments.locate(np.array([0.0]), [1])
    with pytest.raises(ValueError, match="0 threads"):
        segments.locate([0], [1], threads=0)
    with pytest.raises(ValueError, match="from 1970"):
        Segments.of([([1 << 61], [0, 1])])
