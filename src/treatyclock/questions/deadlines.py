"""Dates asked for by name: deadlines, exits, windows, renewals; each with the answers it comes out under, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from treatyclock.civil.days import Days
from treatyclock.derive.argument import Step as ArgumentStep
from treatyclock.derive.argument import argument
from treatyclock.derive.deadlines import Range, Step
from treatyclock.derive.fate import Fate
from treatyclock.derive.life import Life, Subject
from treatyclock.derive.reasons import Derived, Reason
from treatyclock.derive.worlds import Outcome, World, outcomes
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.questions.report import argument_text
from treatyclock.show import data
from treatyclock.show.words import under_words


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DateAnswer:
    """A date, or several, under every open convention.

    Attributes:
        question: What was asked, in words.
        outcomes: What it comes to, and under which answers to the open questions: days as ISO 8601, imprecise ones in
            EDTF, ranges as ``A/B``; no day where there is none.
        derivation: The argument, premises first.
        record: The record that was asked.
    """

    question: str
    outcomes: tuple[Outcome[tuple[str, ...]], ...]
    derivation: tuple[ArgumentStep, ...]
    record: Record

    @property
    def values(self) -> tuple[tuple[str, ...], ...]:
        """What it may come to, without the answers it turns on."""
        return tuple(dict.fromkeys(outcome.value for outcome in self.outcomes))

    def __repr__(self) -> str:
        """Name the question and the days."""
        return f"<DateAnswer {self.question}: {' or '.join(', '.join(each) or 'none' for each in self.values)}>"

    def __str__(self) -> str:
        """Write each value with the answers it comes out under."""
        return "\n".join(_line(outcome) for outcome in self.outcomes)

    def explain(self) -> str:
        """Write the values, and the argument below them: numbered sentences, then the sources they name."""
        return f"{self.question}: {self}\n\n{argument_text(self.derivation, self.record)}"

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, ready for JSON."""
        return {
            "question": self.question,
            "outcomes": [{"days": list(each.value), "under": dict(each.under)} for each in self.outcomes],
            "derivation": [data.step(step, self.record) for step in self.derivation],
        }


def _line(outcome: Outcome[tuple[str, ...]]) -> str:
    under = f"   if {under_words(outcome.under)}" if outcome.under else ""
    return (", ".join(outcome.value) or "none") + under


def ask_date(life: Life, question: str, step: Step) -> DateAnswer:
    """Answer a question that a step of the derivation works out in each world.

    Args:
        life: The life under the reading that is asked for.
        question: The question in words.
        step: The step.
    """
    worlds = life.work_out(step)
    found = outcomes(worlds, lambda answered: _texts(answered.worked.days))
    roots = dict.fromkeys(root for world in worlds for root in world.result.worked.roots)
    return DateAnswer(
        question=question, outcomes=found, derivation=argument(worlds, ["reading", *roots]), record=life.record
    )


def expiry(life: Life, subject: Subject) -> DateAnswer:
    """Answer on which day being in force ends, by what is recorded; no day where no end is foreseen."""
    worlds = life.course(subject).worlds

    def days(fate: Fate) -> tuple[str, ...]:
        return () if fate.end is None else (str(fate.end.last_day),)

    roots = dict.fromkeys(key for world in worlds for key in _end_keys(world.result))
    return _from_course(life, "last day in force", worlds, outcomes(worlds, days), roots)


def _end_keys(fate: Fate) -> Iterable[str]:
    if fate.end is None:
        return ("end", "entry")
    return (f"{fate.end.key}:ends", fate.end.key)


def sunset_end(life: Life, subject: Subject) -> DateAnswer:
    """Answer with which day the effect that survives the end is over; ``..`` where it has no limit."""
    worlds = life.course(subject).worlds

    def days(fate: Fate) -> tuple[str, ...]:
        reason = _survival(fate)
        if reason is None:
            return ()
        return (str(reason.value) if isinstance(reason, Derived) and reason.value is not None else "..",)

    roots = dict.fromkeys(reason.key for world in worlds if (reason := _survival(world.result)) is not None)
    return _from_course(life, "last day of surviving effect", worlds, outcomes(worlds, days), roots)


def _survival(fate: Fate) -> Reason | None:
    lasts = [layer for layer in fate.layers if layer.status is Status.SURVIVING]
    return fate.reasons[lasts[-1].because[0]] if lasts else None


def _from_course(
    life: Life,
    question: str,
    worlds: Sequence[World[Fate]],
    found: tuple[Outcome[tuple[str, ...]], ...],
    roots: Iterable[str],
) -> DateAnswer:
    steps = argument(worlds, ["reading", *roots])
    return DateAnswer(question=question, outcomes=found, derivation=steps, record=life.record)


def _texts(days: Iterable[Days | Range]) -> tuple[str, ...]:
    return tuple(f"{each[0]}/{each[1]}" if isinstance(each, tuple) else str(each) for each in days)
