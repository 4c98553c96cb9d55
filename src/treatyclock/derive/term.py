"""The term, its renewals, and the last day on which a notice is in time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.derive.anchor import Anchored, anchored
from treatyclock.derive.delays import before_end
from treatyclock.derive.entry import Entry
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.facts import Extension
from treatyclock.derive.joint_acts import given_agreement
from treatyclock.derive.reaching_back import takes_effect
from treatyclock.derive.reasons import Key, Named, Rule
from treatyclock.derive.timing import eve, later
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.term import EXTENSION
from treatyclock.law.clauses.exit import Denunciation, ExitWhen
from treatyclock.law.clauses.term import Renewal, Term
from treatyclock.law.conventions.first_days import FIRST_DAY
from treatyclock.law.conventions.term import AT_EVENT, EVENT_DAY, EVENT_DAY_STARTS, FOR_EVER, RENEWALS
from treatyclock.truth import Truth

NO_EVENT = Rule(
    "event not recorded", "the term ends with the event {value}, and no act records that event, so the term goes on"
)
LAST_DAY = Rule("last day", "{term} ends with {value}")
EXTENDED = Rule("extended", "the extension was in force before the term had ended, so the term ends with {value}")
EXTENDED_BACKWARD = Rule(
    "extended backward", "the extension came into force on {value}, after the day that it names, so it has no effect"
)
GIVEN_A_TERM = Rule(
    "given a term", "the treaty went on without a term when all agreed on a last day; they agreed on {value}"
)
EXTENDED_LATE = Rule("extended late", "the extension was not in force before the term had ended, so it has no effect")
DEADLINE = Rule(
    "deadline",
    "a notice for the end of {term} must be given no later than {value}",
    "no general rule covers periods counted back; European Convention on the Calculation of Time-Limits, art. 1",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One stretch of the term, the first or a renewed one; or the last day for a notice for its end.

    Attributes:
        last: Its last day.
        key: The reason.
        until: The hour at which it ends, where it ends at one.
        named: Whether its last day is named, and not counted.
        extended: The id of the extension that gave the term its end; empty for a term that was not extended.
    """

    last: Days
    key: Key
    until: Moment | None = None
    named: bool = False
    extended: str = ""


