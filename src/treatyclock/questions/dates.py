"""The dates that follow from a record: entry into force, last timely notice, last day in force."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from treatyclock.derive.case import Span
from treatyclock.derive.life import Fate, Life
from treatyclock.derive.reasons import Derived, supporting
from treatyclock.derive.worlds import Outcome
from treatyclock.instants import iso


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The dates of a life, each with the answers it comes out under.

    Attributes:
        entry_into_force: The day from whose beginning the treaty is in force.
        last_timely_notice: The last day for a notice that ends the treaty with its first term, or
            with the term that a notice did end; empty where no notice can.
        last_day_in_force: The last day on which it is in force; a value of None where no end
            is foreseen or where it never entered into force.
        begins: The instant at which it enters into force, or the range it lies in as ``A/B``.
        ends: The first instant at which it is no longer in force, in the same form.
    """

    entry_into_force: tuple[Outcome[str | None], ...]
    last_timely_notice: tuple[Outcome[str | None], ...]
    last_day_in_force: tuple[Outcome[str | None], ...]
    begins: tuple[Outcome[str | None], ...]
    ends: tuple[Outcome[str | None], ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the dates as plain data, ready for JSON: by name a list of value and under."""
        return {
            field.name: [{"value": each.value, "under": dict(each.under)} for each in getattr(self, field.name)]
            for field in fields(self)
        }


def dates(life: Life) -> Dates:
    """Return the dates that follow."""
    return Dates(
        entry_into_force=life.outcomes(lambda fate: None if fate.entry is None else str(fate.entry.day)),
        last_timely_notice=tuple(o for o in life.outcomes(_deadline) if o.value is not None),
        last_day_in_force=life.outcomes(lambda fate: None if fate.end is None else str(fate.end.last_day)),
        begins=life.outcomes(lambda fate: None if fate.entry is None else _span(fate.entry.begins)),
        ends=life.outcomes(lambda fate: None if fate.end is None else _span(fate.end.at)),
    )


def _deadline(fate: Fate) -> str | None:
    reason = fate.reasons.get("deadline:0")
    for each in supporting(fate.reasons, ["end"] if "end" in fate.reasons else []):
        if isinstance(each, Derived) and each.rule == "deadline":
            reason = each
    return str(reason.value) if isinstance(reason, Derived) else None


def _span(span: Span) -> str:
    early, late = span
    return iso(early) if early == late else f"{iso(early)}/{iso(late)}"
