"""Dates asked for by name: deadlines, exits, windows, renewals; each with the answers it comes out under, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date

from treatyclock.answers.dates import Asked, DateAnswer, Outcomes
from treatyclock.answers.terms import TermAnswer
from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.days import Days
from treatyclock.deferred import Deferred
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import ENTERED
from treatyclock.derive.histories.for_all import END, ForAll
from treatyclock.derive.histories.history import History
from treatyclock.derive.histories.life import Life
from treatyclock.derive.inverse.dated import Dated, DateRule, DayRange, LastAndOut, dated
from treatyclock.derive.overlays.overlay import WithoutLimit
from treatyclock.derive.reasoning.argument import Reasoned, argument
from treatyclock.derive.reasoning.evaluation import READING, Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.timing import later
from treatyclock.derive.reasoning.worlds import Outcome, World, outcomes
from treatyclock.law.subjects import Subject
from treatyclock.questions.dates import NOTHING_KNOWN

LAST_DAY = "last day in force"

Pairs = tuple[Outcome[tuple[tuple[str, str], ...]], ...]
"""Of an end: the last day before it and the first after it, in every world."""

_NEITHER_KNOWN = ((NOTHING_KNOWN[0], NOTHING_KNOWN[0]),)


def ask_date(life: Life, subject: Subject, question: str, rule: DateRule, asked: Asked = ()) -> DateAnswer:
    """Answer a question that a rule of the derivation works out in each world.

    Args:
        life: The life under the reading that is asked for.
        subject: Whom it is about.
        question: The question in words.
        rule: The rule.
        asked: What else the question was put with: names and texts.
    """
    worlds = life.work_out(where_known(rule))
    roots = [root for world in worlds for root in world.result.roots]
    found = outcomes(worlds, lambda each: NOTHING_KNOWN if each.days is None else tuple(map(_text, each.days)))
    return _answer(life, subject, question, found, worlds, roots=roots, asked=asked)


def ask_exit(life: Life, subject: Subject, question: str, rule: DateRule, asked: Asked = ()) -> DateAnswer:
    """Answer a question for an exit: with the first day out, and the last day in force beside it.

    Args:
        life: As :func:`ask_date` takes it.
        subject: The same.
        question: The same.
        rule: A rule whose days are those beside an end.
        asked: As there.
    """
    worlds = life.work_out(where_known(rule))
    roots = [root for world in worlds for root in world.result.roots]

    def both(found: Dated) -> tuple[tuple[str, str], ...]:
        if found.days is None:
            return _NEITHER_KNOWN
        return tuple((str(each.last), str(each.out)) for each in found.days if isinstance(each, LastAndOut))

    answer = _answer(life, subject, question, (), worlds, roots=roots, asked=asked)
    return _with_both(answer, outcomes(worlds, both), LAST_DAY)


def term_answer(found: DateAnswer) -> TermAnswer:
    """Return the last of several stretches of a term, and how many renewals it takes to come to it."""
    last, renewed = (
        tuple(Outcome(value=of(each.value), under=each.under) for each in found.outcomes)
        for of in (lambda value: value[-1:], lambda value: (str(len(value) - 1),) if value else ())
    )
    known = {each.name: getattr(found, each.name) for each in fields(found)}
    return TermAnswer(**{**known, "outcomes": last, "renewed": renewed})


def expiry(life: Life, subject: Subject, at: date | None = None) -> DateAnswer:
    """Answer on which day being in force ends, by what is recorded; no day where no end is foreseen.

    Args:
        life: The life of the treaty.
        subject: Whom it is asked for.
        at: A day, for the end of the period that runs on it, or of the next one; the last end where None.
    """
    worlds = life.course(subject).worlds
    clocks = [zone(name) for name in life.record.midnights_by(life.reading)]

    def both(found: History) -> tuple[tuple[str, str], ...]:
        if found.nothing_known:
            return _NEITHER_KNOWN
        end = _end_at(found, at)
        return () if end is None else ((str(end.last_day), str(end.first_out(clocks))),)

    roots = [key for world in worlds for key in _end_keys(world.result, at)]
    question = LAST_DAY if at is None else f"{LAST_DAY} of the time as a party on {at}, or of the next"
    asked = () if at is None else (("at", str(at)),)
    answer = _answer(life, subject, question, (), worlds, roots=roots, asked=asked)
    return _with_both(answer, outcomes(worlds, both), "first day out")


def _end_at(found: History, at: date | None) -> End | None:
    """Return the last end, or that of the period that runs on a day, or of the next one; None where there is none."""
    if at is None:
        return found.end
    period = next((each for each in found.memberships if each.end is None or at <= each.end.last_day.last), None)
    return None if period is None else period.end


def _end_keys(found: History, at: date | None) -> Iterable[Key]:
    end = _end_at(found, at)
    return (END, ENTERED) if end is None else end.keys


def sunset_end(life: Life, subject: Subject) -> DateAnswer:
    """Answer with which day the effect that survives the end is over; ``..`` where it has no limit."""
    worlds = life.course(subject).worlds

    def both(found: History) -> tuple[tuple[str, str], ...]:
        if found.nothing_known:
            return _NEITHER_KNOWN
        last = found.surviving_until
        if last is None:
            return ()
        return (("..", ".."),) if isinstance(last, WithoutLimit) else ((str(last), str(last.map(later))),)

    roots = []
    for world in worlds:
        surviving = world.result.surviving_last
        roots += [] if surviving is None else [*surviving.because]
    answer = _answer(life, subject, "last day of surviving effect", (), worlds, roots=roots)
    return _with_both(answer, outcomes(worlds, both), "over from")


def where_known(rule: DateRule) -> DateRule:
    """Return a rule that answers with nothing known where nothing of the treaty was."""

    def known(evaluation: Evaluation, common: ForAll) -> Dated:
        return dated(evaluation, None) if common.nothing_known else rule(evaluation, common)

    return known


def _with_both(answer: DateAnswer, pairs: Pairs, beside: str) -> DateAnswer:
    """Let an answer give one of the two days beside an end, and name both.

    Args:
        answer: The answer without its days.
        pairs: Both days, in every world.
        beside: What the day is called that stands beside; :data:`LAST_DAY` where the answer gives the other one.
    """
    last, out = (
        tuple(Outcome(value=tuple(pair[place] for pair in each.value), under=each.under) for each in pairs)
        for place in (0, 1)
    )
    return replace(
        answer, outcomes=out if beside == LAST_DAY else last, last_days=last, first_days_out=out, beside=beside
    )


def _answer(
    life: Life,
    subject: Subject,
    question: str,
    found: Outcomes,
    worlds: Sequence[World[Reasoned]],
    *,
    roots: Iterable[Key],
    asked: Asked = (),
) -> DateAnswer:
    keys = tuple(dict.fromkeys((READING, *roots)))
    return DateAnswer(
        question=question,
        outcomes=found,
        record=life.record,
        subject=subject,
        reading=life.reading,
        known_as_of=life.known_as_of,
        asked=asked,
        why=Deferred(lambda: argument(worlds, keys)),
    )


def _text(days: Days | DayRange | LastAndOut) -> str:
    if isinstance(days, LastAndOut):
        return str(days.out)
    return f"{days[0]}/{days[1]}" if isinstance(days, tuple) else str(days)
