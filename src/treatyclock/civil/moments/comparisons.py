"""Comparing imprecise times: three-valued order, and the Allen relations that two spans may have.

``==`` and ``hash`` of moments are structural: they compare what sources say. The functions here compare times, and
answer unknown if the supports do not settle it. They accept whatever
:func:`~treatyclock.civil.moments.read.moment` reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.moments.moment import Moment, single
from treatyclock.civil.moments.read import MomentLike, moment
from treatyclock.errors import expect
from treatyclock.intervals import Interval, IntervalSet
from treatyclock.truth import Truth


def before(one: MomentLike, other: MomentLike, *, same_clock: bool = False) -> Truth:
    """Tell whether a moment lies before another.

    Args:
        one: The first.
        other: The second.
        same_clock: Whether both are known to be on one clock, though it is not known which. Only clocks that both
            may be on then count, and the answer is yes or no only if all of these agree. If no text names a
            clock, dates compare as printed. A time that has an offset of its own remains that instant.

    Example:
        >>> before("1945-08-15", "1945-08-16").value, before("1945-08-15", "1945-08-16", same_clock=True).value
        ('unknown', 'yes')
    """
    return Truth.agreed(_before(a, b) for a, b in _cases((moment(one), moment(other)), same_clock))


def after(one: MomentLike, other: MomentLike, *, same_clock: bool = False) -> Truth:
    """Tell whether a moment lies after another; see :func:`before`.

    Example:
        >>> after(moment("1945-08-09T00:10+09:00"), moment("1945-08-08", zone="Europe/Moscow")).value
        'unknown'
    """
    return before(other, one, same_clock=same_clock)


def within(one: MomentLike, other: MomentLike, *, same_clock: bool = False) -> Truth:
    """Tell whether a moment lies within the days that another names, on every clock that these may be on.

    A month, a mask or a set of days means all its days. If their clock is not known, the answer is yes or no only
    if all clocks agree. Then no instant is certain to lie within a single day. The instants that are certain to lie
    within a year are all but its first and its last 26 hours.

    Args:
        one: The moment.
        other: The days. A wall time is one instant, though it may be unknown which.
        same_clock: As in :func:`before`.

    Example:
        >>> night = moment("1945-08-09T00:10", zone="Manchukuo")
        >>> within(night, moment("1945-08-08", zone="Europe/Moscow")).value
        'yes'
        >>> within(night, moment("1945-08-08", zone="Asia/Tokyo")).value
        'no'
        >>> within(night, "1945-08-08").value, within(night, "1945").value, within(night, "1944").value
        ('unknown', 'yes', 'no')
        >>> within("1945-08-15", "1945-08", same_clock=True).value
        'yes'
    """
    one, other = moment(one), moment(other)
    exact = other.wall is not None
    if same_clock and (cases := list(_shared((one, other)))):
        return Truth.agreed(_within(a, single(b) if exact else b, b) for a, b in cases)
    return _within(one.support, other.core, other.support)


def _cases(moments: Sequence[Moment], same_clock: bool) -> Iterator[tuple[IntervalSet, ...]]:
    """Yield the supports of moments, one tuple for each clock that all of them may be on."""
    shared = list(_shared(moments)) if same_clock else []
    yield from shared or [tuple(each.support for each in moments)]


def _shared(moments: Sequence[Moment]) -> Iterator[tuple[IntervalSet, ...]]:
    """Yield the supports of moments on each clock that all of them may be on."""
    settled = [_settled(each) for each in moments]
    named = [each.zones for each, alone in zip(moments, settled, strict=True) if each.zones and not alone]
    clocks = [clock for clock in named[0] if all(clock in zones for zones in named)] if named else []
    if not named and not any(settled):
        # On any clock the dates have the same order, so one clock stands for all.
        clocks = [zone("UTC")]
    for clock in clocks:
        supports = tuple(
            each.support if alone else each.on(clock) for each, alone in zip(moments, settled, strict=True)
        )
        if all(supports):
            yield supports


def _settled(value: Moment) -> bool:
    """Tell whether a moment has an offset of its own, so that it is an instant on any clock."""
    return value.wall is not None and [clock.basis.source for clock in value.zones] == ["fixed offset"]


def _before(one: IntervalSet, other: IntervalSet) -> Truth:
    (start, end), (other_start, other_end) = _hull(one), _hull(other)
    if end < other_start:
        return Truth.YES
    return Truth.NO if start >= other_end else Truth.UNKNOWN


def _within(one: IntervalSet, core: IntervalSet, support: IntervalSet) -> Truth:
    if one.issubset(core):
        return Truth.YES
    return Truth.UNKNOWN if one & support else Truth.NO


def _hull(support: IntervalSet) -> tuple[int, int]:
    """Return the first and the last instant of a support."""
    start, end = support.intervals[0].start, support.intervals[-1].end
    assert start is not None and end is not None
    return start, end - 1


class Allen(Enum):
    """How two spans of time lie to each other: the thirteen relations of Allen (1983)."""

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


# Each relation as the order of the four ends: a and b are start and end of the first span, c and
# d of the second; "ab=cd" reads a < b = c < d.
_ORDERS = {
    Allen.BEFORE: "abcd", Allen.MEETS: "ab=cd", Allen.OVERLAPS: "acbd", Allen.STARTS: "a=cbd",
    Allen.DURING: "cabd", Allen.FINISHES: "cab=d", Allen.EQUALS: "a=cb=d", Allen.FINISHED_BY: "acb=d",
    Allen.CONTAINS: "acdb", Allen.STARTED_BY: "a=cdb", Allen.OVERLAPPED_BY: "cadb", Allen.MET_BY: "ca=db",
    Allen.AFTER: "cdab",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, init=False)
class Stretch:
    """A span of time whose ends are imprecise: from a start on, up to and without an end.

    Example:
        >>> Stretch(start="1941-04-25", end="1946-04").end.days.last.isoformat()
        '1946-04-30'
    """

    start: Moment
    end: Moment

    def __init__(self, *, start: MomentLike, end: MomentLike) -> None:
        """Read both ends."""
        object.__setattr__(self, "start", moment(start))
        object.__setattr__(self, "end", moment(end))


def relations(one: Stretch, other: Stretch, *, same_clock: bool = False) -> frozenset[Allen]:
    """Return the relations that two spans may have: one if their ends settle it, none if an end precedes its start.

    Args:
        one: The first span.
        other: The second.
        same_clock: Whether all four ends are known to be on one clock, as in :func:`before`.

    Example:
        >>> war = Stretch(start=moment("1941-06-22", zone="UTC"), end=moment("1945-05-08", zone="UTC"))
        >>> pact = Stretch(start=moment("1941-04-25", zone="UTC"), end=moment("1946-04", zone="UTC"))
        >>> [each.value for each in relations(war, pact)]
        ['during']
    """
    for each in (one, other):
        expect(each, Stretch, "a span of time", "Stretch(start=..., end=...)")
    cases = [
        dict(zip("abcd", supports, strict=True))
        for supports in _cases((one.start, one.end, other.start, other.end), same_clock)
    ]
    return frozenset(
        relation for relation, order in _ORDERS.items() if any(_possible(order, supports) for supports in cases)
    )


def _possible(order: str, supports: dict[str, IntervalSet]) -> bool:
    """Tell whether the ends can stand in an order, by placing each as early as it may be (a greedy choice suffices)."""
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
