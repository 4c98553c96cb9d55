"""A reconciliation as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatyclock.answers.reconciliation import Reconciliation
from treatyclock.errors import plain
from treatyclock.printing import EXPLAINED, TEXT, Printer
from treatyclock.show.testimony._assumptions import repair_text
from treatyclock.show.testimony._open_questions import open_text
from treatyclock.show.testimony._proofs import conflict_lines
from treatyclock.show.testimony._treaty import treaty_lines
from treatyclock.testimony.case import Case
from treatyclock.testimony.claims.base import Confidence
from treatyclock.testimony.findings import Consequences, ReconciledCase, is_bounded
from treatyclock.testimony.repairs import Repairs
from treatyclock.testimony.treaty_at_event import TreatyAtEvent
from treatyclock.testimony.wording import gap_text, signed_duration_text, span_text

_FEW = 10
"""Conflicts named where they are not explained."""


def report_text(
    found: ReconciledCase, follows: Consequences, treaty: Sequence[TreatyAtEvent], *, explained: bool
) -> str:
    """Write a reconciliation for people.

    Args:
        found: The conflicts and repairs.
        follows: What follows from them.
        treaty: What a treaty's terms say at each event, where one was asked about.
        explained: Whether to prove each conflict, and to tell phrases, costs, sources and notes.
    """
    return "\n".join(_lines(found, follows, treaty, explained=explained))


def _lines(
    found: ReconciledCase, follows: Consequences, treaty: Sequence[TreatyAtEvent], *, explained: bool
) -> Iterator[str]:
    case = found.case
    yield f"{plain(case.title)}: {'the sources agree' if found.consistent else 'the sources contradict each other'}."
    if not found.consistent:
        yield ""
        yield from _conflict_lines(found, explained=explained)
        yield ""
        yield from _repair_lines(found)
    if not found.repairs.found:
        return
    yield ""
    # Where the search was stopped, there may be other times and other answers.
    stopped = "" if found.repairs.proven else ", by what was found before the search was stopped"
    yield f"What follows{stopped}"
    yield from _event_lines(case, follows)
    if follows.open:
        yield ""
        yield f"Open{stopped}"
        yield from (f"  {open_text(found, each)}" for each in follows.open)
    if treaty:
        yield ""
        yield from treaty_lines(found, treaty)
    remarks = [f"  {claim.id}: {plain(remark)}" for claim in case.claims for remark in claim.remarks]
    if remarks:
        yield ""
        yield "How dates were read"
        yield from remarks
    if explained:
        yield from _grounds(case)


def _conflict_lines(found: ReconciledCase, *, explained: bool) -> Iterator[str]:
    number = len(found.conflicts.found)
    smaller = "it cannot be made smaller" if number == 1 else "none can be made smaller"
    more = "" if found.conflicts.complete else " at least, since the search was stopped"
    yield f"{number} conflict{'s' if number != 1 else ''}{more}; {smaller}"
    for at, conflict in enumerate(found.conflicts.found, start=1):
        if explained:
            first, *rest = conflict_lines(found.case, found.model, conflict)
            yield f"  {at}. {first}"
            yield from (f"  {line}" for line in rest)
        elif at <= _FEW:
            yield f"  {at}. {', '.join(found.model.assumptions[place].id for place in conflict.assumptions)}"
    if number > _FEW and not explained:
        yield f"  and {number - _FEW} more: see the explanation"


def _repair_lines(found: ReconciledCase) -> Iterator[str]:
    repairs = found.repairs
    if not repairs.found:
        yield "No repair was found before the search was stopped."
        return
    best = found.best
    yield f"The least that must be given up costs {best[0].cost}{_not_proven(repairs)}"
    for at, repair in enumerate(repairs.found, start=1):
        if at == len(best) + 1:
            yield "Then"
        cost = f" [{repair.cost}]" if at > len(best) else ""
        yield f"  {at}.{cost} {repair_text(found.case, found.model, repair)}"
    if repairs.proven and not repairs.complete:
        yield "  There may be others, none of them cheaper."


def _not_proven(repairs: Repairs) -> str:
    if repairs.proven:
        return ""
    if repairs.best[0].cost == repairs.at_least:
        return "; others may cost as little, since the search was stopped"
    return f"; best so far, not proven: no repair costs less than {repairs.at_least}"


def _event_lines(case: Case, follows: Consequences) -> Iterator[str]:
    for times in follows.in_order:
        bounds = [f"{span_text(each)} UTC" if is_bounded(each) else "not known" for each in times.bounds]
        yield f"  {case.event_title(times.event)}: {' or '.join(bounds)}"
        if times.settled:
            shown = [f"{case.clock_name(each.clock)} {span_text(each.first)}" for each in times.clocks if each.first]
            yield f"    {', '.join(shown)}"
    for gap in follows.successions:
        yield f"  {gap_text(gap.between, case.event_title(gap.event), case.event_title(gap.after))}"


def _grounds(case: Case) -> Iterator[str]:
    if case.phrases_used:
        yield ""
        yield "Words and what they were taken for"
        for each in case.phrases_used:
            least, most = signed_duration_text(each.least), signed_duration_text(each.most)
            yield f'  "{plain(each.text)}": {least if least == most else f"{least} to {most}"}: {plain(each.note)}'
    yield ""
    yield "What it costs to give something up, by confidence; a move to another clock or offset costs half"
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


# --- printers ----------------------------------------------------------------------------------


def _brief(found: Reconciliation) -> str:
    return report_text(found, found.consequences, found.treaty, explained=False)


def _explained(found: Reconciliation) -> str:
    return report_text(found, found.consequences, found.treaty, explained=True)


BRIEF = Printer(of=Reconciliation, format=TEXT, write=_brief)
PROVEN = Printer(of=Reconciliation, format=EXPLAINED, write=_explained)
