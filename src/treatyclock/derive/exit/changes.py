"""What changes the effect of a notice: a date named or recorded, an agreement, a conflict.

Each change takes the end that the notice brings so far. It returns the end as it is then, or the key of the conclusion
by which the notice has no effect.
"""

from __future__ import annotations

from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.agreement.joint_acts import given_agreement
from treatyclock.derive.counting.reaching_back import takes_effect, until
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import as_recorded, ending_at, ending_on, ending_with, latest_end
from treatyclock.derive.exit.named_day import instead_of_named
from treatyclock.derive.exit.notice import Notice, NoticeEffect
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import later
from treatyclock.derive.term.term import Terms
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.events import CONFLICT, CONFLICT_END
from treatyclock.law.clauses.exit import Engaged
from treatyclock.truth import Truth

NAMED = Rule("named date", "the notice names a later date, so the end comes {when}")
MOVED = Rule("end moved", "by agreement the end is moved: it comes {when}")
STAYED = Rule(
    "notice stayed", "that State is engaged in a conflict and the conflict goes on, so the notice has no effect yet"
)
STAYED_UNTIL = Rule(
    "notice stayed until", "the notice has no effect before the conflict is over, so the last day in force is {end}"
)


def _ending(
    evaluation: Evaluation, notice: Notice, end: End, when: Moment, name: Key, *because: Key, rule: Rule
) -> End:
    """Return the end at a day or an hour that is named for it, in place of another end."""
    last, keys = ending_on(evaluation, when, notice.clause, notice.act if rule is NAMED else None)
    if last is None:
        key = evaluation.derived(name, rule, evaluation.happening(when), *because)
        return ending_at(evaluation, when, key, notice=notice.act, deadline=end.deadline)
    key = evaluation.derived(name, rule, last, *because, *keys)
    return ending_with(evaluation, last, key, named=when.days, notice=notice.act, deadline=end.deadline)


def named(evaluation: Evaluation, notice: Notice, end: End, *, terms: Terms, effect: NoticeEffect) -> End | Key:
    """A later date that the notice names itself; an earlier one changes nothing."""
    if notice.act.effective is None:
        return end

    def at_named(where: Evaluation, day: Moment) -> End:
        # A notice that was taken up again rests on the act that took it up; the date is in the notice itself.
        given = () if notice.resumed is None else (where.given_act(notice.act),)
        return _ending(where, notice, end, day, notice.about("named"), end.key, *given, rule=NAMED)

    # Tried aside first: that it names a later date is no conclusion where it does not.
    if at_named(evaluation.aside(), notice.act.effective).at.latest <= end.at.earliest:
        # The period leads to the very day that the notice names: its last day in force, or the day after.
        same = notice.act.effective.days in {end.last_day, end.last_day.map(later)}
        return replace(end, named=notice.act.effective.days) if same else end
    if (other := instead_of_named(evaluation, terms, notice, effect, end)) is not None:
        return other
    found = at_named(evaluation, notice.act.effective)
    return latest_end(found, end, found.key)


def recorded(evaluation: Evaluation, notice: Notice, end: End) -> End | Key:
    """The date that the depositary recorded goes before the count, and is compared with it."""
    return as_recorded(evaluation, end, notice.act, notice.about("recorded"), notice.clause)


def moved(evaluation: Evaluation, notice: Notice, end: End, act: Act) -> End:
    """An end put off or brought forward by an agreement (as under art. 50 of the Treaty on EU)."""
    if act.until is None and act.effective is None:
        return end
    last, taken = until(evaluation, act)
    to = last or act.when()
    # An agreement that cannot reach back to the day that it names ends it when the agreement itself is made.
    if act.until is None:
        to, taken = takes_effect(evaluation, act)
    given = (*given_agreement(evaluation, act), *taken)
    name = notice.about("moved", act)
    if to.wall is None and last is not None:  # up to a day is up to its end
        key = evaluation.derived(name, MOVED, to.days, end.key, *given)
        return ending_with(evaluation, to.days, key, named=to.days, notice=notice.act, deadline=end.deadline)
    return _ending(evaluation, notice, end, to, name, end.key, *given, rule=MOVED)


def before(evaluation: Evaluation, act: Act, notice: Notice, end: End) -> bool:
    """Tell whether an act was done before the notice took effect.

    A bare date counts as before if it is not after the last day in force.
    """
    # It counts once it is received (Vienna Convention art. 78); whether by another date of it, that the clause has for
    # the notice, is open where the two tell otherwise.
    dates = dict.fromkeys((act.when(ActDate.RECEIVED), act.when(notice.which)))
    truth = Truth.agreed(_comes_before(evaluation, when, end) for when in dates)
    return evaluation.settle(truth, f"{act.id} before {notice.label} took effect", about=(act, notice.act))


def _comes_before(evaluation: Evaluation, when: Moment, end: End) -> Truth:
    if when.wall is None and not when.zones and not end.at_hour:
        return when.days.not_after(end.last_day)  # two dates without a clock compare as printed
    return evaluation.happening(when).before(end.at)


def _engaged(evaluation: Evaluation, notice: Notice, conflict: Act) -> bool:
    """Tell whether a conflict is one that a notice waits for: perhaps only if it went on when the notice was given.

    Law: common art. 63/62/142/158 of the Geneva Conventions looks at the time of the notification; art. 20(3) of the
    Mine Ban Convention at the end of the period.
    """
    if notice.clause.engaged is Engaged.WHEN_DUE:
        return True
    begun, given = conflict.when(), notice.act.when()
    if begun.wall is None and given.wall is None:
        before = ~evaluation.legal_days(given).not_after(evaluation.legal_days(begun))
        if begun.days.first <= given.days.last and given.days.first <= begun.days.last:
            before = Truth.UNKNOWN  # on one day: which came first is not known
    else:
        one, other = evaluation.happening(begun), evaluation.happening(given)
        before = (
            Truth.YES if one.latest <= other.earliest else Truth.NO if other.latest < one.earliest else Truth.UNKNOWN
        )
    return evaluation.settle(before, f"{conflict.id} before {notice.act.id} was given", about=(conflict, notice.act))


def stayed(evaluation: Evaluation, notice: Notice, end: End) -> End | Key:
    """No effect while the State that left is engaged in a conflict (Geneva Conventions, art. 63/62/142/158)."""
    if not notice.clause.stay:
        return end
    for party in notice.of:
        conflicts = evaluation.acts.by(party, [CONFLICT])
        for conflict in sorted(conflicts, key=lambda act: evaluation.happening(act.when())):
            if evaluation.happening(conflict.when()).earliest >= end.at.latest or not _engaged(
                evaluation, notice, conflict
            ):
                continue
            given = evaluation.given_act(conflict)
            over = evaluation.acts.answering(conflict, CONFLICT_END)
            name = notice.about("stayed", conflict)
            if not over:
                return evaluation.derived(name, STAYED, False, end.key, given, told=True)
            if evaluation.happening(over[0].when()).latest >= end.at.earliest:
                day = evaluation.legal_days(over[0].when())
                last = Days.latest([day, end.last_day])
                key = evaluation.derived(name, STAYED_UNTIL, last, end.key, given, evaluation.given_act(over[0]))
                end = latest_end(end, ending_with(evaluation, day, key, notice=notice.act), key)
    return end
