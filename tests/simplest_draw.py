"""Somebody who always makes the simplest choice, as Hypothesis does at the end of shrinking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


class Simplest:
    """The first of several, the least number, and none where there may be none."""

    def pick(self, options: Sequence[T]) -> T:
        return options[0]

    def whole(self, first: int, last: int) -> int:
        return first

    def several(self, make: Callable[[], T], most: int) -> list[T]:
        return []

    def mostly(self, make: Callable[[], T], times: int) -> list[T]:
        return []
