"""Conflicts in words: what each claim says, then what all of them together would mean, and cannot."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.instants import SECOND
from treatyclock.show.testimony._assumptions import assumption_text, choices_text
from treatyclock.testimony.case import Case
from treatyclock.testimony.claims.relations import Gap
from treatyclock.testimony.conflicts import Conflict, Proof, literals, lowest
from treatyclock.testimony.findings import OpenChoice
from treatyclock.testimony.model import Model
from treatyclock.testimony.nodes import ClockNode, EventNode, Node, UtcNode
from treatyclock.testimony.wording import MINUTE, TICKS, duration_text, exactness, shown_text


def conflict_lines(case: Case, model: Model, conflict: Conflict) -> Iterator[str]:
    """Say why some claims cannot all be true: what each says, then what all of them together would mean."""
    ids = [model.assumptions[place].id for place in conflict.assumptions]
    several = {1: "", 2: " both"}.get(len(ids), " all")
    yield f"{', '.join(ids)} cannot{several} be true:"
    for proof in conflict.proofs:
        if len(conflict.proofs) > 1 and (settled := _settled_text(case, model, proof)):
            yield f"  if {settled}:"
        for each in _premises(model, proof):
            assumption = model.assumptions[each.assumption]
            yield f"    {assumption.id}: {assumption_text(case, assumption, each.variant)}"
        if any(step.of is None for step in proof.steps):
            yield "    no clock stands more than 16 h from UTC"
        therefore = "so " if len(proof.steps) > 1 else ""
        yield f"    {therefore}{sum_text(case, model, proof)}"


def _premises(model: Model, proof: Proof) -> list[OpenChoice]:
    """Return what a proof rests on, in the order in which the sum meets it."""
    found: dict[int, int] = {}
    meant = literals(model, proof)
    start = _pivot(model, proof)[0]
    for step in (*proof.steps[start:], *proof.steps[:start]):
        for need in step.needs:
            # Of the variants for which the proof stands, the one that sets the bound is told.
            told = need.assumption == step.of and step.variant is not None and meant[step.of] >> step.variant & 1
            variant = step.variant if told else found.get(need.assumption)
            found[need.assumption] = lowest(meant[need.assumption]) if variant is None else variant
    return [OpenChoice(assumption=place, variant=variant) for place, variant in found.items()]


def _settled_text(case: Case, model: Model, proof: Proof) -> str:
    """Say for which ways of settling what the sources leave open a proof stands; nothing where it stands for all."""
    settled = []
    for place, bits in literals(model, proof).items():
        assumption = model.assumptions[place]
        if assumption.base > 1 and bits & assumption.stands != assumption.stands:
            ways = [OpenChoice(assumption=place, variant=at) for at in range(assumption.base) if bits >> at & 1]
            settled.append(" or ".join(choices_text(case, model, [each]) for each in ways))
    return ", and ".join(settled)


def sum_text(case: Case, model: Model, proof: Proof) -> str:
    """Say what a cycle of bounds means for two of its points: two bounds that exclude each other."""
    if len(proof.steps) == 1:
        return "no clock showed that time"
    first, second, most = _pivot(model, proof)
    one, other = model.nodes[proof.steps[first].tail], model.nodes[proof.steps[second].tail]
    return _bounds(case, (one, other), most + proof.excess, most, model.epoch)


def _pivot(model: Model, proof: Proof) -> tuple[int, int, int]:
    """Choose the two points of a cycle between which its sum is told.

    Returns:
        The places of the steps that leave the points, and how far the second point comes at most after the first.
    """
    size = len(proof.steps)
    said = _gaps_said(model, proof)
    ranked = []
    for first in range(size):
        total = 0
        for length in range(1, size):
            total += proof.steps[(first + length - 1) % size].most
            second = (first + length) % size
            kinds = (type(model.nodes[proof.steps[first].tail]), type(model.nodes[proof.steps[second].tail]))
            if kinds in _BEST:
                # Among pairs of equal kinds, a pair that a claim is about comes first, then one with one claim between.
                ends = (proof.steps[first].tail, proof.steps[second].tail)
                alone = 0 if ends in said else 1 if min(length, size - length) == 1 else 2
                ranked.append((_BEST.index(kinds), alone, first, second, total))
    _, _, first, second, total = min(ranked) if ranked else (0, 0, 0, 0, -proof.excess)
    return first, second, total


def _gaps_said(model: Model, proof: Proof) -> set[tuple[int, int]]:
    """Return the pairs of points between which one of the claims says how long it was, in the claim's order."""
    claims = (model.assumptions[step.of].about for step in proof.steps if step.of is not None)
    return {(model.event_place(each.after), model.event_place(each.event)) for each in claims if isinstance(each, Gap)}


