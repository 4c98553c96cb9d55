"""Answers and dates in Markdown: a table, then the argument as a numbered list, its sources as footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatyclock.answers.answer import Answer
from treatyclock.answers.dates import DateAnswer, DateAnswers, Dates
from treatyclock.answers.notice import NoticeAnswer
from treatyclock.answers.terms import TermAnswer
from treatyclock.derive.reasoning.argument import Step
from treatyclock.derive.reasoning.reasons import Given
from treatyclock.errors import plain
from treatyclock.law.record import Record
from treatyclock.printing import MARKDOWN, Printer
from treatyclock.show.data import cited
from treatyclock.show.notice_words import notice_head
from treatyclock.show.printers.text import date_lines, facts, head, notice_facts, supposed_by_all
from treatyclock.show.provisions import provisions_beside, where_it_stands
from treatyclock.show.sentences import sentence
from treatyclock.show.supposed import first_lines
from treatyclock.show.tables import escaped


def _answer(answer: Answer) -> str:
    return _with_argument(answer, head(answer), facts(answer))


def _notice(answer: NoticeAnswer) -> str:
    return _with_argument(answer, notice_head(answer), notice_facts(answer))


def _with_argument(answer: Answer | NoticeAnswer, first: str, rows: Sequence[tuple[str, str]]) -> str:
    lines = [f"**{escaped(first)}**", "", "| | |", "|---|---|"]
    lines += [f"| {name} | {escaped(text)} |" for name, text in rows]
    return "\n".join(
        [*lines, "", *_argument(answer.derivation, answer.record), *_beside(answer), *_footnotes([answer])]
    )


def _date_answer(answer: DateAnswer) -> str:
    return _date_answers(DateAnswers(answers=(answer,)))


def _date_answers(several: DateAnswers) -> str:
    """Write the answers one after the other, and a source that several of them name only once."""
    lines = [text for line in supposed_by_all(several) for text in (escaped(line), "")]
    for answer in several.answers:
        lines += [f"**{escaped(answer.question)}**", "", *(f"- {escaped(line)}" for line in date_lines(answer))]
        lines += ["", *_argument(answer.derivation, answer.record), *_beside(answer), ""]
    return "\n".join([*lines[:-1], *_footnotes(several.answers)])


def _dates(dates: Dates) -> str:
    above = first_lines(dates.supposed)
    rows = (line.partition("  ") for line in str(dates).splitlines()[len(above) :])
    lead = [text for line in above for text in (escaped(line), "")]
    table = (f"| {name} | {escaped(text.strip())} |" for name, _, text in rows)
    return "\n".join([*lead, "| | |", "|---|---|", *table])


def _argument(steps: Sequence[Step], record: Record) -> Iterator[str]:
    sources = cited(steps, record)
    for step in steps:
        given = [each.value for each in step.variants if isinstance(each.value, Given)]
        named = dict.fromkeys(id for each in given for id in each.sources)
        marks = "".join(f"[^{source.id}]" for source in sources if source.id in named)
        yield f"{step.number}. {escaped(sentence(step, record))}{marks}"


def _beside(answer: Answer | DateAnswer | NoticeAnswer) -> Iterator[str]:
    found = provisions_beside(answer.derivation, answer.record, answer.known_as_of)
    if found:
        yield ""
    for each in found:
        yield f"- {escaped(plain(where_it_stands(each, answer.record)))}: {escaped(plain(each.text))}"


def _footnotes(answers: Sequence[Answer | DateAnswer | NoticeAnswer]) -> Iterator[str]:
    sources = dict.fromkeys(source for each in answers for source in cited(each.derivation, each.record))
    if sources:
        yield ""
    yield from (f"[^{source.id}]: {escaped(plain(source.title))}" for source in sources)


ANSWER = Printer(of=Answer, format=MARKDOWN, write=_answer)
DATE_ANSWER = Printer(of=DateAnswer, format=MARKDOWN, write=_date_answer)
TERM = Printer(of=TermAnswer, format=MARKDOWN, write=_date_answer)
NOTICE = Printer(of=NoticeAnswer, format=MARKDOWN, write=_notice)
DATE_ANSWERS = Printer(of=DateAnswers, format=MARKDOWN, write=_date_answers)
DATES = Printer(of=Dates, format=MARKDOWN, write=_dates)
