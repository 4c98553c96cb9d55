"""A treaty's life under one reading: what holds for all, and from there the course of each State."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.case import Case
from treatyclock.derive.deadlines import Step, Worked
from treatyclock.derive.docket import Docket, docket
from treatyclock.derive.fate import Fate, Statuses
from treatyclock.derive.reasons import Reason
from treatyclock.derive.standing import Frame, frame, general_fate, pair_fate, party_fate
from treatyclock.derive.worlds import MOST_WORLDS, Choices, Outcome, World, explore, outcomes
from treatyclock.errors import OutOfRangeError, TooManyWorldsError, UnusableRecordError
from treatyclock.intervals import Timeline
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record

T = TypeVar("T")
V = TypeVar("V", bound=Hashable)
Subject = str | tuple[str, str] | None
"""Whom a question is about: a State, a pair of States, or None for the treaty generally."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Course:
    """What follows for one subject, in every world that its open questions leave.

    Attributes:
        subject: Whom it is about.
        worlds: The worlds.
    """

    subject: Subject
    worlds: tuple[World[Fate], ...]

    def __repr__(self) -> str:
        """Name the subject and the number of worlds."""
        return f"<Course of {self.subject or 'all'}: {len(self.worlds)} worlds>"

    def timeline(self) -> Timeline[Statuses]:
        """Return all statuses possible in any world."""
        first, *rest = dict.fromkeys(world.result.line for world in self.worlds)
        return first.combine(lambda *several: frozenset().union(*several), *rest)

    def outcomes(self, value: Callable[[Fate], V]) -> tuple[Outcome[V], ...]:
        """Return what a value comes to, and under which answers."""
        return outcomes(self.worlds, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a question comes to in one world.

    Attributes:
        worked: The answer.
        reasons: All reasons found, by key.
    """

    worked: Worked
    reasons: Mapping[str, Reason]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Life:
    """A record under one reading.

    Attributes:
        record: The record, without the reading's own clauses.
        reading: The reading.
        known_as_of: What was known by then, None for everything.
        frames: What holds for all parties, in every world that the treaty's own open questions leave.
    """

    record: Record
    reading: Reading
    known_as_of: Moment | None
    frames: tuple[World[Frame], ...]
    _read: Record
    _docket: Docket | None
    _courses: dict[Subject, Course] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Name the treaty, the reading and the number of worlds."""
        return f"<Life of {self.record.id} under {self.reading.id}: {len(self.frames)} worlds>"

    @property
    def worlds(self) -> tuple[World[Fate], ...]:
        """The worlds of the treaty generally."""
        return self.course(None).worlds

    def course(self, subject: Subject = None) -> Course:
        """Return what follows for a State, for a pair, or for the treaty generally.

        Raises:
            UnusableRecordError: If too much is open at once, or a date leaves the years 1 to 9999.
        """
        if subject not in self._courses:
            self._courses[subject] = self._worked_out(subject)
        return self._courses[subject]

    def timeline(self, subject: Subject = None) -> Timeline[Statuses]:
        """Return all statuses possible in any world."""
        return self.course(subject).timeline()

    def work_out(self, step: Step) -> tuple[World[Answered], ...]:
        """Answer a question in every world.

        Raises:
            UnusableRecordError: As :meth:`course`.
        """

        def answered(case: Case, common: Frame) -> Answered:
            return Answered(worked=step(case, common), reasons=case.reasons)

        return self._explored(answered)

    def _worked_out(self, subject: Subject) -> Course:
        def fate(case: Case, common: Frame) -> Fate:
            if subject is None:
                return general_fate(case, common)
            if isinstance(subject, str):
                return party_fate(case, common, subject)
            return pair_fate(case, common, subject)

        return Course(subject=subject, worlds=self._explored(fate))

    def _explored(self, follow: Callable[[Case, Frame], T]) -> tuple[World[T], ...]:
        """Go on from what holds for all parties, in every world."""
        worlds: list[World[T]] = []
        for world in self.frames:

            def result(choices: Choices, common: Frame = world.result) -> T:
                acts = self._docket or docket(self.record, self.reading, self.known_as_of, choices)
                return follow(Case(self._read, self.reading, acts, choices, common.reasons), common)

            try:
                worlds += explore(result, dict(self.reading.choose), world.choices)
                if len(worlds) > MOST_WORLDS:
                    raise TooManyWorldsError(MOST_WORLDS, [question.text for question, _ in worlds[-1].choices])
            except (OutOfRangeError, TooManyWorldsError) as error:
                raise UnusableRecordError(self.record.id, self.reading.id, error) from None
        return tuple(worlds)


def evaluate(record: Record, reading: Reading, known_as_of: Moment | None = None) -> Life:
    """Derive a treaty's life.

    Args:
        record: What the documents say.
        reading: Who chooses what; :data:`~treatyclock.law.readings.TEXT` leaves open what the text does.
        known_as_of: Only acts known by then are used, and no later one is assumed.

    Raises:
        UnusableRecordError: If too much is open at once, or a term leaves the years 1 to 9999.
    """
    read = record.read_as(reading)
    acts = docket(record, reading, None, None) if known_as_of is None else None

    def common(choices: Choices) -> Frame:
        own = acts or docket(record, reading, known_as_of, choices)
        return frame(Case(read, reading, own, choices))

    try:
        frames = explore(common, dict(reading.choose))
    except (OutOfRangeError, TooManyWorldsError) as error:
        raise UnusableRecordError(record.id, reading.id, error) from None
    return Life(record=record, reading=reading, known_as_of=known_as_of, frames=frames, _read=read, _docket=acts)
