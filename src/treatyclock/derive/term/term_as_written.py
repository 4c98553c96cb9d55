"""The term as its clause has it: up to a day or an event, or counted from its anchor, with the blocks that renew it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.derive.counting.reaching_back import takes_effect
from treatyclock.derive.end.by_event import by_event, first_hour, happened
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Named, Rule
from treatyclock.derive.reasoning.timing import Span
from treatyclock.derive.term.anchor import Anchored, anchored
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.term import Term
from treatyclock.law.conventions.first_days import FIRST_DAY

NO_EVENT = Rule(
    "event not recorded", "the term ends with the event {value}, and no act records that event, so the term goes on"
)
BY_EVENT = Rule("end by an event", "by that event it ends with {value}")
LAST_DAY = Rule("last day", "{term} ends with {value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One stretch of the term, the first or a renewed one; or the last day for a notice for its end.

    Attributes:
        last: Its last day.
        key: The reason.
        until: The hour at which it ends, where it ends at one.
        or_until: Further hours, where it ends at the first of several and the record does not tell which that is.
        named: Whether its last day is named, and not counted.
        event: The event with whose day it ends, where it ends with the end of that day.
        extended: The id of the extension that gave the term its end; empty for a term that was not extended.
    """

    last: Days
    key: Key
    until: Moment | None = None
    or_until: tuple[Moment, ...] = ()
    named: bool = False
    event: Act | None = None
    extended: str = ""

    def ends_by(self, evaluation: Evaluation) -> Span:
        """Return between which instants the hour comes at which it ends."""
        return first_hour(evaluation, [each for each in (self.until, *self.or_until) if each is not None])


class TermAsWritten:
    """The term of a treaty in force, without what was agreed or decided later.

    Attributes:
        first: The first term; None where there is none, or where it has not begun to run.
        waits_for: Why the term has not begun to run towards an end, where it waits for something.
    """

    def __init__(self, evaluation: Evaluation, entry: Entry) -> None:
        """Find the anchor and the first term."""
        self._evaluation = evaluation
        self._entry = entry
        self._clause = evaluation.clause(Term, on=entry.day)
        self._anchor: Anchored | None = None
        self.waits_for: tuple[Key, ...] = ()
        self.first = self._first()

    @property
    def counted(self) -> bool:
        """Whether it is a period, and not up to a day or an event."""
        return self._clause is not None and self._clause.lasts is not None

    def _first(self) -> Block | None:
        clause, evaluation = self._clause, self._evaluation
        if clause is None:
            return None
        given = evaluation.given_clause(clause)
        if clause.until is not None:
            key = evaluation.derived(last_day_key(0), LAST_DAY, evaluation.days_there(clause.until), given)
            return named_block(evaluation, clause.until, key)
        if clause.until_event and clause.lasts is None:
            return self._until_event(clause, given)
        self._anchor = anchored(evaluation, self._entry, clause, given)
        if self._anchor.day is None:
            self.waits_for = self._anchor.because
            return None
        return self.prolonged_by(0, Period())

    def sooner(self) -> Block | None:
        """Return the stretch up to an event that ends the treaty sooner than its term; None where none has."""
        clause, evaluation = self._clause, self._evaluation
        if clause is None or not clause.event_beside or not happened(evaluation, clause.until_event):
            return None
        return self._until_event(clause, evaluation.given_clause(clause))

    def _until_event(self, clause: Term, given: Key) -> Block | None:
        evaluation, acts = self._evaluation, happened(self._evaluation, clause.until_event)
        if not acts:
            events = Named(" or ".join(clause.until_event))
            self.waits_for = (evaluation.derived(Key("anchor"), NO_EVENT, events, given),)
            return None
        name, rule = (Key("by event", acts[0].id), BY_EVENT) if clause.event_beside else (last_day_key(0), LAST_DAY)
        if clause.plus:
            last, because = self._after_the_first(clause, acts)
            return Block(last=last, key=evaluation.derived(name, rule, last, given, *because))
        found = by_event(evaluation, clause.until_event, clause)
        assert found is not None
        key = evaluation.derived(name, rule, found.last, given, *found.because)
        until = found.hours[0] if found.hours else None
        return Block(last=found.last, key=key, until=until, or_until=found.hours[1:], event=found.with_the_day)

    def _after_the_first(self, clause: Term, acts: Sequence[Act]) -> tuple[Days, tuple[Key, ...]]:
        """Return the last day of the period that follows the first of some events."""
        ends, because = [], list[Key]()
        for act in acts:
            when, taken = takes_effect(self._evaluation, act)
            day, act_day = self._evaluation.counted_from(when)
            counts, convention = self._evaluation.first_day_counts(FIRST_DAY, clause)
            last, policy = self._evaluation.last_day(day, clause.plus, Term, first_day_counts=counts)
            ends.append(last)
            because += [self._evaluation.given_act(act), *taken, *act_day, convention, *policy]
        return Days.earliest(ends), tuple(dict.fromkeys(because))

    def prolonged_by(self, number: int, more: Period, *because: Key) -> Block:
        """Return the block of a number, which is so much longer than the first, counted from the one anchor."""
        clause, anchor = self._clause, self._anchor
        assert clause is not None and clause.lasts is not None and anchor is not None and anchor.day is not None
        counts, convention = self._evaluation.first_day_counts(FIRST_DAY, clause)
        length = clause.lasts + more if number else clause.lasts
        last, policy = self._evaluation.last_day(anchor.day, length, Term, first_day_counts=counts)
        premises = (*anchor.because, *because, convention, *policy)
        return Block(last=last, key=self._evaluation.derived(last_day_key(number), LAST_DAY, last, *premises))


def named_block(evaluation: Evaluation, until: Moment, key: Key, *, extended: str = "") -> Block:
    """Return a stretch up to a day or an hour that is named."""
    hour = until if until.wall is not None else None
    return Block(last=evaluation.days_there(until), key=key, until=hour, named=True, extended=extended)


def last_day_key(number: int, extended: str = "") -> Key:
    """Return the key of the last day of a stretch."""
    return Key("last day", extended, number)
