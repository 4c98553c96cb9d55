"""CSL-JSON, which Zotero, Pandoc and others read: a treaty, an answer, and their sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from treatyclock.exports.export_format import ExportFormat
from treatyclock.exports.references import MADE_BY, Reference, of_a_treaty, of_an_answer
from treatyclock.printing import as_json

_TYPES = {"treaty": "treaty", "source": "document", "answer": "document"}


def _items(references: Sequence[Reference]) -> str:
    return as_json([_item(each) for each in references])


def _item(reference: Reference) -> dict[str, Any]:
    item: dict[str, Any] = {"id": reference.id, "type": _TYPES[reference.of], "title": reference.title}
    if reference.day is not None:
        item["issued"] = {"date-parts": [[reference.day.year, reference.day.month, reference.day.day]]}
    if reference.address:
        item["URL"] = reference.address
    if reference.of == "answer":
        item["publisher"] = MADE_BY
    if reference.note:
        item["note"] = reference.note
    return item


CSL = ExportFormat(
    name="csl",
    meaning="references as CSL-JSON: the treaty or the answer, and the sources",
    of_treaty=lambda exported: _items(of_a_treaty(exported)),
    of_answer=lambda answer: _items(of_an_answer(answer)),
)
