"""Files of Wikidata's JSON: which item is the treaty."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from treatyclock.errors import WikidataError
from treatyclock.formats.wikidata.items import treaty_item, unlike_wikidata
from wikidata_items import entity, item, saved, statement, time

JAPAN = entity("Q17", "Japan", statement("P298", "JPN"))
TREATY = entity("Q700", "Pact", statement("P31", item("Q131569")))


def test_the_treaty_among_items_of_one_file_or_several(tmp_path: Path) -> None:
    together = [saved(tmp_path, JAPAN, TREATY)]
    apart = [saved(tmp_path, JAPAN, name="japan.json"), saved(tmp_path, TREATY, name="treaty.json")]
    for files in (together, apart):
        found, items = treaty_item(files)
        assert found["id"] == "Q700"
        assert set(items) == {"Q17", "Q700"}


def test_an_item_alone_and_one_that_is_a_treaty_by_what_is_said_of_it(tmp_path: Path) -> None:
    path = tmp_path / "item.json"
    path.write_text(json.dumps(entity("Q5", "Pact", statement("P7588", time("+1941-04-25")))), encoding="utf-8")
    assert treaty_item([str(path)])[0]["id"] == "Q5"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"no json", "it is no JSON text"),
        (b"\xff", "it is no JSON text"),
        (b"[" * 100_000, "it is no JSON text"),
        (b"[1]", "holds no item"),
        (b'{"entities": {"Q1": {"id": "Q1", "missing": ""}}}', "none of the items is a treaty"),
        (b'{"id": "Q1", "claims": {"P31": [{"rank": "normal"}]}}', "data model: KeyError 'mainsnak'"),
        (b'{"id": "Q1", "claims": []}', "none of the items is a treaty"),
    ],
)
def test_what_is_no_item_of_wikidata_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "item.json"
    path.write_bytes(content)
    with pytest.raises(WikidataError, match=problem):
        treaty_item([str(path)])


def test_two_treaties_at_once_and_a_file_that_is_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WikidataError, match="2 of the items"):
        treaty_item([saved(tmp_path, TREATY, {**TREATY, "id": "Q701"})])
    with pytest.raises(WikidataError, match="cannot be read"):
        treaty_item([str(tmp_path / "missing.json")])


def test_what_is_unlike_wikidata_is_told_with_its_cause() -> None:
    error = unlike_wikidata(["a.json", "b.json"], KeyError("mainsnak"))
    assert "`a.json, b.json`" in str(error)
    assert "KeyError 'mainsnak'" in str(error)
