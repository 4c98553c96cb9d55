"""An evaluation in one world: what a step may ask, and where it leaves its reasons and facts."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Protocol, TypeVar

from treatyclock.civil.clocks.anywhere import starts_anywhere
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import MonthEnd, Period, last_day
from treatyclock.derive.counting.month_ends import DayStep, by_month_end
from treatyclock.derive.reasoning.admitted import AdmittedActs, known_by
from treatyclock.derive.reasoning.deposits import FIRST_COUNTS, LAST_COUNTS, deposits_differ, last_counts
from treatyclock.derive.reasoning.facts import Fact
from treatyclock.derive.reasoning.findings import Findings
from treatyclock.derive.reasoning.reasons import (
    ByPractice,
    ByReading,
    ByText,
    Chosen,
    Derived,
    Given,
    Key,
    Open,
    Origin,
    Rule,
    Stated,
    Value,
)
from treatyclock.derive.reasoning.representing import by_its_representative
from treatyclock.derive.reasoning.said import Speaker, said
from treatyclock.derive.reasoning.timing import Span, later
from treatyclock.derive.reasoning.worlds import Choices, Question
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.conventions.calendar import ACT_DAY, MIDNIGHT, MONTH_END, WHERE_DONE
from treatyclock.law.conventions.convention import Convention
from treatyclock.law.conventions.deposits import DEPOSIT
from treatyclock.law.conventions.first_days import COUNTED
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.record import Record
from treatyclock.law.sides import for_its_side
from treatyclock.truth import Truth

C = TypeVar("C", bound=Clause)

_IN_THE_RECORD = ByText()

READING = Key("reading")
"""The key under which a reading other than the text itself is given."""


class Whole(Protocol):
    """What bounds a part of a treaty: the treaty as a whole (:mod:`treatyclock.derive.parties.whole`)."""

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation of the treaty as a whole, in the same world."""
        ...


