"""Sets of statuses as integers: a bit for each status, so that millions of them stand in an array."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from treatyclock.derive.histories.history import Statuses, the_less_advanced
from treatyclock.law.status import Status
from treatyclock.truth import Truth

ORDER = tuple(Status)
"""The statuses in the order of their bits."""

NOTHING_KNOWN = 1 << len(ORDER)
"""The bit of a world in which nothing of the treaty was known, so that no status follows."""

IN_FORCE = sum(1 << place for place, status in enumerate(ORDER) if status.in_force)
"""The bits of the statuses in which a treaty is in force."""

NO, YES, UNKNOWN = 0, 1, 2
"""The truths as integers."""

TRUTHS = (Truth.NO, Truth.YES, Truth.UNKNOWN)
"""The truths in the order of their integers."""


@cache  # of the few sets of statuses that there are
def mask_of(statuses: Statuses) -> int:
    """Return a set of statuses as an integer.

    Example:
        >>> mask_of(frozenset({Status.NEVER_PARTY, Status.SIGNATORY}))
        5
    """
    return sum(1 << ORDER.index(status) for status in statuses) or NOTHING_KNOWN


@cache
def statuses_of(mask: int) -> Statuses:
    """Return the set of statuses that an integer stands for.

    Example:
        >>> sorted(status.value for status in statuses_of(5))
        ['never a party', 'signatory']
    """
    return frozenset(status for place, status in enumerate(ORDER) if mask >> place & 1)


@cache
def truth_of(mask: int) -> int:
    """Return whether a treaty is in force where some statuses are possible: :data:`NO`, :data:`YES` or :data:`UNKNOWN`.

    Example:
        >>> truth_of(mask_of(frozenset({Status.PARTY, Status.SUSPENDED})))
        1
    """
    if not mask & IN_FORCE:
        return UNKNOWN if mask & NOTHING_KNOWN else NO
    return UNKNOWN if mask & ~IN_FORCE else YES


@cache
def less_advanced(one: int, other: int) -> int:
    """Return what two States have together, each with the statuses that are possible for it.

    Example:
        >>> party, former = (mask_of(frozenset({each})) for each in (Status.PARTY, Status.FORMER_PARTY))
        >>> statuses_of(less_advanced(party, former))
        frozenset({<Status.FORMER_PARTY: 'former party'>})
    """
    nothing = (one | other) & NOTHING_KNOWN
    mine, theirs = statuses_of(one), statuses_of(other)
    return nothing | (mask_of(the_less_advanced(mine, theirs)) if mine and theirs else nothing)


def union(masks: Iterable[int]) -> int:
    """Return all statuses of several sets."""
    found = 0
    for mask in masks:
        found |= mask
    return found
