"""What the text or the record leaves open, where a date turns on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from treatyclock.derive.life import Subject
from treatyclock.derive.worlds import Outcome, Question
from treatyclock.formats.documents.flaws import KeyPath
from treatyclock.law.clauses.entry import EntryIntoForce, ProvisionalApplication
from treatyclock.law.clauses.exit import Denunciation, TiedTo
from treatyclock.law.clauses.sunset import Sunset
from treatyclock.law.clauses.term import Renewal, Term
from treatyclock.law.readings import (
    EFFECT_DAY,
    ENTRY_HOUR,
    FIRST_DAY,
    LOCK_IN,
    MIDNIGHT,
    MONTH_END,
    NOTICE_FIRST_DAY,
    RENEWALS,
    TERM_FROM,
)
from treatyclock.lint.context import Matter
from treatyclock.lint.finding import Remark
from treatyclock.questions.dates import Dates, dates
from treatyclock.show.words import listed

_INSTANTS = ("begins", "ends")
_MOST_SHOWN = 4


def open_questions(matter: Matter) -> Iterator[Remark]:
    """Dates that turn on a convention or a fact left open: the first subject whose dates do is named."""
    told: set[str] = set()
    for subject in matter.subjects():
        course = matter.life.course(subject)
        questions = {question.key: question for world in course.worlds for question, _ in world.choices}
        if questions.keys() <= told:
            continue
        found = dates(matter.life, subject)
        for key, question in questions.items():
            words = "" if key in told else _turning(found, key)
            if words:
                told.add(key)
                yield _remark(matter, question, subject, words)
    yield from _first_day(matter, told)


def _turning(found: Dates, key: str) -> str:
    """Say which dates turn on a question; instants only where no date does."""
    by_name: dict[str, tuple[Outcome[str | None], ...]] = {
        each.name: outcomes for each in fields(found) if _turns(outcomes := getattr(found, each.name), key)
    }
    named = [name for name in by_name if name not in _INSTANTS] or list(by_name)[:1]
    return "; ".join(f"{name.replace('_', ' ')} {_values(by_name[name], key)}" for name in named)


def _turns(outcomes: tuple[Outcome[str | None], ...], key: str) -> bool:
    return any(key in dict(each.under) for each in outcomes)


def _values(outcomes: tuple[Outcome[str | None], ...], key: str) -> str:
    by_answer: dict[str, dict[str, None]] = {}
    for each in outcomes:
        under = dict(each.under)
        if key in under:
            by_answer.setdefault(under[key], {})[each.value or "none"] = None
    return ", ".join(f"{listed(list(values)[:_MOST_SHOWN], 'or')} ({answer})" for answer, values in by_answer.items())


def _remark(matter: Matter, question: Question, subject: Subject, words: str) -> Remark:
    whose = f" for {subject}" if isinstance(subject, str) else ""
    problem = f"{question.text} Left open, it moves dates{whose}: {words}"
    if not question.convention:
        named = question.key.split()
        acts = [matter.dated(act) for act in matter.record.acts if act.id in named]
        return Remark(
            "undecided-fact", acts[0] if acts else (), problem, "give the date more exactly, if a source has it"
        )
    path, example = _settles(matter, question)
    reading = f'choose = {{ {question.key} = "{question.alternatives[0]}" }} in a [[reading]]'
    if not example:
        hint = f"no clause has a word for it; {reading} settles it, or the practice of a [depositary] with a profile"
        return Remark("open-convention", path, problem, hint)
    return Remark("open-convention", path, problem, f"if the text says so, write {example}; else leave it to {reading}")


def _settles(matter: Matter, question: Question) -> tuple[KeyPath, str]:
    """Return the key that settles a convention, and how it is written; no words where no key does."""
    key, first = question.key, question.alternatives[0]
    term = matter.clause(Term)
    counts = f'first_day = "{first}"'
    if key == FIRST_DAY.key and (term is None or (term.lasts is None and not term.plus)):
        return matter.at(Sunset, "first_day"), f"{counts} in [sunset]"
    if key == FIRST_DAY.key:
        return matter.at(Term, "first_day"), f"{counts} in [term]"
    if key == NOTICE_FIRST_DAY.key:
        clauses = (Denunciation, TiedTo, ProvisionalApplication)
        kind = next((each for each in clauses if matter.clause(each) is not None), Denunciation)
        return matter.at(kind, "first_day"), f"{counts} in [{kind.TABLE}]"
    places: dict[str, tuple[KeyPath, str]] = {
        ENTRY_HOUR.key: (matter.at(EntryIntoForce, "hour"), f'hour = "{first}" in [entry_into_force]'),
        MONTH_END.key: (("counting", "month_end"), f'month_end = "{first}" in [counting]'),
        MIDNIGHT.key: (("counting", "midnight"), f'midnight = "{first}" in [counting]'),
        LOCK_IN.key: (matter.at(Denunciation, "lock_in", "bars"), f'bars = "{first}" in [denunciation.lock_in]'),
        EFFECT_DAY.key: (matter.at(Denunciation, "effect_day"), f'effect_day = "{first}" in [denunciation]'),
        TERM_FROM.key: (matter.at(Term, "from"), f'from = "{first}" in [term]'),
        RENEWALS.key: (
            matter.at(Renewal, "times"),
            f"times = {first if first.isdigit() else f'{first!r}'} in [renewal]",
        ),
    }
    return places.get(key, (("denunciation",), ""))


def _first_day(matter: Matter, told: set[str]) -> Iterator[Remark]:
    term, depositary = matter.clause(Term), matter.record.depositary
    profile = None if depositary is None else depositary.profile
    settled = profile is not None and profile.says(FIRST_DAY.key) is not None
    if term is None or term.lasts is None or term.first_day_counts is not None or settled or FIRST_DAY.key in told:
        return
    yield Remark(
        "no-first-day",
        matter.at(Term, "first_day"),
        "the term does not say whether its first day counts; no date of this file turns on it, others would",
        'if the text says so, write first_day = "counted" or "not counted"; else it is right as it stands',
    )


RULES = (open_questions,)
