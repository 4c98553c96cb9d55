"""A notice under a clause that allows it, and the periods that run from it."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.derive.counting.delays import delayed, last_day_by_notice
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_at, ending_with, not_before
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import MissedDeadline
from treatyclock.derive.reasoning.reasons import Key, Rule, Value
from treatyclock.derive.reasoning.timing import eve, later
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.clauses.delays import Delay
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.conventions.exit import EFFECT_DAY, FIRST_OUT

BY_CLAUSE = "Vienna Convention on the Law of Treaties, art. 54(a)"
RUNS = Rule("notice runs", "by the notice the last day in force is {end}", BY_CLAUSE)
AT_ONCE = Rule("notice at once", "the notice takes effect at once, {when}", BY_CLAUSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A denunciation under a clause that allows it.

    Attributes:
        act: The act.
        clause: The clause.
        when: The date that counts.
        given: The reasons for both.
        entry: The entry into force for who gave it.
        treaty: The treaty's entry into force.
        of: Whose notice it is. Where several gave it together, the State whose end is sought.
        resumed: The act by which it was taken up again, where it counts from that act.
        from_arrival: Whether it counts from its arrival, though the clause counts from another of its dates.
        which: Which of its dates counts.
    """

    act: Act
    clause: Denunciation
    when: Moment
    given: tuple[Key, ...]
    entry: Entry
    treaty: Entry
    of: tuple[str, ...]
    resumed: Act | None = None
    from_arrival: bool = False
    which: ActDate = ActDate.RECEIVED

    @property
    def whole(self) -> bool:
        """Whether it is the notice of all who gave it together."""
        return len(self.of) == len(self.act.by)

    @property
    def label(self) -> str:
        """What questions of fact call it: of a notice that several gave together, whose it is too."""
        whose = self.act.id if self.whole else f"{self.act.id} for {', '.join(self.of)}"
        if self.from_arrival:
            whose = f"{whose} as received"
        return whose if self.resumed is None else f"{whose} as taken up by {self.resumed.id}"

    @property
    def key(self) -> Key:
        """What the conclusion on its effect is called."""
        return Key("notice", self.label)

    def about(self, what: str, act: Act | None = None) -> Key:
        """Return what a further conclusion on it is called, and by which other act it comes about."""
        return Key(f"notice {what}", self.label if act is None else f"{self.label}:{act.id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeEffect:
    """What the clause makes of a notice, before anything else that was done is looked at.

    Attributes:
        key: The conclusion.
        rule: The rule that decided.
        value: What follows by it.
        end: The end that it brings; None where it has no effect.
        missed: The deadline that it missed, if it missed one.
        due: The last day of the period that runs from it, on which it need not take effect; None where none runs.
        begins: The first day of that period, where it begins later than with the notice; None where it does not.
    """

    key: Key
    rule: Rule
    value: Value
    end: End | None = None
    missed: MissedDeadline | None = None
    due: Days | None = None
    begins: Days | None = None


def without_effect(
    evaluation: Evaluation,
    notice: Notice,
    rule: Rule,
    *because: Key,
    value: Days | None = None,
    missed: MissedDeadline | None = None,
) -> NoticeEffect:
    """Note that a notice has no effect."""
    reached: Value = False if value is None else value
    key = evaluation.derived(notice.key, rule, reached, *notice.given, *because, told=True)
    return NoticeEffect(key=key, rule=rule, value=reached, missed=missed)


def after_notice(
    evaluation: Evaluation,
    notice: Notice,
    period: Period,
    *because: Key,
    deadline: Days | None = None,
    missed: MissedDeadline | None = None,
) -> NoticeEffect:
    """Derive the end that comes a period after a notice, or at once for no period."""
    if not period:
        at = evaluation.happening(notice.when)
        key = evaluation.derived(notice.key, AT_ONCE, at, *notice.given, *because)
        end = ending_at(evaluation, notice.when, key, notice=notice.act, deadline=deadline)
        due = evaluation.legal_days(notice.when)
        return NoticeEffect(key=key, rule=AT_ONCE, value=at, end=end, missed=missed, due=due)
    (start, act_day), named = evaluation.counted_from(notice.when), None
    if notice.act.counted_from is not None:  # the author may give more time than the clause asks for, and not less
        start = Days.latest([start, evaluation.legal_days(notice.act.counted_from)])
    clause = notice.clause
    if not clause.leads_to_a_day:
        last, conventions = last_day_by_notice(evaluation, start, period, notice.clause)
        due = last
    else:
        # The clause names the day of effect, such as the first of a month, so the period only leads to it.
        # A notice that counts from a later day of its own counts as the clause has it: from the first of that month.
        delay = Delay(period=period, counted_from=clause.counted_from, lands=clause.lands)
        named, policy = delayed(evaluation, start, delay, Denunciation)
        answer, convention = evaluation.ask(EFFECT_DAY, notice.clause)
        last, conventions = named.map(eve) if answer == FIRST_OUT else named, (convention, *policy)
        due, _ = delayed(evaluation, start, Delay(period=period, counted_from=clause.counted_from), Denunciation)
    key = evaluation.derived(notice.key, RUNS, last, *notice.given, *because, *act_day, *conventions)
    end = ending_with(evaluation, last, key, named=named, notice=notice.act, deadline=deadline)
    end = not_before(evaluation, notice.when, end, notice.about("not before it"), notice.act)
    return NoticeEffect(key=key, rule=RUNS, value=last, end=end, missed=missed, due=due)


def remaining(
    evaluation: Evaluation, notice: Notice, due: Days, acts: tuple[Act, Act], begins: Days | None = None
) -> Days:
    """Return the last day of a period that stopped with one act and goes on with another.

    Before the day from which the notice has it run, none of the period is over.
    """
    stopped, again = acts
    since = evaluation.legal_days(stopped.when(notice.which))
    start = evaluation.legal_days(again.when(notice.which))
    from_then = begins
    if notice.act.counted_from is not None:
        from_then = evaluation.legal_days(notice.act.counted_from)
    if from_then is not None:
        since, start = Days.latest([since, from_then]), Days.latest([start, from_then])
    return Days(
        first=later(start.first, max(0, (due.first - since.last).days)),
        last=later(start.last, max(0, (due.last - since.first).days)),
    )
