"""Comparing imprecise times: three-valued order, and the Allen relations that two spans may have.

``==`` and ``hash`` of moments are structural: they compare what sources say. What follows of
time is asked for by name, and is unknown where the supports do not settle it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from treatyclock.civil.moments import Moment
from treatyclock.civil.zones import zone
from treatyclock.intervals import Interval, IntervalSet
from treatyclock.truth import Truth


def before(one: Moment, other: Moment, *, same_clock: bool = False) -> Truth:
    """Tell whether a moment lies before another.

    Args:
        one: The first.
        other: The second.
        same_clock: Whether both are known to be on one clock, though it is not known which. It is then
            one that both may be on, and the answer is yes or no only if all of these agree; where no
            text names a clock, dates compare as printed. A time with an offset of its own is an instant,
            whatever the clock, and stays so.

    Example:
        >>> from treatyclock.civil.moments import moment
        >>> a, b = moment("1945-08-15"), moment("1945-08-16")
        >>> before(a, b).value, before(a, b, same_clock=True).value
        ('unknown', 'yes')
    """
    return Truth.agreed(_before(a, b) for a, b in _cases((one, other), same_clock))


def after(one: Moment, other: Moment, *, same_clock: bool = False) -> Truth:
    """Tell whether a moment lies after another; see :func:`before`.

    Example:
        >>> from treatyclock.civil.moments import moment
        >>> after(moment("1945-08-09T00:10+09:00"), moment("1945-08-08", zone="Europe/Moscow")).value
        'unknown'
    """
    return before(other, one, same_clock=same_clock)


def within(one: Moment, other: Moment, *, same_clock: bool = False) -> Truth:
    """Tell whether a moment lies within the time that another's support covers.

    Args:
        one: The moment.
        other: The time.
        same_clock: As in :func:`before`.

    Example:
        >>> from treatyclock.civil.moments import moment
        >>> night = moment("1945-08-09T00:10", zone="Manchukuo")
        >>> within(night, moment("1945-08-08", zone="Europe/Moscow")).value
        'yes'
        >>> within(night, moment("1945-08-08", zone="Asia/Tokyo")).value
        'no'
        >>> within(moment("1945-08-15"), moment("1945-08"), same_clock=True).value
        'yes'
    """
    return Truth.agreed(_within(a, b) for a, b in _cases((one, other), same_clock))


def _cases(moments: Sequence[Moment], same_clock: bool) -> Iterator[tuple[IntervalSet, ...]]:
    """Yield the supports of moments, one tuple for each clock that all of them may be on."""
    apart = tuple(each.support for each in moments)
    if not same_clock:
        yield apart
        return
    settled = [_settled(each) for each in moments]
    named = [each.zones for each, alone in zip(moments, settled, strict=True) if each.zones and not alone]
    clocks = [clock for clock in named[0] if all(clock in zones for zones in named)] if named else []
    if not named and not any(settled):
        # Whatever the clock, the order of dates is that of the dates.
        clocks = [zone("UTC")]
    found = False
    for clock in clocks:
        supports = tuple(
            each.support if alone else each.on(clock) for each, alone in zip(moments, settled, strict=True)
        )
        if all(supports):
            found = True
            yield supports
    if not found:
        yield apart


def _settled(value: Moment) -> bool:
    """Tell whether a moment has an offset of its own, so that it is an instant whatever the clock."""
    return value.wall is not None and [clock.basis.source for clock in value.zones] == ["fixed offset"]


def _before(one: IntervalSet, other: IntervalSet) -> Truth:
    (start, end), (other_start, other_end) = _hull(one), _hull(other)
    if end < other_start:
        return Truth.YES
    return Truth.NO if start >= other_end else Truth.UNKNOWN


def _within(one: IntervalSet, other: IntervalSet) -> Truth:
    if one.issubset(other):
        return Truth.YES
    return Truth.UNKNOWN if one & other else Truth.NO


def _hull(support: IntervalSet) -> tuple[int, int]:
    """Return the first and the last instant of a support."""
    start, end = support.intervals[0].start, support.intervals[-1].end
    assert start is not None and end is not None
    return start, end - 1


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


def relations(one: Stretch, other: Stretch, *, same_clock: bool = False) -> frozenset[Allen]:
    """Return the relations that two spans may have; one if their ends settle it, none if an end precedes its start.

    Args:
        one: The first span.
        other: The second.
        same_clock: Whether all four ends are known to be on one clock, as in :func:`before`.

    Example:
        >>> from treatyclock.civil.moments import moment
        >>> war = Stretch(start=moment("1941-06-22", zone="UTC"), end=moment("1945-05-08", zone="UTC"))
        >>> pact = Stretch(start=moment("1941-04-25", zone="UTC"), end=moment("1946-04", zone="UTC"))
        >>> [each.value for each in relations(war, pact)]
        ['during']
    """
    cases = [
        dict(zip("abcd", supports, strict=True))
        for supports in _cases((one.start, one.end, other.start, other.end), same_clock)
    ]
    return frozenset(
        relation for relation, order in _ORDERS.items() if any(_possible(order, supports) for supports in cases)
    )


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
