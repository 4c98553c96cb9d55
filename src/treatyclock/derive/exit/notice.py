"""A notice under a clause that allows it, and the periods that run from it."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.periods import Period
from treatyclock.derive.case import Case, eve, span_text
from treatyclock.derive.ends import End, ending_at, ending_with
from treatyclock.derive.entry import Entry, delayed
from treatyclock.derive.reasons import Rule
from treatyclock.law.acts import Act
from treatyclock.law.clauses.delays import Delay, Lands
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.readings import EFFECT_DAY, FIRST_OUT, NOTICE_FIRST_DAY

BY_CLAUSE = "Vienna Convention on the Law of Treaties, art. 54(a)"
RUNS = Rule("notice runs", "by the notice the last day in force is {value}", BY_CLAUSE)
AT_ONCE = Rule("notice at once", "the notice takes effect at once, {value}", BY_CLAUSE)


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
        of: Whose notice it is: of several who gave it together, the one whose end is sought.
    """

    act: Act
    clause: Denunciation
    when: Moment
    given: tuple[str, ...]
    entry: Entry
    treaty: Entry
    of: tuple[str, ...]

    @property
    def name(self) -> str:
        """What its reasons are named by."""
        return f"notice:{self.label}"

    @property
    def label(self) -> str:
        """What questions of fact call it: of a notice that several gave together, whose it is too."""
        return self.act.id if len(self.of) == len(self.act.by) else f"{self.act.id} for {', '.join(self.of)}"

    @property
    def effect_day(self) -> str | None:
        """What the clause says of the day on which an exit takes effect; None where it is silent."""
        return None if self.clause.effect_day is None else self.clause.effect_day.value


def futile(case: Case, notice: Notice, rule: Rule, *because: str, value: Days | None = None) -> None:
    """Note that a notice has no effect."""
    reached = False if value is None else value
    case.derived(notice.name, rule, reached, *notice.given, *because, subject=notice.act)


def after_notice(case: Case, notice: Notice, period: Period, *because: str) -> End:
    """Derive the end that comes a period after a notice, or at once for no period."""
    if not period:
        at = span_text(case.happening(notice.when))
        key = case.derived(notice.name, AT_ONCE, at, *notice.given, *because, subject=notice.act)
        return ending_at(case, notice.when, key, notice.act)
    start = case.legal_days(notice.when)
    if notice.clause.lands is Lands.THAT_DAY:
        counts, convention = case.first_day_counts(NOTICE_FIRST_DAY, notice.clause.first_day_counts)
        last, policy = case.last_day(start, period, first_day_counts=counts)
    else:
        # The clause names the day of effect, such as the first of a month, so the period only leads to it.
        effect, policy = delayed(case, start, Delay(period=period, lands=notice.clause.lands))
        answer, convention = case.convention(EFFECT_DAY, notice.effect_day)
        last = effect.map(eve) if answer == FIRST_OUT else effect
    key = case.derived(notice.name, RUNS, last, *notice.given, *because, convention, *policy, subject=notice.act)
    return ending_with(case, last, key, notice.act)
