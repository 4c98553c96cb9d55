"""The JSON of TimelineJS: what was done, and the times in force, those that are only possible marked as such.

TimelineJS shows texts as HTML, so that they are escaped here, and days as days, which no zone of a reader can move.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from html import escape
from itertools import groupby
from typing import Any

from treatyclock.answers.chronology import Stage
from treatyclock.exports.export_format import ExportFormat
from treatyclock.exports.exported import NOBODY_IN_PARTICULAR, Exported, Holder
from treatyclock.exports.tenures import truth_of
from treatyclock.law.acts.act import Act
from treatyclock.printing import as_json
from treatyclock.show import words
from treatyclock.truth import Truth

_ACTS, _IN_FORCE = "What was done", "In force"


def _timeline(exported: Exported) -> str:
    title = {"text": {"headline": escape(exported.title), "text": _said(exported)}}
    events = [*_acts(exported), *(each for holder in _shown(exported) for each in _in_force(exported, holder))]
    events.sort(key=lambda event: tuple(event["start_date"].values()))
    return as_json({"title": title, "events": events})


def _said(exported: Exported) -> str:
    if exported.by_the_text:
        return "By the treaty's own words. What is open by them, or contested by a reading, bears a question mark."
    reading = exported.view.reading
    return escape(f"By one reading: {reading.title} ({reading.holder}). What it leaves open bears a question mark.")


def _shown(exported: Exported) -> tuple[Holder, ...]:
    """Return whose times are shown: the treaty's, or those of the parties asked for; a line for each of 200 is none."""
    return exported.holders if exported.view.subject.parties else (NOBODY_IN_PARTICULAR,)


def _acts(exported: Exported) -> Iterator[dict[str, Any]]:
    record = exported.record
    for act in exported.acts:
        days = act.dated.days
        if not days.bounded:
            continue
        doubtful = not act.certain or act.disputed
        by = words.names(act.by, record)
        yield {
            "unique_id": f"act-{act.id}",
            "group": _ACTS,
            **_days(days.first, days.last),
            "display_date": escape(words.moment(act.dated)),
            "text": {
                "headline": escape(_doubted(_capital(act.kind.name) + (f": {by}" if by else ""), doubtful)),
                "text": escape(_about(exported, act)),
            },
        }  # fmt: skip


def _about(exported: Exported, act: Act) -> str:
    titles = {source.id: source.title for source in exported.record.sources}
    told = [act.note] if act.note else []
    told += [] if act.certain else ["The date was not found in a source that was read"]
    told += ["Whether it is valid is disputed"] * act.disputed
    told += ["Has an effect only by a reading that admits it"] * act.needs_reading
    told += [f"Source: {'; '.join(titles[each] for each in act.sources)}"] if act.sources else []
    return ". ".join(told)


def _in_force(exported: Exported, holder: Holder) -> Iterator[dict[str, Any]]:
    name = holder.id or "generally"
    for number, (truth, run) in enumerate(groupby(exported.agreed(holder), key=truth_of), start=1):
        stages = tuple(run)
        first, last = stages[0].first_day, stages[-1].last_day
        if truth is Truth.NO or first is None:
            continue
        headline = _doubted(f"In force for {holder.name}" if holder.id else "In force", truth is Truth.UNKNOWN)
        yield {
            "unique_id": f"in-force-{name}-{number}",
            "group": _IN_FORCE,
            **_days(first, last),
            "display_date": _from_to(stages),
            "text": {"headline": escape(headline), "text": escape(_why(exported, truth))},
        }


def _why(exported: Exported, truth: Truth) -> str:
    if truth is Truth.YES:
        return "By every reading on record." if len(exported.readings) > 1 else ""
    return "Whether it was in force then is open, or readings differ."


def _from_to(stages: tuple[Stage, ...]) -> str:
    begins, ends = (_in_words(stages[0].start, stages[0].first_day), _in_words(stages[-1].end, stages[-1].last_day))
    return f"from {begins}" if not ends else begins if begins == ends else f"{begins} to {ends}"


def _in_words(edge: datetime | None, day: date | None) -> str:
    """Write a first or a last day, with the hour where it begins or ends within that day; nothing for no edge."""
    if edge is None or day is None:
        return ""
    return words.day(day) if edge.time() == time() else f"{words.day(day)} {edge:%H:%M}"


def _days(first: date, last: date | None) -> dict[str, Any]:
    start = {"start_date": _date(first)}
    return start if last is None or last == first else start | {"end_date": _date(last)}


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _doubted(text: str, doubtful: bool) -> str:
    return f"{text}?" if doubtful else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


TIMELINEJS = ExportFormat(
    name="timelinejs", meaning="the JSON of TimelineJS: what was done, and the times in force", of_treaty=_timeline
)
