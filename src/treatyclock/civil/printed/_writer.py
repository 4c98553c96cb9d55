"""Days written as documents print them: in both styles, and as a dual date."""

from __future__ import annotations

from datetime import date

from treatyclock.civil.calendars.names import calendar


def both_styles(day: date) -> str:
    """Print a day in Old Style and New Style.

    Example:
        >>> both_styles(date(1917, 11, 7))
        '25 October 1917 O.S. = 7 November 1917 N.S.'
    """
    return f"{calendar('julian').from_gregorian(day)} = {calendar('gregorian').from_gregorian(day)} N.S."


def dual_date(day: date, *, old_first: bool = False) -> str:
    """Print a day as a dual date, which :func:`~treatyclock.civil.printed.reader.read_date` reads again.

    Args:
        day: The day.
        old_first: Whether to print it as diplomats did: the Old Style date, a stroke, the New Style date.
            Otherwise it is printed as in Soviet papers of 1918: the New Style date, the Old Style date in brackets.

    Example:
        >>> dual_date(date(1918, 2, 14)), dual_date(date(1918, 3, 3), old_first=True)
        ('14 (1) February 1918', '18 February/3 March 1918')
        >>> dual_date(date(1918, 1, 1))
        '1 January 1918 (19 December 1917)'
    """
    old, new = calendar("julian").from_gregorian(day), calendar("gregorian").from_gregorian(day)
    dates = (old, new) if old_first else (new, old)
    # A year, or a month and a year, that both dates share is printed once, at the end.
    shared = 2 if (old.year, old.month) == (new.year, new.month) else int(old.year == new.year)
    parts = [str(each).removesuffix(" O.S.").split() for each in dates]
    common = " ".join(parts[0][3 - shared :])
    first, second = (" ".join(part[: 3 - shared]) for part in parts)
    return (f"{first}/{second} {common}" if old_first else f"{first} ({second}) {common}").rstrip()
