"""CIDOC-CRM time-spans with four bounds, and PROV for who says what, as JSON-LD.

What all readings have in common is said of the time in force itself. What one reading says is an attribute assignment
(E13) by its holder, so that nobody who loads the file takes it for a fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from treatyclock.civil.days import EARLIEST, LATEST
from treatyclock.errors import OutOfRangeError
from treatyclock.exports.export_format import ExportFormat
from treatyclock.exports.exported import Exported, Holder
from treatyclock.exports.tenures import Tenure, tenures
from treatyclock.instants import iso, to_datetime
from treatyclock.law.acts.act import Act
from treatyclock.law.readings import Reading
from treatyclock.printing import as_json
from treatyclock.version import VERSION

_BOUNDS = (
    "crm:P82a_begin_of_the_begin",
    "crm:P81a_end_of_the_begin",
    "crm:P81b_begin_of_the_end",
    "crm:P82b_end_of_the_end",
)
_CONTEXT: dict[str, Any] = {
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{each: {"@type": "xsd:dateTime"} for each in _BOUNDS},
}
_CLOCK = (
    "Times in force are on the clock that the treaty counts by, times of acts in UTC. An end is the first moment after."
)


def _linked(exported: Exported) -> str:
    return as_json({"@context": _CONTEXT, "@graph": list(_nodes(exported))})


def _nodes(exported: Exported) -> Iterator[dict[str, Any]]:
    yield {
        "@id": "#treaty", "@type": ["crm:E31_Document", "prov:Entity"],
        "rdfs:label": exported.title, "crm:P3_has_note": _CLOCK,
    }  # fmt: skip
    yield {"@id": "#treatyclock", "@type": "prov:SoftwareAgent", "rdfs:label": f"treatyclock {VERSION}"}
    yield {
        "@id": "#computation", "@type": "prov:Activity",
        "prov:wasAssociatedWith": _to("treatyclock"), "prov:used": _to("treaty"),
    }  # fmt: skip
    for source in exported.record.sources:
        yield {
            "@id": f"#source-{source.id}", "@type": ["crm:E31_Document", "prov:Entity"], "rdfs:label": source.title,
        }  # fmt: skip
    for party in exported.parties:
        yield {"@id": f"#party-{party.id}", "@type": ["crm:E39_Actor", "prov:Agent"], "rdfs:label": party.name}
    for act in exported.acts:
        yield _act(exported, act)
    for holder in exported.holders:
        for number, tenure in enumerate(exported.tenures(holder), start=1):
            yield _in_force(exported, holder, number, tenure)
    for reading in exported.readings:
        yield from _reading(exported, reading)


def _to(name: str) -> dict[str, str]:
    return {"@id": f"#{name}"}


def _act(exported: Exported, act: Act) -> dict[str, Any]:
    """Return what somebody did, and between which bounds."""
    listed = {party.id for party in exported.parties}
    doubt = [] if act.certain else ["The date was not found in a source that was read."]
    doubt += ["Whether it is valid is disputed."] * act.disputed
    node: dict[str, Any] = {
        "@id": f"#act-{act.id}",
        "@type": "crm:E7_Activity",
        "rdfs:label": act.kind.name,
        "crm:P14_carried_out_by": [_to(f"party-{each}") for each in act.by if each in listed],
        "crm:P70i_is_documented_in": [_to(f"source-{each}") for each in act.sources],
        "crm:P3_has_note": [*doubt, *([act.note] if act.note else [])],
        "crm:P4_has_time-span": _when(act),
    }
    return {key: value for key, value in node.items() if value}


def _when(act: Act) -> dict[str, Any] | None:
    """Return between which instants an act was done, in UTC: a day on no named clock is one on any clock on earth."""
    days, support = act.dated.days, act.dated.support
    if not act.certain or act.disputed or (days.first, days.last) == (EARLIEST, LATEST):
        return None
    return {
        "@id": f"#act-{act.id}-time",
        "@type": "crm:E52_Time-Span",
        "rdfs:label": str(act.dated),
        **_outer(_BOUNDS[0], support.intervals[0].start),
        **_outer(_BOUNDS[3], support.intervals[-1].end),
    }


def _outer(bound: str, at: int | None) -> dict[str, str]:
    """Return an outer bound; none where no date says it, as of a day that began elsewhere before the year 1."""
    if at is None:
        return {}
    try:
        to_datetime(at)
    except OutOfRangeError:
        return {}
    return {bound: iso(at)}


def _name(holder: Holder, number: int) -> str:
    return f"in-force-{holder.id or 'generally'}-{number}"


def _in_force(exported: Exported, holder: Holder, number: int, tenure: Tenure) -> dict[str, Any]:
    name = _name(holder, number)
    whose = f" for {holder.name}" if holder.id else ""
    return {
        "@id": f"#{name}",
        "@type": ["crm:E4_Period", "prov:Entity"],
        "rdfs:label": f"{exported.title}: {'' if tenure.sure else 'perhaps '}in force{whose}",
        "crm:P67i_is_referred_to_by": _to("treaty"),
        "prov:wasGeneratedBy": _to("computation"),
        **({"crm:P4_has_time-span": _span(name, _bounds(tenure))} if tenure.sure else {}),
    }


def _reading(exported: Exported, reading: Reading) -> Iterator[dict[str, Any]]:
    name = f"reading-{reading.id}"
    yield {
        "@id": f"#holder-{reading.id}", "@type": ["crm:E39_Actor", "prov:Agent"], "rdfs:label": reading.holder,
    }  # fmt: skip
    yield {
        "@id": f"#{name}",
        "@type": "prov:Entity",
        "rdfs:label": reading.title,
        "prov:wasAttributedTo": _to(f"holder-{reading.id}"),
        **({"prov:hadPrimarySource": [_to(f"source-{each}") for each in reading.sources]} if reading.sources else {}),
    }
    for holder in exported.holders:
        for number, tenure in enumerate(tenures(exported.chronology(reading, holder)), start=1):
            said = f"{name}-{_name(holder, number)}"
            yield {
                "@id": f"#{said}",
                "@type": ["crm:E13_Attribute_Assignment", "prov:Entity"],
                "crm:P140_assigned_attribute_to": _to(_name(holder, _within(exported, holder, tenure))),
                "crm:P177_assigned_property_of_type": {"@id": "crm:P4_has_time-span"},
                "crm:P141_assigned": _span(said, _bounds(tenure)),
                "crm:P14_carried_out_by": _to(f"holder-{reading.id}"),
                "prov:wasDerivedFrom": _to(name),
                "prov:wasGeneratedBy": _to("computation"),
            }


def _within(exported: Exported, holder: Holder, tenure: Tenure) -> int:
    """Return the number of the time in force, of those by all readings together, in which one by a reading lies."""
    return next(n for n, each in enumerate(exported.tenures(holder), start=1) if each.holds(tenure))


def _bounds(tenure: Tenure) -> tuple[datetime | None, ...]:
    """Return the four bounds in the order of time; the inner ones only where it was in force all the way between."""
    inner = (tenure.latest_begin, tenure.earliest_end) if tenure.without_gap else (None, None)
    return tenure.earliest_begin, *inner, tenure.latest_end


def _span(name: str, bounds: tuple[datetime | None, ...]) -> dict[str, Any]:
    known = {key: each.isoformat() for key, each in zip(_BOUNDS, bounds, strict=True) if each is not None}
    return {"@id": f"#{name}-time", "@type": "crm:E52_Time-Span", **known}


CIDOC = ExportFormat(
    name="cidoc", meaning="CIDOC-CRM time-spans with four bounds, and PROV for who says what", of_treaty=_linked
)
