"""Calendar periods, often of a length at which months and leap years matter."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from treatyclock.civil.periods import Period
from treatyclock.testing import checked

_TELLING_DAYS = (1, 28, 29, 30, 31, 90, 365, 366)
_TELLING_MONTHS = (1, 6, 11, 12, 18)


def periods(
    *, max_years: int = 30, max_months: int = 24, max_days: int = 400, allow_zero: bool = True
) -> st.SearchStrategy[Period]:
    """Return a strategy for periods of whole years, months and days; examples shrink to no time, or to one day.

    Args:
        max_years: The most years that a period has.
        max_months: The most months beside the years.
        max_days: The most days beside the months.
        allow_zero: Whether a period may have no length.

    Raises:
        hypothesis.errors.InvalidArgument: If there is no such period.

    Example:
        >>> from hypothesis import find
        >>> find(periods(), lambda period: period.years > 0 and period.days > 0)
        Period(years=1, months=0, days=1)
    """
    for name, most in (("max_years", max_years), ("max_months", max_months), ("max_days", max_days)):
        if checked.of_type(name, most, int, "a whole number") < 0:
            raise InvalidArgument(f"A period never runs backward: {name}={most!r}")
    if not checked.flag("allow_zero", allow_zero) and not (max_years or max_months or max_days):
        raise InvalidArgument(f"There is only one such period: {max_years=}, {max_months=}, {max_days=}, {allow_zero=}")
    units = {"days": (max_days, _TELLING_DAYS), "months": (max_months, _TELLING_MONTHS), "years": (max_years, ())}
    # A clause mostly counts by one unit alone.
    alone = [
        st.builds(Period, **{unit: _up_to(most, telling, least=0 if allow_zero else 1)})
        for unit, (most, telling) in units.items()
        if most
    ]
    several = st.builds(Period, **{unit: _up_to(*each) for unit, each in units.items()})
    return st.one_of(*alone, several if allow_zero else several.filter(bool))


def _up_to(most: int, telling: tuple[int, ...], *, least: int = 0) -> st.SearchStrategy[int]:
    """Return numbers up to the most, of which those that tell much come as often as all others together."""
    kept = [each for each in telling if each <= most]
    if not kept:
        return st.integers(least, most)
    # One choice rather than two, so that an example shrinks from one unit to another.
    return st.integers(least, 2 * most).map(lambda at: at if at <= most else kept[(at - most - 1) % len(kept)])
