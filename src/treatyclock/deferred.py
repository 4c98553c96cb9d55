"""A value that is worked out when somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")
_UNSEEN = object()


class Deferred(Generic[T]):
    """A value that a function works out at the first look, and that is kept from then on.

    It travels to other processes as the value itself.

    Example:
        >>> worked_out = []
        >>> later = Deferred(lambda: worked_out.append("now") or 42)
        >>> worked_out
        []
        >>> later.value, later.value, worked_out
        (42, 42, ['now'])
    """

    __slots__ = ("_make", "_value")

    def __init__(self, make: Callable[[], T] | None, value: Any = _UNSEEN) -> None:
        """Take the function, or the value where it is known already."""
        self._make = make
        self._value = value

    @property
    def value(self) -> T:
        """The value."""
        make = self._make  # another thread may work it out meanwhile, and then let go of it
        if self._value is _UNSEEN:
            assert make is not None
            self._value = make()
            self._make = None  # what it needed is not kept
        return cast("T", self._value)

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel as the value."""
        return Deferred, (None, self.value)
