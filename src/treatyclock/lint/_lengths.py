"""Which of two periods is surely the longer, wherever in the calendar they begin."""

from __future__ import annotations

from treatyclock.civil.periods import Period

Length = tuple[int, int]
"""Months and days."""


def length(period: Period) -> Length:
    """Return the months and days of a period."""
    return period.years * 12 + period.months, period.days


def at_least(one: Length, other: Length) -> bool:
    """Tell whether a period is surely as long as another, or longer.

    Example:
        >>> at_least(length(Period.of("P12M")), length(Period.of("P1Y")))
        True
        >>> at_least(length(Period.of("P30D")), length(Period.of("P1M")))
        False
    """
    return _surplus(one, other) >= 0


def longer(one: Length, other: Length) -> bool:
    """Tell whether a period is surely longer than another.

    Example:
        >>> longer(length(Period.of("P13M")), length(Period.of("P1Y")))
        True
    """
    return _surplus(one, other) > 0


def _surplus(one: Length, other: Length) -> int:
    """Return by how many days one is longer at the least."""
    # Months that one has more count as short as months can be; months that it has fewer, as long as they can be.
    apart = one[0] - other[0]
    years, months = divmod(abs(apart), 12)
    days = years * 365 + months * 28 if apart > 0 else -(years * 366 + months * 31)
    return one[1] - other[1] + days
