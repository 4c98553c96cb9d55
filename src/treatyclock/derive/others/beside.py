"""Treaties beside a record: what each comes to by its own record, one of several where that is open there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from treatyclock.derive.histories.for_all import ForAll
from treatyclock.derive.others.told_by_others import acts_told
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.worlds import Choices, Question, World, deciding
from treatyclock.law.acts.act import Act
from treatyclock.law.beside import depends_on
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.record import Record

Told = tuple[Act, ...]
WorkOut = Callable[[Callable[[Evaluation, ForAll], Told]], tuple[World[Told], ...]]
"""Works out something in every world of a treaty's life."""

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyBeside:
    """What another treaty comes to for this one.

    Attributes:
        told: The acts that follow for this record, in each way in which the other's own record may be read.
        question: Which of these holds; None where there is only one.
    """

    told: tuple[Told, ...]
    question: Question | None

    def acts(self, choices: Choices) -> Told:
        """Return the acts that follow in a world."""
        if self.question is None:
            return self.told[0]
        return self.told[self.question.alternatives.index(choices.choose(self.question))]


def beside(record: Record, reading: Reading, live: Callable[[Record, Reading], WorkOut]) -> tuple[TreatyBeside, ...]:
    """Return what the treaties beside a record come to for it; none where it depends on none of them.

    Another treaty is read by the reading of the same name, where its file declares one, and else by its text. What it
    depends on itself is heeded too.

    Args:
        record: The record.
        reading: By whose reading.
        live: Works out another record by a reading, as this one is worked out.
    """
    found = []
    for other in record.beside:
        if not depends_on(record, other):
            continue
        by = next((each for each in other.readings if each.id == reading.id), TEXT)
        rest = tuple(each for each in record.beside if each is not other)
        worlds = live(replace(other, beside=rest), by)(partial(acts_told, record, reading, other))
        found.append(_of(other, worlds))
    return tuple(found)


def _of(other: Record, worlds: Sequence[World[Told]]) -> TreatyBeside:
    told = tuple(dict.fromkeys(world.result for world in worlds))
    if len(told) == 1:
        return TreatyBeside(told=told, question=None)
    open_there = [question.text for question in deciding(worlds, lambda acts: acts)]
    more = " ..." if len(open_there) > _MOST_NAMED else ""
    question = Question(
        key=f"what {other.id} comes to",
        text=f"what does {other.id} come to? Open by its own record: {' '.join(open_there[:_MOST_NAMED])}{more}",
        alternatives=_names(told),
        convention=False,
    )
    return TreatyBeside(told=told, question=question)


def _names(told: Sequence[Told]) -> tuple[str, ...]:
    """Name each way by what follows and when, with a number where two have one name."""
    found: list[str] = []
    for acts in told:
        name = ", ".join(f"{act.kind.name} {act.dated.text}" for act in acts) or "no effect here"
        alike = sum(each == name or each.startswith(f"{name} (") for each in found)
        found.append(f"{name} ({alike + 1})" if alike else name)
    return tuple(found)
