"""Files of Wikidata's JSON: the item of the treaty among the items that they hold."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from treatyclock.errors import WikidataError
from treatyclock.formats.wikidata.statements import statements

_TREATY, _INSTANCE_OF = "Q131569", "P31"
SIGNATORY, RATIFIED_BY, EFFECTIVE = "P1891", "P6193", "P7588"

Item = Mapping[str, Any]


def treaty_item(files: Sequence[str]) -> tuple[Item, Mapping[str, Item]]:
    """Return the item of the treaty that files hold, and all their items by id.

    Raises:
        WikidataError: If a file cannot be read, or if they hold no treaty or several.
    """
    entities: dict[str, Mapping[str, Any]] = {}
    for file in files:
        entities.update(_entities(file))
    try:
        treaties = [each for each in entities.values() if _is_treaty(each)]
    except (AttributeError, KeyError, TypeError) as error:
        raise unlike_wikidata(files, error) from error
    if len(treaties) != 1:
        several = f"{len(treaties)} of the items are treaties" if treaties else "none of the items is a treaty"
        raise WikidataError(
            ", ".join(files),
            f"{several}: an instance of Q131569, or with a P1891, P6193 or P7588",
            "give the JSON of one treaty, such as https://www.wikidata.org/wiki/Special:EntityData/Q239768.json",
        )
    return treaties[0], entities


def unlike_wikidata(files: Sequence[str], error: Exception) -> WikidataError:
    """Return the error for files whose JSON is not as Wikidata serves it."""
    problem = f"it does not keep to Wikidata's data model: {type(error).__name__} {error}"
    return WikidataError(", ".join(files), problem, "save the page as Special:EntityData serves it")


def _entities(file: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        data = json.loads(Path(file).read_text(encoding="utf-8"))
    except OSError as error:
        raise WikidataError(file, f"it cannot be read: {error.strerror or error}", "check the path") from None
    except (ValueError, RecursionError):
        raise WikidataError(file, "it is no JSON text", "save the page as it is served, as .json") from None
    found = data.get("entities", {data.get("id"): data}) if isinstance(data, Mapping) else None
    if not isinstance(found, Mapping) or not all(isinstance(each, Mapping) and "id" in each for each in found.values()):
        raise WikidataError(
            file, "it holds no item of Wikidata", 'save Special:EntityData/Q... as .json: {"entities": {...}}'
        )
    for each in found.values():
        yield str(each["id"]), each


def _is_treaty(entity: Mapping[str, Any]) -> bool:
    kinds = {each.item for each in statements(entity, _INSTANCE_OF)}
    return _TREATY in kinds or any(statements(entity, each) for each in (SIGNATORY, RATIFIED_BY, EFFECTIVE))
