"""A treaty and its validity in the terms of ELI and of schema.org, as JSON-LD: one node for the treaty, one a party.

A date stands only where it is certain and no reading contests it. Nothing says whether the treaty *is* in force, since
that depends on the day on which somebody reads it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from treatyclock.exports.export_format import ExportFormat
from treatyclock.exports.exported import NOBODY_IN_PARTICULAR, Exported, Holder
from treatyclock.exports.signing import day_of_signature
from treatyclock.exports.tenures import Tenure
from treatyclock.printing import as_json

_CONTEXT = {
    "eli": "http://data.europa.eu/eli/ontology#",
    "schema": "https://schema.org/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "eli:date_document": {"@type": "xsd:date"},
    "eli:first_date_entry_in_force": {"@type": "xsd:date"},
    "eli:date_no_longer_in_force": {"@type": "xsd:date"},
    "schema:legislationDate": {"@type": "schema:Date"},
}
"""Written out, so that reading the file asks nothing of the network."""
_TYPES = ["eli:LegalResource", "schema:Legislation"]


def _linked(exported: Exported) -> str:
    parties = [
        {**_party(holder, found, n), "schema:name": f"{exported.title} ({holder.name})"}
        for holder in exported.parties
        for n, found in _numbered(exported, holder)
    ]
    return as_json({"@context": _CONTEXT, "@graph": [_treaty(exported, parties), *parties]})


def _treaty(exported: Exported, parties: Sequence[dict[str, Any]]) -> dict[str, Any]:
    signed = day_of_signature(exported.record, exported.acts)
    node: dict[str, Any] = {
        "@id": "#treaty",
        "@type": _TYPES,
        "schema:name": exported.title,
        "schema:identifier": exported.record.id,
        "rdfs:comment": _whose(exported),
    }
    if signed is not None:
        node["eli:date_document"] = node["schema:legislationDate"] = signed.isoformat()
    generally = NOBODY_IN_PARTICULAR
    node |= _validity(exported.tenures(generally))
    if parties:
        node["schema:workExample"] = [{"@id": each["@id"]} for each in parties]
    return node


def _whose(exported: Exported) -> str:
    known = exported.view.known_as_of
    by = "" if known is None else f" By what was known on {known}."
    if exported.by_the_text:
        return f"By the treaty's own words; a date that is uncertain, or contested by a reading, is left out.{by}"
    reading = exported.view.reading
    return f"By one reading, {reading.title} ({reading.holder}); a date that is uncertain is left out.{by}"


def _numbered(exported: Exported, holder: Holder) -> list[tuple[int, Sequence[Tenure]]]:
    """Return each time as a party by itself, and no time for a State that never was one: its node has no dates then."""
    found = exported.tenures(holder)
    return [(n, (each,)) for n, each in enumerate(found, start=1)] if found else [(1, ())]


def _party(holder: Holder, tenures: Sequence[Tenure], number: int) -> dict[str, Any]:
    return {
        "@id": f"#party-{holder.id}" + (f"-{number}" if number > 1 else ""),
        "@type": _TYPES,
        "schema:exampleOfWork": {"@id": "#treaty"},
        "schema:spatialCoverage": {
            "@type": "schema:Place", "schema:name": holder.name, "schema:identifier": holder.id,
        },
        **_validity(tenures),
    }  # fmt: skip


def _validity(tenures: Sequence[Tenure]) -> dict[str, str]:
    """Return the certain dates: ELI's last date is the last day in force, and not the first one out."""
    if not tenures:
        return {}
    first, last = tenures[0].first_day, tenures[-1].last_day
    found: dict[str, str] = {}
    if first is not None:
        found["eli:first_date_entry_in_force"] = first.isoformat()
    if last is not None:
        found["eli:date_no_longer_in_force"] = last.isoformat()
    if len(tenures) == 1 and first is not None and (last is not None or tenures[0].goes_on):
        found["schema:temporalCoverage"] = f"{first.isoformat()}/{'..' if last is None else last.isoformat()}"
    return found


JSONLD = ExportFormat(
    name="jsonld", meaning="linked data in the terms of ELI and schema.org, certain dates only", of_treaty=_linked
)
