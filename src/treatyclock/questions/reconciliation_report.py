"""A reconciliation laid out: as text for a terminal, as plain data for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.errors import plain
from treatyclock.instants import iso
from treatyclock.intervals import Interval
from treatyclock.show.testimony import (
    assumption_text,
    change_text,
    choice_text,
    conflict_lines,
    duration,
    gap_text,
    reading,
    repair_text,
    span,
    sum_text,
)
from treatyclock.testimony.claims import Confidence
from treatyclock.testimony.conflicts import Conflict, Proof
from treatyclock.testimony.model import Constraint, Model
from treatyclock.testimony.repairs import Change, Repair
from treatyclock.testimony.scenarios import World

if TYPE_CHECKING:
    from treatyclock.questions.reconciliation import Reconciliation


_FEW = 10
"""Conflicts named where they are not explained."""


# --- text --------------------------------------------------------------------------------------


def report_text(found: Reconciliation, *, explained: bool) -> str:
    """Write a reconciliation for people."""
    return "\n".join(_lines(found, explained=explained))


def _lines(found: Reconciliation, *, explained: bool) -> Iterator[str]:
    case, model = found.case, found.model
    yield f"{plain(case.title)}: {'the sources agree' if found.consistent else 'the sources contradict each other'}."
    if not found.consistent:
        yield ""
        more = "" if found.conflicts.complete else " at least; the search was stopped"
        number = len(found.conflicts.found)
        yield f"{number} conflict{'s' if number != 1 else ''}{more}, none of which can be made smaller"
        for at, conflict in enumerate(found.conflicts.found, start=1):
            if explained:
                first, *rest = conflict_lines(case, model, conflict)
                yield f"  {at}. {first}"
                yield from (f"  {line}" for line in rest)
            elif at <= _FEW:
                yield f"  {at}. {', '.join(model.assumptions[place].id for place in conflict.assumptions)}"
        if number > _FEW and not explained:
            yield f"  and {number - _FEW} more: see the explanation"
        yield ""
        yield from _repair_lines(found)
    if not found.repairs.found:
        return
    yield ""
    yield "What follows"
    yield from _event_lines(found)
    if opened := open_questions(found):
        yield ""
        yield "Open"
        yield from (f"  {each['text']}" for each in opened)
    if found.treaty:
        yield ""
        yield f"Was {found.treaty[0].treaty} in force by its terms?"
        for then in found.treaty:
            truths = [truth.value for truth in then.said]
            said = "not asked: nothing says when it was" if not truths else f"{truths[0]}, under every repair"
            said = f"it depends: {' or '.join(truths)}" if then.depends else said
            yield f"  at {plain(case.event(then.event).title)}: {said}"
    if explained:
        yield from _grounds(found)


def _repair_lines(found: Reconciliation) -> Iterator[str]:
    repairs = found.repairs
    if not repairs.found:
        yield "No repair was found before the search was stopped."
        return
    best = found.best
    proven = "" if repairs.proven else f"; best so far, not proven: no repair costs less than {repairs.at_least}"
    yield f"The least that must be given up costs {best[0].cost}{proven}"
    for at, repair in enumerate(repairs.found, start=1):
        if at == len(best) + 1:
            yield "Then"
        cost = f" [{repair.cost}]" if at > len(best) else ""
        yield f"  {at}.{cost} {repair_text(found.case, found.model, repair)}"


def _event_lines(found: Reconciliation) -> Iterator[str]:
    case, (world, *_) = found.case, found.worlds[0]
    starts = {event.id: world.bounds(event.id).start for event in case.events}
    order = sorted(starts, key=lambda id: (starts[id] is None, starts[id]))
    for id in order:
        bounds = found.bounds(id)
        title = plain(case.event(id).title)
        yield f"  {title}: {' or '.join(f'{span(each)} UTC' if _known(each) else 'not known' for each in bounds)}"
        if len(bounds) == 1 and _known(bounds[0]):
            shown = ((clock, world.reading(id, clock.id)) for clock in case.clocks)
            yield "    " + ", ".join(f"{plain(clock.name)} {span(read[0])}" for clock, read in shown if read)
    settled = [id for id in order if len(found.bounds(id)) == 1 and _known(found.bounds(id)[0])]
    for before, after in pairwise(settled):
        gap = world.gap(after, before)
        yield f"  {gap_text(gap, plain(case.event(after).title), plain(case.event(before).title))}"


def _known(bounds: Interval) -> bool:
    return bounds.start is not None or bounds.end is not None


def _grounds(found: Reconciliation) -> Iterator[str]:
    case = found.case
    words = [each.words for each in case.claims if each.words is not None]
    if words:
        yield ""
        yield "Words and what they were taken for"
        for each in dict.fromkeys(words):
            yield f'  "{plain(each.text)}": {_signed(each.least)} to {_signed(each.most)}: {plain(each.note)}'
    yield ""
    yield "Costs of giving up, by confidence; a move to another clock or offset costs half"
    yield "  " + ", ".join(f"{each.value} {case.costs.drop(each)}" for each in Confidence)
    yield ""
    yield "Sources"
    for source in case.sources:
        yield f"  {source.id}: {plain(source.title)} ({source.confidence.value})"
    notes = [*((each.id, each.note) for each in case.claims), *((each.id, each.note) for each in case.clocks)]
    notes = [(id, note) for id, note in notes if note]
    if notes:
        yield ""
        yield "Notes"
        yield from (f"  {id}: {plain(note)}" for id, note in notes)


def _signed(size: int) -> str:
    return f"-{duration(size)}" if size < 0 else duration(size) if size else "0"


# --- what stays open ---------------------------------------------------------------------------


def open_questions(found: Reconciliation) -> list[dict[str, Any]]:
    """Return what the best repairs leave open: which of several is right, and events with more than one answer."""
    return [*_ties(found), *_events_open(found)]


def _ties(found: Reconciliation) -> Iterator[dict[str, Any]]:
    best = found.best
    model = found.model
    changed: dict[int, dict[str, None]] = {}
    for repair in best:
        for change in repair.changes:
            changed.setdefault(change.assumption, {})[change_text(found.case, model, change)] = None
    stays = {place for place in changed for repair in best if place not in {c.assumption for c in repair.changes}}
    for place, texts in changed.items():
        answers = [*texts, *([f"{model.assumptions[place].id} stands"] if place in stays else [])]
        if len(answers) > 1:
            yield {
                "kind": "repair",
                "about": model.assumptions[place].id,
                "answers": [{"text": each} for each in answers],
                "text": f"{'; or '.join(answers)}: equally cheap",
            }


def _events_open(found: Reconciliation) -> Iterator[dict[str, Any]]:
    case, model = found.case, found.model
    all_worlds = [world for each in found.worlds[: len(found.best)] for world in each]
    for event in case.events:
        answers: dict[Interval, dict[str, None]] = {}
        for world in all_worlds:
            why = choice_text(case, model, world.chosen, [each.chosen for each in all_worlds])
            answers.setdefault(world.bounds(event.id), {})[why] = None
        if len(answers) > 1:
            texts = [f"{span(when)} UTC" + _if(tuple(why)) for when, why in sorted(answers.items(), key=_by_start)]
            yield {
                "kind": "event",
                "about": event.id,
                "answers": [
                    {"utc": _utc(when), "if": [each for each in why if each]}
                    for when, why in sorted(answers.items(), key=_by_start)
                ],
                "text": f"{plain(event.title)}: {' or '.join(texts)}",
            }


def _by_start(item: tuple[Interval, object]) -> tuple[bool, int]:
    start = item[0].start
    return start is not None, start or 0


def _if(why: tuple[str, ...]) -> str:
    told = [each for each in why if each]
    return f" (if {' or '.join(told)})" if told else ""


# --- data --------------------------------------------------------------------------------------


def report_dict(found: Reconciliation) -> dict[str, Any]:
    """Return a reconciliation as plain data."""
    case, model = found.case, found.model
    return {
        "case": case.id,
        "title": case.title,
        "consistent": found.consistent,
        "conflicts": [_conflict(found, each) for each in found.conflicts.found],
        "conflicts_complete": found.conflicts.complete,
        "repairs": [_repair(found, at, each) for at, each in enumerate(found.repairs.found)],
        "proven": found.repairs.proven,
        "at_least": found.repairs.at_least,
        "events": {event.id: _event(found, event.id) for event in case.events} if found.repairs.found else {},
        "gaps": list(_gaps(found)),
        "open": open_questions(found) if found.repairs.found else [],
        "words": [
            {"text": each.text, "least": _signed(each.least), "most": _signed(each.most), "note": each.note}
            for each in dict.fromkeys(claim.words for claim in case.claims if claim.words is not None)
        ],
        "costs": {
            each.value: {"drop": case.costs.drop(each), "change": case.costs.change(each)} for each in Confidence
        },
        "claims": [
            {
                "id": each.id,
                "text": assumption_text(case, model, at),
                "sources": [] if each.claim is None else list(each.claim.sources),
                "confidence": each.confidence.value,
                "computed_from": [model.assumptions[premise].id for premise in each.premises],
                "note": "" if each.claim is None else each.claim.note,
            }
            for at, each in enumerate(model.assumptions)
        ],
        "sources": [
            {"id": each.id, "title": each.title, "confidence": each.confidence.value} for each in case.sources
        ],
        "rests_on": [
            {
                "clock": clock.id, "zone": zone.key, "source": zone.basis.source, "version": zone.basis.version,
                "citation": zone.basis.citation, "link_to": zone.basis.link_to,
            }
            for clock in case.clocks for zone in clock.zones
        ],
        "treaty": [
            {
                "treaty": each.treaty,
                "event": each.event,
                "depends": each.depends,
                "under": [
                    [None if truth is None else truth.value for truth in truths] for truths in each.truths
                ],
            }
            for each in found.treaty
        ],
    }  # fmt: skip


def _conflict(found: Reconciliation, conflict: Conflict) -> dict[str, Any]:
    return {
        "claims": [found.model.assumptions[place].id for place in conflict.assumptions],
        "text": list(conflict_lines(found.case, found.model, conflict)),
        "proofs": [_proof(found, each) for each in conflict.proofs],
    }


def _proof(found: Reconciliation, proof: Proof) -> dict[str, Any]:
    return {
        "steps": [_step(found.model, each) for each in proof.steps],
        "excess_microseconds": proof.excess,
        "sum": sum_text(found.case, found.model, proof),
    }


def _step(model: Model, step: Constraint) -> dict[str, Any]:
    names = [_node(model, each) for each in (step.tail, step.head)]
    return {
        "from": names[0],
        "to": names[1],
        "at_most_microseconds": step.most,
        "by": None if step.of is None else model.assumptions[step.of].id,
    }


def _node(model: Model, at: int) -> str:
    node = model.nodes[at]
    if node.kind == "origin":
        return f"UTC {iso(model.epoch)}"
    return f"{node.kind} {node.id}"


def _repair(found: Reconciliation, at: int, repair: Repair) -> dict[str, Any]:
    return {
        "cost": repair.cost,
        "best": at < len(found.best),
        "changes": [_change(found, each) for each in repair.changes],
        "text": repair_text(found.case, found.model, repair),
        "worlds": len(repair.worlds),
    }


def _change(found: Reconciliation, change: Change) -> dict[str, Any]:
    model = found.model
    assumption = model.assumptions[change.assumption]
    variant = assumption.variants[change.variant]
    was, now = None, None
    if variant.kind == "clock":
        was, now = " or ".join(getattr(assumption.claim, "clocks", ())), variant.clock
    elif variant.kind == "offset":
        was, now = (offset_text(timedelta(microseconds=v.offset or 0)) for v in (assumption.variants[0], variant))
    return {
        "kind": variant.kind,
        "claim": assumption.id,
        "from": was,
        "to": now,
        "cost": change.cost,
        "fell_with": [model.assumptions[each].id for each in change.fell_with],
        "text": change_text(found.case, model, change),
    }


def _event(found: Reconciliation, id: str) -> dict[str, Any]:
    bounds = found.bounds(id)
    starts, ends = [each.start for each in bounds], [each.end for each in bounds]
    hull = Interval(
        None if None in starts else min(each for each in starts if each is not None),
        None if None in ends else max(each for each in ends if each is not None),
    )
    seen = [world for each in found.worlds[: len(found.best)] for world in each]
    return {
        "title": found.case.event(id).title,
        "utc": _utc(hull),
        "clocks": {clock.id: _reading(seen, id, clock.id) for clock in found.case.clocks},
        "alternatives": [_utc(each) for each in bounds] if len(bounds) > 1 else [],
        "under": [
            {"repair": at, "utc": _utc(bounds)}
            for at, each in enumerate(found.worlds)
            for bounds in dict.fromkeys(world.bounds(id) for world in each)
        ],
    }  # fmt: skip


def _reading(seen: list[World], event: str, clock: str) -> dict[str, str | None]:
    reads = [read[0] for world in seen if (read := world.reading(event, clock)) is not None]
    lows = [each.start for each in reads if each.start is not None]
    highs = [each.end - 1 for each in reads if each.end is not None]
    whole = bool(seen) and len(lows) == len(seen), bool(seen) and len(highs) == len(seen)
    return {
        "earliest": reading(min(lows)).replace(" ", "T") if whole[0] else None,
        "latest": reading(max(highs)).replace(" ", "T") if whole[1] else None,
    }


def _utc(found: Interval) -> dict[str, str | None]:
    return {
        "earliest": None if found.start is None else iso(found.start),
        "latest": None if found.end is None else iso(found.end - 1),
    }


def _gaps(found: Reconciliation) -> Iterator[dict[str, Any]]:
    """Yield every gap between two events that all worlds of the best repairs bound, as widely as any of them does."""
    seen = [world for each in found.worlds[: len(found.best)] for world in each]
    ids = [event.id for event in found.case.events]
    for at, after in enumerate(ids):
        for event in ids[at + 1 :]:
            gaps = [world.gap(event, after) for world in seen]
            if gaps and all(_known(each) for each in gaps):
                lows, highs = [each.start for each in gaps], [each.end for each in gaps]
                yield {
                    "event": event,
                    "after": after,
                    "least_microseconds": None if None in lows else min(low for low in lows if low is not None),
                    "most_microseconds": None if None in highs else max(h for h in highs if h is not None) - 1,
                }
