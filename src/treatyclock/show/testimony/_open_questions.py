"""What the best repairs leave open, in words."""

from __future__ import annotations

from collections.abc import Iterable

from treatyclock.show.testimony._assumptions import change_text, choices_text
from treatyclock.testimony.findings import OpenChoice, OpenEvent, OpenRepair, PossibleTime, ReconciledCase
from treatyclock.testimony.wording import span_text


def open_text(found: ReconciledCase, each: OpenRepair | OpenEvent) -> str:
    """Say what stays open, and between what."""
    match each:
        case OpenRepair():
            return f"{'; or '.join(repair_answers(found, each))}: equally cheap"
        case OpenEvent():
            times = " or ".join(_time_text(found, time) for time in each.times)
            return f"{found.case.event_title(each.event)}: {times}"


def repair_answers(found: ReconciledCase, each: OpenRepair) -> list[str]:
    """Say what may become of an assumption, each possibility once."""
    texts = [change_text(found.case, found.model, change) for change in each.changes]
    return [*texts, *([f"{found.model.assumptions[each.assumption].id} stands"] if each.may_stand else [])]


def conditions_text(found: ReconciledCase, conditions: Iterable[tuple[OpenChoice, ...]]) -> list[str]:
    """Say what must be so for a time or for an answer, each condition once."""
    texts = (choices_text(found.case, found.model, each) for each in conditions)
    return [each for each in dict.fromkeys(texts) if each]


def _time_text(found: ReconciledCase, time: PossibleTime) -> str:
    conditions = conditions_text(found, time.conditions)
    return f"{span_text(time.when)} UTC" + (f" (if {' or '.join(conditions)})" if conditions else "")