class Evaluation:
    """Everything that a step may ask in one world, and the place where it leaves its reasons and facts.

    Args:
        record: What the documents say, the reading's own clauses in place.
        reading: Who chooses what.
        acts: The acts that count.
        choices: The answers of this world.
        before: An evaluation that this one goes on from; what it found is found here too.
        within: What holds for the treaty as a whole, where the record is about a part of it.
        going_by: Of several clauses of a kind the one that counts here; None where all may.
    """

    def __init__(
        self,
        record: Record,
        reading: Reading,
        acts: AdmittedActs,
        choices: Choices,
        before: Findings | None = None,
        *,
        within: Whole | None = None,
        going_by: Clause | None = None,
    ) -> None:
        """Note the reading."""
        self.record = record
        self.reading = reading
        self.acts = acts
        self.choices = choices
        self.within = within
        self._going_by = going_by
        self._findings = Findings(before)
        self._midnight: tuple[Zone | None, tuple[Key, ...]] | None = None
        if reading != TEXT:
            self.given(READING, reading, sources=reading.sources)

    def with_act(self, act: Act) -> Evaluation:
        """Return an evaluation that goes on from this one, with one act more."""
        acts = self.acts.plus(for_its_side(self.record, act))
        return self._like(by_its_representative(acts, self.record, self.choices))

    def counting(self, *acts: Act) -> Evaluation:
        """Return this evaluation with more acts that count; what it finds is found here too."""
        made = copy(self)
        made.acts = self.acts.plus(*acts)
        return made

    def about(self, record: Record) -> Evaluation:
        """Return this evaluation with another record; what it finds is found here too."""
        made = copy(self)
        made.record = record
        return made

    def going_on(self, findings: Findings) -> Evaluation:
        """Return an evaluation like this one that goes on from other findings."""
        return self._like(self.acts, findings)

    def without(self, acts: Iterable[Act]) -> Evaluation:
        """Return an evaluation that goes on from this one, in which some acts have no effect."""
        return self._like(self.acts.without(acts))

    def aside(self, *, clauses: tuple[Clause, ...] | None = None, without: Iterable[Act] = ()) -> Evaluation:
        """Return an evaluation that goes on from this one, to try something whose reasons are not kept.

        Args:
            clauses: The clauses that hold there; this one's where not given.
            without: Acts that have no effect there.
        """
        acts = self.acts.without(without) if without else self.acts
        if clauses is None:
            return self._like(acts)
        record = replace(self.record, clauses=clauses)
        return Evaluation(record, self.reading, acts, self.choices, self._findings, within=self.within)

    def with_absent(self) -> Evaluation:
        """Return an evaluation aside in which acts count that were done and do not count here."""
        return self._like(self.acts.with_absent())

    def with_dropped(self) -> Evaluation:
        """Return an evaluation aside in which acts count that are left out to see what would have been without them."""
        return self._like(self.acts.with_dropped(self.record.dropped))

    def going_by(self, clause: Clause) -> Evaluation:
        """Return this evaluation as it goes by one of several clauses of a kind; what it finds is found here too."""
        made = copy(self)
        made._going_by = clause
        return made

    def _like(self, acts: AdmittedActs, findings: Findings | None = None) -> Evaluation:
        return Evaluation(
            self.record, self.reading, acts, self.choices, findings or self._findings,
            within=self.within, going_by=self._going_by,
        )  # fmt: skip

    # --- what was found ----------------------------------------------------------------------

    @property
    def findings(self) -> Findings:
        """The reasons and facts found so far."""
        return self._findings

    def given(self, key: Key, value: Stated, *, origin: Origin = _IN_THE_RECORD, sources: tuple[str, ...] = ()) -> Key:
        """Note something stated; return its key."""
        if not self._findings.has(key):
            self._findings.add(Given(key=key, value=value, origin=origin, sources=sources))
        return key

    def given_clause(self, clause: Clause) -> Key:
        """Note a clause, the reading's own or the treaty's; return its key."""
        own = any(clause is each for each in self.reading.clauses)
        origin: Origin = ByReading(self.reading) if own and not clause.basis.ref else ByText(clause.basis.ref)
        sources = clause.basis.sources or (self.reading.sources if own else ())
        number = self.record.number(clause)
        name = clause.TABLE if number is None else f"{clause.TABLE} {number + 1}"
        return self.given(Key("clause", name), clause, origin=origin, sources=sources)

    def given_act(self, act: Act) -> Key:
        """Note an act; return its key, or that of the deposit that counts, where it was deposited on several days."""
        if not deposits_differ(self.record, act):
            return self.given(act_key(act), act, origin=ByText(act.ref), sources=act.sources)
        # It is one act in every world; which of its deposits counts is a conclusion.
        as_done = replace(act, received=None)
        given = [self.given(act_key(act), as_done, origin=ByText(act.ref), sources=act.sources)]
        last = last_counts(self.record, self.reading, self.choices)
        depositary = self.record.depositary
        if self.reading.chooses(DEPOSIT) is not None or depositary is None or depositary.deposit is None:
            given.append(self.ask(DEPOSIT)[1])
        rule = LAST_COUNTS if last else FIRST_COUNTS
        return self.derived(Key("deposit", act.id), rule, act.when().days, *given)

    def derived(self, key: Key, rule: Rule, value: Value, *because: Key, told: bool = False) -> Key:
        """Note a conclusion; return its key.

        Args:
            key: What it is about.
            rule: The rule applied.
            value: What follows.
            because: The premises.
            told: Whether every answer after the entry into force tells it.
        """
        self._findings.add(Derived(key=key, rule=rule, value=value, because=because), told=told)
        return key

    def note(self, key: Key, fact: Fact) -> None:
        """Note a fact that belongs to a conclusion."""
        self._findings.note(key, fact)

    @property
    def anything_known(self) -> bool:
        """Whether anything of the treaty was known, by what was known at a time.

        Where no act was known there was no treaty to know of, whatever its clauses say. Where no instrument is on
        record at all, the recorded day of entry into force is what was known of it.
        """
        horizon = self.acts.known_as_of
        if horizon is None or self.acts.tell_of_the_treaty:
            return True
        if self.within is not None and self.within.evaluation.anything_known:
            return True
        clause = self.record.clause(EntryIntoForce)
        if clause is None or clause.recorded is None:
            return False
        if any(act.kind.consents or act.kind.signs for act in self.record.acts):
            return False  # the first of them would be known before what the depositary recorded
        known = clause.recorded_known or clause.recorded
        return self.settle(known_by(known, horizon), f"the recorded day of entry into force known by {horizon}")

    # --- the record, and what it leaves open --------------------------------------------------

    def clause(self, kind: type[C], *, party: str | None = None, on: Days | None = None) -> C | None:
        """Return the clause of a kind that holds for a State on a day; None where the treaty has none.

        Of several the first, or the one that this evaluation goes by. Amendments, versions and reservations will
        make a difference here, so a step says for whom and when it asks wherever it knows.
        """
        if isinstance(self._going_by, kind):
            return self._going_by
        return self.record.clause(kind)

    def several(self, kind: type[C]) -> tuple[C, ...]:
        """Return all clauses of a kind of which a treaty may have several, in the order of the file."""
        return self.record.several(kind)

    def settle(
        self,
        truth: Truth,
        fact: str,
        text: str = "",
        *,
        about: tuple[Act, ...] = (),
        before: tuple[str, int] | None = None,
    ) -> bool:
        """Return a truth as a boolean; an unknown one becomes a question of fact.

        Args:
            truth: The truth.
            fact: What is true or not, without a verb; it names the question.
            text: The question in words, where it is not "was" and the fact.
            about: The acts whose dates decide about it.
            before: Of several questions about one time, that time, and the place of what came before it or did not.
        """
        return self.choices.settle(truth, fact, text, acts=tuple(act.id for act in about), before=before)

    def suppose(self, fact: str) -> None:
        """Take a fact as true that lies in what is tried, so that it is no open question."""
        self.choices.suppose(fact)

    def lacking(self, fact: str, text: str) -> bool:
        """Ask for a fact that the record may lack; in one world it is so, in another it is not.

        Args:
            fact: What is true or not, without a verb; it names the question.
            text: The question in words.
        """
        question = Question(key=fact, text=text, alternatives=("yes", "no"), convention=False, lacking=True)
        return self.choices.choose(question) == "yes"

    def ask(
        self,
        which: Convention,
        speaker: Speaker | None = None,
        *,
        alternatives: tuple[str, ...] = (),
        of: type[Clause] | None = None,
    ) -> tuple[str, Key]:
        """Return the answer to a convention, and the key of the reason for it.

        A reading's choice goes before the text, the text before the practice of the depositary.

        Args:
            which: The convention.
            speaker: The clause for which the question comes up, if one does; what its own field says settles it.
            alternatives: What is tried while it is open, where neither the convention nor the clause has a list.
            of: The kind of clause for which it comes up, where ``speaker`` is no clause.
        """
        chosen = self.reading.chooses(which)
        text = said(speaker, which)
        profile = None if self.record.depositary is None else self.record.depositary.profile
        about = type(speaker) if isinstance(speaker, Clause) else of
        practice = None if profile is None or about is None else profile.practice(which.key, about.TABLE)
        key = Key("convention", which.key)
        origin: Origin
        sources: tuple[str, ...] = ()
        name = which.key
        if chosen is not None:
            answer, origin, sources = chosen, ByReading(self.reading), self.reading.sources
            name = which.key if which.key in dict(self.reading.choose) else which.together
            if name in dict(self.reading.asked):
                origin, sources = Open.ASKED, ()
        elif len(text.answers) == 1 and which.alternatives:
            answer, origin = text.answers[0], ByText("text")
            if isinstance(speaker, Clause) and (number := self.record.number(speaker)) is not None:
                # Another clause of this kind may say otherwise.
                key = Key("convention", f"{which.key} of {speaker.TABLE} {number + 1}")
            name = which.together or which.key  # the key of its table has the wider name
        elif profile is not None and practice is not None:
            answer, origin = practice.answer, ByPractice(profile, practice)
            key = Key("convention", f"{which.key} for {', '.join(practice.clauses)}")
        else:
            listed = text.answers if len(text.answers) > 1 else ()  # the text is open between these alone
            options = listed or which.alternatives or text.answers or alternatives
            asked = self._asked_of(which, speaker) if listed and isinstance(speaker, Clause) else which.key
            if asked != which.key:
                key = Key("convention", asked)
            question = Question(key=asked, text=which.question, alternatives=options, settled_by=text.place)
            answer = self.choices.choose(question) if len(options) > 1 else options[0]
            origin = Open.TRIED if len(options) > 1 else Open.ONLY
        return answer, self.given(key, Chosen(which, answer, name), origin=origin, sources=sources)

    def _asked_of(self, which: Convention, clause: Clause) -> str:
        """Return the name of a question that a clause leaves open between some answers.

        It is one question for all clauses that list the same answers, and one for each where another lists others.
        """
        listed = {said(each, which).answers for each in self.record.clauses}
        if len([answers for answers in listed if len(answers) > 1]) == 1:
            return which.key
        number = self.record.number(clause)
        return f"{which.key} of {clause.TABLE}" + ("" if number is None else f" {number + 1}")

    def settled(self, which: Convention, speaker: Speaker) -> bool:
        """Tell whether the reading or a clause itself answers a convention."""
        return self.reading.chooses(which) is not None or bool(said(speaker, which).answers)

    def first_day_counts(self, which: Convention, clause: Clause) -> tuple[bool, Key]:
        """Return whether a first day counts, and the reason."""
        answer, key = self.ask(which, clause)
        return answer == COUNTED, key

    # --- counting ----------------------------------------------------------------------------

    def last_day(
        self, day: Days, period: Period, of: type[Clause], *, first_day_counts: bool
    ) -> tuple[Days, tuple[Key, ...]]:
        """Return the last day of a period from a day, and the conventions used.

        Args:
            day: The day.
            period: The period.
            of: The kind of clause that has the period.
            first_day_counts: Whether that day is the first of the period.
        """

        def step(day: date, month_end: MonthEnd) -> date:
            return last_day(day, period, first_day_counts=first_day_counts, month_end=month_end)

        if max(day.first.day, day.last.day) <= _IN_EVERY_MONTH:
            return day.map(partial(step, month_end=MonthEnd.CLAMP)), ()
        return self.counted(day, step, of)

    def counted(self, day: Days, step: DayStep, of: type[Clause]) -> tuple[Days, tuple[Key, ...]]:
        """Return what a step makes of a day, and the convention on ends of months where the step turns on it.

        Args:
            day: The day.
            step: The step.
            of: The kind of clause that is applied.
        """
        ways = by_month_end(day, step)
        if len(set(ways.values())) == 1:  # where every month that is reached has the day, nothing is asked
            return ways[MonthEnd.CLAMP], ()
        policy, key = self.month_end(of)
        return ways[policy], (key,)

    def month_end(self, of: type[Clause]) -> tuple[MonthEnd, Key]:
        """Return what a day that a month lacks becomes under a kind of clause, and the reason."""
        answer, key = self.ask(MONTH_END, self.record.counting, of=of)
        return MonthEnd(answer), key

    # --- clocks ------------------------------------------------------------------------------

    def midnight(self) -> tuple[Zone | None, tuple[Key, ...]]:
        """Return the zone whose midnight begins a day, None where nothing names one, and the reason."""
        if self._midnight is None:
            options = self.record.midnights()
            if not options and self.reading.chooses(MIDNIGHT) is None:
                self._midnight = None, ()
            else:
                answer, key = self.ask(MIDNIGHT, self.record.counting, alternatives=options)
                self._midnight = zone(answer), (key,)
        return self._midnight

    def start_of(self, days: Days) -> tuple[Span, tuple[Key, ...]]:
        """Return when a day begins, and the reasons."""
        clock, keys = self.midnight()
        if clock is None:
            return Span(starts_anywhere(days.first)[0], starts_anywhere(days.last)[1]), keys
        return Span(clock.start_of_day(days.first), clock.start_of_day(days.last)), keys

    def end_of(self, days: Days) -> tuple[Span, tuple[Key, ...]]:
        """Return when a day ends, and the reasons."""
        clock, keys = self.midnight()
        if clock is None:
            return self.start_of(days.map(later))
        later(days.last)  # a day after it must have a name
        return Span(clock.end_of_day(days.first), clock.end_of_day(days.last)), keys

    def legal_days(self, moment: Moment) -> Days:
        """Return the date from which the law counts an act done at a moment."""
        return self.counted_from(moment)[0]

    def counted_from(self, moment: Moment) -> tuple[Days, tuple[Key, ...]]:
        """Return the date from which the law counts an act done at a moment, and the convention used.

        An act with an hour may have one date where it was done and another on the treaty's clock. From which of them a
        period is counted, no rule says. An hour in UTC has no place of its own.
        """
        there = self.days_there(moment)
        if there == moment.days or [clock.key for clock in moment.zones] == ["UTC"]:
            return there, ()
        answer, key = self.ask(ACT_DAY, self.record.counting)
        return (moment.days if answer == WHERE_DONE else there), (key,)

    def days_there(self, moment: Moment) -> Days:
        """Return the date of an hour on the treaty's clock; the printed date where there is no hour or no clock."""
        clock, _ = self.midnight() if moment.wall is not None else (None, ())
        if clock is None or moment.wall is None:
            return moment.days
        # 24:00 still belongs to the day that it ends.
        back = 1 if moment.days.last < moment.wall.date() else 0
        first, last = self.happening(moment)
        return Days(first=clock.local(first - back).date(), last=clock.local(last - back).date())

    def happening(self, moment: Moment) -> Span:
        """Return the earliest and latest instant at which something done at a moment was done."""
        if moment.wall is None and not moment.zones:
            clock, _ = self.midnight()
            if clock is not None:
                start = clock.start_of_day(moment.days.first)  # of a day that the clock skipped, where the next begins
                return Span(start, max(start, clock.end_of_day(moment.days.last) - 1))
        span = moment.span
        assert span.start is not None and span.end is not None
        return Span(span.start, span.end - 1)

    def from_start_of(self, moment: Moment, days: Days) -> tuple[Truth, tuple[Key, ...]]:
        """Tell whether something was done no earlier than a day, and the conventions used.

        Dates compare as printed, hours as instants.
        """
        if moment.wall is None:
            return days.not_after(moment.days), ()
        (earliest, latest), keys = self.start_of(days)
        first, last = self.happening(moment)
        if first >= latest:
            return Truth.YES, keys
        return (Truth.NO if last < earliest else Truth.UNKNOWN), keys

    def by_end_of(self, moment: Moment, days: Days) -> tuple[Truth, tuple[Key, ...]]:
        """Tell whether something was done no later than a day, and the conventions used.

        Dates compare as printed, hours as instants.
        """
        if moment.wall is None:
            return moment.days.not_after(days), ()
        (earliest, latest), keys = self.end_of(days)
        first, last = self.happening(moment)
        if last < earliest:
            return Truth.YES, keys
        return (Truth.NO if first >= latest else Truth.UNKNOWN), keys


def act_key(act: Act) -> Key:
    """Return the key under which an act is given."""
    return Key("act", act.id)


_IN_EVERY_MONTH = 28
"""The last day that every month has."""
