"""By how much a qualifier widens a date: by nothing, unless a policy is named.

ISO 8601-2 gives ``?``, ``~`` and ``%`` no width, so a width is a choice of the reader, and is recorded as one.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from treatyclock.civil._day_runs import joined
from treatyclock.civil._months import month_length
from treatyclock.civil.edtf import Date, OneMember, Season
from treatyclock.civil.edtf.seasons import SEASONS
from treatyclock.civil.edtf.symbols import DayBounds
from treatyclock.errors import OutOfRangeError, WrongTypeError


class Widening(Enum):
    """A policy of how far off a qualified date may be.

    NONE keeps to what the source asserts. ONE_UNIT adds on either side one year, month or day for each part that has
    a qualifier beside it, and to a season its own length; for ``%`` it adds two of them. So one more qualifier never
    makes a date narrower. The widths are the defaults of the Python package edtf (``PADDING_*`` and ``MULTIPLIER_*``
    in its ``appsettings.py``), with two differences: it also adds the units of the parts to the left of a qualifier,
    and gives a season 12 weeks. Open digits play no part: ``194X~`` is widened by one year.

    Example:
        >>> Widening.of("one-unit")
        <Widening.ONE_UNIT: 'one-unit'>
    """

    NONE = "none"
    ONE_UNIT = "one-unit"

    @classmethod
    def of(cls, policy: Widening | str) -> Widening:
        """Find a policy by its name.

        Raises:
            WrongTypeError: If there is no such policy, with the choices.
        """
        for each in cls:
            if policy in (each, each.value):
                return each
        raise WrongTypeError("widen", policy, " or ".join(repr(each.value) for each in cls))


def widened(symbol: Date | Season | OneMember, policy: Widening) -> tuple[tuple[DayBounds, ...], tuple[str, ...]]:
    """Return the days that a symbol may mean under a policy, and what the policy did.

    Each date of a set is widened by its own qualifiers, and so is each end of consecutive dates in a set.

    Example:
        >>> from treatyclock.civil.edtf import parse_edtf
        >>> [(first, last)], notes = widened(parse_edtf("1945-08~"), Widening.ONE_UNIT)
        >>> str(first), str(last), notes
        ('1945-07-01', '1945-09-30', ('1945-08~ is widened by one month on either side (policy one-unit)',))
    """
    if policy is Widening.NONE or not symbol.qualifiers:
        return symbol.ranges(), ()
    members = symbol.members if isinstance(symbol, OneMember) else (symbol,)
    runs, notes = [], []
    for member in members:
        ends = (member, member) if isinstance(member, Date | Season) else (member.first, member.last)
        months, days = zip(*(_amount(end) for end in ends), strict=True)
        for first, last in member.ranges():
            if first is None or last is None:
                return symbol.ranges(), ()  # without a bound it is not a moment, however wide it is
            runs.append((_earlier(first, months[0], days[0]), _later(last, months[1], days[1])))
        notes += [f"{end} is widened by {_words(end)} on either side (policy {policy.value})"
                  for end in dict.fromkeys(ends) if end is not None and any(_amount(end))]  # fmt: skip
    found = joined(sorted((first.toordinal(), last.toordinal()) for first, last in runs))
    return tuple((date.fromordinal(first), date.fromordinal(last)) for first, last in found), tuple(notes)


def _amount(end: Date | Season | None) -> tuple[int, int]:
    """Return the months and the days by which a date is widened."""
    if end is None:
        return 0, 0
    marked = {name: len(part.marks) for name, part in end.parts()}  # both of ``%`` count
    season = SEASONS[end.code.text][2] if isinstance(end, Season) else 0
    months = 12 * marked["year"] + marked.get("month", 0) + season * marked.get("season", 0)
    return months, marked.get("day", 0)


def _words(end: Date | Season) -> str:
    months, days = _amount(end)
    counted = ((months // 12, "year"), (months % 12, "month"), (days, "day"))
    return " and ".join(
        f"{'one' if number == 1 else number} {unit}{'s' if number > 1 else ''}" for number, unit in counted if number
    )


def _earlier(day: date, months: int, days: int) -> date:
    return _shifted(_in_month(day, -months), -days)


def _later(day: date, months: int, days: int) -> date:
    # The last day of a month is widened to the last day of another month. A 30th of a month is widened to the last
    # day of February, not to less.
    through = _shifted(_in_month(_shifted(day, 1), months), -1)
    return _shifted(max(through, _in_month(day, months)), days)


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise OutOfRangeError(f"{day} widened") from None


def _in_month(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OutOfRangeError(f"{day} widened")
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))
