"""Answers as text with their argument: numbered sentences, then the sources that they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from treatyclock.answers.answer import Answer
from treatyclock.answers.dates import DateAnswer, DateAnswers
from treatyclock.answers.notice import NoticeAnswer
from treatyclock.answers.terms import TermAnswer
from treatyclock.derive.reasoning.argument import Step
from treatyclock.derive.reasoning.reasons import Given
from treatyclock.errors import plain
from treatyclock.law.parties import Source
from treatyclock.law.record import Record
from treatyclock.printing import EXPLAINED, Printer
from treatyclock.show.data import cited
from treatyclock.show.notice_words import notice_head
from treatyclock.show.printers.text import date_lines, filled, head, notice_rows, rows
from treatyclock.show.provisions import provisions_beside, where_it_stands
from treatyclock.show.sentences import sentence
from treatyclock.show.supposed import first_lines


def _answer(answer: Answer) -> str:
    return _with_argument(answer, head(answer), rows(answer))


def _notice(answer: NoticeAnswer) -> str:
    return _with_argument(answer, notice_head(answer), notice_rows(answer))


def _with_argument(answer: Answer | NoticeAnswer, first: str, facts: Iterable[str]) -> str:
    sources = cited(answer.derivation, answer.record)
    argument = _argument(answer.derivation, sources, answer.record)
    return "\n".join([first, "", *argument, *_beside(answer), "", *facts, *_listed(sources)])


def _date_answer(answer: DateAnswer) -> str:
    sources = cited(answer.derivation, answer.record)
    argument = _argument(answer.derivation, sources, answer.record)
    lead = f"{answer.question}: "
    days = f"\n{' ' * len(lead)}".join(date_lines(answer))
    return "\n".join([*first_lines(answer.supposed), lead + days, "", *argument, *_beside(answer), *_listed(sources)])


def _date_answers(several: DateAnswers) -> str:
    return "\n\n".join(map(_date_answer, several.answers))


def _argument(steps: Sequence[Step], sources: tuple[Source, ...], record: Record) -> list[str]:
    numbers = {source.id: n for n, source in enumerate(sources, start=1)}
    lines = []
    for step in steps:
        given = [each.value for each in step.variants if isinstance(each.value, Given)]
        named = dict.fromkeys(numbers[id] for each in given for id in each.sources if id in numbers)
        marks = "".join(f" [{n}]" for n in named)
        lines.append(filled(f"({step.number}) {sentence(step, record)}{marks}", " " * 6, " " * 2))
    return lines


def _beside(answer: Answer | NoticeAnswer | DateAnswer) -> list[str]:
    """Write the provisions that move no date and are about what the argument names."""
    found = provisions_beside(answer.derivation, answer.record, answer.known_as_of)
    told = [f"{plain(where_it_stands(each, answer.record))}: {plain(each.text)}" for each in found]
    return ["", "Beside it", *(filled(each, " " * 6, " " * 2) for each in told)] if told else []


def _listed(sources: tuple[Source, ...]) -> list[str]:
    if not sources:
        return []
    return ["", "Sources", *(f"  [{n}] {plain(s.title)}" for n, s in enumerate(sources, start=1))]


ANSWER = Printer(of=Answer, format=EXPLAINED, write=_answer)
DATE_ANSWER = Printer(of=DateAnswer, format=EXPLAINED, write=_date_answer)
TERM = Printer(of=TermAnswer, format=EXPLAINED, write=_date_answer)
NOTICE = Printer(of=NoticeAnswer, format=EXPLAINED, write=_notice)
DATE_ANSWERS = Printer(of=DateAnswers, format=EXPLAINED, write=_date_answers)
