"""Testimony in words: what a claim says, why some cannot all be true, what is given up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.errors import OutOfRangeError, plain
from treatyclock.instants import DAY, HOUR, SECOND, iso, to_datetime
from treatyclock.intervals import Interval
from treatyclock.testimony.case import Case
from treatyclock.testimony.claims import (
    Claim,
    ClockDifference,
    ClockOffset,
    DateLabel,
    Gap,
    Order,
    SameEvent,
    WallTime,
)
from treatyclock.testimony.conflicts import Conflict, Proof, literals, lowest
from treatyclock.testimony.model import Assumption, Model, Node, Variant
from treatyclock.testimony.repairs import Change, Repair

_MINUTE = 60 * SECOND
_TICKS = 9  # so many strict orders in a row come to no time that anyone would name


def duration(size: int) -> str:
    """Write a length of time: ``5 h 30 min``.

    Example:
        >>> duration(5 * HOUR + 30 * _MINUTE), duration(0), duration(DAY + 1)
        ('5 h 30 min', 'no time', '1 day 0.000001 s')
    """
    parts, rest = [], abs(size)
    for unit, name in ((DAY, "day"), (HOUR, "h"), (_MINUTE, "min")):
        number, rest = divmod(rest, unit)
        if number:
            parts.append(f"{number} {name}" + ("s" if unit == DAY and number > 1 else ""))
    if rest:
        parts.append(f"{f'{rest // SECOND}.{rest % SECOND:06}'.rstrip('0').rstrip('.')} s")
    return " ".join(parts) or "no time"


def reading(at: int) -> str:
    """Write a reading of a clock: ``1945-08-09 00:10``, with seconds where it has them."""
    try:
        stamp = to_datetime(at).replace(tzinfo=None)
    except OutOfRangeError:
        return iso(at)
    text = stamp.isoformat(sep=" ")
    return text[:16] if not (stamp.second or stamp.microsecond) else text


def span(found: Interval) -> str:
    """Write the readings of an interval; one that lies within a minute as that minute."""
    if found.start is None and found.end is None:
        return "at any time"
    if found.start is None:
        return f"{_to(found.end)} at the latest"
    if found.end is None:
        return f"{reading(found.start)} at the earliest"
    if found.end - found.start <= _MINUTE and found.start % _MINUTE == 0:
        return reading(found.start)
    last = _to(found.end)
    first = reading(found.start)
    if last == first:
        return first
    return f"{first} to {last[11:] if last[:11] == first[:11] and first[:1].isdigit() else last}"


def _to(end: int | None) -> str:
    assert end is not None
    # Strict orders and last instants leave a few ticks about a full minute, which are no news.
    over = (end + _TICKS) % _MINUTE - _TICKS
    return reading(end - over if abs(over) <= _TICKS else end)


def gap_text(found: Interval, event: str, after: str) -> str:
    """Write how long after one event another came, or before it."""
    least, most = found.start, None if found.end is None else found.end - 1
    if least is not None and least >= 0:
        return f"{event} came {_sizes(least, most)} after {after}"
    if most is not None and most <= 0:
        return f"{event} came {_sizes(-most, None if least is None else -least)} before {after}"
    if least is None and most is None:
        return f"whether {event} came before or after {after} is not known"
    before = "" if least is None else f"at most {duration(least)} before"
    later = "" if most is None else f"at most {duration(most)} after"
    return f"{event} came {' and '.join(filter(None, [before, later]))} {after}"


def _sizes(least: int, most: int | None) -> str:
    # Readings to the minute leave a tick less than a minute either way, which is no news.
    low, high = -(-least // _MINUTE) * _MINUTE, None if most is None else most // _MINUTE * _MINUTE
    if least % _MINUTE <= 1:
        low = least // _MINUTE * _MINUTE
    if most is None or high is None:
        return f"at least {duration(least)}" if least > 1 else "some time"
    if most % _MINUTE == _MINUTE - 1:
        high = most + 1
    if least % _MINUTE not in (0, 1) or most % _MINUTE not in (0, _MINUTE - 1):
        low, high = least, most
    return duration(low) if low == high else f"{duration(low)} to {duration(high)}"


# --- claims ------------------------------------------------------------------------------------


def claim_text(case: Case, claim: Claim, clock: str = "") -> str:
    """Say what a claim says, without who says it.

    Args:
        case: The case.
        claim: The claim.
        clock: The clock that it is read on, where that is not settled.
    """
    words = f' ("{plain(claim.words.text)}")' if claim.words is not None else ""
    match claim:
        case WallTime():
            when = span(Interval(claim.first, claim.last + 1))
            text = f"{_event(case, claim.event)} came at {when}{words} {_on(case, claim.clocks, clock)}"
        case DateLabel():
            text = f"{_event(case, claim.event)} is dated {claim.days} {_on(case, claim.clocks, clock)}"
        case Gap():
            found = Interval(claim.least, None if claim.most is None else claim.most + 1)
            text = gap_text(found, _event(case, claim.event), _event(case, claim.after)) + words
        case Order():
            text = f"{_event(case, claim.event)} came after {_event(case, claim.after)}"
        case SameEvent():
            text = f"{_event(case, claim.event)} was {_event(case, claim.other)}"
        case ClockDifference():
            text = f"{_difference(case, claim)} {_clock(case, claim.ahead_of)}{words}"
        case ClockOffset():
            text = f"{_clock(case, claim.clock)} stood at {offset_text(claim.offset)}"
        case _:
            raise NotImplementedError(type(claim))
    return text


def _difference(case: Case, claim: ClockDifference) -> str:
    name, least, most = _clock(case, claim.clock), claim.least, claim.most
    if least >= 0:
        return f"{name} was {_sizes(least, most)} ahead of"
    if most <= 0:
        return f"{name} was {_sizes(-most, -least)} behind"
    return f"{name} was at most {duration(least)} behind and at most {duration(most)} ahead of"


def assumption_text(case: Case, model: Model, place: int, variant: int = 0) -> str:
    """Say what an assumption says, and on whose word."""
    found = model.assumptions[place]
    taken = found.variants[variant]
    if found.claim is not None:
        return f"{claim_text(case, found.claim, taken.clock)} [{', '.join(found.claim.sources)}]"
    clock = case.clock(model.nodes[found.node].id)
    zone = clock.zones[min(variant, len(clock.zones) - 1)]
    offset = offset_text(timedelta(microseconds=taken.offset or 0))
    return f"{plain(clock.name)} stood at {offset} [{', '.join([f'{zone.key}, {zone.basis}', *clock.sources])}]"


def _event(case: Case, id: str) -> str:
    return plain(case.event(id).title)


def _clock(case: Case, id: str) -> str:
    return plain(case.clock(id).name)


def _on(case: Case, clocks: Sequence[str], clock: str) -> str:
    names = [_clock(case, each) for each in ([clock] if clock else clocks)]
    return f"on the clock of {' or '.join(names)}"


# --- conflicts ---------------------------------------------------------------------------------


def conflict_lines(case: Case, model: Model, conflict: Conflict) -> Iterator[str]:
    """Say why some claims cannot all be true: what each says, then the sum that cannot be."""
    ids = [model.assumptions[place].id for place in conflict.assumptions]
    several = {1: "", 2: " both"}.get(len(ids), " all")
    yield f"{', '.join(ids)} cannot{several} be true:"
    for proof in conflict.proofs:
        case_of = _settled(case, model, proof) if len(conflict.proofs) > 1 else ""
        if case_of:
            yield f"  if {case_of}:"
        for place, variant in _premises(model, proof):
            assumption = model.assumptions[place]
            yield f"    {assumption.id}: {assumption_text(case, model, place, variant)}"
        if any(step.of is None for step in proof.steps):
            yield "    no clock stands more than 16 h from UTC"
        yield f"    which {sum_text(case, model, proof)}"


def _premises(model: Model, proof: Proof) -> list[tuple[int, int]]:
    found = {}
    meant = literals(model, proof)
    start = _pivot(model, proof)[0]
    for step in (*proof.steps[start:], *proof.steps[:start]):
        for place, _ in step.needs:
            found[place] = lowest(meant[place])
    return list(found.items())


def _settled(case: Case, model: Model, proof: Proof) -> str:
    parts = []
    for place, bits in literals(model, proof).items():
        assumption = model.assumptions[place]
        if assumption.base > 1 and bits & assumption.stands != assumption.stands:
            parts.append(f"{assumption.id} is {_meaning(case, model, assumption, assumption.variants[lowest(bits)])}")
    return " and ".join(parts)


def _meaning(case: Case, model: Model, assumption: Assumption, variant: Variant) -> str:
    if assumption.claim is None:
        return offset_text(timedelta(microseconds=variant.offset or 0))
    same = [each for each in assumption.variants[: assumption.base] if each.clock == variant.clock]
    period = model.nodes[variant.node].period if len(same) > 1 else None
    offset = "" if period is None else f" at {offset_text(timedelta(microseconds=period.offset))}"
    return f"on the clock of {_clock(case, variant.clock)}{offset}"


def sum_text(case: Case, model: Model, proof: Proof) -> str:
    """Say what a cycle makes of two of its points: two bounds that exclude each other."""
    if len(proof.steps) == 1:
        return "no clock showed"
    first, second, most = _pivot(model, proof)
    one, other = model.nodes[proof.steps[first].tail], model.nodes[proof.steps[second].tail]
    least = most + proof.excess
    if proof.excess > 2 * _MINUTE:
        # Ticks and parts of minutes are noise here; rounded outward, the two still exclude each other.
        least, most = (size if abs(size) <= _TICKS else size // _MINUTE * _MINUTE for size in (least, -most))
        most = -most
    return _bounds(case, (one, other), least, most, model.epoch)


def _pivot(model: Model, proof: Proof) -> tuple[int, int, int]:
    """Choose two points of a cycle, as the steps that leave them, and how far the second comes at most after."""
    size = len(proof.steps)
    ranked = []
    for first in range(size):
        total = 0
        for length in range(1, size):
            total += proof.steps[(first + length - 1) % size].most
            second = (first + length) % size
            kinds = (model.nodes[proof.steps[first].tail].kind, model.nodes[proof.steps[second].tail].kind)
            if kinds in _BEST:
                # Of equal kinds the halves of which one is a single claim.
                said = _says_of(
                    model, proof, model.nodes[proof.steps[first].tail], model.nodes[proof.steps[second].tail]
                )
                alone = 0 if said else 1 if min(length, size - length) == 1 else 2
                ranked.append((_BEST.index(kinds), alone, first, second, total))
    _, _, first, second, total = min(ranked) if ranked else (0, 0, 0, 0, -proof.excess)
    return first, second, total


def _says_of(model: Model, proof: Proof, one: Node, other: Node) -> bool:
    """Tell whether one of the claims is of these two, in this order."""
    claims = (model.assumptions[step.of].claim for step in proof.steps if step.of is not None)
    return any(isinstance(each, Gap) and (each.after, each.event) == (one.id, other.id) for each in claims)


_BEST = [("event", "event"), ("clock", "event"), ("clock", "clock"), ("origin", "event"), ("origin", "clock")]


def _bounds(case: Case, nodes: tuple[Node, Node], least: int, most: int, epoch: int) -> str:
    one, other = nodes
    match one.kind, other.kind:
        case "event", "event" if one is not other:
            event, after = _event(case, other.id), _event(case, one.id)
            return f"makes {event} both {_side(least, 'least')} and {_side(most, 'most')} {after}"
        case "clock", "event":
            name = f"the clock of {_clock(case, one.id)} at {_event(case, other.id)}"
            return f"has {name} show both {reading(least + epoch)} or later and {reading(most + epoch)} or earlier"
        case "origin", "event":
            name = _event(case, other.id)
            return (
                f"puts {name} both at {reading(least + epoch)} UTC or later and at {reading(most + epoch)} or earlier"
            )
        case "clock", "clock" if one is not other:
            ahead, behind = _clock(case, one.id), _clock(case, other.id)
            return f"puts {ahead} both {_ahead(least, 'least')} and {_ahead(most, 'most')} {behind}"
        case "origin", "clock":
            name = _clock(case, other.id)
            return f"puts {name} both {_ahead(-most, 'least')} and {_ahead(-least, 'most')} UTC"
    return f"asks for {duration(least - most)} more than there is"


def _side(size: int, bound: str) -> str:
    """Write a bound on a gap: at least so long after is at most so long before, turned round."""
    if size == 0:
        return "not before" if bound == "least" else "not after"
    if abs(size) <= _TICKS:
        return "after" if size > 0 else "before"
    turned = {"least": "most", "most": "least"}[bound]
    return f"at {bound} {duration(size)} after" if size > 0 else f"at {turned} {duration(size)} before"


def _ahead(size: int, bound: str) -> str:
    turned = {"least": "most", "most": "least"}[bound]
    return f"at {bound} {duration(size)} ahead of" if size >= 0 else f"at {turned} {duration(size)} behind"


# --- repairs -----------------------------------------------------------------------------------


def change_text(case: Case, model: Model, change: Change) -> str:
    """Say what a change gives up."""
    assumption = model.assumptions[change.assumption]
    variant = assumption.variants[change.variant]
    if change.fell_with:
        premises = " and ".join(model.assumptions[each].id for each in change.fell_with)
        return f"{assumption.id} falls with {premises}, from which it was computed"
    if variant.kind == "clock":
        assert isinstance(assumption.claim, WallTime | DateLabel)
        was = " or ".join(_clock(case, each) for each in assumption.claim.clocks)
        return f"{assumption.id} was read on the clock of {_clock(case, variant.clock)}, not of {was}"
    if variant.kind == "offset":
        offsets = [offset_text(timedelta(microseconds=v.offset or 0)) for v in (variant, assumption.variants[0])]
        return f"{assumption.id} stood at {offsets[0]}, not at {offsets[1]}"
    return f"{assumption.id} is given up"


def repair_text(case: Case, model: Model, repair: Repair) -> str:
    """Say what a repair gives up, with what each change costs."""
    if not repair.changes:
        return "nothing need be given up"
    return "; ".join(f"{change_text(case, model, each)} ({each.cost})" for each in repair.changes)


def choice_text(case: Case, model: Model, chosen: Sequence[int], others: Sequence[Sequence[int]]) -> str:
    """Say how one world settles what the sources leave open, where that differs from others."""
    parts = []
    for place, assumption in enumerate(model.assumptions):
        if assumption.base > 1 and chosen[place] < assumption.base and len({each[place] for each in others}) > 1:
            parts.append(f"{assumption.id} is {_meaning(case, model, assumption, assumption.variants[chosen[place]])}")
    return " and ".join(parts)