_BEST: list[tuple[type[Node], type[Node]]] = [
    (EventNode, EventNode), (ClockNode, EventNode), (ClockNode, ClockNode), (UtcNode, EventNode), (UtcNode, ClockNode),
]  # fmt: skip
"""The kinds of points between which a sum is told, those that read best first."""


def _bounds(case: Case, nodes: tuple[Node, Node], least: int, most: int, epoch: int) -> str:
    match nodes:
        case EventNode(one), EventNode(other) if one != other:
            event, after = case.event_title(other), case.event_title(one)
            return f"{event} would come both {_side(least, 'least')} and {_side(most, 'most')} {after}"
        case ClockNode(clock), EventNode(event):
            name = f"the clock of {case.clock_name(clock)} at {case.event_title(event)}"
            first, last = _readings(least + epoch, most + epoch)
            return f"{name} would show both {first} and {last}"
        case UtcNode(), EventNode(event):
            first, last = _readings(least + epoch, most + epoch)
            return f"{case.event_title(event)} would come both at {first} and at {last}, in UTC"
        case ClockNode(ahead), ClockNode(behind) if nodes[0] != nodes[1]:
            sides = f"{_ahead(least, 'least')} and {_ahead(most, 'most')}"
            return f"{case.clock_name(ahead)} would be both {sides} {case.clock_name(behind)}"
        case UtcNode(), ClockNode(clock):
            return f"{case.clock_name(clock)} would be both {_ahead(-most, 'least')} and {_ahead(-least, 'most')} UTC"
    return f"{duration_text(least - most)} more would be needed than there is"


def _side(size: int, bound: str) -> str:
    """Write a bound on a gap; at least minus an hour after is at most an hour before."""
    if size == 0:
        return "not before" if bound == "least" else "not after"
    if abs(size) <= TICKS:
        return "after" if size > 0 else "before"
    return f"{_size(size, bound)} {'after' if size > 0 else 'before'}"


def _ahead(size: int, bound: str) -> str:
    if size == 0:
        return "not behind" if bound == "least" else "not ahead of"
    return f"{_size(size, bound)} {'ahead of' if size > 0 else 'behind'}"


def _size(size: int, bound: str) -> str:
    """Write a bound on a length of time; at least minus an hour is at most an hour the other way."""
    length = abs(size)
    unit = MINUTE if length % MINUTE <= TICKS or -length % MINUTE <= TICKS else SECOND
    over, short = length % unit, -length % unit
    if (bound == "least") == (size > 0):
        return f"more than {duration_text(length - over)}" if 0 < over <= TICKS else f"at least {duration_text(length)}"
    return f"less than {duration_text(length + short)}" if 0 < short <= TICKS else f"at most {duration_text(length)}"


def _readings(first: int, last: int) -> tuple[str, str]:
    """Write a first reading, and a last one before it, as a clock shows them."""
    unit = exactness(first, last)
    one, other = shown_text(first, unit), shown_text(last, unit)
    # Only a strict order lies between the two.
    return f"{'after ' if one == other else ''}{one}{'' if one == other else ' or later'}", f"{other} or earlier"
