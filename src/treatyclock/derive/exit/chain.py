"""Another party's notice that one follows in time: whoever follows it leaves with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.derive.counting.order import comes_first
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_with
from treatyclock.derive.exit.calendar_exits import yearly_end_from
from treatyclock.derive.exit.notice import BY_CLAUSE, Notice
from treatyclock.derive.parties.not_listed import perhaps_others
from treatyclock.derive.parties.not_on_record import why_open
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Given, Key, Rule, supporting
from treatyclock.derive.reasoning.timing import eve, later
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.conventions.exit import FALLS, FOLLOWED_NOTICE, FOLLOWER, MAY_BE_FOLLOWED
from treatyclock.law.conventions.first_days import CHAIN_FIRST_DAY
from treatyclock.law.coverage import Missing
from treatyclock.law.vocabulary import NOTICES
from treatyclock.truth import Truth

PERHAPS_FOLLOWS = Rule(
    "notice follows, not on record",
    "the record may lack a notice that this one followed in time; then the last day in force is {end}",
    BY_CLAUSE,
)
FOLLOWS = Rule("notice follows", "the notice follows that one in time, so the last day in force is {end}", BY_CLAUSE)

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
    return _followed_off_record(evaluation, notice, _followed_on_record(evaluation, notice, end, judge))


def _followed_on_record(evaluation: Evaluation, notice: Notice, end: End, judge: Judge) -> End:
    clause = notice.clause
    day, keys = evaluation.legal_days(notice.when), []
    last, named = end.last_day, end.named
    for other in evaluation.acts.of(*NOTICES):
        if set(other.by) & set(notice.of):
            continue  # its own
        theirs = evaluation.legal_days(other.when(notice.which))
        told = evaluation.legal_days(other.circulated or other.when())
        until, policy = _until(evaluation, clause, told, day)
        fact = f"{notice.label} in the time to follow {other.id}"
        # Whether one follows a notice of which one had not been told yet, or that went to others, no rule says.
        heard = told.not_after(day) | Truth.UNKNOWN
        if other.to and not set(notice.of) <= set(other.to):
            heard = Truth.UNKNOWN
        in_time = theirs.not_after(day) & day.not_after(until) & heard
        if not evaluation.settle(in_time, fact, about=(notice.act, other)):
            continue
        for drawn, because in _drawn_by(evaluation, notice, other, judge):
            by_then, _ = evaluation.by_end_of(notice.when, drawn.last_day)
            if not evaluation.settle(
                by_then, f"{notice.label} given before {other.id} took effect", about=(notice.act,)
            ):
                continue  # who gave that notice was gone before this one was given
            last, before = Days.earliest([last, drawn.last_day]), last
            if last != before:
                named = None
            if last == drawn.last_day:  # who follows leaves with the day that is named for the other, if one is
                named = drawn.named if last != before or named == drawn.named else None
            keys += [evaluation.given_act(other), *policy, *because]
    if last == end.last_day:
        return end
    key = evaluation.derived(notice.about("follows"), FOLLOWS, last, end.key, *notice.given, *dict.fromkeys(keys))
    return ending_with(evaluation, last, key, named=named, notice=notice.act, deadline=end.deadline)


def _followed_off_record(evaluation: Evaluation, notice: Notice, end: End) -> End:
    """Leave the end open up to the yearly days before it, if the notice may have followed one that the record lacks.

    That is one question for all notices: whoever followed left with some yearly day that was still to come.
    """
    lacking = _who_may_have_given_notice(evaluation, notice)
    first = yearly_end_from(evaluation.aside(), notice, evaluation.legal_days(notice.when).map(later)).last_day.first
    if lacking is None or first >= end.last_day.first:
        return end
    fact = "a notice to follow that is not on record"
    if not evaluation.lacking(fact, f"was there {fact}? {lacking}"):
        return end
    last = Days(first=first, last=end.last_day.last)
    key = evaluation.derived(notice.about("perhaps follows"), PERHAPS_FOLLOWS, last, end.key, *notice.given)
    return ending_with(evaluation, last, key, notice=notice.act, deadline=end.deadline)


def _who_may_have_given_notice(evaluation: Evaluation, notice: Notice) -> str | None:
    """Say why the record may lack a notice by another State up to the day of this one; None where it lacks none."""
    record, until = evaluation.record, evaluation.legal_days(notice.when).last
    coverage = record.coverage
    if why := perhaps_others(evaluation):
        return why
    for other in record.parties:
        since = None if other.id in notice.of else coverage.lacks_from(Missing.EXIT, other.id)
        if since is not None and since <= until:
            return why_open(record, Missing.EXIT, other.id)
    return None


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


def _drawn_by(evaluation: Evaluation, notice: Notice, other: Act, judge: Judge) -> Iterator[tuple[End, Sequence[Key]]]:
    """Yield the end by another's notice for each who gave it, as it stood when it was followed."""
    by_itself = evaluation.aside(clauses=_without_chain(evaluation))
    answers = [act for act in evaluation.acts.answers(other) if comes_first(evaluation, notice.act, act)]
    for party in other.by:
        then = judge(by_itself.aside(without=answers), other, party)
        if then is None:
            continue
        because: tuple[Key, ...] = ()
        now = judge(by_itself, other, party) if answers else then
        if now is None or now.last_day != then.last_day:
            answer, key = evaluation.ask(FOLLOWED_NOTICE, notice.clause)
            if answer == FALLS:
                if now is not None:  # it came to another day by what was done about it, and one leaves with that
                    yield now, (key, *map(evaluation.given_act, answers))
                continue
            because = (key,)
        sooner, more = _by_following(evaluation, notice, other, party, answers=answers, judge=judge)
        if sooner is not None and sooner.last_day.first < then.last_day.first:
            yield sooner, (*because, *more)
        else:
            yield then, because


def _by_following(
    evaluation: Evaluation, notice: Notice, other: Act, party: str, *, answers: Sequence[Act], judge: Judge
) -> tuple[End | None, tuple[Key, ...]]:
    """Return the end by another's notice that has itself followed a third one; None where none such draws anybody.

    Law: the text decides; the whaling convention speaks of "such a notice". A notice of the same day as the other is in
    time for the third just as well, so only earlier ones are looked at, and notices never follow in circles.
    """
    if evaluation.legal_days(other.when(notice.which)).first >= evaluation.legal_days(notice.when).last:
        return None, ()
    aside = evaluation.aside(without=(notice.act, *answers))
    end, alone = judge(aside, other, party), judge(aside.aside(clauses=_without_chain(evaluation)), other, party)
    if end is None or alone is None or end.last_day == alone.last_day:
        return None, ()
    answer, convention = evaluation.ask(FOLLOWER, notice.clause)
    if answer != MAY_BE_FOLLOWED:
        return None, ()
    acts = (each.value for each in supporting(aside.findings.reasons, end.keys) if isinstance(each, Given))
    thirds = [act for act in acts if isinstance(act, Act) and act.kind in NOTICES and act != other]
    return end, (convention, *map(evaluation.given_act, thirds))


def _without_chain(evaluation: Evaluation) -> tuple[Clause, ...]:
    return tuple(
        replace(each, chain=None) if isinstance(each, Denunciation) else each for each in evaluation.record.clauses
    )
