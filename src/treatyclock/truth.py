"""Truth with three values (Kleene's strong logic), and agreement across worlds."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from treatyclock.errors import UndecidedError


class Truth(Enum):
    """Yes, no, or not to be told from what is known.

    ``&``, ``|`` and ``~`` are Kleene's; ``bool(Truth.UNKNOWN)`` raises, since an
    ``if`` would silently turn "cannot tell" into "no".

    Example:
        >>> Truth.YES & Truth.UNKNOWN
        <Truth.UNKNOWN: 'unknown'>
        >>> Truth.YES | Truth.UNKNOWN
        <Truth.YES: 'yes'>
    """

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, value: bool) -> Truth:
        """Take a plain boolean over.

        Example:
            >>> Truth.of(2 > 1)
            <Truth.YES: 'yes'>
        """
        return cls.YES if value else cls.NO

    @classmethod
    def agreed(cls, truths: Iterable[Truth]) -> Truth:
        """Return the one truth that all cases share, UNKNOWN if they differ.

        This is not ``&``: two cases that both say no agree on no.

        Example:
            >>> Truth.agreed([Truth.NO, Truth.NO])
            <Truth.NO: 'no'>
            >>> Truth.agreed([Truth.NO, Truth.YES])
            <Truth.UNKNOWN: 'unknown'>
        """
        distinct = set(truths)
        return distinct.pop() if len(distinct) == 1 else cls.UNKNOWN

    @classmethod
    def any_of(cls, truths: Iterable[Truth]) -> Truth:
        """Return whether one of several holds: NO where there are none.

        Example:
            >>> Truth.any_of([Truth.NO, Truth.UNKNOWN])
            <Truth.UNKNOWN: 'unknown'>
        """
        found = cls.NO
        for truth in truths:
            found |= truth
        return found

    def __bool__(self) -> bool:
        """Answer for YES and NO only.

        Raises:
            UndecidedError: For UNKNOWN.
        """
        if self is Truth.UNKNOWN:
            raise UndecidedError
        return self is Truth.YES

    def __and__(self, other: Truth) -> Truth:
        """Both: no if either is no."""
        if not isinstance(other, Truth):
            return NotImplemented
        if Truth.NO in (self, other):
            return Truth.NO
        return Truth.YES if self is other is Truth.YES else Truth.UNKNOWN

    def __or__(self, other: Truth) -> Truth:
        """Either: yes if either is yes."""
        if not isinstance(other, Truth):
            return NotImplemented
        return ~(~self & ~other)

    def __invert__(self) -> Truth:
        """Not: unknown stays unknown."""
        return {Truth.YES: Truth.NO, Truth.NO: Truth.YES}.get(self, Truth.UNKNOWN)
