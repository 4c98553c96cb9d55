"""A treaty's life under one reading: what holds for all, and from there the course of each State."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.entry.presupposed import with_consents
from treatyclock.derive.histories.for_all import ForAll, what_holds_for_all
from treatyclock.derive.histories.histories import history
from treatyclock.derive.histories.history import History, Membership, Statuses
from treatyclock.derive.others.beside import TreatyBeside, beside
from treatyclock.derive.parties.membership import membership
from treatyclock.derive.parties.whole import WholeTreaty
from treatyclock.derive.reasoning.admitted import AdmittedActs, admitted_acts, known_clauses
from treatyclock.derive.reasoning.deposits import deposits_differ, with_deposits
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.representing import by_its_representative, turns_on_representatives
from treatyclock.derive.reasoning.timing import later
from treatyclock.derive.reasoning.worlds import MOST_WORLDS, Choices, Outcome, World, explore, outcomes
from treatyclock.errors import OutOfRangeError, TooManyWorldsError, UnusableRecordError
from treatyclock.intervals import Timeline
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record
from treatyclock.law.subjects import GENERALLY, Subject

T = TypeVar("T")
V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Course:
    """What follows for one subject, in every world that its open questions leave.

    Attributes:
        subject: Whom it is about.
        worlds: The worlds.
    """

    subject: Subject
    worlds: tuple[World[History], ...]

    def __repr__(self) -> str:
        """Name the subject and the number of worlds."""
        return f"<Course of {self.subject}: {len(self.worlds)} worlds>"

    def timeline(self) -> Timeline[Statuses]:
        """Return all statuses possible in any world."""
        first, *rest = dict.fromkeys(world.result.line for world in self.worlds)
        return first.combine(lambda *several: frozenset().union(*several), *rest)

    def outcomes(self, value: Callable[[History], V]) -> tuple[Outcome[V], ...]:
        """Return what a value comes to, and under which answers."""
        return outcomes(self.worlds, value)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Life:
    """A record under one reading.

    Attributes:
        record: The record, without the reading's own clauses.
        reading: The reading.
        known_as_of: What was known by then, None for everything.
        for_all: What holds for all parties, in every world that the treaty's own open questions leave.
    """

    record: Record
    reading: Reading
    known_as_of: Moment | None
    for_all: tuple[World[ForAll], ...]
    _read: Record
    _acts: AdmittedActs | None
    _beside: tuple[TreatyBeside, ...] = ()
    _courses: dict[Subject, Course] = field(default_factory=dict)

    def __str__(self) -> str:
        """Write the timeline of the treaty generally."""
        return str(self.timeline())

    def __repr__(self) -> str:
        """Name the treaty, the reading and the number of worlds."""
        return f"<Life of {self.record.id} under {self.reading.id}: {len(self.for_all)} worlds>"

    def course(self, subject: Subject = GENERALLY) -> Course:
        """Return what follows for a State, for a pair, or for the treaty generally; worked out once and kept.

        Raises:
            UnusableRecordError: If too much is open at once, or a date leaves the years 1 to 9999.
        """
        if subject not in self._courses:
            worlds = self.work_out(lambda evaluation, common: history(evaluation, common, subject))
            self._courses[subject] = Course(subject=subject, worlds=worlds)
        return self._courses[subject]

    def timeline(self, subject: Subject = GENERALLY) -> Timeline[Statuses]:
        """Return all statuses possible in any world."""
        return self.course(subject).timeline()

    def work_out(self, follow: Callable[[Evaluation, ForAll], T]) -> tuple[World[T], ...]:
        """Go on from what holds for all parties, in every world.

        Raises:
            UnusableRecordError: As :meth:`course`.
        """
        worlds: list[World[T]] = []
        for world in self.for_all:

            def result(choices: Choices, common: ForAll = world.result) -> T:
                of_whole = _of_the_whole(self._read, self.reading, self.known_as_of, self._beside, choices)
                within = _within(of_whole, common.whole)
                acts = self._acts or _acts(self.record, self.reading, self.known_as_of, self._beside, choices)
                if common.ineffective:
                    acts = acts.without(common.ineffective)
                read = _in_world(self._read, self.reading, self.known_as_of, choices)
                evaluation = Evaluation(read, self.reading, acts, choices, common.findings, within=within)
                evaluation = with_consents(evaluation, common.presupposed).counting(*common.gone)
                return follow(evaluation, common)

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
    read = _without_later_acts(record.read_as(reading), known_as_of)
    others = beside(record, reading, lambda other, by: evaluate(other, by, known_as_of).work_out)
    apart = (deposits_differ(record, act) or turns_on_representatives(read, act) for act in record.acts)
    alike = known_as_of is None and not others and not any(apart)
    acts = admitted_acts(record, reading, None, None) if alike else None

    def common(choices: Choices) -> ForAll:
        # First the treaty, and then its part within it, in one world: an answer to a question holds for both.
        of_whole = _of_the_whole(read, reading, known_as_of, others, choices)
        whole = None if of_whole is None else what_holds_for_all(of_whole)
        within = _within(of_whole, whole)
        own = acts or _acts(record, reading, known_as_of, others, choices)
        known = _in_world(read, reading, known_as_of, choices)
        found = what_holds_for_all(Evaluation(known, reading, own, choices, within=within))
        return found if whole is None else replace(found, whole=whole)

    try:
        for_all = explore(common, dict(reading.choose))
    except (OutOfRangeError, TooManyWorldsError) as error:
        raise UnusableRecordError(record.id, reading.id, error) from None
    return Life(
        record=record, reading=reading, known_as_of=known_as_of, for_all=for_all, _read=read, _acts=acts, _beside=others
    )  # fmt: skip


def _in_world(read: Record, reading: Reading, known_as_of: Moment | None, choices: Choices) -> Record:
    """Return a record with the clauses that were known, and with the deposits that count in a world."""
    return with_deposits(known_clauses(read, known_as_of, choices), reading, choices)


def _acts(
    record: Record, reading: Reading, known_as_of: Moment | None, others: tuple[TreatyBeside, ...], choices: Choices
) -> AdmittedActs:
    """Return the acts that count in a world, with what follows for this treaty from those beside it."""
    acts = admitted_acts(with_deposits(record, reading, choices), reading, known_as_of, choices)
    for other in others:
        for act in other.acts(choices):
            if record.part is None or record.part.takes(act):
                acts = acts.plus(act)
    return by_its_representative(acts, record.read_as(reading), choices)


def _of_the_whole(
    read: Record, reading: Reading, known_as_of: Moment | None, others: tuple[TreatyBeside, ...], choices: Choices
) -> Evaluation | None:
    """Return, for a part, the evaluation of the whole treaty in the same world; None where the whole is evaluated."""
    if read.whole is None:
        return None
    acts = _acts(read.whole, reading, known_as_of, others, choices)
    return Evaluation(_in_world(read.whole, reading, known_as_of, choices), reading, acts, choices)


def _within(evaluation: Evaluation | None, whole: ForAll | None) -> WholeTreaty | None:
    """Return what bounds a part of the treaty in a world: the treaty as a whole, as it is known."""
    if evaluation is None or whole is None:
        return None
    going_on = evaluation.going_on(whole.findings).counting(*whole.gone)
    going_on = with_consents(going_on, whole.presupposed).without(whole.ineffective)
    endless = replace(whole.standing, end=None)

    def periods_of(party: str) -> Sequence[Membership]:
        return membership(going_on, endless, party, listed=True).periods

    return WholeTreaty(
        evaluation=going_on,
        standing=whole.standing,
        periods_of=periods_of,
        ended_before_entry=whole.ended_before_entry,
    )


def _without_later_acts(record: Record, known_as_of: Moment | None) -> Record:
    """Return a record that leaves nothing open after its last day, where only what was known by that day counts.

    Acts that were done later were not known then. On clocks that tell another date one day more may lie between.
    """
    until = record.coverage.until
    if known_as_of is None or until is None:
        return record
    plain = known_as_of.wall is None and not known_as_of.zones
    last = known_as_of.days.last if plain else later(known_as_of.days.last)
    if last > until.days.first:
        return record
    whole = None if record.whole is None else _without_later_acts(record.whole, known_as_of)
    return replace(record, coverage=replace(record.coverage, until=None), whole=whole)
