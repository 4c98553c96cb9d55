"""Statements of an item of Wikidata: by rank, with their qualifiers and references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_ITEM = re.compile("Q[0-9]{1,15}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement.

    Attributes:
        property_id: The id of its property.
        kind: ``"value"``, ``"somevalue"`` (there is a value, and nobody knows it) or ``"novalue"`` (there is none).
        value: The value; None for the other kinds.
        rank: ``"preferred"``, ``"normal"`` or ``"deprecated"``.
        qualifiers: Statements about it, by property.
        references: What it refers to: pairs of property and value.
    """

    property_id: str
    kind: str
    value: Any
    rank: str = "normal"
    qualifiers: tuple[Statement, ...] = ()
    references: tuple[tuple[str, Any], ...] = ()

    @property
    def item(self) -> str:
        """The id of the item that it has as its value; empty where it has none."""
        value = self.value
        id = str(value.get("id") or f"Q{value.get('numeric-id')}") if isinstance(value, Mapping) else ""
        return id if _ITEM.fullmatch(id) else ""

    def qualified(self, property: str) -> tuple[Statement, ...]:
        """Return its qualifiers of a property."""
        return tuple(each for each in self.qualifiers if each.property_id == property)


def statements(entity: Mapping[str, Any], property: str) -> tuple[Statement, ...]:
    """Return the statements of a property that nobody has deprecated.

    Example:
        >>> snak = {"snaktype": "somevalue", "property": "P585"}
        >>> entity = {"claims": {"P585": [{"mainsnak": snak, "rank": "normal"}]}}
        >>> [each.kind for each in statements(entity, "P585")]
        ['somevalue']
    """
    found = (_statement(each) for each in _object(entity, "claims").get(property, ()))
    return tuple(each for each in found if each.rank != "deprecated")


def best(found: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return the preferred statements where there are any, and otherwise all."""
    return tuple(each for each in found if each.rank == "preferred") or found


def _statement(data: Mapping[str, Any]) -> Statement:
    main = data["mainsnak"]
    qualifiers = (snak for several in _object(data, "qualifiers").values() for snak in several)
    return Statement(
        property_id=main["property"],
        kind=main["snaktype"],
        value=_value(main),
        rank=data.get("rank", "normal"),
        qualifiers=tuple(
            Statement(property_id=snak["property"], kind=snak["snaktype"], value=_value(snak)) for snak in qualifiers
        ),
        references=tuple(_references(data)),
    )


def _references(data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for reference in data.get("references", ()):
        for several in _object(reference, "snaks").values():
            for snak in several:
                if snak["snaktype"] == "value":
                    yield snak["property"], _value(snak)


def _object(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return an object within an object; where it is empty, Wikidata writes an empty list."""
    found: Mapping[str, Any] = data.get(key) or {}
    return found


def _value(snak: Mapping[str, Any]) -> Any:
    return snak["datavalue"]["value"] if snak["snaktype"] == "value" else None


def label(entity: Mapping[str, Any]) -> str:
    """Return its name: in English, or in all languages (``mul``), or in whichever comes first; empty for none.

    Example:
        >>> label({"labels": {"fr": {"language": "fr", "value": "Traité"}}})
        'Traité'
    """
    labels = _object(entity, "labels")
    chosen = labels.get("en") or labels.get("mul") or next(iter(labels.values()), None)
    return "" if chosen is None else str(chosen["value"])
