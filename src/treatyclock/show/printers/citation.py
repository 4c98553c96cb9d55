"""How an answer is cited: in words with the line that runs it again, and as a receipt by which it can be replayed."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from treatyclock.answers.answer import Answer
from treatyclock.civil.clocks.database import tzdata_version
from treatyclock.errors import plain
from treatyclock.law.readings import TEXT
from treatyclock.printing import Printer, as_json
from treatyclock.show.command_line import command_line, known_text
from treatyclock.show.fingerprints import library_fingerprint, text_fingerprint, zone_fingerprints
from treatyclock.show.printers.text import filled, head
from treatyclock.version import VERSION

CITATION, RECEIPT = "citation", "receipt"
RECEIPT_VERSION = 1
_SHOWN = 12
"""So many digits of a fingerprint tell two files apart to a reader."""


def _citation(answer: Answer) -> str:
    """Write the treaty, the answer, the reading and the data, then the line that runs it again."""
    texts = answer.texts.value
    whose = "" if answer.reading.id == TEXT.id else f" That is the reading of: {plain(answer.reading.holder)}."
    own = "" if texts.own_reading is None else " No file declares it; the receipt of this answer holds it."
    known = "" if answer.known_as_of is None else f" By what was known on {answer.known_as_of}."
    called = texts.names[0]
    name = f"{answer.record.id}.toml" if called in {"", answer.record.id} else plain(PurePath(called).name)
    file = f"{name} (sha256 {text_fingerprint(texts.treaty)[:_SHOWN]})"
    data = f"treatyclock {VERSION}, {file}, time zone database {tzdata_version()}"
    told = f'"{plain(answer.record.title)}", {answer.at}: {head(answer)}{whose}{own}{known} Computed with {data}.'
    return f"{filled(told, '')}\n{command_line(answer)}"


def receipt_of(answer: Answer) -> dict[str, Any]:
    """Return all that it takes to run an answer again, and to tell what has changed since."""
    texts, question = answer.texts.value, answer.question.value
    return {
        "receipt": RECEIPT_VERSION,
        "treatyclock": VERSION,
        "library": library_fingerprint(),
        "zone_database": tzdata_version(),
        "zones": zone_fingerprints(answer),
        "treaty": {
            "id": answer.record.id,
            "file": texts.file,
            "sha256": text_fingerprint(texts.treaty),
            "text": texts.treaty,
        },
        "beside": list(texts.beside),
        "question": {
            "at": question.at,
            "zones": list(question.zones),
            "fold": question.fold.value,
            "widen": question.widen.value,
            "party": answer.party,
            "between": None if answer.between is None else list(answer.between),
            "part": None if answer.record.part is None else answer.record.part.id,
            "reading": None if answer.reading.id == TEXT.id else answer.reading.id,
            "own_reading": None if texts.own_reading is None else dict(texts.own_reading),
            "known_as_of": known_text(answer),
            "choose": dict(answer.reading.asked),
            "without": list(texts.without),
            "with": [dict(each) for each in texts.added],
        },
        "answer": outcome_of(answer),
        "command": command_line(answer),
    }


def outcome_of(answer: Answer) -> dict[str, Any]:
    """Return what an answer comes to, as a receipt holds it."""
    return {
        "truth": answer.truth.value,
        "status": sorted(each.value for each in answer.status),
        "depends_on": sorted({each.key for each in answer.depends_on}),
        "contested_by": sorted(each.reading.id for each in answer.contested_by),
    }


AS_CITATION = Printer(of=Answer, format=CITATION, write=_citation)
AS_RECEIPT = Printer(of=Answer, format=RECEIPT, write=lambda answer: as_json(receipt_of(answer)))
