"""What a question may be put with: moments, clocks, and whom it is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from treatyclock.civil.interchange import TimeObject
from treatyclock.civil.moments import Moment, moment
from treatyclock.civil.zones import Zone
from treatyclock.derive.life import Subject
from treatyclock.errors import NaiveTimeError, WrongTypeError, expect

When = str | date | datetime | Moment | TimeObject
Where = str | Zone | Sequence[str | Zone] | None
Pair = tuple[str, str] | list[str] | None


def subject_of(party: str | None, between: Pair) -> Subject:
    """Return whom a question is about.

    Raises:
        WrongTypeError: If it is about a pair that is none, or about a party and a pair.
    """
    if between is None:
        return party
    expect(between, (tuple, list), "between", "two parties: between=('SUN', 'JPN')")
    if party is not None or len(between) != 2 or len(set(between)) != 2:
        raise WrongTypeError("between", tuple(between), "two different parties, and no party beside them")
    one, other = between
    return one, other


def horizon_of(value: When, zone: Where) -> Moment:
    """Read what was known by when; a bare date is taken as printed, whatever the zone asked about."""
    try:
        return moment(value)
    except NaiveTimeError:
        return moment(value, zone=zone)
