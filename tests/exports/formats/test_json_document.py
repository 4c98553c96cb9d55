"""The JSON document, held against its schema."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import treatyclock as tc
from treatyclock.exports.formats.json_document import JSON_VERSION

SCHEMA = json.loads(files("treatyclock.exports").joinpath("export.schema.json").read_text(encoding="utf-8"))
PACT = tc.load("soviet-japanese-neutrality-pact")


def _document(of: tc.Treaty | tc.View) -> Any:
    return json.loads(tc.export(of, "json"))


def test_the_schema_is_one_and_has_the_version() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["version"]["const"] == JSON_VERSION


@pytest.mark.parametrize("id", ["new-start-2010", "brest-litovsk-1918", "panama-canal-treaty"])
def test_documents_keep_to_the_schema(id: str) -> None:
    assert [str(each.message) for each in Draft202012Validator(SCHEMA).iter_errors(_document(tc.load(id)))] == []


def test_the_schema_refuses_what_is_no_such_document() -> None:
    document = _document(PACT.under(reading="first-day-counted"))
    for change in ({"version": 2}, {"more": 1}, {"agreed": [{"party": None}]}):
        assert not Draft202012Validator(SCHEMA).is_valid({**document, **change})


def test_only_what_all_readings_hold_is_agreed() -> None:
    (generally, *_) = _document(PACT)["agreed"]
    (bounds,) = generally["in_force"]
    assert bounds == {
        "sure": True,
        "without_gap": True,
        "earliest_begin": "1941-04-13T00:00:00",
        "latest_begin": "1941-04-25T00:00:00",
        "earliest_end": bounds["earliest_end"],
        "latest_end": "1951-04-26T00:00:00",
    }
    assert bounds["earliest_end"].startswith("1945-04-05")


def test_what_is_supposed_is_told() -> None:
    supposed = PACT.what_if(drop="denunciation").under(
        reading="molotov-to-sato", choose={"first_day": "counted"}, known_as_of="1945-05-01"
    )
    document = _document(supposed)
    assert (document["without"], document["chosen"], document["known_as_of"]) == (
        ["denunciation"], {"first_day": "counted"}, "1945-05-01",
    )  # fmt: skip