class Terms:
    """The term of a treaty in force, and its renewals, each counted from the one anchor when asked for.

    Attributes:
        first: The first term, as extended where it was; None where there is none, or where it has not begun to run.
        renewals: How many blocks may follow the first term, None for ever; with reasons.
        then_indefinite: Whether it goes on without a term after the last block.
        waits_for: Why the term has not begun to run towards an end, where it waits for something.
        extensions: The extensions with which it was worked out.
        ended: For each extension, how many stretches of the term that ran had ended when it came into force.
    """

    def __init__(self, evaluation: Evaluation, entry: Entry, extensions: Sequence[Act]) -> None:
        """Find the anchor, the first term with the extensions given, and how often it is renewed."""
        self._evaluation = evaluation
        self._entry = entry
        self._clause = evaluation.clause(Term, on=entry.day)
        self._renewal = evaluation.clause(Renewal, on=entry.day)
        self._anchor: Anchored | None = None
        self._blocks: dict[int, Block] = {}
        self._deadlines: dict[int, Block] = {}
        self.renewals: tuple[int | None, tuple[Key, ...]] = (0, ())
        self.waits_for: tuple[Key, ...] = ()
        self.then_indefinite = self._renewal is not None and self._renewal.then_indefinite
        self._used = 0
        self.extensions = tuple(extensions)
        self.ended: list[int] = []
        self._agreed = self._unextended()
        self.first = self._agreed
        if self.first is not None:
            self.renewals = self._renewals()
            for act in extensions:
                self.ended.append(0)
                self.first = self._extended(self.first, act)

    @property
    def runs(self) -> bool:
        """Whether there is a term, and it has begun to run towards an end."""
        return self.first is not None

    def with_the_first(self, number: int) -> Terms:
        """Return the term with the first of its extensions only, as many as given."""
        return Terms(self._evaluation, self._entry, self.extensions[:number])

    def on(self, day: Days) -> Terms:
        """Return the term that ran on a day: without extensions that were not in force by then."""
        in_force = [act for act in self.extensions if self._in_force_by(act, day)]
        if len(in_force) == len(self.extensions):
            return self
        return Terms(self._evaluation, self._entry, in_force)

    def _in_force_by(self, act: Act, day: Days) -> bool:
        truth = _in_force(self._evaluation, act)[0].not_after(day)
        return self._evaluation.settle(truth, f"{act.id} in force on {day}", about=(act,))

    def _unextended(self) -> Block | None:
        clause, evaluation = self._clause, self._evaluation
        if clause is None:
            return None
        given = evaluation.given_clause(clause)
        if clause.until is not None:
            key = evaluation.derived(_last_day(0), LAST_DAY, clause.until.days, given)
            return _named(clause.until, key)
        if clause.until_event is not None:
            return self._until_event(clause, clause.until_event, given)
        self._anchor = anchored(evaluation, self._entry, clause, given)
        if self._anchor.day is None:
            self.waits_for = self._anchor.because
            return None
        return self._counted(0)

    def _until_event(self, clause: Term, event: str, given: Key) -> Block | None:
        evaluation, act = self._evaluation, self._evaluation.acts.get(event)
        if act is None:
            self.waits_for = (evaluation.derived(Key("anchor"), NO_EVENT, Named(event), given),)
            return None
        when, taken = takes_effect(evaluation, act)
        day = evaluation.legal_days(when)
        because: tuple[Key, ...] = (given, evaluation.given_act(act), *taken)
        if clause.plus:
            counts, convention = evaluation.first_day_counts(FIRST_DAY, clause)
            day, policy = evaluation.last_day(day, clause.plus, Term, first_day_counts=counts)
            return Block(last=day, key=evaluation.derived(_last_day(0), LAST_DAY, day, *because, convention, *policy))
        answer, convention = evaluation.ask(EVENT_DAY, clause)
        last = day.map(eve) if answer == EVENT_DAY_STARTS else day
        key = evaluation.derived(_last_day(0), LAST_DAY, last, *because, convention)
        return Block(last=last, key=key, until=when if answer == AT_EVENT else None)

    def _extended(self, block: Block, act: Act) -> Block:
        """Law: an extension must itself be in force before the end that it puts off."""
        evaluation = self._evaluation
        assert act.until is not None
        in_force, taken = _in_force(evaluation, act)
        given, key = (*given_agreement(evaluation, act), *taken), Key("extension", act.id)
        if evaluation.settle(~in_force.not_after(act.until.days), f"{act.id} up to a day before it", about=(act,)):
            evaluation.derived(key, EXTENDED_BACKWARD, in_force, *given, told=True)
            return block
        times = self.renewals[0]
        number = self.first_block(lambda each: self._lasted(each, act))
        timely = number is not None or self.then_indefinite
        used = number if number is not None else times or 0
        running = self.block(used)
        evaluation.note(key, Extension(act=act, in_time=timely, last_day=running.last))
        if not timely:
            evaluation.derived(key, EXTENDED_LATE, False, running.key, *given, told=True)
            return block
        last = act.until.days
        evaluation.derived(key, GIVEN_A_TERM if number is None else EXTENDED, last, running.key, *given)
        if number is None:
            # It went on without a term, and then all agreed on a last day: whether it is the last is open.
            fact = f"the treaty to end with the day named by {act.id}"
            self.then_indefinite = not evaluation.settle(Truth.UNKNOWN, fact, about=(act,))
        self.ended[-1] = used if number is not None else used + 1
        self._used += used  # a renewal that was used is not there to be used again
        if times is not None:
            self.renewals = (times - used, self.renewals[1])
        self._blocks.clear()
        return _named(act.until, key, extended=act.id)

    def _lasted(self, number: int, act: Act) -> bool:
        """Tell whether a stretch of the term had not ended when an extension came into force."""
        block, evaluation = self.block(number), self._evaluation
        when, _ = takes_effect(evaluation, act)
        if block.until is not None and block.until.wall is not None and when.wall is not None:
            (first, last), (earliest, latest) = evaluation.happening(when), evaluation.happening(block.until)
            timely = Truth.YES if last < earliest else Truth.NO if first >= latest else Truth.UNKNOWN
        else:
            timely = evaluation.legal_days(when).not_after(block.last)
        fact = f"{act.id} in force before the term had ended"
        if number != self.renewals[0]:
            fact = f"{act.id} in force before the end of the term prolonged {self._used + number} times"
        return evaluation.settle(timely, fact, about=(act,))

    def _renewals(self) -> tuple[int | None, tuple[Key, ...]]:
        clause = self._renewal
        if clause is None or clause.block is None:
            return 0, ()
        given = self._evaluation.given_clause(clause)
        answer, open_key = self._evaluation.ask(RENEWALS, clause)
        times = None if answer == FOR_EVER else int(answer)
        return times, (given, open_key) if len(clause.times) > 1 else (given,)

    def block(self, number: int) -> Block:
        """Return the first term (0) or a renewed one (1, 2, ...), counted from the original anchor."""
        first = self.first
        assert first is not None
        if number == 0:
            return first
        if number not in self._blocks:
            plain = first is self._agreed and self._clause is not None and self._clause.lasts is not None
            self._blocks[number] = self._counted(number) if plain else self._added(first, number)
        return self._blocks[number]

    def first_block(self, reached: Callable[[int], bool]) -> int | None:
        """Return the first block that reaches something, None if none does; a later block never reaches less.

        Args:
            reached: Tells whether a block, by its number, reaches it; then all later ones do.
        """
        # Galloping search: steps that double find a block that reaches it, and halving then finds the first.
        times = self.renewals[0]
        short, step = -1, 1
        while True:
            number = short + step if times is None else min(short + step, times)
            if reached(number):
                break
            if number == times:
                return None
            short, step = number, step * 2
        while number - short > 1:
            middle = (short + number) // 2
            short, number = (short, middle) if reached(middle) else (middle, number)
        return number

    def _counted(self, number: int) -> Block:
        clause, anchor = self._clause, self._anchor
        assert clause is not None and clause.lasts is not None and anchor is not None and anchor.day is not None
        length, because = clause.lasts, anchor.because
        if number:
            assert self._renewal is not None and self._renewal.block is not None
            length = length + self._renewal.block * number
            because = (*because, *self.renewals[1])
        counts, convention = self._evaluation.first_day_counts(FIRST_DAY, clause)
        last, policy = self._evaluation.last_day(anchor.day, length, Term, first_day_counts=counts)
        key = self._evaluation.derived(_last_day(number), LAST_DAY, last, *because, convention, *policy)
        return Block(last=last, key=key)

    def _added(self, first: Block, number: int) -> Block:
        """Count blocks on from a last day that is given."""
        assert self._renewal is not None and self._renewal.block is not None
        last, policy = self._on_from(first, self._renewal.block * number)
        because = (first.key, *self.renewals[1], *policy)
        key = self._evaluation.derived(_last_day(number, first.extended), LAST_DAY, last, *because)
        return Block(last=last, key=key, extended=first.extended)

    def _on_from(self, block: Block, period: Period) -> tuple[Days, tuple[Key, ...]]:
        """Return the last day of a period that follows a block: the day after the block's last is its first."""
        if block.until is not None:  # an hour: the period begins within that day
            return self._evaluation.last_day(block.last, period, Renewal, first_day_counts=False)
        return self._evaluation.last_day(block.last.map(later), period, Renewal, first_day_counts=True)

    def deadline(self, number: int) -> Block:
        """Return the last day on which a notice ends the treaty with a block."""
        if number not in self._deadlines:
            self._deadlines[number] = self._deadline(number)
        return self._deadlines[number]

    def _deadline(self, number: int) -> Block:
        clause = self._evaluation.clause(Denunciation, on=self._entry.day)
        assert clause is not None and clause.when is ExitWhen.END_OF_TERM
        block = self.block(number)
        given = self._evaluation.given_clause(clause)
        day, conventions = before_end(self._evaluation, block.last, clause)
        name = Key("deadline", block.extended, number)
        key = self._evaluation.derived(name, DEADLINE, day, given, block.key, *conventions)
        return Block(last=day, key=key)


