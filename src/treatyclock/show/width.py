"""How wide the lines of a text are: a hundred letters, or as many as a narrower terminal shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

WIDEST, NARROWEST = 100, 40
"""Longer lines are hard to read, and shorter ones hold hardly a word beside the name of a row."""

_width = ContextVar("width", default=WIDEST)


def width() -> int:
    """Return how many letters a line of text may have.

    Example:
        >>> width()
        100
    """
    return _width.get()


@contextmanager
def as_wide_as(columns: int) -> Iterator[None]:
    """Write texts for a terminal of so many columns.

    Example:
        >>> with as_wide_as(72):
        ...     width()
        72
    """
    token = _width.set(min(WIDEST, max(NARROWEST, columns)))
    try:
        yield
    finally:
        _width.reset(token)
