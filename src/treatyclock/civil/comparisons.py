"""Comparing imprecise times: three-valued order, and the Allen relations that two spans may have.

``==`` and ``hash`` of moments are structural: they compare what sources say. What follows of
time is asked for by name, and is unknown where the supports do not settle it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from treatyclock.civil.moments import Moment, moment
from treatyclock.civil.zones import zone
from treatyclock.intervals import Interval, IntervalSet
from treatyclock.truth import Truth


def before(one: Moment, other: Moment, *, same_clock: bool = False) -> Truth:
    """Tell whether a moment lies before another.

    Args:
        one: The first.
        other: The second.
        same_clock: Whether both are known to be on one clock, though it is not known which:
            two dates without a zone then compare as printed, two dates on the same several
            clocks on each of these, and the answer is yes or no only if all agree.

    Example:
        >>> a, b = moment("1945-08-15"), moment("1945-08-16")
        >>> before(a, b).value, before(a, b, same_clock=True).value
        ('unknown', 'yes')
    """
    return Truth.agreed(_before(a, b) for a, b in _cases(one, other, same_clock))


def after(one: Moment, other: Moment, *, same_clock: bool = False) -> Truth:
    """Tell whether a moment lies after another; see :func:`before`.

    Example:
        >>> after(moment("1945-08-09T00:10+09:00"), moment("1945-08-08", zone="Europe/Moscow")).value
        'unknown'
    """
    return before(other, one, same_clock=same_clock)


def within(one: Moment, other: Moment) -> Truth:
    """Tell whether a moment lies within the time that another's support covers.

    Example:
        >>> night = moment("1945-08-09T00:10", zone="Manchukuo")
        >>> within(night, moment("1945-08-08", zone="Europe/Moscow")).value
        'yes'
        >>> within(night, moment("1945-08-08", zone="Asia/Tokyo")).value
        'no'
    """
    if one.support.issubset(other.support):
        return Truth.YES
    return Truth.UNKNOWN if one.support & other.support else Truth.NO


def _cases(one: Moment, other: Moment, same_clock: bool) -> Iterator[tuple[Moment, Moment]]:
    if not same_clock or one.wall is not None or other.wall is not None or one.zones != other.zones:
        yield one, other
    elif one.zones:
        for clock in one.zones:
            yield moment(one.text, zone=clock), moment(other.text, zone=clock)
    else:
        # Whatever the clock, the order of dates is that of the dates.
        yield moment(one.text, zone=zone("UTC")), moment(other.text, zone=zone("UTC"))


def _before(one: Moment, other: Moment) -> Truth:
    (start, end), (other_start, other_end) = _hull(one), _hull(other)
    if end < other_start:
        return Truth.YES
    return Truth.NO if start >= other_end else Truth.UNKNOWN


def _hull(value: Moment) -> tuple[int, int]:
    """Return the first and the last instant that a moment may be."""
    span = value.span
    assert span.start is not None and span.end is not None
    return span.start, span.end - 1


class Allen(Enum):
    """How two spans of time lie to each other (Allen 1983)."""

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUALS = "equals"
    FINISHED_BY = "finished by"
    CONTAINS = "contains"
    STARTED_BY = "started by"
    OVERLAPPED_BY = "overlapped by"
    MET_BY = "met by"
    AFTER = "after"


# Each relation as the order of the four ends: a and b are start and end of the one span, c and
# d of the other; "ab=cd" reads a < b = c < d.
_ORDERS = {
    Allen.BEFORE: "abcd", Allen.MEETS: "ab=cd", Allen.OVERLAPS: "acbd", Allen.STARTS: "a=cbd",
    Allen.DURING: "cabd", Allen.FINISHES: "cab=d", Allen.EQUALS: "a=cb=d", Allen.FINISHED_BY: "acb=d",
    Allen.CONTAINS: "acdb", Allen.STARTED_BY: "a=cdb", Allen.OVERLAPPED_BY: "cadb", Allen.MET_BY: "ca=db",
    Allen.AFTER: "cdab",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A span of time whose ends are imprecise: from a start on, up to and without an end."""

    start: Moment
    end: Moment


def relations(one: Stretch, other: Stretch) -> frozenset[Allen]:
    """Return the relations that two spans may have; one if their ends settle it, none if an end precedes its start.

    Example:
        >>> war = Stretch(start=moment("1941-06-22", zone="UTC"), end=moment("1945-05-08", zone="UTC"))
        >>> pact = Stretch(start=moment("1941-04-25", zone="UTC"), end=moment("1946-04", zone="UTC"))
        >>> [each.value for each in relations(war, pact)]
        ['during']
    """
    ends = {"a": one.start, "b": one.end, "c": other.start, "d": other.end}
    supports = {letter: end.support for letter, end in ends.items()}
    return frozenset(relation for relation, order in _ORDERS.items() if _possible(order, supports))


def _possible(order: str, supports: dict[str, IntervalSet]) -> bool:
    """Tell whether ends can stand in an order, by placing each as early as it may be."""
    last = None
    for group in _groups(order):
        shared = supports[group[0]]
        for end in group[1:]:
            shared = shared & supports[end]
        later = shared if last is None else shared & IntervalSet((Interval(last + 1, None),))
        if not later:
            return False
        last = later.intervals[0].start
        assert last is not None
    return True


def _groups(order: str) -> list[str]:
    groups: list[str] = []
    equal = False
    for letter in order:
        if letter == "=":
            equal = True
        elif equal:
            groups[-1] += letter
            equal = False
        else:
            groups.append(letter)
    return groups
