"""Dates with digits left open, such as 19XX-02-29: which days of the proleptic Gregorian calendar fit.

A mask is text as EDTF writes it: a year of four digits, perhaps with a sign, or ``Y`` and a year of more digits;
months and days of two. ``X`` is any digit. Days are listed only when they are asked for: ``XXXX-XX-X1`` has 430,000
of them. The year 0 fits only the mask ``0000``, since no ``date`` can hold it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from treatyclock.civil._day_runs import DayRun
from treatyclock.civil._months import LONGEST, MONTH_NAMES, YearMonthDay, month_length
from treatyclock.errors import OutOfRangeError, shown


def _fitting(digit: str) -> Iterable[int]:
    return range(10) if digit == "X" else (int(digit),)


# Every pair of digits with the numbers that it may mean. A pair that is missing here is not well formed.
PAIRS: Mapping[str, tuple[int, ...]] = {
    tens + ones: tuple(10 * ten + one for ten in _fitting(tens) for one in _fitting(ones))
    for tens in "0123456789X"
    for ones in "0123456789X"
}
MONTHS: Mapping[str | None, tuple[int, ...]] = {
    None: tuple(range(1, 13)),
    **{pair: tuple(n for n in numbers if 1 <= n <= 12) for pair, numbers in PAIRS.items()},
}
DAYS: Mapping[str | None, tuple[int, ...]] = {
    None: tuple(range(1, 32)),
    **{pair: tuple(n for n in numbers if 1 <= n <= 31) for pair, numbers in PAIRS.items()},
}


def years(mask: str, *, latest_first: bool = False) -> Iterator[int]:
    """Yield the years that fit, in order.

    Example:
        >>> list(years("19X5"))[:3], list(years("-000X"))[:2], list(years("Y-17000"))
        ([1905, 1915, 1925], [-9, -8], [-17000])
    """
    if mask[0] == "Y":
        yield int(mask[1:])
        return
    sign, digits = -1 if mask[0] == "-" else 1, mask[-4:]
    step = -1 if latest_first == (sign > 0) else 1
    for century in PAIRS[digits[:2]][::step]:
        for rest in PAIRS[digits[2:]][::step]:
            if century or rest or digits == "0000":
                yield sign * (100 * century + rest)


def _has_leap_year(mask: str) -> bool:
    # The digits alone decide: XXXX would be 10,000 years to try.
    centuries, rests = PAIRS[mask[-4:-2]], PAIRS[mask[-2:]]
    return any(rest and rest % 4 == 0 for rest in rests) or (0 in rests and any(c % 4 == 0 for c in centuries))


def why_no_day(year: str, month: str, day: str) -> str | None:
    """Say why no day fits; return None if some day fits.

    Args:
        year: A mask of a year without ``Y``.
        month: A mask that some month fits.
        day: A mask of a day.

    Example:
        >>> why_no_day("1945", "02", "29")
        'February 1945 has 28 days'
        >>> why_no_day("19XX", "02", "29") is None
        True
    """
    lowest = min(DAYS[day], default=0)
    if 1 <= lowest <= 28:
        return None
    if not lowest:
        return "no month has such a day"
    long_enough = [m for m in MONTHS[month] if lowest <= LONGEST[m]]
    if long_enough and (long_enough != [2] or _has_leap_year(year)):
        return None
    if "X" in month:
        return f"no month that fits `{month}` has such a day in a year that fits `{year}`"
    name = MONTH_NAMES[int(month) - 1]
    if long_enough and "X" in year:
        return f"no year that fits `{year}` is a leap year, so {name} has 28 days"
    length = LONGEST[int(month)] if "X" in year else month_length(int(year), int(month))
    return f"{name} {'never has more than' if 'X' in year else f'{year} has'} {length} days"


def earliest(year: str, month: str | None = None, day: str | None = None) -> YearMonthDay:
    """Return the first day that fits a mask, also if no ``date`` can hold it; some day must fit.

    Example:
        >>> earliest("19XX", "02", "29"), earliest("-0044")
        ((1904, 2, 29), (-44, 1, 1))
    """
    for y in years(year):
        for m in MONTHS[month]:
            if (d := DAYS[day][0]) <= month_length(y, m):
                return y, m, d
    raise AssertionError("some day fits")


def latest(year: str, month: str | None = None, day: str | None = None) -> YearMonthDay:
    """Return the last day that fits a mask; some day must fit.

    Example:
        >>> latest("19XX", "02", "29"), latest("1945", "02")
        ((1996, 2, 29), (1945, 2, 28))
    """
    for y in years(year, latest_first=True):
        for m in reversed(MONTHS[month]):
            length = month_length(y, m)
            for d in reversed(DAYS[day]):
                if d <= length:
                    return y, m, d
    raise AssertionError("some day fits")


def ordinal(day: YearMonthDay) -> int:
    """Return a day as ``date.toordinal`` counts.

    Raises:
        OutOfRangeError: Outside the years 1 to 9999.

    Example:
        >>> date.fromordinal(ordinal((1945, 8, 9)))
        datetime.date(1945, 8, 9)
    """
    if not 1 <= day[0] <= 9999:
        raise OutOfRangeError(f"the year {shown(day[0])}")
    return date(*day).toordinal()


def runs(year: str, month: str | None = None, day: str | None = None) -> Iterator[DayRun]:
    """Yield the days that fit, in order. Neighbouring runs are not joined.

    Raises:
        OutOfRangeError: Outside the years 1 to 9999.

    Example:
        >>> [date.fromordinal(first).isoformat() for first, last in runs("1945", "0X", "31")]
        ['1945-01-31', '1945-03-31', '1945-05-31', '1945-07-31', '1945-08-31']
    """
    whole_month = day in (None, "XX")
    whole_year = whole_month and month in (None, "XX")
    for y in years(year):
        if whole_year:
            yield ordinal((y, 1, 1)), ordinal((y, 12, 31))
            continue
        for m in MONTHS[month]:
            before, length = ordinal((y, m, 1)) - 1, month_length(y, m)
            if whole_month:
                yield before + 1, before + length
            else:
                yield from ((before + d, before + d) for d in DAYS[day] if d <= length)
