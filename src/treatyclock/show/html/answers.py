"""Answers as HTML: the answer in a sentence, its facts in a table, its life in a picture, its argument folded."""

from __future__ import annotations

from collections.abc import Sequence

from treatyclock.answers.answer import Answer, Dependency
from treatyclock.answers.dates import DateAnswer, DateAnswers, Dates, Outcomes
from treatyclock.answers.notice import NoticeAnswer
from treatyclock.answers.parties import PartiesAt
from treatyclock.answers.terms import TermAnswer
from treatyclock.errors import plain
from treatyclock.printing import HTML, Printer
from treatyclock.show.html.argument import argument
from treatyclock.show.html.elements import Content, Html, between, element, folded, fragment, mark_of, table, whole
from treatyclock.show.notice_words import notice_head
from treatyclock.show.pictures.asked import picture_of_answer
from treatyclock.show.pictures.svg import svg
from treatyclock.show.printers.text import date_lines, facts, head, notice_facts
from treatyclock.show.provisions import provisions_beside, where_it_stands
from treatyclock.show.supposed import first_lines
from treatyclock.show.words import day_of_outcome, moment, status_words, under_words
from treatyclock.truth import Truth


def _answer(answer: Answer) -> Html:
    """Write an answer: first what it depends on, as a table of outcomes, since that is what a reader weighs."""
    rows = dict(_together(facts(answer)))
    if answer.depends_on:
        del rows[_DEPENDS]
    apart = [(name, rows.pop(name)) for name in _FOLDED if name in rows]
    picture = picture_of_answer(answer)
    mark = mark_of(answer.record.id, answer.at, answer.subject, answer.reading.id, answer.known_as_of)
    return fragment(
        element("p", head(answer), class_="lead"),
        _dependencies(answer.depends_on),
        table((), [(name, *_breaks(texts)) for name, texts in rows.items()]),
        None if picture is None else svg(picture),
        argument(answer.derivation, answer.record, mark),
        _beside(answer),
        *(
            folded(f"{title} ({len(texts)})", element("ul", *(element("li", text) for text in texts)))
            for title, texts in apart
        ),
    )


_DEPENDS = "Depends on"
_FOLDED = ("No effect", "Rests on")
"""What a reader may ask for after the answer is understood."""


def _together(rows: Sequence[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    """Put the texts that have one name into one row."""
    found: list[tuple[str, list[str]]] = []
    for name, text in rows:
        if name or not found:
            found.append((name, [text]))
        else:
            found[-1][1].append(text)
    return found


def _breaks(texts: Sequence[str]) -> list[Content]:
    return [between(texts, element("br"))]


def _dependencies(found: Sequence[Dependency]) -> Html | None:
    """Write what an answer depends on: each question, each answer to it, and what then comes out."""
    rows: list[tuple[Content, ...]] = []
    for each in found:
        question = plain(each.text)
        if not each.outcomes:
            rows.append((question, element("span", "not known well enough", class_="aside"), ""))
        for (answer, truth), statuses in zip(each.outcomes, each.statuses, strict=True):
            comes = _truth_words(truth) if each.decides_truth else status_words(statuses)
            rows.append((question, plain(answer), comes))
            question = ""
    return table(("It depends on", "if", "then"), rows) if rows else None


def _truth_words(truth: Truth) -> str:
    return {Truth.YES: "in force", Truth.NO: "not in force", Truth.UNKNOWN: "still open"}[truth]


def _beside(answer: Answer | DateAnswer | NoticeAnswer) -> Html | None:
    found = provisions_beside(answer.derivation, answer.record, answer.known_as_of)
    told = [f"{plain(where_it_stands(each, answer.record))}: {plain(each.text)}" for each in found]
    return folded("Beside it", element("ul", *(element("li", each) for each in told))) if told else None


def _notice(answer: NoticeAnswer) -> Html:
    rows = [(name, *_breaks(texts)) for name, texts in _together(notice_facts(answer))]
    mark = mark_of("notice", answer.record.id, answer.subject, answer.on, answer.reading.id)
    return fragment(
        element("p", notice_head(answer), class_="lead"),
        table((), rows),
        argument(answer.derivation, answer.record, mark),
        _beside(answer),
    )


# --- dates ------------------------------------------------------------------------------------------


def outcome_rows(name: str, outcomes: Outcomes) -> list[tuple[Content, ...]]:
    """Return a row for each outcome of a date: its name, its days, and the answers it comes out under."""
    if not outcomes:
        return [(name, "none", "")]
    return [
        (
            "" if number else name,
            between([whole(day_of_outcome(day)) for day in each.value], ", ") or "none",
            under_words(each.under),
        )
        for number, each in enumerate(outcomes)
    ]


def dates_table(dates: Dates) -> Html:
    """Return the dates as a table; those are left out that a treaty hardly ever has."""
    rows = [
        row
        for name, outcomes in dates.by_name().items()
        if name in _ALWAYS or (outcomes and name not in _INSTANTS)
        for row in outcome_rows(name.replace("_", " "), outcomes)
    ]
    return table(("", "day", "if") if any(row[2] for row in rows) else (), rows)


_ALWAYS = ("entry_into_force", "last_timely_notice", "last_day_in_force", "first_day_out")
_INSTANTS = ("begins", "ends")


def _dates(dates: Dates) -> Html:
    return fragment(_lead(first_lines(dates.supposed)), dates_table(dates))


def _lead(lines: Sequence[str]) -> Html | None:
    return element("p", " ".join(lines)) if lines else None


def _date_answer(answer: DateAnswer) -> Html:
    return _date_answers(DateAnswers(answers=(answer,)))


def _date_answers(several: DateAnswers) -> Html:
    parts: list[Content] = []
    for answer in several.answers:
        parts.append(_lead(first_lines(answer.supposed)) if answer is several.answers[0] else None)
        rows = [("" if number else plain(answer.question), line) for number, line in enumerate(date_lines(answer))]
        mark = mark_of(answer.question, answer.record.id, answer.subject, answer.reading.id, answer.asked)
        parts += [table((), rows), argument(answer.derivation, answer.record, mark), _beside(answer)]
    return fragment(*parts)


def _parties(found: PartiesAt) -> Html:
    """Write those for whom it was in force, those of whom it is open, and those for whom it was not."""
    rows = [
        (title, str(len(those)), "; ".join(those))
        for title, truth in (("parties", Truth.YES), ("unknown", Truth.UNKNOWN), ("no parties", Truth.NO))
        if (those := [plain(each.name) for each in found if each.truth is truth]) or truth is Truth.YES
    ]
    in_part = None if found.complete else element("p", "The list of parties is in part: others may be parties as well.")
    lead = element("p", f"{plain(found.record.title)}, {moment(found.at)}", class_="lead")
    return fragment(lead, _lead(first_lines(found.supposed)), table(("", "number", "who"), rows), in_part)


ANSWER = Printer(of=Answer, format=HTML, write=_answer)
NOTICE = Printer(of=NoticeAnswer, format=HTML, write=_notice)
DATES = Printer(of=Dates, format=HTML, write=_dates)
DATE_ANSWER = Printer(of=DateAnswer, format=HTML, write=_date_answer)
TERM = Printer(of=TermAnswer, format=HTML, write=_date_answer)
DATE_ANSWERS = Printer(of=DateAnswers, format=HTML, write=_date_answers)
PARTIES = Printer(of=PartiesAt, format=HTML, write=_parties)
