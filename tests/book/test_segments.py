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
