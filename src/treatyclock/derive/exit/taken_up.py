"""A suspended notice that is taken up again: from when it takes effect by then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from treatyclock.civil.days import Days
from treatyclock.derive.counting.delays import delayed
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_at, ending_with, latest_end
from treatyclock.derive.exit.calendar_exits import on_next_fixed_day
from treatyclock.derive.exit.changes import before, named
from treatyclock.derive.exit.end_of_term import at_next_end
from treatyclock.derive.exit.lock_in import unlocked
from treatyclock.derive.exit.named_day import bound_to
from treatyclock.derive.exit.notice import RUNS, Notice, NoticeEffect, remaining
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import eve
from treatyclock.derive.term.term import Terms
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.delays import Delay
from treatyclock.law.clauses.exit import Denunciation, ExitWhen
from treatyclock.law.conventions.exit import EFFECT_DAY, FIRST_OUT, GOES_ON, NOTICE_CLOCK

RESUMED = Rule("notice resumed", "the notice was resumed, and by it the end comes {when}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A notice that runs.

    Attributes:
        end: The end that it brings.
        due: The last day of its period alone: by the clause it may take effect only on a later day.
        begins: The first day of that period, where it begins later than with the notice; None where it does not.
        by: What it is an end by: a term or a yearly day of the clause; None where a period or an agreement sets it.
        pauses: The suspensions that are over, each with its resumption, of a notice that is bound to a term or a day.
    """

    end: End
    due: Days
    by: ExitWhen | None
    begins: Days | None = None
    pauses: tuple[tuple[Act, Act], ...] = ()


def running(notice: Notice, effect: NoticeEffect, end: End) -> Running:
    """Return a notice as it runs from the day on which it was given."""
    if (by := bound_to(notice, effect)) is not None:
        return Running(end=end, due=end.last_day, by=by)
    as_counted = effect.end is not None and end.last_day == effect.end.last_day
    due = effect.due if effect.due is not None and as_counted else end.last_day
    return Running(end=end, due=due, by=None, begins=effect.begins)


def taken_up(
    evaluation: Evaluation,
    terms: Terms,
    notice: Notice,
    runs: Running,
    *,
    acts: tuple[Act, Act],
    given_on: Callable[[Notice], NoticeEffect],
) -> Running | Key:
    """Derive when a notice takes effect that was suspended and taken up again; or why it has no effect.

    No rule says what becomes of its period (Vienna Convention art. 68 knows revocation only), so both ways are tried.
    Its period goes on where it stopped: where the clause binds an exit to a term or to a yearly day, the notice stands
    as given in time, and ends the treaty at the first such end that is still to come. Or it begins anew, as a notice
    given on the day on which it was taken up.

    Args:
        evaluation: The evaluation.
        terms: The treaty's term.
        notice: The notice.
        runs: The notice as it ran up to then.
        acts: The suspension and the resumption.
        given_on: Works out what the clause makes of a notice of another day.
    """
    stopped, again = acts
    answer, convention = evaluation.ask(NOTICE_CLOCK, notice.clause)
    because = (runs.end.key, evaluation.given_act(stopped), evaluation.given_act(again), convention)
    given = (notice.given[0], evaluation.given_act(again))
    anew = replace(notice, when=again.when(notice.which), given=given, resumed=again)
    if answer != GOES_ON:
        effect = given_on(anew)
        end: End | Key = effect.key if effect.end is None else effect.end
        for change in (partial(named, terms=terms, effect=effect), unlocked):
            end = change(evaluation, anew, end) if isinstance(end, End) else end
        if not isinstance(end, End):
            return end
        made = _resumed(evaluation, notice, again, end, end.key, *because)
        return running(anew, effect, made)
    if runs.by is None:
        return _goes_on(evaluation, notice, runs, acts, because)
    pauses = (*runs.pauses, acts)
    if before(evaluation, again, notice, runs.end):
        return replace(runs, end=_resumed(evaluation, notice, again, runs.end, *because), pauses=pauses)
    if runs.by is ExitWhen.FIXED_DAY:
        effect = on_next_fixed_day(evaluation, anew)
    else:
        effect = at_next_end(evaluation, terms, anew, given=notice, pauses=pauses)
    if effect.end is None:
        return effect.key
    end = _resumed(evaluation, notice, again, effect.end, effect.end.key, *because)
    return Running(end=end, due=end.last_day, by=None if effect.rule is RUNS else runs.by, pauses=pauses)


def _resumed(evaluation: Evaluation, notice: Notice, again: Act, end: End, *because: Key) -> End:
    value = end.at if end.at_hour else end.last_day
    key = evaluation.derived(notice.about("resumed", again), RESUMED, value, *because)
    return replace(end, key=key, notice=notice.act, instant=None, premises=())


def _goes_on(
    evaluation: Evaluation, notice: Notice, runs: Running, acts: tuple[Act, Act], because: tuple[Key, ...]
) -> Running:
    """What was left of the period when it was suspended runs from the day on which it was taken up."""
    stopped, again = acts
    since = evaluation.legal_days(stopped.when(notice.which))
    if runs.due.last < since.first and not notice.clause.leads_to_a_day:
        # Nothing is left of it: it takes effect at once, or still waits for what has kept it back.
        at_once = ending_at(evaluation, again.when(notice.which), runs.end.key, notice=notice.act)
        end = _resumed(evaluation, notice, again, latest_end(runs.end, at_once, runs.end.key), *because)
        return Running(end=end, due=runs.due, by=None)
    last = due = remaining(evaluation, notice, runs.due, acts, runs.begins)
    if notice.clause.leads_to_a_day and runs.due != runs.end.last_day:
        effect, _ = delayed(evaluation, due, Delay(lands=notice.clause.lands), Denunciation)
        answer, key = evaluation.ask(EFFECT_DAY, notice.clause)
        last, because = effect.map(eve) if answer == FIRST_OUT else effect, (*because, key)
    # A pause never brings an end forward, however vague its days are.
    last = Days.latest([runs.end.last_day, last])
    end = ending_with(evaluation, last, runs.end.key, notice=notice.act, deadline=runs.end.deadline)
    return Running(end=_resumed(evaluation, notice, again, end, *because), due=due, by=None)
