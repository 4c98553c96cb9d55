"""The treaties of many questions as lists: beside lists made one by one, on one thread and on several."""

from __future__ import annotations

import numpy as np
import pytest

import treatyclock as tc
from beside_treaties import THREE, treaty
from treatyclock.book.lists import LENGTH_BITS, TRUTH_BITS, Found, laid_out, merged
from treatyclock.errors import WrongTypeError

QUESTIONS = 100_000
"""Several blocks, and no whole number of them."""

BOOK = tc.Book.of([
    treaty("many", "1990-01-01", "1991-01-01", "1995-01-01", parties=THREE),
    treaty("two", "1992-01-01", "1993-01-01"),
    treaty("another", "1991-01-01", "1992-01-01"),
])  # fmt: skip


@pytest.mark.parametrize("threads", [1, 3])
def test_spans_are_laid_out_in_the_order_of_the_questions(threads: int) -> None:
    random = np.random.default_rng(1941)
    held = (random.integers(0, 1000, 50) << TRUTH_BITS | random.integers(1, 3, 50)).astype(np.int32)
    first, length = random.integers(0, 40, QUESTIONS), random.integers(0, 5, QUESTIONS)
    found = laid_out(first << LENGTH_BITS | length, held, threads=threads)
    expected = [
        tuple((each >> TRUTH_BITS, each & 3) for each in held[begin : begin + number].tolist())
        for begin, number in zip(first.tolist(), length.tolist(), strict=True)
    ]
    assert list(found) == expected
    assert len(found) == QUESTIONS


def test_of_no_questions_there_are_no_lists() -> None:
    assert list(laid_out(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int32))) == []


def test_more_is_merged_into_each_list_in_the_order_of_the_treaties() -> None:
    two = Found(np.array([0, 2, 2, 3]), np.array([4, 9, 4], dtype=np.int32), np.array([1, 2, 1], dtype=np.int8))
    first = np.array([0, 1]), np.array([7, 0], dtype=np.int32), np.array([2, 1], dtype=np.int8)
    second = np.array([0]), np.array([1], dtype=np.int32), np.array([1], dtype=np.int8)
    assert list(merged(two, {2: second, 0: first})) == [((4, 1), (7, 2), (9, 2)), ((0, 1),), ((1, 1), (4, 1))]


def test_threads_change_nothing() -> None:
    compiled = BOOK.compile(by="day")
    random = np.random.default_rng(1945)
    one = random.integers(0, 3, QUESTIONS)
    other = (one + random.integers(1, 3, QUESTIONS)) % 3
    first, last = np.array(["1989-01-01", "1997-01-01"], dtype="datetime64[us]").view(np.int64).tolist()
    times = random.integers(first, last, QUESTIONS) // 86_400_000_000 * 86_400_000_000
    alone, beside = (compiled.find(one, other, times, threads=threads) for threads in (1, 2))
    assert list(alone) == list(beside)
    assert max(map(len, alone)) == 3
    any_alone, any_beside = (compiled.any(one, other, times, threads=threads) for threads in (1, 2))
    assert any_alone.tolist() == any_beside.tolist() == [int(bool(each)) for each in alone]
    with pytest.raises(ValueError, match="0 threads: at least 1 is needed"):
        compiled.find(one, other, times, threads=0)


def test_a_state_with_itself_is_refused_wherever_it_stands() -> None:
    compiled = BOOK.compile(by="day")
    assert list(compiled.find([compiled.other], [compiled.other], [0])) == [()]  # two others, whoever they are
    with pytest.raises(WrongTypeError, match="the pair of row 1"):
        compiled.find([0, 1], [1, 1], [0, 0])
