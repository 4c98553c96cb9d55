"""What a treaty's terms say at each event, in words, and on what it depends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatyclock.errors import plain
from treatyclock.show.testimony._open_questions import conditions_text
from treatyclock.testimony.findings import ReconciledCase
from treatyclock.testimony.treaty_at_event import TreatyAtEvent
from treatyclock.truth import Truth


def treaty_lines(found: ReconciledCase, treaty: Sequence[TreatyAtEvent]) -> Iterator[str]:
    """Say whether a treaty was in force at each event, and what would decide it where that is open."""
    yield f"Was {treaty[0].treaty} in force by its terms?"
    for each in treaty:
        yield f"  at {found.case.event_title(each.event)}: {_said(found, each)}"
        for answer in each.answers:
            conditions = conditions_text(found, answer.conditions)
            if conditions:
                yield f"    {_truth_text(answer.truth)}: if {' or '.join(conditions)}"
        yield from (f"    what would decide it: {plain(question)}" for question in each.open_questions)


def _said(found: ReconciledCase, each: TreatyAtEvent) -> str:
    truths = [truth.value for truth in each.said]
    decide = _decide(found)
    if not truths:
        said = f"{_truth_text(None)}{decide}"
    elif each.depends:
        untold = [_truth_text(None)] * each.untold
        said = f"it depends: {' or '.join([*truths, *untold])}{decide}"
    else:
        said = f"{truths[0]}{decide}"
    if not each.dearer:
        return said
    dearer = " or ".join(f"{truth.value} (which costs {cost})" for truth, cost in each.dearer)
    return f"{said}; only with more given up: {dearer}"


def _truth_text(truth: Truth | None) -> str:
    return "not asked, since nothing says when it was" if truth is None else truth.value


def _decide(found: ReconciledCase) -> str:
    several = len(found.best) > 1
    if not found.repairs.found[0].changes:
        return "" if found.repairs.proven else " (by what was found before the search was stopped)"
    if not found.repairs.proven:
        return f" (by the cheapest {'repairs that were' if several else 'repair that was'} found)"
    return f" (by {'every' if several else 'the'} repair of the least cost)"
