"""Where generated treaties take their choices from: Hypothesis, which makes them small, or dice, which are fast."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from hypothesis import strategies as st

T = TypeVar("T")


class Draw(Protocol):
    """Somebody who makes choices."""

    def pick(self, options: Sequence[T]) -> T:
        """Choose one of several."""
        ...

    def whole(self, first: int, last: int) -> int:
        """Choose a whole number, both bounds included."""
        ...

    def several(self, make: Callable[[], T], most: int) -> list[T]:
        """Make up to so many of something, half of them on average."""
        ...

    def mostly(self, make: Callable[[], T], times: int) -> list[T]:
        """Make something, but nothing once in so many times."""
        ...


@cache
def _whole_numbers(first: int, last: int) -> st.SearchStrategy[int]:
    from hypothesis.strategies import integers

    return integers(first, last)


class Drawn:
    """Choices of Hypothesis."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self._making: list[Callable[[], object]] = []
        self._chosen: dict[int, st.SearchStrategy[list[object]]] = {}

    def pick(self, options: Sequence[T]) -> T:
        """Choose one of several."""
        return options[self.whole(0, len(options) - 1)]

    def whole(self, first: int, last: int) -> int:
        """Choose a whole number, both bounds included."""
        return self.draw(_whole_numbers(first, last))

    def several(self, make: Callable[[], T], most: int) -> list[T]:
        """Make up to so many of something, half of them on average.

        Each stands with the choice that there is one more, so that Hypothesis can leave out one that is not needed.
        """
        found: list[T] = []
        while len(found) < most and (more := self.mostly(make, 1 + max(1, most // 2))):
            found += more
        return found

    def mostly(self, make: Callable[[], T], times: int) -> list[T]:
        """Make something, but nothing once in so many times: together with that choice, so that it can be left out."""
        if times not in self._chosen:  # for Hypothesis a new strategy is dear
            self._chosen[times] = _whole_numbers(0, times - 1).map(lambda some: [self._making[-1]()] if some else [])
        self._making.append(make)
        found = cast("list[T]", self.draw(self._chosen[times]))
        self._making.pop()
        return found


class Dice:
    """Choices of a seeded generator."""

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)

    def pick(self, options: Sequence[T]) -> T:
        """Choose one of several."""
        return options[int(self.random.random() * len(options))]

    def whole(self, first: int, last: int) -> int:
        """Choose a whole number, both bounds included."""
        return self.random.randint(first, last)

    def several(self, make: Callable[[], T], most: int) -> list[T]:
        """Make up to so many of something, half of them on average."""
        return [make() for _ in range(self.random.randint(0, most))]

    def mostly(self, make: Callable[[], T], times: int) -> list[T]:
        """Make something, but nothing once in so many times."""
        return [make()] if self.random.randrange(times) else []


def once_in(draw: Draw, number: int) -> bool:
    """Whether something happens that happens once in so many times.

    That it does not is the number 0, as of nothing made: where Hypothesis tries to make much at once as simple as can
    be, what is left over is then taken for nothing.
    """
    return draw.whole(0, number - 1) == number - 1


def some(draw: Draw, options: Sequence[T], most: int) -> list[T]:
    """Choose one to so many of several, none twice, in their order."""
    chosen = {draw.whole(0, len(options) - 1) for _ in range(draw.whole(1, most))}
    return [options[number] for number in sorted(chosen)]


def shuffled(draw: Draw, items: Sequence[T]) -> list[T]:
    """Put several in any order."""
    left, found = list(items), []
    while left:
        found.append(left.pop(draw.whole(0, len(left) - 1)))
    return found
