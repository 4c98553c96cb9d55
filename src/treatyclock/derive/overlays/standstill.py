"""Stretches of time in which nothing of a treaty is in operation towards a State, and what several have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.timing import Span

NO_EXIT: frozenset[Key | None] = frozenset({None})
"""What stands for an edge that no exit brings."""


@dataclass(frozen=True, slots=True)
class Standstill:
    """A time in which nothing is in operation towards a State: it is no party, or the treaty is suspended with it.

    Attributes:
        begins: When it begins.
        ends: When it ends.
        asleep: The reasons for the suspension.
        gone: The reasons for which States are no parties.
        since: The exits with which it begins; None among them for anything else.
        until: The exits with which it ends; None among them for anything else.
    """

    begins: Span | None
    ends: Span | None
    asleep: tuple[Key, ...] = ()
    gone: tuple[Key, ...] = ()
    since: frozenset[Key | None] = NO_EXIT
    until: frozenset[Key | None] = NO_EXIT


def meeting(one: Standstill, other: Standstill) -> Standstill | None:
    """Return what two stretches have in common; None for nothing."""
    begun = [each for each in (one.begins, other.begins) if each is not None]
    over = [each for each in (one.ends, other.ends) if each is not None]
    begins = begun[0] if len(begun) == 1 else begun[0].or_later(begun[1]) if begun else None
    ends = Span(min(each.earliest for each in over), min(each.latest for each in over)) if over else None
    if begins is not None and ends is not None and ends.latest <= begins.earliest:
        return None
    return Standstill(
        begins,
        ends,
        tuple(dict.fromkeys((*one.asleep, *other.asleep))),
        tuple(dict.fromkeys((*one.gone, *other.gone))),
        since=_exits(begins, (one.begins, one.since), (other.begins, other.since)),
        until=_exits(ends, (one.ends, one.until), (other.ends, other.until)),
    )


def joined(stretches: Sequence[Standstill]) -> list[Standstill]:
    """Join a stretch to one that begins with the exits with which it ends: that is one instant, however vague."""
    found = [each for each in stretches if each.asleep]
    for one in found:
        for other in found:
            if one.ends is None or one.ends != other.begins or None in one.until | other.since:
                continue
            if other.since <= one.until:
                whole = Standstill(
                    one.begins,
                    other.ends,
                    tuple(dict.fromkeys((*one.asleep, *other.asleep))),
                    tuple(dict.fromkeys((*one.gone, *other.gone))),
                    since=one.since,
                    until=other.until,
                )
                found += [] if whole in found else [whole]
    return found


def longest(stretches: Sequence[Standstill]) -> list[Standstill]:
    """Leave out stretches that lie within others."""
    found: list[Standstill] = []
    for each in stretches:
        if not any(_within(each, other) for other in found):
            found = [other for other in found if not _within(other, each)] + [each]
    return found


def _exits(at: Span | None, *edges: tuple[Span | None, frozenset[Key | None]]) -> frozenset[Key | None]:
    """Return the exits that bring an edge of what two stretches have in common: those of each that has it."""
    found = [exits for edge, exits in edges if edge == at]
    return frozenset[Key | None]().union(*found) if at is not None and found else NO_EXIT


def _within(one: Standstill, other: Standstill) -> bool:
    """Tell whether a stretch lies within another that tells no less of a suspension."""
    if one.asleep and not other.asleep:
        return False
    begun = other.begins is None or (one.begins is not None and one.begins.or_later(other.begins) == one.begins)
    over = other.ends is None or (one.ends is not None and other.ends.or_later(one.ends) == other.ends)
    return begun and over
