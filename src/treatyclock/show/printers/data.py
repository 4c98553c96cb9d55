"""Answers as plain data, ready for JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from treatyclock.answers.answer import Answer
from treatyclock.answers.chronology import Chronology
from treatyclock.answers.dates import DateAnswer, DateAnswers, Dates, Outcomes
from treatyclock.answers.difference import Difference
from treatyclock.answers.neighbours import Neighbours
from treatyclock.answers.notice import NoticeAnswer, NoticeOutcome
from treatyclock.answers.parties import PartiesAt
from treatyclock.answers.protection import Protection
from treatyclock.answers.recorded_differences import RecordedDifferences
from treatyclock.answers.terms import TermAnswer
from treatyclock.civil.days import Days
from treatyclock.instants import from_datetime, iso
from treatyclock.printing import DATA, Printer
from treatyclock.show import data
from treatyclock.show.notice_words import reason_words
from treatyclock.show.supposed import as_data


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "treaty": answer.record.id,
        "truth": answer.truth.value,
        "status": sorted(status.value for status in answer.status),
        "nothing_known": not answer.status,
        "at": {
            "text": str(answer.at),
            "by_date": answer.by_date,
            "support": [{"from": iso(part.start), "to": iso(part.end)} for part in answer.at.support],
        },
        "parts": [
            {"truth": part.truth.value, "from": _instant(part.start), "to": _instant(part.end)} for part in answer.parts
        ],
        "neighbours": None if answer.neighbours is None else _neighbours(answer.neighbours),
        "party": answer.party,
        "between": None if answer.between is None else list(answer.between),
        "reading": answer.reading.id,
        **as_data(answer.supposed),
        "known_as_of": None if answer.known_as_of is None else str(answer.known_as_of),
        "depends_on": [
            {
                "kind": each.kind,
                "key": each.key,
                "text": each.text,
                "decides": "truth" if each.decides_truth else "status",
                "outcomes": [
                    {"answer": way, "truth": truth.value, "status": sorted(one.value for one in status)}
                    for (way, truth), status in zip(each.outcomes, each.statuses, strict=True)
                ],
            }
            for each in answer.depends_on
        ],
        "contested_by": [
            {
                "reading": each.reading.id,
                "title": each.reading.title,
                "holder": each.reading.holder,
                "sources": list(each.reading.sources),
                "truth": each.truth.value,
                "status": sorted(status.value for status in each.status),
            }
            for each in answer.contested_by
        ],
        "without_effect": [
            {"act": each.act.id, "on": str(each.act.dated), "why": each.why} for each in answer.without_effect
        ],
        "rests_on": [
            {
                "kind": each.kind,
                "text": each.text,
                "name": each.name,
                "source": each.source,
                "version": each.version,
                "link_to": each.link_to,
            }
            for each in answer.rests_on
        ],
        "derivation": [data.step(step, answer.record) for step in answer.derivation],
        "provisions": data.provisions(answer.derivation, answer.record, answer.known_as_of),
        "sources": [
            {"id": source.id, "title": source.title} for source in data.cited(answer.derivation, answer.record)
        ],
    }


def _neighbours(beside: Neighbours) -> dict[str, Any]:
    return {
        "kind": None if beside.kind is None else beside.kind.value,
        "last_day_before": _outcomes(beside.last_day_before),
        "first_day_after": _outcomes(beside.first_day_after),
    }


def _instant(at: datetime | None) -> str | None:
    return None if at is None else iso(from_datetime(at))


def _outcomes(outcomes: Outcomes) -> list[dict[str, Any]]:
    return [{"days": list(each.value), "under": dict(each.under)} for each in outcomes]


def _dates(dates: Dates) -> dict[str, Any]:
    return {name: _outcomes(outcomes) for name, outcomes in dates.by_name().items()} | as_data(dates.supposed)


def _date_answer(answer: DateAnswer) -> dict[str, Any]:
    return {
        "treaty": answer.record.id,
        "question": answer.question,
        "asked": dict(answer.asked),
        "party": answer.subject.party,
        "between": None if answer.subject.pair is None else list(answer.subject.pair),
        "reading": answer.reading.id,
        **as_data(answer.supposed),
        "known_as_of": None if answer.known_as_of is None else str(answer.known_as_of),
        "outcomes": _outcomes(answer.outcomes),
        "last_days": _outcomes(answer.last_days),
        "first_days_out": _outcomes(answer.first_days_out),
        "derivation": [data.step(step, answer.record) for step in answer.derivation],
        "provisions": data.provisions(answer.derivation, answer.record, answer.known_as_of),
    }


def _notice(answer: NoticeAnswer) -> dict[str, Any]:
    return {
        "treaty": answer.record.id,
        "truth": answer.truth.value,
        "in_time": None if answer.in_time is None else answer.in_time.value,
        "by": answer.subject.party,
        "on": str(answer.on),
        "reading": answer.reading.id,
        **as_data(answer.supposed),
        "known_as_of": None if answer.known_as_of is None else str(answer.known_as_of),
        "last_days": _outcomes(answer.last_days),
        "first_days_out": _outcomes(answer.first_days_out),
        "outcomes": [{**_notice_outcome(each.value), "under": dict(each.under)} for each in answer.outcomes],
        "derivation": [data.step(step, answer.record) for step in answer.derivation],
        "provisions": data.provisions(answer.derivation, answer.record, answer.known_as_of),
    }


def _notice_outcome(outcome: NoticeOutcome) -> dict[str, Any]:
    reason = outcome.reason
    return {
        "effect": outcome.effect.value,
        "in_time": None if outcome.in_time is None else outcome.in_time.value,
        "last_day": _day(outcome.last_day),
        "first_day_out": _day(outcome.first_day_out),
        "reason": None
        if reason is None
        else {
            "cause": reason.cause.value,
            "rule": reason.rule,
            "day": _day(reason.day),
            "end": _day(reason.end),
            "text": reason_words(reason, outcome),
        },
    }


def _day(days: Days | None) -> str | None:
    return None if days is None else str(days)


def _difference(found: Difference) -> dict[str, Any]:
    return {
        "statuses": [
            {
                "party": each.party,
                "from": iso(each.during.start),
                "to": iso(each.during.end),
                "before": sorted(status.value for status in each.before),
                "after": sorted(status.value for status in each.after),
            }
            for each in found.statuses
        ],
        "dates": [
            {
                "party": each.party,
                "name": each.name,
                "before": [list(value) for value in each.before],
                "after": [list(value) for value in each.after],
            }
            for each in found.dates
        ],
    }


def _chronology(found: Chronology) -> dict[str, Any]:
    stages = [
        {
            "first": None if each.start is None else each.begins,
            "last": None if each.end is None else each.ends,
            "status": sorted(status.value for status in each.status),
        }
        for each in found.stages
    ]
    return {**as_data(found.supposed), "stages": stages}


def _recorded_differences(found: RecordedDifferences) -> dict[str, Any]:
    return {
        "treaty": found.record.id,
        "reading": found.reading.id,
        "differences": [
            {
                "of": each.of,
                "party": each.party,
                "act": each.act,
                "recorded": str(each.recorded),
                "counted": [str(day) for day in each.counted],
                "days_apart": each.days_apart,
                "cause": each.cause or None,
            }
            for each in found
        ],
    }


def _parties(found: PartiesAt) -> dict[str, Any]:
    return {
        "treaty": found.record.id,
        "at": str(found.at),
        "by_date": found.by_date,
        "reading": found.reading.id,
        **as_data(found.supposed),
        "known_as_of": None if found.known_as_of is None else str(found.known_as_of),
        "complete": found.complete,
        "parties": [
            {
                "id": each.id,
                "name": each.name,
                "truth": each.truth.value,
                "status": sorted(status.value for status in each.status),
            }
            for each in found
        ],
    }


def _protection(found: Protection) -> dict[str, Any]:
    return {
        **as_data(found.supposed),
        "treaty": found.record.id,
        "truth": found.truth.value,
        "status": sorted(status.value for status in found.status),
        "on": str(found.on),
        "made": str(found.made),
        "made_from": _outcomes(found.made_from),
        "made_by": _outcomes(found.made_by),
        "protected_until": _outcomes(found.protected_until),
        "depends_on": [{"kind": each.kind, "key": each.key, "text": each.text} for each in found.depends_on],
        "party": found.subject.party,
        "between": None if found.subject.pair is None else list(found.subject.pair),
        "reading": found.reading.id,
        "known_as_of": None if found.known_as_of is None else str(found.known_as_of),
    }


ANSWER = Printer(of=Answer, format=DATA, write=_answer)
DATE_ANSWER = Printer(of=DateAnswer, format=DATA, write=_date_answer)
TERM = Printer(
    of=TermAnswer, format=DATA, write=lambda term: {**_date_answer(term), "renewed": _outcomes(term.renewed)}
)
DATE_ANSWERS = Printer(
    of=DateAnswers, format=DATA, write=lambda several: [_date_answer(each) for each in several.answers]
)
NOTICE = Printer(of=NoticeAnswer, format=DATA, write=_notice)
DATES = Printer(of=Dates, format=DATA, write=_dates)
RECORDED_DIFFERENCES = Printer(of=RecordedDifferences, format=DATA, write=_recorded_differences)
CHRONOLOGY = Printer(of=Chronology, format=DATA, write=_chronology)
PARTIES = Printer(of=PartiesAt, format=DATA, write=_parties)
PROTECTION = Printer(of=Protection, format=DATA, write=_protection)
DIFFERENCE = Printer(of=Difference, format=DATA, write=_difference)
