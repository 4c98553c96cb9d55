"""Kleene's tables, and the refusal to turn unknown into no."""

from __future__ import annotations

from itertools import product

import pytest

from treatyclock.errors import UndecidedError
from treatyclock.truth import Truth

NUMBER = {Truth.NO: 0, Truth.UNKNOWN: 1, Truth.YES: 2}
BY_NUMBER = {number: truth for truth, number in NUMBER.items()}


@pytest.mark.parametrize(("a", "b"), list(product(Truth, Truth)))
def test_kleene(a: Truth, b: Truth) -> None:
    assert a & b is BY_NUMBER[min(NUMBER[a], NUMBER[b])]
    assert a | b is BY_NUMBER[max(NUMBER[a], NUMBER[b])]
    assert ~a is BY_NUMBER[2 - NUMBER[a]]
    assert Truth.agreed([a, b]) is (a if a is b else Truth.UNKNOWN)


def test_bool() -> None:
    assert Truth.YES
    assert not Truth.NO
    with pytest.raises(UndecidedError, match="neither true nor false"):
        bool(Truth.UNKNOWN)
