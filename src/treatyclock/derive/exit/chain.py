"""Another party's notice that one follows in time: whoever follows it leaves with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.derive.end import End
from treatyclock.derive.ends.ending import ending_with
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.exit.notice import BY_CLAUSE, Notice
from treatyclock.derive.order import comes_first
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.timing import eve
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.conventions.exit import FALLS, FOLLOWED_NOTICE
from treatyclock.law.conventions.first_days import CHAIN_FIRST_DAY
from treatyclock.law.vocabulary import NOTICES
from treatyclock.truth import Truth

FOLLOWS = Rule("notice follows", "the notice follows that one in time, so the last day in force is {value}", BY_CLAUSE)

Judge = Callable[[Evaluation, Act, str], End | None]
"""Works out the end that a State's notice brings to that State; None where it brings none."""


def followed(evaluation: Evaluation, notice: Notice, end: End, judge: Judge) -> End:
    """Bring an end forward to that of another's notice, where the clause lets a party follow it.

    A notice that had no effect when it was followed, or was taken back by then, draws nobody with it: who follows has
    given an ordinary notice.

    Args:
        evaluation: The evaluation.
        notice: The notice.
        end: The end that it brings by itself.
        judge: Works out what comes of another's notice.
    """
    clause = notice.clause
    if clause.chain is None:
        return end
    day, keys = evaluation.legal_days(notice.when), []
    last = end.last_day
    for other in evaluation.acts.of(*NOTICES):
        if set(other.by) & set(notice.of):
            continue  # its own
        theirs = evaluation.legal_days(other.when(clause.runs_from))
        told = evaluation.legal_days(other.circulated or other.when())
        until, policy = _until(evaluation, clause, told, day)
        fact = f"{notice.label} in the time to follow {other.id}"
        if not evaluation.settle(theirs.not_after(day) & day.not_after(until), fact, about=(notice.act, other)):
            continue
        for drawn, because in _drawn_by(evaluation, notice, other, judge):
            last = Days.earliest([last, drawn])
            keys += [evaluation.given_act(other), *policy, *because]
    if last == end.last_day:
        return end
    key = evaluation.derived(notice.about("follows"), FOLLOWS, last, end.key, *notice.given, *dict.fromkeys(keys))
    return ending_with(evaluation, last, key, notice=notice.act, deadline=end.deadline)


def _until(evaluation: Evaluation, clause: Denunciation, told: Days, day: Days) -> tuple[Days, tuple[Key, ...]]:
    """Return the last day on which a notice could be followed, and the conventions used.

    Whether the first day counts is asked only where a notice of that day turns on it.
    """
    assert clause.chain is not None
    until, policy = evaluation.last_day(told, clause.chain, Denunciation, first_day_counts=False)
    sooner = until.map(eve)
    if day.not_after(until) is day.not_after(sooner) is not Truth.UNKNOWN:
        return until, policy
    counts, convention = evaluation.first_day_counts(CHAIN_FIRST_DAY, clause)
    return sooner if counts else until, (*policy, convention)


def _drawn_by(evaluation: Evaluation, notice: Notice, other: Act, judge: Judge) -> Iterator[tuple[Days, Sequence[Key]]]:
    """Yield the last day by another's notice for each who gave it, as it stood when it was followed."""
    # Who follows a follower is not looked through: else notices of one day would follow each other without end.
    aside = evaluation.aside(clauses=_without_chain(evaluation))
    later = [act for act in evaluation.acts.answers(other) if comes_first(evaluation, notice.act, act)]
    for party in other.by:
        then = judge(aside.aside(without=later), other, party)
        if then is None:
            continue
        because: tuple[Key, ...] = ()
        if later and judge(aside, other, party) is None:
            answer, key = evaluation.ask(FOLLOWED_NOTICE, notice.clause)
            if answer == FALLS:
                continue
            because = (key,)
        yield then.last_day, because


def _without_chain(evaluation: Evaluation) -> tuple[Clause, ...]:
    return tuple(
        replace(each, chain=None) if isinstance(each, Denunciation) else each for each in evaluation.record.clauses
    )
