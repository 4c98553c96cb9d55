"""The first number that reaches something, found without trying all before it."""

from __future__ import annotations

from collections.abc import Callable


def first_reaching(most: int | None, reached: Callable[[int], bool]) -> int | None:
    """Return the first number from 0 on that reaches something, None if none does.

    Args:
        most: The last number there is; None if they go on for ever, and then one must reach it.
        reached: Tells whether a number reaches it; then all later ones do.

    Example:
        >>> first_reaching(None, lambda number: number * number >= 1000)
        32
    """
    # Galloping search: steps that double find a number that reaches it, and halving then finds the first.
    short, step = -1, 1
    while True:
        number = short + step if most is None else min(short + step, most)
        if reached(number):
            break
        if number == most:
            return None
        short, step = number, step * 2
    while number - short > 1:
        middle = (short + number) // 2
        short, number = (short, middle) if reached(middle) else (middle, number)
    return number
