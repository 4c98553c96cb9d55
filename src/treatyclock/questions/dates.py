"""The dates that follow from a record: entry into force, last timely notice, last day in force."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from treatyclock.civil.days import Days
from treatyclock.derive.case import Span
from treatyclock.derive.fate import Fate
from treatyclock.derive.life import Life, Subject
from treatyclock.derive.reasons import Derived, supporting
from treatyclock.derive.term import DEADLINE
from treatyclock.derive.worlds import Outcome
from treatyclock.instants import iso
from treatyclock.law.clauses.entry import RetroactiveEffect
from treatyclock.law.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The dates of a life, each with the answers it comes out under.

    Attributes:
        entry_into_force: The day from whose beginning the treaty is in force.
        last_timely_notice: The last day for a notice that ends the treaty with its first term, or
            with the term that a notice did end; empty where no notice can, or could any more when that State
            became a party.
        last_day_in_force: The last day on which it is in force, of the first time for a party that came
            back; a value of None where no end is foreseen or where it never entered into force.
        begins: The instant at which it enters into force, or the range it lies in as ``A/B``.
        ends: The first instant at which it is no longer in force, in the same form.
        again: For a party that left and came back: each later entry and end, as ``A/B``.
        surviving_until: The last day of the effect that survives its end, ``".."`` for no limit.
        applies_from: The earlier day from which it applies to facts, where it has retroactive effect.
    """

    entry_into_force: tuple[Outcome[str | None], ...]
    last_timely_notice: tuple[Outcome[str | None], ...]
    last_day_in_force: tuple[Outcome[str | None], ...]
    begins: tuple[Outcome[str | None], ...]
    ends: tuple[Outcome[str | None], ...]
    again: tuple[Outcome[str | None], ...] = ()
    surviving_until: tuple[Outcome[str | None], ...] = ()
    applies_from: tuple[Outcome[str | None], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the dates as plain data, ready for JSON: by name a list of value and under."""
        return {
            field.name: [{"value": each.value, "under": dict(each.under)} for each in getattr(self, field.name)]
            for field in fields(self)
        }


def dates(life: Life, subject: Subject = None) -> Dates:
    """Return the dates that follow for a party, for a pair, or for the treaty generally."""
    course = life.course(subject)

    def there(value: Callable[[Fate], str | None]) -> tuple[Outcome[str | None], ...]:
        return tuple(outcome for outcome in course.outcomes(value) if outcome.value is not None)

    return Dates(
        entry_into_force=course.outcomes(lambda fate: None if fate.entry is None else str(fate.entry.day)),
        last_timely_notice=there(_deadline),
        last_day_in_force=course.outcomes(_first_end),
        begins=course.outcomes(lambda fate: None if fate.entry is None else _span(fate.entry.begins)),
        ends=course.outcomes(_first_end_at),
        again=there(_again),
        surviving_until=there(_surviving),
        applies_from=there(lambda fate: _applies_from(life, fate)),
    )


def _first_end(fate: Fate) -> str | None:
    end = fate.spells[0].end if fate.spells else None
    return None if end is None else str(end.last_day)


def _first_end_at(fate: Fate) -> str | None:
    end = fate.spells[0].end if fate.spells else None
    return None if end is None else _span(end.at)


def _again(fate: Fate) -> str | None:
    later = fate.spells[1:]
    return ", ".join(f"{s.entry.day}/{'..' if s.end is None else s.end.last_day}" for s in later) or None


def _surviving(fate: Fate) -> str | None:
    lasts = [layer for layer in fate.layers if layer.status is Status.SURVIVING]
    if not lasts:
        return None
    reason = fate.reasons[lasts[-1].because[0]]
    return str(reason.value) if isinstance(reason, Derived) and reason.value is not None else ".."


def _applies_from(life: Life, fate: Fate) -> str | None:
    clause = life.record.read_as(life.reading).clause(RetroactiveEffect)
    return None if clause is None or fate.entry is None else str(clause.since.days)


def _deadline(fate: Fate) -> str | None:
    reason = fate.reasons.get("deadline:0")
    first = reason.value if isinstance(reason, Derived) else None
    if fate.entry is None or (isinstance(first, Days) and first.last < fate.entry.day.first):
        reason = None  # that term was not to be denounced any more when it became a party
    for each in supporting(fate.reasons, [fate.end.key] if fate.end is not None else []):
        if isinstance(each, Derived) and each.rule is DEADLINE:
            reason = each
    return str(reason.value) if isinstance(reason, Derived) else None


def _span(span: Span) -> str:
    early, late = span
    return iso(early) if early == late else f"{iso(early)}/{iso(late)}"
