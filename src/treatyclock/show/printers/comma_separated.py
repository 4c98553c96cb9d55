"""Answers as rows with one fact each, written as comma-separated values: for spreadsheets and data frames.

Days are written as ISO 8601, imprecise ones in EDTF. A cell is empty where there is nothing to say: no beginning, no
end. The column ``if`` names the answers to open questions under which a row holds. A column ``supposed`` is there, and
says what, where an answer rests on a hypothesis or on a chosen convention.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import zip_longest
from typing import Any

from treatyclock.answers.answer import Answer
from treatyclock.answers.chronology import Chronologies, Chronology
from treatyclock.answers.dates import DateAnswer, DateAnswers, Dates, Outcomes
from treatyclock.answers.notice import NoticeAnswer
from treatyclock.answers.parties import PartiesAt
from treatyclock.answers.protection import Protection
from treatyclock.answers.replay import Replay
from treatyclock.answers.supposed import Supposed
from treatyclock.answers.terms import TermAnswer
from treatyclock.civil.when_answer import WhenAnswer
from treatyclock.instants import iso
from treatyclock.printing import CSV, Printer
from treatyclock.show.notice_words import reason_words
from treatyclock.show.supposed import first_lines
from treatyclock.show.tables import Rows, as_csv
from treatyclock.show.words import status_words, under_words


def rows_of(answer: Any) -> Rows:
    """Return an answer as rows.

    Example:
        >>> import treatyclock as tc
        >>> life = tc.load("soviet-japanese-neutrality-pact").chronology()
        >>> rows_of(life).columns, rows_of(life).rows[0]
        (('begins', 'ends', 'status'), ('', '1941-04-12', 'negotiating'))
    """
    return _ROWS[type(answer)](answer)


def _answer(answer: Answer) -> Rows:
    """Return a row for the reading that was asked, and one for each that contests it."""
    asked = (answer.reading.id, answer.reading.holder, answer.truth.value, status_words(answer.status))
    others = [
        (each.reading.id, each.reading.holder, each.truth.value, status_words(each.status))
        for each in answer.contested_by
    ]
    whose = ",".join(answer.between or filter(None, [answer.party]))
    return _supposed(
        answer.supposed,
        ("treaty", "at", "for", "reading", "holder", "truth", "status"),
        ((answer.record.id, str(answer.at), whose, *row) for row in (asked, *others)),
    )


def _dates(dates: Dates) -> Rows:
    found = (
        (name, value, under_words(outcome.under))
        for name, outcomes in dates.by_name().items()
        for outcome in outcomes
        for value in outcome.value or ("",)
    )
    return _supposed(dates.supposed, ("date", "value", "if"), found)


def _date_answer(answer: DateAnswer) -> Rows:
    return _date_answers(DateAnswers(answers=(answer,)))


def _date_answers(several: DateAnswers) -> Rows:
    """Return a row for each day: as it was asked for, and of an end the last day in force and the first day out."""
    found = (
        (each.question, *row)
        for each in several.answers
        for row in _beside_an_end(each.outcomes, each.last_days, each.first_days_out)
    )
    supposed = several.answers[0].supposed if several.answers else Supposed()
    return _supposed(supposed, ("question", "day", "last_day", "first_day_out", "if"), found)


def _beside_an_end(outcomes: Outcomes, last: Outcomes, out: Outcomes) -> Iterable[tuple[str, ...]]:
    for number, outcome in enumerate(outcomes):
        lasts = last[number].value if last else ()
        outs = out[number].value if out else ()
        for cells in zip_longest(outcome.value, lasts, outs, fillvalue=""):
            yield (*cells, under_words(outcome.under))


def _chronology(life: Chronology) -> Rows:
    return _supposed(life.supposed, ("begins", "ends", "status"), _stages(life))


def _stages(life: Chronology) -> Iterable[tuple[str, ...]]:
    for each in life:
        begins, ends = ("" if bound == ".." else bound for bound in (each.begins, each.ends))
        yield begins, ends, status_words(each.status)


def _chronologies(lives: Chronologies) -> Rows:
    rows = tuple((one.id, one.name, *row) for one in lives for row in _stages(one.chronology))
    supposed = lives.each[0].chronology.supposed if lives.each else Supposed()
    return _supposed(supposed, (lives.by, "name", "begins", "ends", "status"), rows)


def _parties(found: PartiesAt) -> Rows:
    rows = ((each.id, each.name, each.truth.value, status_words(each.status)) for each in found)
    return _supposed(found.supposed, ("party", "name", "truth", "status"), rows)


def _notice(answer: NoticeAnswer) -> Rows:
    def text(value: object) -> str:
        return "" if value is None else str(value)

    rows = (
        (
            each.value.effect.value,
            "" if each.value.in_time is None else each.value.in_time.value,
            text(each.value.last_day),
            text(each.value.first_day_out),
            "" if each.value.reason is None else reason_words(each.value.reason, each.value),
            under_words(each.under),
        )
        for each in answer.outcomes
    )
    return _supposed(answer.supposed, ("effect", "in_time", "last_day", "first_day_out", "why", "if"), rows)


def _protection(found: Protection) -> Rows:
    row = (
        found.truth.value,
        status_words(found.status),
        str(found.on),
        str(found.made),
        _days(found.made_from),
        _days(found.made_by),
        _days(found.protected_until),
    )
    columns = ("truth", "status", "on", "made", "made_from", "made_by", "protected_until")
    return _supposed(found.supposed, columns, [row])


def _replay(found: Replay) -> Rows:
    rows = tuple((each.what, each.then, each.now) for each in found.changed)
    return Rows(columns=("what", "then", "now"), rows=rows)


def _when(found: WhenAnswer) -> Rows:
    rows: list[tuple[str, str, str]] = []
    for number, part in enumerate(found.moment.support):
        exact = part.start is not None and part.end == part.start + 1
        for clock, begins, ends in (
            ("UTC", iso(part.start), iso(part.end)),
            *((each.zone.key, *each.parts[number]) for each in found.also),
        ):
            rows.append((clock, begins, begins if exact else ends))
    return Rows(columns=("clock", "from", "to"), rows=tuple(rows))


def _days(outcomes: Outcomes) -> str:
    return " or ".join(dict.fromkeys(day for each in outcomes for day in each.value))


def _supposed(found: Supposed, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Rows:
    return Rows(columns=columns, rows=tuple(rows)).beside("supposed", " ".join(first_lines(found)))


_ROWS: Mapping[type[Any], Callable[[Any], Rows]] = {
    Answer: _answer,
    Dates: _dates,
    DateAnswer: _date_answer,
    TermAnswer: _date_answer,
    DateAnswers: _date_answers,
    Chronology: _chronology,
    Chronologies: _chronologies,
    PartiesAt: _parties,
    NoticeAnswer: _notice,
    Protection: _protection,
    Replay: _replay,
    WhenAnswer: _when,
}


def _printer(of: type[Any]) -> Printer:
    return Printer(of=of, format=CSV, write=lambda answer: as_csv(rows_of(answer)))


ANSWER = _printer(Answer)
DATES = _printer(Dates)
DATE_ANSWER = _printer(DateAnswer)
TERM = _printer(TermAnswer)
DATE_ANSWERS = _printer(DateAnswers)
CHRONOLOGY = _printer(Chronology)
CHRONOLOGIES = _printer(Chronologies)
PARTIES = _printer(PartiesAt)
NOTICE = _printer(NoticeAnswer)
PROTECTION = _printer(Protection)
REPLAY = _printer(Replay)
WHEN = _printer(WhenAnswer)
