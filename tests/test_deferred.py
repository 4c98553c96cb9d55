"""A value worked out at the first look, kept from then on, and taken along as the value itself."""

from __future__ import annotations

import copy
import pickle

import pytest

from treatyclock.deferred import Deferred


def test_it_is_worked_out_once_and_only_when_somebody_looks() -> None:
    runs: list[int] = []
    later = Deferred(lambda: runs.append(1) or "made")  # type: ignore[func-returns-value]
    assert runs == []
    assert (later.value, later.value, runs) == ("made", "made", [1])


@pytest.mark.parametrize("value", [None, False, 0, ()])
def test_a_value_that_is_empty_is_a_value(value: object) -> None:
    runs: list[int] = []

    def make() -> object:
        runs.append(1)
        return value

    later = Deferred(make)
    assert (later.value, later.value, len(runs)) == (value, value, 1)


def test_what_it_was_made_from_is_not_kept() -> None:
    later = Deferred(lambda: 5)
    assert later.value == 5
    assert later._make is None


@pytest.mark.parametrize("travel", [lambda v: pickle.loads(pickle.dumps(v)), copy.copy, copy.deepcopy])
def test_it_travels_as_its_value(travel: object) -> None:
    assert callable(travel)
    seen, unseen = Deferred(lambda: [1, 2]), Deferred(lambda: [3])
    assert seen.value == [1, 2]
    for later, value in ((seen, [1, 2]), (unseen, [3])):
        again = travel(later)
        assert isinstance(again, Deferred)
        assert again.value == value


def test_what_cannot_be_worked_out_fails_at_the_look_and_again_at_the_next() -> None:
    later: Deferred[float] = Deferred(lambda: 1 / 0)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            _ = later.value