def extensions_of(evaluation: Evaluation) -> tuple[Act, ...]:
    """Return the extensions of the term in the order in which they were agreed.

    Law: what was agreed later goes before what was agreed earlier (Vienna Convention art. 30(3)). Where what was
    agreed earlier came into force later, it is open which of the two prevails.
    """
    agreed = sorted(evaluation.acts.of(EXTENSION), key=lambda each: (each.dated.days.first, each.dated.days.last))
    begun = sorted(
        agreed, key=lambda each: _in_force(evaluation, each)[0].first
    )  # stable: of one day as they were agreed
    crossed = next((each for each, other in zip(agreed, begun, strict=True) if each != other), None)
    if crossed is None:
        return tuple(agreed)
    fact = f"{crossed.id} to prevail, which was agreed earlier and came into force later"
    return tuple(begun if evaluation.settle(Truth.UNKNOWN, fact, about=tuple(agreed)) else agreed)


def _in_force(evaluation: Evaluation, act: Act) -> tuple[Days, tuple[Key, ...]]:
    when, taken = takes_effect(evaluation, act)
    return evaluation.legal_days(when), taken


def _named(until: Moment, key: Key, *, extended: str = "") -> Block:
    hour = until if until.wall is not None else None
    return Block(last=until.days, key=key, until=hour, named=True, extended=extended)


def _last_day(number: int, extended: str = "") -> Key:
    return Key("last day", extended, number)


def first_deadline(evaluation: Evaluation, entry: Entry, terms: Terms) -> Days | None:
    """Return the last day for a notice for the end of the first term; None where no notice can be given for it."""
    clause = evaluation.clause(Denunciation, on=entry.day)
    if clause is None or clause.when is not ExitWhen.END_OF_TERM or not terms.runs:
        return None
    return terms.deadline(0).last
