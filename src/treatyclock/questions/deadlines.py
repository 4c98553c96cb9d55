"""Dates asked for by name: deadlines, exits, windows, renewals; each with the answers it comes out under, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from treatyclock.answers.dates import Asked, DateAnswer, Outcomes
from treatyclock.civil.days import Days
from treatyclock.deferred import Deferred
from treatyclock.derive.argument import Reasoned, argument
from treatyclock.derive.dated import Dated, DateRule, DayRange, dated
from treatyclock.derive.entry import ENTERED
from treatyclock.derive.evaluation import READING, Evaluation
from treatyclock.derive.for_all import END, ForAll
from treatyclock.derive.history import History
from treatyclock.derive.life import Life
from treatyclock.derive.reasons import Key
from treatyclock.derive.worlds import World, outcomes
from treatyclock.law.status import Status
from treatyclock.law.subjects import Subject
from treatyclock.questions.dates import NOTHING_KNOWN, days_text


def ask_date(life: Life, subject: Subject, question: str, rule: DateRule, asked: Asked = ()) -> DateAnswer:
    """Answer a question that a rule of the derivation works out in each world.

    Args:
        life: The life under the reading that is asked for.
        subject: Whom it is about.
        question: The question in words.
        rule: The rule.
        asked: What else the question was put with: names and texts.
    """

    def known(evaluation: Evaluation, common: ForAll) -> Dated:
        return dated(evaluation, None) if common.nothing_known else rule(evaluation, common)

    worlds = life.work_out(known)
    roots = [root for world in worlds for root in world.result.roots]
    found = outcomes(worlds, lambda each: NOTHING_KNOWN if each.days is None else _texts(each.days))
    return _answer(life, subject, question, found, worlds, roots=roots, asked=asked)


def expiry(life: Life, subject: Subject) -> DateAnswer:
    """Answer on which day being in force ends, by what is recorded; no day where no end is foreseen."""
    worlds = life.course(subject).worlds

    def last(found: History) -> tuple[str, ...]:
        if found.nothing_known:
            return NOTHING_KNOWN
        return () if found.end is None else (str(found.end.last_day),)

    roots = [key for world in worlds for key in _end_keys(world.result)]
    return _answer(life, subject, "last day in force", outcomes(worlds, last), worlds, roots=roots)


def _end_keys(found: History) -> Iterable[Key]:
    return (END, ENTERED) if found.end is None else found.end.keys


def sunset_end(life: Life, subject: Subject) -> DateAnswer:
    """Answer with which day the effect that survives the end is over; ``..`` where it has no limit."""
    worlds = life.course(subject).worlds
    found = outcomes(worlds, lambda each: NOTHING_KNOWN if each.nothing_known else days_text(each.surviving_until))
    roots = []
    for world in worlds:
        surviving = [each for each in world.result.overlays if each.status is Status.SURVIVING]
        roots += [each.because[0] for each in surviving[-1:]]
    return _answer(life, subject, "last day of surviving effect", found, worlds, roots=roots)


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


def _texts(days: Iterable[Days | DayRange]) -> tuple[str, ...]:
    return tuple(f"{each[0]}/{each[1]}" if isinstance(each, tuple) else str(each) for each in days)
