"""A reconciliation as plain data for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from treatyclock.answers.reconciliation import Reconciliation
from treatyclock.instants import iso
from treatyclock.intervals import Interval
from treatyclock.printing import DATA, Printer
from treatyclock.show.testimony._assumptions import (
    assumption_text,
    change_text,
    clocks_read,
    offset_kept,
    offset_of,
    repair_text,
)
from treatyclock.show.testimony._open_questions import conditions_text, open_text, repair_answers
from treatyclock.show.testimony._proofs import conflict_lines, sum_text
from treatyclock.testimony.case import Case
from treatyclock.testimony.changes import Change
from treatyclock.testimony.claims.base import Claim, Confidence
from treatyclock.testimony.conflicts import Conflict, Proof
from treatyclock.testimony.findings import (
    Consequences,
    EventGap,
    EventTimes,
    OpenEvent,
    OpenRepair,
    ReconciledCase,
    TimesOnClock,
)
from treatyclock.testimony.model import Assumption, Constraint, Model
from treatyclock.testimony.nodes import ClockNode, EventNode
from treatyclock.testimony.repairs import Repair
from treatyclock.testimony.treaty_at_event import TreatyAtEvent
from treatyclock.testimony.variants import AtOtherOffset, OnOtherClock
from treatyclock.testimony.wording import reading_text, signed_duration_text


def report_dict(
    found: ReconciledCase, follows: Consequences, gaps: Sequence[EventGap], treaty: Sequence[TreatyAtEvent]
) -> dict[str, Any]:
    """Return a reconciliation as plain data.

    Args:
        found: The conflicts and repairs.
        follows: What follows from them.
        gaps: The gaps between events.
        treaty: What a treaty's terms say at each event, where one was asked about.
    """
    case, model = found.case, found.model
    return {
        "case": case.id,
        "title": case.title,
        "consistent": found.consistent,
        "conflicts": [_conflict(found, each) for each in found.conflicts.found],
        "conflicts_complete": found.conflicts.complete,
        "repairs": [_repair(found, at, each) for at, each in enumerate(found.repairs.found)],
        "proven": found.repairs.proven,
        "repairs_complete": found.repairs.complete,
        "at_least": found.repairs.at_least,
        "events": {each.event: _event(case, each) for each in follows.events},
        "gaps": [_gap(each) for each in gaps],
        "open": [_open(found, each) for each in follows.open],
        "words": [
            {
                "text": each.text,
                "least": signed_duration_text(each.least),
                "most": signed_duration_text(each.most),
                "note": each.note,
            }
            for each in case.phrases_used
        ],
        "costs": {
            each.value: {"drop": case.costs.drop(each), "change": case.costs.change(each)} for each in Confidence
        },
        "claims": [_assumption(case, model, each) for each in model.assumptions],
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
        "treaty": [_treaty(found, each) for each in treaty],
    }  # fmt: skip


def _assumption(case: Case, model: Model, assumption: Assumption) -> dict[str, Any]:
    claim = assumption.about if isinstance(assumption.about, Claim) else None
    return {
        "id": assumption.id,
        "text": assumption_text(case, assumption),
        "sources": [] if claim is None else list(claim.sources),
        "confidence": assumption.confidence.value,
        "given": assumption.given,
        "computed_from": [model.assumptions[premise].id for premise in assumption.premises],
        "remarks": [] if claim is None else list(claim.remarks),
        "note": "" if claim is None else claim.note,
    }


def _treaty(found: ReconciledCase, each: TreatyAtEvent) -> dict[str, Any]:
    return {
        "treaty": each.treaty,
        "event": each.event,
        "depends": each.depends,
        "said": [truth.value for truth in each.said],
        "untold": each.untold,
        "dearer": [{"truth": truth.value, "cost": cost} for truth, cost in each.dearer],
        "under": [[None if truth is None else truth.value for truth in truths] for truths in each.truths],
        "open_questions": list(each.open_questions),
        "answers": [
            {
                "truth": None if answer.truth is None else answer.truth.value,
                "if": conditions_text(found, answer.conditions),
            }
            for answer in each.answers
        ],
    }


def _conflict(found: ReconciledCase, conflict: Conflict) -> dict[str, Any]:
    return {
        "claims": [found.model.assumptions[place].id for place in conflict.assumptions],
        "text": list(conflict_lines(found.case, found.model, conflict)),
        "proofs": [_proof(found, each) for each in conflict.proofs],
    }


def _proof(found: ReconciledCase, proof: Proof) -> dict[str, Any]:
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
    match model.nodes[at]:
        case EventNode(event):
            return f"event {event}"
        case ClockNode(clock):
            return f"clock {clock}"
        case _:
            return f"UTC {iso(model.epoch)}"


def _repair(found: ReconciledCase, at: int, repair: Repair) -> dict[str, Any]:
    return {
        "cost": repair.cost,
        "best": at < len(found.best),
        "changes": [_change(found, each) for each in repair.changes],
        "text": repair_text(found.case, found.model, repair),
        "worlds": len(repair.choices),
    }


def _change(found: ReconciledCase, change: Change) -> dict[str, Any]:
    model = found.model
    assumption = model.assumptions[change.assumption]
    was, now = None, None
    match assumption.variants[change.variant]:
        case OnOtherClock(clock=clock):
            kind, was, now = "clock", " or ".join(clocks_read(assumption)), clock
        case AtOtherOffset(offset=offset):
            kind, was, now = "offset", offset_of(offset_kept(assumption)), offset_of(offset)
        case _:
            kind = "drop"
    return {
        "kind": kind,
        "claim": assumption.id,
        "from": was,
        "to": now,
        "cost": change.cost,
        "fell_with": [model.assumptions[each].id for each in change.fell_with],
        "text": change_text(found.case, model, change),
    }


def _event(case: Case, times: EventTimes) -> dict[str, Any]:
    return {
        "title": case.event(times.event).title,
        "utc": _utc(times.widest),
        "clocks": {each.clock: _reading(each) for each in times.clocks},
        "alternatives": [_utc(each) for each in times.bounds] if len(times.bounds) > 1 else [],
        "under": [
            {"repair": at, "utc": _utc(bounds)}
            for at, each in enumerate(times.under)
            for bounds in dict.fromkeys(each)
        ],
    }  # fmt: skip


def _reading(times: TimesOnClock) -> dict[str, str | None]:
    ends = {"earliest": times.earliest, "latest": times.latest}
    return {name: None if at is None else reading_text(at).replace(" ", "T") for name, at in ends.items()}


def _utc(found: Interval) -> dict[str, str | None]:
    return {
        "earliest": None if found.start is None else iso(found.start),
        "latest": None if found.end is None else iso(found.end - 1),
    }


def _gap(gap: EventGap) -> dict[str, Any]:
    return {
        "event": gap.event,
        "after": gap.after,
        "least_microseconds": gap.between.start,
        "most_microseconds": None if gap.between.end is None else gap.between.end - 1,
    }


def _open(found: ReconciledCase, each: OpenRepair | OpenEvent) -> dict[str, Any]:
    match each:
        case OpenRepair():
            kind, about = "repair", found.model.assumptions[each.assumption].id
            answers: list[dict[str, Any]] = [{"text": text} for text in repair_answers(found, each)]
        case OpenEvent():
            kind, about = "event", each.event
            answers = [{"utc": _utc(time.when), "if": conditions_text(found, time.conditions)} for time in each.times]
    return {"kind": kind, "about": about, "answers": answers, "text": open_text(found, each)}


def _data(found: Reconciliation) -> dict[str, Any]:
    return report_dict(found, found.consequences, found.gaps, found.treaty)


REPORT = Printer(of=Reconciliation, format=DATA, write=_data)
