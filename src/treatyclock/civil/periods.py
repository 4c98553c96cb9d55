"""Calendar periods and the rules by which they are counted from a day.

The arithmetic is ``dateutil``'s :class:`~dateutil.relativedelta.relativedelta`: whole years and
months first, then days, and a day that the month lacks becomes its last. What the law adds on
top is whether the first day counts, what else a missing day may become, and that counting back
is an operation of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from treatyclock.civil.interop.objects import as_iso_period
from treatyclock.errors import MonthEndError, OutOfRangeError, PeriodError

if TYPE_CHECKING:  # dateutil takes 30 ms to import, so only arithmetic pays for it
    from dateutil.relativedelta import relativedelta

ISO_PERIOD = re.compile(r"P(?=[0-9])(?:([0-9]{1,5})Y)?(?:([0-9]{1,5})M)?(?:([0-9]{1,5})W)?(?:([0-9]{1,7})D)?")
_ABSOLUTE = ("year", "month", "day", "weekday", "hour", "minute", "second", "microsecond")
_LARGEST = 10**15


class MonthEnd(Enum):
    """What the corresponding day is if the month reached has no day of that number.

    CLAMP takes the last day of that month (European Convention on the Calculation of
    Time-Limits, art. 4(2)), ROLL the first of the next, REFUSE raises.
    """

    CLAMP = "clamp"
    ROLL = "roll"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Period:
    """A length of calendar time in whole years, months and days.

    A year is twelve months, so ``P1Y`` and ``P12M`` are equal, and each is written as it was given. No number of days
    is a month.

    Example:
        >>> str(Period.of("P1Y6M")), Period.of("P2W") == Period(days=14), Period.of("P18M") == Period.of("P1Y6M")
        ('P1Y6M', True, True)
        >>> Period.of("P5Y").words
        '5 years'
    """

    years: int = 0
    months: int = 0
    days: int = 0

    def __post_init__(self) -> None:
        """Refuse fractions, negative parts and numbers too long to print."""
        for unit in ("years", "months", "days"):
            part = getattr(self, unit)
            if not isinstance(part, int) or isinstance(part, bool):
                raise PeriodError(f"{part} {unit}", "its parts are whole numbers")
            if part < 0:
                raise PeriodError(f"{part} {unit}", "it never runs backward; counting back is `day_before`")
            if part > _LARGEST:
                raise PeriodError(f"a number of more than 15 digits of {unit}", "it is longer than all of history")

    @classmethod
    def of(cls, value: Period | str | timedelta | relativedelta) -> Period:
        """Read a period.

        Args:
            value: An ISO 8601 duration of whole years, months, weeks and days, a ``timedelta``
                of whole days, a ``relativedelta`` of relative whole fields, or an ``ItemizedDateDelta``
                of ``whenever``.

        Raises:
            PeriodError: For a time of day, a fraction, an absolute field or a negative part.

        Example:
            >>> Period.of(timedelta(days=90))
            Period(years=0, months=0, days=90)
        """
        if isinstance(value, Period):
            return value
        if isinstance(value, timedelta):
            if value % timedelta(days=1):
                raise PeriodError(value, "it has a part of a day")
            return cls(days=value.days)
        if (iso := as_iso_period(value)) is not None:
            value = iso
        if isinstance(value, str):
            match = ISO_PERIOD.fullmatch(value)
            if match is None:
                raise PeriodError(value, "it is not of the form P5Y, P6M, P2W, P30D")
            years, months, weeks, days = (int(part or 0) for part in match.groups())
            return cls(years=years, months=months, days=weeks * 7 + days)
        return cls._of_relativedelta(value)

    @classmethod
    def _of_relativedelta(cls, value: relativedelta) -> Period:
        try:
            absolute = [name for name in _ABSOLUTE if getattr(value, name) is not None]
            clock = [name for name in ("hours", "minutes", "seconds", "microseconds") if getattr(value, name)]
            if absolute or value.leapdays:
                raise PeriodError(value, f"it sets {', '.join(absolute) or 'leapdays'}: not a length but a place")
            if clock:
                raise PeriodError(value, f"it has {', '.join(clock)}: a calendar period has whole days")
            return cls(years=value.years, months=value.months, days=value.days)
        except AttributeError:
            raise PeriodError(value, f"it is of type {type(value).__name__}") from None

    def __eq__(self, other: object) -> bool:
        """Tell whether both have as many months in all and as many days."""
        if not isinstance(other, Period):
            return NotImplemented
        return self._length == other._length

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(self._length)

    @property
    def _length(self) -> tuple[int, int]:
        return 12 * self.years + self.months, self.days

    def __bool__(self) -> bool:
        """Tell whether it has any length."""
        return bool(self.years or self.months or self.days)

    def __add__(self, other: Period) -> Period:
        """Join part by part: 1 year 6 months and 1 year 6 months are 2 years 12 months."""
        if not isinstance(other, Period):
            return NotImplemented
        return Period(years=self.years + other.years, months=self.months + other.months, days=self.days + other.days)

    def __mul__(self, times: int) -> Period:
        """Repeat it."""
        return Period(years=self.years * times, months=self.months * times, days=self.days * times)

    def __str__(self) -> str:
        """Write it as an ISO 8601 duration."""
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        return "P" + ("".join(f"{count}{unit}" for count, unit in parts if count) or "0D")

    @property
    def words(self) -> str:
        """Write it in English."""
        parts = ((self.years, "year"), (self.months, "month"), (self.days, "day"))
        return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count) or "no time"


def corresponding_day(day: date, period: Period, month_end: MonthEnd = MonthEnd.CLAMP) -> date:
    """Return the day reached by a period, the first day not counted.

    Law: European Convention on the Calculation of Time-Limits, arts. 3 and 4.

    Raises:
        MonthEndError: Where the month has no such day and the policy is to refuse.
        OutOfRangeError: Beyond year 9999.

    Example:
        >>> corresponding_day(date(1941, 1, 31), Period.of("P1M"), MonthEnd.ROLL).isoformat()
        '1941-03-01'
    """
    return _moved(day, period, 1, month_end)


def day_before(day: date, period: Period, month_end: MonthEnd = MonthEnd.CLAMP) -> date:
    """Return the day that lies a period before another; not the inverse of counting forward.

    Law: no general rule covers periods counted back (the European Convention's art. 1 leaves
    them out); the corresponding day is what clauses of "a year before the end" are read as.

    Raises:
        MonthEndError: Where the month has no such day and the policy is to refuse.
        OutOfRangeError: Before year 1.

    Example:
        >>> day_before(date(1946, 4, 25), Period.of("P1Y")).isoformat()
        '1945-04-25'
    """
    return _moved(day, period, -1, month_end)


def latest_start(end: date, period: Period, month_end: MonthEnd = MonthEnd.CLAMP) -> date:
    """Return the last day from which a period, the first day not counted, is over no later than a day.

    It is :func:`day_before` unless a month on the way is short: six months before 28 February is 28 August, and six
    months from 31 August are over on 28 February all the same.

    Raises:
        MonthEndError: Where the month has no such day and the policy is to refuse.
        OutOfRangeError: Before year 1.

    Example:
        >>> latest_start(date(2019, 2, 28), Period.of("P6M")).isoformat()
        '2018-08-31'
        >>> latest_start(date(2019, 2, 28), Period.of("P6M"), MonthEnd.ROLL).isoformat()
        '2018-08-28'
    """
    found = day_before(end, period, month_end)
    # Counting forward never turns a later day into an earlier one, and the two ways differ by a few days at most.
    while found > date.min and corresponding_day(found, period, month_end) > end:
        found -= timedelta(days=1)
    while found < end and corresponding_day(found + timedelta(days=1), period, month_end) <= end:
        found += timedelta(days=1)
    return found


def last_day(day: date, period: Period, *, first_day_counts: bool, month_end: MonthEnd = MonthEnd.CLAMP) -> date:
    """Return the last day of a period that begins on a day.

    Not counted, it is the corresponding day; counted, the one before it, and where the month
    reached has no corresponding day, its last: the month is then full either way.

    Law: the first is the rule of the European Convention, art. 3; the second that of clauses
    "from and including" and of the German Civil Code, sections 187(2) and 188(2)-(3).

    Raises:
        MonthEndError: Where the month has no such day and the policy is to refuse.
        OutOfRangeError: Outside the years 1 to 9999.

    Example:
        >>> last_day(date(1941, 4, 25), Period.of("P5Y"), first_day_counts=False).isoformat()
        '1946-04-25'
        >>> last_day(date(1941, 4, 25), Period.of("P5Y"), first_day_counts=True).isoformat()
        '1946-04-24'
    """
    if not first_day_counts:
        return corresponding_day(day, period, month_end)
    if lacks_day(day, period):
        if month_end is MonthEnd.REFUSE:
            raise MonthEndError(day.isoformat(), str(period))
        return corresponding_day(day, period, MonthEnd.CLAMP)
    reached = corresponding_day(day, period, month_end)
    if reached == date.min:
        raise OutOfRangeError(f"the day before {reached}")
    return reached - timedelta(days=1)


def lacks_day(day: date, period: Period, *, backward: bool = False) -> bool:
    """Tell whether the month reached has no day of that number, so that month ends matter.

    Example:
        >>> lacks_day(date(1940, 2, 29), Period.of("P5Y"))
        True
    """
    if day.day <= 28:
        return False
    try:
        return (day + _months(period, -1 if backward else 1)).day != day.day
    except (ValueError, OverflowError):
        raise OutOfRangeError(f"{day} {'less' if backward else 'and'} {period.words}") from None


@lru_cache(maxsize=256)
def _months(period: Period, sign: int) -> relativedelta:
    """Return the years and months of a period; to make one takes longer than to add it."""
    from dateutil.relativedelta import relativedelta

    return relativedelta(years=sign * period.years, months=sign * period.months)


def _moved(day: date, period: Period, sign: int, month_end: MonthEnd) -> date:
    try:
        months = day + _months(period, sign)
        if months.day != day.day:
            if month_end is MonthEnd.REFUSE:
                raise MonthEndError(day.isoformat(), str(period))
            if month_end is MonthEnd.ROLL:
                months += timedelta(days=1)
        return months + timedelta(days=sign * period.days)
    except MonthEndError:
        raise
    except (ValueError, OverflowError):
        raise OutOfRangeError(f"{day} {'and' if sign > 0 else 'less'} {period.words}") from None
