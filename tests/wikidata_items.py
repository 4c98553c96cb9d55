"""Items of Wikidata made by hand, by the JSON of its documented data model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

GREGORIAN, JULIAN = (f"http://www.wikidata.org/entity/{each}" for each in ("Q1985727", "Q1985786"))


def time(text: str, precision: int = 11, model: str = GREGORIAN) -> dict[str, Any]:
    """Return the value of a time; the text is as Wikidata has it, without the hour."""
    return {
        "time": f"{text}T00:00:00Z", "timezone": 0, "before": 0, "after": 0, "precision": precision,
        "calendarmodel": model,
    }  # fmt: skip


def item(id: str) -> dict[str, Any]:
    return {"entity-type": "item", "numeric-id": int(id[1:]), "id": id}


def snak(property: str, value: Any, kind: str = "value") -> dict[str, Any]:
    if kind != "value":
        return {"snaktype": kind, "property": property}
    sort = (
        "time"
        if isinstance(value, dict) and "time" in value
        else "wikibase-entityid"
        if isinstance(value, dict)
        else "string"
    )
    return {"snaktype": "value", "property": property, "datavalue": {"value": value, "type": sort}}


def statement(
    property: str,
    value: Any,
    *qualifiers: dict[str, Any],
    rank: str = "normal",
    kind: str = "value",
    references: tuple[dict[str, Any], ...] = (),
) -> dict[str, Any]:
    by_property: dict[str, list[dict[str, Any]]] = {}
    for each in qualifiers:
        by_property.setdefault(each["property"], []).append(each)
    return {
        "mainsnak": snak(property, value, kind),
        "type": "statement",
        "rank": rank,
        "qualifiers": by_property,
        "references": [{"snaks": {each["property"]: [each]}} for each in references],
    }


def entity(id: str, name: str, *found: dict[str, Any], **more: Any) -> dict[str, Any]:
    claims: dict[str, list[dict[str, Any]]] = {}
    for each in found:
        claims.setdefault(each["mainsnak"]["property"], []).append(each)
    return {
        "id": id, "type": "item", "labels": {"en": {"language": "en", "value": name}}, "claims": claims, **more,
    }  # fmt: skip


def saved(folder: Path, *entities: dict[str, Any], name: str = "items.json") -> str:
    """Save items as Special:EntityData serves them, and return the path."""
    path = folder / name
    path.write_text(json.dumps({"entities": {each["id"]: each for each in entities}}), encoding="utf-8")
    return str(path)
