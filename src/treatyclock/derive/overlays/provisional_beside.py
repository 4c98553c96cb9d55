"""Provisional application that hangs on others: only while the treaty is in force for them, or they apply it too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from treatyclock.derive.histories.history import Membership
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Named, Rule
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.clauses.before_entry import ProvisionalApplication

WHILE_IN_FORCE = Rule("while in force for another", "it is in force for {value}, and so it is applied provisionally")
WHILE_APPLIED = Rule("while another applies it", "{value} applies it too, and so it is applied provisionally")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeApplied:
    """A time for which a State is a party, or applies the treaty provisionally."""

    begins: Span
    ends: Span | None
    because: tuple[Key, ...]


def in_force_for(periods: Sequence[Membership]) -> tuple[TimeApplied, ...]:
    """Return the times for which the treaty is in force for a State."""
    return tuple(
        TimeApplied(
            begins=each.entry.begins,
            ends=None if each.end is None else each.end.at,
            because=(each.entry.key, *(() if each.end is None else each.end.keys)),
        )
        for each in periods
    )


def applied_by(applied: Sequence[Overlay]) -> tuple[TimeApplied, ...]:
    """Return the times for which a State applies the treaty provisionally."""
    return tuple(TimeApplied(begins=each.begins, ends=each.ends, because=each.because) for each in applied)


def while_others_do(
    evaluation: Evaluation,
    clause: ProvisionalApplication,
    party: str,
    applied: Sequence[Overlay],
    *,
    in_force: Callable[[str], tuple[TimeApplied, ...]],
    applying: Callable[[str], tuple[TimeApplied, ...]],
) -> tuple[Overlay, ...]:
    """Return those times for which a State applies the treaty provisionally in which others do what they must.

    Args:
        evaluation: The evaluation.
        clause: The clause.
        party: The State; on one that the clause names the others hang, and it hangs on none.
        applied: The times as the State's own acts leave them.
        in_force: Tells for which times the treaty is in force for a State.
        applying: Tells for which times a State applies the treaty provisionally.
    """
    found = tuple(applied)
    if party in clause.hangs_on_others:
        return found
    for other in clause.while_in_force_for:
        found = _while(evaluation, found, other, in_force(other), WHILE_IN_FORCE)
    for other in clause.while_applied_by:
        times = applying(other)
        if not all(any(_lasts_as_long(each, own) for each in times) for own in found):
            times = (*in_force(other), *times)  # whether it is a party is asked only where that matters
        found = _while(evaluation, found, other, times, WHILE_APPLIED)
    return found


def _while(
    evaluation: Evaluation, applied: Sequence[Overlay], other: str, times: Sequence[TimeApplied], rule: Rule
) -> tuple[Overlay, ...]:
    found = []
    for number, own in enumerate(applied, start=1):
        both = [made for each in times if (made := _together(own, each)) is not None]
        for place, each in enumerate(both, start=1):
            name = Key("provisional beside", f"{own.because[0].subject} {other} {number}", place)
            key = evaluation.derived(name, rule, Named(other), *each.because)
            found.append(replace(each, because=(key,)))
    return tuple(found)


def _lasts_as_long(other: TimeApplied, own: Overlay) -> bool:
    """Tell whether a time in which another applies the treaty is surely not over before one's own."""
    if other.ends is None or other.ends == own.ends:
        return True
    return own.ends is not None and own.ends.latest <= other.ends.earliest


def _together(own: Overlay, other: TimeApplied) -> Overlay | None:
    """Return the time in which both run; None where they never do."""
    over = [each for each in (own.ends, other.ends) if each is not None]
    ends = Span(min(each.earliest for each in over), min(each.latest for each in over)) if over else None
    begins = own.begins.or_later(other.begins)
    if ends is not None and ends.latest <= begins.earliest:
        return None
    return replace(own, begins=begins, ends=ends, because=(*own.because, *other.because))
