"""What the text or the record leaves open, where a date turns on it."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.answers.dates import Dates, Outcomes
from treatyclock.derive.reasoning.worlds import Question
from treatyclock.formats.documents.flaws import KeyPath
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.term import Term
from treatyclock.law.conventions.exit import LOCK_IN
from treatyclock.law.conventions.first_days import FIRST_DAY
from treatyclock.law.record import MOST_MIDNIGHTS
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.law.vocabulary import CLAUSES
from treatyclock.lint.context import Context
from treatyclock.lint.finding import FindingKind, Remark
from treatyclock.lint.rule import lint_rule
from treatyclock.questions.dates import dates
from treatyclock.show.words import listed

OPEN_CONVENTION = FindingKind(
    "open-convention",
    "A date depends on a convention, and neither the text nor the depositary's practice settles it.",
)
UNDECIDED_FACT = FindingKind(
    "undecided-fact",
    "A date depends on a fact, and the record leaves that fact open: one of its dates is vague, or it is in part.",
)
NO_FIRST_DAY = FindingKind(
    "no-first-day",
    "A term does not say whether its first day counts, and no date depends on that yet.",
)

NO_BARS = FindingKind(
    "open-lock-in",
    "A lock-in does not say whether it bars the notice or the exit, and no date depends on that yet.",
)
MANY_CLOCKS = FindingKind(
    "many-clocks",
    "The parties have more clocks than are tried one by one, so a day begins at an unknown midnight.",
)

_FOLLOW = ("begins", "ends", "first_day_out", "hour_of_end")
"""Instants, and days that change where another does."""
_MOST_SHOWN = 4


@lint_rule(order=10)  # what is open is told before what follows from it
def open_questions(context: Context) -> Iterator[Remark]:
    """Dates that turn on a convention or a fact left open: the first subject whose dates do is named."""
    told: set[str] = set()
    for subject in context.subjects():
        course = context.life.course(subject)
        questions = {question.key: question for world in course.worlds for question, _ in world.choices}
        if questions.keys() <= told:
            continue
        found = dates(context.life, subject)
        for key, question in questions.items():
            if question.lacking and subject != GENERALLY:
                continue  # the file says so itself
            words = "" if key in told else _turning(found, key)
            if words:
                told.add(key)
                yield _remark(context, question, subject, words)
    yield from _first_day(context, told)
    yield from _lock_in(context, told)


@lint_rule(order=10)
def clocks(context: Context) -> Iterator[Remark]:
    """Clocks of the parties that are too many to be tried."""
    record = context.record
    if record.midnights() or None in {party.clock for party in record.parties} or not record.coverage.lists_all_parties:
        return
    yield Remark(
        MANY_CLOCKS,
        ("parties",),
        f"the parties have more than {MOST_MIDNIGHTS} clocks, so none of them is taken to begin a day; days are still "
        "compared as dates, and instants beside a boundary are unknown",
        "say in [counting] whose midnight begins a day, or name the [depositary] with its clock",
    )


def _lock_in(context: Context, told: set[str]) -> Iterator[Remark]:
    for clause in context.record.several(Denunciation):
        if clause.lock_in is None or len(clause.lock_in.bars) == 1 or LOCK_IN.key in told:
            continue
        yield Remark(
            NO_BARS,
            context.at_clause(clause, "lock_in", "bars"),
            "the lock-in does not say whether it bars the notice or the exit; no date of this file depends on that, "
            "but others would",
            'write bars = "notice" or "exit" if the text says so; otherwise leave it as it stands',
        )


def _turning(found: Dates, key: str) -> str:
    """Say which dates turn on a question; what follows from dates only where no date does."""
    by_name = {name: outcomes for name, outcomes in found.by_name().items() if _turns(outcomes, key)}
    named = [name for name in by_name if name not in _FOLLOW] or list(by_name)[:1]
    return "; ".join(f"{name.replace('_', ' ')} {_values(by_name[name], key)}" for name in named)


def _turns(outcomes: Outcomes, key: str) -> bool:
    return any(key in dict(each.under) for each in outcomes)


def _values(outcomes: Outcomes, key: str) -> str:
    by_answer: dict[str, dict[str, None]] = {}
    for each in outcomes:
        under = dict(each.under)
        if key in under:
            by_answer.setdefault(under[key], {})[", ".join(each.value) or "none"] = None
    return ", ".join(f"{listed(list(values)[:_MOST_SHOWN], 'or')} ({answer})" for answer, values in by_answer.items())


def _remark(context: Context, question: Question, subject: Subject, words: str) -> Remark:
    whose = "" if subject == GENERALLY else f" for {subject}"
    problem = f"{question.text} The answer changes dates{whose}: {words}"
    if question.lacking:
        hint = "complete the record; for the entry into force, recorded = the day of the depositary settles it"
        return Remark(UNDECIDED_FACT, ("record",), problem, hint)
    if not question.convention:
        acts = [act for act in context.record.acts if act.id in question.acts]
        # An act of a vague date first: a fact may be about another act too, whose date is known.
        acts.sort(key=lambda act: act.when().days.known)
        place = context.dated(acts[0]) if acts else ()
        hint = "give the date more exactly, if a source has it"
        if all(act.when().days.known for act in acts):
            hint = (
                "give the hour if it is about which act came first; otherwise leave it as it stands: no date settles it"
            )
        return Remark(UNDECIDED_FACT, place, problem, hint)
    path, example = _settles(context, question)
    convention = question.key.partition(" of ")[0]  # asked of one clause among several, it is chosen for all
    reading = f'choose = {{ {convention} = "{question.alternatives[0]}" }} in a [[reading]]'
    if not example:
        hint = f"write {reading}, or name a [depositary] with a profile; no clause has a key for this"
        return Remark(OPEN_CONVENTION, path, problem, hint)
    return Remark(
        OPEN_CONVENTION, path, problem, f"write {example} if the text says so; otherwise leave it to {reading}"
    )


def _settles(context: Context, question: Question) -> tuple[KeyPath, str]:
    """Return the key that settles a convention, and how it is written; no words where no key does."""
    if not question.settled_by:
        return (), ""
    table, *keys = question.settled_by
    path = context.at(CLAUSES[table], *keys) if table in CLAUSES else (table, *keys)
    if not keys:
        return path, ""
    answer = question.alternatives[0]
    shown = answer if answer.isdigit() else f'"{answer}"'
    return path, f"{keys[-1]} = {shown} in [{'.'.join((table, *keys[:-1]))}]"


def _first_day(context: Context, told: set[str]) -> Iterator[Remark]:
    term, depositary = context.clause(Term), context.record.depositary
    profile = None if depositary is None else depositary.profile
    settled = profile is not None and profile.practice(FIRST_DAY.key, Term.TABLE) is not None
    if term is None or term.lasts is None or term.first_day_counts is not None or settled or FIRST_DAY.key in told:
        return
    yield Remark(
        NO_FIRST_DAY,
        context.at(Term, "first_day"),
        "the term does not say whether its first day counts; no date of this file depends on that, but others would",
        'write first_day = "counted" or "not counted" if the text says so; otherwise leave it as it stands',
    )
