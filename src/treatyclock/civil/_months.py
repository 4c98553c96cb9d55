"""The twelve months, which the Julian and the Gregorian calendar share, and how long the Gregorian ones are."""

from __future__ import annotations

from typing import TypeAlias

YearMonthDay: TypeAlias = tuple[int, int, int]
"""A date of any calendar, in numbers. It need not be one that a ``date`` can hold."""

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
LONGEST = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The days of a month by its number, February being that of a leap year."""


def month_length(year: int, month: int) -> int:
    """Return how many days a month of the Gregorian calendar has, in any year however early or late.

    Example:
        >>> month_length(1945, 2), month_length(-4, 2)
        (28, 29)
    """
    if month != 2:
        return LONGEST[month]
    return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
