"""What a question may be put with: moments, clocks, and whom it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from treatyclock.answers.reproduction import TimeQuestion
from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.moments.moment import Fold, Moment
from treatyclock.civil.moments.read import MomentLike, moment, zones_of
from treatyclock.civil.moments.widening import Widening
from treatyclock.deferred import Deferred
from treatyclock.errors import (
    NaiveTimeError,
    ReversedDaysError,
    TimeFormatError,
    TreatyclockError,
    UnknownZoneError,
    WrongTypeError,
    expect,
)
from treatyclock.law.record import Record
from treatyclock.law.subjects import GENERALLY, Subject

Where = str | Zone | Sequence[str | Zone] | None
Pair = tuple[str, str] | list[str] | None

ANY_CLOCK = "any"
"""The name by which any clock on earth is asked for: a day is then all the instants that have its date somewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAsked:
    """The time that a question is about.

    Attributes:
        at: The moment.
        by_date: Whether it is a day or a range of days of the treaty, to be compared as a date.
        question: The time as it was put, worked out when somebody looks at it.
    """

    at: Moment
    by_date: bool
    question: Deferred[TimeQuestion]


def time_asked(at: MomentLike, zone: Where, fold: Fold | str, widen: Widening | str) -> TimeAsked:
    """Read the time of a question: a bare day is a day of the treaty, unless any clock on earth is asked for."""
    anywhere = on_any_clock(zone)
    when = moment(at, zone=None if anywhere else zone, fold=fold, widen=widen)
    if isinstance(at, Moment) and zone is not None and not anywhere and when.wall is None and not when.zones:
        when = when.placed(zones_of(zone))  # a moment that was read without a clock
    by_date = when.wall is None and not when.zones and not anywhere

    def question() -> TimeQuestion:
        named = (ANY_CLOCK,) if anywhere else _zones_named(when, at, zone)
        policy = _policy_of(when, () if anywhere else named) if isinstance(at, Moment) else Widening.of(widen)
        return TimeQuestion(at=when.text, zones=named, fold=_fold_of(when, at, named), widen=policy)

    return TimeAsked(at=when, by_date=by_date, question=Deferred(question))


def _zones_named(when: Moment, at: MomentLike, zone: Where) -> tuple[str, ...]:
    """Return the clocks that were named beside the text of a time; none where the text names its own."""
    named = zone is not None or not isinstance(at, str)  # a datetime has a clock of its own
    if not named or not when.zones:
        return ()
    try:
        alone = moment(when.text)
    except TreatyclockError:  # an hour without a clock
        return _names_of(when)
    return () if alone.zones == when.zones else _names_of(when)


def _fold_of(when: Moment, at: MomentLike, zones: tuple[str, ...]) -> Fold:
    """Return which of two instants is meant; of a datetime, which always says so, only where there are two."""
    if isinstance(at, str | Moment) or zones in ((), (ANY_CLOCK,)):
        return when.fold
    return Fold.BOTH if moment(when.text, zone=zones).support == when.support else when.fold


def _names_of(when: Moment) -> tuple[str, ...]:
    """Return names by which the clocks of a time are found again; of one that a document only labels, its offset."""
    return tuple(_name_of(each, when) for each in when.zones)


def _name_of(clock: Zone, when: Moment) -> str:
    try:
        zone(clock.key)
    except UnknownZoneError:
        return offset_text(clock.offset_at(when.span.start or 0))
    return clock.key


def _policy_of(when: Moment, zones: Sequence[str]) -> Widening:
    """Return the policy by which a moment was read that somebody made before.

    Raises:
        TimeFormatError: If its text does not say the same time again, by any policy.
    """
    for policy in Widening:
        try:
            again = moment(when.text, zone=zones or None, fold=when.fold, widen=policy)
        except TreatyclockError:
            continue
        if again.support == when.support:
            return policy
    problem = "the moment asked about is another than its text says, so that the question cannot be put again"
    raise TimeFormatError(when.text, problem, "ask with a text or a datetime")


def on_any_clock(zone: Where) -> bool:
    """Tell whether any clock on earth is asked for.

    Raises:
        WrongTypeError: If it is asked for beside a clock.
    """
    several = tuple(zone) if isinstance(zone, list | tuple) else (zone,)
    if ANY_CLOCK in several and set(several) != {ANY_CLOCK}:
        raise WrongTypeError("zone", several, f"{ANY_CLOCK!r} alone, or one clock or more")
    return ANY_CLOCK in several


_PAIR = "two parties: between=('SUN', 'JPN')"


def subject_of(record: Record, party: str | None, between: Pair) -> Subject:
    """Return whom a question is about.

    Raises:
        WrongTypeError: If it is about what is no code of a party, a pair that is none, or a party and a pair.
        UnknownPartyError: If the treaty names no such party.
    """
    if party is not None:
        expect(party, str, "party", "its code: party='SUN'; for two of them between=('SUN', 'JPN')")
    if between is None:
        return GENERALLY if party is None else Subject((record.state(party),))
    expect(between, (tuple, list), "between", _PAIR)
    for each in between:
        expect(each, str, "one of between", _PAIR)
    if party is not None or len(between) != 2 or len(set(between)) != 2:
        raise WrongTypeError("between", tuple(between), "two different parties, and no party beside them")
    return Subject(tuple(record.state(each) for each in between))


def day_of(value: MomentLike) -> date:
    """Return the day that is named.

    Raises:
        TimeFormatError: If it may be one of several.
    """
    days = moment(value).days
    if not days.known:
        raise TimeFormatError(value, "it is no single day", "write one day, such as 1945-08-08")
    return days.first


def bare_days_of(first: MomentLike, last: MomentLike) -> tuple[date, date]:
    """Return the days from one to another, both inside, where days are asked for and no hours.

    Raises:
        ReversedDaysError: If the last lies before the first.
        TimeFormatError: If one of them has an hour or a clock.
    """
    for each in (first, last):
        bare(each)
    return days_of(first, last)


def bare(value: MomentLike) -> Moment:
    """Return a day, or days, of the treaty.

    Raises:
        TimeFormatError: If it has an hour or a clock.
    """
    found = moment(value)
    if found.wall is not None or found.zones:
        raise TimeFormatError(found.text, "a day of the treaty has no hour and no clock", "write the day alone")
    return found


def days_of(first: MomentLike, last: MomentLike) -> tuple[date, date]:
    """Return the days from one to another, both inside.

    Raises:
        ReversedDaysError: If the last lies before the first.
    """
    begins, ends = moment(first).days.first, moment(last).days.last
    if ends < begins:
        raise ReversedDaysError(first, last)
    return begins, ends


def horizon_of(value: MomentLike, zone: Where) -> Moment:
    """Read what was known by when; a bare date is taken as printed, whatever the zone asked about."""
    try:
        return moment(value)
    except NaiveTimeError:
        return moment(value, zone=zone)
