"""The term with its renewals, as extensions and decisions of a conference leave it, and the deadlines for notices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.civil.periods import Period
from treatyclock.derive.agreement.joint_acts import given_agreement
from treatyclock.derive.counting.delays import before_end
from treatyclock.derive.counting.galloping import first_reaching
from treatyclock.derive.counting.reaching_back import takes_effect
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import Extension
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import later
from treatyclock.derive.term.prolonging import in_force, in_force_by, period_agreed
from treatyclock.derive.term.term_as_written import LAST_DAY, Block, TermAsWritten, last_day_key, named_block
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.term import DECISION
from treatyclock.law.clauses.exit import Denunciation, ExitWhen
from treatyclock.law.clauses.term import Renewal
from treatyclock.law.conventions.term import FOR_EVER, RENEWALS
from treatyclock.truth import Truth

EXTENDED = Rule("extended", "the extension was in force before the term had ended, so the term ends with {value}")
EXTENDED_BACKWARD = Rule(
    "extended backward", "the extension came into force on {value}, after the day that it names, so it has no effect"
)
GIVEN_A_TERM = Rule(
    "given a term", "the treaty went on without a term when all agreed on a last day; they agreed on {value}"
)
GIVEN_NO_TERM = Rule(
    "given no term",
    "the treaty went on without a term when all agreed on {value} as a last day; it is taken not to end with that day",
)
NOT_SHORTENED = Rule(
    "term not shortened",
    "all agreed on {value} as a last day, which comes before the term that ran was to end; the term is taken to run on",
    "open: Vienna Convention on the Law of Treaties, arts. 31 and 54(b)",
)
EXTENDED_LATE = Rule("extended late", "the extension was not in force before the term had ended, so it has no effect")
LIFTED = Rule("term lifted", "the decision took effect before the term had ended, so the treaty goes on without a term")
DECIDED_A_TERM = Rule(
    "term decided on", "the decision took effect before the treaty had ended, so the term ends with {value}"
)
DECIDED_LATE = Rule("decision after the term", "the decision took effect after the term had ended and revives nothing")
DEADLINE = Rule(
    "deadline",
    "a notice for the end of {term} must be given no later than {value}",
    "no general rule covers periods counted back; European Convention on the Calculation of Time-Limits, art. 1",
)


class Terms:
    """The term of a treaty in force, and its renewals, each counted from the one anchor when asked for.

    Attributes:
        first: The first term, as extended where it was; None where there is none, or where it has not begun to run.
        renewals: How many blocks may follow the first term, None for ever; with reasons.
        then_indefinite: Whether it goes on without a term after the last block.
        lifted: The decision by which the treaty goes on without a term, as a reason; None where none was made in time.
        lifted_by: The act of that decision.
        waits_for: Why the term has not begun to run towards an end, where it waits for something.
        acts: The acts with which it was worked out: extensions, and decisions of a conference.
        ended: For each of these acts, how many stretches of the term that ran had ended when it came into force.
    """

    def __init__(self, evaluation: Evaluation, entry: Entry, acts: Sequence[Act]) -> None:
        """Find the first term as the acts given leave it, and how often it is renewed."""
        self._evaluation = evaluation
        self._entry = entry
        self._written = TermAsWritten(evaluation, entry)
        self._renewal = evaluation.clause(Renewal, on=entry.day)
        self._blocks: dict[int, Block] = {}
        self._deadlines: dict[int, Block] = {}
        self.renewals: tuple[int | None, tuple[Key, ...]] = (0, ())
        self.waits_for = self._written.waits_for
        self.lifted: Key | None = None
        self.lifted_by: Act | None = None
        self.then_indefinite = self._renewal is not None and self._renewal.then_indefinite
        self._used = 0
        self.acts = tuple(acts)
        self.ended: list[int] = []
        self.first = self._written.first
        if self.first is not None:
            self.renewals = self._renewals()
            for act in acts:
                self.ended.append(0)
                changed = self._decided if act.kind == DECISION else self._extended
                self.first = changed(self.first, act)

    @property
    def sooner(self) -> Block | None:
        """The stretch up to an event that ends the treaty, whatever its term is; None where no such event happened."""
        return self._written.sooner()

    @property
    def runs(self) -> bool:
        """Whether there is a term, and it has begun to run towards an end."""
        return self.first is not None

    def with_the_first(self, number: int) -> Terms:
        """Return the term with the first of these acts only, as many as given."""
        return Terms(self._evaluation, self._entry, self.acts[:number])

    def under(self, evaluation: Evaluation) -> Terms:
        """Return the term with the deadlines of the clause on leaving that an evaluation goes by."""
        if len(evaluation.several(Denunciation)) < 2:
            return self
        made = copy(self)
        made._evaluation, made._deadlines = evaluation, {}
        return made

    def on(self, day: Days) -> Terms:
        """Return the term that ran on a day: without acts that were not in force by then."""
        by_then = [act for act in self.acts if self._in_force_by(act, day)]
        if len(by_then) == len(self.acts):
            return self
        return Terms(self._evaluation, self._entry, by_then)

    def _in_force_by(self, act: Act, day: Days) -> bool:
        truth = in_force(self._evaluation, act)[0].not_after(day)
        return self._evaluation.settle(truth, f"{act.id} in force on {day}", about=(act,))

    def _extended(self, block: Block, act: Act) -> Block:
        """Law: an extension must itself be in force before the end that it puts off."""
        evaluation = self._evaluation
        day, taken = in_force(evaluation, act)
        given, key = (*given_agreement(evaluation, act), *taken), self._key_of(act)
        if act.until is not None:
            early = ~in_force_by(evaluation, act, act.until)
            if evaluation.settle(early, f"{act.id} up to a day before it", about=(act,)):
                evaluation.derived(key, EXTENDED_BACKWARD, day, *given, told=True)
                return block
        number, used = self._met(act)
        timely = number is not None or self.then_indefinite
        running = self.block(used)
        evaluation.note(key, Extension(act=act, in_time=timely, last_day=running.last))
        if not timely:
            evaluation.derived(key, EXTENDED_LATE, False, running.key, *given, told=True)
            return block
        last, policy = self._until(act, None if number is None else running)
        if number is None:
            # It went on without a term, and then all agreed on a last day: whether it is the last is open.
            fact = f"the treaty to end with the day named by {act.id}"
            if not evaluation.settle(Truth.UNKNOWN, fact, about=(act,)):
                evaluation.derived(key, GIVEN_NO_TERM, last, running.key, *given, told=True)
                return block
            self.then_indefinite, self.lifted, self.lifted_by = False, None, None
        elif self._cut_short(running, act) and not evaluation.settle(
            Truth.UNKNOWN, f"the treaty to end with the day named by {act.id}", about=(act,)
        ):
            evaluation.derived(key, NOT_SHORTENED, last, running.key, *given, told=True)
            return block
        evaluation.derived(key, GIVEN_A_TERM if number is None else EXTENDED, last, running.key, *given, *policy)
        self._use(used, number)
        if act.until is None:
            return Block(last=last, key=key, extended=act.id, until=_hour_of(running, last))
        return named_block(evaluation, act.until, key, extended=act.id)

    def _cut_short(self, running: Block, act: Act) -> bool:
        """Tell whether an extension names a day before the end of the term that runs by the treaty's own clauses.

        Whether all then end the treaty with that day, no rule says. A day that all had agreed on before gives way.
        """
        if act.until is None or (running.extended and running is self.first):
            return False
        return running.last.not_after(self._evaluation.days_there(act.until)) is Truth.NO

    def _key_of(self, act: Act) -> Key:
        """Return what the conclusion on an act is called: by its place too, as the order may differ between worlds."""
        place = len(self.ended)
        return Key("extension", act.id, place if place > 1 else None)

    def _until(self, act: Act, running: Block | None) -> tuple[Days, tuple[Key, ...]]:
        """Return the last day of an extension: a named one, or a period after the stretch that runs."""
        if act.until is not None:
            return self._evaluation.days_there(act.until), ()
        if running is None:
            return period_agreed(self._evaluation, act)
        assert act.period is not None
        return self._on_from(running, act.period)

    def _decided(self, block: Block, act: Act) -> Block:
        """Law: as the clause provides, a conference decides whether the treaty goes on, and for how long.

        A decision for a day before the end of the term leaves the term as it is: it is an end of its own.
        """
        evaluation, key = self._evaluation, self._key_of(act)
        number, used = self._met(act)
        running, taken = self.block(used), in_force(evaluation, act)[1]
        premises = (running.key, evaluation.given_act(act), *taken)
        if number is None and not self.then_indefinite:
            evaluation.derived(key, DECIDED_LATE, False, *premises, told=True)
            return block
        if act.until is None:
            if number is not None:
                self.lifted, self.lifted_by = evaluation.derived(key, LIFTED, None, *premises), act
                self.renewals, self.then_indefinite = (used, self.renewals[1]), True
            return block
        longer = ~evaluation.days_there(act.until).not_after(running.last)
        if not evaluation.settle(longer, f"{act.id} to name a day after the term", about=(act,)):
            return block
        evaluation.derived(key, DECIDED_A_TERM, evaluation.days_there(act.until), *premises)
        self._use(used, number)
        # For how long is decided: nothing prolongs it by itself after that.
        self.renewals, self.then_indefinite = (0, self.renewals[1]), False
        self.lifted, self.lifted_by = None, None
        return named_block(evaluation, act.until, key, extended=act.id)

    def _met(self, act: Act) -> tuple[int | None, int]:
        """Return the stretch that had not ended when an act took effect, None for none, and how many were renewed."""
        number = None if self.lifted else self.first_block(lambda each: self._lasted(each, act))
        return number, (self.renewals[0] or 0) if number is None else number

    def _use(self, used: int, number: int | None) -> None:
        """Use up renewals that were used when an act took effect: they are not there to be used again."""
        self.ended[-1] = used if number is not None else used + 1
        self._used += used
        if self.renewals[0] is not None:
            self.renewals = (self.renewals[0] - used, self.renewals[1])
        self._blocks.clear()

    def _lasted(self, number: int, act: Act) -> bool:
        """Tell whether a stretch of the term had not ended when an extension came into force."""
        block, evaluation = self.block(number), self._evaluation
        when, _ = takes_effect(evaluation, act)
        if block.until is not None:
            timely = evaluation.happening(when).before(block.ends_by(evaluation))
        else:
            timely, _ = evaluation.by_end_of(when, block.last)
        fact = f"{act.id} in force before the term had ended"
        if number != self.renewals[0]:
            fact = f"{act.id} in force before the end of the term prolonged {self._used + number} times"
        return evaluation.settle(timely, fact, about=(act,))

    def _renewals(self) -> tuple[int | None, tuple[Key, ...]]:
        clause = self._renewal
        if clause is None or not clause.renews:
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
            plain = first is self._written.first and self._written.counted
            self._blocks[number] = self._counted(number) if plain else self._added(first, number)
        return self._blocks[number]

    def first_block(self, reached: Callable[[int], bool]) -> int | None:
        """Return the first block that reaches something, None if none does; a later block never reaches less.

        Args:
            reached: Tells whether a block, by its number, reaches it; then all later ones do.
        """
        return first_reaching(self.renewals[0], reached)

    def _counted(self, number: int) -> Block:
        assert self._renewal is not None
        return self._written.prolonged_by(number, self._renewal.longer_by(number), *self.renewals[1])

    def _added(self, first: Block, number: int) -> Block:
        """Count blocks on from a last day that is given."""
        assert self._renewal is not None
        last, policy = self._on_from(first, self._renewal.longer_by(number, after=self._used))
        because = (first.key, *self.renewals[1], *policy)
        key = self._evaluation.derived(last_day_key(number, first.extended), LAST_DAY, last, *because)
        return Block(last=last, key=key, extended=first.extended, until=_hour_of(first, last))

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
        which = self._evaluation.record.number(clause)
        name = Key("deadline", block.extended if which is None else f"{block.extended} {which + 1}", number)
        key = self._evaluation.derived(name, DEADLINE, day, given, block.key, *conventions)
        return Block(last=day, key=key)


def _hour_of(before: Block, last: Days) -> Moment | None:
    """Return when in its last day a stretch ends that follows one which ended at an hour; None for its end.

    It ends at an hour of that day too, and nobody says at which.
    """
    return moment(last.first) if before.until is not None and last.known else None


def first_deadline(evaluation: Evaluation, entry: Entry, terms: Terms) -> Days | None:
    """Return the last day for a notice for the end of the first term; None where no notice can be given for it."""
    rules = [each for each in evaluation.several(Denunciation) if each.when is ExitWhen.END_OF_TERM]
    if len(rules) != 1 or not terms.runs:  # several clauses have several deadlines
        return None
    deadline = terms.under(evaluation.going_by(rules[0])).deadline(0).last
    if terms.lifted_by is not None:
        lifted = in_force(evaluation, terms.lifted_by)[0].not_after(deadline)
        fact = f"{terms.lifted_by.id} in force by the last day for a notice"
        if evaluation.settle(lifted, fact, about=(terms.lifted_by,)):
            return None  # no notice can be given any more for the end of the term
    return deadline
