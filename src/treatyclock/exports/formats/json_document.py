"""One JSON document with everything: periods, times in force with their bounds, dates and deadlines.

Its grammar is ``export.schema.json`` beside this package, and ``version`` goes up when that changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from treatyclock.exports.deadlines import Deadline, deadlines
from treatyclock.exports.export_format import ExportFormat
from treatyclock.exports.exported import Exported, Holder
from treatyclock.exports.tenures import Tenure, truth_of
from treatyclock.law.readings import Reading
from treatyclock.printing import as_json
from treatyclock.version import VERSION

JSON_VERSION = 1


def _document(exported: Exported) -> str:
    record, known, due = exported.record, exported.view.known_as_of, deadlines(exported)
    return as_json(
        {
            "format": "treatyclock export",
            "version": JSON_VERSION,
            "treatyclock": VERSION,
            "treaty": record.id,
            "title": exported.title,
            "part": None if record.part is None else record.part.id,
            "reading": exported.view.reading.id,
            "chosen": dict(exported.view.reading.asked),
            "known_as_of": None if known is None else str(known),
            "without": [act.id for act in record.dropped],
            "with": [act.id for act in record.added],
            "sources": {source.id: source.title for source in record.sources},
            "agreed": [
                {"party": each.id or None, "name": each.name, "in_force": list(map(_bounds, exported.tenures(each)))}
                for each in exported.holders
            ],
            "readings": [_reading(exported, reading, due) for reading in exported.readings],
        }
    )


def _reading(exported: Exported, reading: Reading, due: Sequence[Deadline]) -> dict[str, Any]:
    return {
        "id": reading.id,
        "title": reading.title,
        "holder": reading.holder,
        "sources": list(reading.sources),
        "parties": [_holder(exported, reading, each) for each in exported.holders],
        "deadlines": [
            {"what": each.what, "days": each.days, "under": dict(each.under)}
            for each in due
            if each.reading.id == reading.id
        ],
    }


def _holder(exported: Exported, reading: Reading, holder: Holder) -> dict[str, Any]:
    return {
        "party": holder.id or None,
        "name": holder.name,
        "periods": [
            {
                "begins": _time(stage.start),
                "ends": _time(stage.end),
                "in_force": truth_of(stage).value,
                "status": sorted(each.value for each in stage.status),
            }
            for stage in exported.chronology(reading, holder)
        ],
        "dates": dict(_dates(exported, reading, holder)),
    }


def _dates(exported: Exported, reading: Reading, holder: Holder) -> Iterator[tuple[str, Any]]:
    for name, outcomes in exported.by(reading, holder).dates().by_name().items():
        yield name, [{"days": list(each.value), "under": dict(each.under)} for each in outcomes]


def _bounds(tenure: Tenure) -> dict[str, Any]:
    return {
        "sure": tenure.sure,
        "without_gap": tenure.without_gap,
        "earliest_begin": _time(tenure.earliest_begin),
        "latest_begin": _time(tenure.latest_begin),
        "earliest_end": _time(tenure.earliest_end),
        "latest_end": _time(tenure.latest_end),
    }


def _time(time: datetime | None) -> str | None:
    return None if time is None else time.isoformat()


JSON_DOCUMENT = ExportFormat(
    name="json", meaning="everything, by each reading, in one document that has a schema", of_treaty=_document
)
